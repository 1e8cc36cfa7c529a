// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace waybill::exports {

/// The version of the Bulk Data Access IG a server speaks; the matrix of differences is requirements §0.2.
enum class Dialect { V1, V2, V3, V4 };

/// By the first number of "1.0.1", "2.0.0", …; V2 for what is not known.
Dialect dialectFromVersion(const QString &bulkDataVersion);

} // namespace waybill::exports
