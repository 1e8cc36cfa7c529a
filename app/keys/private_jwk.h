// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_pair.h"

namespace waybill::keys {

/// The private key as a JWK with `key_ops:["sign"]`, `alg` and `kid`, for tools of ops that want just this
/// (SB-023; smart-fetch). A file of it must be 0600. Empty kid = thumbprint.
Result<SecretBytes> privateJwk(const KeyPair &key, const QString &kid = {});

} // namespace waybill::keys
