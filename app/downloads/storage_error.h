// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace waybill::downloads {

/// What errno means for a download: DiskFull and Storage pause the whole queue, because every file would meet
/// them; InvalidInput concerns this one file.
/// @param doing  a sentence with "%1" for the place: "%1 could not be written."
Failure storageFailure(int errnoValue, QString doing, const QString &place);

} // namespace waybill::downloads
