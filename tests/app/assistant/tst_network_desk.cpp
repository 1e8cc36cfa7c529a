// SPDX-License-Identifier: Apache-2.0
// Private authorities and a proxy for one practice, against real loopback servers with TLS.
#include "app/assistant/assistant_fixture.h"
#include "assistant/network_desk.h"
#include "assistant/practice_transport.h"
#include "support/loopback_server.h"

using namespace waybill;
using namespace waybill::assistant;
using practices::Step;
using practices::StepState;
using waybill::test::LoopbackServer;
using waybill::test::Onboarding;
using waybill::test::Tls;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

/// A practice's server as far as discovery needs one.
void serve(LoopbackServer &server)
{
    const QByteArray token = server.url(QStringLiteral("/token")).toString().toUtf8();
    server.answer("/fhir/.well-known/smart-configuration",
        test::json(R"({"token_endpoint":")" + token
            + R"(","grant_types_supported":["client_credentials"],"capabilities":[],"scopes_supported":["system/Patient.read"]})"));
    server.answer("/fhir/metadata",
        test::json(
            R"({"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","rest":[{"mode":"server"}]})"));
    server.answer("/token", test::json(R"({"error":"invalid_client"})", 401));
}

bool connects(Onboarding &o)
{
    o.practice().connection().run();
    return Onboarding::waitFor(
        [&] { return o.practice().connection().state().work == ConnectionDeskState::Work::Idle; });
}

} // namespace

class TestOnboardingNetworkDesk : public QObject
{
    Q_OBJECT

    /// Set up as far as the connection; the key is of no matter here.
    static bool pointedAt(Onboarding &o, const QUrl &base)
    {
        if (!o.chooseEnvironment(practices::Environment::Sandbox, false) || !o.makeKey())
            return false;
        o.practice().endpoint().type(base.toString());
        return o.practice().endpoint().accept().has_value()
            && o.practice()
                   .client()
                   .accept({Registration::PastedJwks, QStringLiteral("client"), {}, false})
                   .has_value();
    }

private Q_SLOTS:
    void aPrivateAuthorityIsTrustedForThisPracticeOnly()
    {
        LoopbackServer server(Tls::Good);
        serve(server);
        Onboarding o;
        QVERIFY(pointedAt(o, server.url(QStringLiteral("/fhir"))));
        QVERIFY(connects(o));
        QVERIFY(o.practice().connection().state().problem); // unknown authority
        QVERIFY(!o.practice().connection().state().server->smart);

        QVERIFY(o.practice().network().trust(server.caFile()));
        QCOMPARE(o.practice().network().state().authorities.size(), 1);
        QVERIFY(o.profile().network.caFile.startsWith(o.home()));
        QCOMPARE(contentOf(o.profile().network.caFile), contentOf(server.caFile()));
        QVERIFY(connects(o));
        QVERIFY(o.practice().connection().state().server->smart);
        QCOMPARE(o.practice().connection().state().problem->httpStatus, std::optional(401)); // TLS is fine

        Onboarding other;
        QVERIFY(pointedAt(other, server.url(QStringLiteral("/fhir"))));
        QVERIFY(connects(other));
        QVERIFY(!other.practice().connection().state().server->smart);
    }

    void theCertificateIsShown() // EC-027
    {
        LoopbackServer server(Tls::Good);
        serve(server);
        Onboarding o;
        QVERIFY(pointedAt(o, server.url(QStringLiteral("/fhir"))));
        QVERIFY(o.practice().network().trust(server.caFile()));
        QVERIFY(connects(o));
        const discovery::Finding first = o.practice().connection().state().findings.value(0);
        QCOMPARE(first.id, QStringLiteral("certificate"));
        QVERIFY2(first.detail.contains(QLatin1String("SHA-256")), qPrintable(first.detail));
        QVERIFY(first.detail.contains(QLatin1Char(':')));
    }

    void aWrongCertificateNeverPasses_data()
    {
        QTest::addColumn<int>("tls");
        QTest::newRow("self-signed") << static_cast<int>(Tls::SelfSigned);
        QTest::newRow("expired") << static_cast<int>(Tls::Expired);
        QTest::newRow("another host") << static_cast<int>(Tls::WrongHost);
        QTest::newRow("old protocol") << static_cast<int>(Tls::OldProtocol);
    }
    void aWrongCertificateNeverPasses()
    {
        QFETCH(const int, tls);
        LoopbackServer server(static_cast<Tls>(tls));
        LoopbackServer good(Tls::Good); // an authority that is trusted, but not for this
        serve(server);
        Onboarding o;
        QVERIFY(pointedAt(o, server.url(QStringLiteral("/fhir"))));
        const bool signedByAuthority =
            QFile::exists(server.caFile()) && tls != static_cast<int>(Tls::SelfSigned);
        QVERIFY(o.practice().network().trust(signedByAuthority ? server.caFile() : good.caFile()));
        QVERIFY(connects(o));
        QVERIFY(!o.practice().connection().state().server->smart);
        QCOMPARE(o.record(Step::Connection).state, StepState::Failed);
        QVERIFY(server.requests().isEmpty());
    }

    void aFileThatIsNoAuthorityIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("half") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n");
        QTest::newRow("private key") << QByteArray(
            "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
    }
    void aFileThatIsNoAuthorityIsNamed()
    {
        QFETCH(const QByteArray, bytes);
        Onboarding o;
        QVERIFY(!o.practice().network().trust(write(o.inHome(QStringLiteral("ca.pem")), bytes)));
        QVERIFY(o.practice().network().state().problem);
        QVERIFY(o.profile().network.caFile.isEmpty());
        QVERIFY(!o.practice().network().trust(o.inHome(QStringLiteral("none.pem"))));
    }

    void theSettingsOutliveARestartAndCanBeTakenBack()
    {
        LoopbackServer server(Tls::Good);
        serve(server);
        Onboarding o;
        QVERIFY(pointedAt(o, server.url(QStringLiteral("/fhir"))));
        QVERIFY(o.practice().network().trust(server.caFile()));
        QVERIFY(o.practice().network().useProxy(QStringLiteral("direct"))); // none, whatever the system says
        QCOMPARE(o.practice().network().state().proxy, QStringLiteral("direct:"));
        QVERIFY(o.practice().network().useProxy(QStringLiteral(" proxy.example:8080 ")));
        o.reopen();
        QCOMPARE(o.practice().network().state().proxy, QStringLiteral("http://proxy.example:8080"));
        QCOMPARE(o.practice().network().state().authorities.size(), 1);
        o.practice().network().trustSystemOnly();
        QVERIFY(o.practice().network().useProxy({}));
        QCOMPARE(o.profile().network, practices::NetworkSettings());
    }

    void theProxyIsAskedForOtherHosts()
    {
        LoopbackServer proxy;
        proxy.answerAnything([](const test::SeenRequest &) { return test::Answer{407}; });
        Onboarding o;
        QVERIFY(pointedAt(o, QUrl(QStringLiteral("https://practice.example/fhir"))));
        QVERIFY(o.practice().network().useProxy(QStringLiteral("127.0.0.1:%1").arg(proxy.port())));
        QVERIFY(connects(o));
        QVERIFY(!proxy.requests().isEmpty());
        QCOMPARE(proxy.requests().first().method, QByteArray("CONNECT"));
        QCOMPARE(proxy.requests().first().target, QByteArray("practice.example:443"));
        QVERIFY(o.practice().connection().state().problem);
    }

    void loopbackNeverGoesThroughTheProxy()
    {
        LoopbackServer server;
        serve(server);
        LoopbackServer proxy;
        Onboarding o;
        QVERIFY(pointedAt(o, server.url(QStringLiteral("/fhir"))));
        QVERIFY(o.practice().network().useProxy(QStringLiteral("127.0.0.1:%1").arg(proxy.port())));
        QVERIFY(connects(o));
        QVERIFY(o.practice().connection().state().server->smart);
        QVERIFY(proxy.requests().isEmpty());
    }

    void whatIsNoProxyIsNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("no port") << QStringLiteral("proxy.example");
        QTest::newRow("password") << QStringLiteral("http://user:secret@proxy.example:8080");
        QTest::newRow("strange scheme") << QStringLiteral("ftp://proxy.example:21");
        QTest::newRow("words") << QStringLiteral("the usual one");
    }
    void whatIsNoProxyIsNamed()
    {
        QFETCH(const QString, typed);
        Onboarding o;
        QVERIFY(!o.practice().network().useProxy(typed));
        QVERIFY(o.profile().network.proxy.isEmpty());
        QVERIFY(!describe(*o.practice().network().state().problem).contains(QLatin1String("secret")));
    }

    void anotherWayMakesTheConnectionStale()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment());
        o.practice().draft().complete(Step::Connection, QStringLiteral("token"));
        QVERIFY(o.practice().network().useProxy(QStringLiteral("proxy.example:8080")));
        QCOMPARE(o.record(Step::Connection).state, StepState::Stale);
    }
};

QTEST_GUILESS_MAIN(TestOnboardingNetworkDesk)
#include "tst_network_desk.moc"
