// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace waybill::flows {

/// What shapes an export beyond its types and its start. A server may refuse or ignore any of it (BD-047).
struct Refinements {
    QStringList typeFilters; ///< a search of one type each, "Observation?status=final" (BD-040)
    QString organizeOutputBy; ///< one resource type; from version 3 on (BD-044)
    QString patientList; ///< absolute: the file that names the only patients wanted (BD-185)
    QStringList leftOut; ///< parameters this server does not know (BD-046)
    bool blankLinesAreProblems = false; ///< else they are counted and passed over (BD-163)
    friend bool operator==(const Refinements &, const Refinements &) = default;
};

} // namespace waybill::flows
