// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/native.h"

/// Private keys written as a JWK or in a JWK Set (RFC 7517, RFC 7518 6). Not for other rooms.
namespace waybill::keys {

Result<PkeyPtr> privateKeyFromJson(QByteArrayView bytes, const QString &kid);

} // namespace waybill::keys
