// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_search.h"

namespace waybill::ndjson {

Result<LineSearch> LineSearch::compile(const FindOptions &options)
{
    if (!options.path || options.text.trimmed().isEmpty()) {
        auto pattern = SearchPattern::compile(options);
        if (!pattern)
            return tl::unexpected(pattern.error());
        return LineSearch{std::move(*pattern), std::nullopt};
    }
    auto query = PathQuery::parse(options.text, options.caseSensitive);
    if (!query)
        return tl::unexpected(query.error());
    auto filter = SearchPattern::compile({query->filterExpression(), true, options.caseSensitive, false});
    if (!filter)
        return tl::unexpected(filter.error());
    return LineSearch{std::move(*filter), std::move(*query)};
}

} // namespace waybill::ndjson
