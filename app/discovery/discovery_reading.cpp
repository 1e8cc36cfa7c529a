// SPDX-License-Identifier: Apache-2.0
#include "discovery/discovery_reading.h"

#include "base/redact.h"
#include "discovery/answer_problem.h"
#include "discovery/base_url.h"
#include "discovery/words.h"
#include "http/origin.h"
#include "http/retry_after.h"

#include <cmath>

namespace waybill::discovery {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds kSkewWorthALook{30}; // SB-045
constexpr seconds kSkewThatFails{120};

QUrl below(const QUrl &base, const char *path)
{
    QUrl url = base;
    url.setPath(base.path(QUrl::FullyEncoded) + QLatin1String(path), QUrl::TolerantMode);
    return url;
}

/// Two answers give two readings; the quicker answer's is the better one.
void takeClock(const http::ResponseHead &head, DiscoveryResult &result, std::optional<milliseconds> &best)
{
    const auto skew = http::clockSkew(head);
    if (!skew || (best && *best <= head.latency))
        return;
    result.clockSkew = skew;
    best = head.latency;
}

Finding line(const char *id, const QString &title, const http::ResponseHead &head)
{
    Finding finding{QLatin1String(id), FindingState::Ok, title, {}};
    finding.place = placeOf(head.url);
    finding.latency = head.latency;
    return finding;
}

Finding unanswered(const char *id, const QString &title, const Error &error)
{
    Finding finding{QLatin1String(id), FindingState::Bad, title, error.what, error.where};
    if (const QString todo = advice(error); !todo.isEmpty())
        finding.detail += QLatin1Char(' ') + todo;
    return finding;
}

QString noted(const QString &detail, const QStringList &notes)
{
    return notes.isEmpty() ? detail : detail + QLatin1Char(' ') + notes.join(QLatin1Char(' '));
}

QString statusWords(const Error &problem)
{
    QString words = problem.what;
    if (problem.retryAfter)
        words += QLatin1Char(' ')
            + Words::tr("The server asks to come back in %n second(s).", nullptr,
                static_cast<int>(problem.retryAfter->count()));
    return problem.serverText.isEmpty() ? words : words + QLatin1Char(' ') + problem.serverText;
}

QList<Finding> metadataLines(const CapabilityStatement &statement, const http::ResponseHead &head)
{
    Finding software = line("metadata", Words::tr("CapabilityStatement"), head);
    software.detail = noted(Words::tr("%1 %2, FHIR %3, %4 resource types.")
                                .arg(statement.softwareName, statement.softwareVersion, statement.fhirVersion)
                                .arg(statement.resources.size())
                                .simplified(),
        statement.notes);
    if (!statement.fhirVersion.startsWith(QLatin1Char('4'))) {
        software.state = FindingState::Attention;
        software.detail += QLatin1Char(' ') + Words::tr("Waybill is made for FHIR R4 (4.0).");
    }

    Finding levels{QStringLiteral("metadata.export"), FindingState::Ok, Words::tr("Bulk export"), {}};
    QStringList offered;
    if (statement.groupExport)
        offered.append(Words::tr("Group"));
    if (statement.patientExport)
        offered.append(Words::tr("Patient"));
    if (statement.systemExport)
        offered.append(Words::tr("system"));
    levels.detail = Words::tr("Offered at these levels: %1.").arg(offered.join(QLatin1String(", ")));
    if (!statement.groupExport) {
        levels.state = FindingState::Attention;
        levels.detail = offered.isEmpty()
            ? Words::tr("The server does not list an export operation; it may still have one.")
            : levels.detail + QLatin1Char(' ') + Words::tr("Not at Group level.");
    }

    Finding version{QStringLiteral("metadata.bulk"),
        statement.bulkDataVersion.isEmpty() ? FindingState::Unknown : FindingState::Ok,
        Words::tr("Bulk Data version"), statement.bulkDataReason};
    if (!statement.bulkDataVersion.isEmpty())
        version.detail = statement.bulkDataVersion + QStringLiteral(". ") + statement.bulkDataReason;
    return {software, levels, version};
}

void chooseVendor(DiscoveryResult &result)
{
    if (ecwHostOf(result.base) != EcwHost::None) {
        result.preset = ecwPreset();
        result.presetReason = Words::tr("The host belongs to eClinicalWorks.");
    } else if (result.capability && looksLikeEcw(*result.capability)) {
        result.preset = ecwPreset();
        result.presetReason =
            Words::tr("The CapabilityStatement says “%1”.").arg(result.capability->softwareName);
    } else {
        result.preset = genericPreset();
        result.presetReason = Words::tr("Nothing says that this is a vendor with rules of its own.");
    }
    const bool guessed = result.capability && !result.capability->bulkDataVersion.isEmpty();
    result.bulkDataVersion = guessed ? result.capability->bulkDataVersion : result.preset.bulkDataVersion;
}

/// Profile over well-known document over metadata (SB-006).
void chooseTokenUrl(const DiscoveryRequest &request, DiscoveryResult &result)
{
    if (!request.tokenOverride.isEmpty()) {
        result.tokenUrl = request.tokenOverride;
        result.tokenSource = TokenUrlSource::Profile;
    } else if (result.smart) {
        result.tokenUrl = result.smart->tokenEndpoint;
        result.tokenSource = TokenUrlSource::WellKnown;
    } else if (result.capability && !result.capability->tokenUrl.host().isEmpty()) {
        result.tokenUrl = result.capability->tokenUrl;
        result.tokenSource = TokenUrlSource::Metadata;
    }
}

Finding tokenLine(const DiscoveryRequest &request, DiscoveryResult &result)
{
    Finding finding{QStringLiteral("token"), FindingState::Ok, Words::tr("Where tokens come from"), {}};
    if (result.tokenUrl.isEmpty()) {
        finding.state = FindingState::Bad;
        finding.detail = Words::tr("Neither document names a token endpoint.");
        result.problem = Error{ErrorCode::ProtocolMismatch, finding.detail, placeOf(request.base),
            Words::tr("Check the base URL, or enter the token endpoint by hand.")};
        return finding;
    }
    finding.detail = Words::tr("%1, %2.").arg(redactedUrl(result.tokenUrl), sourceName(result.tokenSource));
    if (!http::isAllowedScheme(result.tokenUrl)) {
        finding.state = FindingState::Bad;
        finding.detail += QLatin1Char(' ') + Words::tr("It is not encrypted (https) and is not used.");
        result.problem =
            Error{ErrorCode::ProtocolMismatch, Words::tr("The token endpoint is not encrypted (https)."),
                placeOf(result.tokenUrl), Words::tr("Ask the server's operator to correct its metadata.")};
    } else if (!request.confirmedTokenUrl.isEmpty()
        && !http::sameOrigin(request.confirmedTokenUrl, result.tokenUrl)) { // SB-008, F-044
        finding.state = FindingState::Bad;
        finding.detail += QLatin1Char(' ')
            + Words::tr("It was on %1 before: confirm the change first.")
                  .arg(request.confirmedTokenUrl.host());
        result.problem = Error{ErrorCode::InvalidInput,
            Words::tr("The token endpoint has moved from %1 to %2.")
                .arg(request.confirmedTokenUrl.host(), result.tokenUrl.host()),
            placeOf(result.tokenUrl), Words::tr("Confirm the new host, or ask the practice's vendor.")};
    }
    return finding;
}

Finding clockLine(const DiscoveryResult &result, seconds offset)
{
    Finding finding{QStringLiteral("clock"), FindingState::Unknown, Words::tr("Clock"),
        Words::tr("The server sent no date to compare with.")};
    if (!result.clockSkew)
        return finding;
    const auto skew = std::chrono::duration_cast<seconds>(*result.clockSkew);
    const auto size = seconds{std::abs(skew.count())};
    finding.state = FindingState::Ok;
    const auto count = static_cast<int>(size.count());
    if (size <= seconds{1})
        finding.detail = Words::tr("This computer and the server agree.");
    else
        finding.detail = skew.count() > 0
            ? Words::tr("This computer is %n second(s) behind the server.", nullptr, count)
            : Words::tr("This computer is %n second(s) ahead of the server.", nullptr, count);
    if (const seconds left = skew - offset;
        offset != seconds{0} && std::chrono::abs(left) <= kSkewThatFails) {
        finding.state = FindingState::Attention;
        finding.detail += QLatin1Char(' ') + Words::tr("Signed with the server's clock, as you chose.");
    } else if (offset != seconds{0}) {
        finding.state = FindingState::Bad;
        finding.detail +=
            QLatin1Char(' ') + Words::tr("The shift you chose, %1 s, does not fit.").arg(offset.count());
    } else if (size > kSkewThatFails) {
        finding.state = FindingState::Bad;
        finding.detail +=
            QLatin1Char(' ') + Words::tr("The signed assertion will be rejected: set the clock.");
    } else if (size > kSkewWorthALook) {
        finding.state = FindingState::Attention;
        finding.detail += QLatin1Char(' ') + Words::tr("Set the clock before it becomes a problem.");
    }
    return finding;
}

std::optional<milliseconds> latencyOfClock(const DiscoveryResult &result)
{
    std::optional<milliseconds> best;
    for (const Finding &finding : result.findings) {
        if (finding.latency && (!best || *finding.latency < *best))
            best = finding.latency;
    }
    return result.clockSkew ? best : std::nullopt;
}

} // namespace

QUrl smartConfigurationUrl(const QUrl &base)
{
    return below(base, "/.well-known/smart-configuration");
}

QUrl metadataUrl(const QUrl &base)
{
    return below(base, "/metadata");
}

QList<Finding> takeSmartAnswer(const Result<http::Response> &answer, DiscoveryResult &result)
{
    const QString title = Words::tr("SMART configuration");
    if (!answer)
        return {unanswered("smart", title, answer.error())};
    auto best = latencyOfClock(result);
    takeClock(answer->head, result, best);
    Finding finding = line("smart", title, answer->head);
    if (answer->head.status != 200) {
        finding.state = FindingState::Attention;
        finding.detail = statusWords(answerProblem(*answer,
            Words::tr("There is none here (HTTP %1); the CapabilityStatement may name the token endpoint.")
                .arg(answer->head.status)));
        return {finding};
    }
    auto smart = parseSmartConfiguration(answer->body, result.base);
    if (!smart) {
        finding.state = FindingState::Attention;
        finding.detail = smart.error().what;
        return {finding};
    }
    result.smartBytes = answer->body;
    finding.detail = noted(Words::tr("Found and readable."), smart->notes);
    result.smart = std::move(*smart);
    return {finding};
}

QList<Finding> takeMetadataAnswer(const Result<http::Response> &answer, DiscoveryResult &result)
{
    const QString title = Words::tr("CapabilityStatement");
    if (!answer)
        return {unanswered("metadata", title, answer.error())};
    auto best = latencyOfClock(result);
    takeClock(answer->head, result, best);
    Finding finding = line("metadata", title, answer->head);
    finding.state = FindingState::Attention;
    if (answer->head.status != 200) {
        finding.detail = statusWords(
            answerProblem(*answer, Words::tr("It could not be fetched (HTTP %1).").arg(answer->head.status)));
        return {finding};
    }
    auto statement = parseCapabilityStatement(answer->body);
    if (!statement) {
        finding.detail = statement.error().what;
        return {finding};
    }
    result.capabilityBytes = answer->body;
    result.capability = std::move(*statement);
    return metadataLines(*result.capability, answer->head);
}

QList<Finding> conclude(const DiscoveryRequest &request, DiscoveryResult &result)
{
    chooseVendor(result);
    chooseTokenUrl(request, result);
    QList<Finding> lines{Finding{QStringLiteral("vendor"), FindingState::Ok, Words::tr("Profile"),
        result.preset.name + QStringLiteral(": ") + result.presetReason}};
    lines.append(tokenLine(request, result));
    if (result.smart)
        lines += checkSmartConfiguration(*result.smart, result.base, request.algorithm, result.preset.id);
    lines.append(clockLine(result, request.clockOffset));
    return lines;
}

QString sourceName(TokenUrlSource source)
{
    switch (source) {
    case TokenUrlSource::None: return Words::tr("not found");
    case TokenUrlSource::Profile: return Words::tr("as the profile says");
    case TokenUrlSource::WellKnown: return Words::tr("from the SMART configuration");
    case TokenUrlSource::Metadata: return Words::tr("from the CapabilityStatement (deprecated there)");
    }
    Q_UNREACHABLE();
}

} // namespace waybill::discovery
