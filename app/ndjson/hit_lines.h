// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_finder.h"
#include "ndjson/line_reader.h"

namespace waybill::ndjson {

/// Only the lines with hits, each with its own number: the filter of the view. Grows with the list, which
/// belongs to the GUI thread as this does.
class HitLines final : public LineSource
{
public:
    /// `hits`, ascending, must live longer.
    HitLines(std::shared_ptr<const LineReader> reader, const std::vector<Hit> &hits);

    std::int64_t lineCount() const override;
    QList<LineText> lines(LineNumber first, int count, Clip clip) const override;
    LineNumber numberOf(std::int64_t row) const override;
    std::int64_t rowOf(LineNumber number) const override;

private:
    std::shared_ptr<const LineReader> m_reader;
    const std::vector<Hit> &m_hits;
};

} // namespace waybill::ndjson
