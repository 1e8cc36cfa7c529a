// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/file_task.h"

namespace waybill::downloads {

/// What is known when the last byte of a file has arrived.
struct ArrivedContent {
    ndjson::CheckSummary lines;
    QByteArray start; ///< the first decoded bytes, at most kStartBytes
    QByteArray contentType; ///< media type, lower-case; empty = none, or the file was on disk
    bool declaredHtml = false;
    bool endIsProven = true; ///< Content-Length, chunks or gzip said where the end is
};
inline constexpr qsizetype kStartBytes = 4096;

/// Is it the file the manifest promised? nullopt = yes; else why not, in words: such a file is kept as `.bad`
/// and never gets its name. A single line that is not what it should be is enough: the data is not all there
/// (BD-107, BD-108, BD-140, BD-142, BD-166, F-076, F-078, F-093).
std::optional<Error> contentProblem(const FileTask &task, const ArrivedContent &content);

/// Harmless oddities, one sentence each (BD-141, BD-162).
QStringList contentNotes(const FileTask &task, const ArrivedContent &content);

} // namespace waybill::downloads
