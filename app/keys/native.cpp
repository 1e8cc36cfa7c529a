// SPDX-License-Identifier: Apache-2.0
#include "keys/native.h"

#include "keys/clearing_allocator.h"
#include "keys/words.h"

#include <openssl/core_names.h>
#include <openssl/err.h>

#include <array>

namespace waybill::keys {
namespace {

/// Before main(), hence before anybody uses OpenSSL.
[[maybe_unused]] const bool kCleared = installClearingAllocator();

constexpr int kSmallestRsa = 2048; // RFC 7518 3.3
constexpr BN_ULONG kExponent = 65537; // SB-021

Failure refuse(const QString &what, const QString &next)
{
    return failure(ErrorCode::InvalidInput, what, {}, next);
}

QString makeAnotherKey()
{
    return Words::tr("Use an RSA key of 3072 or 4096 bits, or a P-384 key.");
}

Result<KeyPair> adoptRsa(PkeyPtr pkey)
{
    const int bits = EVP_PKEY_get_bits(pkey.get());
    if (bits < kSmallestRsa)
        return refuse(
            Words::tr("This RSA key has %1 bits; RS384 needs at least 2048.").arg(bits), makeAnotherKey());
    const BigNumPtr exponent = number(pkey.get(), OSSL_PKEY_PARAM_RSA_E);
    if (!exponent || !BN_is_word(exponent.get(), kExponent))
        return refuse(Words::tr("This RSA key has an unusual public exponent; servers expect 65537."),
            makeAnotherKey());
    const KeyKind kind = bits == 3072 ? KeyKind::Rsa3072
        : bits == 4096                ? KeyKind::Rsa4096
                                      : KeyKind::RsaOther;
    return KeyPair(std::make_shared<const KeyPair::Native>(KeyPair::Native{std::move(pkey), kind, bits}));
}

Result<KeyPair> adoptEc(PkeyPtr pkey)
{
    std::array<char, 80> group{};
    const bool named = EVP_PKEY_get_utf8_string_param(
                           pkey.get(), OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(), nullptr)
        == 1;
    const QString curve = named ? QString::fromLatin1(group.data()) : Words::tr("unnamed");
    if (curve != QLatin1String("secp384r1"))
        return refuse(
            Words::tr("This key is on the curve %1; ES384 needs P-384.").arg(curve), makeAnotherKey());
    return KeyPair(
        std::make_shared<const KeyPair::Native>(KeyPair::Native{std::move(pkey), KeyKind::EcP384, 384}));
}

} // namespace

Result<KeyPair> adopt(PkeyPtr pkey)
{
    if (EVP_PKEY_is_a(pkey.get(), "RSA") == 1)
        return adoptRsa(std::move(pkey));
    if (EVP_PKEY_is_a(pkey.get(), "EC") == 1)
        return adoptEc(std::move(pkey));
    const char *type = EVP_PKEY_get0_type_name(pkey.get());
    const QString name = type ? QString::fromLatin1(type) : Words::tr("unknown");
    return refuse(
        Words::tr("This is a key of type %1; SMART servers want RSA or P-384.").arg(name), makeAnotherKey());
}

BigNumPtr number(const EVP_PKEY *pkey, const char *parameter)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(pkey, parameter, &value) != 1)
        return nullptr;
    return BigNumPtr(value);
}

PkeyPtr keyFromParams(const char *type, int selection, OSSL_PARAM_BLD *builder)
{
    const ParamsPtr params(OSSL_PARAM_BLD_to_param(builder));
    const PkeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *pkey = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &pkey, selection, params.get()) != 1)
        return nullptr;
    return PkeyPtr(pkey);
}

SecretBytes secretFromBio(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return SecretBytes(QByteArrayView(data, static_cast<qsizetype>(size)));
}

QString lastFault()
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_peek_last_error(), text.data(), text.size());
    ERR_clear_error();
    return QString::fromLatin1(text.data());
}

} // namespace waybill::keys
