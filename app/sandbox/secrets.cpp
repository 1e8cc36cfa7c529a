// SPDX-License-Identifier: Apache-2.0
#include "sandbox/secrets.h"

#include <QByteArray>
#include <QUuid>

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <cstdlib>

namespace waybill::sandbox {

namespace {

constexpr std::size_t kSecretBytes = 32;

QByteArray randomBytes()
{
    QByteArray bytes(kSecretBytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size())) != 1)
        std::abort(); // no randomness, no secrets: nothing sensible can go on
    return bytes;
}

} // namespace

std::string randomUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

std::string randomToken()
{
    return randomBytes()
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

LinkSigner::LinkSigner()
    : m_key(randomBytes().toStdString())
{
}

std::string LinkSigner::sign(std::string_view what) const
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), m_key.data(), static_cast<int>(m_key.size()),
        reinterpret_cast<const unsigned char *>(what.data()), what.size(), digest.data(), &size);
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size))
        .toHex()
        .toStdString();
}

bool LinkSigner::verify(std::string_view what, std::string_view signature) const
{
    const std::string expected = sign(what);
    return signature.size() == expected.size()
        && CRYPTO_memcmp(signature.data(), expected.data(), expected.size()) == 0;
}

} // namespace waybill::sandbox
