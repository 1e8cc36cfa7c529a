// SPDX-License-Identifier: Apache-2.0
#include "discovery/connection_doctor.h"

#include "auth/token_refusal.h"
#include "discovery/doctor_causes.h"

#include <algorithm>

namespace waybill::discovery {
namespace {

using Causes = QList<Cause>;
using Rule = Causes (*)(const DoctorEvidence &);

Causes invalidClient(const DoctorEvidence &e)
{
    return {causes::clientId(e), causes::keyId(e), causes::jwksUrl(e), causes::jwksHost(e),
        causes::oldCopy(e), causes::algorithm(e), causes::clock(e), causes::audience(e)};
}

Causes invalidGrant(const DoctorEvidence &e)
{
    return {causes::scopes(e), causes::clock(e), causes::reused(e)};
}

Causes invalidScope(const DoctorEvidence &e)
{
    return {causes::scopeNotRegistered(e), causes::scopeForm(e)};
}

Causes notABackendApp(const DoctorEvidence &e)
{
    return {causes::notABackendApp(e)};
}

Causes unauthorizedClient(const DoctorEvidence &e)
{
    return {causes::notABackendApp(e), causes::notActivated(e)};
}

Causes invalidRequest(const DoctorEvidence &e)
{
    return {causes::notATokenEndpoint(e)};
}

Causes accessDenied(const DoctorEvidence &e)
{
    return {causes::serverTrouble(e), causes::notActivated(e)};
}

Causes ofToken(const Error &refusal, const DoctorEvidence &evidence)
{
    const auto told = auth::refusalOf(refusal);
    if (!told)
        return {};
    static const QList<std::pair<QString, Rule>> rules{{QStringLiteral("invalid_client"), &invalidClient},
        {QStringLiteral("invalid_grant"), &invalidGrant}, {QStringLiteral("invalid_scope"), &invalidScope},
        {QStringLiteral("unsupported_grant_type"), &notABackendApp},
        {QStringLiteral("unauthorized_client"), &unauthorizedClient},
        {QStringLiteral("invalid_request"), &invalidRequest},
        {QStringLiteral("access_denied"), &accessDenied}};
    const auto rule = std::find_if(
        rules.cbegin(), rules.cend(), [&](const auto &candidate) { return candidate.first == told->error; });
    return rule == rules.cend() ? Causes{} : rule->second(evidence);
}

bool saysNotEnabled(const Error &refusal)
{
    return refusal.serverText.contains(QLatin1String("authentication is not enabled"), Qt::CaseInsensitive);
}

Causes ofResource(const Error &refusal, Asked asked, const DoctorEvidence &e)
{
    const int status = refusal.httpStatus.value_or(0);
    if (status == 403)
        return {causes::groupScope(e), causes::groupNotEnabled(e)};
    if (status == 401 && asked == Asked::Groups)
        return {causes::tokenOver(refusal, e), causes::notActivated(e)};
    if (status == 401)
        return {causes::tokenOver(refusal, e), causes::groupNotEnabled(e)};
    if (status == 200 && asked == Asked::KickOff)
        return {causes::jobRuns(refusal), causes::preferLost(refusal)};
    if (status == 404 && asked == Asked::KickOff)
        return {causes::groupNotEnabled(e)};
    return {};
}

} // namespace

bool assertionsFailBy(std::chrono::milliseconds skew)
{
    constexpr std::chrono::seconds kRejected{120}; // SB-045
    return std::chrono::abs(skew) > kRejected;
}

bool clockIsWrong(const DoctorEvidence &evidence)
{
    return evidence.clockSkew && assertionsFailBy(*evidence.clockSkew - evidence.clockOffset);
}

QList<Cause> diagnose(const Error &refusal, Asked asked, const DoctorEvidence &evidence)
{
    Causes found = asked == Asked::Token ? ofToken(refusal, evidence) : ofResource(refusal, asked, evidence);
    if (saysNotEnabled(refusal)) { // eCW's words; whatever code it hangs on them
        Cause cause = causes::notActivated(evidence);
        found.removeIf([&cause](const Cause &other) { return other.id == cause.id; });
        cause.weight = Weight::Seen;
        found.prepend(cause);
    }
    std::stable_sort(found.begin(), found.end(), [](const Cause &a, const Cause &b) {
        return static_cast<int>(a.weight) < static_cast<int>(b.weight);
    });
    return found;
}

} // namespace waybill::discovery
