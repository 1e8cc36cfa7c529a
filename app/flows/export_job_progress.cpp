// SPDX-License-Identifier: Apache-2.0
// What a person may know about a job, as one value.
#include "base/overloaded.h"
#include "flows/export_job.h"
#include "flows/job_examiner.h"
#include "flows/run_facts.h"

namespace waybill::flows {
namespace {

Phase phaseOf(const exports::Phase &phase)
{
    return std::visit(Overloaded{
                          [](const exports::ReadyToKickOff &ready) {
                              return ready.wait && ready.wait->throttled ? Phase::Throttled : Phase::Starting;
                          },
                          [](const exports::KickOffSent &) { return Phase::Starting; },
                          [](const exports::KickOffUnknown &) { return Phase::KickOffUnknown; },
                          [](const exports::Waiting &waiting) {
                              if (waiting.wait.throttled)
                                  return Phase::Throttled;
                              return waiting.page > 1 ? Phase::ReadingManifest : Phase::Preparing;
                          },
                          [](const exports::Polling &) { return Phase::Preparing; },
                          [](const exports::FetchingManifestPage &) { return Phase::ReadingManifest; },
                          [](const exports::Stalled &) { return Phase::Stalled; },
                          [](const exports::Downloading &) { return Phase::Downloading; },
                          [](const exports::Committing &) { return Phase::Committing; },
                          [](const exports::Cancelling &) { return Phase::Cancelling; },
                          [](const exports::CancelFailed &) { return Phase::Stalled; },
                          [](const exports::Finished &) { return Phase::Finished; },
                      },
        phase);
}

std::optional<Error> problemOf(const exports::Phase &phase)
{
    return std::visit(
        Overloaded{
            [](const exports::KickOffUnknown &unknown) { return std::optional(unknown.problem); },
            [](const exports::Waiting &waiting) { return waiting.problem; },
            [](const exports::Stalled &stalled) { return std::optional(stalled.problem); },
            [](const exports::CancelFailed &failed) { return std::optional(failed.problem); },
            [](const exports::Finished &finished) { return finished.problem; },
            [](const auto &) { return std::optional<Error>(); },
        },
        phase);
}

bool canGoOn(const exports::State &state)
{
    const auto *finished = std::get_if<exports::Finished>(&state.phase);
    if (finished != nullptr) {
        const bool mayHaveRecovered =
            finished->outcome == Outcome::Failed || finished->outcome == Outcome::Gone;
        return finished->outcome == Outcome::Incomplete || !state.job.refusedParameter.isEmpty()
            || (mayHaveRecovered && !state.job.statusUrl.isEmpty());
    }
    return std::holds_alternative<exports::Stalled>(state.phase)
        || std::holds_alternative<exports::KickOffUnknown>(state.phase)
        || std::holds_alternative<exports::CancelFailed>(state.phase);
}

void describeWait(const exports::State &state, ExportProgress &progress)
{
    std::optional<exports::Wait> wait;
    if (const auto *waiting = std::get_if<exports::Waiting>(&state.phase))
        wait = waiting->wait;
    else if (const auto *ready = std::get_if<exports::ReadyToKickOff>(&state.phase))
        wait = ready->wait;
    if (!wait)
        return;
    progress.waitingSince = wait->since;
    progress.nextPollAt = wait->until;
    progress.waitReason = wait->reason;
}

} // namespace

ExportProgress ExportJob::progress() const
{
    const exports::State &state = m_driver->state();
    ExportProgress progress;
    progress.runId = m_run.id;
    progress.profileId = m_run.profileId;
    progress.practiceName = m_profile.practiceName;
    progress.groupId = m_profile.group.value;
    progress.types = typesOf(m_run);
    progress.since = sinceOf(m_run);
    progress.phase = phaseOf(state.phase);
    progress.startedAt = state.job.kickOffAt.value_or(m_deps.practice.clock.now());
    progress.serverText = state.job.serverText;
    progress.reportedPercent = state.job.percent;
    describeWait(state, progress);
    progress.polls = m_polls;
    progress.pollCount = m_pollCount;
    if (m_downloads)
        progress.files = m_downloads->files();
    progress.manifestExpiresAt = state.job.manifestExpiresAt;
    if (const auto token = m_deps.practice.tokens.current())
        progress.tokenExpiresAt = token->expiresAt;
    progress.transactionTime = m_transactionTime;
    progress.problem = m_problem ? m_problem : problemOf(state.phase);
    progress.notes = m_notes;
    progress.canGoOn = canGoOn(state) || m_problem.has_value();
    progress.runDirectory = m_folder.path();
    if (const auto *finished = std::get_if<exports::Finished>(&state.phase)) {
        progress.finishedAt = finished->at;
        progress.outcome = finished->outcome;
        if (m_verdict) {
            progress.verdict = m_verdict->sentence;
            progress.watermarks = m_verdict->watermark.marks;
            progress.watermarkReason = m_verdict->watermark.reason;
            progress.canAcceptErrors = m_verdict->watermark.acceptable && !m_verdict->watermark.moves;
        }
    }
    return progress;
}

RunResult ExportJob::result() const
{
    const ExportProgress now = progress();
    RunResult result;
    result.runId = now.runId;
    result.outcome = now.outcome.value_or(Outcome::Waiting);
    const bool notAuthorized = !now.outcome && now.problem && now.problem->code == ErrorCode::Unauthorized;
    if (notAuthorized)
        result.outcome = Outcome::Unauthorized; // the job is kept, but waiting alone will not help
    result.verdict = now.verdict;
    if (result.verdict.isEmpty() && now.problem)
        result.verdict = now.problem->what;
    result.runDirectory = now.runDirectory;
    result.problem = now.problem;
    return result;
}

} // namespace waybill::flows
