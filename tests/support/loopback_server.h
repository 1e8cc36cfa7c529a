// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

/// A real HTTP/1.1 server on 127.0.0.1 for tests: it says exactly what it is told to say, also what no decent
/// server would, and remembers every request. It runs in threads of its own; everything here may be called
/// from any thread. Paths without a script answer 404.
namespace waybill::test {

using Field = std::pair<QByteArray, QByteArray>;

struct SeenRequest {
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QByteArray path;
    QByteArray query; ///< without the question mark
    QList<Field> headers; ///< as sent
    QByteArray body;
    std::chrono::steady_clock::time_point at{};
    int connection = 0; ///< counted from 1, to see whether one was used again
    QByteArray header(QByteArrayView name) const; ///< first, case-insensitive
    bool has(QByteArrayView name) const;
};

/// What comes back. Content-Length is added unless a header or a flag below says otherwise.
struct Answer {
    int status = 200;
    QList<Field> headers = {};
    QByteArray body = {};

    std::chrono::milliseconds delay{0}; ///< before the first byte
    qsizetype piece = 0; ///< the body goes out in pieces of so many bytes …
    std::chrono::milliseconds every{0}; ///< … with this pause after each
    std::optional<qint64> cutAfter = {}; ///< so many bytes of the body, then the connection is closed
    bool stallInsteadOfCut = false; ///< at `cutAfter` the connection stays open and silent
    bool chunked = false;
    bool chunkedWithoutEnd = false; ///< the last chunk is missing, the connection is closed
    bool withoutLength = false; ///< the body ends where the connection ends
    bool closeAfter = false; ///< one answer, then the connection is closed
    bool hangUp = false; ///< nothing at all, the connection is closed
    bool silent = false; ///< nothing at all, the connection stays open
    bool endlessHeaders = false; ///< with the pause `every` after each kilobyte
    QByteArray raw = {}; ///< sent as it is instead of everything else, then the connection is closed
    /// More body after `body`, asked for until it returns nothing. Needs `chunked`, `withoutLength` or an
    /// own Content-Length header.
    std::function<QByteArray(qint64 offset)> generate = {};
};

using Handler = std::function<Answer(const SeenRequest &)>;

Answer json(QByteArray body, int status = 200);
Answer redirect(int status, const QUrl &to);
/// A file as a good server serves it: Accept-Ranges, the strong `etag`, Range and If-Range obeyed.
Answer file(const SeenRequest &request, const QByteArray &content, const QByteArray &etag = "\"one\"");

enum class Tls {
    Off, ///< plain http
    Good, ///< certificate for localhost and 127.0.0.1 by the CA in caFile()
    SelfSigned,
    Expired,
    WrongHost,
    OldProtocol, ///< TLS 1.1 at most
};

class LoopbackServer
{
public:
    explicit LoopbackServer(Tls tls = Tls::Off);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    /// The script for a path (without query). The handler runs in threads of the server, perhaps in several
    /// at once; what it remembers, it remembers from request to request.
    void answer(const QByteArray &path, Handler handler);
    void answer(const QByteArray &path, Answer always);
    /// One after the other; the last one stays.
    void answerInTurn(const QByteArray &path, QList<Answer> answers);
    /// For every path without a script of its own.
    void answerAnything(Handler handler);

    /// `host` is written into the URL: "localhost" and "127.0.0.1" are two origins with one server.
    QUrl url(const QString &target, const QString &host = QStringLiteral("127.0.0.1")) const;
    int port() const;
    QString caFile() const; ///< PEM of the authority; empty without TLS

    QList<SeenRequest> requests(const QByteArray &path = {}) const;
    int connectionCount() const;
    void forgetRequests();
    /// Closes every open connection; new ones are still taken.
    void dropConnections();
    /// From now on connections are refused; the port is free again.
    void stop();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace waybill::test
