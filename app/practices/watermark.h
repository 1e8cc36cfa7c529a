// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"
#include "practices/profile.h"

namespace waybill::practices {

/// What watermarks, runs and locks belong to: the FHIR base URL and the Group (BD-180, BD-082).
struct WatermarkKey {
    QString baseUrl; ///< scheme and host lower-case, no default port, no trailing slash; the path as it is
    QString group; ///< the value in Group/[value]/$export; "/patient" or "/system" at those levels
    friend bool operator==(const WatermarkKey &, const WatermarkKey &) = default;
};
WatermarkKey watermarkKey(const QUrl &fhirBaseUrl, Level level, const QString &group);
WatermarkKey watermarkKey(const Profile &profile);

/// Up to when everything of one type is known to be here.
struct Watermark {
    QString type; ///< "" when the export did not name types
    QString value; ///< the server's transactionTime, byte for byte (BD-033); empty in an AuditEntry = none
    QString runId; ///< that moved it; empty = a person or a waybill did
    Instant at{}; ///< when it was written
    friend bool operator==(const Watermark &, const Watermark &) = default;
};

/// Who changed what and why; never deleted (BD-182, BD-183).
struct AuditEntry {
    Instant at{};
    QString who; ///< "run", or the name of the person's account
    QString what; ///< "watermark", "watermark-reset", "watermark-seeded", "trusted-origin", …
    WatermarkKey key;
    QString type; ///< resource type, where it concerns one
    QString from;
    QString to;
    QString runId;
    QString why; ///< a sentence; required for what a person does
    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

} // namespace waybill::practices
