// SPDX-License-Identifier: Apache-2.0
#include "http/network_errors.h"

#include "base/redact.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::http {
namespace {

using Code = QNetworkReply::NetworkError;

/// Qt's error numbers are in blocks: 1 the network, 101 the proxy, 201 content, 301 protocol, 401 the server.
constexpr int kFirstProxyError = 100;
constexpr int kFirstContentError = 200;
constexpr int kPastServerErrors = 500;

struct Words {
    const char *what;
    const char *next;
};

QString text(const char *source)
{
    return QCoreApplication::translate("Http", source);
}

QString hostOf(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

Error say(const Words &words, const QUrl &url)
{
    Error error;
    error.code = ErrorCode::Network;
    error.what = text(words.what).replace(QLatin1String("%1"), hostOf(url));
    error.where = placeOf(url);
    error.next = text(words.next);
    return error;
}

struct TlsCause {
    QList<QSslError::SslError> complaints;
    Words words;
};

constexpr const char *kAskOperator = QT_TRANSLATE_NOOP("Http", "Tell the server's operator.");
constexpr const char *kCheckClock =
    QT_TRANSLATE_NOOP("Http", "Check this computer's clock; if it is right, tell the server's operator.");

/// First the complaints that explain the others: a self-signed certificate is that before it is expired.
QList<TlsCause> tlsCauses()
{
    using E = QSslError;
    return {
        {{E::CertificateRevoked, E::CertificateBlacklisted},
            {QT_TRANSLATE_NOOP("Http", "The certificate of %1 was revoked."),
                QT_TRANSLATE_NOOP("Http", "Do not send anything there; ask the server's operator.")}},
        {{E::SelfSignedCertificate},
            {QT_TRANSLATE_NOOP("Http", "The certificate of %1 is signed by itself, not by an authority."),
                QT_TRANSLATE_NOOP(
                    "Http", "If this server is yours, add its certificate as a CA file to the practice.")}},
        {{E::SelfSignedCertificateInChain, E::UnableToGetIssuerCertificate},
            {QT_TRANSLATE_NOOP(
                 "Http", "The certificate of %1 comes from an authority this computer does not know."),
                QT_TRANSLATE_NOOP("Http",
                    "Add the authority's certificate as a CA file to the practice; behind a company proxy it "
                    "is "
                    "the company's.")}},
        {{E::CertificateExpired},
            {QT_TRANSLATE_NOOP("Http", "The certificate of %1 has expired."), kCheckClock}},
        {{E::CertificateNotYetValid},
            {QT_TRANSLATE_NOOP("Http", "The certificate of %1 is not valid yet."), kCheckClock}},
        {{E::HostNameMismatch},
            {QT_TRANSLATE_NOOP("Http", "The certificate of %1 is for another host name."),
                QT_TRANSLATE_NOOP(
                    "Http", "Check the address for typing errors; otherwise tell the server's operator.")}},
        {{E::UnableToGetLocalIssuerCertificate, E::UnableToVerifyFirstCertificate, E::CertificateUntrusted},
            {QT_TRANSLATE_NOOP("Http",
                 "The certificate of %1 cannot be traced to an authority this computer knows; an "
                 "intermediate "
                 "certificate may be missing."),
                QT_TRANSLATE_NOOP("Http",
                    "Tell the server's operator, or add the authority as a CA file to the practice.")}},
    };
}

Error tlsError(const QList<QSslError> &complaints, const QUrl &url)
{
    if (complaints.isEmpty()) {
        return say(
            {QT_TRANSLATE_NOOP("Http",
                 "No secure connection to %1 could be agreed on: it offers only TLS 1.1 or older, or no TLS "
                 "at all."),
                QT_TRANSLATE_NOOP("Http", "Tell the server's operator: TLS 1.2 or newer is required.")},
            url);
    }
    for (const TlsCause &cause : tlsCauses()) {
        const bool fits = std::any_of(complaints.begin(), complaints.end(),
            [&cause](const QSslError &complaint) { return cause.complaints.contains(complaint.error()); });
        if (fits)
            return say(cause.words, url);
    }
    return say({QT_TRANSLATE_NOOP("Http", "The certificate of %1 was not accepted."), kAskOperator}, url);
}

Words brokenWords(bool anyAnswer)
{
    if (anyAnswer) {
        return {QT_TRANSLATE_NOOP("Http", "%1 closed the connection in the middle of its answer."),
            QT_TRANSLATE_NOOP(
                "Http", "Try again; if it happens every time, a proxy or firewall may be in between.")};
    }
    return {QT_TRANSLATE_NOOP("Http", "%1 closed the connection without an answer."),
        QT_TRANSLATE_NOOP(
            "Http", "Try again; if it happens every time, a proxy or firewall may be in between.")};
}

Words plainWords(Code code)
{
    if (code == Code::HostNotFoundError)
        return {QT_TRANSLATE_NOOP("Http", "The host %1 was not found."),
            QT_TRANSLATE_NOOP("Http", "Check the address for typing errors, and the network or VPN.")};
    if (code == Code::ConnectionRefusedError)
        return {QT_TRANSLATE_NOOP("Http", "%1 refused the connection."),
            QT_TRANSLATE_NOOP("Http",
                "Check the address and port; the server may be down, or a firewall may be in between.")};
    if (code == Code::TimeoutError)
        return {QT_TRANSLATE_NOOP("Http", "%1 could not be reached in time."),
            QT_TRANSLATE_NOOP("Http", "Check the network or VPN, then try again.")};
    if (code == Code::ProxyAuthenticationRequiredError)
        return {QT_TRANSLATE_NOOP("Http", "The proxy on the way to %1 asks for a user name and password."),
            QT_TRANSLATE_NOOP("Http",
                "Enter them where the practice's endpoint is chosen, under Certificates and proxy, or in the "
                "system "
                "settings; or ask your network administrators to let this host pass.")};
    const int value = static_cast<int>(code);
    if (value > kFirstProxyError && value < kFirstContentError)
        return {QT_TRANSLATE_NOOP("Http", "The proxy on the way to %1 did not make the connection."),
            QT_TRANSLATE_NOOP("Http", "Check the proxy in the system settings.")};
    return {QT_TRANSLATE_NOOP("Http", "The connection to %1 failed."),
        QT_TRANSLATE_NOOP("Http", "Check the network or VPN, then try again.")};
}

} // namespace

Error timedOut(Limit limit, std::chrono::milliseconds after, const QUrl &url)
{
    Words words{};
    switch (limit) {
    case Limit::Connect:
        words = {QT_TRANSLATE_NOOP("Http", "No connection to %1 within %2 s."),
            QT_TRANSLATE_NOOP("Http", "Check the network or VPN, then try again.")};
        break;
    case Limit::FirstByte:
        words = {QT_TRANSLATE_NOOP("Http", "%1 took the request but did not answer within %2 s."),
            QT_TRANSLATE_NOOP("Http", "The server may be busy; try again later.")};
        break;
    case Limit::Idle:
        words = {QT_TRANSLATE_NOOP("Http", "%1 stopped sending in the middle of its answer for %2 s."),
            QT_TRANSLATE_NOOP("Http", "The server may be busy; try again later.")};
        break;
    }
    Error error = say(words, url);
    const double seconds = std::chrono::duration<double>(after).count();
    error.what.replace(QLatin1String("%2"), QString::number(seconds, 'g', 3));
    return error;
}

Error networkError(Code code, const QList<QSslError> &tls, const QUrl &url, bool anyAnswer)
{
    if (code == Code::SslHandshakeFailedError)
        return tlsError(tls, url);
    if (code == Code::RemoteHostClosedError || code == Code::ContentReSendError)
        return say(brokenWords(anyAnswer), url);
    if (code == Code::ProtocolFailure || code == Code::ProtocolUnknownError) {
        Error error = say({QT_TRANSLATE_NOOP("Http", "%1 answered, but not in HTTP."),
                              QT_TRANSLATE_NOOP("Http", "Check the address and port.")},
            url);
        error.code = ErrorCode::ProtocolMismatch;
        return error;
    }
    return say(plainWords(code), url);
}

Error cutOff(std::int64_t received, std::int64_t announced, const QUrl &url)
{
    Error error = say(brokenWords(true), url);
    error.what = text(QT_TRANSLATE_NOOP("Http", "The answer of %1 is incomplete: %2 of %3 bytes arrived."))
                     .arg(hostOf(url))
                     .arg(received)
                     .arg(announced);
    return error;
}

bool isJustStatus(Code code)
{
    const int value = static_cast<int>(code);
    const bool content = value >= kFirstContentError && value < kPastServerErrors
        && code != Code::ContentReSendError && code != Code::ProtocolFailure
        && code != Code::ProtocolUnknownError;
    return code == Code::NoError || content || code == Code::ProxyAuthenticationRequiredError;
}

bool neverArrived(Code code)
{
    const int value = static_cast<int>(code);
    return code == Code::ConnectionRefusedError || code == Code::HostNotFoundError
        || code == Code::SslHandshakeFailedError || (value > kFirstProxyError && value < kFirstContentError);
}

} // namespace waybill::http
