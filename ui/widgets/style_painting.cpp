// SPDX-License-Identifier: Apache-2.0
#include "widgets/style_painting.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace waybill::ui::paint {
namespace {

constexpr int kBarHeight = 8;

/// Restores the painter and turns antialiasing on.
class Brush
{
public:
    explicit Brush(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Brush() { m_painter.restore(); }
    Brush(const Brush &) = delete;
    Brush &operator=(const Brush &) = delete;

    void box(const QRectF &rect, const QColor &fill, const QColor &line, double radius = space::kRadius) const
    {
        m_painter.setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, 1));
        m_painter.setBrush(fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(fill));
        m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }

private:
    QPainter &m_painter;
};

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return (option.state & flag) != 0;
}

QColor accent(const QStyleOption &option)
{
    return option.palette.color(QPalette::Active, QPalette::Highlight);
}

/// The line of a control: at least 3:1 on the window, as WCAG 1.4.11 asks of what shows a control's border.
QColor controlLine(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x6f7f89) : QColor(0x7f8e96);
}

QColor hoverFill(const QColor &fill, const QPalette &palette)
{
    return isDark(palette) ? fill.lighter(118) : fill.darker(104);
}

} // namespace

void focusRing(QPainter &painter, const QRect &rect, const QStyleOption &option)
{
    const Brush brush(painter);
    painter.setPen(QPen(accent(option), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), space::kRadius - 1, space::kRadius - 1);
}

void pushButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool pressed = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool primary = button != nullptr && isPrimary(*button) && enabled;
    const Brush brush(painter);
    QColor fill = primary ? accent(option) : option.palette.color(QPalette::Button);
    QColor line = primary ? fill : enabled ? controlLine(option.palette) : hairline(option.palette);
    if (!enabled)
        fill = option.palette.color(QPalette::Window);
    else if (pressed)
        fill = hoverFill(hoverFill(fill, option.palette), option.palette);
    else if (has(option, QStyle::State_MouseOver))
        fill = hoverFill(fill, option.palette);
    brush.box(option.rect, fill, line);
    if (has(option, QStyle::State_HasFocus)) {
        painter.setPen(QPen(primary ? option.palette.color(QPalette::HighlightedText) : accent(option), 2));
        painter.setBrush(Qt::NoBrush);
        const double inset = primary ? 3 : 1;
        painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset),
            space::kRadius - inset, space::kRadius - inset);
    }
}

void toolButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    Q_UNUSED(widget)
    const Brush brush(painter);
    const QColor base = option.palette.color(QPalette::Button);
    const bool raised = !has(option, QStyle::State_AutoRaise);
    if (has(option, QStyle::State_On))
        brush.box(option.rect, toneColours(Tone::Accent, option.palette).fill,
            toneColours(Tone::Accent, option.palette).border);
    else if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver))
        brush.box(option.rect, hoverFill(base, option.palette), hairline(option.palette));
    else if (raised)
        brush.box(option.rect, base, controlLine(option.palette));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option.rect, option);
}

void fieldPanel(QPainter &painter, const QStyleOption &option, bool focused)
{
    const Brush brush(painter);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool readOnly = has(option, QStyle::State_ReadOnly);
    const QColor fill = enabled && !readOnly ? option.palette.color(QPalette::Base)
                                             : option.palette.color(QPalette::AlternateBase);
    brush.box(
        option.rect, fill, enabled && !readOnly ? controlLine(option.palette) : hairline(option.palette));
    if (focused)
        focusRing(painter, option.rect, option);
}

void frame(QPainter &painter, const QStyleOption &option)
{
    const Brush brush(painter);
    const bool focused = has(option, QStyle::State_HasFocus);
    painter.setPen(QPen(focused ? accent(option) : hairline(option.palette), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
}

void branch(QPainter &painter, const QStyleOption &option)
{
    if (!has(option, QStyle::State_Children))
        return;
    const QColor colour = has(option, QStyle::State_Selected)
        ? option.palette.color(QPalette::HighlightedText)
        : mutedText(option.palette);
    QRectF place(0, 0, space::kIcon, space::kIcon);
    place.moveCenter(QRectF(option.rect).center());
    paintGlyph(
        painter, place, has(option, QStyle::State_Open) ? Glyph::ChevronDown : Glyph::ChevronRight, colour);
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const Brush brush(painter);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor fill = on ? (enabled ? accent(option) : mutedText(option.palette))
                           : option.palette.color(enabled ? QPalette::Base : QPalette::Window);
    brush.box(option.rect, fill, on ? fill : controlLine(option.palette), 4);
    const QColor mark = option.palette.color(QPalette::Active, QPalette::HighlightedText);
    if (has(option, QStyle::State_On)) {
        paintGlyph(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), Glyph::Check, mark);
    } else if (has(option, QStyle::State_NoChange)) {
        painter.setPen(QPen(mark, 2));
        const QPointF centre = QRectF(option.rect).center();
        painter.drawLine(centre - QPointF(4, 0), centre + QPointF(4, 0));
    }
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const Brush brush(painter);
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor colour = enabled ? accent(option) : mutedText(option.palette);
    painter.setPen(QPen(on ? colour : controlLine(option.palette), on ? 2 : 1));
    painter.setBrush(option.palette.color(enabled ? QPalette::Base : QPalette::Window));
    painter.drawEllipse(QRectF(option.rect).adjusted(1, 1, -1, -1));
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(option.rect).adjusted(5, 5, -5, -5));
    }
}

void bottomLine(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), hairline(option.palette));
}

void splitter(QPainter &painter, const QStyleOption &option)
{
    const bool upright = (option.state & QStyle::State_Horizontal) != 0;
    const QPoint centre = option.rect.center();
    const QColor colour = has(option, QStyle::State_MouseOver) ? accent(option) : hairline(option.palette);
    painter.fillRect(upright ? QRect(centre.x(), option.rect.top(), 1, option.rect.height())
                             : QRect(option.rect.left(), centre.y(), option.rect.width(), 1),
        colour);
}

void tab(QPainter &painter, const QStyleOptionTab &option)
{
    const Brush brush(painter);
    const bool chosen = has(option, QStyle::State_Selected);
    const QRect rect = option.rect;
    if (!chosen && has(option, QStyle::State_MouseOver))
        painter.fillRect(rect, option.palette.color(QPalette::AlternateBase));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), hairline(option.palette));
    if (chosen)
        painter.fillRect(
            QRect(rect.left() + space::kSmall, rect.bottom() - 2, rect.width() - 2 * space::kSmall, 3),
            accent(option));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, rect.adjusted(2, 3, -2, -5), option);
}

void headerSection(QPainter &painter, const QStyleOptionHeader &option)
{
    const Brush brush(painter);
    painter.fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    const QColor line = hairline(option.palette);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), line);
    if (option.position != QStyleOptionHeader::End && option.position != QStyleOptionHeader::OnlyOneSection)
        painter.fillRect(
            QRect(option.rect.right(), option.rect.top() + 6, 1, option.rect.height() - 12), line);
}

void progressGroove(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Brush brush(painter);
    QRectF bar(option.rect);
    bar.setHeight(std::min<double>(bar.height(), kBarHeight));
    bar.moveCenter(QRectF(option.rect).center());
    brush.box(
        bar, toneColours(Tone::Neutral, option.palette).fill, hairline(option.palette), kBarHeight / 2.0);
}

void progressContents(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Brush brush(painter);
    QRectF bar(option.rect);
    bar.setHeight(std::min<double>(bar.height(), kBarHeight));
    bar.moveCenter(QRectF(option.rect).center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent(option));
    if (option.maximum <= option.minimum) {
        // Busy: a short piece that Qt's own timer moves by repainting is not to be had here; stripes say
        // "working, no number" without motion, and the busy sign beside turns.
        QPainterPath clip;
        clip.addRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
        painter.setClipPath(clip);
        painter.setOpacity(0.55);
        for (double x = bar.left() - bar.height(); x < bar.right(); x += 2.5 * kBarHeight) {
            const double h = bar.height();
            painter.drawPolygon(QPolygonF({QPointF(x, bar.bottom()), QPointF(x + h, bar.top()),
                QPointF(x + h + 1.2 * kBarHeight, bar.top()), QPointF(x + 1.2 * kBarHeight, bar.bottom())}));
        }
        return;
    }
    const double part =
        static_cast<double>(option.progress - option.minimum) / (option.maximum - option.minimum);
    bar.setWidth(bar.width() * std::clamp(part, 0.0, 1.0));
    if (bar.width() >= 1)
        painter.drawRoundedRect(bar, std::min(bar.width(), bar.height()) / 2, kBarHeight / 2.0);
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow)
{
    const Brush brush(painter);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor fill = option.palette.color(enabled ? QPalette::Button : QPalette::Window);
    if (enabled && has(option, QStyle::State_MouseOver))
        fill = hoverFill(fill, option.palette);
    if (option.frame)
        brush.box(option.rect, fill, enabled ? controlLine(option.palette) : hairline(option.palette));
    QRectF place(0, 0, 16, 16);
    place.moveCenter(QRectF(arrow).center());
    paintGlyph(painter, place, Glyph::ChevronDown,
        enabled ? option.palette.color(QPalette::ButtonText) : mutedText(option.palette));
    if (has(option, QStyle::State_HasFocus))
        focusRing(painter, option.rect, option);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const Brush brush(painter);
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    if (option.maximum <= option.minimum)
        return;
    const bool lively = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    QColor colour = controlLine(option.palette);
    colour.setAlphaF(lively ? 1.0F : 0.7F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QRectF body = QRectF(handle).adjusted(3, 3, -3, -3);
    const double radius = std::min(body.width(), body.height()) / 2;
    painter.drawRoundedRect(body, radius, radius);
}

} // namespace waybill::ui::paint
