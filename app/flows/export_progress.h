// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/units.h"
#include "practices/run_record.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

/// Everything a person or a log may be told about one running or finished export, as one value.
namespace waybill::flows {

enum class Phase {
    Starting, ///< token, kick-off
    KickOffUnknown, ///< the kick-off's answer was lost; a second one may be a duplicate (BD-016)
    Preparing, ///< the server works; we poll
    Throttled, ///< 429 or 503: waiting until `nextPollAt`
    Stalled, ///< too many transient failures; the job is kept, a person may go on
    ReadingManifest,
    Downloading,
    Committing, ///< verdict, report, watermark
    Cancelling,
    Finished,
};

using practices::FileKind;
using practices::FileState;
using practices::Outcome;
using practices::outcomeName; ///< the words of `waybill-run --progress json`
using practices::PollTick;

struct FileProgress {
    int number = 0; ///< position in the manifest within its kind, from 1
    FileKind kind = FileKind::Output;
    QString type; ///< resource type as the manifest says, or "unknown"
    QString name; ///< below the run folder, e.g. "001.Patient.ndjson"
    FileState state = FileState::Waiting;
    ByteCount received; ///< decoded bytes on disk
    std::optional<ByteCount> total; ///< when the server said so
    std::int64_t lines = 0;
    std::optional<std::int64_t> expectedCount;
    std::int64_t problemCount = 0;
    QString sha256; ///< lower-case hex, once verified
    QString reason; ///< of Retrying, Paused, Failed, Missing: in words
    std::optional<Instant> retryAt;
    int attempts = 0;
    friend bool operator==(const FileProgress &, const FileProgress &) = default;
};

struct WatermarkMove {
    QString from; ///< the server's own text; empty = there was none
    QString to; ///< = from when it did not move
    friend bool operator==(const WatermarkMove &, const WatermarkMove &) = default;
};

struct ExportProgress {
    QString runId;
    QString profileId; ///< empty in the runner
    QString practiceName;
    QString groupId;
    QStringList types;
    QString since; ///< the `_since` sent; empty = baseline
    int jobNumber = 1; ///< types with different watermarks run as several jobs, one after the other
    int jobCount = 1;

    Phase phase = Phase::Starting;
    Instant startedAt{};
    std::optional<Instant> finishedAt;

    QString serverText; ///< last X-Progress, plain, as sent
    std::optional<int> reportedPercent; ///< 0..100, only if the server said a number (BD-064)
    std::optional<Instant> waitingSince; ///< with nextPollAt: the span the countdown runs over
    std::optional<Instant> nextPollAt;
    QString waitReason; ///< why then: "the server asked for 120 s (Retry-After)", "our own pace"
    QList<PollTick> polls; ///< oldest first, the last 500
    std::int64_t pollCount = 0;

    QList<FileProgress> files; ///< error and deleted files last
    std::optional<Instant> manifestExpiresAt;
    std::optional<Instant> tokenExpiresAt;
    QString transactionTime; ///< the server's own text

    std::optional<Error> problem; ///< why it failed or waits
    QStringList notes; ///< warnings worth a line, oldest first
    std::optional<Outcome> outcome;
    QString verdict; ///< the outcome in one sentence
    bool canGoOn = false; ///< goOn() does something: stalled, unknown, cancel failed, files to fetch again
    bool canAcceptErrors = false; ///< complete with errors: a person may let the watermark move (BD-111)
    QMap<QString, WatermarkMove> watermarks; ///< by resource type, once decided
    QString watermarkReason; ///< why they moved or stayed
    QString runDirectory;

    friend bool operator==(const ExportProgress &, const ExportProgress &) = default;
};

} // namespace waybill::flows
