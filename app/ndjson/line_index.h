// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QByteArrayView>

#include <mutex>
#include <optional>
#include <vector>

namespace waybill::ndjson {

/// Where lines begin: sparse, one entry every 128 lines that have 64 KiB together, and one at the first line
/// start after every MiB. So a jump reads at most a MiB, a line of 200 MB is stepped over without reading it,
/// and 10 GB need 2.5 MB at most, whatever the lines. Grows while the file grows. One thread appends, any
/// thread reads.
class LineIndex
{
public:
    struct Entry {
        std::int64_t line = 0;
        std::int64_t offset = 0; ///< of the line's first byte
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    struct Extent {
        std::int64_t bytes = 0; ///< indexed so far
        std::int64_t newlines = 0;
        std::int64_t tailBegin = 0; ///< behind the last '\n'
        /// A line without its '\n' at the end is a line.
        std::int64_t lines() const { return newlines + (bytes > tailBegin ? 1 : 0); }
        friend bool operator==(const Extent &, const Extent &) = default;
    };

    static constexpr std::int64_t kLinesPerEntry = 128;
    static constexpr std::int64_t kFewestBytes = std::int64_t{64} * 1024; ///< between two entries
    static constexpr std::int64_t kBytesPerEntry = std::int64_t{1} << 20;

    LineIndex();

    /// The bytes that follow the ones indexed so far.
    void append(QByteArrayView bytes);

    Extent extent() const;
    /// The last entry at or before the line.
    Entry entryBefore(LineNumber line) const;
    /// The offset of exactly this line, if it is an entry.
    std::optional<std::int64_t> offsetOf(LineNumber line) const;

    std::int64_t memory() const; ///< bytes held

private:
    mutable std::mutex m_mutex; ///< guards m_entries and m_extent
    std::vector<Entry> m_entries; ///< ascending in both; the first is {0, 0}
    Extent m_extent;
};

} // namespace waybill::ndjson
