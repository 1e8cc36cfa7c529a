// SPDX-License-Identifier: Apache-2.0
// The answers to a status request (BD-060 to BD-083, F-021 to F-032).
#include "base/redact.h"
#include "exports/job_status.h"
#include "exports/machine_turn.h"
#include "exports/manifest_pages.h"
#include "exports/words.h"

#include <algorithm>
#include <array>

namespace waybill::exports {
namespace {

using practices::Outcome;
using Tick = practices::PollTick::Kind;

/// "not a manifest" three times in a row is not bad luck any more (F-027, F-028).
constexpr int kUnreadableLimit = 3;

void forgetFailures(Job &job)
{
    job.failures = 0;
    job.failingSince.reset();
    job.unreadable = 0;
}

Pace nextPace(Turn &turn, const http::ResponseHead &head)
{
    Job &job = turn.job();
    Pace pace = paceAfter(turn.rules, head, job.unpaced + 1, true, turn.moment);
    job.unpaced = pace.obeyed ? 0 : job.unpaced + 1;
    return pace;
}

void running(Turn &turn, const http::Response &response)
{
    Job &job = turn.job();
    forgetFailures(job);
    turn.tick(response.head, Tick::Running);
    job.serverText = turn.step.tick->serverText;
    job.percent = percentIn(response.head.headers.value("X-Progress"));
    turn.log("status_progress",
        {{QStringLiteral("xProgress"), job.serverText},
            {QStringLiteral("retryAfter"), plainServerText(response.head.headers.value("Retry-After"), 60)}});
    turn.wait(nextPace(turn, response.head));
}

void throttled(Turn &turn, const http::Response &response)
{
    turn.tick(response.head, Tick::Throttled);
    const Error problem = turn.serverError(ErrorCode::Throttled,
        Words::tr("The server wants fewer requests (%1).").arg(response.head.status), response);
    turn.wait(nextPace(turn, response.head), 1, problem);
}

void transient(Turn &turn, const http::Response &response)
{
    turn.tick(response.head, response.head.status == 503 ? Tick::Throttled : Tick::Transient);
    const Error problem = turn.serverError(ErrorCode::ServerFailure,
        Words::tr("The server has a passing problem (%1); the job is not lost.").arg(response.head.status),
        response);
    turn.waitOrStall(nextPace(turn, response.head), 1, problem);
}

void failed(Turn &turn, Outcome outcome, const Error &error)
{
    turn.log("status_error",
        {{QStringLiteral("code"), error.httpStatus.value_or(0)}, {QStringLiteral("message"), error.what},
            {QStringLiteral("body"), error.serverText}});
    turn.finish(outcome, error);
}

void refused(Turn &turn, const http::Response &response) // BD-076, BD-077
{
    turn.tick(response.head, Tick::Refused);
    // eCW: 401 also says that the Group is unknown or not enabled for this client.
    turn.stall(turn.serverError(ErrorCode::Unauthorized,
        Words::tr(
            "The server does not let us see the export any more: a sign-in problem, or the Group is not "
            "authorized."),
        response, Words::tr("The job is kept. Check client, key and Group, then go on.")));
}

void gone(Turn &turn, const http::Response &response) // BD-075, BD-076
{
    turn.tick(response.head, Tick::Refused);
    failed(turn, Outcome::Gone,
        turn.serverError(ErrorCode::NotFound, Words::tr("The server does not know this export any more."),
            response, Words::tr("Start a new export; the watermark has not moved, so nothing is skipped.")));
}

void jobFailed(Turn &turn, const http::Response &response) // BD-073
{
    turn.tick(response.head, Tick::Refused);
    failed(turn, Outcome::Failed,
        turn.serverError(ErrorCode::ServerFailure, Words::tr("The export failed on the server."), response,
            Words::tr("Start a new export, or ask once more if the server may have recovered.")));
}

/// 200 with something else than a manifest.
void notAManifest(Turn &turn, const http::Response &response, const Error &why)
{
    const auto outcome = readOperationOutcome(response.body);
    if (outcome && !isTransient(*outcome) && isSerious(*outcome)) // BD-068
        return jobFailed(turn, response);
    Job &job = turn.job();
    if (outcome) { // a notice, or a passing trouble
        turn.tick(response.head, Tick::Transient);
        turn.waitOrStall(nextPace(turn, response.head), 1,
            turn.serverError(ErrorCode::ServerFailure,
                Words::tr("The server sent a notice instead of the manifest."), response));
        return;
    }
    turn.tick(response.head, Tick::Transient);
    Error problem = why;
    problem.where = placeOf(response.head.url);
    problem.httpStatus = response.head.status;
    if (problem.serverText.isEmpty())
        problem.serverText = serverWords(response.body.left(4096));
    if (++job.unreadable < kUnreadableLimit)
        return turn.wait(nextPace(turn, response.head), 1, problem);
    turn.go(turn.phase(), {KeepAnswer{QStringLiteral("manifest-unreadable"), response.body}});
    job.unreadable = 0;
    problem.next = Words::tr("The job is kept and the answer lies in the run folder. Try again later.");
    turn.stall(problem);
}

void answeredByStatus(Turn &turn, const Answered &answer, int status)
{
    const http::Response &response = answer.response;
    const auto outcome = status >= 400 ? readOperationOutcome(response.body) : std::nullopt;
    if (status == 202)
        return running(turn, response);
    if (status == 429)
        return throttled(turn, response);
    if (status == 401 || status == 403)
        return refused(turn, response);
    if (status == 404 || status == 410)
        return gone(turn, response);
    if (outcome && isTransient(*outcome)) // BD-071
        return transient(turn, response);
    if (status == 408 || status == 502 || status == 503 || status == 504) // BD-072, BD-078
        return transient(turn, response);
    if (status >= 500 && !outcome)
        return transient(turn, response);
    if (status >= 300 && status < 400)
        return transient(turn, response); // not followed: another origin, e.g. a portal's sign-in page
    jobFailed(turn, response);
}

} // namespace

Result<Manifest> manifestIn(const Turn &turn, const Answered &answer)
{
    if (answer.manifest)
        return *answer.manifest;
    return readManifest(answer.response.body, {answer.response.head.url, turn.rules.ecw});
}

void onStatusAnswer(Turn &turn, const Answered &answer)
{
    const http::Response &response = answer.response;
    const JobStatus status = jobStatus(response.head, turn.job().separateStatus);
    turn.note(status.note);
    if (status.code != 200)
        return answeredByStatus(turn, answer, status.code);
    const Result<Manifest> manifest = manifestIn(turn, answer);
    if (!manifest)
        return notAManifest(turn, response, manifest.error());
    forgetFailures(turn.job());
    turn.job().unpaced = 0;
    turn.tick(response.head, Tick::Complete);
    takeFirstPage(turn, *manifest, response);
}

void onStatusSilence(Turn &turn, const NoAnswer &silence)
{
    turn.tickSilence();
    static constexpr std::array kNeedsAPerson{
        ErrorCode::Unauthorized, ErrorCode::Storage, ErrorCode::Internal, ErrorCode::InvalidInput};
    const bool needsAPerson =
        std::find(kNeedsAPerson.begin(), kNeedsAPerson.end(), silence.error.code) != kNeedsAPerson.end();
    if (needsAPerson) // above all: the token was refused, or the origin may not see it
        return turn.stall(silence.error);
    Job &job = turn.job();
    ++job.unpaced;
    turn.waitOrStall(paceAfterSilence(turn.rules, job.unpaced, turn.moment), 1, silence.error);
}

} // namespace waybill::exports
