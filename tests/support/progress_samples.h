// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"

/// Runs in every phase, as the flow would report them: for states, panels and pictures.
namespace waybill::support {

inline constexpr Instant kSampleNow{std::chrono::milliseconds{1'782'270'847'000}}; // 2026-06-24T03:14:07Z

inline flows::ExportProgress startingRun()
{
    flows::ExportProgress run;
    run.runId = QStringLiteral("20260624-025600-a1");
    run.profileId = QStringLiteral("p1");
    run.practiceName = QStringLiteral("Elm Street Family Practice");
    run.groupId = QStringLiteral("diabetes-2026");
    run.types = {QStringLiteral("Patient"), QStringLiteral("Condition"), QStringLiteral("Observation"),
        QStringLiteral("Encounter"), QStringLiteral("Immunization")};
    run.since = QStringLiteral("2026-06-23T02:30:11.000Z");
    run.phase = flows::Phase::Starting;
    run.startedAt = kSampleNow - std::chrono::minutes{18};
    return run;
}

inline flows::PollTick poll(
    flows::PollTick::Kind kind, int status, std::chrono::seconds ago, const QString &words = {})
{
    return {kind, kSampleNow - ago, status, std::chrono::milliseconds{240}, words,
        QStringLiteral("Retry-After: 120"), std::chrono::seconds{120}};
}

inline flows::ExportProgress preparingRun()
{
    using Kind = flows::PollTick::Kind;
    auto run = startingRun();
    run.phase = flows::Phase::Preparing;
    run.serverText = QStringLiteral("in-progress (47%)");
    run.reportedPercent = 47;
    run.waitingSince = kSampleNow - std::chrono::seconds{48};
    run.nextPollAt = kSampleNow + std::chrono::seconds{72};
    run.waitReason = QStringLiteral("the server asked for 120 s (Retry-After)");
    run.tokenExpiresAt = kSampleNow + std::chrono::seconds{221};
    for (int i = 8; i > 1; --i)
        run.polls.append(poll(Kind::Running, 202, std::chrono::seconds{120 * i},
            QStringLiteral("in-progress (%1%)").arg(50 - 5 * i)));
    run.polls.append(poll(Kind::Throttled, 429, std::chrono::seconds{180}));
    run.polls.append(poll(Kind::NoAnswer, 0, std::chrono::seconds{120}));
    run.polls.append(poll(Kind::Transient, 502, std::chrono::seconds{90}));
    run.polls.append(poll(Kind::Running, 202, std::chrono::seconds{48}, run.serverText));
    run.pollCount = run.polls.size();
    return run;
}

inline flows::ExportProgress preparingWithoutNumber()
{
    auto run = preparingRun();
    run.serverText.clear();
    run.reportedPercent.reset();
    return run;
}

inline flows::ExportProgress throttledRun()
{
    auto run = preparingRun();
    run.phase = flows::Phase::Throttled;
    run.polls.append(poll(flows::PollTick::Kind::Throttled, 429, std::chrono::seconds{2}));
    run.waitReason = QStringLiteral("the server allows 250 requests a minute; waiting for the next minute");
    run.nextPollAt = kSampleNow + std::chrono::seconds{53};
    run.waitingSince = kSampleNow - std::chrono::seconds{2};
    return run;
}

inline flows::ExportProgress stalledRun()
{
    auto run = preparingRun();
    run.phase = flows::Phase::Stalled;
    run.nextPollAt.reset();
    run.canGoOn = true;
    run.problem =
        Error{ErrorCode::ServerFailure, QStringLiteral("The status request failed five times in a row."),
            QStringLiteral("fhir.example/export/status/17"),
            QStringLiteral("The job is kept. Go on asking, or ask the server's operator."), 502, {},
            QStringLiteral("<html><h1>502 Bad Gateway</h1></html>")};
    return run;
}

inline flows::FileProgress file(int number, const char *type, flows::FileState state, std::int64_t received,
    std::optional<std::int64_t> total)
{
    flows::FileProgress file;
    file.number = number;
    file.type = QLatin1String(type);
    file.name = QStringLiteral("%1.%2.ndjson").arg(number, 3, 10, QLatin1Char('0')).arg(file.type);
    file.state = state;
    file.received = {received};
    if (total)
        file.total = ByteCount{*total};
    file.lines = received / 2100;
    file.expectedCount = total ? std::optional(*total / 2100) : std::nullopt;
    file.attempts = 1;
    if (state == flows::FileState::Verified)
        file.sha256 = QString(64, QLatin1Char('a'));
    return file;
}

inline flows::ExportProgress downloadingRun()
{
    using flows::FileState;
    auto run = preparingRun();
    run.phase = flows::Phase::Downloading;
    run.nextPollAt.reset();
    run.polls.append(poll(flows::PollTick::Kind::Complete, 200, std::chrono::seconds{20}));
    ++run.pollCount;
    run.transactionTime = QStringLiteral("2026-06-24T02:56:01.123Z");
    run.runDirectory = QStringLiteral("/home/ops/exports/20260624-025600-a1");
    run.files = {file(1, "Patient", FileState::Verified, 2'400'000, 2'400'000),
        file(2, "Condition", FileState::Verified, 18'300'000, 18'300'000),
        file(3, "Observation", FileState::Verified, 104'857'600, 104'857'600),
        file(4, "Observation", FileState::Downloading, 61'000'000, 104'857'600),
        file(5, "Observation", FileState::Retrying, 12'000'000, 104'857'600),
        file(6, "Observation", FileState::Waiting, 0, 88'000'000),
        file(7, "Encounter", FileState::Downloading, 7'300'000, {}),
        file(8, "Immunization", FileState::Failed, 900'000, 1'000'000)};
    run.files[4].reason = QStringLiteral("HTTP 503");
    run.files[4].retryAt = kSampleNow + std::chrono::seconds{12};
    run.files[4].attempts = 3;
    run.files[7].reason = QStringLiteral("428 lines instead of the 476 the server announced");
    auto error = file(1, "OperationOutcome", FileState::Verified, 2'000, {});
    error.kind = flows::FileKind::Error;
    error.name = QStringLiteral("error/001.OperationOutcome.ndjson");
    run.files.append(error);
    return run;
}

inline flows::ExportProgress diskFullRun()
{
    auto run = downloadingRun();
    for (auto &one : run.files) {
        if (one.state == flows::FileState::Downloading || one.state == flows::FileState::Retrying) {
            one.state = flows::FileState::Paused;
            one.reason = QStringLiteral("the disk is full");
        }
    }
    run.canGoOn = true;
    run.problem = Error{ErrorCode::DiskFull, QStringLiteral("There is no space left for Observation files."),
        QStringLiteral("/home/ops/exports"), {}};
    return run;
}

inline flows::ExportProgress completeRun()
{
    auto run = downloadingRun();
    run.files.removeIf([](const auto &one) { return one.kind != flows::FileKind::Output; });
    for (auto &one : run.files)
        one = file(one.number, one.type.toLatin1().constData(), flows::FileState::Verified,
            one.total ? one.total->value : one.received.value,
            one.total ? one.total->value : one.received.value);
    run.phase = flows::Phase::Finished;
    run.finishedAt = kSampleNow;
    run.outcome = flows::Outcome::Complete;
    run.verdict = QStringLiteral("All 8 files are here and verified: 424.3 MB, 202,047 resources.");
    for (const QString &type : std::as_const(run.types))
        run.watermarks.insert(type, {run.since, run.transactionTime});
    return run;
}

inline flows::ExportProgress completeWithErrorsRun()
{
    auto run = completeRun();
    run.outcome = flows::Outcome::CompleteWithErrors;
    run.canAcceptErrors = true;
    run.verdict = QStringLiteral("All files are here, but the server reported 3 errors.");
    run.watermarkReason = QStringLiteral("the server reported 3 errors");
    for (auto &move : run.watermarks)
        move.to = move.from;
    run.notes = {QStringLiteral("The manifest's request names another Group than was asked for."),
        QStringLiteral("Two links were written with &amp; and were corrected.")};
    return run;
}

inline flows::ExportProgress failedRun()
{
    auto run = preparingRun();
    run.phase = flows::Phase::Finished;
    run.finishedAt = kSampleNow;
    run.nextPollAt.reset();
    run.outcome = flows::Outcome::Failed;
    run.verdict = QStringLiteral("The server gave the export up.");
    run.problem = Error{ErrorCode::ServerFailure, QStringLiteral("The server gave the export up."),
        QStringLiteral("fhir.example/export/status/17"),
        QStringLiteral("Ask the server's operator, then start a new export."), 500, {},
        QStringLiteral("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"fatal\"}]}")};
    return run;
}

/// Refused, because another export of the Group is at work.
inline flows::ExportProgress duplicateRun()
{
    auto run = failedRun();
    run.outcome = flows::Outcome::Duplicate;
    run.verdict = QStringLiteral("An export for this Group is already running on the server.");
    run.problem = Error{ErrorCode::Busy, run.verdict, QStringLiteral("fhir.example/Group/1/$export"), {}, 200,
        {}, QStringLiteral("Bulk operation is already in progress for the group")};
    return run;
}

} // namespace waybill::support
