// SPDX-License-Identifier: Apache-2.0
#include "keys/private_jwk.h"

#include "keys/native.h"
#include "keys/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/core_names.h>
#include <openssl/crypto.h>

#include <array>
#include <vector>

namespace waybill::keys {
namespace {

struct Member {
    const char *name;
    const char *parameter;
};

constexpr std::array kRsa{Member{"d", OSSL_PKEY_PARAM_RSA_D}, Member{"p", OSSL_PKEY_PARAM_RSA_FACTOR1},
    Member{"q", OSSL_PKEY_PARAM_RSA_FACTOR2}, Member{"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1},
    Member{"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2}, Member{"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1}};

/// Appends `,"name":"<base64url of the number>"`. Every copy of the number is cleared again. False if the key
/// has no such number.
bool appendMember(BIO *out, const EVP_PKEY *pkey, const Member &member, int width)
{
    const BigNumPtr value = number(pkey, member.parameter);
    if (!value)
        return false;
    const int size = width > 0 ? width : BN_num_bytes(value.get());
    std::vector<unsigned char> bytes(static_cast<std::size_t>(size));
    BN_bn2binpad(value.get(), bytes.data(), size);
    QByteArray text = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), size)
                          .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const bool good = BIO_printf(out, ",\"%s\":\"", member.name) > 0
        && BIO_write(out, text.data(), static_cast<int>(text.size())) > 0 && BIO_puts(out, "\"") > 0;
    wipe(text);
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return good;
}

} // namespace

Result<SecretBytes> privateJwk(const KeyPair &key, const QString &kid)
{
    QJsonObject head = key.publicJwk(kid);
    head.remove(QStringLiteral("use")); // RFC 7517 4.3: not together with key_ops
    head.insert(QStringLiteral("key_ops"), QJsonArray{QStringLiteral("sign")});
    QByteArray text = QJsonDocument(head).toJson(QJsonDocument::Compact);
    text.chop(1); // the closing brace comes after the private members

    const BioPtr out(BIO_new(BIO_s_mem()));
    const EVP_PKEY *pkey = key.native().pkey.get();
    bool good = out && BIO_write(out.get(), text.data(), static_cast<int>(text.size())) > 0;
    if (key.algorithm() == Algorithm::Es384) {
        good = good && appendMember(out.get(), pkey, {"d", OSSL_PKEY_PARAM_PRIV_KEY}, 48);
    } else {
        for (const Member &member : kRsa)
            good = good && appendMember(out.get(), pkey, member, 0);
    }
    good = good && BIO_puts(out.get(), "}\n") > 0;
    if (!good)
        return failure(ErrorCode::Internal, Words::tr("The key could not be written as a JWK."));
    return secretFromBio(out.get());
}

} // namespace waybill::keys
