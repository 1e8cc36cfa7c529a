// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_scroll.h"

#include <algorithm>
#include <limits>

namespace waybill::ui {
namespace {

constexpr std::int64_t kBarMost = std::numeric_limits<int>::max();

/// value * numerator / denominator without overflow; long double has 64 bits of mantissa.
std::int64_t scaled(std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    return static_cast<std::int64_t>(static_cast<long double>(value) * static_cast<long double>(numerator)
            / static_cast<long double>(denominator)
        + 0.5L);
}

} // namespace

LineScroll::LineScroll(std::int64_t lines, int rowHeight, int viewHeight)
    : m_lines(lines)
    , m_rowHeight(std::max(1, rowHeight))
    , m_viewHeight(std::max(1, viewHeight))
{
}

int LineScroll::fullRows() const
{
    return std::max(1, m_viewHeight / m_rowHeight);
}

std::int64_t LineScroll::lastTop() const
{
    return std::max<std::int64_t>(0, m_lines - fullRows());
}

ScrollPosition LineScroll::clamped(ScrollPosition position) const
{
    return std::clamp(position, ScrollPosition{}, ScrollPosition{lastTop(), 0});
}

ScrollPosition LineScroll::moved(ScrollPosition position, std::int64_t pixels) const
{
    const std::int64_t all = position.pixel + pixels;
    std::int64_t lines = all / m_rowHeight;
    std::int64_t rest = all % m_rowHeight;
    if (rest < 0) {
        rest += m_rowHeight;
        --lines;
    }
    return clamped({position.line + lines, static_cast<int>(rest)});
}

ScrollPosition LineScroll::revealing(ScrollPosition position, std::int64_t line) const
{
    if (ScrollPosition{line, 0} < position)
        return clamped({line, 0});
    if (line >= position.line + fullRows())
        return clamped({line - fullRows() + 1, 0});
    return position;
}

ScrollPosition LineScroll::centred(std::int64_t line) const
{
    return clamped({line - fullRows() / 2, 0});
}

int LineScroll::barMaximum() const
{
    return static_cast<int>(std::min(lastTop(), kBarMost));
}

int LineScroll::toBar(std::int64_t top) const
{
    const std::int64_t last = lastTop();
    return static_cast<int>(last <= kBarMost ? std::min(top, last) : scaled(top, kBarMost, last));
}

std::int64_t LineScroll::fromBar(int value) const
{
    const std::int64_t last = lastTop();
    return last <= kBarMost ? value : scaled(value, last, kBarMost);
}

} // namespace waybill::ui
