// SPDX-License-Identifier: Apache-2.0
#include "widgets/tone_delegate.h"

#include "widgets/icons.h"

#include <QPainter>

namespace waybill::ui {
namespace {

constexpr int kBar = 3; ///< height of the bar below the words

} // namespace

void ToneDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant value = index.data(ToneRole);
    if (!value.isValid())
        return;
    const auto tone = static_cast<Tone>(value.toInt());
    option->icon = icon(glyphOf(tone), tone);
    option->decorationSize = QSize(space::kLarge, space::kLarge);
    option->features |= QStyleOptionViewItem::HasDecoration;
    const QPalette palette = option->palette;
    if (tone != Tone::Neutral && tone != Tone::Production)
        option->palette.setColor(QPalette::Text, toneColours(tone, palette).text);
}

void ToneDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant fraction = index.data(FractionRole);
    if (!fraction.isValid())
        return;
    const QRectF bar(option.rect.left() + space::kTight, option.rect.bottom() - kBar - 1,
        option.rect.width() - 2 * space::kTight, kBar);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(hairline(option.palette));
    painter->drawRoundedRect(bar, kBar / 2.0, kBar / 2.0);
    QRectF done = bar;
    done.setWidth(bar.width() * std::clamp(fraction.toDouble(), 0.0, 1.0));
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    painter->setBrush(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
    painter->drawRoundedRect(done, kBar / 2.0, kBar / 2.0);
    painter->restore();
}

} // namespace waybill::ui
