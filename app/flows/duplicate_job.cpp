// SPDX-License-Identifier: Apache-2.0
#include "flows/duplicate_job.h"

#include "base/redact.h"
#include "exports/export_state.h"
#include "flows/run_facts.h"
#include "flows/run_words.h"
#include "practices/store.h"

#include <algorithm>

namespace waybill::flows {
namespace {

using practices::Outcome;
using practices::RunRecord;

/// When the server names no time: what a job of a middling Group takes (BD-016 waits as long).
constexpr std::chrono::hours kOurGuess{1};

/// The state of a run whose job may still be on the server.
std::optional<exports::State> stateOfKnown(const RunRecord &run)
{
    auto state = exports::stateFromJson(run.state);
    if (!state || state->job.statusUrl.isEmpty())
        return std::nullopt;
    const auto *finished = std::get_if<exports::Finished>(&state->phase);
    // Ended here although the server did not say so: the token was refused while it was at work.
    const bool endedThere = finished != nullptr && finished->outcome != Outcome::Unauthorized;
    return endedThere ? std::nullopt : std::optional(std::move(*state));
}

QString utc(Instant instant)
{
    return toDateTime(instant).toUTC().toString(Qt::ISODate);
}

QString supportText(const DuplicateCase &refused, const QList<RunRecord> &known)
{
    const practices::Profile &profile = refused.profile;
    QStringList lines = {known.isEmpty()
            ? RunWords::tr("Our Bulk Data export of a Group is refused as a duplicate, and we know of "
                           "no job of ours that is still running.")
            : RunWords::tr("Our Bulk Data export of a Group is refused as a duplicate."),
        RunWords::tr("Please tell us which job holds the Group, and end it if nobody needs it."), {}};
    const auto fact = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(RunWords::tr("%1: %2", "name of a fact, its value").arg(name, value));
    };
    fact(RunWords::tr("Practice"), profile.practiceName);
    fact(RunWords::tr("Practice code"), profile.practiceCode);
    fact(RunWords::tr("FHIR base URL"), redactedUrl(profile.fhirBaseUrl));
    fact(RunWords::tr("Client ID"), profile.clientId);
    fact(RunWords::tr("Group"), profile.group.value);
    if (refused.refused.startedAt)
        fact(RunWords::tr("Request sent (UTC)"), utc(*refused.refused.startedAt));
    if (refused.problem.httpStatus)
        fact(RunWords::tr("Answer"),
            RunWords::tr("HTTP %1, “%2”").arg(*refused.problem.httpStatus).arg(refused.problem.serverText));
    for (const RunRecord &run : known) {
        const auto state = stateOfKnown(run);
        fact(RunWords::tr("Job of ours that we know"),
            RunWords::tr("%1, accepted %2 (UTC)")
                .arg(redactedUrl(state->job.statusUrl), utc(state->job.acceptedAt.value_or(Instant{}))));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

DuplicateAdvice duplicateAdvice(const DuplicateCase &refused)
{
    QList<RunRecord> known;
    std::copy_if(refused.runs.begin(), refused.runs.end(), std::back_inserter(known),
        [&](const RunRecord &run) { return run.id != refused.refused.id && stateOfKnown(run).has_value(); });
    DuplicateAdvice advice;
    for (const RunRecord &run : std::as_const(known))
        advice.jobs.append({run.id, run.startedAt, typesOf(run), sinceOf(run), run.closed});
    const auto state = exports::stateFromJson(refused.refused.state);
    const std::optional<Instant> named = state ? state->job.askAgainAt : std::nullopt;
    advice.serverNamedIt = named.has_value();
    advice.tryAgainAt =
        std::max(named.value_or(refused.refused.finishedAt.value_or(refused.now) + kOurGuess), refused.now);
    advice.supportText = supportText(refused, known);
    return advice;
}

Result<> openAgain(practices::Store &store, const QString &runId)
{
    auto found = store.run(runId);
    if (!found)
        return failure(found.error());
    auto state = *found ? stateOfKnown(**found) : std::nullopt;
    if (!state) {
        return failure(
            ErrorCode::NotFound, RunWords::tr("This run is over, or it belongs to another Group."), runId);
    }
    RunRecord &run = **found;
    if (!run.closed)
        return {};
    if (const auto *finished = std::get_if<exports::Finished>(&state->phase)) {
        state->phase = exports::Stalled{finished->problem.value_or(Error{})}; // asks at once when resumed
        QJsonObject next = exports::toJson(*state);
        for (const QString &name : run.state.keys()) { // what the flow keeps beside the machine's state
            if (!next.contains(name))
                next.insert(name, run.state.value(name));
        }
        run.state = next;
        run.phase = exports::phaseName(state->phase);
    }
    run.closed = false;
    run.outcome.reset();
    run.finishedAt.reset();
    run.reason.clear();
    return store.saveRun(run);
}

} // namespace waybill::flows
