// SPDX-License-Identifier: Apache-2.0
#include "keys/jwk.h"

#include "keys/native.h"
#include "keys/sha256.h"
#include "keys/signature.h"
#include "keys/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/core_names.h>

#include <array>

namespace waybill::keys {
namespace {

constexpr int kCoordinate = 48; ///< octets of a P-384 coordinate (RFC 7518 6.2.1.2)

/// RFC 7518 6.3.1.1: as few octets as needed, so no leading zero.
QString shortest(const BIGNUM *number)
{
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    return QString::fromLatin1(toBase64Url(bytes));
}

/// Always 48 octets, with leading zeros: one key in 256 needs them for x, and some servers refuse less.
QString padded(const BIGNUM *number)
{
    std::array<char, kCoordinate> bytes{};
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), kCoordinate);
    return QString::fromLatin1(toBase64Url(QByteArrayView(bytes.data(), kCoordinate)));
}

QJsonObject publicMembers(const KeyPair &key)
{
    const EVP_PKEY *pkey = key.native().pkey.get();
    QJsonObject jwk;
    if (key.algorithm() == Algorithm::Es384) {
        const BigNumPtr x = number(pkey, OSSL_PKEY_PARAM_EC_PUB_X);
        const BigNumPtr y = number(pkey, OSSL_PKEY_PARAM_EC_PUB_Y);
        if (x && y)
            jwk = {{QStringLiteral("kty"), QStringLiteral("EC")},
                {QStringLiteral("crv"), QStringLiteral("P-384")}, {QStringLiteral("x"), padded(x.get())},
                {QStringLiteral("y"), padded(y.get())}};
        return jwk;
    }
    const BigNumPtr n = number(pkey, OSSL_PKEY_PARAM_RSA_N);
    const BigNumPtr e = number(pkey, OSSL_PKEY_PARAM_RSA_E);
    if (n && e)
        jwk = {{QStringLiteral("kty"), QStringLiteral("RSA")}, {QStringLiteral("n"), shortest(n.get())},
            {QStringLiteral("e"), shortest(e.get())}};
    return jwk;
}

Failure notAKey(const QString &what)
{
    return failure(ErrorCode::InvalidInput, what, {}, Words::tr("Publish the key again."));
}

PkeyPtr publicKey(const QJsonObject &jwk, Algorithm algorithm)
{
    const ParamBuilderPtr builder(OSSL_PARAM_BLD_new());
    const auto octetsOf = [&jwk](const char *name) {
        return fromBase64Url(jwk.value(QLatin1String(name)).toString().toLatin1());
    };
    if (algorithm == Algorithm::Es384) {
        const auto x = octetsOf("x");
        const auto y = octetsOf("y");
        if (!x || !y || x->size() != kCoordinate || y->size() != kCoordinate)
            return nullptr;
        const QByteArray point = '\x04' + *x + *y;
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-384", 0);
        OSSL_PARAM_BLD_push_octet_string(
            builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), static_cast<std::size_t>(point.size()));
        return keyFromParams("EC", EVP_PKEY_PUBLIC_KEY, builder.get());
    }
    const auto n = octetsOf("n");
    const auto e = octetsOf("e");
    if (!n || !e)
        return nullptr;
    const auto numberOf = [](const QByteArray &bytes) {
        return BigNumPtr(BN_bin2bn(
            reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
    };
    const BigNumPtr modulus = numberOf(*n);
    const BigNumPtr exponent = numberOf(*e);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return keyFromParams("RSA", EVP_PKEY_PUBLIC_KEY, builder.get());
}

/// A value that needs no escapes in JSON, such as "P-384".
bool isPlainName(QByteArrayView text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
}

bool holdsPrivateMember(const QJsonValue &value)
{
    static const QStringList kPrivate{QStringLiteral("d"), QStringLiteral("p"), QStringLiteral("q"),
        QStringLiteral("dp"), QStringLiteral("dq"), QStringLiteral("qi"), QStringLiteral("oth"),
        QStringLiteral("k")};
    const QJsonArray array = value.toArray();
    const QJsonObject object = value.toObject();
    return std::any_of(array.begin(), array.end(), holdsPrivateMember)
        || std::any_of(kPrivate.begin(), kPrivate.end(),
            [&object](const QString &name) { return object.contains(name); })
        || std::any_of(object.begin(), object.end(),
            [](const QJsonValue &member) { return holdsPrivateMember(member); });
}

} // namespace

QByteArray toBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    const bool alphabet = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_';
    });
    if (!alphabet || text.size() % 4 == 1)
        return std::nullopt;
    // Not a copy: the text may be a secret.
    return QByteArray::fromBase64(
        QByteArray::fromRawData(text.data(), text.size()), QByteArray::Base64UrlEncoding);
}

Result<QByteArray> jwkThumbprint(const QJsonObject &jwk)
{
    const QString kty = jwk.value(QLatin1String("kty")).toString();
    // RFC 7638 3.2: the required members only, in this order.
    const QStringList names = kty == QLatin1String("RSA")
        ? QStringList{QStringLiteral("e"), QStringLiteral("kty"), QStringLiteral("n")}
        : QStringList{QStringLiteral("crv"), QStringLiteral("kty"), QStringLiteral("x"), QStringLiteral("y")};
    if (kty != QLatin1String("RSA") && kty != QLatin1String("EC"))
        return notAKey(Words::tr("This is not an RSA or EC key."));
    QByteArray canonical;
    for (const QString &name : names) {
        const QByteArray value = jwk.value(name).toString().toUtf8();
        const bool isNumber = name != QLatin1String("kty") && name != QLatin1String("crv");
        const bool good = isNumber ? fromBase64Url(value).has_value() : isPlainName(value);
        if (!good || value.isEmpty())
            return notAKey(Words::tr("The member \"%1\" of the key is missing or malformed.").arg(name));
        canonical += (canonical.isEmpty() ? "{\"" : ",\"") + name.toUtf8() + "\":\"" + value + '"';
    }
    Sha256 hash;
    hash.add(canonical + '}');
    return toBase64Url(hash.result());
}

Result<bool> verifyWithJwk(
    const QJsonObject &jwk, Algorithm algorithm, QByteArrayView signingInput, QByteArrayView signature)
{
    const auto kty = algorithm == Algorithm::Es384 ? QLatin1String("EC") : QLatin1String("RSA");
    if (jwk.value(QLatin1String("kty")).toString() != kty)
        return notAKey(Words::tr("The key is not one for %1.").arg(algorithmName(algorithm)));
    const PkeyPtr pkey = publicKey(jwk, algorithm);
    if (!pkey) {
        lastFault();
        return notAKey(Words::tr("The published key is malformed."));
    }
    return verifyWith(pkey.get(), algorithm, signingInput, signature);
}

QByteArray KeyPair::thumbprint() const
{
    return jwkThumbprint(publicMembers(*this)).value_or(QByteArray());
}

QJsonObject KeyPair::publicJwk(const QString &kid, PublicUse use) const
{
    QJsonObject jwk = publicMembers(*this);
    jwk.insert(QStringLiteral("alg"), algorithmName(algorithm()));
    jwk.insert(QStringLiteral("kid"), kid.isEmpty() ? QString::fromLatin1(thumbprint()) : kid);
    if (use == PublicUse::Use)
        jwk.insert(QStringLiteral("use"), QStringLiteral("sig"));
    else
        jwk.insert(QStringLiteral("key_ops"), QJsonArray{QStringLiteral("verify")});
    return jwk;
}

QByteArray jwkSet(const QList<QJsonObject> &publicJwks)
{
    QJsonArray keys;
    for (const QJsonObject &jwk : publicJwks)
        keys.append(jwk);
    return QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson(QJsonDocument::Indented);
}

Result<> checkPublicOnly(QByteArrayView jwkSetJson)
{
    QJsonParseError fault{};
    const auto document = QJsonDocument::fromJson(jwkSetJson.toByteArray(), &fault);
    const QJsonValue keys = document.object().value(QLatin1String("keys"));
    if (fault.error != QJsonParseError::NoError || !keys.isArray())
        return notAKey(Words::tr("This is not a JWK Set."));
    if (holdsPrivateMember(document.object()))
        return failure(ErrorCode::InvalidInput, Words::tr("This JWK Set holds a private key."), {},
            Words::tr("Do not publish it. If it was published, make a new key."));
    return {};
}

} // namespace waybill::keys
