// SPDX-License-Identifier: Apache-2.0
#include "widgets/countdown_ring.h"

#include "models/formatting.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>
#include <array>

namespace waybill::ui {
namespace {

constexpr int kWidth = 5; ///< of the ring, in logical pixels
constexpr int kTurn = 360 * 16;
constexpr std::array kSpokenAt = {30, 10, 0};

} // namespace

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Time until the next status request"));
}

void CountdownRing::setTime(std::chrono::seconds left, std::chrono::seconds span)
{
    if (left == m_left && span == m_span)
        return;
    const bool spoken =
        left != m_left && std::find(kSpokenAt.begin(), kSpokenAt.end(), left.count()) != kSpokenAt.end();
    m_left = left;
    m_span = span;
    setAccessibleDescription(clockText(left));
    if (spoken && isVisible()) {
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
    update();
}

QSize CountdownRing::sizeHint() const
{
    const int side = fontMetrics().horizontalAdvance(QStringLiteral("0:00:00")) + 4 * kWidth;
    return {side, side};
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF circle(0, 0, std::min(width(), height()) - kWidth - 1, std::min(width(), height()) - kWidth - 1);
    circle.moveCenter(QRectF(rect()).center());
    painter.setPen(QPen(hairline(palette()), kWidth));
    painter.drawEllipse(circle);
    if (m_span.count() > 0 && m_left.count() > 0) {
        const double part =
            std::clamp(static_cast<double>(m_left.count()) / static_cast<double>(m_span.count()), 0.0, 1.0);
        painter.setPen(QPen(toneColours(Tone::Waiting, palette()).text, kWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, 90 * 16, static_cast<int>(part * kTurn)); // empties clockwise
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(textFont(TextRole::Strong, font()));
    painter.drawText(rect(), Qt::AlignCenter, clockText(m_left));
}

} // namespace waybill::ui
