// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults.h"

#include <algorithm>
#include <array>

namespace waybill::sandbox {

namespace {

constexpr auto kRows = std::to_array<FaultRow>({
    {Fault::CutKickOff, "cut-kickoff", "accepts the job, then drops the connection without an answer (once)"},
    {Fault::NoContentLocation, "no-content-location", "202 at kick-off without the status URL"},
    {Fault::RelativeContentLocation, "relative-content-location", "the status URL is relative"},
    {Fault::ForeignContentLocation, "foreign-content-location", "the status URL is on another origin"},
    {Fault::DuplicateJob, "duplicate-job", "every kick-off is answered as a duplicate"},
    {Fault::KickOffThrottled, "kickoff-throttled", "429 with Retry-After at the first kick-off, then normal"},
    {Fault::KickOffFails, "kickoff-fails", "500 with an OperationOutcome at every kick-off"},
    {Fault::KickOffAtOnce, "kickoff-at-once", "200 with a page at every kick-off, as if Prefer was lost"},
    {Fault::GroupNotEnabled, "group-not-enabled", "401 at every kick-off: no Group is enabled for the app"},
    {Fault::KickOffTokenExpired, "kickoff-token-expired", "401 at every kick-off: the token has expired"},
    {Fault::RetryAfterDate, "retry-after-date", "Retry-After as an HTTP-date"},
    {Fault::RetryAfterHuge, "retry-after-huge", "Retry-After: 7200"},
    {Fault::RetryAfterNonsense, "retry-after-nonsense", "Retry-After: soon"},
    {Fault::RetryAfterAbsent, "retry-after-absent", "no Retry-After at all"},
    {Fault::ThrottleOnce, "throttle-once", "429 without Retry-After once while polling"},
    {Fault::ServerHiccup, "server-hiccup", "503 twice while polling"},
    {Fault::PollUnauthorizedOnce, "poll-unauthorized-once", "401 once while polling"},
    {Fault::Html200, "html-200", "200 with an HTML login page instead of the job's status"},
    {Fault::JobFails, "job-fails", "500 with OperationOutcome `processing`: the job failed"},
    {Fault::JobGone, "job-gone", "404 while polling: the job is unknown"},
    {Fault::JobStuck, "job-stuck", "the job stays at 0% and never ends"},
    {Fault::OddProgress, "odd-progress", "X-Progress is 130%, markup, or goes down"},
    {Fault::NoTransactionTime, "no-transaction-time", "the manifest has no transactionTime"},
    {Fault::ErrorsInManifest, "errors-in-manifest", "error[] with OperationOutcomes of severity error"},
    {Fault::WrongCount, "wrong-count", "the manifest counts one resource too many in its first file"},
    {Fault::EmptyExport, "empty-export", "the manifest's output is empty"},
    {Fault::ForeignOriginWithToken, "foreign-origin-with-token",
        "files on another origin although requiresAccessToken is true"},
    {Fault::ForeignTenant, "foreign-tenant", "the manifest's `request` names another practice"},
    {Fault::ShortFile, "short-file", "the first file is cut half-way once, Content-Length is the full one"},
    {Fault::ShortFileAlways, "short-file-always", "as short-file, every time"},
    {Fault::GzipTruncated, "gzip-truncated", "the first file's gzip stream lacks its end"},
    {Fault::BadLine, "bad-line", "the first file has one line of broken JSON"},
    {Fault::WrongType, "wrong-type", "the first file has one resource of another type"},
    {Fault::NotUtf8, "not-utf8", "the first file has one line of Latin-1"},
    {Fault::ExpiredLink, "expired-link", "403 for the first file until the manifest is fetched again"},
    {Fault::MissingFile, "missing-file", "404 for the first file, for ever"},
    {Fault::HtmlFile, "html-file", "200 with an HTML page instead of the first file"},
    {Fault::SlowFile, "slow-file", "files come at 64 KiB a second"},
    {Fault::NoLength, "no-length", "files come chunked, without Content-Length"},
    {Fault::AffinityRequired, "affinity-required", "404 for polls and files without the affinity cookie"},
    {Fault::NotActivated, "not-activated", "the practice has not activated the app: no token"},
    {Fault::InvalidClient, "invalid-client", "the token endpoint answers invalid_client"},
    {Fault::AccessDenied, "access-denied", "the token endpoint answers 500 access_denied"},
    {Fault::ClientUnknown, "client-unknown", "no client is known to the token endpoint"},
    {Fault::JwksNotAllowed, "jwks-not-allowed", "JWKS URLs are not fetched: no host is on the allow list"},
    {Fault::JwksUnreachable, "jwks-unreachable", "hosted key sets answer 503"},
    {Fault::JwksMalformed, "jwks-malformed", "hosted key sets are an HTML page"},
    {Fault::JwksOtherKid, "jwks-other-kid", "hosted keys have other ids"},
    {Fault::JwksOldCopy, "jwks-old-copy", "a key set once fetched is never fetched again"},
    {Fault::ClockAhead, "clock-ahead", "the server's clock is ten minutes ahead"},
    {Fault::OtherAudience, "other-audience",
        "smart-configuration names another token URL than the one wanted as audience (eCW-like "
        "practice)"},
    {Fault::AssertionReused, "assertion-reused", "every assertion's jti is said to have been used before"},
    {Fault::ScopeRefused, "scope-refused", "scopes for Immunization are unknown"},
    {Fault::ScopeForm, "scope-form", "only the form system/Type.rs is accepted (generic practice)"},
    {Fault::NoBackendApps, "no-backend-apps", "the app is not registered as a backend service"},
    {Fault::NoGroupScope, "no-group-scope", "system/Group.read is never granted"},
    {Fault::TokenExpiresFast, "token-expires-fast", "access tokens live five seconds"},
    {Fault::TokenUsedUp, "token-used-up", "a token has expired from its second request on"},
    {Fault::FewerScopes, "fewer-scopes", "the last scope asked for is not granted"},
    {Fault::NoSmartConfiguration, "no-smart-configuration", "404 for smart-configuration; metadata works"},
    {Fault::NoNextLink, "no-next-link", "the Group search has more pages but no next link"},
    {Fault::NoGroups, "no-groups", "the Group search finds nothing"},
    {Fault::GroupsForbidden, "groups-forbidden", "403 for the Group search"},
});

} // namespace

std::span<const FaultRow> allFaults()
{
    return kRows;
}

std::optional<Fault> faultFromName(std::string_view name)
{
    const auto rows = allFaults();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const FaultRow &r) { return r.name == name; });
    if (row == rows.end())
        return std::nullopt;
    return row->fault;
}

Moment shownNow(const Faults &faults)
{
    constexpr std::chrono::minutes kAhead{10};
    return faults.on(Fault::ClockAhead) ? now() + kAhead : now();
}

std::optional<std::string> Faults::set(const std::vector<std::string> &names)
{
    std::set<Fault> wanted;
    for (const std::string &name : names) {
        const auto fault = faultFromName(name);
        if (!fault)
            return name;
        wanted.insert(*fault);
    }
    const std::scoped_lock lock(m_mutex);
    m_on = std::move(wanted);
    m_spent.clear();
    return std::nullopt;
}

std::vector<std::string> Faults::names() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::string> names;
    for (const FaultRow &row : allFaults()) {
        if (m_on.contains(row.fault))
            names.emplace_back(row.name);
    }
    return names;
}

bool Faults::on(Fault fault) const
{
    const std::scoped_lock lock(m_mutex);
    return m_on.contains(fault);
}

bool Faults::spend(Fault fault, const std::string &key, int times)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_on.contains(fault))
        return false;
    return m_spent[{fault, key}]++ < times;
}

} // namespace waybill::sandbox
