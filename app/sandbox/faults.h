// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/moment.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the sandbox can be told to do wrong. One row per fault in faults.cpp; a new one is a new enumerator,
/// a row, and a question (`faults.on(…)`) where it bites.
namespace waybill::sandbox {

enum class Fault {
    // kick-off
    CutKickOff,
    NoContentLocation,
    RelativeContentLocation,
    ForeignContentLocation,
    DuplicateJob,
    KickOffThrottled,
    KickOffFails,
    KickOffAtOnce,
    GroupNotEnabled,
    KickOffTokenExpired,
    // polling
    RetryAfterDate,
    RetryAfterHuge,
    RetryAfterNonsense,
    RetryAfterAbsent,
    ThrottleOnce,
    ServerHiccup,
    PollUnauthorizedOnce,
    Html200,
    JobFails,
    JobGone,
    JobStuck,
    OddProgress,
    // manifest
    NoTransactionTime,
    ErrorsInManifest,
    WrongCount,
    EmptyExport,
    ForeignOriginWithToken,
    ForeignTenant,
    // files
    ShortFile,
    ShortFileAlways,
    GzipTruncated,
    BadLine,
    WrongType,
    NotUtf8,
    ExpiredLink,
    MissingFile,
    HtmlFile,
    SlowFile,
    NoLength,
    AffinityRequired,
    // sign-in
    NotActivated,
    InvalidClient,
    AccessDenied,
    ClientUnknown,
    JwksNotAllowed,
    JwksUnreachable,
    JwksMalformed,
    JwksOtherKid,
    JwksOldCopy,
    ClockAhead,
    OtherAudience,
    AssertionReused,
    ScopeRefused,
    ScopeForm,
    NoBackendApps,
    NoGroupScope,
    TokenExpiresFast,
    TokenUsedUp,
    FewerScopes,
    // discovery
    NoSmartConfiguration,
    NoNextLink,
    NoGroups,
    GroupsForbidden,
};

struct FaultRow {
    Fault fault;
    std::string_view name; ///< as on the command line
    std::string_view meaning; ///< one line for --list-faults
};

std::span<const FaultRow> allFaults();
std::optional<Fault> faultFromName(std::string_view name);

/// The faults in force. They can change at run time; thread-safe.
class Faults
{
public:
    /// Returns the first unknown name, and then changes nothing.
    std::optional<std::string> set(const std::vector<std::string> &names);
    std::vector<std::string> names() const;

    bool on(Fault fault) const;
    /// True for the first `times` calls with this key (a job or a file) while the fault is on.
    bool spend(Fault fault, const std::string &key, int times);

private:
    mutable std::mutex m_mutex;
    std::set<Fault> m_on;
    std::map<std::pair<Fault, std::string>, int> m_spent;
};

/// The clock as it is shown and judged by: ahead while Fault::ClockAhead is on.
Moment shownNow(const Faults &faults);

} // namespace waybill::sandbox
