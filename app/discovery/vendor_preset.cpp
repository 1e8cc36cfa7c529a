// SPDX-License-Identifier: Apache-2.0
#include "discovery/vendor_preset.h"

#include "discovery/words.h"

namespace waybill::discovery {

// eCW: every value here is from requirements 3.1 and EC-001 (eCW's documents as read in 2026-08).
VendorPreset ecwPreset()
{
    VendorPreset preset;
    preset.id = QStringLiteral("eclinicalworks");
    preset.name = QStringLiteral("eClinicalWorks");
    preset.bulkDataVersion = QStringLiteral("1.0.1");
    preset.algorithms = {QStringLiteral("RS384")};
    preset.scopeDialect = auth::ScopeDialect::EcwMixed;
    preset.requestsPerMinute = 100; // of 250 a practice allows; the rest is for its other apps (EC-004)
    preset.throttleUntilMinute = true;
    preset.groupByIdentifier = true;
    preset.groupScopeAlways = true;
    preset.optionalParameters = false;
    preset.groupLevelOnly = true;
    preset.minimumPoll = std::chrono::seconds{30};
    preset.groupHelp = Words::tr("The practice creates a Group in eClinicalWorks: Menu > Registry > "
                                 "Registry, save the query as a Group. "
                                 "Then it enables it for this app: Admin > Product Activation > FHIR APIs > "
                                 "Bulk/Backend Apps. The token "
                                 "needs the scope system/Group.read.");
    preset.membershipHelp = Words::tr(
        "The Group changes only when the practice runs its saved report again (Registry > Saved Reports).");
    return preset;
}

VendorPreset genericPreset()
{
    VendorPreset preset;
    preset.id = QStringLiteral("generic");
    preset.name = Words::tr("Any FHIR server");
    preset.bulkDataVersion = QStringLiteral("2.0.0");
    preset.algorithms = {QStringLiteral("RS384"), QStringLiteral("ES384")};
    preset.groupHelp = Words::tr("Ask the practice to create a Group and to let this app see it.");
    return preset;
}

VendorPreset presetFor(const QString &vendor)
{
    return vendor == QLatin1String("eclinicalworks") ? ecwPreset() : genericPreset();
}

} // namespace waybill::discovery
