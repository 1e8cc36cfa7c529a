// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace waybill::practices {
struct Profile;
class Store;
} // namespace waybill::practices

/// Patients who joined the Group after a watermark: a server may leave out what of them is older, so their
/// history is fetched by an export of its own (BD-185, Bulk Data IG "Group Membership Request Pattern").
namespace waybill::flows {

struct NewPatients {
    QString runId; ///< of the export that met them
    QString list; ///< absolute path, a line each
    std::int64_t count = 0;
    friend bool operator==(const NewPatients &, const NewPatients &) = default;
};

/// The newest list whose history nobody fetched, neither by an export of the list nor by a later baseline.
/// nullopt: none, or its file is gone.
std::optional<NewPatients> newPatientsToFetch(
    const practices::Store &store, const practices::Profile &profile);

/// "Patient/…" for each line of the list. InvalidInput when it is empty or no such list.
Result<QStringList> readPatientList(const QString &path);

} // namespace waybill::flows
