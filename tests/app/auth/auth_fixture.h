// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/token_source.h"
#include "keys/jwk.h"

#include <QJsonDocument>
#include <QUrlQuery>

/// What the tests of this room share.
namespace waybill::test {

inline keys::KeyPair newKey(keys::KeyKind kind = keys::KeyKind::EcP384)
{
    return *keys::generate(kind);
}

inline auth::ClientSettings settings(
    const QUrl &tokenUrl = QUrl(QStringLiteral("https://auth.example/oauth2/token")))
{
    auth::ClientSettings client;
    client.tokenUrl = tokenUrl;
    client.clientId = QStringLiteral("client-1");
    client.scopes = {QStringLiteral("system/Group.read"), QStringLiteral("system/Patient.read")};
    return client;
}

/// 2026-11-23T12:00:00Z
inline constexpr Instant kNoon{std::chrono::milliseconds{1'795'435'200'000}};

/// A form field of a body, decoded as a server decodes it.
inline QString field(const QByteArray &body, const QString &name)
{
    return QUrlQuery(QString::fromLatin1(body)).queryItemValue(name, QUrl::FullyDecoded);
}

inline QJsonObject decodedPart(const QString &jwt, int index)
{
    const auto text = keys::fromBase64Url(jwt.section(QLatin1Char('.'), index, index).toLatin1());
    return QJsonDocument::fromJson(text.value_or(QByteArray())).object();
}

} // namespace waybill::test
