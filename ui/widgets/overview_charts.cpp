// SPDX-License-Identifier: Apache-2.0
#include "widgets/overview_charts.h"

#include "models/formatting.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr int kBarsAtMost = 120;
constexpr double kRound = 3;

QColor fillOf(const QPalette &palette)
{
    QColor fill = toneColours(Tone::Accent, palette).text;
    fill.setAlphaF(0.75F);
    return fill;
}

} // namespace

TypeBars::TypeBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TypeBars::setCounts(const QList<flows::TypeCount> &counts, const QString &spoken)
{
    m_counts = counts;
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

int TypeBars::rowHeight() const
{
    return fontMetrics().height() + space::kSmall;
}

QSize TypeBars::sizeHint() const
{
    constexpr int kWidth = 420;
    return {kWidth, std::max<int>(1, static_cast<int>(m_counts.size())) * rowHeight()};
}

void TypeBars::paintRow(
    QPainter &painter, const flows::TypeCount &count, const QRectF &row, double label, double most)
{
    const QColor text = palette().color(QPalette::Text);
    painter.setPen(text);
    painter.drawText(
        QRectF(row.left(), row.top(), label, row.height()), Qt::AlignRight | Qt::AlignVCenter, count.type);
    const double number = fontMetrics().horizontalAdvance(QStringLiteral("000,000,000"));
    const double arrow = fontMetrics().horizontalAdvance(QStringLiteral("▲ 000 %")) + space::kMedium;
    const QRectF plot = row.adjusted(label + space::kMedium, 0, -number - arrow, 0);
    const auto widthOf = [&plot, most](std::int64_t value) {
        return value == 0 ? 0.0 : std::max(2.0, plot.width() * static_cast<double>(value) / most);
    };
    const QRectF bar(plot.left(), row.top() + 5, widthOf(count.here), row.height() - 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fillOf(palette()));
    painter.drawRoundedRect(bar, kRound, kRound);
    painter.setBrush(Qt::NoBrush);
    if (count.before && *count.before > 0) {
        painter.setPen(QPen(mutedText(palette()), 1));
        painter.drawRoundedRect(
            QRectF(plot.left() + 0.5, row.top() + 2.5, widthOf(*count.before), row.height() - 5), kRound,
            kRound);
    }
    if (count.promised) {
        const bool same = *count.promised == count.here;
        painter.setPen(QPen(toneColours(same ? Tone::Ok : Tone::Failure, palette()).text, 2));
        const double x = plot.left() + widthOf(*count.promised);
        painter.drawLine(QPointF(x, row.top() + 2), QPointF(x, row.bottom() - 2));
    }
    painter.setPen(text);
    painter.drawText(QRectF(plot.right(), row.top(), number, row.height()), Qt::AlignRight | Qt::AlignVCenter,
        countText(count.here));
    painter.setPen(toneColours(Tone::Warning, palette()).text);
    painter.drawText(QRectF(row.right() - arrow, row.top(), arrow, row.height()),
        Qt::AlignRight | Qt::AlignVCenter, changeText(count));
}

void TypeBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double label = 0;
    std::int64_t most = 1;
    for (const flows::TypeCount &count : m_counts) {
        label = std::max(label, static_cast<double>(fontMetrics().horizontalAdvance(count.type)));
        most = std::max({most, count.here, count.promised.value_or(0), count.before.value_or(0)});
    }
    QRectF row(0, 0, width(), rowHeight());
    for (const flows::TypeCount &count : m_counts) {
        paintRow(painter, count, row, std::min(label, width() / 3.0), static_cast<double>(most));
        row.translate(0, rowHeight());
    }
}

DayHistogram::DayHistogram(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayHistogram::setDays(const QMap<QString, std::int64_t> &days, const QString &spoken)
{
    m_days = days;
    setAccessibleName(spoken);
    update();
}

QSize DayHistogram::sizeHint() const
{
    constexpr QSize kSize(420, 140);
    return kSize;
}

QList<DayBar> DayHistogram::bars() const
{
    return dayBars(m_days, kBarsAtMost);
}

QRectF DayHistogram::plot() const
{
    const double line = fontMetrics().height() + space::kTight;
    return QRectF(rect()).adjusted(0, line, 0, -line);
}

void DayHistogram::paintEvent(QPaintEvent *)
{
    const QList<DayBar> all = bars();
    if (all.isEmpty())
        return;
    QPainter painter(this);
    const QRectF area = plot();
    std::int64_t most = 1;
    for (const DayBar &bar : all)
        most = std::max(most, bar.count);
    const double step = area.width() / static_cast<double>(all.size());
    constexpr double kWidest = 36;
    const double width = std::min(kWidest, std::max(1.0, step - (step > 4 ? 2 : 0)));
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).count == 0)
            continue;
        const double height =
            std::max(2.0, area.height() * static_cast<double>(all.at(i).count) / static_cast<double>(most));
        painter.fillRect(
            QRectF(area.left() + static_cast<double>(i) * step, area.bottom() - height, width, height),
            fillOf(palette()));
    }
    painter.setPen(hairline(palette()));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(mutedText(palette()));
    const QRectF below(0, area.bottom(), this->width(), height() - area.bottom());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignBottom, all.first().name);
    if (all.size() > 1)
        painter.drawText(below, Qt::AlignRight | Qt::AlignBottom, all.last().name);
    painter.drawText(QRectF(0, 0, this->width(), area.top()), Qt::AlignLeft | Qt::AlignTop,
        tr("at most %1").arg(countText(most)));
}

bool DayHistogram::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QList<DayBar> all = bars();
    if (all.isEmpty())
        return true;
    const double step = plot().width() / static_cast<double>(all.size());
    const qsizetype at = std::clamp<qsizetype>(
        static_cast<qsizetype>(help->pos().x() / std::max(0.1, step)), 0, all.size() - 1);
    QToolTip::showText(
        help->globalPos(), QStringLiteral("%1: %2").arg(all.at(at).name, countText(all.at(at).count)), this);
    return true;
}

} // namespace waybill::ui
