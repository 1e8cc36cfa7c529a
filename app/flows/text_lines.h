// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ndjson/line_splitter.h"

#include <QString>

#include <stop_token>

namespace waybill::flows {

/// The lines of a file in turn, unpacked where needed, as LineSplitter hands them out, until `tell` wants no
/// more. Cancelled when it is told to stop.
Result<> forEachLine(
    const QString &path, const ndjson::LineSplitter::Tell &tell, const std::stop_token &stop = {});

} // namespace waybill::flows
