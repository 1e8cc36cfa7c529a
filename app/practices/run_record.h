// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QJsonObject>
#include <QString>

#include <optional>

/// What the store keeps of one run. A run is one job on one server: one kick-off, one status URL.
namespace waybill::practices {

/// How a run ended; the words of `waybill-run --progress json`. Waiting: not ended, the job is kept.
enum class Outcome {
    Complete,
    CompleteWithErrors,
    Incomplete,
    Failed,
    Unauthorized,
    Duplicate,
    Waiting,
    Cancelled,
    Gone
};
QString outcomeName(Outcome outcome);
std::optional<Outcome> outcomeFromName(const QString &name);

/// One status request, as a tick on the strip of polls.
struct PollTick {
    enum class Kind { Running, Throttled, Transient, Complete, Refused, NoAnswer };
    Kind kind = Kind::Running;
    Instant at{};
    int httpStatus = 0; ///< 0 = no answer
    std::chrono::milliseconds latency{};
    QString serverText; ///< X-Progress, plain
    QString waitReason; ///< e.g. "Retry-After: 120"
    std::chrono::seconds wait{}; ///< until the next one
    friend bool operator==(const PollTick &, const PollTick &) = default;
};

enum class FileKind { Output, Error, Deleted };
enum class FileState { Waiting, Downloading, Retrying, Paused, Verifying, Verified, Failed, Missing };
QString fileKindName(FileKind kind); ///< "output", "error", "deleted"
std::optional<FileKind> fileKindFromName(const QString &name);
QString fileStateName(FileState state);
std::optional<FileState> fileStateFromName(const QString &name);
QString tickKindName(PollTick::Kind kind);
std::optional<PollTick::Kind> tickKindFromName(const QString &name);

/// A file that came to an end, good or bad. Its link is not here: signed links stay in manifest*.json.
struct FileRecord {
    FileKind kind = FileKind::Output;
    int number = 0; ///< position in the manifest within its kind, from 1: a file's identity (BD-115)
    QString type;
    QString name; ///< below the run folder
    FileState state = FileState::Waiting;
    std::int64_t bytes = 0;
    std::int64_t lines = 0;
    std::optional<std::int64_t> expectedCount;
    std::int64_t problemCount = 0;
    QString sha256;
    QString reason; ///< of Failed and Missing
    QJsonObject details; ///< problems, counts by type and severity: what report.json needs
    friend bool operator==(const FileRecord &, const FileRecord &) = default;
};

struct RunRecord {
    QString id; ///< sorts by start; also the name of the run folder
    QString baseUrl; ///< as in WatermarkKey
    QString group; ///< as in WatermarkKey
    QString profileId; ///< empty in the runner
    QString batch; ///< runs that one export planned together share it; run one after the other
    int place = 0; ///< within the batch, from 0
    QString directory; ///< absolute
    QJsonObject request; ///< what is asked, of whom; see flows/run_facts.h
    QJsonObject state; ///< exports::State, whole: holds the status URL
    QString phase; ///< one word for lists and `status`
    std::optional<Instant> startedAt; ///< kick-off sent
    std::optional<Instant> nextPollAt;
    std::optional<Instant> finishedAt;
    std::optional<Outcome> outcome; ///< may be set on an open run: Incomplete with one more try to come
    QString reason; ///< one sentence: the verdict, or why it waits
    bool closed = false; ///< nothing more will happen to it
    friend bool operator==(const RunRecord &, const RunRecord &) = default;
};

} // namespace waybill::practices
