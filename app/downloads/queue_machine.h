// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/attempt.h"
#include "http/backoff.h"

#include <deque>
#include <set>
#include <variant>
#include <vector>

/// Which file is fetched when, as a pure function: state and event in, state and commands out. Twenty
/// thousand files cost nothing: every event touches the files it is about.
namespace waybill::downloads {

struct QueueRules {
    int parallel = 2;
    int attempts = 5; ///< per file, without progress in between
    http::Backoff backoff = {};
};

/// One file in the queue. Its place in QueueState::items is its number in here.
struct QueueItem {
    FileTask task;
    FileStatus status;
    int serial = 0; ///< of the running attempt; 0 = none
    int failures = 0; ///< in a row
    int throttles = 0;
    bool newTokenTried = false;
    bool hadCompany = false; ///< other files were under way during the last attempt
    bool newLinkTried = false;
    bool awaitsLink = false;
    bool startOver = false;
    bool withoutGzip = false;
};

struct QueueState {
    QueueRules rules;
    std::vector<QueueItem> items;
    std::deque<std::size_t> ready;
    std::set<std::pair<Instant, std::size_t>> later; ///< retries by their time
    int running = 0;
    int limit = 2; ///< parallel now: fewer when the server is pressed
    int goodInARow = 0;
    Instant holdUntil{}; ///< nothing starts before: the server asked for peace
    int lastSerial = 0;
    std::size_t unsettled = 0;
    bool paused = false;
    bool cancelled = false;
    bool settledSaid = false;
    std::optional<Error> noToken; ///< refused for good: files that need one do not ask again until Resume
};

// Events
struct Begin {
    std::vector<FileTask> tasks;
};
struct Ended { ///< an attempt; one that is not the item's current attempt counts only if it verified the file
    std::size_t item = 0;
    int serial = 0;
    std::variant<AttemptVerified, AttemptFailed> result;
};
struct NoToken { ///< the attempt could not start: no token for it
    std::size_t item = 0;
    int serial = 0;
    Error error;
};
struct Moved { ///< figures of a running attempt
    std::size_t item = 0;
    AttemptProgress progress;
};
struct NewLink {
    std::size_t item = 0;
    QUrl url; ///< empty: there is none
};
struct Pause {
};
struct Resume {
};
struct Cancel {
};
struct Tick { ///< a time that WakeAt named has come
};
using QueueEvent = std::variant<Begin, Ended, NoToken, Moved, NewLink, Pause, Resume, Cancel, Tick>;

// Commands
struct StartAttempt {
    std::size_t item = 0;
    int serial = 0;
};
struct StopAttempts {
};
struct ForgetToken { ///< the one the item's last attempt used
    std::size_t item = 0;
};
struct AskForLink {
    std::size_t item = 0;
};
struct SayChanged {
    std::size_t item = 0;
};
struct SayStorage {
    Error error;
};
struct SaySettled {
};
struct WakeAt {
    Instant when{};
};
using QueueCommand = std::variant<StartAttempt, StopAttempts, ForgetToken, AskForLink, SayChanged, SayStorage,
    SaySettled, WakeAt>;

struct QueueMoment {
    Instant now{};
    double chance = 0.0; ///< 0 to below 1: jitter
};

struct QueueStep {
    QueueState state;
    std::vector<QueueCommand> commands;
};

QueueStep advance(QueueState state, const QueueEvent &event, const QueueMoment &moment);

} // namespace waybill::downloads
