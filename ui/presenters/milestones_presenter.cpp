// SPDX-License-Identifier: Apache-2.0
#include "presenters/milestones_presenter.h"

#include "assistant/draft.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "base/clock.h"
#include "presenters/page_presenter.h"

namespace waybill::ui {

using assistant::Milestone;
using assistant::MilestoneRecord;
using assistant::Party;
using practices::Step;
using practices::StepState;

namespace {

Tone toneOfState(StepState state)
{
    switch (state) {
    case StepState::Todo: return Tone::Neutral;
    case StepState::Doing: return Tone::Info;
    case StepState::Waiting: return Tone::Waiting;
    case StepState::Ok: return Tone::Ok;
    case StepState::Failed: return Tone::Failure;
    case StepState::Stale: return Tone::Warning;
    }
    return Tone::Neutral;
}

} // namespace

QString stepStateWord(StepState state)
{
    switch (state) {
    case StepState::Todo: return MilestonesPresenter::tr("to do");
    case StepState::Doing: return MilestonesPresenter::tr("under way");
    case StepState::Waiting: return MilestonesPresenter::tr("waiting");
    case StepState::Ok: return MilestonesPresenter::tr("done");
    case StepState::Failed: return MilestonesPresenter::tr("failed");
    case StepState::Stale: return MilestonesPresenter::tr("out of date");
    }
    return {};
}

MilestonesPresenter::MilestonesPresenter(assistant::OnboardPractice &practice, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
{
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &MilestonesPresenter::refresh);
    refresh();
}

void MilestonesPresenter::change(Milestone milestone, const std::function<void(MilestoneRecord &)> &edit)
{
    assistant::OnboardingDraft &draft = m_practice.draft();
    draft.changeRecord([&](assistant::OnboardingRecord &profile) {
        const MilestoneRecord before = assistant::milestoneOf(profile, milestone);
        MilestoneRecord record = before;
        edit(record);
        if (record.state != before.state)
            record.at = draft.now();
        if (record != before)
            assistant::setMilestone(profile, milestone, record);
    });
    sayWaiting();
}

void MilestonesPresenter::setRecord(
    Milestone milestone, StepState state, const QString &who, const QString &note)
{
    change(milestone, [&](MilestoneRecord &record) {
        if (record.state != state)
            record.detail.clear();
        record.state = state;
        record.who = who.simplified();
        record.note = note.simplified();
    });
}

void MilestonesPresenter::messageTaken(Milestone milestone)
{
    change(milestone, [this](MilestoneRecord &record) {
        record.askedAt = m_practice.draft().now();
        ++record.asked;
        if (record.state != StepState::Ok)
            record.state = StepState::Waiting;
    });
}

/// The connection cannot work before the others have acted: its step says whom it waits for.
void MilestonesPresenter::sayWaiting()
{
    assistant::OnboardingDraft &draft = m_practice.draft();
    const assistant::OnboardingRecord &profile = draft.record();
    const StepState now = assistant::recordOf(profile, Step::Connection).state;
    if (now == StepState::Ok || now == StepState::Doing)
        return;
    for (const Milestone milestone : assistant::milestonesOf(profile)) {
        const MilestoneRecord record = assistant::milestoneOf(profile, milestone);
        const Party party = assistant::partyOf(milestone);
        if (assistant::followsFromSteps(milestone) || record.state != StepState::Waiting
            || party == Party::You)
            continue;
        draft.mark(Step::Connection, StepState::Waiting,
            tr("Waiting for %1: %2.")
                .arg(record.who.isEmpty() ? assistant::partyName(party, profile) : record.who,
                    assistant::milestoneTitle(milestone)));
        return;
    }
    if (now == StepState::Waiting)
        draft.mark(Step::Connection, StepState::Todo);
}

MilestonesPresenter::Row MilestonesPresenter::rowOf(Milestone milestone) const
{
    const assistant::OnboardingRecord &profile = m_practice.draft().record();
    const MilestoneRecord record = assistant::milestoneOf(profile, milestone);
    const Instant now = m_practice.clock().now();
    Row row;
    row.milestone = milestone;
    row.title = assistant::milestoneTitle(milestone);
    row.tone = toneOfState(record.state);
    row.word = stepStateWord(record.state);
    row.party = assistant::partyName(assistant::partyOf(milestone), profile);
    row.help = assistant::milestoneHelp(milestone, profile);
    row.editable = !assistant::followsFromSteps(milestone);
    row.state = record.state;
    row.who = record.who;
    row.note = record.note;
    row.overdue = assistant::isOverdue(record, now);
    row.message = assistant::messageFor(milestone, profile);
    QStringList parts;
    if (record.state != StepState::Todo && !record.at.isEmpty())
        parts.append(record.state == StepState::Waiting ? tr("since %1").arg(ageText(record.at, now))
                                                        : ageText(record.at, now));
    if (record.asked > 0)
        parts.append(
            tr("asked %n time(s), last %1", nullptr, record.asked).arg(ageText(record.askedAt, now)));
    if (row.overdue)
        parts.append(tr("time to ask again"));
    for (const QString &text : {record.detail, record.who, record.note}) {
        if (!text.isEmpty())
            parts.append(text);
    }
    row.detail = parts.join(QStringLiteral(" · "));
    return row;
}

void MilestonesPresenter::refresh()
{
    const assistant::OnboardingRecord &profile = m_practice.draft().record();
    State next;
    int done = 0;
    int overdue = 0;
    for (const Milestone milestone : assistant::milestonesOf(profile)) {
        next.rows.append(rowOf(milestone));
        done += next.rows.last().state == StepState::Ok ? 1 : 0;
        overdue += next.rows.last().overdue ? 1 : 0;
    }
    next.summary = tr("%1 of %2 done.").arg(done).arg(next.rows.size());
    if (const auto first = assistant::nextMilestone(profile)) {
        next.summary += QLatin1Char(' ')
            + tr("Next: %1 (%2).")
                  .arg(assistant::milestoneTitle(*first),
                      assistant::partyName(assistant::partyOf(*first), profile));
    }
    if (overdue > 0)
        next.summary += QLatin1Char(' ') + tr("%n answer(s) overdue.", nullptr, overdue);
    if (next == m_state)
        return;
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
