// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace waybill::ui {

/// The top of the line view: a line and how many pixels of it are above the edge.
struct ScrollPosition {
    std::int64_t line = 0;
    int pixel = 0;
    friend auto operator<=>(const ScrollPosition &, const ScrollPosition &) = default;
};

/// Arithmetic between lines, pixels and a scroll bar that only knows int. Up to 2^31 lines the bar counts
/// lines; beyond it is scaled, and wheel and keys still move by single lines.
class LineScroll
{
public:
    LineScroll() = default;
    LineScroll(std::int64_t lines, int rowHeight, int viewHeight);

    int fullRows() const; ///< lines that fit whole; at least 1
    std::int64_t lastTop() const; ///< the top at which the last line is fully visible
    ScrollPosition clamped(ScrollPosition position) const;
    ScrollPosition moved(ScrollPosition position, std::int64_t pixels) const;
    /// The smallest move that shows the line whole.
    ScrollPosition revealing(ScrollPosition position, std::int64_t line) const;
    /// With the line in the middle.
    ScrollPosition centred(std::int64_t line) const;

    int barMaximum() const;
    int toBar(std::int64_t top) const;
    std::int64_t fromBar(int value) const;

private:
    std::int64_t m_lines = 0;
    int m_rowHeight = 1;
    int m_viewHeight = 1;
};

} // namespace waybill::ui
