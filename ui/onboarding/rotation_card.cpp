// SPDX-License-Identifier: Apache-2.0
#include "onboarding/rotation_card.h"

#include "onboarding/check_list.h"
#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "onboarding/unlock_panel.h"
#include "widgets/copy_field.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QCheckBox>
#include <QDir>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {

RotationCard::RotationCard(QWidget *parent)
    : SectionCard(tr("Change of the key"), parent)
{
    hide();
}

void RotationCard::makeInside()
{
    m_message = new InlineMessage(this);
    body()->addWidget(m_message);
    m_steps = new CheckList(this);
    m_steps->setCourse(true);
    body()->addWidget(m_steps);
    m_whatToDo = new PlainLabel({}, TextRole::Body, this);
    m_whatToDo->wrap();
    body()->addWidget(m_whatToDo);
    makeSet();
    m_unlock = new UnlockPanel(this);
    body()->addWidget(m_unlock);
    connect(m_unlock, &UnlockPanel::unlockRequested, this, &RotationCard::unlockRequested);
    makeButtons();
}

void RotationCard::makeSet()
{
    m_setArea = new QWidget(this);
    auto *column = new QVBoxLayout(m_setArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    m_set = new CopyField(tr("Key set to publish"), CopyField::Shape::Block, m_setArea);
    column->addWidget(m_set);
    auto *row = WrapLayout::in(*column);
    auto *save = new QPushButton(icon(Glyph::Save), tr("Save this jwks.json…"), m_setArea);
    row->addWidget(save);
    m_note = addNote(*column);
    body()->addWidget(m_setArea);
    connect(save, &QPushButton::clicked, this, [this] {
        askForFile(this, FileField::Kind::Save, tr("Save the public key set"),
            QDir::home().filePath(QStringLiteral("jwks.json")), tr("JSON (*.json)"),
            [this](const QString &path) { Q_EMIT saveSetTo(path); });
    });
}

QPushButton *RotationCard::addButton(QLayout &row, const QString &text, void (RotationCard::*signal)())
{
    auto *button = new QPushButton(text, this);
    row.addWidget(button);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

void RotationCard::makeButtons()
{
    m_watch = new QCheckBox(tr("Look again every minute until it is there"), this);
    body()->addWidget(m_watch);
    connect(m_watch, &QCheckBox::clicked, this, &RotationCard::watchToggled);
    auto *row = WrapLayout::in(*body());
    m_look = addButton(*row, tr("&Look at the hosted copy"), &RotationCard::lookWanted);
    m_look->setIcon(icon(Glyph::Search));
    m_pasted = addButton(*row, tr("I have &pasted it"), &RotationCard::pasted);
    m_test = addButton(*row, tr("&Test the new key"), &RotationCard::testWanted);
    m_retire = addButton(*row, tr("Remove the &old key"), &RotationCard::retireWanted);
    m_useOld = addButton(*row, tr("Sign with the old key again"), &RotationCard::oldWanted);
    auto *quiet = WrapLayout::in(*body());
    m_giveUp = addButton(*quiet, tr("Give the change up"), &RotationCard::givenUp);
    m_expose = addButton(*quiet, tr("The old key was exposed"), &RotationCard::exposed);
    for (QPushButton *button : {m_useOld, m_giveUp, m_expose})
        makeQuiet(*button);
}

void RotationCard::render(const RotationPresenter::State &state)
{
    const bool wanted = state.active || !state.done.isEmpty();
    if (wanted && m_message == nullptr)
        makeInside();
    setVisible(wanted);
    if (m_message == nullptr)
        return;
    setSubtitle(state.active ? state.summary : QString());
    if (!state.busy.isEmpty())
        m_message->showMessage(Tone::Info, state.busy);
    else if (!state.trouble.isEmpty())
        m_message->showMessage(state.urgent ? Tone::Failure : Tone::Warning, state.trouble);
    else if (!state.active && !state.done.isEmpty())
        m_message->showMessage(Tone::Ok, state.done);
    else
        m_message->clear();
    m_steps->setLines(state.steps);
    m_steps->setVisible(state.active);
    m_whatToDo->setText(state.whatToDo);
    m_whatToDo->setVisible(!state.whatToDo.isEmpty());
    m_set->setValue(state.set);
    m_setArea->setVisible(state.showsSet);
    setNote(*m_note, state.note);
    m_unlock->setWanted(state.needsPassphrase);
    m_watch->setVisible(state.canWatch);
    setCheckedQuietly(*m_watch, state.watching);
    m_look->setVisible(state.canLook || (state.canWatch && !state.busy.isEmpty()));
    m_look->setEnabled(state.canLook);
    m_pasted->setVisible(state.canSayPasted);
    m_test->setVisible(state.canTest && !state.needsPassphrase);
    m_retire->setVisible(state.canRetire);
    m_useOld->setVisible(state.canUseOld);
    m_giveUp->setVisible(state.canGiveUp);
    m_expose->setVisible(state.canExpose);
}

} // namespace waybill::ui
