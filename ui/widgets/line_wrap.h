// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/line_scroll.h"

#include <QByteArrayView>
#include <QFontMetricsF>

#include <functional>
#include <vector>

namespace waybill::ui {

/// Where the rows of a wrapped line begin, in bytes; the first is 0. Characters stay whole; what is not ASCII
/// is as wide as the font draws it.
std::vector<qsizetype> rowBegins(
    QByteArrayView text, int columns, double columnWidth, const QFontMetricsF &metrics);

/// LineScroll for lines of different heights: asks for the heights it needs, which is about a screen full,
/// and never for those of a whole file.
class WrapScroll
{
public:
    using HeightOf = std::function<int(std::int64_t line)>;
    WrapScroll(std::int64_t lines, int viewHeight, HeightOf heightOf);

    ScrollPosition lastTop() const; ///< the end of the last line is at the bottom
    ScrollPosition moved(ScrollPosition position, std::int64_t pixels) const; ///< at most a few screens
    /// The smallest move that shows the line whole, or its begin when it is higher than the view.
    ScrollPosition revealing(ScrollPosition position, std::int64_t line) const;

private:
    ScrollPosition endingWith(std::int64_t line) const;

    std::int64_t m_lines;
    int m_viewHeight;
    HeightOf m_heightOf;
};

} // namespace waybill::ui
