// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/path_query.h"
#include "ndjson/search_pattern.h"

#include <optional>

namespace waybill::ndjson {

/// What one search looks for: a pattern over the bytes of lines, or a query over their JSON. With a query the
/// pattern finds the lines it may hold for, which is most of the speed.
struct LineSearch {
    SearchPattern pattern;
    std::optional<PathQuery> query;

    /// InvalidInput for what cannot be searched, in words.
    static Result<LineSearch> compile(const FindOptions &options);
};

} // namespace waybill::ndjson
