// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_index.h"

#include <algorithm>
#include <cstring>

namespace waybill::ndjson {

LineIndex::LineIndex()
    : m_entries{Entry{}}
{
}

void LineIndex::append(QByteArrayView bytes)
{
    // Scanned without the lock, published at once: readers see whole blocks. Only this thread writes.
    Extent extent = m_extent;
    Entry last = m_entries.back();
    std::vector<Entry> found;
    const char *const begin = bytes.data();
    const char *const end = begin + bytes.size();
    const char *at = begin;
    while (const void *newline =
               at < end ? std::memchr(at, '\n', static_cast<std::size_t>(end - at)) : nullptr) {
        at = static_cast<const char *>(newline) + 1;
        ++extent.newlines;
        extent.tailBegin = extent.bytes + (at - begin);
        const std::int64_t since = extent.tailBegin - last.offset;
        if ((extent.newlines - last.line >= kLinesPerEntry && since >= kFewestBytes)
            || since >= kBytesPerEntry) {
            last = {extent.newlines, extent.tailBegin};
            found.push_back(last);
        }
    }
    extent.bytes += bytes.size();
    const std::lock_guard lock(m_mutex);
    m_entries.insert(m_entries.end(), found.begin(), found.end());
    m_extent = extent;
}

LineIndex::Extent LineIndex::extent() const
{
    const std::lock_guard lock(m_mutex);
    return m_extent;
}

LineIndex::Entry LineIndex::entryBefore(LineNumber line) const
{
    const std::lock_guard lock(m_mutex);
    const auto next = std::upper_bound(m_entries.begin() + 1, m_entries.end(), line.value,
        [](std::int64_t value, const Entry &entry) { return value < entry.line; });
    return *(next - 1);
}

std::optional<std::int64_t> LineIndex::offsetOf(LineNumber line) const
{
    const Entry entry = entryBefore(line);
    return entry.line == line.value ? std::optional(entry.offset) : std::nullopt;
}

std::int64_t LineIndex::memory() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::int64_t>(m_entries.capacity() * sizeof(Entry));
}

} // namespace waybill::ndjson
