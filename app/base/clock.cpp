// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

namespace waybill {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Clock::Steady SystemClock::steady() const
{
    return std::chrono::steady_clock::now();
}

} // namespace waybill
