// SPDX-License-Identifier: Apache-2.0
// The answers to a kick-off (BD-009 to BD-016, F-005 to F-018).
#include "auth/authorized_transport.h"
#include "base/redact.h"
#include "exports/machine_turn.h"
#include "exports/words.h"
#include "http/origin.h"

#include <QRegularExpression>

#include <algorithm>

namespace waybill::exports {
namespace {

using practices::Outcome;

/// The handle on the job: whole, absolute, without what servers put round it (BD-009, BD-011, F-008).
QUrl statusUrlIn(Turn &turn, const http::ResponseHead &head)
{
    const QByteArray raw = head.headers.value("Content-Location");
    QByteArray text = raw.trimmed();
    for (const QByteArray &quote :
        {QByteArray("\""), QByteArray("'"), QByteArray("%27"), QByteArray("%22")}) {
        if (text.startsWith(quote))
            text.remove(0, quote.size());
        if (text.endsWith(quote))
            text.chop(quote.size());
    }
    text = text.trimmed();
    if (text.isEmpty())
        return {};
    QUrl url = QUrl::fromEncoded(text, QUrl::TolerantMode);
    const bool changed = text != raw || url.hasFragment();
    url.setFragment({});
    if (url.isRelative()) {
        turn.note(Words::tr("The status URL is relative; it was resolved against the request's."));
        url = head.url.resolved(url);
    }
    if (!url.isValid() || url.host().isEmpty())
        return {};
    if (changed)
        turn.note(Words::tr("The status URL had quotes, spaces or a fragment; it was read as %1.")
                      .arg(redactedUrl(url)));
    return url;
}

bool mayAsk(const Rules &rules, const QUrl &url)
{
    return http::isAllowedScheme(url)
        && auth::trustedOrigins(rules.baseUrl, rules.trustedOrigins).contains(http::originOf(url));
}

void accepted(Turn &turn, const http::Response &response)
{
    Job &job = turn.job();
    job.statusUrl = statusUrlIn(turn, response.head);
    if (job.statusUrl.isEmpty()) { // BD-012
        return turn.finish(Outcome::Failed,
            turn.serverError(ErrorCode::ProtocolMismatch,
                Words::tr(
                    "The server accepted a job but gave no handle for it (202 without Content-Location)."),
                response, Words::tr("Ask the server's operator; another start may create a second job.")));
    }
    job.acceptedAt = turn.moment.now;
    if (!job.leftOut.isEmpty())
        turn.note(Words::tr("The kick-off was sent without %1, which the server had refused.")
                      .arg(job.leftOut.join(QStringLiteral(", "))));
    job.failures = 0;
    job.failingSince.reset();
    const QByteArray applied = response.head.headers.value("Preference-Applied");
    job.separateStatus = applied.toLower().contains("separate-export-status"); // BD-006
    if (job.cancelWanted)
        return startCancelling(turn);
    if (!mayAsk(turn.rules, job.statusUrl)) { // BD-083, F-007
        return turn.stall({ErrorCode::Unauthorized,
            Words::tr("The status URL is on another server, which has not been allowed to see the token."),
            placeOf(job.statusUrl),
            Words::tr("If %1 belongs to this practice, add it to the trusted origins and go on.")
                .arg(http::originOf(job.statusUrl).toString())});
    }
    turn.wait(paceAfter(turn.rules, response.head, 1, false, turn.moment));
}

void duplicate(Turn &turn, const http::Response &response) // EC-009
{
    const Pace pace = paceAfter(turn.rules, response.head, 1, false, turn.moment);
    turn.job().askAgainAt = pace.obeyed ? std::optional(pace.wait.until) : std::nullopt;
    turn.finish(Outcome::Duplicate,
        turn.serverError(ErrorCode::Busy,
            Words::tr("An export for this Group is already running on the server."), response,
            Words::tr("Wait until it has ended and try again, or go on with it where it was started.")));
}

void notAccepted(Turn &turn, const http::Response &response) // a 200: never a success (BD-013)
{
    if (const auto outcome = readOperationOutcome(response.body)) {
        if (isDuplicate(*outcome))
            return duplicate(turn, response);
        return turn.finish(Outcome::Failed,
            turn.serverError(
                ErrorCode::ServerFailure, Words::tr("The server did not start the export."), response));
    }
    turn.go(turn.phase(), {KeepAnswer{QStringLiteral("kick-off-answer"), response.body}});
    turn.finish(Outcome::Failed,
        turn.serverError(ErrorCode::ProtocolMismatch,
            Words::tr("The server did not run the export in the background: it answered at once (200)."),
            response, Words::tr("Its answer was kept in the run folder.")));
}

/// Codes that say "later". `exception` and `incomplete` are transient for a running job; as the answer to a
/// kick-off they say that it was refused.
bool mayPass(const OperationOutcome &outcome)
{
    return isTransient(outcome) && !outcome.hasCode(QStringLiteral("exception"))
        && !outcome.hasCode(QStringLiteral("incomplete"));
}

void tryAgain(Turn &turn, const http::Response &response, const QString &what)
{
    Job &job = turn.job();
    ++job.unpaced;
    const Pace pace = paceAfter(turn.rules, response.head, job.unpaced, true, turn.moment);
    if (job.cancelWanted)
        return turn.finish(Outcome::Cancelled, {});
    if (response.head.status == 429)
        turn.wait(pace); // as long as the server keeps saying so
    else
        turn.waitOrStall(pace, 1, turn.serverError(ErrorCode::Throttled, what, response));
    if (std::holds_alternative<Waiting>(turn.phase()))
        turn.phase() = ReadyToKickOff{pace.wait}; // there is no job to ask about yet
}

QString hintFor(int status)
{
    switch (status) {
    case 400:
    case 422:
        return Words::tr(
            "Read what the server says; a parameter it does not know can be left out, and the request's "
            "headers are in run.json.");
    case 404: return Words::tr("Check the practice code in the base URL and the Group's value.");
    case 405:
    case 501: return Words::tr("The server wants the other method: choose the Bulk Data version it speaks.");
    case 413:
    case 414: return Words::tr("Ask for fewer types, or choose a version that sends the request as POST.");
    default: return {};
    }
}

/// Which of the parameters that could be left out the server names in its complaint (BD-046).
QString parameterNamedIn(const Turn &turn, const http::Response &response)
{
    const QString words = serverWords(response.body);
    for (const QString &name : turn.rules.dispensable) {
        // Whole words only: _type is not _typeFilter.
        const QRegularExpression word(QStringLiteral("(?<![A-Za-z])%1(?![A-Za-z])").arg(name));
        if (!turn.step.state.job.leftOut.contains(name) && words.contains(word))
            return name;
    }
    return {};
}

void parameterRefused(Turn &turn, const http::Response &response)
{
    turn.finish(Outcome::Failed,
        turn.serverError(ErrorCode::ServerFailure,
            Words::tr("The server does not take the parameter %1.").arg(turn.job().refusedParameter),
            response,
            Words::tr(
                "Try again leaves it out: the export then brings more than was asked for, never less.")));
}

void refused(Turn &turn, const http::Response &response)
{
    const int status = response.head.status;
    if (status == 400 || status == 422)
        turn.job().refusedParameter = parameterNamedIn(turn, response);
    if (!turn.job().refusedParameter.isEmpty())
        return parameterRefused(turn, response);
    if (status == 401 || status == 403) { // F-010
        return turn.finish(Outcome::Unauthorized,
            turn.serverError(ErrorCode::Unauthorized, Words::tr("The server did not allow this export."),
                response,
                Words::tr("Check that the token has system/Group.read and that the Group is enabled for this "
                          "client.")));
    }
    if (status >= 300 && status < 400) { // F-018
        return turn.finish(Outcome::Failed,
            turn.serverError(ErrorCode::ProtocolMismatch,
                Words::tr("The server redirected the kick-off; it was not followed."), response,
                Words::tr("Enter the address it points to as the FHIR base URL, if you trust it.")));
    }
    const ErrorCode code = status == 404 || status == 410 ? ErrorCode::NotFound : ErrorCode::ServerFailure;
    turn.finish(Outcome::Failed,
        turn.serverError(
            code, Words::tr("The server refused the export (%1).").arg(status), response, hintFor(status)));
}

} // namespace

void kickOff(Turn &turn)
{
    turn.go(ReadyToKickOff{}, {GetToken{}});
}

void onKickOffAnswer(Turn &turn, const Answered &answer)
{
    const http::Response &response = answer.response;
    const int status = response.head.status;
    const auto outcome = status == 202 ? std::nullopt : readOperationOutcome(response.body);
    QJsonObject detail;
    if (status != 202) {
        detail.insert(QStringLiteral("errorCode"), status);
        detail.insert(QStringLiteral("errorBody"), serverWords(response.body));
    }
    turn.log("kickoff", detail);
    if (status == 202)
        return accepted(turn, response);
    if (status == 200)
        return notAccepted(turn, response);
    if (outcome && isDuplicate(*outcome)) // F-012
        return duplicate(turn, response);
    if (status == 429) // BD-015
        return tryAgain(turn, response, Words::tr("The server wants fewer requests (429)."));
    if (status == 503 || (status >= 500 && outcome && mayPass(*outcome)))
        return tryAgain(turn, response, Words::tr("The server is not available (%1).").arg(status));
    if (status == 502 || status == 504 || status == 408) {
        // A gateway gave up; what stands behind it may have started the job.
        turn.go(KickOffUnknown{turn.serverError(ErrorCode::Network,
            Words::tr("A gateway gave up waiting: nobody knows whether the export was started."), response,
            Words::tr("A second start may be refused as a duplicate."))});
        return;
    }
    refused(turn, response);
}

void onKickOffSilence(Turn &turn, const NoAnswer &silence)
{
    if (silence.error.code == ErrorCode::Unauthorized)
        return turn.finish(Outcome::Unauthorized, silence.error); // the token was refused: nothing was sent
    if (silence.sent) { // BD-016, F-017
        turn.log("kickoff", {{QStringLiteral("errorBody"), silence.error.what}});
        Error problem = silence.error;
        problem.what =
            Words::tr("The answer to the kick-off was lost: nobody knows whether the export was started.");
        problem.next = Words::tr("A second start may be refused as a duplicate; wait an hour to be sure.");
        turn.go(KickOffUnknown{problem});
        return;
    }
    if (turn.job().cancelWanted)
        return turn.finish(Outcome::Cancelled, {});
    ++turn.job().unpaced;
    const Pace pace = paceAfterSilence(turn.rules, turn.job().unpaced, turn.moment);
    turn.waitOrStall(pace, 1, silence.error);
    if (std::holds_alternative<Waiting>(turn.phase()))
        turn.phase() = ReadyToKickOff{pace.wait};
}

} // namespace waybill::exports
