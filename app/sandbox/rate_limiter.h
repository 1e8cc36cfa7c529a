// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/moment.h"

#include <mutex>

namespace waybill::sandbox {

/// eCW: so many calls in a clock minute per practice, then nothing until the next one begins. Thread-safe.
class RateLimiter
{
public:
    explicit RateLimiter(int perMinute) ///< 0 = no limit
        : m_perMinute(perMinute)
    {
    }
    bool allow(Moment at)
    {
        if (m_perMinute == 0)
            return true;
        const std::scoped_lock lock(m_mutex);
        const auto minute = std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count();
        if (minute != m_minute) {
            m_minute = minute;
            m_used = 0;
        }
        return m_used++ < m_perMinute;
    }

private:
    const int m_perMinute;
    std::mutex m_mutex;
    std::int64_t m_minute = 0;
    std::int64_t m_used = 0;
};

} // namespace waybill::sandbox
