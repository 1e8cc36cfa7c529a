// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/export_request.h"

namespace waybill::exports {

/// What the specification or the dialect forbids, as InvalidInput (BD-008, BD-030 to BD-045).
Result<> checkRequest(const ExportRequest &request);

} // namespace waybill::exports
