// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

namespace waybill::vault {

/// Writes a private key file (an encrypted PKCS#8 PEM, already encrypted by keys/): created 0600 in one step,
/// fsynced, renamed. Never overwrites an existing file.
Result<> writeKeyFile(const QString &path, const SecretBytes &bytes);

/// Reads a private key file. Refuses one that group or others may read, as ssh does (Unix), a symbolic link,
/// one of another user, one that is not a plain file, and one above 1 MiB (InvalidInput); SecretMissing when
/// it is not there.
Result<SecretBytes> readKeyFile(const QString &path);

/// Reads a key that a service manager put there: a systemd credential, a mounted Kubernetes secret. It may be
/// a symbolic link, belong to root and be readable by its group; never by everybody.
Result<SecretBytes> readProvisionedKeyFile(const QString &path);

} // namespace waybill::vault
