// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_view.h"

#include "widgets/line_view_accessible.h"
#include "widgets/line_wrap.h"
#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace waybill::ui {
namespace {

constexpr std::int64_t kCutAt = 4096; ///< bytes of a line that are shown without being asked for more
constexpr std::int64_t kWindow = 512; ///< bytes left of the view when it is far to the right
constexpr int kBadgeColumns = 14; ///< room for "+213 KB"
constexpr int kRowPadding = 4; ///< pixels between two lines

} // namespace

LineView::LineView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_columnLimit(kCutAt)
{
    installLineViewAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Lines"));
    auto *corner = new QWidget(this);
    corner->setBackgroundRole(QPalette::Base);
    corner->setAutoFillBackground(true);
    setCornerWidget(corner);
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_strip = new OverviewStrip(this);
    setViewportMargins(0, 0, OverviewStrip::kWidth, 0);
    connect(m_strip, &OverviewStrip::lineChosen, this, [this](LineNumber line) { goTo(line); });
    addCopyActions();
    refreshMetrics();
}

void LineView::setSource(std::shared_ptr<const ndjson::LineSource> source, MarkOf markOf)
{
    m_source = std::move(source);
    m_markOf = std::move(markOf);
    m_strip->setSource(m_source);
    m_lineCount = m_source ? m_source->lineCount() : 0;
    m_top = {};
    m_current = m_anchor = -1;
    m_matchLine = {-1};
    m_widest = 0;
    m_columnLimit = kCutAt;
    m_glide.stop();
    refreshMetrics();
    horizontalScrollBar()->setValue(0);
    if (m_lineCount > 0)
        setCurrent(0, false);
    else
        Q_EMIT currentLineChanged({-1});
}

LineNumber LineView::currentLine() const
{
    return m_source && m_current >= 0 ? m_source->numberOf(m_current) : LineNumber{-1};
}

void LineView::linesGrew()
{
    if (!m_source)
        return;
    m_lineCount = m_source->lineCount();
    refreshMetrics();
    m_strip->update();
    if (m_current < 0 && m_lineCount > 0)
        setCurrent(0, false);
}

void LineView::setPattern(std::shared_ptr<const ndjson::SearchPattern> pattern)
{
    m_pattern = std::move(pattern);
    m_hitsOf = {};
    m_matchLine = {-1};
    viewport()->update();
}

void LineView::setHitsOf(HitsOf hitsOf)
{
    m_pattern.reset();
    m_hitsOf = std::move(hitsOf);
    m_matchLine = {-1};
    viewport()->update();
}

void LineView::setWrap(bool wrap)
{
    if (wrap == m_wrap)
        return;
    m_wrap = wrap;
    m_lastTopKnown = false;
    m_top.pixel = 0;
    m_glide.stop();
    horizontalScrollBar()->setValue(0);
    setHorizontalScrollBarPolicy(wrap ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    refreshVisible();
    if (m_current >= 0)
        scrollTo(revealing(m_current));
}

void LineView::setOverview(const LineOverview &overview)
{
    m_strip->setOverview(overview);
    viewport()->update(); // marks are in the gutter too
}

LineScroll LineView::scroll() const
{
    return {m_lineCount, m_rowHeight, m_wrap ? m_rowHeight : viewport()->height()};
}

WrapScroll LineView::wrapScroll() const
{
    return {m_lineCount, viewport()->height(), [this](std::int64_t row) { return heightOf(row); }};
}

ScrollPosition LineView::clamped(ScrollPosition position) const
{
    return m_wrap ? std::clamp(position, ScrollPosition{}, m_lastTop) : scroll().clamped(position);
}

ScrollPosition LineView::moved(std::int64_t pixels) const
{
    return m_wrap ? wrapScroll().moved(m_top, pixels) : scroll().moved(m_top, pixels);
}

ScrollPosition LineView::revealing(std::int64_t row) const
{
    return m_wrap ? wrapScroll().revealing(m_top, row) : scroll().revealing(m_top, row);
}

int LineView::visibleColumns() const
{
    return std::max(1, static_cast<int>((viewport()->width() - textLeft()) / m_charWidth));
}

/// Where the rows of a shown line begin, in its clip.
std::vector<qsizetype> LineView::rowsOf(const ndjson::LineText &line) const
{
    if (!m_wrap)
        return {0};
    const bool cut = line.length > line.bytes.size() || !line.ended;
    const int columns = std::max(kBadgeColumns, visibleColumns() - 1);
    auto begins =
        rowBegins(line.bytes, columns, m_charWidth, QFontMetricsF(textFont(TextRole::Mono, font())));
    const qsizetype rest = line.bytes.size() - begins.back();
    if (cut && rest + kBadgeColumns > columns)
        begins.push_back(line.bytes.size()); // the badge has a row of its own
    return begins;
}

int LineView::heightOf(std::int64_t row) const
{
    const std::int64_t at = row - m_top.line;
    if (at >= 0 && at < static_cast<std::int64_t>(m_heights.size()))
        return m_heights[static_cast<std::size_t>(at)];
    const auto lines = m_source->lines({row}, 1, clip());
    return lines.isEmpty() ? m_rowHeight : static_cast<int>(rowsOf(lines.first()).size()) * m_rowHeight;
}

void LineView::refreshMetrics()
{
    const QFontMetricsF metrics(textFont(TextRole::Mono, font()));
    constexpr int kSample = 100; // an average: some fonts round a single advance
    m_charWidth = metrics.horizontalAdvance(QString(kSample, QLatin1Char('0'))) / kSample;
    m_rowHeight = static_cast<int>(std::ceil(metrics.height())) + kRowPadding;
    const std::int64_t highest = m_lineCount > 0 ? m_source->numberOf(m_lineCount - 1).shown() : 0;
    const qsizetype digits =
        QLocale().toString(static_cast<qlonglong>(std::max<std::int64_t>(highest, 999))).size();
    m_gutterWidth = space::kSmall + space::kIcon + space::kTight
        + static_cast<int>(std::ceil(static_cast<double>(digits) * m_charWidth)) + space::kMedium;
    m_lastTopKnown = false;
    refreshVisible();
}

ndjson::Clip LineView::clip() const
{
    if (m_wrap)
        return {0, kCutAt};
    constexpr std::int64_t kMostBytesPerColumn = 4;
    const std::int64_t left = horizontalScrollBar()->value();
    // Near the start columns are characters; far to the right a column is a byte, as counting would mean
    // reading everything before it.
    const std::int64_t begin = left <= kCutAt ? 0 : left - kWindow;
    const std::int64_t wanted = (left - begin + visibleColumns() + 2) * kMostBytesPerColumn;
    return {begin, std::min(wanted, m_columnLimit - begin)};
}

void LineView::refreshVisible()
{
    m_heights.clear();
    if (m_wrap && m_source && !std::exchange(m_lastTopKnown, true))
        m_lastTop = wrapScroll().lastTop();
    m_top = clamped(m_top);
    m_visible.clear();
    if (m_source && m_lineCount > 0) {
        const int rows = viewport()->height() / m_rowHeight + 2;
        m_visible = m_source->lines({m_top.line}, rows, clip());
    }
    int y = -m_top.pixel;
    for (qsizetype i = 0; i < m_visible.size(); ++i) {
        const ndjson::LineText &line = m_visible.at(i);
        const std::int64_t shown = std::min(line.length, m_columnLimit);
        m_widest = std::max(m_widest, shown + (shown < line.length ? kBadgeColumns : 1));
        m_heights.push_back(static_cast<int>(rowsOf(line).size()) * m_rowHeight);
        y += m_heights.back();
        if (y > viewport()->height())
            m_visible.resize(i + 1); // wrapped lines fill the view sooner
    }
    refreshBars();
    m_strip->setVisibleRows(m_top.line, m_visible.size());
    viewport()->update();
}

void LineView::refreshBars()
{
    m_movingBars = true;
    const LineScroll lines = scroll();
    verticalScrollBar()->setRange(0, m_wrap ? lines.toBar(m_lastTop.line) : lines.barMaximum());
    verticalScrollBar()->setPageStep(
        m_wrap ? std::max<int>(1, static_cast<int>(m_visible.size()) - 1) : lines.fullRows());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setValue(lines.toBar(m_top.line));
    constexpr std::int64_t kMostColumns = std::int64_t{1} << 30;
    const std::int64_t columns = m_wrap ? 0 : std::min(m_widest - visibleColumns(), kMostColumns);
    horizontalScrollBar()->setRange(0, static_cast<int>(std::max<std::int64_t>(columns, 0)));
    horizontalScrollBar()->setPageStep(visibleColumns());
    constexpr int kColumnsPerStep = 8;
    horizontalScrollBar()->setSingleStep(kColumnsPerStep);
    m_movingBars = false;
}

void LineView::scrollTo(ScrollPosition position)
{
    position = clamped(position);
    if (position == m_top && !m_visible.isEmpty())
        return;
    m_top = position;
    refreshVisible();
    announceScrolled();
}

void LineView::setCurrent(std::int64_t row, bool extend)
{
    row = std::clamp<std::int64_t>(row, 0, m_lineCount - 1);
    const bool changed = row != m_current;
    m_current = row;
    if (!extend)
        m_anchor = row;
    scrollTo(revealing(row));
    viewport()->update();
    if (changed) {
        announceCurrent();
        Q_EMIT currentLineChanged(currentLine());
    }
}

void LineView::moveCurrent(std::int64_t by, bool extend)
{
    if (m_lineCount > 0)
        setCurrent(m_current + by, extend);
}

void LineView::movePage(int direction, bool extend)
{
    const std::int64_t rows = m_wrap ? std::max<std::int64_t>(1, m_visible.size() - 1) : scroll().fullRows();
    if (m_wrap)
        scrollTo(moved(std::int64_t{direction} * (viewport()->height() - m_rowHeight)));
    else
        scrollTo({m_top.line + direction * rows, m_top.pixel});
    moveCurrent(direction * rows, extend);
}

void LineView::goTo(LineNumber line, std::int64_t column, std::int64_t length)
{
    if (m_lineCount == 0)
        return;
    m_glide.stop();
    const std::int64_t row = std::clamp<std::int64_t>(m_source->rowOf(line), 0, m_lineCount - 1);
    const bool whole = rectOfRow(row).isValid() && viewport()->rect().contains(rectOfRow(row));
    if (!whole)
        scrollTo(m_wrap ? ScrollPosition{std::max<std::int64_t>(0, row - 1), 0} : scroll().centred(row));
    m_matchLine = {length > 0 ? m_source->numberOf(row).value : -1};
    m_matchColumn = column;
    m_matchLength = length;
    setCurrent(row, false);
    if (length > 0 && !m_wrap)
        showColumn(column, length);
}

/// Scrolls sideways so that a match can be seen, also one far behind the cut.
void LineView::showColumn(std::int64_t column, std::int64_t length)
{
    if (column + length > m_columnLimit) {
        m_columnLimit = column + length + kWindow;
        refreshVisible();
    }
    if (column <= kCutAt) { // characters, not bytes
        const auto before = m_source->lines({m_current}, 1, {0, column});
        column = before.isEmpty() ? column : QString::fromUtf8(before.first().bytes).size();
    }
    const int left = horizontalScrollBar()->value();
    constexpr std::int64_t kRoom = 12; // columns that stay free at the right
    if (column < left || column + std::min<std::int64_t>(length, kRoom) + kRoom > left + visibleColumns())
        horizontalScrollBar()->setValue(
            static_cast<int>(std::max<std::int64_t>(0, column - visibleColumns() / 3)));
}

std::int64_t LineView::rowAtY(int y) const
{
    if (y < 0 || !m_wrap) {
        const int rows = static_cast<int>(std::floor(static_cast<double>(y + m_top.pixel) / m_rowHeight));
        return m_top.line + rows;
    }
    int bottom = -m_top.pixel;
    std::int64_t row = m_top.line;
    for (const int height : m_heights) {
        bottom += height;
        if (y < bottom)
            return row;
        ++row;
    }
    return row;
}

QRect LineView::rectOfRow(std::int64_t row) const
{
    const std::int64_t at = row - m_top.line;
    if (at < 0 || at >= static_cast<std::int64_t>(m_heights.size()))
        return {};
    int y = -m_top.pixel;
    for (std::int64_t i = 0; i < at; ++i)
        y += m_heights[static_cast<std::size_t>(i)];
    return {0, y, viewport()->width(), m_heights[static_cast<std::size_t>(at)]};
}

QRect LineView::rectOf(LineNumber line) const
{
    return m_source ? rectOfRow(m_source->rowOf(line)) : QRect();
}

bool LineView::isSelected(std::int64_t row) const
{
    return m_anchor != m_current && row >= std::min(m_anchor, m_current)
        && row <= std::max(m_anchor, m_current);
}

} // namespace waybill::ui
