// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "http/transport.h"

#include <QString>

namespace waybill::assistant {

/// What went over the wire, fit to be shown, copied and mailed: no token, no signature, no key, no query, no
/// patient. Every request has its answer below it.
class Trace
{
public:
    struct Exchange {
        Instant at{};
        QString request; ///< first line, headers, body
        QString answer; ///< the same, or why there is none; empty while it is awaited
    };

    /// Returns the place for the answer.
    qsizetype add(const http::Request &request, Instant at);
    void answer(qsizetype place, const Result<http::Response> &answer);
    void clear() { m_exchanges.clear(); }
    qsizetype size() const { return m_exchanges.size(); }
    QString toText() const;

private:
    QList<Exchange> m_exchanges;
};

/// A body as a trace may show it. Forms: the assertion's header and claims without its signature. JSON: the
/// values of secret members are replaced; FHIR resources are named and left out, except OperationOutcomes.
QString redactedBody(QByteArrayView contentType, const QByteArray &body);

/// Writes down what goes through it. `inner`, `trace` and `clock` must outlive it.
class TracingTransport final : public http::Transport
{
public:
    TracingTransport(http::Transport &inner, std::shared_ptr<Trace> trace, const Clock &clock);

    http::Call send(const http::Request &request, QObject *context,
        std::function<void(Result<http::Response>)> done) override;
    /// Files are not traced.
    http::Call stream(const http::Request &request, http::BodySink &sink, QObject *context,
        std::function<void(Result<http::ResponseHead>)> done) override;

private:
    http::Transport &m_inner;
    std::shared_ptr<Trace> m_trace;
    const Clock &m_clock;
};

} // namespace waybill::assistant
