// SPDX-License-Identifier: Apache-2.0
#include "sandbox_practice.h"

#include "auth/scopes.h"
#include "discovery/discover.h"
#include "discovery/group_search.h"

namespace waybill::flows::test {
namespace {

bool isEcw(const SandboxProcess::Practice &practice)
{
    return practice.vendor == QLatin1String("eclinicalworks");
}

discovery::DiscoveryResult discover(http::Transport &transport, const QUrl &base)
{
    discovery::Discovery discovery(transport);
    QSignalSpy finished(&discovery, &discovery::Discovery::finished);
    discovery.start({base});
    if (finished.isEmpty() && !finished.wait(20000))
        return {};
    return finished.first().first().value<discovery::DiscoveryResult>();
}

QString firstGroup(http::Transport &authorized, const QUrl &base, const discovery::DiscoveryResult &found)
{
    discovery::GroupSearch search(authorized);
    QSignalSpy finished(&search, &discovery::GroupSearch::finished);
    discovery::GroupSearchRequest request;
    request.base = base;
    request.preset = found.preset;
    if (found.capability)
        request.searchParameters = found.capability->groupSearchParameters();
    search.start(request);
    if (finished.isEmpty() && !finished.wait(20000))
        return {};
    const auto list = finished.first().first().value<Result<discovery::GroupList>>();
    return list && !list->groups.isEmpty() ? discovery::exportValueFor(list->groups.first(), found.preset)
                                           : QString();
}

} // namespace

RegisteredClient::RegisteredClient(SandboxProcess &sandbox, const SandboxProcess::Practice &practice)
    : key(
        *keys::generate(isEcw(practice) ? keys::KeyKind::Rsa3072 : keys::KeyKind::EcP384)) // eCW: RS384 only
{
    const auto transport = http::makeQtTransport();
    const discovery::DiscoveryResult found = discover(*transport, practice.fhirBaseUrl);
    profile.id = QStringLiteral("p-") + practice.code;
    profile.name = practice.name;
    profile.practiceName = practice.name;
    profile.practiceCode = practice.code;
    profile.fhirBaseUrl = practice.fhirBaseUrl;
    profile.tokenUrl = found.tokenUrl;
    profile.vendor = found.preset.id;
    profile.bulkDataVersion = found.bulkDataVersion;
    profile.algorithm = keys::algorithmName(key.algorithm());
    profile.clientId =
        sandbox.registerClient(QStringLiteral("test"), {practice.code}, keys::jwkSet({key.publicJwk()}));
    profile.types = {QStringLiteral("Patient"), QStringLiteral("Condition")};
    profile.scopes = auth::scopesFor(profile.types + QStringList{QStringLiteral("Immunization")},
        isEcw(practice) ? auth::ScopeDialect::EcwMixed : auth::ScopeDialect::V2,
        found.smart ? found.smart->scopes : QStringList());
    if (!isEcw(practice))
        profile.scopes.append(QStringLiteral("system/Group.rs")); // to find the Group
    auth::TokenSource tokens({*transport, clock}, settings(), key);
    auth::AuthorizedTransport authorized({*transport, tokens}, auth::trustedOrigins(profile.fhirBaseUrl, {}));
    profile.group.value = firstGroup(authorized, profile.fhirBaseUrl, found);
}

auth::ClientSettings RegisteredClient::settings() const
{
    auth::ClientSettings settings;
    settings.tokenUrl = profile.tokenUrl;
    settings.clientId = profile.clientId;
    settings.scopes = profile.scopes;
    return settings;
}

RegisteredClient RegisteredClient::another(SandboxProcess &sandbox) const
{
    RegisteredClient copy = *this;
    copy.profile.clientId = sandbox.registerClient(
        QStringLiteral("test"), {profile.practiceCode}, keys::jwkSet({key.publicJwk()}));
    return copy;
}

SandboxPractice::SandboxPractice(const RegisteredClient &client)
    : profile(client.profile)
    , m_transport(http::makeQtTransport({m_cookies, {}}))
    , m_budget(m_clock, {profile.fhirBaseUrl.toString(), 0, {}})
    , m_tokens({*m_transport, m_clock}, client.settings(), client.key)
{
}

std::unique_ptr<RunExport> SandboxPractice::exporter()
{
    return std::make_unique<RunExport>(
        RunExport::Deps{*m_transport, m_tokens, m_budget, store(), m_clock, m_cookies, {}}, profile);
}

practices::Store &SandboxPractice::store()
{
    if (!m_store)
        m_store = std::move(*practices::Store::open(m_folder.filePath(QStringLiteral("state"))));
    return *m_store;
}

ExportPlan SandboxPractice::plan(const SinceChoice &since)
{
    return *planExport(store(), profile, since, m_folder.filePath(QStringLiteral("out")));
}

QList<RunResult> SandboxPractice::run(const SinceChoice &since, int patience)
{
    const auto exporter = this->exporter();
    QSignalSpy finished(exporter.get(), &RunExport::finished);
    if (const Result<> started = exporter->start(plan(since)); !started) {
        qWarning("%s", qPrintable(describe(started.error())));
        return {};
    }
    if (finished.isEmpty())
        finished.wait(patience);
    m_last = exporter->progress();
    return exporter->results();
}

QMap<QString, QString> SandboxPractice::watermarks()
{
    QMap<QString, QString> all;
    const auto marks = *store().watermarks(practices::watermarkKey(profile));
    for (const practices::Watermark &mark : marks)
        all.insert(mark.type, mark.value);
    return all;
}

} // namespace waybill::flows::test
