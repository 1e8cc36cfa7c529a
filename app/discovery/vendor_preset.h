// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/scopes.h"

#include <QString>

#include <chrono>

namespace waybill::discovery {

/// How to talk to one vendor's servers, where the standard leaves a choice (EC-001).
struct VendorPreset {
    QString id; ///< "eclinicalworks" or "generic"; as in a profile's and a waybill's `vendor`
    QString name; ///< for people
    QString bulkDataVersion; ///< what to assume when discovery does not tell
    QStringList algorithms; ///< that the authorization server accepts
    auth::ScopeDialect scopeDialect = auth::ScopeDialect::V1;
    int requestsPerMinute = 0; ///< our share of the server's limit; 0 = no limit of ours
    bool throttleUntilMinute =
        false; ///< a 429 without Retry-After lasts to the end of the clock minute (EC-005)
    bool groupByIdentifier = false; ///< $export wants Group.identifier[0].value, not Group.id (EC-006)
    bool groupScopeAlways = false; ///< system/Group.read in every bulk token request
    bool optionalParameters =
        true; ///< POST, patient, _typeFilter, _elements, lenient, _count, _summary are offered
    bool groupLevelOnly = false; ///< no Patient or system export is documented
    std::chrono::seconds minimumPoll{5}; ///< when the server names no interval (HT-05)
    std::chrono::seconds requestTimeout{120};
    QString groupHelp; ///< how a practice makes its Groups visible, translated (GD-013)
    QString membershipHelp; ///< EC-011, translated
    friend bool operator==(const VendorPreset &, const VendorPreset &) = default;
};

VendorPreset ecwPreset();
VendorPreset genericPreset();
VendorPreset presetFor(const QString &vendor); ///< unknown ids: generic

} // namespace waybill::discovery
