// SPDX-License-Identifier: Apache-2.0
#include "presenters/launch_page_presenter.h"

#include "assistant/launch_desk.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "models/formatting.h"

namespace waybill::ui {

using assistant::LaunchDeskState;
using practices::Step;
using practices::StepState;

namespace {

/// eCW: these are not of the Group's patients but of the whole practice (EC-010).
bool isAdministrative(const QString &type)
{
    static const QStringList types{QStringLiteral("Practitioner"), QStringLiteral("PractitionerRole"),
        QStringLiteral("Location"), QStringLiteral("Organization")};
    return types.contains(type);
}

QString noteOf(const LaunchDeskState::Type &type)
{
    if (!type.readable)
        return LaunchPagePresenter::tr("not granted");
    if (!type.listed)
        return LaunchPagePresenter::tr("not in the server's list");
    if (isAdministrative(type.name))
        return LaunchPagePresenter::tr("of the whole practice");
    return type.watermark.isEmpty() ? QString() : LaunchPagePresenter::tr("up to %1").arg(type.watermark);
}

} // namespace

LaunchPagePresenter::LaunchPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::Launch, parent)
{
    connect(&practice.launch(), &assistant::LaunchDesk::changed, this, &LaunchPagePresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &LaunchPagePresenter::refresh);
    connect(&practice.keyHolder(), &assistant::KeyHolder::changed, this, &LaunchPagePresenter::refresh);
    refresh();
}

void LaunchPagePresenter::entered()
{
    practice().launch().refresh();
    practice().launch().lookForNewPatients();
}

void LaunchPagePresenter::leaving()
{
    practice().launch().keepChoice();
}

void LaunchPagePresenter::primary()
{
    if (assistant::recordOf(profile(), Step::Launch).state == StepState::Ok)
        Q_EMIT continueRequested();
    else
        practice().launch().launch();
}

void LaunchPagePresenter::secondary()
{
    practice().launch().launch();
}

void LaunchPagePresenter::stop()
{
    practice().launch().cancel();
}

void LaunchPagePresenter::setChosen(const QString &type, bool chosen)
{
    practice().launch().setChosen(type, chosen);
}

void LaunchPagePresenter::chooseUsual()
{
    practice().launch().chooseOnly(assistant::LaunchDesk::usualTypes());
}

void LaunchPagePresenter::chooseAll()
{
    QStringList all;
    for (const Type &type : std::as_const(m_state.types))
        all.append(type.name);
    practice().launch().chooseOnly(all);
}

void LaunchPagePresenter::chooseNone()
{
    practice().launch().chooseOnly({});
}

void LaunchPagePresenter::setSince(Since since)
{
    practice().launch().setSince(since);
}

void LaunchPagePresenter::setCustomSince(const QString &text)
{
    practice().launch().setCustomSince(text);
}

void LaunchPagePresenter::onlyNewPatients()
{
    practice().launch().onlyNewPatients();
}

void LaunchPagePresenter::addType(const QString &name)
{
    practice().launch().addType(name);
}

void LaunchPagePresenter::setTypeFilters(const QString &lines)
{
    m_state.options.typeFilters = lines; // as typed, also while a line is not finished
    QStringList searches;
    for (const QString &line : lines.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            searches.append(line.trimmed());
    }
    practice().launch().setTypeFilters(searches);
}

void LaunchPagePresenter::setOrganizeOutputBy(const QString &type)
{
    m_state.options.organizeOutputBy = type;
    practice().launch().setOrganizeOutputBy(type);
}

void LaunchPagePresenter::setBlankLinesAreProblems(bool problems)
{
    practice().launch().setBlankLinesAreProblems(problems);
}

void LaunchPagePresenter::confirm(const QString &practiceName)
{
    practice().launch().confirm(practiceName);
}

void LaunchPagePresenter::unlock(const QString &passphrase)
{
    practice().launch().unlockAndLaunch(SecretBytes(passphrase.toUtf8()));
}

void LaunchPagePresenter::showTypes()
{
    const LaunchDeskState &desk = practice().launch().state();
    m_state.types.clear();
    m_state.chosen = 0;
    for (const LaunchDeskState::Type &type : desk.types) {
        m_state.types.append({type.name, type.chosen, type.readable, noteOf(type)});
        m_state.chosen += type.chosen ? 1 : 0;
    }
}

void LaunchPagePresenter::showSince()
{
    const LaunchDeskState &desk = practice().launch().state();
    const bool anyMark = std::any_of(
        desk.types.begin(), desk.types.end(), [](const auto &type) { return !type.watermark.isEmpty(); });
    const qint64 fresh = desk.newPatients ? desk.newPatients->count : 0;
    m_state.newPatients = fresh > 0 && desk.canNamePatients
        ? tr("Only the patients who are &new in the Group (%1), with their whole history").arg(fresh)
        : QString();
    m_state.onlyNewPatients = !desk.refinements.patientList.isEmpty();
    m_state.since = desk.since;
    m_state.customSince = desk.customSince;
    m_state.sinceProblem = desk.sinceProblem
        ? desk.sinceProblem->what + QLatin1Char(' ') + advice(*desk.sinceProblem)
        : QString();
    if (m_state.onlyNewPatients) {
        m_state.sinceNote =
            tr("They joined after a watermark, so the server may have left out what of them is "
               "older. The watermarks stay.");
        return;
    }
    switch (desk.since) {
    case Since::Watermark:
        m_state.sinceNote = anyMark ? tr("Only what changed since the last verified export of each type.")
                                    : tr("There is no earlier export, so this one reads everything.");
        if (fresh > 0 && !desk.canNamePatients) // BD-185: version 1 knows no list of patients
            m_state.sinceNote += QLatin1Char(' ')
                + tr("%1 patients are new in the Group; choose everything to have their history.").arg(fresh);
        break;
    case Since::Full: m_state.sinceNote = tr("Everything, whatever was exported before."); break;
    case Since::Custom:
        m_state.sinceNote = // BD-043; the watermarks' rule is isCovered()
            tr("Only what the server changed after this instant. When something happened in the practice "
               "is another date: that takes a _typeFilter. A watermark moves only where this instant "
               "does not lie after it, so nothing is skipped.");
        break;
    }
}

void LaunchPagePresenter::showOptions()
{
    const LaunchDeskState &desk = practice().launch().state();
    m_state.options.canOrganize = desk.canOrganize;
    m_state.options.blankLinesAreProblems = desk.refinements.blankLinesAreProblems;
}

void LaunchPagePresenter::showJobs()
{
    const LaunchDeskState &desk = practice().launch().state();
    m_state.jobs.clear();
    int number = 0;
    for (const assistant::JobPreview &job : desk.jobs) {
        const QString since = job.since.isEmpty() ? tr("everything") : tr("since %1").arg(job.since);
        QString title = tr("%1 types, %2").arg(job.types.size()).arg(since);
        if (desk.jobs.size() > 1)
            title = tr("Job %1 of %2: %3").arg(++number).arg(desk.jobs.size()).arg(title);
        m_state.jobs.append({title, job.request, job.curl});
    }
    m_state.cautions = desk.cautions.join(QLatin1Char('\n'));
}

std::optional<Notice> LaunchPagePresenter::noticeNow() const
{
    const LaunchDeskState &desk = practice().launch().state();
    const practices::StepRecord record = assistant::recordOf(profile(), Step::Launch);
    if (desk.problem && m_state.chosen > 0 && !desk.needsPassphrase)
        return noticeOf(*desk.problem);
    if (m_state.types.isEmpty())
        return Notice{Notice::Kind::Info, tr("The server's list of types is not known yet."), {},
            tr("Check the connection again.")};
    const QString monitor = tr("The export monitor has the details.");
    if (record.state == StepState::Failed)
        return Notice{Notice::Kind::Failure, record.reason, {}, monitor};
    if (record.state == StepState::Waiting)
        return Notice{Notice::Kind::Waiting, record.reason, {}, monitor};
    if (record.state == StepState::Ok)
        return Notice{Notice::Kind::Ok, tr("The first export came back."), record.evidence};
    if (desk.alreadyRunning)
        return Notice{Notice::Kind::Waiting, tr("An export of this Group is not finished yet."), {},
            tr("Launching goes on with it; the server is not asked a second time.")};
    return staleNotice();
}

void LaunchPagePresenter::showFrame()
{
    const LaunchDeskState &desk = practice().launch().state();
    const StepState state = assistant::recordOf(profile(), Step::Launch).state;
    const bool unconfirmed = desk.production && !desk.confirmed;
    m_state.running = state == StepState::Doing;
    PageFrame &frame = m_state.frame;
    frame.busy = desk.unlocking ? tr("Waiting for the key to be unlocked…") : QString();
    frame.canStop = desk.unlocking;
    if (state == StepState::Ok) {
        frame.primary = tr("&Continue");
        frame.primaryEnabled = true;
        frame.secondary =
            frame.busy.isEmpty() && m_state.chosen > 0 ? tr("&Launch another export") : QString();
        frame.hint = tr("Next: %1").arg(stepTitle(Step::HandOver));
    } else {
        frame.secondary.clear();
        frame.primary = tr("&Launch the export");
        frame.primaryEnabled = frame.busy.isEmpty() && m_state.chosen > 0 && !desk.sinceProblem
            && !desk.needsPassphrase && !unconfirmed;
        frame.hint = m_state.chosen == 0 ? tr("Choose at least one type.")
            : unconfirmed                ? tr("Type the practice's name to confirm.")
                                         : QString();
    }
    frame.notice = noticeNow();
    blocked(frame);
}

void LaunchPagePresenter::refresh()
{
    const LaunchDeskState &desk = practice().launch().state();
    showTypes();
    showSince();
    showOptions();
    showJobs();
    m_state.production = desk.production;
    m_state.confirmed = desk.confirmed;
    m_state.practiceName = profile().name;
    m_state.needsPassphrase = desk.needsPassphrase;
    const QString group = profile().group.name.isEmpty() ? profile().group.value : profile().group.name;
    const QString members = profile().group.members
        ? tr("%1 members").arg(countText(*profile().group.members))
        : tr("member count unknown");
    m_state.target = tr("%1 · Group %2 · %3").arg(profile().name, group, members);
    showFrame();
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
