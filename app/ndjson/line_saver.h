// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_finder.h"
#include "ndjson/line_reader.h"

#include <stop_token>

namespace waybill::ndjson {

/// Writes lines of a file, as they are, into a new file of mode 0600 that appears when it is complete. The
/// number of lines; nothing is left behind when it fails or is stopped. Refuses to write over the file
/// itself.
Result<std::int64_t> saveLines(const LineReader &reader, LineNumber first, LineNumber last,
    const QString &path, const std::stop_token &stop = {});
/// Only these lines.
Result<std::int64_t> saveHits(const LineReader &reader, const std::vector<Hit> &hits, const QString &path,
    const std::stop_token &stop = {});

} // namespace waybill::ndjson
