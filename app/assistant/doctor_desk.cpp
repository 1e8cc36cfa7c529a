// SPDX-License-Identifier: Apache-2.0
#include "assistant/doctor_desk.h"

#include "assistant/doctor_evidence.h"
#include "assistant/hosted_jwks.h"
#include "assistant/steps.h"
#include "assistant/words.h"
#include "auth/authorized_transport.h"
#include "discovery/discover.h"
#include "flows/durable_file.h"
#include "flows/export_connection.h"

namespace waybill::assistant {

using discovery::Asked;
using discovery::DiscoveryResult;
using discovery::Finding;
using discovery::FindingState;
using practices::Profile;
using practices::StepState;

struct DoctorDesk::Visit {
    explicit Visit(http::Transport &transport)
        : documents(transport)
    {
    }
    discovery::DoctorEvidence evidence;
    std::unique_ptr<DiscoveryResult> server;
    discovery::Discovery documents; ///< smart-configuration and CapabilityStatement
    std::optional<keys::KeyPair> key;
    QStringList scopes;
    std::optional<ScopeHunt> hunt;
    std::unique_ptr<QObject> turn = std::make_unique<QObject>(); ///< context of everything that is under way
    std::unique_ptr<auth::TokenSource> tokens;
    std::unique_ptr<auth::AuthorizedTransport> authorized;
    std::unique_ptr<discovery::GroupSearch> groups;
};

DoctorDesk::DoctorDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
    , m_trace(std::make_shared<Trace>())
    , m_transport(m_deps.transport, m_trace, m_deps.clock)
{
}

DoctorDesk::~DoctorDesk() = default;

void DoctorDesk::publish()
{
    m_state.trace = m_trace->toText();
    Q_EMIT changed();
}

void DoctorDesk::line(const char *id, FindingState look, const QString &title, const QString &detail)
{
    m_state.chain.append({QLatin1String(id), look, title, detail});
    publish();
}

void DoctorDesk::run()
{
    if (m_state.running)
        return;
    m_trace->clear();
    m_state = {};
    m_state.running = true;
    m_visit = std::make_unique<Visit>(m_transport);
    const Profile &profile = m_deps.draft.profile();
    m_visit->evidence = evidenceOf(m_deps.draft.record(), m_deps.draft.store());
    if (profile.fhirBaseUrl.isEmpty()) {
        line("chain.way", FindingState::Bad, Words::tr("Address"),
            Words::tr("No endpoint is chosen yet: choose one on the page “Endpoint”."));
        finish();
        return;
    }
    connect(&m_visit->documents, &discovery::Discovery::finished, this, &DoctorDesk::discovered);
    m_visit->documents.start(
        {profile.fhirBaseUrl, profile.algorithm, {}, profile.tokenUrl, profile.clockOffset});
    publish();
}

void DoctorDesk::unlockAndRun(SecretBytes passphrase)
{
    if (m_state.running)
        return;
    m_deps.holder.unlock(std::move(passphrase));
    run();
}

void DoctorDesk::cancel()
{
    if (!m_state.running)
        return;
    m_deps.holder.stopWaiting();
    m_visit->documents.cancel();
    drop();
    m_state.running = false;
    publish();
}

void DoctorDesk::discovered(const DiscoveryResult &result)
{
    m_visit->server = std::make_unique<DiscoveryResult>(result);
    addDocuments(m_visit->evidence, result);
    if (result.clockSkew)
        m_deps.clockMeasured(*result.clockSkew);
    m_state.chain += documentLines(result);
    if (result.problem) {
        stop(*result.problem, Asked::Documents);
        return;
    }
    const QUrl &accepted = m_deps.draft.profile().tokenUrl;
    const bool elsewhere = accepted.isEmpty() && result.tokenUrl.host() != result.base.host();
    if (elsewhere) { // SB-008
        line("chain.token", FindingState::Attention, Words::tr("Token endpoint"),
            Words::tr("It is on another host, %1. Check the connection first and confirm it there.")
                .arg(result.tokenUrl.host()));
        finish();
        return;
    }
    lookAtKey();
}

void DoctorDesk::lookAtKey()
{
    const Profile &profile = m_deps.draft.profile();
    if (profile.clientId.isEmpty() || profile.keyThumbprint.isEmpty()) {
        line("chain.key", FindingState::Bad, Words::tr("Key and client"),
            profile.clientId.isEmpty()
                ? Words::tr("There is no client ID yet: enter it on the page “Client registration”.")
                : Words::tr("There is no key yet: make or import one on the page “Key pair”."));
        finish();
        return;
    }
    // What was typed and not confirmed yet is never signed for (EC-008).
    if (m_visit->evidence.otherEnvironment
        && recordOf(profile, practices::Step::Client).state != StepState::Ok) {
        line("chain.key", FindingState::Bad, Words::tr("Key and client"),
            Words::tr("The client ID or the key serves a practice of the other environment. Nothing was "
                      "signed: confirm it on the page “Client registration” first."));
        finish();
        return;
    }
    m_deps.holder.withKey(m_visit->turn.get(), [this](const Result<keys::KeyPair> &pair) { gotKey(pair); });
}

void DoctorDesk::gotKey(const Result<keys::KeyPair> &pair)
{
    const QString title = Words::tr("Key");
    if (!pair) {
        m_state.needsPassphrase = m_deps.holder.needsPassphrase();
        line("chain.key", FindingState::Bad, title,
            pair.error().what + QLatin1Char(' ') + advice(pair.error()));
        finish();
        return;
    }
    m_visit->key = *pair;
    const Profile &profile = m_deps.draft.profile();
    const bool same = QString::fromLatin1(pair->thumbprint()) == profile.keyThumbprint;
    line("chain.key", same ? FindingState::Ok : FindingState::Bad, title,
        same ? Words::tr("%1, ID %2.").arg(profile.algorithm, profile.keyId)
             : Words::tr("The key that lies there is not the one this practice was set up with."));
    lookAtJwks();
}

void DoctorDesk::lookAtJwks()
{
    const Profile &profile = m_deps.draft.profile();
    const QString title = Words::tr("Published key set");
    if (profile.jwksUrl.isEmpty()) {
        line("chain.jwks", FindingState::Unknown, title,
            Words::tr("It was pasted at the portal; only the server knows what it holds."));
        askForToken();
        return;
    }
    http::Request request;
    request.url = profile.jwksUrl;
    request.headers.add("Accept", "application/json");
    request.maxBodyBytes = std::int64_t{1} << 20;
    m_transport.send(request, m_visit->turn.get(), [this, title](const Result<http::Response> &answer) {
        const QByteArray local = m_deps.publicJwks();
        const QString keyId = m_deps.draft.profile().keyId;
        m_visit->evidence.jwks = hostedJwksSeen(answer, local, keyId);
        if (answer) {
            QList<Finding> findings = checkHostedJwks(*answer, local, keyId);
            const FindingState worst = discovery::worstOf(findings);
            QString detail;
            for (const Finding &finding : findings) {
                if (finding.state == worst && detail.isEmpty())
                    detail = finding.detail;
            }
            line("chain.jwks", worst, title, detail);
        } else {
            line("chain.jwks", FindingState::Bad, title, answer.error().what);
        }
        askForToken();
    });
}

void DoctorDesk::askForToken()
{
    m_visit->scopes = m_deps.scopes(*m_visit->server);
    const auth::ClientSettings settings = client(m_visit->scopes);
    auth::TokenSource::Deps deps{m_transport, m_deps.clock};
    deps.policy.attempts = 1; // a doctor wants to see the first answer
    m_visit->tokens = std::make_unique<auth::TokenSource>(deps, settings, *m_visit->key);
    m_visit->tokens->withToken(
        m_visit->turn.get(), [this](const Result<auth::AccessToken> &token) { gotToken(token); });
}

void DoctorDesk::gotToken(const Result<auth::AccessToken> &token)
{
    const QString title = Words::tr("Access token");
    if (const auto skew = m_visit->tokens->clockSkew()) { // of the host that judges the assertion
        m_visit->evidence.clockSkew = skew;
        m_deps.clockMeasured(*skew);
    }
    if (!token) {
        const auto told = auth::refusalOf(token.error());
        line("chain.token", FindingState::Bad, title,
            told ? Words::tr("The server refused: %1 (HTTP %2).").arg(told->error).arg(told->httpStatus)
                 : token.error().what);
        if (told
            && (told->error == QLatin1String("invalid_grant")
                || told->error == QLatin1String("invalid_scope")))
            probeScopes(token.error());
        else
            stop(token.error(), Asked::Token);
        return;
    }
    m_deps.draft.changeRecord([now = m_deps.draft.now()](OnboardingRecord &record) {
        record.lastToken = {record.clientId, record.keyThumbprint, now};
    });
    const auto life = std::chrono::duration_cast<std::chrono::seconds>(token->expiresAt - token->obtainedAt);
    line("chain.token", FindingState::Ok, title, Words::tr("Granted, valid for %1 s.").arg(life.count()));
    const QStringList missing = auth::missingScopes(m_visit->scopes, token->granted);
    line("chain.scopes", missing.isEmpty() ? FindingState::Ok : FindingState::Attention, Words::tr("Scopes"),
        missing.isEmpty() ? Words::tr("All %1 were granted.").arg(m_visit->scopes.size())
                          : Words::tr("Not granted: %1.").arg(missing.join(QStringLiteral(", "))));
    m_visit->evidence.groupScopeGranted =
        auth::unreadableTypes({QStringLiteral("Group")}, token->granted).isEmpty();
    lookAtGroups(*token);
}

auth::ClientSettings DoctorDesk::client(const QStringList &scopes) const
{
    auth::ClientSettings settings = flows::clientSettings(m_deps.draft.profile());
    if (settings.tokenUrl.isEmpty())
        settings.tokenUrl = m_visit->server->tokenUrl;
    settings.scopes = scopes;
    return settings;
}

void DoctorDesk::ask(const QStringList &scopes, const std::function<void(bool)> &done)
{
    const auth::ClientSettings settings = client(scopes);
    const auto request = auth::tokenRequest(settings, *m_visit->key, m_deps.clock.now());
    if (!request) {
        stop(request.error(), Asked::Token);
        return;
    }
    m_transport.send(
        *request, m_visit->turn.get(), [this, settings, done](const Result<http::Response> &answer) {
            publish();
            done(answer && auth::readTokenResponse(*answer, settings, m_deps.clock.now()).has_value());
        });
}

/// Which scope is it? First one alone, then the others in halves.
void DoctorDesk::probeScopes(const Error &refusal)
{
    const QString group = QStringLiteral("system/Group.read");
    const QStringList &scopes = m_visit->scopes;
    const QString first = scopes.contains(group) || scopes.isEmpty() ? group : scopes.first();
    ask({first}, [this, refusal, first](bool granted) {
        m_visit->evidence.oneScopeWorks = granted;
        if (granted) {
            m_visit->hunt.emplace(first, m_visit->scopes);
            hunt(refusal);
        } else {
            tryOtherForm(refusal);
        }
    });
}

void DoctorDesk::hunt(const Error &refusal)
{
    const auto next = m_visit->hunt->next();
    if (!next) {
        m_visit->evidence.refusedScopes = m_visit->hunt->culprits();
        stop(refusal, Asked::Token);
        return;
    }
    ask(*next, [this, refusal](bool granted) {
        m_visit->hunt->answered(granted);
        hunt(refusal);
    });
}

void DoctorDesk::tryOtherForm(const Error &refusal)
{
    const bool v2 = m_visit->evidence.dialect == auth::ScopeDialect::V2;
    ask({v2 ? QStringLiteral("system/Patient.read") : QStringLiteral("system/Patient.rs")},
        [this, refusal](bool granted) {
            m_visit->evidence.otherFormWorks = granted;
            stop(refusal, Asked::Token);
        });
}

void DoctorDesk::lookAtGroups(const auth::AccessToken &)
{
    const Profile &profile = m_deps.draft.profile();
    m_visit->authorized = std::make_unique<auth::AuthorizedTransport>(
        auth::AuthorizedTransport::Deps{m_transport, *m_visit->tokens},
        auth::trustedOrigins(profile.fhirBaseUrl, profile.trustedOrigins));
    m_visit->groups = std::make_unique<discovery::GroupSearch>(*m_visit->authorized);
    connect(m_visit->groups.get(), &discovery::GroupSearch::finished, this, &DoctorDesk::gotGroups);
    discovery::GroupSearchRequest request;
    request.base = profile.fhirBaseUrl;
    request.preset = m_visit->server->preset;
    request.trusted = auth::trustedOrigins(profile.fhirBaseUrl, profile.trustedOrigins);
    if (m_visit->server->capability)
        request.searchParameters = m_visit->server->capability->groupSearchParameters();
    constexpr int kPages = 20; // enough to see whether the Group is there
    request.pageCap = kPages;
    m_visit->groups->start(request);
}

void DoctorDesk::gotGroups(const Result<discovery::GroupList> &groups)
{
    const QString title = Words::tr("Groups");
    if (!groups) {
        line("chain.group", FindingState::Bad, title, groups.error().what);
        stop(groups.error(), Asked::Groups);
        return;
    }
    const Profile &profile = m_deps.draft.profile();
    addGroups(m_visit->evidence, profile, *groups, m_visit->server->preset);
    if (groups->manualReason) {
        line("chain.group", FindingState::Bad, title, groups->manualReason->what);
        stop(*groups->manualReason, Asked::Groups);
        return;
    }
    m_state.chain.append(groupLine(m_visit->evidence, profile, *groups, m_visit->server->preset));
    publish();
    lookAtLastExport();
}

void DoctorDesk::lookAtLastExport()
{
    const auto last = lastRefusedExport(m_deps.draft.profile(), m_deps.draft.store());
    if (!last) {
        finish();
        return;
    }
    // The chain was walked just now, the export was not: say when it was.
    line("chain.export", FindingState::Bad, Words::tr("Last export"),
        last->when.isEmpty() ? last->problem.what
                             : Words::tr("%1 (started %2)").arg(last->problem.what, last->when));
    stop(last->problem, last->asked);
}

void DoctorDesk::stop(const Error &refusal, Asked asked)
{
    m_state.refusal = refusal;
    m_state.asked = asked;
    m_state.causes = discovery::diagnose(refusal, asked, m_visit->evidence);
    finish();
}

void DoctorDesk::finish()
{
    m_state.running = false;
    m_state.finished = true;
    drop();
    publish();
}

/// What called us may still be on the stack, so the visit goes in the next turn; nothing of it calls any
/// more.
void DoctorDesk::drop()
{
    if (!m_visit)
        return;
    disconnect(&m_visit->documents, nullptr, this, nullptr);
    if (m_visit->groups)
        disconnect(m_visit->groups.get(), nullptr, this, nullptr);
    m_visit->turn.reset();
    std::shared_ptr<Visit> over(std::move(m_visit));
    QMetaObject::invokeMethod(
        this, [over] {}, Qt::QueuedConnection);
}

Result<> DoctorDesk::saveTrace(const QString &path) const
{
    return flows::writeDurably(path, m_state.trace.toUtf8());
}

} // namespace waybill::assistant
