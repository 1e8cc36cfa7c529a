// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/discover.h"

namespace waybill::discovery {

/// What a server says differently of itself than before, a sentence each: endpoints, versions, export levels,
/// types, scopes, algorithms. Empty = nothing that matters to an export. A document that is missing on one
/// side is said once, not as a loss of everything in it.
QStringList differencesBetween(const DiscoveryResult &before, const DiscoveryResult &after);

} // namespace waybill::discovery
