// SPDX-License-Identifier: Apache-2.0
#include "assistant/doctor_evidence.h"

#include "assistant/words.h"
#include "exports/export_state.h"
#include "http/origin.h"
#include "practices/store.h"

namespace waybill::assistant {

using discovery::DoctorEvidence;
using discovery::Finding;
using discovery::FindingState;
using practices::Profile;

DoctorEvidence evidenceOf(const OnboardingRecord &profile, const practices::Store &store)
{
    DoctorEvidence evidence;
    evidence.algorithm = profile.algorithm;
    evidence.clockOffset = profile.clockOffset;
    evidence.ecw = profile.vendor == QLatin1String("eclinicalworks");
    evidence.jwks = profile.jwksUrl.isEmpty() ? discovery::JwksSeen::Pasted : discovery::JwksSeen::NotLooked;
    evidence.tokenBefore = !profile.lastToken.at.isEmpty() && profile.lastToken.clientId == profile.clientId;
    evidence.keyChanged = evidence.tokenBefore && profile.lastToken.keyThumbprint != profile.keyThumbprint;
    for (const Profile &other : store.profiles().value_or(QList<Profile>())) {
        const bool sameClient = !profile.clientId.isEmpty() && other.clientId == profile.clientId;
        const bool sameKey = !profile.keyThumbprint.isEmpty() && other.keyThumbprint == profile.keyThumbprint;
        if (other.id != profile.id && other.environment != profile.environment && (sameClient || sameKey))
            evidence.otherEnvironment = true;
    }
    return evidence;
}

void addDocuments(DoctorEvidence &evidence, const discovery::DiscoveryResult &result)
{
    evidence.ecw = result.preset.id == QLatin1String("eclinicalworks");
    evidence.clockSkew = result.clockSkew;
    evidence.dialect = result.preset.scopeDialect;
    // eCW: its document leaves the algorithms out; the vendor's own pages say RS384.
    const bool stated = result.smart && !result.smart->signingAlgorithms.isEmpty();
    if (stated)
        evidence.algorithms = result.smart->signingAlgorithms;
    else if (evidence.ecw)
        evidence.algorithms = result.preset.algorithms;
    if (!result.smart)
        return;
    const QStringList &capabilities = result.smart->capabilities;
    const bool v1 = capabilities.contains(QLatin1String("permission-v1"));
    const bool v2 = capabilities.contains(QLatin1String("permission-v2"));
    evidence.otherFormStated = (evidence.dialect == auth::ScopeDialect::V1 && v2 && !v1)
        || (evidence.dialect == auth::ScopeDialect::V2 && v1 && !v2);
    evidence.tokenUrlsDiffer = result.capability && !result.capability->tokenUrl.isEmpty()
        && result.capability->tokenUrl != result.smart->tokenEndpoint;
}

void addGroups(DoctorEvidence &evidence, const Profile &profile, const discovery::GroupList &groups,
    const discovery::VendorPreset &preset)
{
    evidence.freshTokenWorks = !groups.manualReason;
    if (groups.manualReason || profile.group.value.isEmpty())
        return;
    bool listed = false;
    for (const discovery::Group &group : groups.groups) {
        const QString right = discovery::exportValueFor(group, preset);
        listed = listed || right == profile.group.value;
        if (group.id == profile.group.value && right != profile.group.value)
            evidence.groupIsResourceId = true;
    }
    if (listed || !groups.more)
        evidence.groupListed = listed;
}

QList<Finding> documentLines(const discovery::DiscoveryResult &result)
{
    QList<Finding> lines;
    Finding way{QStringLiteral("chain.way"), FindingState::Ok, Words::tr("Name, way and encryption"), {}};
    way.detail = result.base.scheme() == QLatin1String("https")
        ? Words::tr("%1 was found, and its certificate is good for it.").arg(result.base.host())
        : Words::tr("%1 is on this computer; nothing is encrypted.").arg(result.base.host());
    for (const Finding &finding : result.findings) {
        const bool document = finding.id == QLatin1String("smart") || finding.id == QLatin1String("metadata");
        const bool wanted =
            document || finding.id == QLatin1String("clock") || finding.id == QLatin1String("token");
        if (document && finding.state == FindingState::Bad) { // no answer came
            way.state = FindingState::Bad;
            way.detail = finding.detail;
            way.place = finding.place;
        }
        if (wanted)
            lines.append(finding);
    }
    lines.prepend(way);
    return lines;
}

Finding groupLine(const DoctorEvidence &evidence, const Profile &profile, const discovery::GroupList &groups,
    const discovery::VendorPreset &preset)
{
    Finding line{QStringLiteral("chain.group"), FindingState::Ok, Words::tr("Groups"), {}};
    if (evidence.groupIsResourceId) {
        line.state = FindingState::Bad;
        line.detail = Words::tr("Group.id is in use; eClinicalWorks wants the Group's identifier.");
    } else if (evidence.groupListed && !*evidence.groupListed) {
        line.state = FindingState::Bad;
        line.detail = Words::tr("The chosen Group, %1, is not among the %2 of the server.")
                          .arg(profile.group.value)
                          .arg(groups.groups.size());
    } else if (groups.groups.isEmpty()) {
        line.state = FindingState::Attention;
        line.detail = preset.groupHelp;
    } else {
        line.detail = evidence.groupListed
            ? Words::tr("The chosen Group is in the server's list.")
            : Words::tr("The server shows %1; none is chosen yet.").arg(groups.groups.size());
    }
    return line;
}

std::optional<LastExport> lastRefusedExport(const Profile &profile, const practices::Store &store)
{
    if (profile.group.value.isEmpty())
        return std::nullopt;
    const auto runs = store.runs(practices::watermarkKey(profile), 1);
    if (!runs || runs->isEmpty())
        return std::nullopt;
    const auto state = exports::stateFromJson(runs->first().state);
    if (!state)
        return std::nullopt;
    const auto *finished = std::get_if<exports::Finished>(&state->phase);
    const auto *stalled = std::get_if<exports::Stalled>(&state->phase);
    std::optional<Error> problem;
    if (finished)
        problem = finished->problem;
    else if (stalled)
        problem = stalled->problem;
    if (!problem)
        return std::nullopt;
    const auto asked = state->job.acceptedAt ? discovery::Asked::Poll : discovery::Asked::KickOff;
    const auto at = state->job.kickOffAt;
    return LastExport{*problem, asked, at ? toDateTime(*at).toString(Qt::ISODateWithMs) : QString()};
}

} // namespace waybill::assistant
