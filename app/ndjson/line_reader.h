// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_index.h"
#include "ndjson/line_source.h"
#include "ndjson/source_file.h"

namespace waybill::ndjson {

/// The lines of a file through its index. Reads only below the index's mark, at most a MiB to find a line and
/// then the clip of each line. Thread-safe as its parts are.
class LineReader final : public LineSource
{
public:
    LineReader(std::shared_ptr<const SourceFile> file, std::shared_ptr<const LineIndex> index);

    std::int64_t lineCount() const override;
    QList<LineText> lines(LineNumber first, int count, Clip clip) const override;
    /// One line of which the begin is known: no way through the index.
    LineText lineFrom(LineNumber line, ByteOffset begin, Clip clip) const;

    const SourceFile &file() const { return *m_file; }

private:
    class Window;
    std::int64_t endOf(
        LineNumber line, std::int64_t begin, const LineIndex::Extent &extent, Window &window) const;
    LineText cut(LineNumber line, std::int64_t begin, std::int64_t end, bool ended, Clip clip) const;

    std::shared_ptr<const SourceFile> m_file;
    std::shared_ptr<const LineIndex> m_index;
};

} // namespace waybill::ndjson
