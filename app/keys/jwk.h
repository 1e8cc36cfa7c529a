// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_pair.h"

/// Public JSON Web Keys as others publish them (RFC 7517, RFC 7518 6, RFC 7638).
namespace waybill::keys {

QByteArray toBase64Url(QByteArrayView bytes); ///< no padding
/// Strict: no padding, no white space, no characters of the other alphabet.
std::optional<QByteArray> fromBase64Url(QByteArrayView text);

/// RFC 7638 SHA-256 thumbprint of an RSA or EC key, base64url. Only the public members count, so a hosted key
/// equals ours when the thumbprints are the same (SB-030).
Result<QByteArray> jwkThumbprint(const QJsonObject &jwk);

/// Verifies a JOSE signature with a published key.
Result<bool> verifyWithJwk(
    const QJsonObject &jwk, Algorithm algorithm, QByteArrayView signingInput, QByteArrayView signature);

} // namespace waybill::keys
