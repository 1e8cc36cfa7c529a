// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/retry_after.h"

/// How long to wait before trying again when the server did not say. Pure: the caller brings the chance.
namespace waybill::http {

struct Backoff {
    std::chrono::milliseconds first{2000};
    double factor = 2.0;
    std::chrono::milliseconds longest = std::chrono::minutes{5};
    double jitter = 0.2; ///< the wait is spread over ± this share, so that many clients do not come in step

    /// @param attempt  1 after the first failure
    /// @param chance   0 to below 1, evenly spread
    std::chrono::milliseconds delay(int attempt, double chance) const;
};

/// From the moment the answer arrived to the next clock minute of the server (its Date header, else our
/// clock) plus 1 to 5 s. eCW: a 429 without Retry-After lasts to the end of the clock minute (EC-005).
std::chrono::milliseconds untilNextMinute(const ResponseHead &head, double chance);

/// Evenly spread over 0 to below 1; the operating system's generator.
double randomChance();

} // namespace waybill::http
