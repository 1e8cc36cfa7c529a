// SPDX-License-Identifier: Apache-2.0
// DELETE and its confirmation (BD-090 to BD-095).
#include "exports/machine_turn.h"
#include "exports/words.h"

namespace waybill::exports {

using practices::Outcome;

void startCancelling(Turn &turn)
{
    turn.job().cancelWanted = false;
    turn.go(Cancelling{}, {StopDownloads{}, SendDelete{turn.job().statusUrl}});
}

void onCancelAnswer(Turn &turn, bool confirming, const Answered &answer)
{
    const http::Response &response = answer.response;
    const int status = response.head.status;
    if (status == 404 || status == 410) // done, whoever did it (BD-094)
        return turn.finish(Outcome::Cancelled, {});
    if (confirming) { // BD-093
        turn.go(CancelFailed{turn.serverError(ErrorCode::ServerFailure,
            Words::tr("The server accepted the cancellation but has not confirmed it yet (%1).").arg(status),
            response, Words::tr("Cancel once more in a while, to be sure."))});
        return;
    }
    if (status == 200 || status == 202 || status == 204) { // BD-090
        turn.go(Cancelling{true}, {AskStatus{turn.job().statusUrl}});
        return;
    }
    turn.go(CancelFailed{turn.serverError(ErrorCode::ServerFailure,
        Words::tr("The server did not cancel the export (%1).").arg(status), response,
        Words::tr("Cancel once more, or let it go on."))});
}

void onCancelSilence(Turn &turn, const NoAnswer &silence)
{
    Error problem = silence.error;
    problem.next = Words::tr("Cancel once more, or let it go on.");
    turn.go(CancelFailed{problem});
}

} // namespace waybill::exports
