// SPDX-License-Identifier: Apache-2.0
#include "support/loopback_server.h"

#include "support/loopback_http.h"
#include "support/loopback_socket.h"

#include <QFile>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <condition_variable>
#include <csignal>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <set>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace waybill::test {

struct LoopbackServer::State {
    explicit State(Tls kind)
        : tlsKind(kind)
        , tls(kind)
    {
    }

    Tls tlsKind;
    TlsContext tls;
    QTemporaryDir folder;
    int listener = -1;
    int port = 0;
    std::thread acceptor;

    mutable std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    std::set<int> open; ///< descriptors of the living connections
    int accepted = 0;
    int living = 0; ///< threads that still look at this
    std::map<QByteArray, std::shared_ptr<Handler>> handlers;
    std::shared_ptr<Handler> fallback;
    QList<SeenRequest> seen;

    /// False when the server stops meanwhile.
    bool sleepFor(std::chrono::milliseconds time)
    {
        std::unique_lock lock(mutex);
        return !changed.wait_for(lock, time, [this] { return stopping; });
    }
    void sleepUntilStopped()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return stopping; });
    }
    std::shared_ptr<Handler> handlerFor(const SeenRequest &request)
    {
        const std::lock_guard lock(mutex);
        seen.append(request);
        const auto found = handlers.find(request.path);
        return found == handlers.end() ? fallback : found->second;
    }

    bool listen();
    void acceptAll(const std::shared_ptr<State> &self);
    void closeOpen();
    void serve(int descriptor, int number);
    bool reply(LoopbackSocket &socket, const SeenRequest &request, const Answer &answer);
    bool sendBody(LoopbackSocket &socket, const Answer &answer);
    bool sendPiece(LoopbackSocket &socket, const Answer &answer, QByteArrayView bytes);
};

namespace {

constexpr char kTlsHandshake = 0x16;

/// The next request of the connection; nullopt at its end. `buffer` keeps what came too early.
std::optional<SeenRequest> readRequest(LoopbackSocket &socket, QByteArray &buffer)
{
    qsizetype end = -1;
    while ((end = buffer.indexOf("\r\n\r\n")) < 0) {
        const QByteArray more = socket.read();
        if (more.isEmpty())
            return std::nullopt;
        buffer += more;
        if (buffer.front() == kTlsHandshake) { // what a plain server says to a client that wants TLS
            socket.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            return std::nullopt;
        }
    }
    auto request = parseRequestHead(buffer.left(end));
    if (!request)
        return std::nullopt;
    request->at = std::chrono::steady_clock::now();
    buffer.remove(0, end + 4);
    const auto length = request->header("Content-Length").toLongLong();
    while (buffer.size() < length) {
        const QByteArray more = socket.read();
        if (more.isEmpty())
            return std::nullopt;
        buffer += more;
    }
    request->body = buffer.left(length);
    buffer.remove(0, length);
    return request;
}

} // namespace

bool LoopbackServer::State::sendPiece(LoopbackSocket &socket, const Answer &answer, QByteArrayView bytes)
{
    if (!answer.chunked && !answer.chunkedWithoutEnd)
        return socket.write(bytes);
    return socket.write(QByteArray::number(bytes.size(), 16) + "\r\n") && socket.write(bytes)
        && socket.write("\r\n");
}

bool LoopbackServer::State::sendBody(LoopbackSocket &socket, const Answer &answer)
{
    qint64 sent = 0;
    QByteArray part = answer.body;
    while (true) {
        QByteArrayView rest = part;
        while (!rest.isEmpty()) {
            if (answer.cutAfter && sent >= *answer.cutAfter)
                break;
            qsizetype now = answer.piece > 0 ? std::min(answer.piece, rest.size()) : rest.size();
            if (answer.cutAfter)
                now = std::min<qint64>(now, *answer.cutAfter - sent);
            if (!sendPiece(socket, answer, rest.first(now)))
                return false;
            sent += now;
            rest = rest.sliced(now);
            if (answer.every.count() > 0 && !sleepFor(answer.every))
                return false;
        }
        if (answer.cutAfter && sent >= *answer.cutAfter) {
            if (answer.stallInsteadOfCut)
                sleepUntilStopped();
            return false;
        }
        part = answer.generate ? answer.generate(sent) : QByteArray();
        if (part.isEmpty())
            break;
    }
    return !answer.chunked || socket.write("0\r\n\r\n");
}

bool LoopbackServer::State::reply(LoopbackSocket &socket, const SeenRequest &request, const Answer &answer)
{
    if (answer.silent) {
        sleepUntilStopped();
        return false;
    }
    if (answer.delay.count() > 0 && !sleepFor(answer.delay))
        return false;
    if (answer.hangUp)
        return false;
    if (!answer.raw.isEmpty()) {
        socket.write(answer.raw);
        socket.endTls();
        return false;
    }
    if (answer.endlessHeaders) {
        socket.write("HTTP/1.1 200 Scripted\r\n");
        const QByteArray line = "X-Filler: " + QByteArray(1000, 'x') + "\r\n";
        while (socket.write(line) && (answer.every.count() == 0 || sleepFor(answer.every))) { }
        return false;
    }
    const bool bodyless = request.method == "HEAD" || answer.status == 204 || answer.status == 304;
    if (!socket.write(responseHead(answer, bodyless)))
        return false;
    if (!bodyless && !sendBody(socket, answer))
        return false;
    if (answer.closeAfter || answer.withoutLength || answer.chunkedWithoutEnd) {
        socket.endTls();
        return false;
    }
    return true;
}

void LoopbackServer::State::serve(int descriptor, int number)
{
    {
        LoopbackSocket socket(descriptor, tls);
        QByteArray buffer;
        bool alive = socket.handshake();
        while (alive) {
            auto request = readRequest(socket, buffer);
            if (!request)
                break;
            request->connection = number;
            const auto handler = handlerFor(*request);
            alive = reply(socket, *request, handler ? (*handler)(*request) : Answer{404, {}, "no script"});
        }
        const std::lock_guard lock(mutex);
        open.erase(descriptor); // before the socket closes: the number may be given out again at once
    }
    const std::lock_guard lock(mutex);
    --living;
    changed.notify_all();
}

bool LoopbackServer::State::listen()
{
    listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 128) != 0)
        return false;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    port = ntohs(address.sin_port);
    return true;
}

void LoopbackServer::State::acceptAll(const std::shared_ptr<State> &self)
{
    while (true) {
        const int descriptor = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(mutex);
        if (stopping || descriptor < 0) {
            if (descriptor >= 0)
                ::close(descriptor);
            return;
        }
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        open.insert(descriptor);
        ++accepted;
        ++living;
        std::thread([self, descriptor, number = accepted] { self->serve(descriptor, number); }).detach();
    }
}

void LoopbackServer::State::closeOpen()
{
    for (const int descriptor : open)
        ::shutdown(descriptor, SHUT_RDWR);
}

LoopbackServer::LoopbackServer(Tls tls)
    : m_state(std::make_shared<State>(tls))
{
    (void)std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    if (tls != Tls::Off) {
        QFile authority(m_state->folder.filePath(QStringLiteral("ca.pem")));
        if (authority.open(QIODevice::WriteOnly))
            authority.write(m_state->tls.authorityPem());
    }
    if (!m_state->listen())
        qFatal("the loopback server cannot listen");
    m_state->acceptor = std::thread([state = m_state] { state->acceptAll(state); });
}

LoopbackServer::~LoopbackServer()
{
    stop();
}

void LoopbackServer::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
        ::shutdown(m_state->listener, SHUT_RDWR);
        m_state->closeOpen();
        m_state->changed.notify_all();
    }
    if (m_state->acceptor.joinable()) {
        m_state->acceptor.join();
        ::close(m_state->listener);
    }
    std::unique_lock lock(m_state->mutex);
    m_state->changed.wait(lock, [this] { return m_state->living == 0; });
}

void LoopbackServer::dropConnections()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->closeOpen();
}

void LoopbackServer::answer(const QByteArray &path, Handler handler)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->handlers[path] = std::make_shared<Handler>(std::move(handler));
}

void LoopbackServer::answer(const QByteArray &path, Answer always)
{
    answer(path, [always = std::move(always)](const SeenRequest &) { return always; });
}

void LoopbackServer::answerInTurn(const QByteArray &path, QList<Answer> answers)
{
    struct Turn {
        std::mutex mutex;
        QList<Answer> left;
    };
    auto turn = std::make_shared<Turn>();
    turn->left = std::move(answers);
    answer(path, [turn](const SeenRequest &) {
        const std::lock_guard lock(turn->mutex);
        return turn->left.size() > 1 ? turn->left.takeFirst() : turn->left.first();
    });
}

void LoopbackServer::answerAnything(Handler handler)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->fallback = std::make_shared<Handler>(std::move(handler));
}

QUrl LoopbackServer::url(const QString &target, const QString &host) const
{
    const QString scheme = m_state->tlsKind == Tls::Off ? QStringLiteral("http") : QStringLiteral("https");
    return QUrl(QStringLiteral("%1://%2:%3%4").arg(scheme, host).arg(port()).arg(target));
}

int LoopbackServer::port() const
{
    return m_state->port;
}

QString LoopbackServer::caFile() const
{
    return m_state->tlsKind == Tls::Off ? QString() : m_state->folder.filePath(QStringLiteral("ca.pem"));
}

QList<SeenRequest> LoopbackServer::requests(const QByteArray &path) const
{
    const std::lock_guard lock(m_state->mutex);
    QList<SeenRequest> found;
    for (const SeenRequest &request : m_state->seen) {
        if (path.isEmpty() || request.path == path)
            found.append(request);
    }
    return found;
}

int LoopbackServer::connectionCount() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->accepted;
}

void LoopbackServer::forgetRequests()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->seen.clear();
}

} // namespace waybill::test
