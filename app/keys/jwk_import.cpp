// SPDX-License-Identifier: Apache-2.0
#include "keys/jwk_import.h"

#include "keys/jwk.h"
#include "keys/secret_json.h"
#include "keys/words.h"

#include <QJsonArray>

#include <openssl/core_names.h>
#include <openssl/crypto.h>

#include <array>
#include <vector>

namespace waybill::keys {
namespace {

Failure refuse(const QString &what, const QString &next = {})
{
    return failure(ErrorCode::InvalidInput, what, {},
        next.isEmpty() ? Words::tr("Choose the file of the private key.") : next);
}

/// Decodes base64url straight into a number, leaving no copy behind; null if malformed.
BigNumPtr numberFrom(QByteArrayView text)
{
    auto bytes = fromBase64Url(text);
    if (!bytes || bytes->isEmpty())
        return nullptr;
    BigNumPtr value(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes->constData()),
        static_cast<int>(bytes->size()), nullptr));
    wipe(*bytes);
    return value;
}

class JwkReader
{
public:
    JwkReader(const SecretJson &json, const QJsonObject &jwk)
        : m_json(json)
        , m_jwk(jwk)
        , m_builder(OSSL_PARAM_BLD_new())
    {
    }

    Result<PkeyPtr> read()
    {
        const QString kty = m_jwk.value(QLatin1String("kty")).toString();
        if (kty == QLatin1String("RSA"))
            return rsa();
        if (kty == QLatin1String("EC"))
            return ec();
        if (kty == QLatin1String("OKP"))
            return refuse(Words::tr("This is a key of type %1; SMART servers want RSA or P-384.")
                              .arg(m_jwk.value(QLatin1String("crv")).toString()),
                Words::tr("Use an RSA key of 3072 or 4096 bits, or a P-384 key."));
        if (kty == QLatin1String("oct"))
            return refuse(Words::tr("This is a shared secret, not a private key."));
        return refuse(Words::tr("This JWK does not say which type of key it is (\"kty\")."));
    }

private:
    Result<PkeyPtr> rsa()
    {
        bool complete = !m_jwk.contains(QLatin1String("oth"));
        for (const auto &[name, parameter] :
            {std::pair{"n", OSSL_PKEY_PARAM_RSA_N}, {"e", OSSL_PKEY_PARAM_RSA_E},
                {"d", OSSL_PKEY_PARAM_RSA_D}, {"p", OSSL_PKEY_PARAM_RSA_FACTOR1},
                {"q", OSSL_PKEY_PARAM_RSA_FACTOR2}, {"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1},
                {"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2}, {"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1}})
            complete = push(name, parameter) && complete;
        if (!complete)
            return refuse(Words::tr("This RSA key lacks some of its numbers (n, e, d, p, q, dp, dq, qi)."),
                Words::tr("Export it again as PKCS#8 or as a complete JWK."));
        return finish("RSA");
    }

    Result<PkeyPtr> ec()
    {
        const QString curve = m_jwk.value(QLatin1String("crv")).toString();
        if (curve != QLatin1String("P-384"))
            return refuse(Words::tr("This key is on the curve %1; ES384 needs P-384.").arg(curve),
                Words::tr("Use an RSA key of 3072 or 4096 bits, or a P-384 key."));
        const auto x = fromBase64Url(m_jwk.value(QLatin1String("x")).toString().toLatin1());
        const auto y = fromBase64Url(m_jwk.value(QLatin1String("y")).toString().toLatin1());
        constexpr int kCoordinate = 48;
        const auto fits = [](const auto &octets) {
            return octets && !octets->isEmpty() && octets->size() <= kCoordinate;
        };
        if (!fits(x) || !fits(y) || !push("d", OSSL_PKEY_PARAM_PRIV_KEY))
            return refuse(Words::tr("This P-384 key lacks some of its numbers (x, y, d)."),
                Words::tr("Export it again as PKCS#8 or as a complete JWK."));
        // Some tools drop leading zeros; the point needs them.
        m_point = '\x04' + x->rightJustified(kCoordinate, '\0') + y->rightJustified(kCoordinate, '\0');
        OSSL_PARAM_BLD_push_utf8_string(m_builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-384", 0);
        OSSL_PARAM_BLD_push_octet_string(m_builder.get(), OSSL_PKEY_PARAM_PUB_KEY, m_point.data(),
            static_cast<std::size_t>(m_point.size()));
        return finish("EC");
    }

    bool push(const char *name, const char *parameter)
    {
        const QJsonValue value = m_jwk.value(QLatin1String(name));
        const SecretBytes *secret = m_json.secret(value);
        const bool isPublic = name[0] == 'n' || name[0] == 'e';
        BigNumPtr number = isPublic ? numberFrom(value.toString().toLatin1())
            : secret                ? numberFrom(secret->view())
                                    : nullptr;
        if (!number || OSSL_PARAM_BLD_push_BN(m_builder.get(), parameter, number.get()) != 1)
            return false;
        m_numbers.push_back(std::move(number)); // the builder only points to it
        return true;
    }

    Result<PkeyPtr> finish(const char *type)
    {
        PkeyPtr pkey = keyFromParams(type, EVP_PKEY_KEYPAIR, m_builder.get());
        if (!pkey) {
            lastFault();
            return refuse(Words::tr("The numbers of this key do not fit together."));
        }
        return pkey;
    }

    const SecretJson &m_json;
    QJsonObject m_jwk;
    ParamBuilderPtr m_builder;
    std::vector<BigNumPtr> m_numbers;
    QByteArray m_point;
};

struct Candidate {
    QString kid;
    QJsonObject jwk;
};

QList<Candidate> privateKeys(const SecretJson &json)
{
    QList<Candidate> found;
    const QJsonArray keys = json.document().object().value(QLatin1String("keys")).toArray();
    for (const QJsonValue &key : keys) {
        const QJsonObject jwk = key.toObject();
        if (!json.secret(jwk.value(QLatin1String("d"))))
            continue;
        const QString kid = jwk.value(QLatin1String("kid")).toString();
        found.append({kid.isEmpty() ? QStringLiteral("#%1").arg(found.size() + 1) : kid, jwk});
    }
    return found;
}

Result<PkeyPtr> chooseFromSet(const SecretJson &json, const QString &kid)
{
    const QList<Candidate> candidates = privateKeys(json);
    if (candidates.isEmpty())
        return refuse(Words::tr("This JWK Set holds public keys only."));
    if (kid.isEmpty() && candidates.size() > 1)
        return refuse(Words::tr("This JWK Set holds %n private key(s).", nullptr, int(candidates.size())),
            Words::tr("Choose one of them."));
    for (const Candidate &candidate : candidates) {
        if (kid.isEmpty() || candidate.kid == kid)
            return JwkReader(json, candidate.jwk).read();
    }
    return refuse(Words::tr("This JWK Set holds no private key \"%1\".").arg(kid));
}

} // namespace

Result<PkeyPtr> privateKeyFromJson(QByteArrayView bytes, const QString &kid)
{
    const auto json = SecretJson::parse(bytes);
    if (!json)
        return refuse(Words::tr("This file is neither PEM nor a JSON Web Key."));
    const QJsonObject object = json->document().object();
    if (object.value(QLatin1String("keys")).isArray())
        return chooseFromSet(*json, kid);
    const bool isPublic = object.contains(QLatin1String("kty"))
        && object.value(QLatin1String("kty")) != QLatin1String("oct") && !object.contains(QLatin1String("d"));
    if (isPublic)
        return refuse(Words::tr("This is a public key; the private key is needed."));
    return JwkReader(*json, object).read();
}

QStringList privateKeysIn(QByteArrayView bytes)
{
    QStringList kids;
    if (const auto json = SecretJson::parse(bytes)) {
        for (const Candidate &candidate : privateKeys(*json))
            kids.append(candidate.kid);
    }
    return kids;
}

} // namespace waybill::keys
