// SPDX-License-Identifier: Apache-2.0
#include "presenters/environment_page_presenter.h"

#include "assistant/draft.h"
#include "assistant/environment_desk.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"

namespace waybill::ui {

using practices::Environment;
using practices::Step;

namespace {

/// A copy of a practice that has nothing but its name is just another new practice.
bool isMoreThanAName(const practices::Profile &profile)
{
    for (auto step = profile.steps.cbegin(); step != profile.steps.cend(); ++step) {
        if (step.key() != Step::Environment && step->state == practices::StepState::Ok)
            return true;
    }
    return false;
}

} // namespace

EnvironmentPagePresenter::EnvironmentPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::Environment, parent)
{
    const assistant::EnvironmentDesk &desk = practice.environment();
    m_state.settled = desk.isSettled();
    m_state.name = profile().name;
    if (m_state.settled && profile().environment == Environment::Production)
        m_state.choice = Choice::Production;
    else if (m_state.settled && !desk.builtIn())
        m_state.choice = Choice::Sandbox;
    choose(m_state.choice);
    connect(
        &practice.draft(), &assistant::OnboardingDraft::changed, this, &EnvironmentPagePresenter::refresh);
}

void EnvironmentPagePresenter::choose(Choice choice)
{
    m_state.choice = choice;
    const QString proposal = choice == Choice::BuiltIn ? tr("Built-in sandbox practice") : QString();
    if (m_state.name.isEmpty() || m_state.name == m_proposal)
        m_state.name = proposal;
    m_proposal = proposal;
    m_state.frame.notice.reset();
    refresh();
}

void EnvironmentPagePresenter::setName(const QString &name)
{
    m_state.name = name;
    m_state.frame.notice.reset();
    refresh();
}

void EnvironmentPagePresenter::refresh()
{
    m_state.settled = practice().environment().isSettled();
    m_state.canDuplicate = m_state.settled && isMoreThanAName(profile());
    m_state.evidence = assistant::recordOf(profile(), Step::Environment).evidence;
    const bool production = profile().environment == Environment::Production;
    m_state.otherEnvironment = production ? tr("a sandbox") : tr("production");
    m_state.frame.primary = tr("&Continue");
    m_state.frame.primaryEnabled = !m_state.name.trimmed().isEmpty();
    m_state.frame.hint = m_state.frame.primaryEnabled ? QString() : tr("Give the practice a name.");
    Q_EMIT stateChanged(m_state);
}

void EnvironmentPagePresenter::primary()
{
    assistant::EnvironmentChoice choice;
    choice.environment =
        m_state.choice == Choice::Production ? Environment::Production : Environment::Sandbox;
    choice.builtIn = m_state.choice == Choice::BuiltIn;
    choice.name = m_state.name;
    const Result<> accepted = practice().environment().accept(choice);
    if (!accepted) {
        m_state.frame.notice = noticeOf(accepted.error());
        refresh();
        return;
    }
    m_state.frame.notice.reset();
    refresh();
    Q_EMIT continueRequested();
}

void EnvironmentPagePresenter::duplicate(bool otherEnvironment)
{
    const bool production = profile().environment == Environment::Production;
    const bool wantsProduction = production != otherEnvironment;
    const Result<QString> made =
        practice().environment().duplicate(wantsProduction ? Environment::Production : Environment::Sandbox);
    if (made) {
        m_state.frame.notice =
            Notice{Notice::Kind::Ok, tr("“%1” stands in the list of practices.").arg(*made)};
        if (otherEnvironment) {
            m_state.frame.notice->next = tr(
                "It needs a key, a client ID and a Group of its own: nothing of the kind was taken along.");
        }
    } else {
        m_state.frame.notice = noticeOf(made.error());
    }
    refresh();
}

} // namespace waybill::ui
