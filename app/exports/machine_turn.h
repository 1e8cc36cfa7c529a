// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/export_machine.h"
#include "exports/operation_outcome.h"
#include "exports/pacing.h"

/// What the parts of the machine share: one turn of advance(), being built. Not for others.
namespace waybill::exports {

class Turn
{
public:
    Turn(const Rules &givenRules, State state, const Moment &givenMoment)
        : rules(givenRules)
        , moment(givenMoment)
    {
        step.state = std::move(state);
    }

    Job &job() { return step.state.job; }
    Phase &phase() { return step.state.phase; }

    void go(Phase next, std::vector<Command> commands = {});
    void note(const QString &text);
    void log(const char *id, const QJsonObject &detail = {});

    void askStatus(); ///< Polling, and the request
    void wait(const Pace &pace, int page = 1, std::optional<Error> problem = {});
    void finish(practices::Outcome outcome, std::optional<Error> problem);
    void stall(Error problem);
    /// Counts a transient failure: waits, or stalls when it was the last straw (BD-072).
    void waitOrStall(const Pace &pace, int page, const Error &problem);
    void tick(const http::ResponseHead &head, practices::PollTick::Kind kind);
    void tickSilence();

    Error serverError(
        ErrorCode code, const QString &what, const http::Response &response, const QString &next = {}) const;

    const Rules &rules;
    const Moment &moment;
    Step step;
};

// By phase; each handles the answer, or its absence, to the request that is out.
void onKickOffAnswer(Turn &turn, const Answered &answer);
void onKickOffSilence(Turn &turn, const NoAnswer &silence);
void onStatusAnswer(Turn &turn, const Answered &answer);
void onStatusSilence(Turn &turn, const NoAnswer &silence);
void onPageAnswer(Turn &turn, int page, const Answered &answer);
void onPageSilence(Turn &turn, int page, const NoAnswer &silence);
void onRefreshAnswer(Turn &turn, const Answered &answer);
void onRefreshSilence(Turn &turn);
void onCancelAnswer(Turn &turn, bool confirming, const Answered &answer);
void onCancelSilence(Turn &turn, const NoAnswer &silence);

/// Gets a token first; the kick-off goes out with TokenReady.
void kickOff(Turn &turn);
/// DELETE, whatever else was going on.
void startCancelling(Turn &turn);
/// The manifest as read beforehand by the driver, else read here.
Result<Manifest> manifestIn(const Turn &turn, const Answered &answer);

} // namespace waybill::exports
