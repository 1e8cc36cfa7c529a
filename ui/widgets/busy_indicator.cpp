// SPDX-License-Identifier: Apache-2.0
#include "widgets/busy_indicator.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QTimerEvent>

namespace waybill::ui {
namespace {

constexpr int kFrameMs = 50;
constexpr int kStepDegrees = 18;
constexpr int kArcDegrees = 100;

} // namespace

BusyIndicator::BusyIndicator(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BusyIndicator::setBusy(bool busy, const QString &what)
{
    const QString name = !busy ? QString() : what.isEmpty() ? tr("Working…") : what;
    if (busy == m_busy && name == accessibleName())
        return;
    m_busy = busy;
    setAccessibleName(name);
    if (busy && isVisible())
        m_timer.start(kFrameMs, this);
    else if (!busy)
        m_timer.stop();
    update();
}

QSize BusyIndicator::sizeHint() const
{
    const int side = std::max(space::kIcon, fontMetrics().height());
    return {side, side};
}

void BusyIndicator::paintEvent(QPaintEvent *)
{
    if (!m_busy)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(width(), height()) - 4.0;
    QRectF circle(0, 0, side, side);
    circle.moveCenter(QRectF(rect()).center());
    painter.setPen(QPen(hairline(palette()), 2));
    painter.drawEllipse(circle);
    painter.setPen(QPen(toneColours(Tone::Accent, palette()).text, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, (90 - m_step * kStepDegrees) * 16, -kArcDegrees * 16);
}

void BusyIndicator::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_step = (m_step + 1) % (360 / kStepDegrees);
    update();
}

void BusyIndicator::showEvent(QShowEvent *)
{
    if (m_busy)
        m_timer.start(kFrameMs, this);
}

void BusyIndicator::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

} // namespace waybill::ui
