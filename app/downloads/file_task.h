// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/units.h"
#include "ndjson/line_checker.h"
#include "practices/run_record.h"

#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>

namespace waybill::downloads {

using practices::FileKind;
using practices::FileState;

/// One file that shall be fetched.
struct FileTask {
    int id = 0; ///< the caller's handle, unique in one queue
    FileKind kind = FileKind::Output;
    QString type; ///< resource type every line must have; empty or "unknown" = any (F-055)
    QUrl url; ///< a secret when it is signed: never stored or logged with its query
    QString name; ///< below the folder, made by us (BD-146): "001.Patient.ndjson", "error/001.….ndjson"
    std::optional<std::int64_t> expectedCount = {}; ///< the manifest's `count` (BD-107)
    std::optional<std::int64_t> expectedBytes = {}; ///< the manifest's `fileSize`, decoded (BD-108)
    bool needsToken = false; ///< the manifest's requiresAccessToken; the token goes to trusted origins only
    bool headersAllowed = false; ///< outputOrganizedBy: Parameters header lines are fine (BD-172)
    bool blankLinesAreProblems = false; ///< BD-163
};

/// What was found out about a file's content; for the report.
struct FileFindings {
    ndjson::CheckSummary lines;
    QStringList notes; ///< harmless oddities of the transfer, one sentence each, e.g. gzip not announced
};

struct FileStatus {
    int id = 0;
    FileState state = FileState::Waiting;
    ByteCount received; ///< decoded bytes on disk
    std::optional<ByteCount> total; ///< decoded, when the server said so
    std::int64_t lines = 0;
    std::int64_t problemCount = 0;
    QString sha256; ///< lower-case hex, once verified
    QString reason; ///< of Retrying, Paused, Failed, Missing: in words
    std::optional<Error> problem; ///< the same for code that decides; set with `reason`
    std::optional<Instant> retryAt;
    int attempts = 0;
    std::shared_ptr<const FileFindings> findings; ///< Verified, and Failed by its content
};

/// Nothing more will happen to it by itself.
inline bool isFinal(FileState state)
{
    return state == FileState::Verified || state == FileState::Failed || state == FileState::Missing;
}

} // namespace waybill::downloads
