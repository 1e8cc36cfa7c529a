// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/units.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

/// One HTTP exchange, one call. Nothing outside this room sees QNetworkReply.
namespace waybill::http {

struct Header {
    QByteArray name;
    QByteArray value;
    friend bool operator==(const Header &, const Header &) = default;
};

class Headers
{
public:
    void add(QByteArray name, QByteArray value) { m_all.append({std::move(name), std::move(value)}); }
    QByteArray value(QByteArrayView name) const; ///< first, case-insensitive; empty if absent
    QList<QByteArray> values(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    const QList<Header> &all() const { return m_all; }
    friend bool operator==(const Headers &, const Headers &) = default;

private:
    QList<Header> m_all;
};

/// What is sent. Redirects are never followed by the transport (HT-20): a 3xx is an ordinary answer, see
/// redirects.h.
struct Request {
    QByteArray method = "GET";
    QUrl url; ///< https, or http to a loopback address; anything else fails with InvalidInput
    Headers headers; ///< User-Agent and `Accept-Encoding: gzip` are added when absent
    QByteArray body = {};
    std::chrono::milliseconds firstByteTimeout = std::chrono::seconds{120}; ///< HT-33; eCW averages 9 s
    std::chrono::milliseconds idleTimeout = std::chrono::seconds{60}; ///< between two pieces of the body
    std::int64_t maxBodyBytes = std::int64_t{256} << 20; ///< for `send`; more is an error
    /// False for a kick-off or token request: it gets a fresh connection and is sent once. True: when a kept
    /// connection turns out dead before a byte of an answer, a GET is sent once more on a fresh one. Qt
    /// itself never repeats anything (QT-09).
    bool mayBeRepeated = true;
    /// Set it to learn how often the request went out: 2 after that one repeat (the budget counts both).
    std::shared_ptr<int> timesSent = {};
    /// Set it to learn, after a failure, whether the server may have seen the request (BD-016): it becomes
    /// true before the first byte can have left. Stays false for "host not found", "refused", a failed TLS
    /// handshake and a refused proxy.
    std::shared_ptr<bool> mayHaveArrived = {};
};

struct ResponseHead {
    int status = 0;
    Headers headers;
    QUrl url; ///< that was asked
    Instant receivedAt{}; ///< local clock, when the header was complete
    std::chrono::milliseconds latency{};
};

struct Response {
    ResponseHead head;
    QByteArray body; ///< content codings undone
};

/// Takes a body as it arrives, as the server sent it (content codings still on). Runs in the transport's
/// thread; a slow sink slows the connection, nothing piles up. Returning an error ends the exchange with it.
class BodySink
{
public:
    virtual ~BodySink() = default;
    virtual Result<> begin(const ResponseHead &head) = 0;
    virtual Result<> take(QByteArrayView bytes) = 0;
};

/// Stops an exchange: its callback is not called any more. Dropping the handle does nothing.
class Call
{
public:
    Call() = default;
    explicit Call(std::function<void()> cancel)
        : m_cancel(std::move(cancel))
    {
    }
    void cancel()
    {
        if (auto cancel = std::exchange(m_cancel, {}))
            cancel();
    }

private:
    std::function<void()> m_cancel;
};

/// Each callback is called once, later (never from inside `send`), in the calling thread, and never after
/// `context` is gone. An HTTP answer of any status is a value; only a missing or broken answer is an Error
/// (Network, ProtocolMismatch, Cancelled).
class Transport
{
public:
    virtual ~Transport() = default;
    virtual Call send(
        const Request &request, QObject *context, std::function<void(Result<Response>)> done) = 0;
    /// For files. `done` gets the head once the whole body went through `sink` and its length was right
    /// (BD-139: the byte count equals Content-Length, or the last chunk was seen). `sink` must outlive the
    /// call.
    virtual Call stream(const Request &request, BodySink &sink, QObject *context,
        std::function<void(Result<ResponseHead>)> done) = 0;
};

} // namespace waybill::http
