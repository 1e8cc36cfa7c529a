// SPDX-License-Identifier: Apache-2.0
#include "presenters/overview_state.h"

#include "assistant/steps.h"
#include "base/fhir_instant.h"
#include "models/formatting.h"
#include "models/runs_model.h"
#include "presenters/monitor_state.h"
#include "presenters/page_presenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::ui {
namespace {

using practices::KeyReference;
using practices::Profile;
using practices::Step;
using practices::StepRecord;
using practices::StepState;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

int stepsDone(const Profile &profile)
{
    const auto &order = assistant::railOrder();
    return static_cast<int>(std::count_if(order.begin(), order.end(),
        [&](Step step) { return assistant::recordOf(profile, step).state == StepState::Ok; }));
}

QString keyPlace(const KeyReference &key)
{
    switch (key.kind) {
    case KeyReference::Kind::None: return Text::tr("none yet");
    case KeyReference::Kind::Keychain: return Text::tr("in the system's keychain");
    case KeyReference::Kind::File: return Text::tr("encrypted file %1").arg(key.value);
    case KeyReference::Kind::EnvironmentVariable: return Text::tr("environment variable %1").arg(key.value);
    case KeyReference::Kind::Credential: return Text::tr("systemd credential %1").arg(key.value);
    }
    Q_UNREACHABLE();
}

QString groupText(const Profile &profile)
{
    if (profile.group.value.isEmpty())
        return {};
    const QString name = profile.group.name.isEmpty() || profile.group.name == profile.group.value
        ? profile.group.value
        : Text::tr("%1 (%2)").arg(profile.group.name, profile.group.value);
    return profile.group.members ? Text::tr("%1, %2 members").arg(name, countText(*profile.group.members))
                                 : Text::tr("%1, member count not said").arg(name);
}

QList<OverviewFact> facts(const Profile &profile)
{
    QList<OverviewFact> all = {{Text::tr("Practice code"), profile.practiceCode},
        {Text::tr("FHIR address"), profile.fhirBaseUrl.toString()}, {Text::tr("Client ID"), profile.clientId},
        {Text::tr("Key"),
            profile.keyThumbprint.isEmpty()
                ? QString()
                : Text::tr("%1, %2").arg(profile.algorithm, keyPlace(profile.key))},
        {Text::tr("Key thumbprint"), profile.keyThumbprint}, {Text::tr("Group"), groupText(profile)},
        {Text::tr("Resource types"), profile.types.join(QStringLiteral(", "))},
        {Text::tr("Schedule"), profile.calendar}};
    all.removeIf([](const OverviewFact &fact) { return fact.value.isEmpty(); });
    return all;
}

QList<OverviewStep> steps(const Profile &profile, Instant now)
{
    QList<OverviewStep> result;
    for (const Step step : assistant::railOrder()) {
        const StepRecord record = assistant::recordOf(profile, step);
        OverviewStep line;
        line.step = step;
        line.title = stepTitle(step);
        line.look = lookOf(record.state);
        line.detail = record.state == StepState::Ok ? record.evidence : record.reason;
        const QString age = ageText(record.at, now);
        if (record.state != StepState::Todo && !age.isEmpty())
            line.detail = line.detail.isEmpty() ? age : Text::tr("%1 · %2").arg(line.detail, age);
        result.append(line);
    }
    return result;
}

void sayNext(OverviewState &state, const Profile &profile)
{
    const int done = stepsDone(profile);
    const auto all = static_cast<int>(assistant::railOrder().size());
    state.nextStep = assistant::whereToGoOn(profile);
    const StepRecord record = assistant::recordOf(profile, state.nextStep);
    state.allDone = done == all;
    if (state.allDone) {
        state.nextTitle = Text::tr("Everything is set up");
        state.nextText = Text::tr("Start an export, or look at what was handed over.");
        state.nextButton = Text::tr("Start an export");
        state.nextStep = Step::Launch;
        return;
    }
    state.nextTitle = Text::tr("Next step: %1").arg(stepTitle(state.nextStep));
    state.nextText = record.reason.isEmpty()
        ? Text::tr("%1 of %2 steps are done. You can stop at any time; everything is kept.")
              .arg(done)
              .arg(all)
        : record.reason;
    state.nextButton = done == 0 ? Text::tr("Begin") : Text::tr("Continue");
}

/// The type that is furthest behind speaks for all.
QString watermarkText(const QList<practices::Watermark> &marks, Instant now)
{
    std::optional<FhirInstant> oldest;
    for (const auto &mark : marks) {
        const auto instant = FhirInstant::parse(mark.value);
        if (instant && (!oldest || *instant < *oldest))
            oldest = instant;
    }
    if (!oldest)
        return Text::tr("No watermark yet: the next export fetches everything.");
    const auto age = std::chrono::floor<std::chrono::seconds>(now - oldest->toInstant());
    return Text::tr("Complete up to %1, %2 ago").arg(oldest->text(), durationText(age));
}

/// Nothing before the first watermark: the first export is a baseline anyway.
QString baselineText(
    const flows::BaselineAge &age, const QList<practices::Watermark> &watermarks, Instant now)
{
    if (!age.isDue || watermarks.isEmpty())
        return {};
    const QString why = Text::tr("Only a full export shows what was deleted without a word.");
    if (!age.at)
        return Text::tr("A full export is due: some types never had one. %1").arg(why);
    const auto days = std::chrono::floor<std::chrono::days>(now - *age.at).count();
    return Text::tr("A full export is due: the last one is %n days old. %1", nullptr, static_cast<int>(days))
        .arg(why);
}

void sayRun(OverviewState &state, const OverviewInput &input, Instant now)
{
    if (input.running && !input.running->runId.isEmpty()) {
        state.runTone = phaseTone(*input.running);
        state.runWord = phaseWord(*input.running);
        state.runText = input.running->verdict.isEmpty()
            ? Text::tr("started %1").arg(dateTimeText(input.running->startedAt))
            : input.running->verdict;
    } else if (input.last) {
        state.runTone = toneOf(*input.last);
        state.runWord = runStateWord(*input.last);
        state.runText = input.last->reason;
        if (input.last->startedAt)
            state.runText = input.last->reason.isEmpty()
                ? dateTimeText(*input.last->startedAt)
                : Text::tr("%1 · %2").arg(dateTimeText(*input.last->startedAt), input.last->reason);
    }
    state.watermark = watermarkText(input.watermarks, now);
    state.baseline = baselineText(input.baseline, input.watermarks, now);
}

} // namespace

StepLook lookOf(StepState state)
{
    switch (state) {
    case StepState::Todo: return StepLook::Todo;
    case StepState::Doing: return StepLook::Doing;
    case StepState::Waiting: return StepLook::Waiting;
    case StepState::Ok: return StepLook::Ok;
    case StepState::Failed: return StepLook::Failed;
    case StepState::Stale: return StepLook::Stale;
    }
    Q_UNREACHABLE();
}

OverviewState overviewState(const OverviewInput &input, Instant now)
{
    OverviewState state;
    state.id = input.profile.id;
    state.title = input.profile.name.isEmpty() ? Text::tr("New practice") : input.profile.name;
    state.environment = input.profile.environment;
    state.steps = steps(input.profile, now);
    state.facts = facts(input.profile);
    sayNext(state, input.profile);
    sayRun(state, input, now);
    return state;
}

PracticeRow practiceRow(const Profile &profile, const flows::ExportProgress *running)
{
    PracticeRow row;
    row.id = profile.id;
    row.name = profile.name;
    row.environment = profile.environment;
    if (running != nullptr && !running->runId.isEmpty()
        && (running->phase != flows::Phase::Finished || running->problem)) {
        row.tone = phaseTone(*running);
        row.word = shortPhaseWord(*running);
        return row;
    }
    const int done = stepsDone(profile);
    const auto all = static_cast<int>(assistant::railOrder().size());
    const StepRecord next = assistant::recordOf(profile, assistant::whereToGoOn(profile));
    if (done == all) {
        row.tone = Tone::Ok;
        row.word = Text::tr("ready");
        return row;
    }
    row.word = Text::tr("%1 of %2 steps").arg(done).arg(all);
    if (next.state == StepState::Failed)
        row.tone = Tone::Failure;
    else if (next.state == StepState::Waiting)
        row.tone = Tone::Waiting;
    else if (next.state == StepState::Stale)
        row.tone = Tone::Warning;
    return row;
}

} // namespace waybill::ui
