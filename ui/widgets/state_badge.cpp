// SPDX-License-Identifier: Apache-2.0
#include "widgets/state_badge.h"

#include <QEvent>
#include <QPainter>

namespace waybill::ui {
namespace {

constexpr int kIconGap = 5;

} // namespace

StateBadge::StateBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StateBadge::StateBadge(Tone tone, const QString &word, QWidget *parent)
    : StateBadge(parent)
{
    setState(tone, word);
}

void StateBadge::setState(Tone tone, const QString &word, std::optional<Glyph> glyph)
{
    m_tone = tone;
    m_glyph = glyph.value_or(glyphOf(tone));
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextRole::Strong, font()));
    const int side = metrics.ascent() + 2;
    return {side + kIconGap + metrics.horizontalAdvance(m_word) + 2 * space::kSmall,
        metrics.height() + space::kSmall - 2};
}

void StateBadge::paintEvent(QPaintEvent *)
{
    const ToneColours colours = toneColours(m_tone, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setFont(textFont(TextRole::Strong, font()));
    const int side = painter.fontMetrics().ascent() + 2;
    const QRectF place(space::kSmall, (height() - side) / 2.0, side, side);
    paintGlyph(painter, place, m_glyph, colours.text);
    painter.setPen(colours.text);
    painter.drawText(QRectF(rect()).adjusted(space::kSmall + side + kIconGap, 0, 0, 0),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, m_word);
}

void StateBadge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

} // namespace waybill::ui
