// SPDX-License-Identifier: Apache-2.0
#include "onboarding/step_page.h"

#include "widgets/busy_indicator.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kReadableCharacters = 118; ///< longer lines are hard to follow
constexpr int kRoomy = 92; ///< characters from which on the margins are wide

Tone toneOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Info: return Tone::Info;
    case Notice::Kind::Ok: return Tone::Ok;
    case Notice::Kind::Warning: return Tone::Warning;
    case Notice::Kind::Failure: return Tone::Failure;
    case Notice::Kind::Waiting: return Tone::Waiting;
    }
    return Tone::Info;
}

/// The line between page and footer.
class Footer final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, 0, width(), 1), hairline(palette()));
    }
};

} // namespace

StepPage::StepPage(const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(title);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    whole->addWidget(m_scroll, 1);
    m_column = makeContent(title, explanation);
    m_footer = makeFooter();
    whole->addWidget(m_footer);
    limitWidth();
}

QVBoxLayout *StepPage::makeContent(const QString &title, const QString &explanation)
{
    m_content = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::kXXLarge, space::kXLarge, space::kXXLarge, space::kXLarge);
    column->setSpacing(space::kLarge);
    auto *head = new QVBoxLayout;
    head->setSpacing(space::kTight);
    m_place = new PlainLabel({}, TextRole::Small, m_content);
    m_place->setMuted(true);
    head->addWidget(m_place);
    head->addWidget(new PlainLabel(title, TextRole::Title, m_content));
    auto *words = new PlainLabel(explanation, TextRole::Body, m_content);
    words->setMuted(true);
    words->wrap();
    head->addWidget(words);
    column->addLayout(head);
    m_notice = new InlineMessage(m_content);
    connect(m_notice, &InlineMessage::actionTriggered, this, &StepPage::noticeActionClicked);
    column->addWidget(m_notice);
    auto *cards = new QVBoxLayout;
    cards->setSpacing(space::kLarge);
    column->addLayout(cards);
    column->addStretch(1);
    m_scroll->setWidget(m_content);
    // The page shows through at the right of a column that does not get wider.
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    return cards;
}

QWidget *StepPage::makeFooter()
{
    auto *footer = new Footer(this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kXXLarge, space::kMedium, space::kXXLarge, space::kMedium);
    row->setSpacing(space::kSmall);
    m_busy = new BusyIndicator(footer);
    row->addWidget(m_busy);
    m_status = new PlainLabel({}, TextRole::Body, footer);
    m_status->setMuted(true);
    m_status->wrap();
    row->addWidget(m_status, 1);
    m_stop = new QPushButton(tr("S&top"), footer);
    m_stop->setAccessibleName(tr("Stop what is going on"));
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, &StepPage::stopClicked);
    row->addWidget(m_stop);
    m_secondary = new QPushButton(footer);
    m_secondary->hide();
    connect(m_secondary, &QPushButton::clicked, this, &StepPage::secondaryClicked);
    row->addWidget(m_secondary);
    m_primary = new QPushButton(footer);
    m_primary->setDefault(true);
    makePrimary(*m_primary);
    connect(m_primary, &QPushButton::clicked, this, &StepPage::primaryClicked);
    row->addWidget(m_primary);
    return footer;
}

void StepPage::setPlace(const QString &place)
{
    m_place->setText(place);
}

void StepPage::renderFrame(const PageFrame &frame)
{
    if (m_shown != frame.notice) {
        m_shown = frame.notice;
        if (frame.notice) {
            const Notice &notice = *frame.notice;
            m_notice->setAction(notice.action);
            m_notice->showMessage(
                toneOf(notice.kind), notice.title, notice.text, notice.next, notice.details);
            m_scroll->verticalScrollBar()->setValue(0);
        } else {
            m_notice->clear();
        }
    }
    const bool busy = !frame.busy.isEmpty();
    m_busy->setBusy(busy, frame.busy);
    m_busy->setVisible(busy);
    m_status->setText(busy ? frame.busy : frame.hint);
    // The keyboard stays in the footer: on the button that stops, and afterwards on the one that goes on.
    const bool hadPrimary = m_primary->hasFocus();
    const bool hadStop = m_stop->hasFocus();
    if (frame.canStop)
        m_stop->show();
    if (hadPrimary && !frame.primaryEnabled && frame.canStop)
        m_stop->setFocus(Qt::OtherFocusReason);
    m_primary->setText(frame.primary);
    m_primary->setEnabled(frame.primaryEnabled);
    if (hadStop && !frame.canStop && frame.primaryEnabled)
        m_primary->setFocus(Qt::OtherFocusReason);
    m_stop->setVisible(frame.canStop);
    m_secondary->setText(frame.secondary);
    m_secondary->setVisible(!frame.secondary.isEmpty());
}

void StepPage::focusFirst()
{
    QWidget *next = m_content->nextInFocusChain();
    for (int guard = 0; guard < 200 && next != m_content; ++guard, next = next->nextInFocusChain()) {
        if (m_content->isAncestorOf(next) && next->isVisibleTo(m_content) && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus) != 0 && !m_notice->isAncestorOf(next)) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_primary->setFocus(Qt::OtherFocusReason);
}

void StepPage::limitWidth()
{
    m_content->setMaximumWidth(fontMetrics().averageCharWidth() * kReadableCharacters + 2 * space::kXXLarge);
}

void StepPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_content != nullptr)
        limitWidth();
}

void StepPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = width() < fontMetrics().averageCharWidth() * kRoomy ? space::kLarge : space::kXXLarge;
    for (QLayout *layout : {m_content->layout(), m_footer->layout()}) {
        QMargins around = layout->contentsMargins();
        around.setLeft(side);
        around.setRight(side);
        layout->setContentsMargins(around);
    }
}

} // namespace waybill::ui
