// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_view.h"

#include "widgets/line_view_accessible.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFontMetricsF>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

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
    addCopyActions();
    refreshMetrics();
}

void LineView::addCopyActions()
{
    auto *copy = new QAction(tr("Copy lines"), this);
    copy->setShortcut(QKeySequence::Copy);
    auto *withNumbers = new QAction(tr("Copy with line numbers"), this);
    withNumbers->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    auto *all = new QAction(tr("Select all lines"), this);
    all->setShortcut(QKeySequence::SelectAll);
    for (QAction *action : {copy, withNumbers, all}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(copy, &QAction::triggered, this, [this] { copySelection(false); });
    connect(withNumbers, &QAction::triggered, this, [this] { copySelection(true); });
    connect(all, &QAction::triggered, this, [this] {
        if (m_lineCount == 0)
            return;
        m_anchor = {0};
        m_current = {m_lineCount - 1};
        viewport()->update();
        Q_EMIT currentLineChanged(m_current);
    });
}

void LineView::setSource(std::shared_ptr<const ndjson::LineSource> source, MarkOf markOf)
{
    m_source = std::move(source);
    m_markOf = std::move(markOf);
    m_lineCount = m_source ? m_source->lineCount() : 0;
    m_top = {};
    m_current = m_anchor = m_matchLine = {-1};
    m_widest = 0;
    m_columnLimit = kCutAt;
    m_glide.stop();
    refreshMetrics();
    horizontalScrollBar()->setValue(0);
    if (m_lineCount > 0)
        setCurrent({0}, false);
    else
        Q_EMIT currentLineChanged(m_current);
}

void LineView::linesGrew()
{
    if (!m_source)
        return;
    m_lineCount = m_source->lineCount();
    refreshMetrics();
    if (m_current.value < 0 && m_lineCount > 0)
        setCurrent({0}, false);
}

void LineView::setPattern(std::shared_ptr<const ndjson::SearchPattern> pattern)
{
    m_pattern = std::move(pattern);
    m_matchLine = {-1};
    viewport()->update();
}

LineScroll LineView::scroll() const
{
    return {m_lineCount, m_rowHeight, viewport()->height()};
}

int LineView::visibleColumns() const
{
    return std::max(1, static_cast<int>((viewport()->width() - textLeft()) / m_charWidth));
}

void LineView::refreshMetrics()
{
    const QFontMetricsF metrics(textFont(TextRole::Mono, font()));
    constexpr int kSample = 100; // an average: some fonts round a single advance
    m_charWidth = metrics.horizontalAdvance(QString(kSample, QLatin1Char('0'))) / kSample;
    m_rowHeight = static_cast<int>(std::ceil(metrics.height())) + kRowPadding;
    const qsizetype digits =
        QLocale().toString(static_cast<qlonglong>(std::max<std::int64_t>(m_lineCount, 999))).size();
    m_gutterWidth = space::kSmall + space::kIcon + space::kTight
        + static_cast<int>(std::ceil(static_cast<double>(digits) * m_charWidth)) + space::kMedium;
    refreshVisible();
}

ndjson::Clip LineView::clip() const
{
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
    m_top = scroll().clamped(m_top);
    m_visible.clear();
    if (m_source && m_lineCount > 0) {
        const int rows = viewport()->height() / m_rowHeight + 2;
        m_visible = m_source->lines({m_top.line}, rows, clip());
    }
    for (const ndjson::LineText &line : m_visible) {
        const std::int64_t shown = std::min(line.length, m_columnLimit);
        m_widest = std::max(m_widest, shown + (shown < line.length ? kBadgeColumns : 1));
    }
    refreshBars();
    viewport()->update();
}

void LineView::refreshBars()
{
    m_movingBars = true;
    const LineScroll lines = scroll();
    verticalScrollBar()->setRange(0, lines.barMaximum());
    verticalScrollBar()->setPageStep(lines.fullRows());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setValue(lines.toBar(m_top.line));
    constexpr std::int64_t kMostColumns = std::int64_t{1} << 30;
    const std::int64_t columns = std::min(m_widest - visibleColumns(), kMostColumns);
    horizontalScrollBar()->setRange(0, static_cast<int>(std::max<std::int64_t>(columns, 0)));
    horizontalScrollBar()->setPageStep(visibleColumns());
    constexpr int kColumnsPerStep = 8;
    horizontalScrollBar()->setSingleStep(kColumnsPerStep);
    m_movingBars = false;
}

void LineView::scrollTo(ScrollPosition position)
{
    position = scroll().clamped(position);
    if (position == m_top && !m_visible.isEmpty())
        return;
    m_top = position;
    refreshVisible();
    announceScrolled();
}

void LineView::setCurrent(LineNumber line, bool extend)
{
    line.value = std::clamp<std::int64_t>(line.value, 0, m_lineCount - 1);
    const bool changed = line != m_current;
    m_current = line;
    if (!extend)
        m_anchor = line;
    scrollTo(scroll().revealing(m_top, line.value));
    viewport()->update();
    if (changed) {
        announceCurrent();
        Q_EMIT currentLineChanged(line);
    }
}

void LineView::moveCurrent(std::int64_t by, bool extend)
{
    if (m_lineCount > 0)
        setCurrent({m_current.value + by}, extend);
}

void LineView::goTo(LineNumber line, std::int64_t column, std::int64_t length)
{
    if (m_lineCount == 0)
        return;
    m_glide.stop();
    line.value = std::clamp<std::int64_t>(line.value, 0, m_lineCount - 1);
    const LineScroll lines = scroll();
    if (line.value < m_top.line || line.value >= m_top.line + lines.fullRows())
        scrollTo(lines.centred(line.value));
    m_matchLine = {length > 0 ? line.value : -1};
    m_matchColumn = column;
    m_matchLength = length;
    setCurrent(line, false);
    if (length > 0)
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
        const auto before = m_source->lines(m_current, 1, {0, column});
        column = before.isEmpty() ? column : QString::fromUtf8(before.first().bytes).size();
    }
    const int left = horizontalScrollBar()->value();
    constexpr std::int64_t kRoom = 12; // columns that stay free at the right
    if (column < left || column + std::min<std::int64_t>(length, kRoom) + kRoom > left + visibleColumns())
        horizontalScrollBar()->setValue(
            static_cast<int>(std::max<std::int64_t>(0, column - visibleColumns() / 3)));
}

LineNumber LineView::lineAtY(int y) const
{
    const int rows = static_cast<int>(std::floor(static_cast<double>(y + m_top.pixel) / m_rowHeight));
    return {m_top.line + rows};
}

QRect LineView::rectOf(LineNumber line) const
{
    const std::int64_t row = line.value - m_top.line;
    if (row < 0 || row > m_visible.size())
        return {};
    return {0, static_cast<int>(row) * m_rowHeight - m_top.pixel, viewport()->width(), m_rowHeight};
}

bool LineView::isSelected(LineNumber line) const
{
    return m_anchor != m_current && line >= std::min(m_anchor, m_current)
        && line <= std::max(m_anchor, m_current);
}

std::pair<LineNumber, LineNumber> LineView::selection() const
{
    return std::minmax(m_anchor, m_current);
}

void LineView::copySelection(bool withNumbers)
{
    if (!m_source || m_current.value < 0)
        return;
    const auto [first, last] = selection();
    constexpr int kAtOnce = 64;
    QByteArray text;
    for (std::int64_t line = first.value; line <= last.value; line += kAtOnce) {
        const int count = static_cast<int>(std::min<std::int64_t>(kAtOnce, last.value - line + 1));
        const std::int64_t room = kMostCopied - text.size();
        for (const ndjson::LineText &found : m_source->lines({line}, count, {0, room + 1})) {
            if (withNumbers)
                text.append(QByteArray::number(static_cast<qlonglong>(found.number.shown())) + '\t');
            text.append(found.bytes);
            text.append('\n');
            if (text.size() > kMostCopied) {
                Q_EMIT copyRefused();
                return;
            }
        }
    }
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    Q_EMIT copied(last.value - first.value + 1);
}

} // namespace waybill::ui
