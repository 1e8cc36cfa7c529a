// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "flows/run_export.h"

/// What the runner tells the shell. Fixed: systemd, cron and Kubernetes act on it.
namespace waybill::run {

enum class ExitCode {
    Complete = 0, ///< and verified
    Failed = 1, ///< the job was refused or lost
    BadInput = 2, ///< arguments or waybill
    Unauthorized = 3,
    NotAllGood = 4, ///< finished; a file or the server's report is not good, the watermark stays
    Internal = 70, ///< EX_SOFTWARE
    TryLater = 75, ///< EX_TEMPFAIL: nothing is lost
};

ExitCode exitCodeOf(flows::Outcome outcome);
/// Of something that failed before there was a job.
ExitCode exitCodeOf(const Error &error);
/// Of several jobs: what somebody must look at first.
ExitCode gravest(ExitCode a, ExitCode b);

} // namespace waybill::run
