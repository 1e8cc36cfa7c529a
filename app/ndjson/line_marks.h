// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_judge.h"
#include "ndjson/line_reader.h"

#include <QCache>
#include <QString>

namespace waybill::ndjson {

/// The verdict on one line, for the gutter.
struct LineMark {
    enum class Kind {
        Unknown, ///< too long to judge while scrolling, or not readable
        Good,
        Note,
        Problem,
        Blank,
        Open, ///< the last line, without its '\n': judged when it has ended
    };
    Kind kind = Kind::Unknown;
    QString words; ///< one sentence for Note and Problem
    friend bool operator==(const LineMark &, const LineMark &) = default;
};

/// Judges single lines on demand and remembers the last few hundred. For the lines on screen: cheap enough to
/// ask while painting. Knows nothing of other lines: a duplicate id is found by the check of the whole file.
class LineMarks
{
public:
    LineMarks(std::shared_ptr<const LineReader> reader, QString expectedType);

    LineMark markOf(const LineText &line);
    void forget(LineNumber line); ///< it has changed: an open line went on

private:
    LineMark judge(const LineText &line);

    std::shared_ptr<const LineReader> m_reader;
    QString m_expectedType;
    LineJudge m_judge;
    QCache<qint64, LineMark> m_known; ///< by line number; open lines are not kept
};

} // namespace waybill::ndjson
