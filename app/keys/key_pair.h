// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace waybill::keys {

/// The two algorithms SMART App Launch asks a client to know (SB-020).
enum class Algorithm { Rs384, Es384 };
enum class KeyKind {
    Rsa3072,
    Rsa4096,
    EcP384,
    RsaOther, ///< imported; see bits()
};

/// How a public JWK says what it is for; RFC 7517 4.3 wants one of the two (SB-023).
enum class PublicUse { Use, KeyOps };

QString algorithmName(Algorithm algorithm); ///< "RS384" or "ES384", as in a JWT header
Result<Algorithm> algorithmFromName(const QString &name);

/// An RSA or P-384 private key with its public half. Immutable; copies share the key, which is
/// freed (and wiped by OpenSSL) with the last copy. Never printed, never compared but by thumbprint.
class KeyPair
{
public:
    struct Native; ///< OpenSSL's handle; known to this room only
    explicit KeyPair(std::shared_ptr<const Native> native);
    const Native &native() const { return *m_native; }

    Algorithm algorithm() const;
    KeyKind kind() const;
    int bits() const;

    /// RFC 7638 SHA-256 thumbprint, base64url without padding. Our default `kid` (SB-025).
    QByteArray thumbprint() const;
    /// Public members only, with `alg`, `use:"sig"` (or `key_ops:["verify"]`) and `kid` (SB-022, SB-023,
    /// SB-024). Empty kid = thumbprint.
    QJsonObject publicJwk(const QString &kid = {}, PublicUse use = PublicUse::Use) const;
    QByteArray publicPem() const; ///< SubjectPublicKeyInfo

    /// PKCS#8, PBES2 with AES-256 and PBKDF2-HMAC-SHA256, >= 600 000 rounds (SB-027).
    Result<SecretBytes> encryptedPkcs8(const SecretBytes &passphrase) const;
    SecretBytes clearPkcs8() const; ///< for the keychain only

    /// The JOSE signature of `signingInput`: PKCS#1 v1.5 for RS384, the 96 octets r||s for ES384 (SB-044).
    Result<QByteArray> sign(QByteArrayView signingInput) const;

private:
    std::shared_ptr<const Native> m_native;
};

/// Makes a new key. RSA-4096 takes 0.5 to 4 s: call it in a Worker.
Result<KeyPair> generate(KeyKind kind);

/// Reads PEM (PKCS#8 clear or encrypted, PKCS#1, SEC1) or a private JWK. Refuses with a named error what
/// we may not use: RSA below 2048 bits, other curves, Ed25519, public-only, wrong passphrase (SB-021,
/// SB-028). `passphrase` is empty when there is none. A JWK Set with several private keys needs `kid`
/// (see privateKeysIn()).
Result<KeyPair> importPrivateKey(
    QByteArrayView bytes, const SecretBytes &passphrase, const QString &kid = {});
/// True when `bytes` need a passphrase to be read.
bool isEncrypted(QByteArrayView bytes);
/// The `kid`s (or, without one, "#1", "#2", …) of the private keys in a JWK Set, to choose from. Empty for
/// anything else.
QStringList privateKeysIn(QByteArrayView bytes);

/// A JWK Set of public keys, as registered or hosted. `{"keys":[…]}`, indented, ends with a newline.
QByteArray jwkSet(const QList<QJsonObject> &publicJwks);

/// Refuses a JWK Set that holds a private member (SB-026). Call it on what was written, read back from disk.
Result<> checkPublicOnly(QByteArrayView jwkSetJson);

/// Verifies a JOSE signature with the public half; for self-checks.
bool verify(const KeyPair &key, QByteArrayView signingInput, QByteArrayView signature);

} // namespace waybill::keys
