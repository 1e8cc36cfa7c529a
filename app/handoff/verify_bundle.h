// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handoff/waybill.h"

namespace waybill::handoff {

struct VerifiedBundle {
    WaybillFile file;
    QByteArray sha256; ///< over SHA256SUMS, as when it was written
    bool validated = false; ///< validation.json says all checks were green when it was written
    QStringList notes; ///< files that are not listed, e.g. a key ops put beside it
};

/// Reads a bundle back: every listed file is there and has its checksum, the waybill is valid, nothing
/// listed holds a secret (F-126, OP-002).
Result<VerifiedBundle> verifyBundle(const QString &folder);

/// Where `bytes` hold something that must never leave: a private key, private JWK members, a token. Empty =
/// nothing found. Names the finding, never the value.
QString secretIn(QByteArrayView bytes);

} // namespace waybill::handoff
