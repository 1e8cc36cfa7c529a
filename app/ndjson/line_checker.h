// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_density.h"
#include "ndjson/problem.h"

#include <QByteArrayView>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>
#include <optional>

namespace waybill::ndjson {

class IdSet;

/// What a file should hold, as far as the caller knows.
struct Expectation {
    std::optional<QString> resourceType; ///< the manifest's `type`; not set = any
    bool headersAllowed = false; ///< Parameters header lines of an organised export (BD-172)
    std::int64_t maxLineBytes = std::int64_t{64} * 1024 * 1024; ///< BD-167
    bool blankLinesAreProblems = false; ///< BD-163
    /// Ids seen so far; share one among the files of a run to find an id that is in two of them.
    /// Not set = duplicates are looked for inside this file only.
    std::shared_ptr<IdSet> ids;
    std::uint32_t idOwner = 0; ///< see IdSet::insert()
};

struct CheckSummary {
    std::int64_t lines = 0; ///< lines that are neither blank nor headers: what a manifest's `count` counts
    std::int64_t blankLines = 0;
    std::int64_t headerLines = 0;
    std::int64_t bytes = 0;
    std::int64_t problemCount = 0;
    std::int64_t noteCount = 0;
    QList<Problem> problems; ///< the first 1000, in file order
    QList<Problem> notes; ///< the first 1000, in file order
    LineDensity where; ///< lines with problems
    QMap<ProblemKind, std::int64_t> byKind; ///< every problem and note, counted
    QMap<QString, std::int64_t> resources; ///< by resourceType; at most 1000 names, the rest under "…"
    bool endsWithNewline = true; ///< also true for an empty file
    friend bool operator==(const CheckSummary &, const CheckSummary &) = default;
};

/// Judges an NDJSON stream line by line (BD-160 to BD-172). Feed it the bytes in any chunks; the verdict does
/// not depend on where they were cut. Memory is bounded by maxLineBytes, whatever comes. Nothing stops it:
/// every problem is counted and the next line goes on. Not thread-safe; may move between threads.
class LineChecker
{
public:
    explicit LineChecker(Expectation expectation = {});
    ~LineChecker();
    LineChecker(LineChecker &&) noexcept;
    LineChecker &operator=(LineChecker &&) noexcept;

    void add(QByteArrayView bytes);

    /// Judges what is left of the last line and hands out the summary. Once, at the end.
    CheckSummary finish();

    /// The summary of the complete lines so far; costs a copy of the lists.
    CheckSummary soFar() const;

    std::int64_t bytes() const; ///< fed so far
    std::int64_t lines() const; ///< complete resource lines so far
    std::int64_t problemCount() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace waybill::ndjson
