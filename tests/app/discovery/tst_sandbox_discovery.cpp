// SPDX-License-Identifier: Apache-2.0
#include "auth/authorized_transport.h"
#include "discovery/directory_fetch.h"
#include "discovery/directory_import.h"
#include "discovery/discover.h"
#include "discovery/group_search.h"
#include "http/qt_transport.h"
#include "support/sandbox_process.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;
using test::SandboxProcess;

/// Everything this room does, against the real practice server: real tokens, real lists.
class TestSandboxDiscovery : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("20")}};
    std::unique_ptr<http::Transport> m_transport = http::makeQtTransport();
    SystemClock m_clock;

    DiscoveryResult discover(const QUrl &base)
    {
        Discovery discovery(*m_transport);
        std::optional<DiscoveryResult> found;
        connect(
            &discovery, &Discovery::finished, this, [&](const DiscoveryResult &result) { found = result; });
        DiscoveryRequest request;
        request.base = base;
        discovery.start(request);
        return QTest::qWaitFor([&] { return found.has_value(); }, 20000) ? *found : DiscoveryResult{};
    }

    Result<GroupList> groups(
        const SandboxProcess::Practice &practice, const DiscoveryResult &server, const QStringList &scopes)
    {
        const bool mayBeQuick = server.preset.algorithms.contains(QLatin1String("ES384")); // eCW: RS384 only
        const keys::KeyPair pair =
            *keys::generate(mayBeQuick ? keys::KeyKind::EcP384 : keys::KeyKind::Rsa3072);
        auth::ClientSettings settings;
        settings.tokenUrl = server.tokenUrl;
        settings.clientId = m_sandbox.registerClient(
            QStringLiteral("test"), {practice.code}, keys::jwkSet({pair.publicJwk()}));
        settings.scopes = scopes;
        auth::TokenSource tokens({*m_transport, m_clock}, settings, pair);
        auth::AuthorizedTransport authorized(
            {*m_transport, tokens}, auth::trustedOrigins(practice.fhirBaseUrl, {}));
        GroupSearch search(authorized);
        std::optional<Result<GroupList>> found;
        connect(
            &search, &GroupSearch::finished, this, [&](const Result<GroupList> &result) { found = result; });
        GroupSearchRequest request;
        request.base = practice.fhirBaseUrl;
        request.preset = server.preset;
        request.searchParameters = server.capability->groupSearchParameters();
        search.start(request);
        if (!QTest::qWaitFor([&] { return found.has_value(); }, 20000))
            return failure(ErrorCode::Internal, QStringLiteral("no answer"));
        return *found;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem())); }

    void theEcwLikePracticeIsRecognised() // EC-001
    {
        const auto practice = m_sandbox.ecw();
        const DiscoveryResult server = discover(practice.fhirBaseUrl);
        QVERIFY2(!server.problem, server.problem ? qPrintable(describe(*server.problem)) : "");
        QCOMPARE(server.preset.id, QStringLiteral("eclinicalworks"));
        QCOMPARE(server.bulkDataVersion, QStringLiteral("1.0.1"));
        QVERIFY(server.capability->groupExport);
        QVERIFY(worstOf(server.findings) != FindingState::Bad);

        const auto list = groups(practice, server, {QStringLiteral("system/Group.read")});
        QVERIFY2(list, list ? "" : qPrintable(describe(list.error())));
        QVERIFY(!list->manualReason);
        QVERIFY(!list->groups.isEmpty());
        const Group &first = list->groups.first();
        QVERIFY(!first.identifiers.isEmpty());
        QCOMPARE(exportValueFor(first, server.preset), first.identifiers.first().value); // EC-006
        QVERIFY(exportValueFor(first, server.preset) != first.id);
    }

    void theOtherPracticeIsGeneric()
    {
        const auto practice = m_sandbox.generic();
        const DiscoveryResult server = discover(practice.fhirBaseUrl);
        QVERIFY2(!server.problem, server.problem ? qPrintable(describe(*server.problem)) : "");
        QCOMPARE(server.preset.id, QStringLiteral("generic"));
        QCOMPARE(server.bulkDataVersion, QStringLiteral("3.0.0"));
        const auto list = groups(practice, server, {QStringLiteral("system/Group.rs")});
        QVERIFY2(list, list ? "" : qPrintable(describe(list.error())));
        QVERIFY(!list->groups.isEmpty());
        QCOMPARE(exportValueFor(list->groups.first(), server.preset), list->groups.first().id);
    }

    void aTokenWithoutGroupReadIsNoListing() // GD-012
    {
        const auto practice = m_sandbox.ecw();
        const auto list =
            groups(practice, discover(practice.fhirBaseUrl), {QStringLiteral("system/Patient.read")});
        QVERIFY(!list || list->manualReason);
    }

    void itsPracticeListIsImported() // EC-021, EC-028
    {
        std::optional<Result<DirectoryDownload>> answer;
        fetchDirectory(*m_transport, m_sandbox.practiceList(), {}, this,
            [&](const Result<DirectoryDownload> &found) { answer = found; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 20000));
        QVERIFY(*answer);
        const auto list = importDirectory((*answer)->bytes, {(*answer)->source, {}});
        QVERIFY2(list, list ? "" : qPrintable(describe(list.error())));
        QVERIFY(list->entries.size() >= 17000);
        const auto own = std::find_if(list->entries.begin(), list->entries.end(),
            [&](const EndpointEntry &entry) { return entry.url == m_sandbox.ecw().fhirBaseUrl.toString(); });
        QVERIFY(own != list->entries.end());
        QVERIFY(!(own->flags & kHiddenByDefault));
    }
};

QTEST_GUILESS_MAIN(TestSandboxDiscovery)
#include "tst_sandbox_discovery.moc"
