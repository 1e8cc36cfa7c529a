// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/key_rotation.h"
#include "http/transport.h"

namespace waybill::assistant {

/// The JWK Set that shall lie at the JWKS URL now: the rotation's public keys from `folder`, and the keys of
/// others in the hosted copy (one address may serve several clients). Empty without a rotation, or when a
/// public half is missing.
QByteArray setToPublish(const rotation::State &state, const QString &folder, const QByteArray &hosted);

/// What a look at the hosted copy says about the two keys, compared by RFC 7638 thumbprint.
rotation::SetSeen setSeen(const Result<http::Response> &answer, const rotation::State &state);

/// The hosted copy as it was seen last, in `folder`: it holds the keys of others, over restarts.
void keepHostedSet(const QString &folder, const rotation::State &state, const QByteArray &hosted);
QByteArray keptHostedSet(const QString &folder, const rotation::State &state);

/// `max-age` of Cache-Control in seconds; nothing when it says nothing, forbids keeping, or is no number.
std::chrono::seconds maxAgeOf(const http::Headers &headers);

} // namespace waybill::assistant
