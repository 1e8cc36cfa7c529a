// SPDX-License-Identifier: Apache-2.0
#include "widgets/poll_strip.h"

#include "widgets/theme.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace waybill::ui {
namespace {

using flows::PollTick;

constexpr int kPitch = 14; ///< from tick to tick
constexpr int kMark = 10; ///< size of a mark
constexpr int kHeight = 28;
constexpr int kMinimumTicks = 8;

/// Shape tells the result without colour: dot, filled square, triangle, check, cross, open circle.
void paintMark(QPainter &painter, const QRectF &box, PollTick::Kind kind, const QColor &colour)
{
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colour);
    switch (kind) {
    case PollTick::Kind::Running: painter.drawEllipse(box.adjusted(2, 2, -2, -2)); break;
    case PollTick::Kind::Throttled: painter.drawRect(box.adjusted(1, 1, -1, -1)); break;
    case PollTick::Kind::Transient:
        painter.drawPolygon(
            QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()}));
        break;
    case PollTick::Kind::Complete:
        painter.drawPolyline(QPolygonF({QPointF(box.left(), box.center().y()),
            QPointF(box.left() + box.width() * 0.4, box.bottom()), QPointF(box.right(), box.top())}));
        break;
    case PollTick::Kind::Refused:
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
        break;
    case PollTick::Kind::NoAnswer:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
}

} // namespace

Tone toneOf(PollTick::Kind kind)
{
    switch (kind) {
    case PollTick::Kind::Running: return Tone::Accent;
    case PollTick::Kind::Throttled: return Tone::Waiting;
    case PollTick::Kind::Transient:
    case PollTick::Kind::NoAnswer: return Tone::Warning;
    case PollTick::Kind::Complete: return Tone::Ok;
    case PollTick::Kind::Refused: return Tone::Failure;
    }
    Q_UNREACHABLE();
}

PollStrip::PollStrip(Words words, QWidget *parent)
    : QWidget(parent)
    , m_words(std::move(words))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void PollStrip::setPolls(const QList<PollTick> &polls, const QString &summary)
{
    setAccessibleName(summary);
    if (polls == m_polls)
        return;
    const bool followed = m_chosen >= 0 && m_chosen == m_polls.size() - 1;
    m_polls = polls;
    if (followed || m_chosen >= m_polls.size())
        choose(static_cast<int>(m_polls.size()) - 1); // keeps to the newest one, as it was
    update();
}

QSize PollStrip::sizeHint() const
{
    return {kPitch * 30, kHeight};
}

QSize PollStrip::minimumSizeHint() const
{
    return {kPitch * kMinimumTicks, kHeight};
}

int PollStrip::firstShown() const
{
    const int fit = std::max(1, (width() - space::kSmall) / kPitch);
    return std::max(0, static_cast<int>(m_polls.size()) - fit);
}

QRectF PollStrip::place(int index) const
{
    const double x = space::kTight + (index - firstShown()) * kPitch;
    return {x + (kPitch - kMark) / 2.0, (height() - kMark) / 2.0, kMark, kMark};
}

int PollStrip::tickAt(double x) const
{
    const int index = firstShown() + static_cast<int>((x - space::kTight) / kPitch);
    return x >= space::kTight && index < m_polls.size() ? index : -1;
}

void PollStrip::choose(int index)
{
    if (index == m_chosen)
        return;
    m_chosen = index;
    setAccessibleDescription(index < 0 ? QString() : m_words(m_polls.at(index)));
    if (hasFocus()) {
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
    update();
    Q_EMIT tickChosen(index);
}

void PollStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hairline(palette()), 1));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius, space::kRadius);
    for (int i = firstShown(); i < m_polls.size(); ++i) {
        const QRectF box = place(i);
        if (i == m_chosen) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
            painter.setBrush(palette().color(QPalette::Base));
            painter.drawRoundedRect(box.adjusted(-3, -5, 3, 5), 3, 3);
        }
        const auto kind = m_polls.at(i).kind;
        paintMark(painter, box, kind, toneColours(toneOf(kind), palette()).text);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    }
}

void PollStrip::mouseMoveEvent(QMouseEvent *event)
{
    choose(tickAt(event->position().x()));
}

void PollStrip::leaveEvent(QEvent *)
{
    if (!hasFocus())
        choose(-1);
}

void PollStrip::keyPressEvent(QKeyEvent *event)
{
    const auto last = static_cast<int>(m_polls.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: choose(std::max(firstShown(), m_chosen < 0 ? last : m_chosen - 1)); break;
    case Qt::Key_Right: choose(std::min(last, m_chosen + 1)); break;
    case Qt::Key_Home: choose(last < 0 ? -1 : firstShown()); break;
    case Qt::Key_End: choose(last); break;
    default: QWidget::keyPressEvent(event);
    }
}

void PollStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_chosen < 0)
        choose(static_cast<int>(m_polls.size()) - 1);
    update();
}

void PollStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason) // another window: the place is kept
        choose(-1);
    update();
}

bool PollStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = dynamic_cast<QHelpEvent *>(event);
        const int index = help == nullptr ? -1 : tickAt(help->pos().x());
        if (index < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(m_words(m_polls.at(index))), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace waybill::ui
