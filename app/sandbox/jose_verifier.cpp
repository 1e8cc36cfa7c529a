// SPDX-License-Identifier: Apache-2.0
#include "sandbox/jose_verifier.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>

namespace waybill::sandbox {

namespace {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

constexpr int kLeastRsaBits = 2048; // RFC 7518 3.3
constexpr qsizetype kP384Octets = 48;
constexpr std::array<const char *, 8> kPrivateMembers{"d", "p", "q", "dp", "dq", "qi", "oth", "k"};

/// base64url without padding, strictly; empty when it is not.
QByteArray decoded(const QByteArray &base64url)
{
    const auto result = QByteArray::fromBase64Encoding(
        base64url, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || base64url.contains('='))
        return {};
    return result.decoded;
}

QByteArray member(const QJsonObject &jwk, QLatin1String name)
{
    return decoded(jwk.value(name).toString().toLatin1());
}

const unsigned char *octets(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

BigNumber bigNumber(const QByteArray &bytes)
{
    return BigNumber(BN_bin2bn(octets(bytes), static_cast<int>(bytes.size()), nullptr));
}

Key keyFromParams(const char *type, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return Key(key);
}

Key rsaKey(const QJsonObject &jwk)
{
    const BigNumber n = bigNumber(member(jwk, QLatin1String("n")));
    const BigNumber e = bigNumber(member(jwk, QLatin1String("e")));
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || BN_num_bits(n.get()) < kLeastRsaBits || BN_is_zero(e.get()) || !builder
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    return keyFromParams("RSA", builder.get());
}

Key ecKey(const QJsonObject &jwk)
{
    const QByteArray x = member(jwk, QLatin1String("x"));
    const QByteArray y = member(jwk, QLatin1String("y"));
    if (jwk.value(QLatin1String("crv")).toString() != QLatin1String("P-384") || x.size() != kP384Octets
        || y.size() != kP384Octets)
        return nullptr;
    const QByteArray point = '\x04' + x + y; // uncompressed
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder
        || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "secp384r1", 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
               static_cast<std::size_t>(point.size()))
            != 1)
        return nullptr;
    return keyFromParams("EC", builder.get());
}

Key publicKey(const QJsonObject &jwk)
{
    const QString type = jwk.value(QLatin1String("kty")).toString();
    if (type == QLatin1String("RSA"))
        return rsaKey(jwk);
    return type == QLatin1String("EC") ? ecKey(jwk) : nullptr;
}

/// OpenSSL wants ECDSA signatures in DER.
QByteArray derFromRaw(const QByteArray &raw)
{
    const EcSignature signature(ECDSA_SIG_new());
    BigNumber r = bigNumber(raw.left(kP384Octets));
    BigNumber s = bigNumber(raw.mid(kP384Octets));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // owned by the signature now
    (void)s.release();
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    if (size <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

bool verifyDigest(EVP_PKEY *key, const QByteArray &input, const QByteArray &signature)
{
    const DigestContext context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha384(), nullptr, key) == 1
        && EVP_DigestVerify(context.get(), octets(signature), static_cast<std::size_t>(signature.size()),
               octets(input), static_cast<std::size_t>(input.size()))
        == 1;
}

QString problemWith(const QJsonObject &jwk, const QString &kid)
{
    for (const char *const name : kPrivateMembers) {
        if (jwk.contains(QLatin1String(name)))
            return QStringLiteral(
                "STOP: the key \"%1\" holds the private member \"%2\". A private key must never "
                "leave its owner: treat it as lost and make a new pair.")
                .arg(kid, QLatin1String(name));
    }
    if (kid.isEmpty())
        return QStringLiteral("A key has no \"kid\".");
    if (!publicKey(jwk))
        return QStringLiteral("The key \"%1\" is not an RSA key of 2048 bits or more, nor a P-384 key.")
            .arg(kid);
    return {};
}

} // namespace

tl::expected<Assertion, QString> parseAssertion(const QByteArray &compact)
{
    const QList<QByteArray> parts = compact.split('.');
    if (parts.size() != 3)
        return tl::unexpected(QStringLiteral("The assertion is not a JWT of three parts."));
    Assertion assertion;
    assertion.header = QJsonDocument::fromJson(decoded(parts[0])).object();
    assertion.claims = QJsonDocument::fromJson(decoded(parts[1])).object();
    assertion.signingInput = parts[0] + '.' + parts[1];
    assertion.signature = decoded(parts[2]);
    if (assertion.header.isEmpty() || assertion.claims.isEmpty() || assertion.signature.isEmpty())
        return tl::unexpected(QStringLiteral("The assertion's parts are not base64url of JSON."));
    return assertion;
}

tl::expected<QJsonObject, QString> checkPublicJwkSet(const QByteArray &text)
{
    QJsonParseError error{};
    const QJsonObject set = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(QStringLiteral("This is not JSON: %1.").arg(error.errorString()));
    const QJsonArray keys = set.value(QLatin1String("keys")).toArray();
    if (keys.isEmpty())
        return tl::unexpected(QStringLiteral("This is not a JWK Set: it has no \"keys\"."));
    QSet<QString> seen;
    for (const QJsonValue &value : keys) {
        const QJsonObject jwk = value.toObject();
        const QString kid = jwk.value(QLatin1String("kid")).toString();
        if (const QString problem = problemWith(jwk, kid); !problem.isEmpty())
            return tl::unexpected(problem);
        if (seen.contains(kid))
            return tl::unexpected(QStringLiteral("Two keys have the kid \"%1\".").arg(kid));
        seen.insert(kid);
    }
    return set;
}

tl::expected<QJsonObject, QString> keyWithId(const QJsonObject &jwkSet, const QString &kid)
{
    QList<QJsonObject> found;
    for (const QJsonValue &value : jwkSet.value(QLatin1String("keys")).toArray()) {
        if (value.toObject().value(QLatin1String("kid")).toString() == kid)
            found.append(value.toObject());
    }
    if (found.size() == 1)
        return found.first();
    return tl::unexpected(found.isEmpty() ? QStringLiteral("The client's key set has no key with this kid.")
                                          : QStringLiteral("The client's key set has this kid twice."));
}

bool verifySignature(const Assertion &assertion, const QJsonObject &jwk)
{
    const QString algorithm = assertion.header.value(QLatin1String("alg")).toString();
    const bool rsa = jwk.value(QLatin1String("kty")).toString() == QLatin1String("RSA");
    if (algorithm != (rsa ? QLatin1String("RS384") : QLatin1String("ES384")))
        return false;
    const Key key = publicKey(jwk);
    if (!key)
        return false;
    if (rsa)
        return verifyDigest(key.get(), assertion.signingInput, assertion.signature);
    if (assertion.signature.size() != 2 * kP384Octets)
        return false;
    return verifyDigest(key.get(), assertion.signingInput, derFromRaw(assertion.signature));
}

} // namespace waybill::sandbox
