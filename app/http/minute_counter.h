// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>
#include <functional>

namespace waybill::http {

/// A number that belongs to one clock minute and starts at 0 in the next, kept in a file of 12 bytes and
/// changed under flock, so that all processes of this machine see the same one. Without a path, or when the
/// file cannot be used, it counts for this object alone: a full disk must not stop an export.
class MinuteCounter
{
public:
    explicit MinuteCounter(const QString &path);
    ~MinuteCounter();
    MinuteCounter(MinuteCounter &&other) noexcept;
    MinuteCounter(const MinuteCounter &) = delete;
    MinuteCounter &operator=(const MinuteCounter &) = delete;
    MinuteCounter &operator=(MinuteCounter &&) = delete;

    /// Replaces the count of `minute` (since 1970) by what `change` returns. A file from the future (the
    /// clock was set back) counts as this minute.
    void update(std::int64_t minute, const std::function<std::uint32_t(std::uint32_t)> &change);
    bool isShared() const { return m_descriptor >= 0; }

private:
    struct Count {
        std::int64_t minute = 0;
        std::uint32_t used = 0;
    };
    int m_descriptor = -1;
    Count m_own;
};

} // namespace waybill::http
