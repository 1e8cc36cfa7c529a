// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "http/origin.h"
#include "http/transport.h"

/// Requests per practice and clock minute, counted over all windows and processes of this machine (EC-004).
namespace waybill::http {

/// eCW: 250 calls a minute per practice since 2025-10-07; we use at most 100 of them (EC-004).
inline constexpr int kEcwRequestsPerMinute = 100;

/// Thread-safe. Counts in a small file per practice below `directory`, under flock, so that several processes
/// share one budget; without a usable directory it counts for this process alone.
class RequestBudget
{
public:
    struct Settings {
        QString practice; ///< any text that names the practice, e.g. its FHIR base URL
        int perMinute = 0; ///< 0 = unlimited
        QString directory = {}; ///< made when absent, 0700; empty = this process only
    };
    RequestBudget(const Clock &clock, const Settings &settings);
    ~RequestBudget();
    RequestBudget(const RequestBudget &) = delete;
    RequestBudget &operator=(const RequestBudget &) = delete;

    /// Takes one request: zero = go ahead; else ask again after that time (the next clock minute).
    std::chrono::milliseconds take();
    /// The server said 429: nothing more goes out in this clock minute.
    void closeThisMinute();

    int perMinute() const;
    int usedThisMinute() const; ///< for display

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A transport whose requests wait for the budget, which must outlive it. `counted`: only requests to these
/// origins count; empty = every request. A 429 without Retry-After closes the minute for everybody.
std::unique_ptr<Transport> makeBudgetedTransport(
    std::unique_ptr<Transport> inner, RequestBudget &budget, QList<Origin> counted = {});

} // namespace waybill::http
