// SPDX-License-Identifier: Apache-2.0
#include "exports/machine_turn.h"

#include "base/redact.h"
#include "exports/words.h"

namespace waybill::exports {

using practices::PollTick;

void Turn::go(Phase next, std::vector<Command> commands)
{
    phase() = std::move(next);
    for (Command &command : commands)
        step.commands.push_back(std::move(command));
}

void Turn::note(const QString &text)
{
    if (!text.isEmpty())
        step.notes.append(text);
}

void Turn::log(const char *id, const QJsonObject &detail)
{
    step.log.append({QLatin1String(id), detail});
}

void Turn::askStatus()
{
    std::optional<Wait> last;
    if (const auto *waiting = std::get_if<Waiting>(&phase()))
        last = waiting->wait;
    else if (const auto *polling = std::get_if<Polling>(&phase()))
        last = polling->ifLost;
    if (last)
        last = Wait{moment.now, moment.now + (last->until - last->since), last->reason, last->throttled};
    go(Polling{last}, {AskStatus{job().statusUrl}});
}

void Turn::wait(const Pace &pace, int page, std::optional<Error> problem)
{
    note(pace.note);
    go(Waiting{pace.wait, page, std::move(problem)}, {WakeAt{pace.wait.until}});
    if (step.tick) {
        step.tick->waitReason = pace.source;
        step.tick->wait = std::chrono::ceil<std::chrono::seconds>(pace.wait.until - moment.now);
    }
}

void Turn::finish(practices::Outcome outcome, std::optional<Error> problem)
{
    go(Finished{outcome, std::move(problem), moment.now, false});
}

void Turn::stall(Error problem)
{
    go(Stalled{std::move(problem)});
}

void Turn::waitOrStall(const Pace &pace, int page, const Error &problem)
{
    ++job().failures;
    if (!job().failingSince)
        job().failingSince = moment.now;
    const bool longEnough = moment.now - *job().failingSince >= rules.spanBeforeStalled;
    if (job().failures >= rules.triesBeforeStalled && longEnough) {
        note(pace.note);
        return stall(problem);
    }
    wait(pace, page, problem);
}

void Turn::tick(const http::ResponseHead &head, PollTick::Kind kind)
{
    ++job().polls;
    PollTick now;
    now.kind = kind;
    now.at = moment.now;
    now.httpStatus = head.status;
    now.latency = head.latency;
    now.serverText = plainServerText(head.headers.value("X-Progress"), 100);
    step.tick = now;
}

void Turn::tickSilence()
{
    ++job().polls;
    PollTick now;
    now.kind = PollTick::Kind::NoAnswer;
    now.at = moment.now;
    step.tick = now;
}

Error Turn::serverError(
    ErrorCode code, const QString &what, const http::Response &response, const QString &next) const
{
    Error error{code, what, placeOf(response.head.url), next};
    error.httpStatus = response.head.status;
    error.serverText = serverWords(response.body);
    return error;
}

} // namespace waybill::exports
