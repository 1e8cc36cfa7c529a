// SPDX-License-Identifier: Apache-2.0
#include "onboarding/choice_card.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace waybill::ui {
namespace {

constexpr int kNarrowest = 30; ///< characters a description may be squeezed to

QString shown(QString title)
{
    return title.remove(QLatin1Char('&'));
}

} // namespace

ChoiceCard::ChoiceCard(const QString &title, const QString &description, QWidget *parent)
    : QRadioButton(title, parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(shown(title));
    setDescription(description);
}

void ChoiceCard::setDescription(const QString &description)
{
    m_description = description;
    setAccessibleDescription(description);
    updateGeometry();
    update();
}

void ChoiceCard::setTag(const QString &tag)
{
    m_tag = tag;
    updateGeometry();
    setAccessibleName(tag.isEmpty() ? shown(text()) : QStringLiteral("%1, %2").arg(shown(text()), tag));
    update();
}

int ChoiceCard::indicatorSide() const
{
    return style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, this);
}

int ChoiceCard::textLeft() const
{
    return space::kMedium + indicatorSide() + space::kMedium;
}

bool ChoiceCard::tagHasOwnLine(int width) const
{
    const int title = QFontMetrics(textFont(TextRole::Strong, font())).horizontalAdvance(shown(text()));
    const int tag = QFontMetrics(textFont(TextRole::Small, font())).horizontalAdvance(m_tag);
    return !m_tag.isEmpty() && title + space::kMedium + tag > width - textLeft() - space::kLarge;
}

QSize ChoiceCard::sizeHint() const
{
    const QFontMetrics body(font());
    const int width = textLeft() + body.averageCharWidth() * 60 + space::kLarge;
    return {width, heightForWidth(width)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    const int width = textLeft() + QFontMetrics(font()).averageCharWidth() * kNarrowest + space::kLarge;
    return {width, heightForWidth(width)};
}

int ChoiceCard::heightForWidth(int width) const
{
    const QFontMetrics title(textFont(TextRole::Strong, font()));
    const QFontMetrics small(font());
    int height = 2 * space::kMedium + title.height();
    if (tagHasOwnLine(width))
        height += QFontMetrics(textFont(TextRole::Small, font())).height();
    if (!m_description.isEmpty()) {
        const QRect room(0, 0, std::max(width - textLeft() - space::kLarge, 1), 10'000);
        height += space::kTight + small.boundingRect(room, Qt::TextWordWrap, m_description).height();
    }
    return height;
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ToneColours accent = toneColours(Tone::Accent, palette());
    const bool strong = isChecked() && isEnabled();
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(strong || hasFocus() ? accent.border : hairline(palette()), hasFocus() ? 2 : 1));
    QColor fill = strong ? accent.fill : cardFill(palette());
    if (m_hovered && !strong && isEnabled())
        fill = palette().color(QPalette::AlternateBase);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);

    const QFont titleFont = textFont(TextRole::Strong, font());
    const int titleHeight = QFontMetrics(titleFont).height();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.rect = QRect(space::kMedium, space::kMedium + (titleHeight - indicatorSide()) / 2, indicatorSide(),
        indicatorSide());
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);

    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QRect line(textLeft(), space::kMedium, width() - textLeft() - space::kLarge, titleHeight);
    painter.setFont(titleFont);
    painter.setPen(palette().color(group, QPalette::WindowText));
    const bool underline = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    const int mnemonic = underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter) | mnemonic, text());
    int below = line.bottom() + 1;
    if (!m_tag.isEmpty()) {
        painter.setFont(textFont(TextRole::Small, font()));
        painter.setPen(isEnabled() ? accent.text : painter.pen().color());
        if (tagHasOwnLine(width())) {
            const QRect own(line.left(), below, line.width(), painter.fontMetrics().height());
            painter.drawText(own, Qt::AlignLeft | Qt::AlignVCenter, m_tag);
            below = own.bottom() + 1;
        } else {
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_tag);
        }
    }
    painter.setFont(font());
    painter.setPen(isEnabled() ? mutedText(palette()) : palette().color(group, QPalette::WindowText));
    painter.drawText(QRect(textLeft(), below + space::kTight, line.width(), height()),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_description);
}

void ChoiceCard::enterEvent(QEnterEvent *event)
{
    m_hovered = true;
    update();
    QRadioButton::enterEvent(event);
}

void ChoiceCard::leaveEvent(QEvent *event)
{
    m_hovered = false;
    update();
    QRadioButton::leaveEvent(event);
}

void ChoiceCard::changeEvent(QEvent *event)
{
    QRadioButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

} // namespace waybill::ui
