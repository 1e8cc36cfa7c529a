// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

namespace waybill::test {

/// Processor time, not the clock on the wall: the machine may be busy with other things.
class ProcessorTime
{
public:
    long milliseconds() const { return 1000 * (std::clock() - m_start) / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

/// Sanitizers slow everything down tenfold; figures are not compared under them.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kTimesCount = false;
#else
inline constexpr bool kTimesCount = true;
#endif

} // namespace waybill::test
