// SPDX-License-Identifier: Apache-2.0
#include "presenters/connection_page_presenter.h"

#include "assistant/connection_desk.h"
#include "assistant/draft.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "models/formatting.h"

namespace waybill::ui {

using assistant::ConnectionDeskState;
using practices::Step;
using practices::StepState;
using Look = CheckLine::Look;
using Work = ConnectionDeskState::Work;

namespace {

CheckLine tokenLine(const assistant::TokenTest &test)
{
    CheckLine line{Look::Ok, ConnectionPagePresenter::tr("Access token"),
        test.lifetimeStated
            ? ConnectionPagePresenter::tr("Granted, valid for %1.").arg(durationText(test.lifetime))
            : ConnectionPagePresenter::tr("Granted; the server did not say for how long, so 5 minutes are "
                                          "assumed."),
        ConnectionPagePresenter::tr("%1 ms").arg(test.took.count())};
    if (test.clockOffset.count() != 0)
        line.detail += QLatin1Char(' ')
            + ConnectionPagePresenter::tr("Signed with a time shifted by %1 s.")
                  .arg(test.clockOffset.count());
    return line;
}

QString differenceText(std::chrono::seconds behind)
{
    const auto size = std::chrono::abs(behind).count();
    return behind.count() > 0
        ? ConnectionPagePresenter::tr("This computer's clock is %1 s behind the server's.").arg(size)
        : ConnectionPagePresenter::tr("This computer's clock is %1 s ahead of the server's.").arg(size);
}

CheckLine scopeLine(const assistant::TokenTest &test)
{
    const qsizetype granted = test.requested.size() - test.missing.size();
    CheckLine line{test.missing.isEmpty() ? Look::Ok : Look::Attention, ConnectionPagePresenter::tr("Scopes"),
        ConnectionPagePresenter::tr("%1 of %2 granted.").arg(granted).arg(test.requested.size()), {}};
    if (!test.unreadableTypes.isEmpty()) {
        line.detail += QLatin1Char(' ')
            + ConnectionPagePresenter::tr("Not readable: %1.")
                  .arg(test.unreadableTypes.join(QStringLiteral(", ")));
    }
    return line;
}

} // namespace

ConnectionPagePresenter::ConnectionPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::Connection, parent)
    , m_doctor(practice)
{
    connect(
        &practice.connection(), &assistant::ConnectionDesk::changed, this, &ConnectionPagePresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &ConnectionPagePresenter::refresh);
    connect(&practice.keyHolder(), &assistant::KeyHolder::changed, this, &ConnectionPagePresenter::refresh);
    refresh();
}

void ConnectionPagePresenter::primary()
{
    if (m_state.askTokenHost)
        practice().connection().confirmTokenUrl();
    else if (assistant::recordOf(profile(), Step::Connection).state == StepState::Ok)
        Q_EMIT continueRequested();
    else
        practice().connection().run();
}

void ConnectionPagePresenter::checkAgain()
{
    practice().connection().run();
}

void ConnectionPagePresenter::askAlsoFor(const QString &scopes)
{
    const Result<> taken = practice().connection().askAlsoFor(scopes);
    m_extraProblem = taken ? std::nullopt : std::optional(taken.error());
    m_state.extraScopes = scopes;
    refresh();
}

void ConnectionPagePresenter::signWithServersClock(bool wanted)
{
    const Result<> taken = practice().connection().signWithServersClock(wanted);
    m_clockProblem = taken ? std::nullopt : std::optional(taken.error());
    refresh();
}

void ConnectionPagePresenter::unlock(const QString &passphrase)
{
    practice().connection().unlockAndTest(SecretBytes(passphrase.toUtf8()));
}

void ConnectionPagePresenter::stop()
{
    practice().connection().cancel();
}

void ConnectionPagePresenter::showServer()
{
    m_state.server.clear();
    const auto server = practice().connection().server();
    if (!server)
        return;
    const auto add = [this](const QString &name, const QString &value) {
        if (!value.isEmpty())
            m_state.server.append({name, value});
    };
    if (server->capability) {
        const discovery::CapabilityStatement &capability = *server->capability;
        add(tr("Software"),
            QStringLiteral("%1 %2").arg(capability.softwareName, capability.softwareVersion).trimmed());
        add(tr("FHIR version"), capability.fhirVersion);
        QStringList levels;
        if (capability.groupExport)
            levels.append(tr("Group"));
        if (capability.patientExport)
            levels.append(tr("Patient"));
        if (capability.systemExport)
            levels.append(tr("System"));
        add(tr("Export levels"), levels.isEmpty() ? tr("none stated") : levels.join(QStringLiteral(", ")));
        add(tr("Resource types"),
            tr("%1 that can be exported").arg(practice().connection().exportableTypes().size()));
    }
    add(tr("Bulk Data version"), server->bulkDataVersion);
    add(tr("Profile"), server->preset.name);
    add(tr("Token endpoint"), server->tokenUrl.toString());
    add(tr("Found in"), discovery::sourceName(server->tokenSource));
    add(tr("Kept as evidence"), practice().connection().state().snapshot);
}

void ConnectionPagePresenter::showToken()
{
    const ConnectionDeskState &desk = practice().connection().state();
    m_state.token.clear();
    m_state.grantedScopes.clear();
    m_state.missingScopes.clear();
    if (!desk.token)
        return;
    m_state.token = {tokenLine(*desk.token), scopeLine(*desk.token)};
    m_state.grantedScopes = desk.token->granted.join(QLatin1Char('\n'));
    m_state.missingScopes = desk.token->missing.join(QLatin1Char('\n'));
}

void ConnectionPagePresenter::showExtraScopes()
{
    m_state.canAskForMore = practice().connection().server() != nullptr;
    m_state.extraRefused = m_extraProblem.has_value();
    if (m_extraProblem) { // what was typed stays to be mended
        m_state.extraNote = describe(*m_extraProblem);
        return;
    }
    m_state.extraScopes = practice().draft().record().extraScopes.join(QLatin1Char(' '));
    m_state.extraNote = profile().vendor == QLatin1String("eclinicalworks")
        ? tr("eClinicalWorks refuses the whole request when it does not know one scope. "
             "Ask only for what is in your registration there.")
        : tr("The server's list of scopes need not be complete. "
             "It may refuse the request, or grant the others only.");
}

void ConnectionPagePresenter::showClock()
{
    const assistant::ConnectionDesk &desk = practice().connection();
    const std::chrono::seconds offset = profile().clockOffset;
    m_state.clockShifted = offset.count() != 0;
    m_state.clockOffered = m_state.clockShifted || desk.maySignWithServersClock();
    if (desk.state().work != Work::Idle)
        m_clockProblem.reset();
    m_state.clockRefused = m_clockProblem && m_state.clockOffered;
    m_state.clockNote.clear();
    if (!m_state.clockOffered)
        return;
    if (m_clockProblem) {
        m_state.clockNote = describe(*m_clockProblem);
        return;
    }
    const auto skew = desk.state().clockSkew;
    const QString now = skew && desk.maySignWithServersClock()
        ? differenceText(std::chrono::round<std::chrono::seconds>(*skew)) + QLatin1Char(' ')
        : QString();
    const QString shifted = m_state.clockShifted
        ? tr("Every token request is signed with a time shifted by %1 s.").arg(offset.count())
            + QLatin1Char(' ')
        : QString();
    m_state.clockNote = now + shifted
        + tr("The better way is to mend the clock: let the system set it from the network (NTP).");
}

void ConnectionPagePresenter::refresh()
{
    const ConnectionDeskState &desk = practice().connection().state();
    m_state.checks.clear();
    for (const discovery::Finding &finding : desk.findings)
        m_state.checks.append(lineOf(finding));
    showServer();
    showToken();
    showExtraScopes();
    showClock();
    const QString age = ageText(desk.comparedTo, practice().clock().now());
    m_state.changes = desk.changes;
    m_state.changesTitle.clear();
    if (!desk.comparedTo.isEmpty())
        m_state.changesTitle =
            desk.changes.isEmpty() ? tr("Unchanged since %1").arg(age) : tr("Changed since %1").arg(age);
    m_state.askTokenHost = !desk.tokenUrlToConfirm.isEmpty();
    m_state.fhirHost = profile().fhirBaseUrl.host();
    m_state.tokenUrl = desk.tokenUrlToConfirm.toString();
    m_state.needsPassphrase = desk.needsPassphrase;
    m_state.causes = desk.problem && !desk.needsPassphrase ? desk.causes : QStringList();
    showFrame();
    Q_EMIT stateChanged(m_state);
}

QString ConnectionPagePresenter::busyText() const
{
    const ConnectionDeskState &desk = practice().connection().state();
    if (desk.work == Work::Discovering)
        return tr("Reading what the server says of itself…");
    if (practice().keyHolder().isUnlocking())
        return tr("Waiting for the key to be unlocked…");
    return desk.work == Work::Testing ? tr("Asking for an access token…") : QString();
}

std::optional<Notice> ConnectionPagePresenter::noticeNow() const
{
    const ConnectionDeskState &desk = practice().connection().state();
    // A locked key file has a panel of its own; only a wrong passphrase is worth a message.
    const bool onlyLocked =
        desk.needsPassphrase && desk.problem && desk.problem->code == ErrorCode::SecretMissing;
    if (desk.problem && !onlyLocked)
        return noticeOf(*desk.problem);
    if (m_state.frame.busy.isEmpty() && !m_state.askTokenHost)
        return staleNotice();
    return std::nullopt;
}

void ConnectionPagePresenter::showFrame()
{
    const ConnectionDeskState &desk = practice().connection().state();
    const bool done = assistant::recordOf(profile(), Step::Connection).state == StepState::Ok;
    PageFrame &frame = m_state.frame;
    frame.busy = busyText();
    frame.canStop = !frame.busy.isEmpty();
    if (m_state.askTokenHost)
        frame.primary = tr("&Yes, send the request there");
    else if (done)
        frame.primary = tr("&Continue");
    else
        frame.primary = desk.server || desk.problem ? tr("&Check again") : tr("&Check the connection");
    m_state.canCheckAgain = done && frame.busy.isEmpty() && !m_state.askTokenHost;
    frame.hint = done ? tr("Next: %1").arg(stepTitle(Step::Group)) : QString();
    frame.primaryEnabled = frame.busy.isEmpty() && !m_state.needsPassphrase;
    frame.notice = noticeNow();
    blocked(frame);
}

} // namespace waybill::ui
