// SPDX-License-Identifier: Apache-2.0
#include "widgets/empty_state.h"

#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kMark = 72;
constexpr int kTextWidth = 460;

} // namespace

EmptyState::EmptyState(Glyph glyph, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_glyph(glyph)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::kMedium);
    column->addStretch(2);
    m_mark = new QWidget(this);
    m_mark->setFixedSize(kMark, kMark);
    column->addWidget(m_mark, 0, Qt::AlignHCenter);
    m_title = new PlainLabel({}, TextRole::Title, this);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->wrap();
    column->addWidget(m_title);
    m_text = new PlainLabel({}, TextRole::Body, this);
    m_text->setMuted(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->wrap();
    m_text->setFixedWidth(kTextWidth);
    auto *middle = new QHBoxLayout; // an alignment instead would forget that its height depends on its width
    middle->addStretch(1);
    middle->addWidget(m_text);
    middle->addStretch(1);
    column->addLayout(middle);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(space::kSmall);
    m_buttons->setContentsMargins(0, space::kSmall, 0, 0);
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    column->addLayout(m_buttons);
    column->addStretch(3);
    setTexts(title, text);
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

QPushButton *EmptyState::addButton(const QString &text, Glyph glyph)
{
    auto *button = new QPushButton(icon(glyph), text, this);
    makePrimary(*button, m_buttons->count() == 2);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ToneColours accent = toneColours(Tone::Accent, palette());
    const QRectF place(m_mark->geometry());
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent.fill);
    painter.drawEllipse(place);
    paintGlyph(painter, place.adjusted(18, 18, -18, -18), m_glyph, accent.text);
}

} // namespace waybill::ui
