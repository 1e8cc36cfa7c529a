// SPDX-License-Identifier: Apache-2.0
#include "auth/token_source.h"
#include "auth/words.h"
#include "base/redact.h"
#include "http/retry_after.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace waybill::auth {
namespace {

using namespace std::chrono_literals;

constexpr auto kAssumedLifetime = 300s; // SB-054
constexpr double kLongestLifetime = 1e9; ///< seconds; beyond it the sum would leave the range of a clock
constexpr qsizetype kShownCharacters = 500; // SB-064
constexpr auto kFatalSkew = 120s; // SB-045

/// Server text without anything that may be a credential.
QString shownText(QByteArrayView body)
{
    static const QRegularExpression named(
        QStringLiteral("(\"[^\"]*(?:token|assertion|secret|code|password)\"\\s*:\\s*)\"[^\"]*\"?"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression longWord(QStringLiteral("[A-Za-z0-9_\\-.~+/=]{40,}"));
    // Redacted before it is cut, so that no half of a credential stays; the body was bounded already.
    QString text = plainServerText(body, 20'000);
    text.replace(named, QStringLiteral("\\1\"[redacted]\"")).replace(longWord, QStringLiteral("[redacted]"));
    return text.size() > kShownCharacters ? text.first(kShownCharacters) + QStringLiteral(" …") : text;
}

QString plainMember(const QJsonObject &object, const char *name)
{
    return shownText(object.value(QLatin1String(name)).toString().toUtf8());
}

std::optional<TokenRefusal> refusalIn(const QJsonObject &answer, int status)
{
    if (!answer.value(QLatin1String("error")).isString())
        return std::nullopt;
    return TokenRefusal{plainMember(answer, "error"), plainMember(answer, "error_description"),
        plainMember(answer, "error_uri"), status};
}

ErrorCode codeFor(int status)
{
    if (status == 429 || status == 503)
        return ErrorCode::Throttled;
    if (status >= 500)
        return ErrorCode::ServerFailure;
    if (status == 404 || status == 410)
        return ErrorCode::NotFound;
    if (status == 400 || status == 401 || status == 403)
        return ErrorCode::Unauthorized;
    return ErrorCode::ProtocolMismatch;
}

/// SB-045: a wrong clock is the one cause we can measure, so it is said first.
QString clockAdvice(const http::ResponseHead &head, std::chrono::seconds offset)
{
    const auto skew = http::clockSkew(head);
    if (!skew || std::chrono::abs(*skew - offset) <= kFatalSkew)
        return {};
    if (offset != 0s) {
        return Words::tr("The request was signed with a clock shifted by %1 s, but the server's differs by "
                         "%2 s: take the shift back, and set this computer's clock.")
            .arg(offset.count())
            .arg(std::chrono::round<std::chrono::seconds>(*skew).count());
    }
    const auto minutes = std::chrono::round<std::chrono::minutes>(std::chrono::abs(*skew)).count();
    return *skew > 0ms
        ? Words::tr("Set this computer's clock: it is %1 min behind the server's.").arg(minutes)
        : Words::tr("Set this computer's clock: it is %1 min ahead of the server's.").arg(minutes);
}

Error errorOf(const http::Response &response, const QJsonObject &answer, std::chrono::seconds clockOffset)
{
    const int status = response.head.status;
    Error error;
    error.code = codeFor(status);
    error.where = placeOf(response.head.url);
    error.httpStatus = status;
    const http::RetryAfter wait = http::retryAfter(response.head);
    if (wait.kind == http::RetryAfter::Kind::Delay)
        error.retryAfter = wait.delay;
    if (const auto refusal = refusalIn(answer, status)) {
        error.what = Words::tr("The authorization server refused the token request: %1.").arg(refusal->error);
        error.serverText = toServerText(*refusal);
        if (error.code == ErrorCode::Unauthorized)
            error.next = clockAdvice(response.head, clockOffset);
        return error;
    }
    error.what = Words::tr("The token endpoint answered with HTTP status %1.").arg(status);
    error.serverText = shownText(response.body);
    return error;
}

/// HT-26: the signed assertion is a credential and is not shown to the next address.
Error redirectError(const http::Response &response)
{
    const QUrl target =
        response.head.url.resolved(QUrl::fromEncoded(response.head.headers.value("Location")));
    Error error;
    error.code = ErrorCode::ProtocolMismatch;
    error.what =
        Words::tr("The token endpoint redirects to %1, which is not followed.").arg(redactedUrl(target));
    error.where = placeOf(response.head.url);
    error.next = Words::tr("If that address is right, enter it as the token URL.");
    error.httpStatus = response.head.status;
    return error;
}

Error unusable(const http::Response &response, const QString &what)
{
    Error error;
    error.code = ErrorCode::ProtocolMismatch;
    error.what = what;
    error.where = placeOf(response.head.url);
    error.next = Words::tr("Check the token URL; if it is right, send the details to the server's operator.");
    error.httpStatus = response.head.status;
    error.serverText = shownText(response.body);
    return error;
}

/// Seconds; nullopt for what says nothing: absent, no number, zero or less (SB-054).
std::optional<std::chrono::seconds> lifetime(const QJsonValue &value)
{
    bool good = value.isDouble();
    const double seconds = good ? value.toDouble() : value.toString().trimmed().toDouble(&good);
    if (!good || !std::isfinite(seconds) || seconds < 1)
        return std::nullopt;
    return std::chrono::seconds{static_cast<std::int64_t>(std::min(seconds, kLongestLifetime))};
}

/// RFC 6750 2.1: what may follow "Bearer ". Anything else would break out of the header.
bool isBearerText(const QByteArray &token)
{
    return !token.isEmpty()
        && std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<AccessToken> granted(
    const http::Response &response, const QJsonObject &answer, const ClientSettings &settings, Instant now)
{
    QByteArray text = answer.value(QLatin1String("access_token")).toString().toUtf8();
    if (!isBearerText(text))
        return failure(unusable(response, Words::tr("The token endpoint's answer holds no access token.")));
    const QString type = answer.value(QLatin1String("token_type")).toString(QStringLiteral("bearer"));
    if (type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0) {
        wipe(text);
        return failure(unusable(response,
            Words::tr("The token is of type \"%1\"; only bearer tokens can be used.").arg(type.left(40))));
    }
    AccessToken token;
    token.value = std::make_shared<const SecretBytes>(text);
    wipe(text);
    const auto stated = lifetime(answer.value(QLatin1String("expires_in")));
    token.obtainedAt = now;
    token.expiresAt = now + stated.value_or(kAssumedLifetime);
    token.lifetimeStated = stated.has_value();
    token.granted = answer.value(QLatin1String("scope"))
                        .toString()
                        .simplified()
                        .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (token.granted.isEmpty()) // RFC 6749 5.1: left out when it is what was asked for
        token.granted = settings.scopes;
    return token; // a refresh token is not even read (SB-057)
}

} // namespace

QByteArray AccessToken::authorization() const
{
    return value ? "Bearer " + value->view().toByteArray() : QByteArray();
}

Result<AccessToken> readTokenResponse(
    const http::Response &response, const ClientSettings &settings, Instant now)
{
    const int status = response.head.status;
    if (status >= 300 && status < 400)
        return failure(redirectError(response));
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    if (status < 200 || status >= 300)
        return failure(errorOf(response, answer, settings.clockOffset));
    if (answer.isEmpty())
        return failure(unusable(response, Words::tr("The token endpoint's answer is not JSON.")));
    if (refusalIn(answer, status) && !answer.contains(QLatin1String("access_token"))) {
        // A refusal under status 200: seen, though not allowed.
        Error error = errorOf(response, answer, settings.clockOffset);
        error.code = ErrorCode::Unauthorized;
        return failure(error);
    }
    return granted(response, answer, settings, now);
}

} // namespace waybill::auth
