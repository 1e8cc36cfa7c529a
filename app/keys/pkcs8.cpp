// SPDX-License-Identifier: Apache-2.0
#include "keys/native.h"
#include "keys/words.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

namespace waybill::keys {
namespace {

constexpr int kRounds = 600'000; // SB-027
constexpr int kSaltBytes = 16;

using AlgorithmPtr = std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>>;
using PrivateInfoPtr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>>;
using EncryptedPtr = std::unique_ptr<X509_SIG, Freed<X509_SIG_free>>;

EncryptedPtr encrypt(EVP_PKEY *pkey, const SecretBytes &passphrase)
{
    // PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256: every OpenSSL, Java and .NET of the last ten years reads
    // it; PEM_write's own default would be 2048 rounds.
    AlgorithmPtr pbe(
        PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), kRounds, nullptr, kSaltBytes, nullptr, NID_hmacWithSHA256));
    const PrivateInfoPtr info(EVP_PKEY2PKCS8(pkey));
    if (!pbe || !info)
        return nullptr;
    const QByteArrayView secret = passphrase.view();
    EncryptedPtr encrypted(
        PKCS8_set0_pbe(secret.data(), static_cast<int>(secret.size()), info.get(), pbe.get()));
    if (encrypted)
        (void)pbe.release(); // owned by the result
    return encrypted;
}

} // namespace

Result<SecretBytes> KeyPair::encryptedPkcs8(const SecretBytes &passphrase) const
{
    if (passphrase.isEmpty())
        return failure(ErrorCode::InvalidInput, Words::tr("An encrypted key file needs a passphrase."), {},
            Words::tr("Enter a passphrase."));
    const EncryptedPtr encrypted = encrypt(m_native->pkey.get(), passphrase);
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!encrypted || !bio || PEM_write_bio_PKCS8(bio.get(), encrypted.get()) != 1)
        return failure(
            ErrorCode::Internal, Words::tr("OpenSSL could not encrypt the key: %1.").arg(lastFault()));
    return secretFromBio(bio.get());
}

SecretBytes KeyPair::clearPkcs8() const
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio
        || PEM_write_bio_PKCS8PrivateKey(
               bio.get(), m_native->pkey.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return {};
    return secretFromBio(bio.get());
}

} // namespace waybill::keys
