// SPDX-License-Identifier: Apache-2.0
#include "keys/signature.h"

#include "keys/words.h"

#include <openssl/ecdsa.h>
#include <openssl/err.h>

namespace waybill::keys {
namespace {

constexpr int kCoordinate = 48; ///< octets of a P-384 number

using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using EcdsaPtr = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/// RFC 7518 3.4: r and s side by side, each 48 octets, instead of OpenSSL's DER.
QByteArray joseFromDer(QByteArrayView der)
{
    const unsigned char *at = octets(der);
    const EcdsaPtr pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    QByteArray jose(2 * kCoordinate, '\0');
    auto *out = reinterpret_cast<unsigned char *>(jose.data());
    if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, kCoordinate) < 0
        || BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + kCoordinate, kCoordinate) < 0)
        return {};
    return jose;
}

QByteArray derFromJose(QByteArrayView jose)
{
    if (jose.size() != 2 * kCoordinate)
        return {};
    BigNumPtr r(BN_bin2bn(octets(jose), kCoordinate, nullptr));
    BigNumPtr s(BN_bin2bn(octets(jose) + kCoordinate, kCoordinate, nullptr));
    const EcdsaPtr pair(ECDSA_SIG_new());
    if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // the pair owns them now
    (void)s.release();
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &der);
    if (size <= 0)
        return {};
    QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

} // namespace

Result<QByteArray> signWith(EVP_PKEY *pkey, Algorithm algorithm, QByteArrayView input)
{
    const DigestContextPtr context(EVP_MD_CTX_new());
    const auto size = static_cast<std::size_t>(input.size());
    std::size_t room = 0;
    QByteArray signature;
    bool good = context && EVP_DigestSignInit(context.get(), nullptr, EVP_sha384(), nullptr, pkey) == 1
        && EVP_DigestSign(context.get(), nullptr, &room, octets(input), size) == 1;
    if (good) {
        signature.resize(static_cast<qsizetype>(room));
        auto *out = reinterpret_cast<unsigned char *>(signature.data());
        good = EVP_DigestSign(context.get(), out, &room, octets(input), size) == 1;
        signature.truncate(static_cast<qsizetype>(room));
    }
    if (good && algorithm == Algorithm::Es384)
        signature = joseFromDer(signature);
    if (!good || signature.isEmpty())
        return failure(ErrorCode::Internal, Words::tr("OpenSSL could not sign: %1.").arg(lastFault()));
    return signature;
}

bool verifyWith(EVP_PKEY *pkey, Algorithm algorithm, QByteArrayView input, QByteArrayView signature)
{
    const QByteArray native =
        algorithm == Algorithm::Es384 ? derFromJose(signature) : signature.toByteArray();
    const DigestContextPtr context(EVP_MD_CTX_new());
    const bool good = !native.isEmpty() && context
        && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha384(), nullptr, pkey) == 1
        && EVP_DigestVerify(context.get(), octets(native), static_cast<std::size_t>(native.size()),
               octets(input), static_cast<std::size_t>(input.size()))
            == 1;
    ERR_clear_error();
    return good;
}

Result<QByteArray> KeyPair::sign(QByteArrayView signingInput) const
{
    return signWith(m_native->pkey.get(), algorithm(), signingInput);
}

bool verify(const KeyPair &key, QByteArrayView signingInput, QByteArrayView signature)
{
    return verifyWith(key.native().pkey.get(), key.algorithm(), signingInput, signature);
}

} // namespace waybill::keys
