// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_search.h"
#include "ndjson/source_file.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace waybill::ndjson {

/// One matching line; its first match.
struct Hit {
    LineNumber line;
    ByteOffset begin; ///< of the line in the file
    std::int64_t column = 0; ///< of the match in the line, bytes
    std::int64_t length = 0; ///< of the match, bytes
    friend bool operator==(const Hit &, const Hit &) = default;
};

/// Where a line begins.
struct LineStart {
    LineNumber line;
    ByteOffset begin;
    friend bool operator==(const LineStart &, const LineStart &) = default;
};

struct FindBatch {
    std::vector<Hit> hits; ///< ascending; behind those of earlier batches
    std::vector<LineNumber> tooCostly; ///< lines where the expression was given up
    std::int64_t scanned = 0; ///< bytes of the file so far
    LineStart next; ///< behind the last '\n' so far: a search of what a file has grown by begins there
};

/// Looks through a file from the begin of a line up to byte `end`, line by line in meaning, in large windows
/// in fact: a match never spans lines. `onBatch` is called after each window (4 MiB, or sooner when the
/// expression is slow) in the calling thread. Memory: one window, or one line up to 64 MiB; longer lines are
/// searched in overlapping pieces. Looks at `stop` at least every 50 ms. False: the disk failed on the way.
bool findInFile(const SourceFile &file, std::int64_t end, const SearchPattern &pattern,
    const std::function<void(FindBatch)> &onBatch, const std::stop_token &stop);
/// The same for a query: its hits are the values that made it true. Lines beyond 64 MiB are too costly.
bool findInFile(const SourceFile &file, std::int64_t end, const LineSearch &search,
    const std::function<void(FindBatch)> &onBatch, const std::stop_token &stop, const LineStart &from = {});

/// All matches in one piece of a line, at most `most`, as (begin, length): for highlighting.
std::vector<std::pair<qsizetype, qsizetype>> matchesIn(
    QByteArrayView text, const SearchPattern &pattern, std::size_t most);

} // namespace waybill::ndjson
