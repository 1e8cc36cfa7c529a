// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/record.h"
#include "discovery/connection_doctor.h"
#include "discovery/discover.h"
#include "discovery/group_search.h"

namespace waybill::practices {
class Store;
}

namespace waybill::assistant {

/// What the profile and its neighbours in the store know before anybody is asked.
discovery::DoctorEvidence evidenceOf(const OnboardingRecord &profile, const practices::Store &store);
/// What the server's documents add.
void addDocuments(discovery::DoctorEvidence &evidence, const discovery::DiscoveryResult &result);
/// What its Group list adds.
void addGroups(discovery::DoctorEvidence &evidence, const practices::Profile &profile,
    const discovery::GroupList &groups, const discovery::VendorPreset &preset);

/// The chain's first lines: the name, the way and the encryption; then the documents and the clock.
QList<discovery::Finding> documentLines(const discovery::DiscoveryResult &result);

/// What the Group search says of the chosen Group.
discovery::Finding groupLine(const discovery::DoctorEvidence &evidence, const practices::Profile &profile,
    const discovery::GroupList &groups, const discovery::VendorPreset &preset);

struct LastExport {
    Error problem;
    discovery::Asked asked = discovery::Asked::KickOff;
    QString when; ///< ISO 8601, UTC
};
/// How the newest export of this practice and Group was refused; nullopt: none, or it was not refused.
std::optional<LastExport> lastRefusedExport(const practices::Profile &profile, const practices::Store &store);

} // namespace waybill::assistant
