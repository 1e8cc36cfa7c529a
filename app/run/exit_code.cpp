// SPDX-License-Identifier: Apache-2.0
#include "run/exit_code.h"

#include <algorithm>
#include <array>

namespace waybill::run {

ExitCode exitCodeOf(flows::Outcome outcome)
{
    using flows::Outcome;
    switch (outcome) {
    case Outcome::Complete: return ExitCode::Complete;
    case Outcome::CompleteWithErrors:
    case Outcome::Incomplete: return ExitCode::NotAllGood;
    case Outcome::Unauthorized: return ExitCode::Unauthorized;
    case Outcome::Duplicate:
    case Outcome::Waiting: return ExitCode::TryLater;
    case Outcome::Failed:
    case Outcome::Cancelled:
    case Outcome::Gone: return ExitCode::Failed;
    }
    Q_UNREACHABLE();
}

ExitCode exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::SecretMissing: return ExitCode::BadInput;
    case ErrorCode::Unauthorized:
    case ErrorCode::KeychainUnavailable:
    case ErrorCode::KeychainLocked: return ExitCode::Unauthorized;
    case ErrorCode::Network:
    case ErrorCode::Throttled:
    case ErrorCode::ServerFailure:
    case ErrorCode::DiskFull:
    case ErrorCode::Busy:
    case ErrorCode::Cancelled: return ExitCode::TryLater;
    case ErrorCode::NotFound:
    case ErrorCode::ProtocolMismatch: return ExitCode::Failed;
    case ErrorCode::Storage:
    case ErrorCode::Internal: return ExitCode::Internal;
    }
    Q_UNREACHABLE();
}

ExitCode gravest(ExitCode a, ExitCode b)
{
    static constexpr std::array kOrder{ExitCode::Complete, ExitCode::NotAllGood, ExitCode::TryLater,
        ExitCode::Failed, ExitCode::Unauthorized, ExitCode::BadInput, ExitCode::Internal};
    const auto rank = [](ExitCode code) { return std::find(kOrder.begin(), kOrder.end(), code); };
    return rank(a) < rank(b) ? b : a;
}

} // namespace waybill::run
