// SPDX-License-Identifier: Apache-2.0
#include "widgets/practice_delegate.h"

#include "models/practices_model.h"
#include "widgets/icons.h"

#include <QPainter>

namespace waybill::ui {
namespace {

constexpr int kTagPadding = 5;
constexpr int kMark = 14;

QFont tagFont(const QFont &font)
{
    QFont small = textFont(TextRole::Small, font);
    small.setWeight(QFont::DemiBold);
    return small;
}

/// The environment's word, the short one where the whole one would cut the word of the state beside it.
QString tagWord(practices::Environment environment, const QString &state, int width, const QFont &font)
{
    const int wanted = QFontMetrics(tagFont(font)).horizontalAdvance(environmentWord(environment))
        + 2 * kTagPadding + space::kSmall + kMark + space::kTight
        + QFontMetrics(textFont(TextRole::Small, font)).horizontalAdvance(state);
    return wanted <= width ? environmentWord(environment) : shortEnvironmentWord(environment);
}

/// Draws the tag and returns its width.
int paintTag(QPainter &painter, const QRect &line, practices::Environment environment, const QString &word,
    const QStyleOptionViewItem &option)
{
    const ToneColours colours = toneColours(toneOf(environment), option.palette);
    painter.setFont(tagFont(option.font));
    const int width = painter.fontMetrics().horizontalAdvance(word) + 2 * kTagPadding;
    const QRectF box(line.left(), line.top(), width, line.height());
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(colours.text);
    painter.drawText(box, Qt::AlignCenter, word);
    return width;
}

} // namespace

QSize PracticeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int name = QFontMetrics(textFont(TextRole::Strong, option.font)).height();
    const int below = QFontMetrics(tagFont(option.font)).height() + 2;
    return {160, name + below + space::kTight + 2 * space::kSmall};
}

void PracticeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    const ToneColours accent = toneColours(Tone::Accent, option.palette);
    const QRectF plate = QRectF(option.rect).adjusted(2, 1, -2, -1);
    if (chosen || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? accent.fill : option.palette.color(QPalette::AlternateBase));
        painter->drawRoundedRect(plate, space::kRadius, space::kRadius);
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(accent.text, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(plate.adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    }

    QRect inner = option.rect.adjusted(space::kMedium, space::kSmall, -space::kSmall, -space::kSmall);
    painter->setFont(textFont(chosen ? TextRole::Strong : TextRole::Body, option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop,
        painter->fontMetrics().elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, inner.width()));
    const int below = QFontMetrics(tagFont(option.font)).height() + 2;
    inner.setTop(inner.bottom() + 1 - below);
    const auto environment =
        static_cast<practices::Environment>(index.data(PracticesModel::EnvironmentRole).toInt());
    const QString state = index.data(PracticesModel::WordRole).toString();
    const int tag = paintTag(
        *painter, inner, environment, tagWord(environment, state, inner.width(), option.font), option);
    const auto tone = static_cast<Tone>(index.data(ToneRole).toInt());
    const QColor colour =
        tone == Tone::Neutral ? mutedText(option.palette) : toneColours(tone, option.palette).text;
    const QRectF mark(inner.left() + tag + space::kSmall, inner.center().y() - kMark / 2.0, kMark, kMark);
    paintGlyph(*painter, mark, glyphOf(tone), colour);
    painter->setFont(textFont(TextRole::Small, option.font));
    painter->setPen(colour);
    const QRect words = inner.adjusted(tag + space::kSmall + kMark + space::kTight, 0, 0, 0);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(state, Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace waybill::ui
