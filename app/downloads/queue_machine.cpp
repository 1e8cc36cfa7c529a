// SPDX-License-Identifier: Apache-2.0
#include "downloads/queue_machine.h"

#include "base/overloaded.h"
#include "downloads/words.h"

#include <algorithm>

namespace waybill::downloads {
namespace {

constexpr int kMostParallel = 10; ///< BD-145
constexpr int kMostThrottles = 50; ///< per file; far beyond what a server that recovers needs
constexpr int kMostAttempts = 200; ///< per file, also with progress every time

/// One call of advance().
class Turn
{
public:
    Turn(QueueState state, const QueueMoment &moment)
        : m_step{std::move(state), {}}
        , m_moment(moment)
    {
    }

    void on(const Begin &event);
    void on(const Ended &event);
    void on(const NoToken &event);
    void on(const Moved &event);
    void on(const NewLink &event);
    void on(const Pause &event);
    void on(const Resume &event);
    void on(const Cancel &event);
    void on(const Tick & /*event*/) { }

    QueueStep finish();

private:
    QueueState &state() { return m_step.state; }
    QueueItem &item(std::size_t index) { return m_step.state.items.at(index); }
    void order(QueueCommand command) { m_step.commands.push_back(std::move(command)); }

    void onVerified(std::size_t index, const AttemptVerified &verified);
    void onFailed(std::size_t index, const AttemptFailed &failed);
    void onUnauthorized(std::size_t index, const AttemptFailed &failed);
    void onLinkExpired(std::size_t index, const AttemptFailed &failed);
    void onTryAgain(std::size_t index, const AttemptFailed &failed);
    void onStorage(std::size_t index, const Error &error);

    void release(QueueItem &one);
    void retryAt(std::size_t index, Instant when, const Error &why);
    void settle(std::size_t index, FileState end, const Error &why);
    void stopRunning();
    void makeDueReady();
    void startSome();
    void wakeLater();

    QueueStep m_step;
    QueueMoment m_moment;
};

void Turn::on(const Begin &event)
{
    if (!state().items.empty())
        return;
    state().limit = std::clamp(state().rules.parallel, 1, kMostParallel);
    for (const FileTask &task : event.tasks) {
        QueueItem one;
        one.task = task;
        one.status.id = task.id;
        if (task.expectedBytes)
            one.status.total = ByteCount{*task.expectedBytes};
        state().ready.push_back(state().items.size());
        state().items.push_back(std::move(one));
    }
    state().unsettled = state().items.size();
}

void Turn::on(const Ended &event)
{
    QueueItem &one = item(event.item);
    const bool isCurrent = one.serial != 0 && one.serial == event.serial;
    if (isCurrent) {
        one.hadCompany = one.hadCompany || state().lastSerial > event.serial;
        release(one);
    }
    if (isFinal(one.status.state))
        return;
    if (const auto *verified = std::get_if<AttemptVerified>(&event.result))
        return onVerified(event.item, *verified);
    if (isCurrent && !state().cancelled)
        onFailed(event.item, std::get<AttemptFailed>(event.result));
}

void Turn::on(const NoToken &event)
{
    QueueItem &one = item(event.item);
    if (one.serial == 0 || one.serial != event.serial)
        return;
    release(one);
    const ErrorCode code = event.error.code;
    const bool mayPass =
        code == ErrorCode::Network || code == ErrorCode::Throttled || code == ErrorCode::ServerFailure;
    if (!mayPass) {
        state().noToken = event.error;
        return settle(event.item, FileState::Failed, event.error);
    }
    AttemptFailed failed{
        Trouble::Transient, event.error, event.error.retryAfter.value_or(std::chrono::seconds{0})};
    onTryAgain(event.item, failed);
    if (one.status.retryAt) // the others would ask the same token endpoint
        state().holdUntil = std::max(state().holdUntil, *one.status.retryAt);
}

void Turn::on(const Moved &event)
{
    QueueItem &one = item(event.item);
    if (one.serial == 0 || one.serial != event.progress.serial)
        return;
    FileStatus next = one.status;
    next.state = event.progress.state;
    next.received = ByteCount{event.progress.received};
    if (event.progress.total)
        next.total = ByteCount{*event.progress.total};
    next.lines = event.progress.lines;
    next.problemCount = event.progress.problemCount;
    const bool isNews = next.state != one.status.state || next.received != one.status.received;
    one.status = std::move(next);
    if (isNews)
        order(SayChanged{event.item});
}

void Turn::on(const NewLink &event)
{
    QueueItem &one = item(event.item);
    if (!one.awaitsLink)
        return;
    one.awaitsLink = false;
    if (event.url.isEmpty()) {
        return settle(event.item, FileState::Missing, one.status.problem.value_or(Error{}));
    }
    one.task.url = event.url;
    one.failures = 0;
    one.status.state = FileState::Waiting;
    state().ready.push_front(event.item);
    order(SayChanged{event.item});
}

void Turn::on(const Pause & /*event*/)
{
    if (state().paused || state().cancelled)
        return;
    state().paused = true;
    stopRunning();
}

void Turn::on(const Resume & /*event*/)
{
    if (!state().paused || state().cancelled)
        return;
    state().paused = false;
    state().noToken.reset();
    for (const std::size_t index : state().ready) {
        QueueItem &one = item(index);
        if (one.status.state != FileState::Paused)
            continue;
        one.status.state = FileState::Waiting;
        one.status.reason.clear();
        one.status.problem.reset();
        order(SayChanged{index});
    }
}

void Turn::on(const Cancel & /*event*/)
{
    state().cancelled = true;
    stopRunning();
}

void Turn::stopRunning()
{
    if (state().running == 0)
        return;
    order(StopAttempts{});
    for (std::size_t index = 0; index < state().items.size(); ++index) {
        QueueItem &one = item(index);
        if (one.serial == 0)
            continue;
        release(one);
        one.status.state = FileState::Paused;
        state().ready.push_front(index);
        order(SayChanged{index});
    }
}

void Turn::release(QueueItem &one)
{
    one.serial = 0;
    --state().running;
}

void Turn::onVerified(std::size_t index, const AttemptVerified &verified)
{
    QueueItem &one = item(index);
    one.awaitsLink = false;
    one.status.received = ByteCount{verified.bytes};
    one.status.total = ByteCount{verified.bytes};
    one.status.lines = verified.lines;
    one.status.problemCount = verified.problemCount;
    one.status.sha256 = verified.sha256;
    one.status.findings = verified.findings;
    settle(index, FileState::Verified, {});
    // Twice round without a complaint: one more at a time.
    const int full = std::clamp(state().rules.parallel, 1, kMostParallel);
    if (++state().goodInARow >= 2 * state().limit && state().limit < full) {
        ++state().limit;
        state().goodInARow = 0;
    }
}

void Turn::onFailed(std::size_t index, const AttemptFailed &failed)
{
    QueueItem &one = item(index);
    one.withoutGzip = one.withoutGzip || failed.cameCompressed;
    switch (failed.trouble) {
    case Trouble::Transient:
    case Trouble::Damaged:
    case Trouble::Throttled: return onTryAgain(index, failed);
    case Trouble::Unauthorized: return onUnauthorized(index, failed);
    case Trouble::LinkExpired: return onLinkExpired(index, failed);
    case Trouble::StorageFull: return onStorage(index, failed.error);
    case Trouble::BadContent:
        one.status.findings = failed.findings;
        one.status.received = ByteCount{failed.bytes};
        one.status.lines = failed.lines;
        one.status.problemCount = failed.problemCount;
        return settle(index, FileState::Failed, failed.error);
    case Trouble::Refused: return settle(index, FileState::Failed, failed.error);
    }
}

/// A new token once per file (BD-133); a server that refuses that one too does not want us. Unless another
/// file ran beside it and may have used the token up: then one at a time, each with a token of its own.
void Turn::onUnauthorized(std::size_t index, const AttemptFailed &failed)
{
    QueueItem &one = item(index);
    const bool isRefused = one.newTokenTried && !one.hadCompany;
    if (!one.task.needsToken || isRefused || one.status.attempts >= kMostAttempts)
        return settle(index, FileState::Failed, failed.error);
    if (one.newTokenTried)
        state().limit = 1;
    one.newTokenTried = !one.newTokenTried;
    order(ForgetToken{index});
    retryAt(index, m_moment.now, failed.error);
    state().later.erase({m_moment.now, index});
    state().ready.push_front(index); // before another file takes the new token
}

/// The owner looks for a new link, once per file (BD-118).
void Turn::onLinkExpired(std::size_t index, const AttemptFailed &failed)
{
    QueueItem &one = item(index);
    if (one.newLinkTried)
        return settle(index, FileState::Missing, failed.error);
    one.newLinkTried = true;
    one.awaitsLink = true;
    one.status.state = FileState::Retrying;
    one.status.reason = failed.error.what;
    one.status.problem = failed.error;
    order(SayChanged{index});
    order(AskForLink{index});
}

void Turn::onTryAgain(std::size_t index, const AttemptFailed &failed)
{
    QueueItem &one = item(index);
    const bool isThrottled = failed.trouble == Trouble::Throttled;
    one.startOver = failed.trouble == Trouble::Damaged;
    one.failures = failed.madeProgress ? 1 : one.failures + (isThrottled ? 0 : 1);
    one.throttles += isThrottled ? 1 : 0;
    const bool isPressed = isThrottled || failed.error.httpStatus == 502 || failed.error.httpStatus == 503;
    if (isPressed) {
        state().limit = std::max(1, state().limit - 1);
        state().goodInARow = 0;
    }
    if (one.failures >= state().rules.attempts || one.throttles >= kMostThrottles
        || one.status.attempts >= kMostAttempts)
        return settle(index, FileState::Failed, failed.error);
    const auto own = isThrottled && failed.serverPause.count() > 0
        ? std::chrono::milliseconds{0}
        : state().rules.backoff.delay(one.failures, m_moment.chance);
    const Instant when = m_moment.now + std::max(own, failed.serverPause);
    if (isThrottled)
        state().holdUntil = std::max(state().holdUntil, when);
    retryAt(index, when, failed.error);
}

/// Every file would meet it: pause, keep everything (F-100, F-102).
void Turn::onStorage(std::size_t index, const Error &error)
{
    QueueItem &one = item(index);
    one.status.state = FileState::Paused;
    one.status.reason = error.what;
    one.status.problem = error;
    state().ready.push_front(index);
    order(SayChanged{index});
    if (state().paused)
        return;
    state().paused = true;
    stopRunning();
    order(SayStorage{error});
}

void Turn::retryAt(std::size_t index, Instant when, const Error &why)
{
    QueueItem &one = item(index);
    one.status.state = FileState::Retrying;
    one.status.reason = why.what;
    one.status.problem = why;
    one.status.retryAt = when;
    state().later.emplace(when, index);
    order(SayChanged{index});
}

void Turn::settle(std::size_t index, FileState end, const Error &why)
{
    QueueItem &one = item(index);
    one.status.state = end;
    one.status.retryAt.reset();
    one.status.reason = why.what;
    one.status.problem = why.what.isEmpty() ? std::nullopt : std::optional(why);
    --state().unsettled;
    order(SayChanged{index});
}

void Turn::makeDueReady()
{
    while (!state().later.empty() && state().later.begin()->first <= m_moment.now) {
        state().ready.push_back(state().later.begin()->second);
        state().later.erase(state().later.begin());
    }
}

void Turn::startSome()
{
    while (state().running < state().limit && !state().ready.empty() && state().holdUntil <= m_moment.now) {
        const std::size_t index = state().ready.front();
        state().ready.pop_front();
        QueueItem &one = item(index);
        if (isFinal(one.status.state) || one.serial != 0)
            continue;
        if (one.task.needsToken && state().noToken) {
            settle(index, FileState::Failed, *state().noToken);
            continue;
        }
        one.serial = ++state().lastSerial;
        one.hadCompany = ++state().running > 1;
        ++one.status.attempts;
        one.status.state = FileState::Downloading;
        one.status.retryAt.reset();
        order(SayChanged{index});
        order(StartAttempt{index, one.serial});
    }
}

void Turn::wakeLater()
{
    std::optional<Instant> when;
    if (!state().later.empty())
        when = state().later.begin()->first;
    if (!state().ready.empty() && state().holdUntil > m_moment.now)
        when = std::min(when.value_or(state().holdUntil), state().holdUntil);
    if (when)
        order(WakeAt{*when});
}

QueueStep Turn::finish()
{
    if (!state().cancelled && !state().paused) {
        makeDueReady();
        startSome();
        wakeLater();
    }
    if (!state().cancelled && state().unsettled == 0 && !state().settledSaid) {
        state().settledSaid = true;
        order(SaySettled{});
    }
    return std::move(m_step);
}

} // namespace

QueueStep advance(QueueState state, const QueueEvent &event, const QueueMoment &moment)
{
    Turn turn(std::move(state), moment);
    std::visit([&turn](const auto &one) { turn.on(one); }, event);
    return turn.finish();
}

} // namespace waybill::downloads
