// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/result.h"
#include "practices/run_record.h"

#include <QJsonObject>
#include <QSet>
#include <QUrl>

#include <memory>
#include <variant>

/// One export as a value. It is what the store keeps; a killed process goes on by reading it.
namespace waybill::exports {

struct Manifest;

/// Why and until when nothing is asked.
struct Wait {
    Instant since{};
    Instant until{};
    QString reason; ///< in words, e.g. "The server asked for 120 s (Retry-After)."
    bool throttled = false; ///< 429 or 503
    friend bool operator==(const Wait &, const Wait &) = default;
};

struct ReadyToKickOff {
    std::optional<Wait> wait; ///< after a refusal that may be tried again
    friend bool operator==(const ReadyToKickOff &, const ReadyToKickOff &) = default;
};
struct KickOffSent { ///< stored before the request goes out
    friend bool operator==(const KickOffSent &, const KickOffSent &) = default;
};
struct KickOffUnknown { ///< the answer was lost; there may be a job nobody has the handle of (BD-016)
    Error problem;
    friend bool operator==(const KickOffUnknown &, const KickOffUnknown &) = default;
};
struct Waiting {
    Wait wait;
    int page = 1; ///< of the manifest, asked for next; 1 = the status URL
    std::optional<Error> problem; ///< the transient failure it waits for
    friend bool operator==(const Waiting &, const Waiting &) = default;
};
struct Polling {
    /// For a process that was killed while the request was out: nobody knows how long the server then asked
    /// to be left alone; as long as the last time is the best guess (BD-062).
    std::optional<Wait> ifLost;
    friend bool operator==(const Polling &, const Polling &) = default;
};
struct FetchingManifestPage {
    int page = 2;
    friend bool operator==(const FetchingManifestPage &, const FetchingManifestPage &) = default;
};
struct Stalled { ///< needs a person or a later start; the job is kept
    Error problem;
    friend bool operator==(const Stalled &, const Stalled &) = default;
};
struct Downloading {
    bool refreshing = false; ///< asking for the manifest again because links have expired
    friend bool operator==(const Downloading &, const Downloading &) = default;
};
struct Committing { ///< verdict, report, watermark; repeated whole after a crash
    friend bool operator==(const Committing &, const Committing &) = default;
};
struct Cancelling {
    bool confirming = false; ///< DELETE was accepted, one status request proves it (BD-093)
    friend bool operator==(const Cancelling &, const Cancelling &) = default;
};
struct CancelFailed {
    Error problem;
    friend bool operator==(const CancelFailed &, const CancelFailed &) = default;
};
struct Finished {
    practices::Outcome outcome = practices::Outcome::Failed;
    std::optional<Error> problem;
    Instant at{};
    bool open = false; ///< Incomplete, and the files that are missing may be tried once more
    friend bool operator==(const Finished &, const Finished &) = default;
};

using Phase = std::variant<ReadyToKickOff, KickOffSent, KickOffUnknown, Waiting, Polling,
    FetchingManifestPage, Stalled, Downloading, Committing, Cancelling, CancelFailed, Finished>;

/// What outlives the phases. No transition clears `statusUrl`: it is the only handle on the job.
struct Job {
    QUrl statusUrl; ///< whole; empty until the server accepted
    std::optional<Instant> kickOffAt; ///< when it was sent
    std::optional<Instant> acceptedAt;
    bool separateStatus = false; ///< the server agreed to X-Export-Status (BD-006, BD-070)
    bool cancelWanted = false; ///< asked for while the kick-off was out
    QString serverText; ///< last X-Progress, plain
    std::optional<int> percent; ///< 0..100, only if the server said so
    std::optional<Instant> manifestExpiresAt;
    std::optional<Instant> serverTime; ///< its Date when the manifest came
    QString
        pageProblem; ///< why further pages of the manifest are missing; then the run is incomplete (BD-116)
    std::int64_t polls = 0;
    int unpaced = 0; ///< answers in a row without a usable Retry-After
    int failures = 0; ///< transient failures in a row
    std::optional<Instant> failingSince;
    int unreadable = 0; ///< 200 in a row that were no manifest
    QString refusedParameter; ///< the server does not know it; GoOn tries without it (BD-046)
    QStringList leftOut; ///< parameters that were given up that way
    std::optional<Instant> askAgainAt; ///< with Duplicate: when its Retry-After says so (EC-009)
    int rounds = 0; ///< how often the downloads were taken up after they had ended
    bool linksRefreshed = false; ///< in this round (BD-118)
    // Not stored: after a start the manifest is read from the run folder or asked for from its first page.
    QUrl nextPage;
    QSet<QUrl> seenPages;
    std::shared_ptr<const Manifest> manifest; ///< the pages so far
    friend bool operator==(const Job &, const Job &) = default;
};

struct State {
    Job job;
    Phase phase = ReadyToKickOff{};
    friend bool operator==(const State &, const State &) = default;
};

QString phaseName(const Phase &phase); ///< a stable word: "waiting", "downloading", …
QJsonObject toJson(const State &state);
/// Refuses what it cannot read whole, above all a newer version: better an error than a lost job.
Result<State> stateFromJson(const QJsonObject &object);

} // namespace waybill::exports
