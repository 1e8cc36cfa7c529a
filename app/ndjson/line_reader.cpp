// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_reader.h"

#include <algorithm>
#include <cstring>

namespace waybill::ndjson {

/// A moving piece of the file, so that short lines cost one read for many.
class LineReader::Window
{
public:
    explicit Window(const SourceFile &file)
        : m_file(file)
    {
    }

    /// Offset of the first '\n' in [from, end), or `end`.
    std::int64_t newline(std::int64_t from, std::int64_t end)
    {
        while (from < end) {
            if (from < m_begin || from >= m_begin + m_bytes.size())
                load(from, end);
            if (m_bytes.isEmpty())
                return end;
            const char *data = m_bytes.constData() + (from - m_begin);
            const std::int64_t length = std::min<std::int64_t>(end, m_begin + m_bytes.size()) - from;
            const void *found = std::memchr(data, '\n', static_cast<std::size_t>(length));
            if (found != nullptr)
                return from + (static_cast<const char *>(found) - data);
            from += length;
        }
        return end;
    }

private:
    void load(std::int64_t from, std::int64_t end)
    {
        constexpr std::int64_t kLength = std::int64_t{128} * 1024;
        m_begin = from;
        m_bytes = m_file.read(from, std::min(kLength, end - from));
    }

    const SourceFile &m_file;
    std::int64_t m_begin = 0;
    QByteArray m_bytes;
};

LineReader::LineReader(std::shared_ptr<const SourceFile> file, std::shared_ptr<const LineIndex> index)
    : m_file(std::move(file))
    , m_index(std::move(index))
{
}

std::int64_t LineReader::lineCount() const
{
    return m_index->extent().lines();
}

std::int64_t LineReader::endOf(
    LineNumber line, std::int64_t begin, const LineIndex::Extent &extent, Window &window) const
{
    if (line.value >= extent.newlines)
        return extent.bytes; // the open last line
    // Behind a long line there is always an entry: no need to read it to find its end.
    if (const auto next = m_index->offsetOf({line.value + 1}))
        return *next - 1;
    return window.newline(begin, extent.bytes);
}

LineText LineReader::cut(LineNumber line, std::int64_t begin, std::int64_t end, bool ended, Clip clip) const
{
    LineText text{.number = line, .begin = {begin}, .length = end - begin, .bytes = {}, .ended = ended};
    if (ended) {
        const QByteArray last = m_file->read(std::max(begin, end - 1), end - begin > 0 ? 2 : 1);
        text.readable = last.endsWith('\n'); // else the file has less than it had
        if (last == "\r\n")
            --text.length;
    }
    text.clipBegin = std::clamp<std::int64_t>(clip.begin, 0, text.length);
    const std::int64_t wanted = std::clamp<std::int64_t>(clip.length, 0, text.length - text.clipBegin);
    text.bytes = m_file->read(begin + text.clipBegin, wanted);
    text.readable = text.readable && text.bytes.size() == wanted;
    return text;
}

QList<LineText> LineReader::lines(LineNumber first, int count, Clip clip) const
{
    const LineIndex::Extent extent = m_index->extent();
    const std::int64_t last = std::min(extent.lines(), first.value + count);
    QList<LineText> result;
    if (first.value < 0 || first.value >= last)
        return result;
    const LineIndex::Entry entry = m_index->entryBefore(first);
    Window window(*m_file);
    std::int64_t begin = entry.offset;
    // Lines between two entries begin within a MiB: their ends are near, the index need not be asked.
    for (std::int64_t line = entry.line; line < first.value; ++line)
        begin = std::min(window.newline(begin, extent.bytes) + 1, extent.bytes);
    for (std::int64_t line = first.value; line < last; ++line) {
        // A file that shrank meanwhile must not give negative lengths.
        const std::int64_t end = std::max(begin, endOf({line}, begin, extent, window));
        result.append(cut({line}, begin, end, line < extent.newlines, clip));
        begin = std::min(end + 1, extent.bytes);
    }
    return result;
}

LineText LineReader::lineFrom(LineNumber line, ByteOffset begin, Clip clip) const
{
    const LineIndex::Extent extent = m_index->extent();
    Window window(*m_file);
    const std::int64_t end = std::max(begin.value, endOf(line, begin.value, extent, window));
    return cut(line, begin.value, end, line.value < extent.newlines, clip);
}

} // namespace waybill::ndjson
