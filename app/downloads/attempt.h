// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/file_task.h"

#include <variant>

/// One try to get one file: what the queue orders and what the worker reports.
namespace waybill::downloads {

struct AttemptOrder {
    int id = 0; ///< of the task
    int serial = 0; ///< of the attempt, to tell a late report from the current one
    FileTask task;
    QByteArray authorization; ///< the header's value; empty = without token
    bool startOver = false; ///< the `.part` is not to be trusted
    bool withoutGzip = false; ///< a plain body can be resumed, a compressed one cannot
};

struct AttemptProgress {
    int id = 0;
    int serial = 0;
    FileState state = FileState::Downloading; ///< or Verifying
    std::int64_t received = 0; ///< decoded, on disk
    std::optional<std::int64_t> total;
    std::int64_t lines = 0;
    std::int64_t problemCount = 0;
};

/// How an attempt failed, as far as the queue acts on it.
enum class Trouble {
    Transient, ///< network, 5xx, 408: try again, from where it stopped
    Throttled, ///< 429, 503 with Retry-After: the server wants peace
    Damaged, ///< length or gzip wrong, not on the disk: try again from the start
    Unauthorized, ///< 401
    LinkExpired, ///< 403, 404, 410
    BadContent, ///< complete, but not what was promised; kept as `.bad`
    Refused, ///< nothing that trying again could mend
    StorageFull, ///< DiskFull or Storage: every file would meet it
};

struct AttemptVerified {
    std::int64_t bytes = 0;
    std::int64_t lines = 0;
    std::int64_t problemCount = 0;
    QString sha256;
    std::shared_ptr<const FileFindings> findings;
};

struct AttemptFailed {
    Trouble trouble = Trouble::Transient;
    Error error = {};
    std::chrono::milliseconds serverPause{0}; ///< what the server asked for, or the next clock minute
    bool madeProgress = false; ///< more bytes of the file are safe than before
    bool cameCompressed = false;
    std::shared_ptr<const FileFindings> findings = {}; ///< BadContent
    std::int64_t bytes = 0;
    std::int64_t lines = 0;
    std::int64_t problemCount = 0;
};

struct AttemptReport {
    int id = 0;
    int serial = 0;
    std::variant<AttemptVerified, AttemptFailed> result;
};

} // namespace waybill::downloads
