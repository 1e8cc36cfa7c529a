// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"
#include "practices/profile.h"

#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>
#include <variant>

/// The change of a practice's key (SB-032): the new key is published beside the old one, servers get the time
/// to see it, a token is granted to it, then it signs, and only then the old one leaves the set. A key that
/// was exposed leaves at once. Rules only: no clock, no network, no files.
namespace waybill::assistant::rotation {

/// A server may keep a copy of the set as long as its Cache-Control says; a day at least.
constexpr std::chrono::seconds kLeastWait = std::chrono::hours{24};

struct Key {
    QString thumbprint;
    QString keyId;
    QString algorithm; ///< "RS384"
    practices::KeyReference where;
    friend bool operator==(const Key &, const Key &) = default;
};

enum class Phase {
    None, ///< one key, nothing to do
    Publishing, ///< the set with the new key is not seen at its place yet
    Settling, ///< it is; servers may still hold an older copy
    Ready, ///< the new key may sign
    Testing, ///< a token is asked for with it
    Overlap, ///< it signs; the old key stays in the set for a while
    Retiring ///< the set without the old key is not seen at its place yet
};

struct State {
    Phase phase = Phase::None;
    bool exposed = false; ///< the old key is in wrong hands: no overlap, no waiting
    bool pasted = false; ///< the set is pasted at a portal: a person says when
    Key old; ///< what signed when the rotation began
    Key next;
    std::optional<Instant> startedAt;
    std::optional<Instant> seenAt; ///< the hosted copy had both
    std::optional<Instant> readyAt; ///< from then on the new key may sign
    std::optional<Instant> switchedAt; ///< a token was granted to the new key
    std::optional<Instant> retireAt; ///< from then on the old key may leave the set
    std::chrono::seconds maxAge{0}; ///< of the hosted copy, the longest that was seen
    QString trouble; ///< why the last step did not succeed; plain, translated
    friend bool operator==(const State &, const State &) = default;
};

// What happens.
struct Begin {
    Key old;
    Key next;
    bool pasted = false;
    bool exposed = false;
};
struct SetSeen { ///< a look at the hosted copy
    bool hasOld = false; ///< … the same key under its ID, once
    bool hasNext = false;
    std::chrono::seconds maxAge{0};
    QString trouble = {}; ///< why it could not be read, or what else is wrong with it
    bool wrong = false; ///< it was read, and must not stay as it is: what was seen before counts no more
};
struct SetPasted {
}; ///< a person says that the portal has the set
struct TimePassed {
};
struct TestWanted {
};
struct TokenGranted {
};
struct TokenRefused {
    QString why;
};
struct OldWanted {
}; ///< the old key shall sign again
struct RetireWanted {
    int othersWithOld = 0; ///< practices that still sign with it
    bool waybillHasOld = false; ///< what was handed over to operations names it
};
struct Exposed {
}; ///< the old key fell into wrong hands while the rotation runs
struct GiveUp {
};
using Event = std::variant<Begin, SetSeen, SetPasted, TimePassed, TestWanted, TokenGranted, TokenRefused,
    OldWanted, RetireWanted, Exposed, GiveUp>;

// What to do.
struct AskForToken { ///< with `key`, through the practice's own token endpoint
    Key key;
};
struct SignWith { ///< from now on
    Key key;
};
struct Retired { ///< out of the set for good
    Key key;
    bool exposed = false;
};
using Command = std::variant<AskForToken, SignWith, Retired>;

struct Step {
    State state;
    QList<Command> commands;
};

Step advance(const State &state, const Event &event, Instant now);

/// The keys that the published set shall hold now, oldest first.
QList<Key> published(const State &state);
/// Who signs: the old key until a token was granted to the new one.
bool nextSigns(const State &state);

QJsonObject toJson(const State &state);
State stateFromJson(const QJsonObject &object); ///< Phase::None for anything else; a test under way is Ready

} // namespace waybill::assistant::rotation
