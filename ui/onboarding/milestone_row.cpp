// SPDX-License-Identifier: Apache-2.0
#include "onboarding/milestone_row.h"

#include "onboarding/form_parts.h"
#include "widgets/copy_field.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/state_badge.h"
#include "widgets/wrap_layout.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <array>

namespace waybill::ui {

using practices::StepState;

namespace {

/// Stale is the program's to say, not a person's.
constexpr std::array kChoices{
    StepState::Todo, StepState::Doing, StepState::Waiting, StepState::Ok, StepState::Failed};

QString wholeMessage(const assistant::PartyMessage &message)
{
    QString text;
    if (!message.to.isEmpty())
        text += MilestoneRow::tr("To: %1\n").arg(message.to);
    return text + MilestoneRow::tr("Subject: %1\n\n%2").arg(message.subject, message.body);
}

} // namespace

MilestoneRow::MilestoneRow(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    m_title = makeDisclosure({}, this, [this](bool open) { setOpen(open); });
    line->addWidget(m_title);
    line->addStretch(1);
    m_badge = new StateBadge(this);
    line->addWidget(m_badge);
    column->addLayout(line);
    m_detail = new PlainLabel({}, TextRole::Small, this);
    m_detail->setMuted(true);
    m_detail->wrap();
    m_detail->setIndent(space::kXLarge);
    column->addWidget(m_detail);
}

void MilestoneRow::makeInside()
{
    m_area = new QWidget(this);
    auto *inside = new QVBoxLayout(m_area);
    inside->setContentsMargins(space::kXLarge, space::kTight, 0, space::kMedium);
    inside->setSpacing(space::kSmall);
    m_help = new PlainLabel({}, TextRole::Body, m_area);
    m_help->wrap();
    inside->addWidget(m_help);
    inside->addWidget(makeEditor());
    inside->addWidget(makeMessage());
    layout()->addWidget(m_area);
    renderInside();
}

QWidget *MilestoneRow::makeEditor()
{
    m_editor = new QWidget(m_area);
    auto *row = new WrapLayout(m_editor);
    m_state = new QComboBox(m_editor);
    for (const StepState state : kChoices)
        m_state->addItem(stepStateWord(state), static_cast<int>(state));
    row->addWidget(m_state);
    m_who = new QLineEdit(m_editor);
    m_who->setPlaceholderText(tr("Who (name)"));
    row->addWidget(m_who);
    m_note = new QLineEdit(m_editor);
    m_note->setPlaceholderText(tr("Note"));
    row->addWidget(m_note);
    connect(m_state, &QComboBox::activated, this, &MilestoneRow::say);
    connect(m_who, &QLineEdit::editingFinished, this, &MilestoneRow::say);
    connect(m_note, &QLineEdit::editingFinished, this, &MilestoneRow::say);
    return m_editor;
}

QWidget *MilestoneRow::makeMessage()
{
    m_messageArea = new QWidget(m_area);
    auto *column = new QVBoxLayout(m_messageArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    m_message = new CopyField(tr("Message that asks for it"), CopyField::Shape::Block, m_messageArea);
    column->addWidget(m_message);
    connect(m_message, &CopyField::copied, this, &MilestoneRow::copy);
    auto *row = WrapLayout::in(*column);
    auto *copyButton = new QPushButton(icon(Glyph::Copy), tr("Copy the message"), m_messageArea);
    auto *mailButton = new QPushButton(tr("Open in the mail program"), m_messageArea);
    makeQuiet(*mailButton);
    row->addWidget(copyButton);
    row->addWidget(mailButton);
    connect(copyButton, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_message->value());
        copy();
    });
    connect(mailButton, &QPushButton::clicked, this, &MilestoneRow::mail);
    return m_messageArea;
}

void MilestoneRow::setOpen(bool open)
{
    if (m_area == nullptr)
        makeInside();
    m_area->setVisible(open);
    if (open)
        Q_EMIT opened();
}

void MilestoneRow::fold()
{
    m_title->setChecked(false);
}

void MilestoneRow::say()
{
    // Out of date has no entry of its own: nothing is chosen until a person does.
    const bool chosen = m_state->currentIndex() >= 0;
    const StepState state = chosen ? static_cast<StepState>(m_state->currentData().toInt()) : m_row.state;
    const bool same = state == m_row.state && m_who->text() == m_row.who && m_note->text() == m_row.note;
    if (!same)
        Q_EMIT recordEdited(m_row.milestone, state, m_who->text(), m_note->text());
}

void MilestoneRow::copy()
{
    Q_EMIT messageTaken(m_row.milestone);
}

void MilestoneRow::mail()
{
    if (!m_row.message)
        return;
    const assistant::PartyMessage message = *m_row.message;
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(message.to);
    QUrlQuery query;
    query.addQueryItem(
        QStringLiteral("subject"), QString::fromLatin1(QUrl::toPercentEncoding(message.subject)));
    query.addQueryItem(QStringLiteral("body"), QString::fromLatin1(QUrl::toPercentEncoding(message.body)));
    url.setQuery(query);
    if (QDesktopServices::openUrl(url))
        copy();
}

void MilestoneRow::render(const MilestonesPresenter::Row &row)
{
    m_row = row;
    m_title->setText(row.title);
    m_title->setAccessibleName(QStringLiteral("%1: %2. %3").arg(row.title, row.word, row.detail));
    m_badge->setState(row.tone, row.word);
    m_detail->setText(row.detail);
    m_detail->setVisible(!row.detail.isEmpty());
    if (m_area != nullptr)
        renderInside();
}

void MilestoneRow::renderInside()
{
    const MilestonesPresenter::Row &row = m_row;
    m_help->setText(row.editable ? tr("%1 Who acts: %2.").arg(row.help, row.party) : row.help);
    m_editor->setVisible(row.editable);
    m_state->setCurrentIndex(m_state->findData(static_cast<int>(row.state)));
    m_state->setAccessibleName(tr("State of “%1”").arg(row.title));
    m_who->setAccessibleName(tr("Who, for “%1”").arg(row.title));
    m_note->setAccessibleName(tr("Note on “%1”").arg(row.title));
    setTextQuietly(*m_who, row.who);
    setTextQuietly(*m_note, row.note);
    m_messageArea->setVisible(row.message.has_value());
    if (row.message)
        m_message->setValue(wholeMessage(*row.message));
}

} // namespace waybill::ui
