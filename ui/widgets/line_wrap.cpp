// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_wrap.h"

#include "ndjson/json_text.h"

#include <QString>

#include <algorithm>

namespace waybill::ui {

std::vector<qsizetype> rowBegins(
    QByteArrayView text, int columns, double columnWidth, const QFontMetricsF &metrics)
{
    std::vector<qsizetype> begins{0};
    const double most = std::max(1, columns);
    double used = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype next = at + 1;
        double width = 1;
        if (static_cast<signed char>(text[at]) < 0) {
            while (next < text.size() && ndjson::isContinuation(text[next]))
                ++next;
            const QString shown = ndjson::visibleText(QString::fromUtf8(text.sliced(at, next - at)));
            width = metrics.horizontalAdvance(shown) / columnWidth;
        }
        constexpr double kRounding = 0.01;
        if (used + width > most + kRounding && at > begins.back()) {
            begins.push_back(at);
            used = 0;
        }
        used += width;
        at = next;
    }
    return begins;
}

WrapScroll::WrapScroll(std::int64_t lines, int viewHeight, HeightOf heightOf)
    : m_lines(lines)
    , m_viewHeight(std::max(1, viewHeight))
    , m_heightOf(std::move(heightOf))
{
}

ScrollPosition WrapScroll::endingWith(std::int64_t line) const
{
    std::int64_t height = m_heightOf(line);
    while (height < m_viewHeight && line > 0)
        height += m_heightOf(--line);
    return {line, static_cast<int>(std::max<std::int64_t>(0, height - m_viewHeight))};
}

ScrollPosition WrapScroll::lastTop() const
{
    return m_lines > 0 ? endingWith(m_lines - 1) : ScrollPosition{};
}

ScrollPosition WrapScroll::moved(ScrollPosition position, std::int64_t pixels) const
{
    std::int64_t at = position.pixel + pixels;
    std::int64_t line = position.line;
    while (at < 0 && line > 0)
        at += m_heightOf(--line);
    while (line < m_lines - 1) {
        const int height = m_heightOf(line);
        if (at < height)
            break;
        at -= height;
        ++line;
    }
    return {line, static_cast<int>(std::max<std::int64_t>(0, at))};
}

ScrollPosition WrapScroll::revealing(ScrollPosition position, std::int64_t line) const
{
    if (ScrollPosition{line, 0} < position)
        return {line, 0};
    std::int64_t bottom = -position.pixel;
    for (std::int64_t at = position.line; at <= line && bottom <= m_viewHeight; ++at)
        bottom += m_heightOf(at);
    if (bottom <= m_viewHeight)
        return position;
    const ScrollPosition top = endingWith(line);
    return top.line == line ? ScrollPosition{line, 0} : top;
}

} // namespace waybill::ui
