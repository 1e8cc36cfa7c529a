// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/discover.h"

/// What the practice's server said of itself, kept as it was sent, so that a practice that is taken up
/// again need not be asked again (SB-009). Public documents; nothing secret.
namespace waybill::assistant {

Result<> keepDiscovery(const QString &folder, const discovery::DiscoveryResult &result);

/// Both documents read again; nullopt when there are none or they are not of `base`.
std::optional<discovery::DiscoveryResult> keptDiscovery(
    const QString &folder, const QUrl &base, const QString &vendor);

} // namespace waybill::assistant
