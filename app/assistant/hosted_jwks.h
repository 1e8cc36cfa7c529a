// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/connection_doctor.h"
#include "discovery/finding.h"
#include "http/transport.h"

namespace waybill::assistant {

/// What SB-030 wants of a hosted JWK Set: reachable without credentials, JSON, our `kid` exactly once, the
/// same public key, nothing private, a sensible content type and caching. Pure; `local` is our own set.
QList<discovery::Finding> checkHostedJwks(
    const http::Response &answer, const QByteArray &local, const QString &keyId);

/// The same look in one word, for the connection doctor.
discovery::JwksSeen hostedJwksSeen(
    const Result<http::Response> &answer, const QByteArray &local, const QString &keyId);

} // namespace waybill::assistant
