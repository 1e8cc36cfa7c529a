// SPDX-License-Identifier: Apache-2.0
// An export's connection: its requests are counted, and it trusts what its practice trusts.
#include "flows/export_connection.h"
#include "support/sandbox_process.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;
using waybill::test::SandboxProcess;

namespace {

/// A client of the generic practice, with the token endpoint it was told.
struct Client {
    keys::KeyPair key = *keys::generate(keys::KeyKind::EcP384);
    practices::Profile profile;

    explicit Client(SandboxProcess &sandbox)
    {
        const auto practice = sandbox.generic();
        profile.fhirBaseUrl = practice.fhirBaseUrl;
        profile.clientId =
            sandbox.registerClient(QStringLiteral("test"), {practice.code}, keys::jwkSet({key.publicJwk()}));
        profile.scopes = {QStringLiteral("system/Patient.read")};
        const QString path = practice.fhirBaseUrl.path() + QStringLiteral("/.well-known/smart-configuration");
        profile.tokenUrl =
            QUrl(sandbox.ask("GET", path).json().value(QLatin1String("token_endpoint")).toString());
    }
};

std::optional<Result<auth::AccessToken>> tokenBy(ExportConnection &connection)
{
    std::optional<Result<auth::AccessToken>> answer;
    QObject context;
    connection.tokens().withToken(
        &context, [&answer](Result<auth::AccessToken> token) { answer = std::move(token); });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000) ? answer : std::nullopt;
}

} // namespace

class TestExportConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenRequestsCountInTheBudget() // SB-060
    {
        SandboxProcess sandbox({QStringLiteral("--patients"), QStringLiteral("5")});
        QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
        const Client client(sandbox);
        QVERIFY(!client.profile.clientId.isEmpty() && !client.profile.tokenUrl.isEmpty());
        QTemporaryDir folder;
        practices::Profile profile = client.profile;
        profile.requestsPerMinute = 100;
        const SystemClock clock;
        ExportConnection connection(profile, client.key, clock, folder.path());
        const int before = connection.budget().usedThisMinute();
        const auto token = tokenBy(connection);
        QVERIFY(token && *token);
        // The minute may have turned in between: then one is all there is.
        QVERIFY(
            connection.budget().usedThisMinute() == before + 1 || connection.budget().usedThisMinute() == 1);
    }

    void anAssertionCarriesTheClockThatWasChosen() // SB-045, F-041
    {
        SandboxProcess sandbox({QStringLiteral("--patients"), QStringLiteral("5")});
        QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
        const Client client(sandbox);
        QVERIFY(sandbox.setFaults({QStringLiteral("clock-ahead")}));
        QTemporaryDir folder;
        const SystemClock clock;
        ExportConnection own(client.profile, client.key, clock, folder.path());
        const auto refused = tokenBy(own);
        QVERIFY(refused && !*refused);
        QVERIFY2(refused->error().next.contains(QLatin1String("10 min behind")),
            qPrintable(refused->error().next));
        const auto skew = own.tokens().clockSkew();
        QVERIFY(skew);

        practices::Profile profile = client.profile;
        profile.clockOffset = std::chrono::round<std::chrono::seconds>(*skew);
        QVERIFY(std::chrono::abs(profile.clockOffset - std::chrono::minutes{10}) < std::chrono::seconds{5});
        ExportConnection servers(profile, client.key, clock, folder.path());
        const auto granted = tokenBy(servers);
        QVERIFY(granted && *granted);

        QVERIFY(sandbox.setFaults({})); // mended: now the shift is what is wrong
        ExportConnection late(profile, client.key, clock, folder.path());
        const auto again = tokenBy(late);
        QVERIFY(again && !*again);
        QVERIFY2(again->error().next.contains(QLatin1String("shifted by")), qPrintable(again->error().next));
    }

    void anExportTrustsTheAuthoritiesOfItsPractice()
    {
        SandboxProcess sandbox({QStringLiteral("--patients"), QStringLiteral("5"), QStringLiteral("--tls")});
        QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
        const Client client(sandbox);
        QCOMPARE(client.profile.tokenUrl.scheme(), QStringLiteral("https"));
        QTemporaryDir folder;
        const SystemClock clock;
        practices::Profile profile = client.profile;
        profile.network.caFile = sandbox.caFile();
        ExportConnection trusting(profile, client.key, clock, folder.path());
        const auto token = tokenBy(trusting);
        QVERIFY(token && *token);

        const int before = sandbox.requests(QStringLiteral("POST"), QStringLiteral("token"));
        profile.network = {};
        ExportConnection strict(profile, client.key, clock, folder.path());
        QObject context;
        std::optional<Result<http::Response>> answer;
        http::Request request;
        request.url = profile.tokenUrl;
        strict.transport().send(
            request, &context, [&answer](Result<http::Response> got) { answer = std::move(got); });
        QVERIFY(QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000));
        QVERIFY(!*answer);
        QCOMPARE(sandbox.requests(QStringLiteral("POST"), QStringLiteral("token")), before);
    }
};

QTEST_GUILESS_MAIN(TestExportConnection)
#include "tst_export_connection.moc"
