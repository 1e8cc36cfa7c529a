// SPDX-License-Identifier: Apache-2.0
#include "assistant/rotation_set.h"

#include "assistant/key_files.h"
#include "assistant/words.h"
#include "keys/jwk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace waybill::assistant {

namespace {

QList<QJsonObject> keysOf(const QByteArray &jwks)
{
    QList<QJsonObject> keys;
    const QJsonArray all = QJsonDocument::fromJson(jwks).object().value(QLatin1String("keys")).toArray();
    for (const QJsonValue &value : all)
        keys.append(value.toObject());
    return keys;
}

QString idOf(const QJsonObject &jwk)
{
    return jwk.value(QLatin1String("kid")).toString();
}

QString thumbprintOf(const QJsonObject &jwk)
{
    const Result<QByteArray> thumbprint = keys::jwkThumbprint(jwk);
    return thumbprint ? QString::fromLatin1(*thumbprint) : QString();
}

/// How often a key stands under its ID; another key under that ID is as bad as two.
int timesIn(const QList<QJsonObject> &set, const rotation::Key &key)
{
    int times = 0;
    for (const QJsonObject &jwk : set) {
        if (idOf(jwk) == key.keyId)
            times += thumbprintOf(jwk) == key.thumbprint ? 1 : 2;
    }
    return times;
}

QString hostedPath(const QString &folder, const rotation::State &state)
{
    return folder + QLatin1Char('/') + state.next.thumbprint + QStringLiteral(".hosted.json");
}

bool isOneOf(const QJsonObject &jwk, const rotation::State &state)
{
    const QString thumbprint = thumbprintOf(jwk);
    const QString id = idOf(jwk);
    return thumbprint == state.old.thumbprint || thumbprint == state.next.thumbprint || id == state.old.keyId
        || id == state.next.keyId;
}

} // namespace

QByteArray setToPublish(const rotation::State &state, const QString &folder, const QByteArray &hosted)
{
    const QList<rotation::Key> wanted = rotation::published(state);
    if (wanted.isEmpty())
        return {};
    QList<QJsonObject> set;
    for (const rotation::Key &key : wanted) {
        const QList<QJsonObject> mine = keysOf(readPublicHalf(folder, key.thumbprint).jwks);
        if (mine.size() != 1)
            return {};
        QJsonObject jwk = mine.first();
        jwk.insert(QStringLiteral("kid"), key.keyId);
        set.append(jwk);
    }
    if (keys::checkPublicOnly(hosted)) { // never repeat somebody's leaked private key
        for (const QJsonObject &jwk : keysOf(hosted)) {
            if (!isOneOf(jwk, state))
                set.append(jwk);
        }
    }
    return keys::jwkSet(set);
}

rotation::SetSeen setSeen(const Result<http::Response> &answer, const rotation::State &state)
{
    rotation::SetSeen seen;
    if (!answer) {
        seen.trouble = answer.error().what;
        return seen;
    }
    if (answer->head.status != 200) {
        seen.trouble =
            Words::tr("The JWKS URL answers with HTTP %1 instead of the key set.").arg(answer->head.status);
        return seen;
    }
    if (!QJsonDocument::fromJson(answer->body).object().value(QLatin1String("keys")).isArray()) {
        seen.trouble = Words::tr("What lies at the JWKS URL is not a JWK Set.");
        return seen;
    }
    if (!keys::checkPublicOnly(answer->body)) {
        seen.wrong = true;
        seen.trouble = Words::tr("The hosted set holds a private key. Take it down now.");
        return seen;
    }
    seen.maxAge = maxAgeOf(answer->head.headers);
    const QList<QJsonObject> there = keysOf(answer->body);
    const int olds = timesIn(there, state.old);
    const int nexts = timesIn(there, state.next);
    const bool stays = rotation::published(state).contains(state.old);
    // An old key that leaves must be gone under any ID.
    const bool traced = olds > 0 || std::any_of(there.cbegin(), there.cend(), [&](const QJsonObject &jwk) {
        return thumbprintOf(jwk) == state.old.thumbprint;
    });
    seen.hasOld = stays ? olds == 1 : traced;
    seen.hasNext = nexts == 1;
    seen.wrong = nexts > 1 || (stays && olds > 1);
    if (seen.wrong) {
        seen.trouble =
            Words::tr("The key ID %1 occurs more than once in the hosted set, or another key has it.")
                .arg(nexts > 1 ? state.next.keyId : state.old.keyId);
    }
    return seen;
}

void keepHostedSet(const QString &folder, const rotation::State &state, const QByteArray &hosted)
{
    // It is looked at again before anything depends on it, so a full disk costs nothing but that look.
    (void)writeJwks(hostedPath(folder, state), hosted);
}

QByteArray keptHostedSet(const QString &folder, const rotation::State &state)
{
    QFile file(hostedPath(folder, state));
    const QByteArray hosted = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return keys::checkPublicOnly(hosted) ? hosted : QByteArray();
}

std::chrono::seconds maxAgeOf(const http::Headers &headers)
{
    constexpr std::chrono::seconds kYear = std::chrono::hours{24 * 365};
    for (const QByteArray &value : headers.values("Cache-Control")) {
        for (const QByteArray &part : value.toLower().split(',')) {
            const QByteArray directive = part.trimmed();
            if (!directive.startsWith("max-age="))
                continue;
            bool number = false;
            const qint64 seconds = directive.mid(8).replace('"', "").toLongLong(&number);
            if (number && seconds > 0)
                return std::min(std::chrono::seconds{seconds}, kYear);
        }
    }
    return std::chrono::seconds{0};
}

} // namespace waybill::assistant
