// SPDX-License-Identifier: Apache-2.0
#include "presenters/client_page_presenter.h"

#include "assistant/environment_desk.h"
#include "assistant/key_desk.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"

namespace waybill::ui {

using assistant::ClientDeskState;
using assistant::Registration;
using practices::Step;
using practices::StepRecord;
using practices::StepState;
using Work = ClientDeskState::Work;

ClientPagePresenter::ClientPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::Client, parent)
    , m_milestones(practice)
{
    if (!profile().clientId.isEmpty() && profile().jwksUrl.isEmpty())
        m_state.registration = Registration::PastedJwks;
    connect(&practice.client(), &assistant::ClientDesk::changed, this, &ClientPagePresenter::refresh);
    connect(&practice.key(), &assistant::KeyDesk::changed, this, &ClientPagePresenter::refresh);
    connect(
        &practice.environment(), &assistant::EnvironmentDesk::changed, this, &ClientPagePresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &ClientPagePresenter::refresh);
    refresh();
}

assistant::ClientChoice ClientPagePresenter::choice(bool insist) const
{
    return {m_state.registration, m_state.clientId, m_state.jwksUrl, insist};
}

void ClientPagePresenter::setRegistration(Registration registration)
{
    m_state.registration = registration;
    refresh();
}

void ClientPagePresenter::setClientId(const QString &id)
{
    m_state.clientId = id;
    refresh();
}

void ClientPagePresenter::setJwksUrl(const QString &url)
{
    m_state.jwksUrl = url;
    refresh();
}

void ClientPagePresenter::registerHere()
{
    practice().client().registerWithSandbox(m_state.registration);
}

void ClientPagePresenter::checkHosted()
{
    practice().client().checkHosted(m_state.jwksUrl);
}

void ClientPagePresenter::watchHosted(bool on)
{
    practice().client().watchHosted(m_state.jwksUrl, on);
}

void ClientPagePresenter::waitForOthers()
{
    practice().client().waitForOthers(choice(false),
        m_state.urlOnly ? tr("Waiting for eClinicalWorks and the practice to approve the app.")
                        : tr("Waiting for the server's operator to approve the app."));
}

void ClientPagePresenter::entered()
{
    m_milestones.refresh(); // time has passed
}

void ClientPagePresenter::leaving()
{
    if (m_state.clientId.trimmed() != profile().clientId)
        practice().client().keepTyped(choice(false));
}

void ClientPagePresenter::stop()
{
    practice().client().cancel();
}

void ClientPagePresenter::primary()
{
    if (m_state.canRegisterHere && m_state.clientId.trimmed().isEmpty())
        registerHere();
    else
        accept(false);
}

void ClientPagePresenter::onNoticeAction()
{
    if (m_state.mayInsist)
        accept(true);
}

void ClientPagePresenter::accept(bool insist)
{
    if (practice().client().accept(choice(insist)))
        Q_EMIT continueRequested();
}

void ClientPagePresenter::refresh()
{
    const ClientDeskState &desk = practice().client().state();
    if (m_shownClientId != profile().clientId) {
        m_shownClientId = profile().clientId;
        m_state.clientId = profile().clientId;
        m_state.jwksUrl = profile().jwksUrl.toString();
    }
    m_state.jwks = QString::fromUtf8(practice().key().state().jwks);
    m_state.canRegisterHere = practice().client().canRegisterHere();
    m_state.urlOnly = profile().vendor == QLatin1String("eclinicalworks") && !m_state.canRegisterHere;
    if (m_state.urlOnly)
        m_state.registration = Registration::JwksUrl;
    m_state.canCheckHosted =
        m_state.registration == Registration::JwksUrl && !m_state.jwksUrl.trimmed().isEmpty();
    m_state.whatToDo = m_state.registration == Registration::JwksUrl
        ? tr("Publish jwks.json at an https address that anyone can read, and enter that address in the "
             "server's developer portal. The server fetches your public key from there.")
        : tr(
            "Paste the key set into the server's developer portal. After every change of the key you have to "
            "do it again.");
    if (m_state.urlOnly) {
        m_state.whatToDo += QLatin1Char(' ')
            + tr("eClinicalWorks must also put the address on its allow list: write to "
                 "fhirfighters@eclinicalworks.com.");
    }
    m_state.hosted.clear();
    for (const discovery::Finding &finding : desk.hosted)
        m_state.hosted.append(lineOf(finding));
    m_state.watching = desk.watching;
    m_state.canWatch =
        desk.watching || discovery::worstOf(desk.hosted) == discovery::FindingState::Bad; // SB-031
    const StepRecord record = assistant::recordOf(profile(), Step::Client);
    m_state.waiting = record.state == StepState::Waiting
        ? tr("%1 Since %2.").arg(record.reason, ageText(record.at, practice().clock().now()))
        : QString();
    m_state.mayInsist = desk.servesOtherEnvironment;
    showFrame(desk);
    Q_EMIT stateChanged(m_state);
}

void ClientPagePresenter::showFrame(const ClientDeskState &desk)
{
    PageFrame &frame = m_state.frame;
    frame.busy = desk.work == Work::Registering ? tr("Registering with the sandbox…")
        : desk.work == Work::Checking           ? tr("Reading the published key set…")
                                                : QString();
    frame.canStop = !frame.busy.isEmpty();
    const bool registerFirst = m_state.canRegisterHere && m_state.clientId.trimmed().isEmpty();
    frame.primary = registerFirst ? tr("&Register with the sandbox") : tr("&Save and continue");
    frame.primaryEnabled = frame.busy.isEmpty() && (registerFirst || !m_state.clientId.trimmed().isEmpty());
    frame.hint = frame.primaryEnabled ? QString() : tr("Enter the client ID from the registration.");
    frame.notice = desk.problem ? std::optional(noticeOf(*desk.problem)) : staleNotice();
    if (frame.notice && m_state.mayInsist)
        frame.notice->action = tr("Use it all the same");
    if (!frame.notice && !m_state.waiting.isEmpty())
        frame.notice = Notice{Notice::Kind::Waiting, m_state.waiting, {},
            tr("You can close the assistant; come back when you have heard from them.")};
    blocked(frame);
}

} // namespace waybill::ui
