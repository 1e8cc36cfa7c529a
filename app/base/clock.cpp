// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <ctime>

namespace waybill {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Clock::Steady SystemClock::steady() const
{
#ifdef CLOCK_BOOTTIME
    // Unlike the monotonic clock it goes on while the machine sleeps: a wait that ended meanwhile is over.
    timespec now{};
    if (::clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return Steady{std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec}};
#endif
    return std::chrono::steady_clock::now();
}

} // namespace waybill
