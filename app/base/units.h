// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <chrono>
#include <compare>
#include <cstdint>

/// Units live in types: a line number cannot be passed for a byte offset.
namespace waybill {

/// A moment in UTC, to the millisecond. Instants that a server sent stay the text they were (BD-033);
/// this type is for our own clock and for arithmetic.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

inline QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}
inline Instant toInstant(const QDateTime &dateTime)
{
    return Instant{std::chrono::milliseconds{dateTime.toMSecsSinceEpoch()}};
}

/// A line of a file. 0-based inside, 1-based on screen and in every report (`shown()`).
struct LineNumber {
    std::int64_t value = 0;
    std::int64_t shown() const { return value + 1; }
    friend auto operator<=>(const LineNumber &, const LineNumber &) = default;
};

/// Bytes from the start of a file.
struct ByteOffset {
    std::int64_t value = 0;
    friend auto operator<=>(const ByteOffset &, const ByteOffset &) = default;
};

/// A number of bytes.
struct ByteCount {
    std::int64_t value = 0;
    friend auto operator<=>(const ByteCount &, const ByteCount &) = default;
};

} // namespace waybill
