// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "practices/watermark.h"

#include <memory>

namespace waybill::practices {

/// One owner per base URL and Group, across windows and processes (BD-082, F-035, F-106). The kernel holds
/// the lock and frees it however the process ends, also when another container with the same volume took its
/// place; pid, host, program and time in the file only say who has it.
class RunLock
{
public:
    /// Busy when somebody else has it; the message names the owner. `stateDirectory` must exist.
    static Result<std::unique_ptr<RunLock>> acquire(const QString &stateDirectory, const WatermarkKey &key);
    ~RunLock();
    RunLock(const RunLock &) = delete;
    RunLock &operator=(const RunLock &) = delete;

private:
    explicit RunLock(int descriptor);
    int m_descriptor;
};

} // namespace waybill::practices
