// SPDX-License-Identifier: Apache-2.0
#include "presenters/hand_over_page_presenter.h"

#include "assistant/onboard_practice.h"
#include "assistant/steps.h"

namespace waybill::ui {

using assistant::HandOverDeskState;
using assistant::RunnerKey;
using practices::Step;
using practices::StepState;
using Work = HandOverDeskState::Work;

HandOverPagePresenter::HandOverPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::HandOver, parent)
{
    connect(&practice.handOver(), &assistant::HandOverDesk::changed, this, &HandOverPagePresenter::refresh);
    refresh();
}

void HandOverPagePresenter::entered()
{
    practice().handOver().refresh();
}

void HandOverPagePresenter::submit(const QString &passphrase, const QString &repeated)
{
    if (isDone()) {
        Q_EMIT closeRequested();
        return;
    }
    m_own.reset();
    if (m_state.needsPassphrase && passphrase != repeated) {
        m_own = Notice{Notice::Kind::Warning, tr("The two passphrases differ."), {}, tr("Type both again.")};
        refresh();
        return;
    }
    m_again = false;
    practice().handOver().write(practice().handOver().state().exists, SecretBytes(passphrase.toUtf8()));
}

void HandOverPagePresenter::writeAgain()
{
    m_again = true;
    refresh();
}

void HandOverPagePresenter::onNoticeAction()
{
    writeAgain();
}

bool HandOverPagePresenter::isDone() const
{
    return !m_again && assistant::recordOf(profile(), Step::HandOver).state == StepState::Ok;
}

void HandOverPagePresenter::setRunnerKey(RunnerKey key)
{
    m_again = true;
    practice().handOver().setRunnerKey(key);
}

void HandOverPagePresenter::setOwner(handoff::WatermarkOwner owner)
{
    m_again = true;
    practice().handOver().setOwner(owner);
}

void HandOverPagePresenter::setCalendar(const QString &calendar)
{
    m_again = true;
    practice().handOver().setCalendar(calendar);
}

void HandOverPagePresenter::setParent(const QString &folder)
{
    m_again = true;
    practice().handOver().setParent(folder);
}

void HandOverPagePresenter::refresh()
{
    const HandOverDeskState &desk = practice().handOver().state();
    m_state.checks.clear();
    for (const handoff::Evidence &evidence : desk.evidence) {
        m_state.checks.append({evidence.ok ? CheckLine::Look::Ok : CheckLine::Look::Bad, evidence.title,
            evidence.detail, ageText(evidence.at, practice().clock().now())});
    }
    m_state.notValidated = desk.notValidated.join(QLatin1Char('\n'));
    m_state.runnerKey = desk.runnerKey;
    m_state.keychainPossible = desk.keychainPossible;
    m_state.needsPassphrase = desk.needsPassphrase;
    switch (desk.runnerKey) {
    case RunnerKey::SystemdCredential:
        m_state.keyNote =
            tr("Ops load the key as the systemd credential “waybill-key”. No key is in the bundle.");
        break;
    case RunnerKey::EncryptedFile:
        m_state.keyNote =
            tr("An encrypted copy of the key lies in the bundle as key.pem. Give its passphrase to "
               "ops on another way.");
        break;
    case RunnerKey::Keychain:
        m_state.keyNote = tr("For trying the waybill under your own account on this computer.");
        break;
    }
    m_state.owner = desk.owner;
    m_state.calendar = desk.calendar;
    m_state.parent = desk.parent;
    m_state.bundleName = desk.bundleName;
    m_state.preview = QString::fromUtf8(desk.preview);
    m_state.written.reset();
    if (desk.written) {
        m_state.written = Written{desk.written->folder, desk.written->files.join(QLatin1Char('\n')),
            QString::fromLatin1(desk.written->sha256), desk.written->validated,
            desk.written->warnings.join(QLatin1Char('\n'))};
    }
    showFrame();
    Q_EMIT stateChanged(m_state);
}

void HandOverPagePresenter::showFrame()
{
    const HandOverDeskState &desk = practice().handOver().state();
    const bool done = isDone();
    PageFrame &frame = m_state.frame;
    frame.busy = desk.work == Work::Writing ? tr("Writing the waybill…") : QString();
    frame.primary = done ? tr("&Finish")
        : desk.exists    ? tr("&Replace the waybill")
                         : tr("&Write the waybill");
    frame.primaryEnabled = frame.busy.isEmpty() && !desk.preview.isEmpty();
    frame.hint = desk.exists && !done ? tr("A waybill of this name is there already.") : QString();
    frame.notice = m_own;
    if (!frame.notice && desk.problem)
        frame.notice = noticeOf(*desk.problem);
    if (!frame.notice && done && !m_state.written) { // it went to its place
        const practices::StepRecord record = assistant::recordOf(profile(), Step::HandOver);
        frame.notice = Notice{Notice::Kind::Ok,
            tr("The waybill was handed over %1.").arg(ageText(record.at, practice().clock().now())),
            record.evidence, tr("Write it again when something of it changed."), {}, tr("Write it again…")};
    } else if (!frame.notice && done) {
        frame.notice = m_state.written->validated
            ? Notice{Notice::Kind::Ok, tr("The waybill is written."), m_state.written->folder,
                tr("Give the whole folder to the people who run the server.")}
            : Notice{Notice::Kind::Warning, tr("The waybill is written, but marked NOT VALIDATED."),
                m_state.written->folder, tr("Finish the open checks and write it again.")};
    }
    blocked(frame);
}

} // namespace waybill::ui
