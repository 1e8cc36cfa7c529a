// SPDX-License-Identifier: Apache-2.0
#include "widgets/overview_strip.h"

#include "widgets/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace waybill::ui {
namespace {

constexpr double kTick = 3; ///< height in pixels: seen, and not hiding its neighbours

} // namespace

OverviewStrip::OverviewStrip(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFixedWidth(kWidth);
}

void OverviewStrip::setSource(std::shared_ptr<const ndjson::LineSource> source)
{
    m_source = std::move(source);
    update();
}

void OverviewStrip::setOverview(const LineOverview &overview)
{
    if (overview == m_overview)
        return;
    m_overview = overview;
    setAccessibleName(spoken());
    update();
}

void OverviewStrip::setVisibleRows(std::int64_t first, std::int64_t count)
{
    if (m_first == first && m_count == count)
        return;
    m_first = first;
    m_count = count;
    update();
}

double OverviewStrip::yOf(std::int64_t row) const
{
    const std::int64_t rows = m_source ? m_source->lineCount() : 0;
    return rows > 0 ? static_cast<double>(row) / static_cast<double>(rows) * (height() - kTick) : 0;
}

void OverviewStrip::addTicks(std::vector<Tick> &ticks, const ndjson::LineDensity &density, Lane lane) const
{
    if (density.isEmpty())
        return;
    const std::int64_t rows = m_source->lineCount();
    for (std::int64_t i = 0; i < ndjson::LineDensity::kStretches; ++i) {
        if (!density.has(i))
            continue;
        const std::int64_t line = i * density.linesPerStretch();
        const std::int64_t row = m_source->rowOf({line});
        // With only some lines shown, the stretch may have none of them.
        if (row >= 0 && row < rows && m_source->numberOf(row).value < line + density.linesPerStretch())
            ticks.push_back({lane, line, yOf(row)});
    }
}

std::vector<OverviewStrip::Tick> OverviewStrip::ticks() const
{
    std::vector<Tick> ticks;
    if (!m_source || m_source->lineCount() == 0)
        return ticks;
    addTicks(ticks, m_overview.hits, Lane::Hits);
    addTicks(ticks, m_overview.problems, Lane::Problems);
    for (const std::int64_t line : m_overview.marks) {
        const std::int64_t row = m_source->rowOf({line});
        if (row < m_source->lineCount() && m_source->numberOf(row).value == line)
            ticks.push_back({Lane::Marks, line, yOf(row)});
    }
    return ticks;
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    const double top = yOf(m_first);
    QColor here = palette().color(QPalette::Text);
    here.setAlphaF(0.10F);
    const double bottom = yOf(m_first + m_count) + kTick;
    painter.fillRect(QRectF(0, top, width(), std::max(kTick * 2, bottom - top)), here);
    painter.setPen(hairline(palette()));
    painter.drawLine(0, 0, 0, height());
    constexpr double kLane = 4;
    for (const Tick &tick : ticks()) {
        const Tone tone = tick.lane == Lane::Hits ? Tone::Warning
            : tick.lane == Lane::Problems         ? Tone::Failure
                                                  : Tone::Accent;
        // Colour, lane and, for marks, width tell them apart.
        const double left = 1.5 + static_cast<double>(tick.lane) * kLane;
        const QRectF place(tick.lane == Lane::Marks ? 1.5 : left, tick.y,
            tick.lane == Lane::Marks ? 3 * kLane : kLane - 0.5, kTick);
        const ToneColours colours = toneColours(tone, palette());
        painter.fillRect(place, tick.lane == Lane::Hits ? colours.border : colours.text);
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (!m_source || m_source->lineCount() == 0)
        return;
    const double y = event->position().y();
    const auto all = ticks();
    const auto distance = [y](const Tick &tick) { return std::abs(tick.y + kTick / 2 - y); };
    const auto nearest = std::min_element(
        all.begin(), all.end(), [&](const Tick &a, const Tick &b) { return distance(a) < distance(b); });
    constexpr double kReach = 6;
    if (nearest != all.end() && distance(*nearest) <= kReach) {
        Q_EMIT lineChosen({nearest->line});
        return;
    }
    const auto rows = static_cast<double>(m_source->lineCount());
    Q_EMIT lineChosen(m_source->numberOf(static_cast<std::int64_t>(
        std::clamp(y / std::max(1, height()), 0.0, 1.0) * std::max(0.0, rows - 1))));
}

QString OverviewStrip::spoken() const
{
    QStringList parts;
    if (!m_overview.hits.isEmpty())
        parts.append(tr("hits (left)"));
    if (!m_overview.problems.isEmpty())
        parts.append(tr("problems (middle)"));
    if (!m_overview.marks.empty())
        parts.append(tr("%Ln mark(s) (across)", nullptr, static_cast<int>(m_overview.marks.size())));
    return parts.isEmpty() ? tr("Overview of the file: nothing to show")
                           : tr("Overview of the file: %1").arg(parts.join(QStringLiteral(", ")));
}

bool OverviewStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), spoken(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace waybill::ui
