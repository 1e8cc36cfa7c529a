// SPDX-License-Identifier: Apache-2.0
#include "exports/dialect.h"

namespace waybill::exports {

Dialect dialectFromVersion(const QString &bulkDataVersion)
{
    switch (bulkDataVersion.section(QLatin1Char('.'), 0, 0).toInt()) {
    case 1: return Dialect::V1;
    case 3: return Dialect::V3;
    case 4: return Dialect::V4;
    default: return Dialect::V2;
    }
}

} // namespace waybill::exports
