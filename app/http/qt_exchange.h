// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/network_errors.h"
#include "http/qt_transport.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QTimer>

namespace waybill::http {

/// One request and its answer on a manager of its own: nothing waits in a queue that nobody sees, so every
/// time limit counts from the moment it should. Ends once: `ended` is called with the head or the error.
class QtExchange final : public QObject
{
public:
    using Ended = std::function<void(Result<ResponseHead>)>;

    QtExchange(QNetworkAccessManager &manager, Request request, BodySink &sink,
        std::shared_ptr<CookieJar> cookies, Ended ended);
    ~QtExchange() override;

    /// Called with what the server showed, also when it is then refused.
    void onHandshake(std::function<void(const QSslConfiguration &)> saw) { m_handshake = std::move(saw); }
    void start(const QSslConfiguration &tls, bool onKeptConnection);
    /// Nothing is called any more, neither the sink nor `ended`. May come from inside the sink.
    void giveUp();
    bool endedWell() const { return m_endedWell; } ///< the connection may be used again
    bool diedUnanswered() const { return m_diedUnanswered; } ///< the connection, before a byte of an answer

    /// Ended before the head was complete: Qt's thread may still be busy with a flood of headers, and
    /// destroying its manager would then wait for it.
    bool mayBeStuck() const { return m_mayBeStuck; }

private:
    QNetworkRequest buildRequest(const QSslConfiguration &tls) const;
    QNetworkReply *dispatch(const QNetworkRequest &request);
    void wait(Limit limit);
    void onTimeout();
    void onConnecting();
    void onSent();
    void onHead();
    void readSome();
    Result<> checkHead() const;
    void onFinished();
    bool endsAsAnnounced(QNetworkReply::NetworkError code) const;
    Result<ResponseHead> verdict() const;
    void noteArrival();
    void dropReply();
    void fail(Error error);
    void end(Result<ResponseHead> result);

    QNetworkAccessManager &m_manager;
    Request m_request;
    BodySink &m_sink;
    std::shared_ptr<CookieJar> m_cookies;
    Ended m_ended;
    std::function<void(const QSslConfiguration &)> m_handshake;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
    Limit m_waitingFor = Limit::Connect;
    QElapsedTimer m_clock;
    QList<QSslError> m_tlsErrors;
    QByteArray m_buffer;
    std::optional<ResponseHead> m_head;
    std::int64_t m_received = 0;
    bool m_endedWell = false;
    bool m_diedUnanswered = false;
    bool m_mayBeStuck = false;
};

} // namespace waybill::http
