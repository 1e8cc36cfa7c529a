// SPDX-License-Identifier: Apache-2.0
#include "ndjson/hit_lines.h"

#include <algorithm>

namespace waybill::ndjson {

HitLines::HitLines(std::shared_ptr<const LineReader> reader, const std::vector<Hit> &hits)
    : m_reader(std::move(reader))
    , m_hits(hits)
{
}

std::int64_t HitLines::lineCount() const
{
    return static_cast<std::int64_t>(m_hits.size());
}

QList<LineText> HitLines::lines(LineNumber first, int count, Clip clip) const
{
    QList<LineText> found;
    const std::int64_t last = std::min(lineCount(), first.value + count);
    for (std::int64_t row = std::max<std::int64_t>(0, first.value); row < last; ++row) {
        const Hit &hit = m_hits[static_cast<std::size_t>(row)];
        found.append(m_reader->lineFrom(hit.line, hit.begin, clip));
    }
    return found;
}

LineNumber HitLines::numberOf(std::int64_t row) const
{
    return row >= 0 && row < lineCount() ? m_hits[static_cast<std::size_t>(row)].line : LineNumber{-1};
}

std::int64_t HitLines::rowOf(LineNumber number) const
{
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), number,
        [](const Hit &hit, LineNumber line) { return hit.line < line; });
    return std::min<std::int64_t>(at - m_hits.begin(), std::max<std::int64_t>(0, lineCount() - 1));
}

} // namespace waybill::ndjson
