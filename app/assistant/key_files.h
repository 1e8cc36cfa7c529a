// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_pair.h"

#include <QString>

/// Key files, written and proven. Everything here blocks (PBKDF2, fsync): call it from a Worker, but for
/// the public halves, which are small.
namespace waybill::assistant {

/// Reads a private key file in any form keys/ knows. Encrypted and no passphrase: SecretMissing.
/// @param kid  which of several keys in a JWK Set (SB-028)
Result<keys::KeyPair> readKeyPair(
    const QString &path, const SecretBytes &passphrase, const QString &kid = {});
/// What to choose from when `path` is a JWK Set with several private keys; empty for everything else.
QStringList keysToChooseFrom(const QString &path);

/// Writes an encrypted PKCS#8 file, reads it back with the passphrase and compares the thumbprint (SB-027).
Result<> keepKeyPair(const keys::KeyPair &pair, const QString &path, const SecretBytes &passphrase);

/// Writes a JWK Set, reads it back and refuses to leave one with a private member behind (SB-026).
Result<> writeJwks(const QString &path, const QByteArray &jwks);

/// The public halves of a key we keep, by thumbprint, so that they can be shown while it is locked.
struct PublicHalf {
    QByteArray jwks;
    QByteArray pem;
    int bits = 0; ///< 0 = unknown
};
Result<> writePublicHalf(const QString &folder, const keys::KeyPair &pair, const QString &keyId);
PublicHalf readPublicHalf(const QString &folder, const QString &thumbprint); ///< empty members if absent
/// What lies there of a key that is deleted.
void removePublicHalf(const QString &folder, const QString &thumbprint);

} // namespace waybill::assistant
