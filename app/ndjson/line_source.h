// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QByteArray>
#include <QList>

namespace waybill::ndjson {

/// The part of each line somebody wants to see, in bytes from the line's start.
struct Clip {
    std::int64_t begin = 0;
    std::int64_t length = 4096;
};

/// One line, as far as it was asked for. Line ends ('\n', and a '\r' before it) belong to no line.
struct LineText {
    LineNumber number;
    ByteOffset begin; ///< of the line in the file
    std::int64_t length = 0; ///< of the whole line in bytes
    std::int64_t clipBegin = 0; ///< where `bytes` starts in the line
    QByteArray bytes; ///< may start and end inside a UTF-8 character
    bool ended = true; ///< false: the last line, without its '\n' (yet)
    bool readable = true; ///< false: the file has less than it had
    bool masked = false; ///< `bytes` hide the values; the file has them
    friend bool operator==(const LineText &, const LineText &) = default;
};

/// Lines by number: what a view shows. A file behind an index, or made up by a test.
/// lineCount() may grow between two calls; both are called from the GUI thread and must be quick.
class LineSource
{
public:
    virtual ~LineSource() = default;
    virtual std::int64_t lineCount() const = 0;
    /// Lines [first, first + count), fewer at the end.
    virtual QList<LineText> lines(LineNumber first, int count, Clip clip) const = 0;

    // Where only some lines of a file are shown, a line's row is not its number; `first` above is a row.
    virtual LineNumber numberOf(std::int64_t row) const { return {row}; }
    /// Of the line, or of the next one that is there.
    virtual std::int64_t rowOf(LineNumber number) const { return number.value; }
};

} // namespace waybill::ndjson
