// SPDX-License-Identifier: Apache-2.0
#include "presenters/doctor_presenter.h"

#include "assistant/doctor_desk.h"
#include "assistant/draft.h"
#include "assistant/onboard_practice.h"
#include "presenters/page_presenter.h"

#include <QDir>

namespace waybill::ui {

using discovery::Weight;
using Look = CheckLine::Look;

namespace {

DoctorPresenter::Cause shown(const discovery::Cause &cause)
{
    DoctorPresenter::Cause line{Look::Unknown, {}, cause.what, cause.seen, cause.check};
    switch (cause.weight) {
    case Weight::Seen:
        line.look = Look::Bad;
        line.word = DoctorPresenter::tr("seen");
        break;
    case Weight::Likely:
        line.look = Look::Attention;
        line.word = DoctorPresenter::tr("likely");
        break;
    case Weight::Possible: line.word = DoctorPresenter::tr("possible"); break;
    case Weight::Excluded:
        line.look = Look::Ok;
        line.word = DoctorPresenter::tr("not this");
        break;
    }
    return line;
}

} // namespace

DoctorPresenter::DoctorPresenter(assistant::OnboardPractice &practice, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
{
    connect(&practice.doctor(), &assistant::DoctorDesk::changed, this, &DoctorPresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &DoctorPresenter::refresh);
    refresh();
}

void DoctorPresenter::runOrStop()
{
    m_state.note.clear();
    if (m_practice.doctor().state().running)
        m_practice.doctor().cancel();
    else
        m_practice.doctor().run();
}

void DoctorPresenter::unlock(const QString &passphrase)
{
    m_practice.doctor().unlockAndRun(SecretBytes(passphrase.toUtf8()));
}

void DoctorPresenter::saveTrace(const QString &path)
{
    const Result<> saved = m_practice.doctor().saveTrace(path);
    m_state.note = saved ? tr("Written: %1").arg(QDir::toNativeSeparators(path)) : describe(saved.error());
    Q_EMIT stateChanged(m_state);
}

QString DoctorPresenter::verdict() const
{
    const assistant::DoctorDeskState &desk = m_practice.doctor().state();
    if (!desk.finished)
        return {};
    if (!desk.causes.isEmpty())
        return tr("Most likely: %1").arg(desk.causes.first().what);
    if (desk.refusal)
        return desk.refusal->what + QLatin1Char(' ') + advice(*desk.refusal);
    if (desk.needsPassphrase)
        return tr("The key file waits for its passphrase.");
    return discovery::worstOf(desk.chain) == discovery::FindingState::Bad
        ? tr("The chain ends early; the last line says why.")
        : tr("Everything from the name to the Group is in order.");
}

void DoctorPresenter::refresh()
{
    const assistant::DoctorDeskState &desk = m_practice.doctor().state();
    State next;
    next.note = m_state.note;
    next.running = desk.running;
    next.available = !m_practice.draft().profile().fhirBaseUrl.isEmpty();
    next.verdict = verdict();
    next.healthy = desk.finished && !desk.refusal && !desk.needsPassphrase
        && discovery::worstOf(desk.chain) != discovery::FindingState::Bad;
    next.serverWords = desk.refusal ? desk.refusal->serverText : QString();
    for (const discovery::Finding &finding : desk.chain)
        next.chain.append(lineOf(finding));
    for (const discovery::Cause &cause : desk.causes)
        next.causes.append(shown(cause));
    next.needsPassphrase = desk.needsPassphrase;
    next.trace = desk.trace;
    if (next == m_state)
        return;
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
