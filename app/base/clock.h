// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

namespace waybill {

/// Time as the product sees it; tests bring their own.
class Clock
{
public:
    using Steady = std::chrono::steady_clock::time_point;

    virtual ~Clock() = default;
    virtual Instant now() const = 0; ///< wall clock, UTC; may be set back
    virtual Steady steady() const = 0; ///< never goes back; use for waiting
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    Steady steady() const override;
};

} // namespace waybill
