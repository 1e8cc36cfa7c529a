// SPDX-License-Identifier: Apache-2.0
#include "assistant/key_rotation.h"

#include "assistant/words.h"

#include <algorithm>

namespace waybill::assistant::rotation {

namespace {

Step only(State state)
{
    return {std::move(state), {}};
}

Step refused(State state, const QString &why)
{
    state.trouble = why;
    return only(std::move(state));
}

bool isWaitingForSet(Phase phase)
{
    return phase == Phase::Publishing || phase == Phase::Settling || phase == Phase::Ready;
}

std::chrono::seconds waitOf(const State &state)
{
    return std::max(state.maxAge, kLeastWait);
}

Step retired(const State &state)
{
    return {{}, {Retired{state.old, state.exposed}}};
}

Step start(const Begin &begin, Instant now)
{
    State state;
    state.phase = Phase::Publishing;
    state.old = begin.old;
    state.next = begin.next;
    state.pasted = begin.pasted;
    state.exposed = begin.exposed;
    state.startedAt = now;
    return only(state);
}

/// The set as it shall be is out: the wait begins, or is over at once when every hour counts.
Step settled(State state, Instant now)
{
    state.trouble.clear();
    if (!state.seenAt)
        state.seenAt = now;
    state.readyAt = state.exposed ? *state.seenAt : *state.seenAt + waitOf(state);
    state.phase = now >= *state.readyAt ? Phase::Ready : Phase::Settling;
    return only(std::move(state));
}

Step notAsWanted(State state, const QString &why)
{
    state.phase = Phase::Publishing;
    state.seenAt.reset(); // the wait begins anew when it is right again
    state.readyAt.reset();
    return refused(std::move(state), why);
}

/// Nothing is waited for, but the key that signs must be there.
Step onSetInOverlap(State state, const SetSeen &seen)
{
    state.trouble = seen.trouble;
    if (state.trouble.isEmpty() && !seen.hasNext)
        state.trouble = Words::tr("The key that signs is not in the hosted set: publish it again now.");
    return only(std::move(state));
}

Step onSet(State state, const SetSeen &seen, Instant now)
{
    state.maxAge = std::max(state.maxAge, seen.maxAge);
    if (state.phase == Phase::Overlap)
        return onSetInOverlap(std::move(state), seen);
    if (!isWaitingForSet(state.phase) && state.phase != Phase::Retiring)
        return only(std::move(state));
    if (!seen.trouble.isEmpty()) { // not read: what was seen before still counts
        return seen.wrong && state.phase != Phase::Retiring ? notAsWanted(std::move(state), seen.trouble)
                                                            : refused(std::move(state), seen.trouble);
    }
    if (state.phase == Phase::Retiring) {
        if (seen.hasNext && !seen.hasOld)
            return retired(state);
        return refused(std::move(state),
            seen.hasNext ? Words::tr("The old key is still in the hosted set.")
                         : Words::tr("The key that signs is not in the hosted set: publish it again now."));
    }
    if (!seen.hasNext)
        return notAsWanted(std::move(state), Words::tr("The new key is not in the hosted set yet."));
    if (state.exposed && seen.hasOld)
        return notAsWanted(std::move(state), Words::tr("The exposed key is still in the hosted set."));
    if (!state.exposed && !seen.hasOld) {
        return notAsWanted(std::move(state),
            Words::tr("The key that signs now is missing in the hosted set: publish both keys."));
    }
    return settled(std::move(state), now);
}

Step onPasted(const State &state, Instant now)
{
    if (!state.pasted)
        return only(state);
    if (state.phase == Phase::Retiring)
        return retired(state);
    return state.phase == Phase::Publishing ? settled(state, now) : only(state);
}

Step onTime(State state, Instant now)
{
    if (state.phase == Phase::Settling && state.readyAt && now >= *state.readyAt)
        state.phase = Phase::Ready;
    return only(std::move(state));
}

Step onTest(State state, Instant now)
{
    state = onTime(std::move(state), now).state;
    if (state.phase != Phase::Ready) {
        return state.phase == Phase::Settling
            ? refused(std::move(state), Words::tr("Servers may still hold the set without the new key."))
            : only(std::move(state));
    }
    state.phase = Phase::Testing;
    state.trouble.clear();
    const Key key = state.next;
    return {std::move(state), {AskForToken{key}}};
}

Step onGranted(State state, Instant now)
{
    if (state.phase != Phase::Testing)
        return only(std::move(state));
    const Key key = state.next;
    if (state.exposed) // it left the set before
        return {{}, {SignWith{key}, Retired{state.old, true}}};
    state.phase = Phase::Overlap;
    state.trouble.clear();
    state.switchedAt = now;
    state.retireAt = now + waitOf(state);
    return {std::move(state), {SignWith{key}}};
}

Step onRefused(State state, const TokenRefused &refusal)
{
    if (state.phase != Phase::Testing)
        return only(std::move(state));
    state.phase = Phase::Ready;
    return refused(std::move(state), refusal.why);
}

Step onOldWanted(State state)
{
    if (state.phase != Phase::Overlap)
        return only(std::move(state));
    state.phase = Phase::Ready;
    state.switchedAt.reset();
    state.retireAt.reset();
    const Key key = state.old;
    return {std::move(state), {SignWith{key}}};
}

Step onRetire(State state, const RetireWanted &wish, Instant now)
{
    if (state.phase != Phase::Overlap)
        return only(std::move(state));
    if (wish.othersWithOld > 0) {
        return refused(std::move(state),
            Words::tr("%n other practice(s) still sign with the old key: rotate them first.", nullptr,
                wish.othersWithOld));
    }
    if (wish.waybillHasOld) {
        return refused(std::move(state),
            Words::tr("The waybill that operations have signs with the old key: hand it over again first."));
    }
    if (state.retireAt && now < *state.retireAt)
        return refused(std::move(state), Words::tr("The old key must stay in the set a little longer."));
    state.phase = Phase::Retiring;
    state.trouble.clear();
    return only(std::move(state));
}

/// Nothing is waited for any more, and the old key leaves the set.
Step onExposed(State state)
{
    state.trouble.clear();
    state.exposed = true;
    if (state.phase == Phase::Overlap || state.phase == Phase::Retiring) {
        state.phase = Phase::Retiring;
    } else if (state.phase != Phase::None) {
        state.phase = Phase::Publishing;
        state.seenAt.reset();
        state.readyAt.reset();
    }
    return only(std::move(state));
}

Step onGiveUp(const State &state)
{
    return nextSigns(state) ? only(state) : Step{};
}

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

Step advance(const State &state, const Event &event, Instant now)
{
    const auto *begin = std::get_if<Begin>(&event);
    if (state.phase == Phase::None)
        return begin != nullptr ? start(*begin, now) : only(state);
    return std::visit(Overloaded{[&](const Begin &) { return only(state); },
                          [&](const SetSeen &seen) { return onSet(state, seen, now); },
                          [&](const SetPasted &) { return onPasted(state, now); },
                          [&](const TimePassed &) { return onTime(state, now); },
                          [&](const TestWanted &) { return onTest(state, now); },
                          [&](const TokenGranted &) { return onGranted(state, now); },
                          [&](const TokenRefused &refusal) { return onRefused(state, refusal); },
                          [&](const OldWanted &) { return onOldWanted(state); },
                          [&](const RetireWanted &wish) { return onRetire(state, wish, now); },
                          [&](const Exposed &) { return onExposed(state); },
                          [&](const GiveUp &) { return onGiveUp(state); }},
        event);
}

QList<Key> published(const State &state)
{
    switch (state.phase) {
    case Phase::None: return {};
    case Phase::Retiring: return {state.next};
    case Phase::Publishing:
    case Phase::Settling:
    case Phase::Ready:
    case Phase::Testing:
    case Phase::Overlap: break;
    }
    return state.exposed ? QList<Key>{state.next} : QList<Key>{state.old, state.next};
}

bool nextSigns(const State &state)
{
    return state.phase == Phase::Overlap || state.phase == Phase::Retiring;
}

} // namespace waybill::assistant::rotation
