// SPDX-License-Identifier: Apache-2.0
#include "models/formatting.h"
#include "models/runs_model.h"
#include "presenters/monitor_state.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::ui {
namespace {

using flows::Outcome;
using flows::Phase;
using flows::PollTick;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Monitor)
};

QString pollWord(PollTick::Kind kind)
{
    switch (kind) {
    case PollTick::Kind::Running: return Text::tr("still working");
    case PollTick::Kind::Throttled: return Text::tr("asked to slow down");
    case PollTick::Kind::Transient: return Text::tr("server trouble, trying again");
    case PollTick::Kind::Complete: return Text::tr("ready");
    case PollTick::Kind::Refused: return Text::tr("refused");
    case PollTick::Kind::NoAnswer: return Text::tr("no answer");
    }
    Q_UNREACHABLE();
}

} // namespace

QString pollText(const PollTick &tick)
{
    QStringList parts = {timeText(tick.at), pollWord(tick.kind)};
    if (tick.httpStatus > 0)
        parts.append(Text::tr("HTTP %1").arg(tick.httpStatus));
    if (!tick.serverText.isEmpty())
        parts.append(Text::tr("“%1”").arg(tick.serverText));
    if (!tick.waitReason.isEmpty())
        parts.append(tick.waitReason);
    if (tick.latency.count() > 0)
        parts.append(Text::tr("answered in %1 ms").arg(tick.latency.count()));
    return parts.join(QStringLiteral(" · "));
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Complete: return Text::tr("Complete and verified");
    case Outcome::CompleteWithErrors: return Text::tr("Complete, with errors");
    case Outcome::Incomplete: return Text::tr("Incomplete");
    case Outcome::Failed: return Text::tr("Failed");
    case Outcome::Unauthorized: return Text::tr("Not authorised");
    case Outcome::Duplicate: return Text::tr("Already running on the server");
    case Outcome::Waiting: return Text::tr("Waiting");
    case Outcome::Cancelled: return Text::tr("Cancelled");
    case Outcome::Gone: return Text::tr("Gone from the server");
    }
    Q_UNREACHABLE();
}

bool isWaitingToStart(const flows::ExportProgress &progress)
{
    return progress.phase == Phase::Starting && progress.nextPollAt.has_value();
}

QString phaseWord(const flows::ExportProgress &progress)
{
    if (isWaitingToStart(progress))
        return Text::tr("Waiting to try again");
    if (progress.phase == Phase::Downloading && progress.problem)
        return Text::tr("Downloads paused");
    switch (progress.phase) {
    case Phase::Starting: return Text::tr("Asking for the export");
    case Phase::KickOffUnknown: return Text::tr("Answer to the kick-off lost");
    case Phase::Preparing: return Text::tr("Preparing on the server");
    case Phase::Throttled: return Text::tr("The server asks us to wait");
    case Phase::Stalled: return Text::tr("Needs your decision");
    case Phase::ReadingManifest: return Text::tr("Reading the list of files");
    case Phase::Downloading: return Text::tr("Downloading");
    case Phase::Committing: return Text::tr("Checking and finishing");
    case Phase::Cancelling: return Text::tr("Cancelling on the server");
    case Phase::Finished: return outcomeWord(progress.outcome.value_or(Outcome::Failed));
    }
    Q_UNREACHABLE();
}

QString shortPhaseWord(const flows::ExportProgress &progress)
{
    if (isWaitingToStart(progress))
        return Text::tr("waiting");
    if (progress.phase == Phase::Downloading && progress.problem)
        return Text::tr("paused");
    switch (progress.phase) {
    case Phase::Starting: return Text::tr("starting");
    case Phase::KickOffUnknown: return Text::tr("answer lost");
    case Phase::Preparing: return Text::tr("preparing");
    case Phase::Throttled: return Text::tr("waiting");
    case Phase::Stalled: return Text::tr("needs your decision");
    case Phase::ReadingManifest:
    case Phase::Downloading: return Text::tr("downloading");
    case Phase::Committing: return Text::tr("finishing");
    case Phase::Cancelling: return Text::tr("cancelling");
    case Phase::Finished: return outcomeWord(progress.outcome.value_or(Outcome::Failed));
    }
    Q_UNREACHABLE();
}

QString whatGoesOn(const flows::ExportProgress &progress)
{
    if (isWaitingToStart(progress))
        return Text::tr("nothing was started yet; Waybill tries again at its next start");
    switch (progress.phase) {
    case Phase::Starting:
    case Phase::KickOffUnknown:
        return Text::tr("the request may have reached the server; Waybill finds out at its next start");
    case Phase::Preparing:
    case Phase::Throttled:
    case Phase::Stalled:
        return Text::tr("the server goes on preparing; Waybill asks again at its next start");
    case Phase::ReadingManifest:
        return Text::tr("it is ready at the server; its files are fetched at the next start");
    case Phase::Downloading: {
        const auto verified = std::count_if(progress.files.begin(), progress.files.end(),
            [](const auto &file) { return file.state == flows::FileState::Verified; });
        return Text::tr("%1 of %2 files are here; the others are fetched at the next start")
            .arg(countText(verified), countText(progress.files.size()));
    }
    case Phase::Committing: return Text::tr("everything is here; the report is finished at the next start");
    case Phase::Cancelling:
        return Text::tr("the server was asked to delete it; its answer is read at the next start");
    case Phase::Finished: return {};
    }
    Q_UNREACHABLE();
}

Tone phaseTone(const flows::ExportProgress &progress)
{
    if (isWaitingToStart(progress))
        return Tone::Waiting;
    if (progress.phase == Phase::Downloading && progress.problem)
        return Tone::Waiting;
    switch (progress.phase) {
    case Phase::Starting:
    case Phase::Preparing:
    case Phase::ReadingManifest:
    case Phase::Downloading:
    case Phase::Committing: return Tone::Accent;
    case Phase::Throttled:
    case Phase::Cancelling: return Tone::Waiting;
    case Phase::KickOffUnknown:
    case Phase::Stalled: return Tone::Warning;
    case Phase::Finished: return toneOf(progress.outcome.value_or(Outcome::Failed));
    }
    Q_UNREACHABLE();
}

} // namespace waybill::ui
