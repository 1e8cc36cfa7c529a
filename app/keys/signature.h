// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/native.h"

/// JOSE signatures on OpenSSL's keys. Not for other rooms.
namespace waybill::keys {

Result<QByteArray> signWith(EVP_PKEY *pkey, Algorithm algorithm, QByteArrayView input);
bool verifyWith(EVP_PKEY *pkey, Algorithm algorithm, QByteArrayView input, QByteArrayView signature);

} // namespace waybill::keys
