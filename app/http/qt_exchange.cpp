// SPDX-License-Identifier: Apache-2.0
#include "http/qt_exchange.h"

#include "base/clock.h"
#include "base/redact.h"
#include "http/cookie_jar.h"
#include "http/one_shot_body.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::http {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kConnectLimit = std::chrono::seconds{60}; ///< 30 s to connect, 30 s for TLS (HT-33)
constexpr qint64 kReadBuffer = qint64{1} << 20; ///< what may pile up in Qt; HTTP/1.1 only (performance.md §4)
constexpr qint64 kLongestHead = qint64{64} << 10; ///< HT-34
constexpr int kReadsAtOnce = 8; ///< then the other exchanges of this thread have their turn

QString text(const char *source)
{
    return QCoreApplication::translate("Http", source);
}

bool isDigitList(const QByteArray &value)
{
    return value.contains(',') && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ',' || c == ' ';
    });
}

/// Qt joins equal fields: cookies with line feeds, the others with ", ". Where a list makes no sense they are
/// taken apart again.
Headers headersOf(const QNetworkReply &reply)
{
    Headers headers;
    for (const auto &[name, value] : reply.rawHeaderPairs()) {
        const QByteArray lower = name.toLower();
        QList<QByteArray> parts = {value};
        if (lower == "set-cookie")
            parts = value.split('\n');
        else if ((lower == "retry-after" || lower == "content-length") && isDigitList(value))
            parts = value.split(',');
        for (const QByteArray &part : parts)
            headers.add(name, part.trimmed());
    }
    return headers;
}

/// -1 = the head does not say; -2 = it says two different things.
qint64 announcedLength(const Headers &headers)
{
    if (headers.contains("Transfer-Encoding"))
        return -1;
    qint64 length = -1;
    for (const QByteArray &value : headers.values("Content-Length")) {
        bool isNumber = false;
        const qint64 one = value.toLongLong(&isNumber);
        if (!isNumber || one < 0 || (length >= 0 && one != length))
            return -2;
        length = one;
    }
    return length;
}

Error oddAnswer(const char *what, const ResponseHead &head)
{
    Error error;
    error.code = ErrorCode::ProtocolMismatch;
    error.what = text(what);
    error.where = placeOf(head.url);
    error.httpStatus = head.status;
    return error;
}

} // namespace

QtExchange::QtExchange(QNetworkAccessManager &manager, Request request, BodySink &sink,
    std::shared_ptr<CookieJar> cookies, Ended ended)
    : m_manager(manager)
    , m_request(std::move(request))
    , m_sink(sink)
    , m_cookies(std::move(cookies))
    , m_ended(std::move(ended))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QtExchange::onTimeout);
}

QtExchange::~QtExchange()
{
    dropReply();
}

void QtExchange::start(const QSslConfiguration &tls, bool onKeptConnection)
{
    m_clock.start();
    if (m_request.timesSent)
        ++*m_request.timesSent;
    m_reply = dispatch(buildRequest(tls));
    // A request with a body starts with the next turn of the event loop, and a limit set before is forgotten.
    QMetaObject::invokeMethod(
        m_reply, [reply = m_reply] { reply->setReadBufferSize(kReadBuffer); }, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &e) { m_tlsErrors = e; });
    if (m_handshake) {
        const auto show = [this, reply = m_reply] { m_handshake(reply->sslConfiguration()); };
        connect(m_reply, &QNetworkReply::encrypted, this, show);
        connect(m_reply, &QNetworkReply::sslErrors, this, show);
    }
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, &QtExchange::onConnecting);
    connect(m_reply, &QNetworkReply::encrypted, this, &QtExchange::onSent);
    connect(m_reply, &QNetworkReply::requestSent, this, &QtExchange::onSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &QtExchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &QtExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &QtExchange::onFinished);
    wait(onKeptConnection ? Limit::FirstByte : Limit::Connect); // no connecting, no sign of having sent
}

QNetworkRequest QtExchange::buildRequest(const QSslConfiguration &tls) const
{
    QNetworkRequest request(m_request.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setSslConfiguration(tls);
    // Qt would say Mozilla/5.0, the language of the desktop, and codings it undoes badly (QT-02, QT-09).
    request.setRawHeader("User-Agent", "Waybill/" WAYBILL_VERSION);
    request.setRawHeader("Accept-Language", "en");
    request.setRawHeader("Accept-Encoding", "gzip");
    for (const Header &header : m_request.headers.all())
        request.setRawHeader(header.name, header.value);
    if (m_cookies) {
        const QByteArray cookies = m_cookies->header(m_request.url, SystemClock().now());
        if (!cookies.isEmpty())
            request.setRawHeader("Cookie", cookies);
    }
    return request;
}

QNetworkReply *QtExchange::dispatch(const QNetworkRequest &request)
{
    if (m_request.method == "HEAD") // as a custom method Qt would wait for its body
        return m_manager.head(request);
    auto *body = new OneShotBody(m_request.body, this);
    QNetworkReply *reply = m_manager.sendCustomRequest(request, m_request.method, body);
    body->setParent(reply);
    return reply;
}

void QtExchange::wait(Limit limit)
{
    m_waitingFor = limit;
    switch (limit) {
    case Limit::Connect: m_timer.start(std::min(kConnectLimit, m_request.firstByteTimeout)); return;
    case Limit::FirstByte: m_timer.start(m_request.firstByteTimeout); return;
    case Limit::Idle: m_timer.start(m_request.idleTimeout); return;
    }
}

void QtExchange::onTimeout()
{
    if (m_waitingFor == Limit::Idle && m_reply->bytesAvailable() > 0) { // we were the slow ones
        readSome();
        return;
    }
    if (m_waitingFor != Limit::Connect)
        noteArrival();
    fail(timedOut(m_waitingFor, m_timer.intervalAsDuration(), m_request.url));
}

void QtExchange::onConnecting()
{
    // Qt does not tell when a request without a body that is sent as one-shot has left; without TLS
    // (loopback) there is nothing else to wait for.
    if (m_request.url.scheme() == QLatin1String("http") && !m_head)
        wait(Limit::FirstByte);
}

void QtExchange::onSent()
{
    noteArrival();
    if (!m_head)
        wait(Limit::FirstByte);
}

void QtExchange::noteArrival()
{
    if (m_request.mayHaveArrived)
        *m_request.mayHaveArrived = true;
}

void QtExchange::onHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_head || status == 0)
        return;
    noteArrival();
    ResponseHead head;
    head.status = status;
    head.headers = headersOf(*m_reply);
    head.url = m_request.url;
    head.receivedAt = SystemClock().now();
    head.latency = milliseconds{m_clock.elapsed()};
    m_head = std::move(head);
    if (m_cookies)
        m_cookies->take(m_request.url, m_head->headers.values("Set-Cookie"), m_head->receivedAt);
    wait(Limit::Idle);
    Result<> ready = checkHead();
    if (ready)
        ready = m_sink.begin(*m_head);
    if (!ready && m_reply != nullptr)
        fail(ready.error());
}

Result<> QtExchange::checkHead() const
{
    qint64 size = 0;
    for (const Header &header : m_head->headers.all())
        size += header.name.size() + header.value.size() + 4;
    if (size > kLongestHead)
        return failure(oddAnswer(
            QT_TRANSLATE_NOOP("Http", "The server's answer has headers of more than 64 KiB."), *m_head));
    if (m_head->status < 200 || m_head->status > 599)
        return failure(
            oddAnswer(QT_TRANSLATE_NOOP("Http", "The server answered with an unusable status."), *m_head));
    if (announcedLength(m_head->headers) == -2)
        return failure(
            oddAnswer(QT_TRANSLATE_NOOP("Http",
                          "The server announced two lengths for one answer, or one that is no number."),
                *m_head));
    return {};
}

void QtExchange::readSome()
{
    if (!m_head)
        onHead();
    if (m_buffer.isEmpty())
        m_buffer.resize(kReadBuffer);
    for (int i = 0; i < kReadsAtOnce && m_reply != nullptr && m_head; ++i) {
        const qint64 got = m_reply->read(m_buffer.data(), m_buffer.size());
        if (got <= 0)
            return;
        m_received += got;
        auto taken = m_sink.take(QByteArrayView(m_buffer).first(got));
        if (m_reply == nullptr) // given up from inside the sink
            return;
        if (!taken)
            return fail(taken.error());
        wait(Limit::Idle);
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_reply != nullptr)
                readSome();
        },
        Qt::QueuedConnection);
}

void QtExchange::onFinished()
{
    onHead();
    while (m_reply != nullptr && m_head && m_reply->bytesAvailable() > 0) {
        const auto before = m_received;
        readSome();
        if (m_received == before)
            break;
    }
    if (m_reply == nullptr)
        return;
    const auto code = m_reply->error();
    m_diedUnanswered = !m_head
        && (code == QNetworkReply::RemoteHostClosedError || code == QNetworkReply::ContentReSendError);
    end(verdict());
}

/// Qt speaks of a repeat that it could not make in two cases in which nobody wants one: an answer without any
/// length ends with its connection, before Qt looked at it; and every 307 and 308, though we follow
/// ourselves.
bool QtExchange::endsAsAnnounced(QNetworkReply::NetworkError code) const
{
    const bool hasNoLength =
        announcedLength(m_head->headers) == -1 && !m_head->headers.contains("Transfer-Encoding");
    const bool isRepeatable = m_head->status == 307 || m_head->status == 308;
    return code == QNetworkReply::ContentReSendError && (hasNoLength || isRepeatable);
}

Result<ResponseHead> QtExchange::verdict() const
{
    const auto code = m_reply->error();
    if (!m_head && !neverArrived(code) && m_request.mayHaveArrived)
        *m_request.mayHaveArrived = true;
    if (!m_head && code == QNetworkReply::NoError)
        return failure(networkError(QNetworkReply::RemoteHostClosedError, {}, m_request.url, false));
    const bool viaProxy = m_head && m_head->status == 407; // a 407 is the proxy's word, never the server's
    if (!m_head || viaProxy || !(isJustStatus(code) || endsAsAnnounced(code))) {
        const auto named = viaProxy ? QNetworkReply::ProxyAuthenticationRequiredError : code;
        return failure(networkError(named, m_tlsErrors, m_request.url, m_head.has_value()));
    }
    const qint64 announced = announcedLength(m_head->headers);
    const bool isBodyless = m_request.method == "HEAD" || m_head->status == 204 || m_head->status == 304;
    if (!isBodyless && announced >= 0 && m_received != announced) // BD-139: Qt sometimes says NoError (QT-04)
        return failure(cutOff(m_received, announced, m_request.url));
    return *m_head;
}

void QtExchange::dropReply()
{
    m_timer.stop();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (reply == nullptr)
        return;
    m_mayBeStuck = !m_head && !reply->isFinished();
    reply->disconnect(this);
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

void QtExchange::giveUp()
{
    m_ended = {};
    dropReply();
}

void QtExchange::fail(Error error)
{
    end(failure(std::move(error)));
}

void QtExchange::end(Result<ResponseHead> result)
{
    m_endedWell = result.has_value() && m_request.mayBeRepeated;
    dropReply();
    if (auto ended = std::exchange(m_ended, {}))
        ended(std::move(result));
}

} // namespace waybill::http
