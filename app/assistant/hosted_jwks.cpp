// SPDX-License-Identifier: Apache-2.0
#include "assistant/hosted_jwks.h"

#include "assistant/words.h"
#include "base/redact.h"
#include "keys/jwk.h"
#include "keys/key_pair.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waybill::assistant {

using discovery::Finding;
using discovery::FindingState;
using discovery::JwksSeen;
namespace {

QList<QJsonObject> keysIn(const QByteArray &jwks, const QString &keyId)
{
    QList<QJsonObject> found;
    const QJsonArray all = QJsonDocument::fromJson(jwks).object().value(QLatin1String("keys")).toArray();
    for (const QJsonValue &value : all) {
        if (value.toObject().value(QLatin1String("kid")).toString() == keyId)
            found.append(value.toObject());
    }
    return found;
}

bool samePublicKey(const QJsonObject &a, const QJsonObject &b)
{
    const Result<QByteArray> one = keys::jwkThumbprint(a);
    const Result<QByteArray> other = keys::jwkThumbprint(b);
    return one && other && *one == *other;
}

Finding keyFinding(const QByteArray &hosted, const QByteArray &local, const QString &keyId)
{
    const QString title = Words::tr("Our key");
    const QString id = QStringLiteral("jwks.key");
    const QList<QJsonObject> there = keysIn(hosted, keyId);
    const QList<QJsonObject> here = keysIn(local, keyId);
    if (there.isEmpty()) {
        return {id, FindingState::Bad, title,
            Words::tr("The hosted copy differs: it has no key with the ID %1.").arg(keyId)};
    }
    if (there.size() > 1) {
        return {id, FindingState::Bad, title,
            Words::tr("The key ID %1 occurs %2 times; servers take either one.")
                .arg(keyId)
                .arg(there.size())};
    }
    if (here.isEmpty() || !samePublicKey(there.first(), here.first())) {
        return {id, FindingState::Bad, title,
            Words::tr("The hosted copy differs: another key has the ID %1.").arg(keyId)};
    }
    return {id, FindingState::Ok, title, Words::tr("The hosted copy holds our public key once.")};
}

Finding cacheFinding(const http::Headers &headers)
{
    const QByteArray cache = headers.value("Cache-Control");
    if (cache.isEmpty()) {
        return {QStringLiteral("jwks.cache"), FindingState::Unknown, Words::tr("Caching"),
            Words::tr("No Cache-Control header: after a rotation servers may keep the old copy for a day.")};
    }
    return {
        QStringLiteral("jwks.cache"), FindingState::Ok, Words::tr("Caching"), plainServerText(cache, 120)};
}

Finding typeFinding(const http::Headers &headers)
{
    const QByteArray type = headers.value("Content-Type").toLower();
    const bool fine = type.startsWith("application/json") || type.startsWith("application/jwk-set+json");
    return {QStringLiteral("jwks.type"), fine ? FindingState::Ok : FindingState::Attention,
        Words::tr("Content type"),
        type.isEmpty() ? Words::tr("Not stated; servers expect application/json.")
                       : plainServerText(type, 120)};
}

} // namespace

QList<Finding> checkHostedJwks(const http::Response &answer, const QByteArray &local, const QString &keyId)
{
    const QString place = placeOf(answer.head.url);
    Finding reached{QStringLiteral("jwks.reached"), FindingState::Ok, Words::tr("Address"),
        Words::tr("Answers without credentials."), place, answer.head.latency};
    if (answer.head.status >= 300 && answer.head.status < 400) {
        reached.state = FindingState::Attention;
        reached.detail =
            Words::tr("Redirects (HTTP %1); not every server follows. Register the final address.")
                .arg(answer.head.status);
        return {reached};
    }
    if (answer.head.status != 200) {
        reached.state = FindingState::Bad;
        reached.detail = Words::tr("Answers with HTTP %1 instead of the key set.").arg(answer.head.status);
        return {reached};
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.object().value(QLatin1String("keys")).isArray()) {
        return {reached,
            {QStringLiteral("jwks.json"), FindingState::Bad, Words::tr("Content"),
                Words::tr("This is not a JWK Set: no JSON object with “keys”.")}};
    }
    QList<Finding> findings{reached};
    if (const Result<> clean = keys::checkPublicOnly(answer.body); !clean) {
        findings.append(
            {QStringLiteral("jwks.private"), FindingState::Bad, Words::tr("PRIVATE KEY PUBLISHED"),
                Words::tr("The hosted set holds a private key. Take it down now and make a new key pair.")});
    }
    findings.append(keyFinding(answer.body, local, keyId));
    findings.append(typeFinding(answer.head.headers));
    findings.append(cacheFinding(answer.head.headers));
    return findings;
}

JwksSeen hostedJwksSeen(const Result<http::Response> &answer, const QByteArray &local, const QString &keyId)
{
    if (!answer || answer->head.status != 200)
        return JwksSeen::Unreachable;
    if (!QJsonDocument::fromJson(answer->body).object().value(QLatin1String("keys")).isArray())
        return JwksSeen::Malformed;
    if (!keys::checkPublicOnly(answer->body))
        return JwksSeen::PrivateKey;
    const QList<QJsonObject> there = keysIn(answer->body, keyId);
    if (there.size() != 1)
        return there.isEmpty() ? JwksSeen::KeyMissing : JwksSeen::KeyTwice;
    const QList<QJsonObject> here = keysIn(local, keyId);
    return !here.isEmpty() && samePublicKey(there.first(), here.first()) ? JwksSeen::Good
                                                                         : JwksSeen::OtherKey;
}

} // namespace waybill::assistant
