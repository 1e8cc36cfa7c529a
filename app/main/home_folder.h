// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace waybill {

/// Finds the home folder — `wanted`, else WAYBILL_HOME, else the platform's application data folder — and
/// makes it, readable for its owner only. Absolute.
Result<QString> homeFolder(const QString &wanted);

} // namespace waybill
