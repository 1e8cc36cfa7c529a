// SPDX-License-Identifier: Apache-2.0
#include "exports/export_machine.h"

#include "base/overloaded.h"
#include "exports/dialect.h"
#include "exports/machine_turn.h"
#include "exports/words.h"
#include "http/origin.h"

#include <algorithm>

namespace waybill::exports {
namespace {

using practices::Outcome;

/// A wait read from the store ends at most its own length from now: a clock that was set back must not make
/// it last for years (F-113).
Wait clamped(Wait wait, Instant now)
{
    const auto span = wait.until - wait.since;
    if (wait.until - now > span) {
        wait.since = now;
        wait.until = now + span;
    }
    return wait;
}

void askAgain(Turn &turn)
{
    if (turn.job().statusUrl.isEmpty())
        return kickOff(turn);
    turn.askStatus();
}

void download(Turn &turn)
{
    Job &job = turn.job();
    job.linksRefreshed = false;
    turn.go(Downloading{}, {StartDownloads{}});
}

void onStart(Turn &turn)
{
    if (std::holds_alternative<ReadyToKickOff>(turn.phase()))
        kickOff(turn);
}

void onResume(Turn &turn)
{
    const Instant now = turn.moment.now;
    std::visit(
        Overloaded{
            [&](ReadyToKickOff ready) {
                if (!ready.wait)
                    return kickOff(turn);
                ready.wait = clamped(*ready.wait, now);
                turn.go(ready, {WakeAt{ready.wait->until}});
            },
            [&](const KickOffSent &) {
                turn.go(KickOffUnknown{{ErrorCode::Network,
                    Words::tr(
                        "Waybill was stopped before the server answered the kick-off: nobody knows whether "
                        "the export was started."),
                    {},
                    Words::tr("A second start may be refused as a duplicate; wait an hour to be sure.")}});
            },
            [&](const KickOffUnknown &) {},
            [&](Waiting waiting) {
                // The link to a further page is not stored: start from the first one.
                waiting.page = 1;
                waiting.wait = clamped(waiting.wait, now);
                turn.go(waiting, {WakeAt{waiting.wait.until}});
            },
            [&](const Polling &polling) {
                if (!polling.ifLost || polling.ifLost->until <= now)
                    return turn.askStatus();
                const Wait wait = clamped(*polling.ifLost, now);
                turn.go(Waiting{wait, 1, {}}, {WakeAt{wait.until}});
            },
            [&](const FetchingManifestPage &) { turn.askStatus(); },
            [&](const Stalled &) { askAgain(turn); },
            [&](const Downloading &) { download(turn); },
            [&](const Committing &) { turn.go(Committing{}, {Decide{}}); },
            [&](const Cancelling &) { startCancelling(turn); },
            [&](const CancelFailed &) { startCancelling(turn); },
            [&](const Finished &finished) {
                if (finished.open) {
                    ++turn.job().rounds;
                    download(turn);
                }
            },
        },
        Phase(turn.phase()));
}

void onDue(Turn &turn)
{
    const auto *ready = std::get_if<ReadyToKickOff>(&turn.phase());
    if (ready && ready->wait)
        return kickOff(turn);
    const auto *waiting = std::get_if<Waiting>(&turn.phase());
    if (!waiting)
        return;
    if (waiting->page > 1 && !turn.job().nextPage.isEmpty()) {
        const int page = waiting->page;
        turn.go(FetchingManifestPage{page}, {AskPage{turn.job().nextPage, page}});
        return;
    }
    turn.askStatus();
}

void onGoOn(Turn &turn)
{
    std::visit(Overloaded{
                   [&](const ReadyToKickOff &) { kickOff(turn); },
                   [&](const KickOffUnknown &) { kickOff(turn); }, [&](const Waiting &) { onDue(turn); },
                   [&](const Stalled &) {
                       turn.job().failures = 0;
                       turn.job().failingSince.reset();
                       askAgain(turn);
                   },
                   [&](const Committing &) { turn.go(Committing{}, {Decide{}}); },
                   [&](const CancelFailed &) { turn.askStatus(); },
                   [&](const Finished &finished) {
                       const bool mayHaveRecovered =
                           finished.outcome == Outcome::Failed || finished.outcome == Outcome::Gone;
                       if (!turn.job().refusedParameter.isEmpty()) {
                           turn.job().leftOut.append(std::exchange(turn.job().refusedParameter, {}));
                           kickOff(turn);
                       } else if (finished.outcome == Outcome::Incomplete) {
                           ++turn.job().rounds;
                           download(turn);
                       } else if (mayHaveRecovered && !turn.job().statusUrl.isEmpty()) {
                           turn.askStatus(); // "check once more" (BD-073)
                       }
                   },
                   [](const auto &) {}, // something is under way
               },
        Phase(turn.phase()));
}

/// Nothing is sent until then; afterwards one kick-off, as ever.
void onTryLater(Turn &turn, const TryLater &later)
{
    const auto *finished = std::get_if<Finished>(&turn.phase());
    if (finished == nullptr || finished->outcome != Outcome::Duplicate)
        return;
    turn.job().cancelWanted = false;
    turn.job().askAgainAt.reset();
    const Wait wait{turn.moment.now, std::max(later.at, turn.moment.now),
        Words::tr("Another export of this Group has to end first."), false};
    turn.go(ReadyToKickOff{wait}, {WakeAt{wait.until}});
}

void onCancel(Turn &turn)
{
    const Phase &phase = turn.phase();
    if (std::holds_alternative<KickOffSent>(phase)) {
        turn.job().cancelWanted = true;
        return;
    }
    if (std::holds_alternative<Committing>(phase) || std::holds_alternative<Cancelling>(phase))
        return;
    const auto *finished = std::get_if<Finished>(&phase);
    if (finished && !finished->open)
        return;
    if (!turn.job().statusUrl.isEmpty())
        return startCancelling(turn);
    std::optional<Error> problem;
    if (std::holds_alternative<KickOffUnknown>(phase)) {
        problem = Error{ErrorCode::Network,
            Words::tr(
                "Given up. If the server did start the export, it goes on there: nobody has its handle."),
            {}, Words::tr("It ends by itself; until then the server may refuse another one as a duplicate.")};
    }
    turn.finish(Outcome::Cancelled, problem);
}

void onAnswer(Turn &turn, const Answered &answer)
{
    std::visit(Overloaded{
                   [&](const KickOffSent &) { onKickOffAnswer(turn, answer); },
                   [&](const Polling &) { onStatusAnswer(turn, answer); },
                   [&](const FetchingManifestPage &fetching) { onPageAnswer(turn, fetching.page, answer); },
                   [&](const Downloading &downloading) {
                       if (downloading.refreshing)
                           onRefreshAnswer(turn, answer);
                   },
                   [&](const Cancelling &cancelling) { onCancelAnswer(turn, cancelling.confirming, answer); },
                   [](const auto &) {}, // nobody asked
               },
        Phase(turn.phase()));
}

void onTokenReady(Turn &turn)
{
    if (!std::holds_alternative<ReadyToKickOff>(turn.phase()))
        return; // cancelled in the meantime
    turn.job().kickOffAt = turn.moment.now;
    turn.go(KickOffSent{}, {SendKickOff{}});
}

void onSilence(Turn &turn, const NoAnswer &silence)
{
    std::visit(Overloaded{
                   [&](const ReadyToKickOff &) { onKickOffSilence(turn, silence); },
                   [&](const KickOffSent &) { onKickOffSilence(turn, silence); },
                   [&](const Polling &) { onStatusSilence(turn, silence); },
                   [&](const FetchingManifestPage &fetching) { onPageSilence(turn, fetching.page, silence); },
                   [&](const Downloading &downloading) {
                       if (downloading.refreshing)
                           onRefreshSilence(turn);
                   },
                   [&](const Cancelling &) { onCancelSilence(turn, silence); },
                   [](const auto &) {},
               },
        Phase(turn.phase()));
}

void onLinksExpired(Turn &turn)
{
    const auto *downloading = std::get_if<Downloading>(&turn.phase());
    if (!downloading || downloading->refreshing)
        return;
    if (std::exchange(turn.job().linksRefreshed, true)) { // once a round (BD-118)
        turn.go(Downloading{}, {RefreshLinks{}});
        return;
    }
    turn.job().manifest.reset();
    turn.go(Downloading{true}, {AskStatus{turn.job().statusUrl}});
}

void onDownloadsEnded(Turn &turn)
{
    if (std::holds_alternative<Downloading>(turn.phase()))
        turn.go(Committing{}, {Decide{}});
}

void onDecided(Turn &turn, const Decided &decided)
{
    if (std::holds_alternative<Committing>(turn.phase()))
        turn.go(Finished{decided.outcome, decided.problem, turn.moment.now, decided.open});
}

void onStorageFailed(Turn &turn, const StorageFailed &failed)
{
    // A manifest that could not be written; files have their own pause, a verdict is simply tried again.
    if (!std::holds_alternative<Committing>(turn.phase()) && !std::holds_alternative<Finished>(turn.phase()))
        turn.stall(failed.error);
}

} // namespace

Rules rulesFor(const practices::Profile &profile)
{
    Rules rules;
    rules.baseUrl = profile.fhirBaseUrl;
    rules.trustedOrigins = profile.trustedOrigins;
    rules.ecw = profile.vendor == QLatin1String("eclinicalworks");
    rules.post = dialectFromVersion(profile.bulkDataVersion) == Dialect::V4;
    if (rules.ecw)
        rules.minimumInterval = std::chrono::seconds{30}; // HT-05
    if (http::isLoopback(profile.fhirBaseUrl))
        rules.minimumInterval = std::chrono::seconds{1}; // nobody else is kept waiting on our own machine
    return rules;
}

Step advance(const Rules &rules, State state, const Event &event, const Moment &moment)
{
    Turn turn(rules, std::move(state), moment);
    std::visit(Overloaded{
                   [&](const Start &) { onStart(turn); },
                   [&](const Resume &) { onResume(turn); },
                   [&](const Due &) { onDue(turn); },
                   [&](const PollNow &) { onDue(turn); },
                   [&](const GoOn &) { onGoOn(turn); },
                   [&](const TryLater &later) { onTryLater(turn, later); },
                   [&](const Cancel &) { onCancel(turn); },
                   [&](const TokenReady &) { onTokenReady(turn); },
                   [&](const Answered &answer) { onAnswer(turn, answer); },
                   [&](const NoAnswer &silence) { onSilence(turn, silence); },
                   [&](const ManifestLost &) {
                       const bool isNeeded = std::holds_alternative<Downloading>(turn.phase())
                           || std::holds_alternative<Committing>(turn.phase());
                       if (isNeeded)
                           turn.askStatus();
                   },
                   [&](const LinksExpired &) { onLinksExpired(turn); },
                   [&](const DownloadsEnded &) { onDownloadsEnded(turn); },
                   [&](const Decided &decided) { onDecided(turn, decided); },
                   [&](const StorageFailed &failed) { onStorageFailed(turn, failed); },
               },
        event);
    return std::move(turn.step);
}

} // namespace waybill::exports
