// SPDX-License-Identifier: Apache-2.0
#include "presenters/monitor_state.h"

#include "models/formatting.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::ui {
namespace {

using flows::ExportProgress;
using flows::FileState;
using flows::Outcome;
using flows::Phase;
using flows::PollTick;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Monitor)
};

constexpr std::chrono::minutes kLongWait{10}; ///< from here on the clock says more than a countdown
constexpr int kTypesNamed = 4; ///< in the subtitle; the rest is counted

/// The stations of a run, in their order on the row of steps.
enum class Station { Token, KickOff, Preparing, Manifest, Download, Verify, Watermark, Count };

QString typesText(const QStringList &types)
{
    if (types.isEmpty())
        return Text::tr("all types the server offers");
    if (types.size() <= kTypesNamed)
        return types.join(QStringLiteral(", "));
    return Text::tr("%1 and %n more", nullptr, static_cast<int>(types.size()) - kTypesNamed)
        .arg(types.mid(0, kTypesNamed).join(QStringLiteral(", ")));
}

QString subtitleText(const ExportProgress &progress, Instant now)
{
    QStringList parts;
    parts.append(progress.since.isEmpty() ? Text::tr("Everything (baseline)")
                                          : Text::tr("Changes since %1").arg(progress.since));
    parts.append(typesText(progress.types));
    if (progress.jobCount > 1)
        parts.append(Text::tr("job %1 of %2").arg(progress.jobNumber).arg(progress.jobCount));
    if (progress.startedAt != Instant{}) {
        const auto spent =
            std::chrono::floor<std::chrono::seconds>(progress.finishedAt.value_or(now) - progress.startedAt);
        parts.append(progress.finishedAt
                ? Text::tr("took %1").arg(durationText(spent))
                : Text::tr("started %1, %2 ago").arg(timeText(progress.startedAt), durationText(spent)));
    }
    return parts.join(QStringLiteral(" · "));
}

struct Counted {
    int all = 0;
    int verified = 0;
    int failed = 0;
};

Counted count(const QList<flows::FileProgress> &files)
{
    Counted counted;
    for (const auto &file : files) {
        ++counted.all;
        counted.verified += file.state == FileState::Verified ? 1 : 0;
        counted.failed += file.state == FileState::Failed || file.state == FileState::Missing ? 1 : 0;
    }
    return counted;
}

/// Where the run is, or where it ended.
Station station(const ExportProgress &progress)
{
    switch (progress.phase) {
    case Phase::Starting: return progress.tokenExpiresAt ? Station::KickOff : Station::Token;
    case Phase::KickOffUnknown: return Station::KickOff;
    case Phase::Preparing:
    case Phase::Throttled:
    case Phase::Stalled:
    case Phase::Cancelling: break;
    case Phase::ReadingManifest: return Station::Manifest;
    case Phase::Downloading: return Station::Download;
    case Phase::Committing: return Station::Watermark;
    case Phase::Finished:
        if (progress.outcome == Outcome::Complete || progress.outcome == Outcome::CompleteWithErrors)
            return Station::Watermark;
        break;
    }
    if (!progress.files.isEmpty())
        return Station::Download;
    if (progress.pollCount > 0)
        return Station::Preparing;
    if (progress.phase == Phase::Finished)
        return progress.outcome == Outcome::Unauthorized ? Station::Token : Station::KickOff;
    return Station::Preparing;
}

StepLook lookHere(const ExportProgress &progress)
{
    switch (progress.phase) {
    case Phase::Throttled:
    case Phase::KickOffUnknown:
    case Phase::Stalled:
    case Phase::Cancelling: return StepLook::Waiting;
    case Phase::Finished: break;
    case Phase::Starting:
    case Phase::Preparing:
    case Phase::ReadingManifest:
    case Phase::Downloading:
    case Phase::Committing: return StepLook::Doing;
    }
    switch (progress.outcome.value_or(Outcome::Failed)) {
    case Outcome::Complete: return StepLook::Ok;
    case Outcome::CompleteWithErrors:
    case Outcome::Incomplete:
    case Outcome::Duplicate: return StepLook::Stale;
    case Outcome::Waiting: return StepLook::Waiting;
    case Outcome::Cancelled: return StepLook::Todo;
    case Outcome::Failed:
    case Outcome::Unauthorized:
    case Outcome::Gone: return StepLook::Failed;
    }
    Q_UNREACHABLE();
}

QList<MonitorStep> steps(const ExportProgress &progress)
{
    const QStringList names = {Text::tr("Token"), Text::tr("Kick-off"), Text::tr("Preparing"),
        Text::tr("Manifest"), Text::tr("Download"), Text::tr("Verify"), Text::tr("Watermark")};
    const auto here = static_cast<int>(station(progress));
    const Counted files = count(progress.files);
    QList<MonitorStep> result;
    for (int i = 0; i < names.size(); ++i) {
        MonitorStep step;
        step.name = names.at(i);
        step.look = i < here ? StepLook::Ok : i == here ? lookHere(progress) : StepLook::Todo;
        result.append(step);
    }
    auto &download = result[static_cast<int>(Station::Download)];
    auto &verify = result[static_cast<int>(Station::Verify)];
    if (files.all > 0) {
        download.detail =
            Text::tr("%1 of %2").arg(countText(files.verified + files.failed), countText(files.all));
        verify.detail = Text::tr("%1 of %2").arg(countText(files.verified), countText(files.all));
        if (files.failed > 0)
            verify.look = StepLook::Failed;
        else if (here == static_cast<int>(Station::Download) && files.verified > 0
            && progress.phase == Phase::Downloading)
            verify.look = StepLook::Doing; // each file is verified as it arrives
    }
    return result;
}

ServerReport report(const ExportProgress &progress, int highest)
{
    ServerReport report;
    report.shown = progress.phase == Phase::Preparing || progress.phase == Phase::Throttled
        || progress.phase == Phase::Stalled;
    report.working = progress.phase == Phase::Preparing;
    report.percent = progress.reportedPercent;
    report.words = progress.serverText;
    if (progress.reportedPercent) {
        report.bar = std::clamp(std::max(highest, *progress.reportedPercent), 0, 100);
        report.caption = report.bar > *progress.reportedPercent
            ? Text::tr("reported by the server: %1 % (it said %2 % before)")
                  .arg(*progress.reportedPercent)
                  .arg(report.bar)
            : Text::tr("reported by the server: %1 %").arg(*progress.reportedPercent);
    } else if (!progress.serverText.isEmpty()) {
        report.caption = Text::tr("The server reports no number.");
    } else {
        report.caption = progress.pollCount > 0
            ? Text::tr("The server reports no progress; it is still working.")
            : Text::tr("The server has not been asked yet.");
    }
    return report;
}

DownloadReport download(const ExportProgress &progress)
{
    DownloadReport report;
    report.shown = progress.phase == Phase::Downloading && !progress.files.isEmpty();
    if (!report.shown)
        return report;
    std::int64_t received = 0;
    std::int64_t expected = 0;
    bool allKnown = true;
    for (const auto &file : progress.files) {
        received += file.received.value;
        allKnown = allKnown && (file.total || file.state == FileState::Verified);
        expected +=
            file.state == FileState::Verified ? file.received.value : file.total.value_or(ByteCount{}).value;
    }
    const Counted files = count(progress.files);
    if (allKnown && expected > 0) {
        report.fraction = std::min(1.0, static_cast<double>(received) / static_cast<double>(expected));
        report.text = Text::tr("%1 of %2 · %3 of %4 files")
                          .arg(sizeText({received}), sizeText({expected}), countText(files.verified),
                              countText(files.all));
    } else {
        report.fraction = static_cast<double>(files.verified) / files.all;
        report.text = Text::tr("%1 of %2 files · %3 so far")
                          .arg(countText(files.verified), countText(files.all), sizeText({received}));
    }
    return report;
}

PollCountdown countdown(const ExportProgress &progress, Instant now)
{
    PollCountdown countdown;
    if (!progress.nextPollAt || progress.phase == Phase::Finished)
        return countdown;
    countdown.shown = true;
    countdown.left = secondsLeft(*progress.nextPollAt, now);
    countdown.span =
        progress.waitingSince ? secondsLeft(*progress.nextPollAt, *progress.waitingSince) : countdown.left;
    const bool starts = isWaitingToStart(progress);
    const QString left = clockText(countdown.left);
    countdown.text = countdown.left.count() <= 0 ? Text::tr("Checking now…")
        : starts                                 ? Text::tr("Next try in %1").arg(left)
                                                 : Text::tr("Next check in %1").arg(left);
    countdown.reason = progress.waitReason;
    countdown.atLocal = momentText(*progress.nextPollAt, now);
    if (countdown.left >= kLongWait)
        countdown.text = starts ? Text::tr("Next try %1").arg(countdown.atLocal)
                                : Text::tr("Next check %1").arg(countdown.atLocal);
    return countdown;
}

QString tokenText(const ExportProgress &progress, Instant now)
{
    if (progress.phase == Phase::Finished)
        return {};
    if (!progress.tokenExpiresAt)
        return Text::tr("No token yet");
    const auto left = secondsLeft(*progress.tokenExpiresAt, now);
    return left.count() > 0 ? Text::tr("Token valid for %1").arg(clockText(left))
                            : Text::tr("Token expired; the next request renews it");
}

QString pollSummary(const ExportProgress &progress)
{
    if (progress.pollCount == 0)
        return Text::tr("No status request yet");
    int throttled = 0;
    int troubled = 0;
    for (const PollTick &tick : progress.polls) {
        throttled += tick.kind == PollTick::Kind::Throttled ? 1 : 0;
        troubled += tick.kind == PollTick::Kind::Transient || tick.kind == PollTick::Kind::NoAnswer ? 1 : 0;
    }
    QStringList parts = {Text::tr("%n status request(s)", nullptr, static_cast<int>(progress.pollCount))};
    if (throttled > 0)
        parts.append(Text::tr("%n asked to slow down", nullptr, throttled));
    if (troubled > 0)
        parts.append(Text::tr("%n without a good answer", nullptr, troubled));
    if (!progress.polls.isEmpty())
        parts.append(Text::tr("last %1").arg(timeText(progress.polls.constLast().at)));
    return parts.join(QStringLiteral(" · "));
}

QString watermarkText(const ExportProgress &progress)
{
    if (!progress.outcome)
        return {};
    QString moved;
    for (const auto &move : progress.watermarks) {
        if (move.to != move.from)
            moved = move.to;
    }
    if (moved.isEmpty())
        return progress.watermarkReason.isEmpty()
            ? QString()
            : Text::tr("Watermark stays: %1").arg(progress.watermarkReason);
    return Text::tr("Watermark moved to %1").arg(moved);
}

MonitorActions actions(const ExportProgress &progress, const PollCountdown &countdown, bool paused)
{
    MonitorActions actions;
    const bool polling = progress.phase == Phase::Preparing || progress.phase == Phase::Throttled
        || isWaitingToStart(progress);
    actions.pollNow = polling && countdown.shown;
    actions.pollNowIsEarly = countdown.left.count() > 0;
    actions.cancel = polling || progress.phase == Phase::Stalled || progress.phase == Phase::Downloading
        || progress.phase == Phase::ReadingManifest;
    actions.goOn = progress.canGoOn;
    actions.goOnText = progress.phase == Phase::KickOffUnknown ? Text::tr("Kick off again")
        : progress.phase == Phase::Stalled                     ? Text::tr("Go on asking")
        : progress.outcome == Outcome::Cancelled               ? Text::tr("Cancel again")
                                                               : Text::tr("Try again");
    actions.settleDuplicate = progress.outcome == Outcome::Duplicate;
    actions.pause = progress.phase == Phase::Downloading && !paused;
    actions.resume = progress.phase == Phase::Downloading && paused;
    actions.acceptErrors = progress.canAcceptErrors;
    actions.release = progress.phase == Phase::Finished && progress.outcome == Outcome::Complete;
    actions.launch = progress.phase == Phase::Finished;
    actions.openFiles = !progress.runDirectory.isEmpty()
        && std::any_of(progress.files.begin(), progress.files.end(),
            [](const auto &file) { return file.state == FileState::Verified; });
    return actions;
}

QString sentence(const ExportProgress &progress)
{
    if (progress.problem && progress.problem->what == progress.verdict)
        return {}; // the message says it
    if (!progress.verdict.isEmpty())
        return progress.verdict;
    switch (progress.phase) {
    case Phase::Starting:
        return isWaitingToStart(progress)
            ? Text::tr("Waybill waits, then asks for the export again by itself. Until then nothing is sent.")
            : Text::tr("Getting a token and sending the kick-off request.");
    case Phase::KickOffUnknown:
        return Text::tr(
            "The request was sent, but no answer came back. The server may have started the job.");
    case Phase::Preparing:
        return Text::tr("The server collects the data. You can close Waybill; the job goes on.");
    case Phase::Throttled: return Text::tr("Too many requests for now. Waybill waits and goes on by itself.");
    case Phase::Stalled:
        return Text::tr("The server has not given a good answer for a while. The job is kept.");
    case Phase::ReadingManifest: return Text::tr("The export is ready. Reading which files there are.");
    case Phase::Downloading: return Text::tr("Files are fetched, counted and hashed as they arrive.");
    case Phase::Committing: return Text::tr("Everything is here; writing the report.");
    case Phase::Cancelling: return Text::tr("Asked the server to delete the job; waiting for its word.");
    case Phase::Finished: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

MonitorState monitorState(
    const ExportProgress &progress, Instant now, int highestPercent, bool paused, const QString &groupName)
{
    MonitorState state;
    state.runId = progress.runId;
    state.title = progress.groupId.isEmpty() ? progress.practiceName
        : groupName.isEmpty() || groupName == progress.groupId
        ? Text::tr("%1 · Group %2").arg(progress.practiceName, progress.groupId)
        : Text::tr("%1 · %2", "practice, name of the Group").arg(progress.practiceName, groupName);
    state.subtitle = subtitleText(progress, now);
    QStringList tip;
    if (!progress.groupId.isEmpty())
        tip.append(Text::tr("Group %1").arg(progress.groupId));
    if (progress.startedAt != Instant{})
        tip.append(Text::tr("started %1").arg(utcText(progress.startedAt)));
    state.subtitleTip = tip.join(QLatin1Char('\n'));
    state.tone = phaseTone(progress);
    state.phase = phaseWord(progress);
    state.sentence = sentence(progress);
    state.finished = progress.phase == Phase::Finished;
    state.report = report(progress, highestPercent);
    state.countdown = countdown(progress, now);
    state.download = download(progress);
    state.steps = steps(progress);
    state.tokenText = tokenText(progress, now);
    state.polls = progress.polls;
    state.pollSummary = pollSummary(progress);
    state.problem = progress.problem;
    state.notes = progress.notes;
    state.watermarkText = watermarkText(progress);
    state.actions = actions(progress, state.countdown, paused);
    return state;
}

} // namespace waybill::ui
