// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_view.h"
#include "widgets/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <cstdlib>

namespace waybill::ui {
namespace {

constexpr int kGlideTick = 12; ///< ms
constexpr int kDragTick = 40; ///< ms
constexpr int kLinesPerNotch = 3;
constexpr int kNotch = 120; ///< angleDelta of one notch of a mouse wheel

} // namespace

void LineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeStrip();
    m_lastTopKnown = false;
    refreshVisible();
}

void LineView::placeStrip()
{
    const QRect view = viewport()->geometry();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_strip->setGeometry(mirrored ? view.left() - OverviewStrip::kWidth : view.right() + 1, view.top(),
        OverviewStrip::kWidth, view.height());
}

void LineView::scrollContentsBy(int dx, int dy)
{
    if (m_movingBars)
        return;
    if (dy != 0) {
        m_glide.stop();
        scrollTo({scroll().fromBar(verticalScrollBar()->value()), 0});
    }
    if (dx != 0)
        refreshVisible();
}

void LineView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    QScrollBar *sideways = horizontalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up: control ? scrollTo(moved(-m_rowHeight)) : moveCurrent(-1, extend); break;
    case Qt::Key_Down: control ? scrollTo(moved(m_rowHeight)) : moveCurrent(1, extend); break;
    case Qt::Key_PageUp: movePage(-1, extend); break;
    case Qt::Key_PageDown: movePage(1, extend); break;
    case Qt::Key_Home: control ? moveCurrent(-m_lineCount, extend) : sideways->setValue(0); break;
    case Qt::Key_End:
        control ? moveCurrent(m_lineCount, extend) : sideways->setValue(sideways->maximum());
        break;
    case Qt::Key_Left: sideways->triggerAction(QAbstractSlider::SliderSingleStepSub); break;
    case Qt::Key_Right: sideways->triggerAction(QAbstractSlider::SliderSingleStepAdd); break;
    default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    event->accept();
}

void LineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_lineCount == 0)
        return;
    const std::int64_t row = rowAtY(event->position().toPoint().y());
    if (row >= m_lineCount)
        return;
    setCurrent(row, event->modifiers().testFlag(Qt::ShiftModifier));
}

void LineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->position().x() < textLeft())
        Q_EMIT markRequested();
}

void LineView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_lineCount == 0)
        return;
    const int y = event->position().toPoint().y();
    const int below = y - viewport()->height();
    m_dragBy = y < 0 ? y / m_rowHeight - 1 : below > 0 ? below / m_rowHeight + 1 : 0;
    if (m_dragBy != 0) {
        if (!m_dragScroll.isActive())
            m_dragScroll.start(kDragTick, this);
        return;
    }
    m_dragScroll.stop();
    setCurrent(rowAtY(y), true);
}

void LineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragScroll.stop();
    event->accept();
}

void LineView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const bool sideways = event->modifiers().testFlag(Qt::ShiftModifier)
        || std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y());
    if (sideways) {
        const int delta = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(bar->value() - delta * kLinesPerNotch * bar->singleStep() / kNotch);
        return;
    }
    if (!event->pixelDelta().isNull()) { // a touch pad glides by itself
        scrollTo(moved(-event->pixelDelta().y()));
        return;
    }
    const std::int64_t pixels =
        -std::int64_t{event->angleDelta().y()} * kLinesPerNotch * m_rowHeight / kNotch;
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0) {
        scrollTo(moved(pixels));
        return;
    }
    m_glideLeft = m_glide.isActive() ? m_glideLeft + pixels : pixels;
    m_glide.start(kGlideTick, this);
}

void LineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_dragScroll.timerId()) {
        moveCurrent(m_dragBy, true);
    } else if (event->timerId() == m_glide.timerId()) {
        const std::int64_t third = m_glideLeft / 3;
        const std::int64_t step = third != 0 ? third : m_glideLeft;
        m_glideLeft -= step;
        const ScrollPosition before = m_top;
        scrollTo(moved(step));
        if (m_glideLeft == 0 || m_top == before)
            m_glide.stop();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void LineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_lineCount == 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    const QPoint below = rectOfRow(m_current).bottomLeft() + QPoint(textLeft(), 0);
    menu->popup(
        event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(below) : event->globalPos());
}

void LineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        refreshMetrics();
}

void LineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool LineView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::int64_t row = rowAtY(help->pos().y()) - m_top.line;
    QString words;
    if (help->pos().x() < textLeft() && m_markOf && row >= 0 && row < m_visible.size())
        words = m_markOf(m_visible.at(row)).words;
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(words), viewport());
    return true;
}

} // namespace waybill::ui
