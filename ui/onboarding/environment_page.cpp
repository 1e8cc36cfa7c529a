// SPDX-License-Identifier: Apache-2.0
#include "onboarding/environment_page.h"

#include "onboarding/choice_card.h"
#include "onboarding/form_parts.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/section_card.h"
#include "widgets/wrap_layout.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {

using Choice = EnvironmentPagePresenter::Choice;

EnvironmentPage::EnvironmentPage(QWidget *parent)
    : StepPage(tr("Which practice is it?"),
        tr("Sandbox and production are two worlds with their own keys, client IDs and Groups. The "
           "environment "
           "of a practice can't be changed later."),
        parent)
{
    column()->setSpacing(space::kSmall);
    m_builtIn = addChoice(Choice::BuiltIn, tr("Try the &built-in sandbox practice"),
        tr("A practice server on this computer with synthetic patients. Nothing to ask for, nothing to "
           "break."));
    m_sandbox = addChoice(Choice::Sandbox, tr("A vendor's &sandbox"),
        tr("A test system of the EHR vendor. Its patients are not real."));
    m_production = addChoice(Choice::Production, tr("A practice in &production"),
        tr("Real patients. Every window says so, and each export must be confirmed."));
    m_builtIn->setTag(tr("good for a start"));
    column()->addSpacing(space::kSmall);
    auto *card = new SectionCard({}, content());
    m_name = new QLineEdit(card);
    m_name->setMaxLength(120);
    m_name->setPlaceholderText(tr("Elm Street Family Practice"));
    addField(*card->body(), tr("&Name of the practice, as you call it"), *m_name);
    column()->addWidget(card);
    m_more = new SectionCard(tr("Another set-up of this practice"), content());
    m_more->setSubtitle(tr("For another Group, or for the other environment. This one stays as it is."));
    auto *row = WrapLayout::in(*m_more->body());
    auto *copy = new QPushButton(icon(Glyph::Copy), tr("D&uplicate it"), m_more);
    m_other = new QPushButton(m_more);
    row->addWidget(copy);
    row->addWidget(m_other);
    column()->addWidget(m_more);
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT duplicateWanted(false); });
    connect(m_other, &QPushButton::clicked, this, [this] { Q_EMIT duplicateWanted(true); });
    connect(m_name, &QLineEdit::textEdited, this, &EnvironmentPage::nameEdited);
}

ChoiceCard *EnvironmentPage::addChoice(Choice choice, const QString &title, const QString &description)
{
    auto *card = new ChoiceCard(title, description, content());
    column()->addWidget(card);
    onChosen(*card, this, [this, choice] { Q_EMIT choiceMade(choice); });
    return card;
}

void EnvironmentPage::render(const EnvironmentPagePresenter::State &state)
{
    renderFrame(state.frame);
    setCheckedQuietly(*m_builtIn, state.choice == Choice::BuiltIn);
    setCheckedQuietly(*m_sandbox, state.choice == Choice::Sandbox);
    setCheckedQuietly(*m_production, state.choice == Choice::Production);
    const bool production = state.choice == Choice::Production;
    m_builtIn->setEnabled(!state.settled || !production);
    m_sandbox->setEnabled(!state.settled || !production);
    m_production->setEnabled(!state.settled || production);
    setTextQuietly(*m_name, state.name);
    m_more->setVisible(state.canDuplicate);
    m_other->setText(tr("Set it up for %1 &too").arg(state.otherEnvironment));
}

} // namespace waybill::ui
