// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/export_state.h"
#include "exports/manifest.h"
#include "http/transport.h"
#include "practices/profile.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <vector>

/// The life of one export as a pure function: state and event in, state and commands out (BD-009 to BD-095).
/// The driver commits the new state before it performs a command or tells anyone.
namespace waybill::exports {

/// How to behave towards one server. Derived from the profile at each start, never stored.
struct Rules {
    QUrl baseUrl;
    QStringList trustedOrigins; ///< that may be asked with the token beside the base's own
    bool ecw = false;
    QStringList dispensable; ///< parameters of the kick-off that it can do without (BD-046)
    bool post = false; ///< the kick-off is a POST: its redirects are not followed
    std::chrono::seconds minimumInterval{5}; ///< where Retry-After is absent, zero, past or nonsense (HT-05)
    std::chrono::seconds firstBackoff{30};
    std::chrono::seconds longestBackoff{300};
    int triesBeforeStalled = 10; ///< … over at least spanBeforeStalled (BD-072)
    std::chrono::minutes spanBeforeStalled{30};
};
Rules rulesFor(const practices::Profile &profile);

struct Moment {
    Instant now{}; ///< wall clock
    double random = 0.0; ///< [0, 1): jitter
};

// Events
struct Start {
}; ///< kick off; in any other phase: nothing
struct Resume {
}; ///< the process was started again with this state
struct Due {
}; ///< the wait is over
struct PollNow {
}; ///< a person does not want to wait
struct GoOn {
}; ///< a person insists: after Stalled, KickOffUnknown, CancelFailed, an open Incomplete, a parameter refused
struct TryLater { ///< a person waits for the job that was in the way of this one (EC-009)
    Instant at{};
};
struct Cancel {
};
struct TokenReady {
}; ///< the kick-off may go out
struct Answered { ///< to the request that is out; a 401 is the second one, see AuthorizedTransport
    http::Response response;
    /// Of a 200 with a body: read beforehand, off the main thread when it is large.
    std::shared_ptr<const Result<Manifest>> manifest;
};
struct NoAnswer {
    Error error;
    bool sent = true; ///< false only if it is certain that no byte of the request left
};
struct ManifestLost {
}; ///< the stored manifest cannot be read: ask again
struct LinksExpired {
}; ///< file links answered 403, 404 or 410 (BD-118)
struct DownloadsEnded {
}; ///< every file came to an end, good or bad
struct Decided { ///< the verdict, about to be committed with this event
    practices::Outcome outcome = practices::Outcome::Failed;
    std::optional<Error> problem;
    bool open = false;
};
struct StorageFailed {
    Error error;
};
using Event = std::variant<Start, Resume, Due, PollNow, GoOn, TryLater, Cancel, TokenReady, Answered,
    NoAnswer, ManifestLost, LinksExpired, DownloadsEnded, Decided, StorageFailed>;

// Commands
/// Before KickOffSent, so that a token that cannot be had never looks like a lost kick-off. Answered with
/// TokenReady or NoAnswer{sent = false}.
struct GetToken {
};
struct SendKickOff {
};
struct AskStatus {
    QUrl url;
};
struct AskPage {
    QUrl url;
    int page = 2;
};
struct SendDelete {
    QUrl url;
};
struct WakeAt {
    Instant until{};
};
struct StoreManifest {
    int page = 1;
    QByteArray bytes;
    http::Headers headers;
};
struct KeepAnswer { ///< an answer worth keeping although it is not what was asked for (F-013, F-028)
    QString name;
    QByteArray bytes;
};
struct StartDownloads {
    std::shared_ptr<const Manifest> manifest; ///< null: read it from the run folder
};
struct RefreshLinks { ///< for the files that wait for a fresh link
    std::shared_ptr<const Manifest> manifest; ///< null: there is none
};
struct StopDownloads {
};
struct Decide {
}; ///< work out the verdict and feed Decided
using Command = std::variant<GetToken, SendKickOff, AskStatus, AskPage, SendDelete, WakeAt, StoreManifest,
    KeepAnswer, StartDownloads, RefreshLinks, StopDownloads, Decide>;

/// A row of the bulk export log (BD-224).
struct LogEvent {
    QString id; ///< "kickoff", "status_progress", …
    QJsonObject detail;
    friend bool operator==(const LogEvent &, const LogEvent &) = default;
};

struct Step {
    State state;
    std::vector<Command> commands;
    std::optional<practices::PollTick> tick; ///< committed with the state
    QStringList notes; ///< warnings worth a line
    QList<LogEvent> log;
};

Step advance(const Rules &rules, State state, const Event &event, const Moment &moment);

} // namespace waybill::exports
