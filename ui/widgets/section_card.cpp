// SPDX-License-Identifier: Apache-2.0
#include "widgets/section_card.h"

#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QPainter>
#include <QVBoxLayout>

namespace waybill::ui {

SectionCard::SectionCard(const QString &title, QWidget *parent)
    : QFrame(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kLarge);
    column->setSpacing(space::kSmall);
    m_header = WrapLayout::in(*column);
    m_title = new PlainLabel({}, TextRole::Heading, this);
    m_title->wrap(); // a long name must not make the whole page wider than its window
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_header->addWidget(m_title);
    m_subtitle = new PlainLabel({}, TextRole::Small, this);
    m_subtitle->setMuted(true);
    m_subtitle->wrap();
    column->addWidget(m_subtitle);
    m_body = new QVBoxLayout;
    m_body->setSpacing(space::kSmall);
    column->addLayout(m_body, 1);
    setTitle(title);
    setSubtitle({});
}

void SectionCard::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void SectionCard::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

void SectionCard::addToHeader(QWidget *widget)
{
    m_header->addWidget(widget);
}

void SectionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hairline(palette()), 1));
    painter.setBrush(cardFill(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius, space::kRadius);
}

} // namespace waybill::ui
