// SPDX-License-Identifier: Apache-2.0
#include "auth/scopes.h"
#include "auth/token_source.h"
#include "auth/words.h"
#include "base/redact.h"
#include "http/origin.h"
#include "keys/jwk.h"
#include "keys/sha256.h"

#include <QJsonDocument>

#include <algorithm>

namespace waybill::auth {
namespace {

using namespace std::chrono_literals;

constexpr int kJtiBytes = 24; ///< 192 random bits; SB-043 wants 128

QByteArray part(const QJsonObject &object)
{
    // QJsonObject writes its names in alphabetical order: the text is the same for the same claims.
    return keys::toBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<> checkSettings(const ClientSettings &settings)
{
    if (settings.clientId.isEmpty())
        return failure(ErrorCode::InvalidInput, Words::tr("The client id is missing."), {},
            Words::tr("Enter the client id from the app's registration."));
    if (!settings.tokenUrl.isValid() || !http::isAllowedScheme(settings.tokenUrl))
        return failure(ErrorCode::InvalidInput, Words::tr("The token URL must be an https address."),
            redactedUrl(settings.tokenUrl), Words::tr("Run the discovery again, or enter the token URL."));
    if (settings.scopes.isEmpty())
        return failure(ErrorCode::InvalidInput, Words::tr("No scope is asked for."), {},
            Words::tr("Choose at least one resource type."));
    return checkScopes(settings.scopes);
}

void appendField(QByteArray &body, const char *name, const QByteArray &value)
{
    // Everything but unreserved characters is encoded, so "/", "*", "|", "+" and blanks are safe (SB-050).
    body += (body.isEmpty() ? "" : "&") + QByteArray(name) + '='
        + QUrl::toPercentEncoding(QString::fromUtf8(value));
}

} // namespace

Result<QByteArray> clientAssertion(const ClientSettings &settings, const keys::KeyPair &key, Instant now)
{
    const QByteArray jti = keys::toBase64Url(keys::randomBytes(kJtiBytes));
    if (jti.isEmpty())
        return failure(ErrorCode::Internal, Words::tr("The system gave no random numbers."));
    const QString kid = settings.keyId.isEmpty() ? QString::fromLatin1(key.thumbprint()) : settings.keyId;
    const auto issued = std::chrono::floor<std::chrono::seconds>(now + settings.clockOffset);
    const auto lifetime = std::clamp(settings.assertionLifetime, 60s, 300s); // SB-041
    const QJsonObject header{{QStringLiteral("alg"), keys::algorithmName(key.algorithm())},
        {QStringLiteral("kid"), kid}, {QStringLiteral("typ"), QStringLiteral("JWT")}}; // SB-040: no jku
    const QJsonObject claims{{QStringLiteral("iss"), settings.clientId},
        {QStringLiteral("sub"), settings.clientId},
        {QStringLiteral("aud"), settings.tokenUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("exp"), qint64{(issued + lifetime).time_since_epoch().count()}},
        {QStringLiteral("iat"), qint64{issued.time_since_epoch().count()}}, // SB-042: no nbf
        {QStringLiteral("jti"), QString::fromLatin1(jti)}};
    const QByteArray input = part(header) + '.' + part(claims);
    return key.sign(input).map(
        [&input](const QByteArray &signature) { return input + '.' + keys::toBase64Url(signature); });
}

Result<http::Request> tokenRequest(const ClientSettings &settings, const keys::KeyPair &key, Instant now)
{
    if (const auto good = checkSettings(settings); !good)
        return failure(good.error());
    const auto assertion = clientAssertion(settings, key, now);
    if (!assertion)
        return failure(assertion.error());
    http::Request request;
    request.method = "POST";
    request.url = settings.tokenUrl;
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("Accept", "application/json");
    appendField(request.body, "grant_type", "client_credentials");
    appendField(request.body, "scope", settings.scopes.join(QLatin1Char(' ')).toUtf8());
    appendField(
        request.body, "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    appendField(request.body, "client_assertion", *assertion);
    request.maxBodyBytes = 1 << 20;
    request.mayBeRepeated = false; // the assertion is good for one use (SB-043)
    return request;
}

} // namespace waybill::auth
