// SPDX-License-Identifier: Apache-2.0
#include "keys/jwk_import.h"
#include "keys/signature.h"
#include "keys/words.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>

namespace waybill::keys {
namespace {

constexpr qsizetype kLargestFile = 1 << 20; // a key has a few KiB; more is something else

Failure refuse(const QString &what, const QString &next)
{
    return failure(ErrorCode::InvalidInput, what, {}, next);
}

bool has(QByteArrayView bytes, const char *marker)
{
    return bytes.indexOf(QByteArrayView(marker)) >= 0;
}

/// OpenSSL asks here for the passphrase; without this it would ask on the terminal.
int givePassphrase(char *buffer, int room, int /*writing*/, void *given)
{
    const QByteArrayView passphrase = static_cast<const SecretBytes *>(given)->view();
    if (passphrase.isEmpty() || passphrase.size() > room)
        return -1;
    std::copy(passphrase.begin(), passphrase.end(), buffer);
    return static_cast<int>(passphrase.size());
}

/// What the last fault of an encrypted file was: a cipher we do not have, or the passphrase.
Failure encryptedFault()
{
    const bool unsupported = ERR_GET_REASON(ERR_peek_error()) == ERR_R_UNSUPPORTED
        || ERR_GET_REASON(ERR_peek_last_error()) == EVP_R_UNSUPPORTED_CIPHER;
    lastFault();
    if (unsupported)
        return refuse(Words::tr("The key is encrypted with a method that OpenSSL 3 no longer reads."),
            Words::tr("Encrypt it again: openssl pkcs8 -topk8 -v2 aes-256-cbc -provider legacy."));
    return refuse(Words::tr("The passphrase is wrong, or the key file is damaged."),
        Words::tr("Enter the passphrase again."));
}

/// Names what we do not read, before OpenSSL is asked. An empty error means: go on.
std::optional<Failure> refusePem(QByteArrayView bytes)
{
    const QString choose = Words::tr("Choose the file of the private key.");
    if (has(bytes, "BEGIN OPENSSH PRIVATE KEY"))
        return refuse(Words::tr("This is a key in OpenSSH's own format."),
            Words::tr("Convert a copy of it: ssh-keygen -p -m PKCS8 -f KEY."));
    const bool isPrivate = has(bytes, "PRIVATE KEY-----");
    if (!isPrivate && has(bytes, "PUBLIC KEY-----"))
        return refuse(Words::tr("This is a public key; the private key is needed."), choose);
    if (!isPrivate && has(bytes, "BEGIN CERTIFICATE"))
        return refuse(Words::tr("This is a certificate; the private key is needed."), choose);
    if (!isPrivate)
        return refuse(Words::tr("This PEM file holds no private key."), choose);
    return std::nullopt;
}

Result<PkeyPtr> fromPem(QByteArrayView bytes, const SecretBytes &passphrase)
{
    if (auto refusal = refusePem(bytes))
        return *refusal;
    const bool encrypted = isEncrypted(bytes);
    if (encrypted && passphrase.isEmpty())
        return refuse(Words::tr("The key is encrypted."), Words::tr("Enter its passphrase."));
    const BioPtr bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    ERR_clear_error();
    PkeyPtr pkey(bio ? PEM_read_bio_PrivateKey(
                     bio.get(), nullptr, givePassphrase, const_cast<SecretBytes *>(&passphrase))
                     : nullptr);
    if (pkey)
        return pkey;
    if (encrypted)
        return encryptedFault();
    return refuse(Words::tr("The key file is damaged: %1.").arg(lastFault()),
        Words::tr("Choose another file, or export the key again."));
}

/// A key whose halves do not belong together would be registered and never work.
Result<KeyPair> selfChecked(Result<KeyPair> key)
{
    if (!key)
        return key;
    const QByteArrayView probe("waybill");
    const auto signature = key->sign(probe);
    if (!signature || !verify(*key, probe, *signature))
        return refuse(Words::tr("The private and the public half of this key do not belong together."),
            Words::tr("Export the key again."));
    return key;
}

} // namespace

bool isEncrypted(QByteArrayView bytes)
{
    return has(bytes, "-----BEGIN ENCRYPTED PRIVATE KEY-----") || has(bytes, "Proc-Type: 4,ENCRYPTED");
}

Result<KeyPair> importPrivateKey(QByteArrayView bytes, const SecretBytes &passphrase, const QString &kid)
{
    if (bytes.size() > kLargestFile)
        return refuse(Words::tr("This file is too large to be a key."),
            Words::tr("Choose the file of the private key."));
    if (bytes.startsWith(QByteArrayView("\xef\xbb\xbf")))
        bytes = bytes.sliced(3); // Notepad's byte order mark
    auto pkey = has(bytes, "-----BEGIN ") ? fromPem(bytes, passphrase) : privateKeyFromJson(bytes, kid);
    if (!pkey)
        return failure(pkey.error());
    return selfChecked(adopt(std::move(*pkey)));
}

} // namespace waybill::keys
