// SPDX-License-Identifier: Apache-2.0
#include "assistant/connection_desk.h"

#include "assistant/discovery_cache.h"
#include "assistant/hex_groups.h"
#include "assistant/snapshots.h"
#include "assistant/words.h"
#include "auth/token_refusal.h"
#include "discovery/connection_doctor.h"
#include "discovery/document_difference.h"

#include <QRegularExpression>

#include <algorithm>

namespace waybill::assistant {

using discovery::DiscoveryResult;
using practices::Profile;
using practices::Step;
using practices::StepState;
using Work = ConnectionDeskState::Work;

ConnectionDesk::ConnectionDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
    , m_discovery(m_deps.transport)
    , m_brand(m_deps.transport)
{
    const Profile &profile = m_deps.draft.profile();
    m_base = profile.fhirBaseUrl;
    if (auto kept = keptDiscovery(m_deps.folder, m_base, profile.vendor))
        m_state.server = std::make_shared<const DiscoveryResult>(std::move(*kept));
    connect(&m_discovery, &discovery::Discovery::found, this, [this](const discovery::Finding &finding) {
        update([&finding](ConnectionDeskState &state) { state.findings.append(finding); });
    });
    connect(&m_discovery, &discovery::Discovery::finished, this, &ConnectionDesk::discovered);
    connect(&m_deps.draft, &OnboardingDraft::changed, this, [this] {
        if (m_base != m_deps.draft.profile().fhirBaseUrl)
            forget();
    });
}

ConnectionDesk::~ConnectionDesk() = default;

void ConnectionDesk::update(const std::function<void(ConnectionDeskState &)> &edit)
{
    const ConnectionDeskState before = m_state;
    edit(m_state);
    if (m_state != before)
        Q_EMIT changed();
}

void ConnectionDesk::forget()
{
    m_discovery.cancel();
    m_brand.forget();
    m_deps.session.close();
    m_base = m_deps.draft.profile().fhirBaseUrl;
    update([](ConnectionDeskState &state) { state = {}; });
    if (m_deps.draft.profile().clockOffset.count() != 0) // measured at another server
        m_deps.draft.change([](Profile &profile) { profile.clockOffset = {}; });
}

QStringList scopesFor(const DiscoveryResult &server, const QStringList &types)
{
    const QStringList published = server.smart ? server.smart->scopes : QStringList();
    return auth::scopesFor(types, server.preset.scopeDialect, published);
}

QStringList exportableTypes(const DiscoveryResult &server)
{
    if (!server.capability)
        return {};
    // eCW: types without a published system scope cannot be granted (SB-053); scopesFor() leaves them out.
    QStringList usable;
    for (const QString &type : server.capability->exportableTypes()) {
        if (auth::unreadableTypes({type}, scopesFor(server, {type})).isEmpty())
            usable.append(type);
    }
    return usable;
}

QStringList wholeScopes(const DiscoveryResult &server)
{
    // Listing Groups needs a scope of its own on servers that check it.
    return scopesFor(server, exportableTypes(server) + QStringList{QStringLiteral("Group")});
}

QStringList withExtraScopes(QStringList scopes, const OnboardingRecord &record)
{
    for (const QString &extra : record.extraScopes) {
        if (!scopes.contains(extra))
            scopes.append(extra);
    }
    return scopes;
}

QStringList ConnectionDesk::exportableTypes() const
{
    return m_state.server ? assistant::exportableTypes(*m_state.server) : QStringList();
}

QStringList ConnectionDesk::scopesFor(const QStringList &types) const
{
    return m_state.server ? assistant::scopesFor(*m_state.server, types) : QStringList();
}

void ConnectionDesk::run()
{
    if (m_state.work != Work::Idle)
        return;
    const Profile &profile = m_deps.draft.profile();
    m_deps.session.close();
    m_brand.forget();
    update([](ConnectionDeskState &state) {
        state = {};
        state.work = Work::Discovering;
    });
    m_deps.draft.mark(Step::Connection, StepState::Doing);
    m_discovery.start({profile.fhirBaseUrl, profile.algorithm, {}, profile.tokenUrl, profile.clockOffset});
}

void ConnectionDesk::discovered(const DiscoveryResult &result)
{
    update([&result](ConnectionDeskState &state) {
        state.work = Work::Idle;
        state.findings = result.findings;
        state.server = std::make_shared<const DiscoveryResult>(result);
        state.clockSkew = result.clockSkew;
    });
    showCertificates(result);
    keepEvidence(result);
    lookAtBrand(result);
    const QUrl accepted = m_deps.draft.profile().tokenUrl;
    const bool elsewhere = !result.tokenUrl.isEmpty() && result.tokenUrl.host() != result.base.host();
    const bool moved = !accepted.isEmpty() && accepted.host() != result.tokenUrl.host();
    if (!result.tokenUrl.isEmpty() && ((accepted.isEmpty() && elsewhere) || moved)) {
        update([&result](ConnectionDeskState &state) { state.tokenUrlToConfirm = result.tokenUrl; });
        m_deps.draft.mark(
            Step::Connection, StepState::Doing, Words::tr("The token endpoint waits for your confirmation."));
        return;
    }
    if (result.problem) {
        failed(*result.problem);
        return;
    }
    m_deps.draft.change([&result](Profile &profile) { profile.tokenUrl = result.tokenUrl; });
    testToken();
}

/// The certificate of the FHIR host as it was shown, a month before it expires with a warning (EC-027).
void ConnectionDesk::showCertificates(const DiscoveryResult &result)
{
    if (!m_deps.certificateOf)
        return;
    const auto shown = m_deps.certificateOf(result.base.host());
    if (!shown || shown->sha256.isEmpty())
        return;
    constexpr int kSoonDays = 30;
    const QDate today = toDateTime(m_deps.clock.now()).date();
    const bool soon = today.daysTo(QDate::fromString(shown->validUntil, Qt::ISODate)) < kSoonDays;
    discovery::Finding line{QStringLiteral("certificate"),
        soon ? discovery::FindingState::Attention : discovery::FindingState::Ok, Words::tr("Certificate"),
        Words::tr("%1, issued by %2, good until %3; SHA-256 %4")
            .arg(shown->subject, shown->issuer, shown->validUntil, inGroups(shown->sha256)),
        result.base.host(), {}};
    update([&line](ConnectionDeskState &state) { state.findings.prepend(line); });
}

Result<> ConnectionDesk::askAlsoFor(const QString &typed)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QStringList scopes = typed.split(between, Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    if (const Result<> possible = auth::checkScopes(scopes); !possible)
        return possible;
    // eCW: it does not know wildcards, and refuses the whole request (SB-053).
    const bool all = m_deps.draft.profile().vendor == QLatin1String("eclinicalworks")
        && std::any_of(scopes.cbegin(), scopes.cend(),
            [](const QString &scope) { return scope.startsWith(QLatin1String("system/*")); });
    if (all) {
        return failure(ErrorCode::InvalidInput, Words::tr("eClinicalWorks knows no scope of all types."), {},
            Words::tr("Ask for each type by its name, like system/Patient.read."));
    }
    m_deps.draft.changeRecord([&scopes](OnboardingRecord &record) { record.extraScopes = scopes; });
    return {};
}

bool ConnectionDesk::maySignWithServersClock() const
{
    return m_state.clockSkew && discovery::assertionsFailBy(*m_state.clockSkew);
}

void ConnectionDesk::clockMeasured(std::chrono::milliseconds skew)
{
    update([skew](ConnectionDeskState &state) { state.clockSkew = skew; });
}

Result<> ConnectionDesk::signWithServersClock(bool wanted)
{
    std::chrono::seconds offset{0};
    if (wanted && !maySignWithServersClock()) {
        return failure(ErrorCode::InvalidInput,
            Words::tr("No difference of the clocks was measured that would matter."), {},
            Words::tr("Check the connection first."));
    }
    if (wanted) {
        offset = std::chrono::round<std::chrono::seconds>(*m_state.clockSkew);
        if (std::chrono::abs(offset) > practices::kLargestClockOffset) {
            return failure(ErrorCode::InvalidInput, Words::tr("The clocks are more than a day apart."), {},
                Words::tr("Set this computer's clock, or tell the practice's vendor that theirs is wrong."));
        }
    }
    m_deps.draft.change([offset](Profile &profile) { profile.clockOffset = offset; });
    return {};
}

/// A brand that the practice's own server links to wins over the list it was chosen from (EC-029).
void ConnectionDesk::lookAtBrand(const DiscoveryResult &result)
{
    m_brand.ask(result.smart ? result.smart->brandBundle : QUrl(), result.base,
        [this](const discovery::Finding &line, const QString &name) {
            update([&line](ConnectionDeskState &state) { state.findings.append(line); });
            if (!name.isEmpty())
                m_deps.draft.change([&name](Profile &profile) { profile.practiceName = name; });
        });
}

/// Both documents as they came, with their hash, and what they say differently than the last time.
void ConnectionDesk::keepEvidence(const DiscoveryResult &result)
{
    if (!result.smart && !result.capability)
        return;
    const QList<Snapshot> before = snapshotsIn(m_deps.folder, result.base);
    const auto old =
        before.isEmpty() ? std::nullopt : keptDiscovery(before.first().folder, result.base, result.preset.id);
    const Result<Snapshot> kept = keepSnapshot(m_deps.folder, result, m_deps.draft.now());
    update([&](ConnectionDeskState &state) {
        if (kept)
            state.snapshot = Words::tr("%1, SHA-256 %2").arg(kept->at, inGroups(kept->sha256));
        if (old) {
            state.comparedTo = before.first().at;
            state.changes = discovery::differencesBetween(*old, result);
        }
    });
}

void ConnectionDesk::confirmTokenUrl()
{
    if (m_state.tokenUrlToConfirm.isEmpty() || m_state.work != Work::Idle)
        return;
    const QUrl confirmed = m_state.tokenUrlToConfirm;
    m_deps.draft.change([&confirmed](Profile &profile) { profile.tokenUrl = confirmed; });
    update([](ConnectionDeskState &state) { state.tokenUrlToConfirm.clear(); });
    testToken();
}

void ConnectionDesk::unlockAndTest(SecretBytes passphrase)
{
    if (m_state.work != Work::Idle || !m_state.server)
        return;
    m_deps.holder.unlock(std::move(passphrase));
    testToken();
}

void ConnectionDesk::testToken()
{
    const QStringList scopes =
        m_state.server ? withExtraScopes(wholeScopes(*m_state.server), m_deps.draft.record()) : QStringList();
    update([](ConnectionDeskState &state) {
        state.work = Work::Testing;
        state.token.reset();
        state.problem.reset();
        state.causes.clear();
        state.needsPassphrase = false;
    });
    m_deps.session.freshToken(
        scopes, this, [this, scopes, since = m_deps.clock.now()](const Result<auth::AccessToken> &token) {
            if (const auto skew = m_deps.session.clockSkew())
                clockMeasured(*skew);
            tested(token, scopes, since);
        });
}

void ConnectionDesk::tested(
    const Result<auth::AccessToken> &token, const QStringList &requested, Instant since)
{
    if (!token) {
        failed(token.error());
        return;
    }
    TokenTest test;
    test.requested = requested;
    test.granted = token->granted;
    test.missing = auth::missingScopes(requested, token->granted);
    test.unreadableTypes = auth::unreadableTypes(exportableTypes(), token->granted);
    test.lifetime = std::chrono::duration_cast<std::chrono::seconds>(token->expiresAt - token->obtainedAt);
    test.lifetimeStated = token->lifetimeStated;
    test.took = m_deps.clock.now() - since;
    test.clockOffset = m_deps.draft.profile().clockOffset;
    update([&test](ConnectionDeskState &state) {
        state.work = Work::Idle;
        state.token = test;
        state.problem.reset();
    });
    const DiscoveryResult &server = *m_state.server;
    // Not being able to keep the documents costs a second asking, nothing else.
    (void)keepDiscovery(m_deps.folder, server);
    m_deps.draft.changeRecord([now = m_deps.draft.now()](OnboardingRecord &record) {
        record.lastToken = {record.clientId, record.keyThumbprint, now};
    });
    QString evidence = Words::tr("token for %1 s, %2 of %3 scopes granted")
                           .arg(test.lifetime.count())
                           .arg(requested.size() - test.missing.size())
                           .arg(requested.size());
    if (test.clockOffset.count() != 0)
        evidence += QStringLiteral(", ")
            + Words::tr("signed with a clock shifted by %1 s").arg(test.clockOffset.count());
    m_deps.draft.complete(Step::Connection, evidence, [&](Profile &profile) {
        profile.vendor = server.preset.id;
        profile.bulkDataVersion = server.bulkDataVersion;
        profile.requestsPerMinute = server.preset.requestsPerMinute;
        profile.scopes.clear();
        for (const QString &scope : requested) {
            if (!test.missing.contains(scope))
                profile.scopes.append(scope);
        }
    });
}

void ConnectionDesk::failed(const Error &error)
{
    const bool passphrase = m_deps.holder.needsPassphrase() && m_deps.holder.problem() == error;
    update([&](ConnectionDeskState &state) {
        state.work = Work::Idle;
        state.problem = error;
        state.causes = auth::likelyCauses(error);
        state.needsPassphrase = passphrase;
    });
    if (passphrase)
        m_deps.draft.mark(
            Step::Connection, StepState::Doing, Words::tr("The key file waits for its passphrase."));
    else if (error.code != ErrorCode::Cancelled)
        m_deps.draft.mark(Step::Connection, StepState::Failed, error.what);
}

void ConnectionDesk::cancel()
{
    if (m_state.work == Work::Idle)
        return;
    m_discovery.cancel();
    m_deps.holder.stopWaiting();
    m_deps.session.close();
    update([](ConnectionDeskState &state) { state.work = Work::Idle; });
    m_deps.draft.mark(Step::Connection, StepState::Todo, Words::tr("You stopped the check."));
}

} // namespace waybill::assistant
