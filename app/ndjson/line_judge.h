// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/problem.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace waybill::ndjson {

/// What one line is. The views point into the judge and stay valid until its next call.
struct LineVerdict {
    bool blank = false; ///< nothing but white space
    std::optional<ProblemKind> problem; ///< of the JSON itself; resourceType is the caller's business
    qsizetype problemAt = 0; ///< byte offset in the line
    bool byteOrderMark = false;
    bool duplicateKey = false;
    bool loneSurrogate = false;
    bool nulEscape = false;
    bool hugeNumber = false;
    bool emptyValue = false; ///< "", {}, [] or a null beside a key, below the outermost object
    bool badDate = false; ///< see isDateElement()
    QByteArrayView resourceType; ///< null = the object has none, or it is not a string
    QByteArrayView id; ///< null = none, or not a string
};

/// Judges one line by the fast parser; what that refuses is judged again by the strict standard, because
/// legal JSON (40-digit integers, 1e400) must not be called bad. Keeps its buffers: make one and use it
/// often.
class LineJudge
{
public:
    LineJudge();
    ~LineJudge();
    LineJudge(LineJudge &&) noexcept;
    LineJudge &operator=(LineJudge &&) noexcept;

    /// Bytes that must be readable, whatever they hold, behind a line handed to judgePadded().
    static constexpr qsizetype kPadding = 64;

    /// `line`: without its '\n'; a '\r' at its end is white space to JSON. Copies the line.
    LineVerdict judge(QByteArrayView line);
    /// The same without a copy, for callers with kPadding readable bytes behind the line.
    LineVerdict judgePadded(QByteArrayView line);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// False for the types that are fine without an id: what wraps others, and what tells of an error.
bool needsId(QByteArrayView resourceType);

/// Offset of the first byte that is not part of well-formed UTF-8, or -1.
qsizetype firstInvalidUtf8(QByteArrayView bytes);

} // namespace waybill::ndjson
