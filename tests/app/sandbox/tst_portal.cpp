// SPDX-License-Identifier: Apache-2.0
// Registration, hosting of key sets, and what the portal refuses.
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QJsonDocument>
#include <QTest>

using namespace waybill::test;

class TestPortal : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("2")}};
    SigningKey m_key{SigningKey::Type::Rsa};

    QString url(const QString &path) const { return m_sandbox.portal().toString(QUrl::RemovePath) + path; }
    QString error(const QJsonObject &application)
    {
        const auto answer = m_sandbox.ask("POST", QStringLiteral("/portal/clients"),
            QJsonDocument(application).toJson(QJsonDocument::Compact));
        return answer.status == 400 ? answer.json().value(QLatin1String("error")).toString() : QString();
    }
    QJsonObject application(const QJsonObject &jwk) const
    {
        return {{QStringLiteral("name"), QStringLiteral("app")},
            {QStringLiteral("practiceCode"), QStringLiteral("FFBJCD")},
            {QStringLiteral("jwks"), QJsonObject{{QStringLiteral("keys"), QJsonArray{jwk}}}}};
    }
    HttpAnswer tokenFor(const QString &clientId, const QString &kid, const SigningKey &key) const
    {
        const PracticeClient client(m_sandbox.ecw().fhirBaseUrl.toString(), clientId, key);
        const AssertionParts parts = goodAssertion(clientId, client.tokenUrl(), kid);
        return askForToken(client.tokenUrl(), compactJws(parts.header, parts.claims, key),
            QStringLiteral("system/Group.read"));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem())); }

    void aPastedKeySetIsEnough()
    {
        const QString id = m_sandbox.registerClient(
            QStringLiteral("pasted"), {QStringLiteral("FFBJCD")}, m_key.jwkSet(QStringLiteral("k1")));
        QVERIFY(!id.isEmpty());
        QCOMPARE(tokenFor(id, QStringLiteral("k1"), m_key).status, 200);
    }

    void aHostedKeySetWorksByItsUrl() // SB-029
    {
        const QUrl hosted =
            m_sandbox.hostJwks(QStringLiteral("my-app_1"), m_key.jwkSet(QStringLiteral("k1")));
        const HttpAnswer served = request("GET", hosted.toString());
        QCOMPARE(served.status, 200);
        QCOMPARE(served.headers.value("content-type"), QByteArray("application/json"));
        QVERIFY(served.headers.value("cache-control").contains("max-age="));
        QCOMPARE(served.body, m_key.jwkSet(QStringLiteral("k1")));
        const QString id =
            m_sandbox.registerClient(QStringLiteral("by url"), {QStringLiteral("FFBJCD")}, hosted);
        QCOMPARE(tokenFor(id, QStringLiteral("k1"), m_key).status, 200);
    }

    void aNewKeyBehindTheUrlIsSeenAtOnce() // SB-032: a kid that the kept set lacks is looked for
    {
        const QUrl hosted =
            m_sandbox.hostJwks(QStringLiteral("rotating"), m_key.jwkSet(QStringLiteral("k1")));
        const QString id =
            m_sandbox.registerClient(QStringLiteral("rotating"), {QStringLiteral("FFBJCD")}, hosted);
        QCOMPARE(tokenFor(id, QStringLiteral("k1"), m_key).status, 200);
        const SigningKey next(SigningKey::Type::Rsa);
        QCOMPARE(tokenFor(id, QStringLiteral("k2"), next).status, 401);
        m_sandbox.hostJwks(QStringLiteral("rotating"), next.jwkSet(QStringLiteral("k2")));
        QCOMPARE(tokenFor(id, QStringLiteral("k2"), next).status, 200);
    }

    void aUrlThatServesNothingIsAnAuthenticationFailure()
    {
        const QString id = m_sandbox.registerClient(QStringLiteral("nowhere"), {QStringLiteral("FFBJCD")},
            QUrl(url(QStringLiteral("/jwks/nothing.json"))));
        const HttpAnswer answer = tokenFor(id, QStringLiteral("k1"), m_key);
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.json()
                    .value(QLatin1String("error_description"))
                    .toString()
                    .contains(QLatin1String("404")));
    }

    void privateMembersAreRefusedLoudly_data() // SB-026
    {
        QTest::addColumn<QString>("member");
        for (const char *const name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void privateMembersAreRefusedLoudly()
    {
        QFETCH(QString, member);
        QJsonObject jwk = m_key.publicJwk(QStringLiteral("k1"));
        jwk.insert(member, QStringLiteral("AAAA"));
        QVERIFY(error(application(jwk)).startsWith(QLatin1String("STOP:")));
        const QByteArray set = QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{jwk}}}).toJson();
        QVERIFY(m_sandbox.hostJwks(QStringLiteral("leak"), set).isEmpty());
        QCOMPARE(request("GET", url(QStringLiteral("/jwks/leak.json"))).status, 404);
    }

    void badApplicationsAreRefusedWithASentence()
    {
        const QJsonObject good = application(m_key.publicJwk(QStringLiteral("k1")));
        const auto without = [&](const char *name) {
            QJsonObject changed = good;
            changed.remove(QLatin1String(name));
            return changed;
        };
        const auto with = [&](const char *name, const QJsonValue &value) {
            QJsonObject changed = good;
            changed.insert(QLatin1String(name), value);
            return changed;
        };
        QVERIFY(error(good).isEmpty());
        QVERIFY(!error(without("name")).isEmpty());
        QVERIFY(!error(without("practiceCode")).isEmpty());
        QVERIFY(!error(without("jwks")).isEmpty());
        QVERIFY(error(with("practiceCode", QStringLiteral("NOWHERE"))).contains(QLatin1String("NOWHERE")));
        QVERIFY(!error(with("jwksUrl", url(QStringLiteral("/jwks/a.json")))).isEmpty()); // both
        QJsonObject away = without("jwks");
        away.insert(QStringLiteral("jwksUrl"), QStringLiteral("https://keys.example.org/jwks.json"));
        QVERIFY(error(away).contains(QLatin1String("loopback")));
        QVERIFY(error(application(m_key.publicJwk({}))).contains(QLatin1String("kid")));
        QVERIFY(!error(application(SigningKey(SigningKey::Type::SmallRsa).publicJwk(QStringLiteral("s"))))
                     .isEmpty());
        QVERIFY(
            !error(application(SigningKey(SigningKey::Type::P256).publicJwk(QStringLiteral("p")))).isEmpty());
        QVERIFY(
            error(application(SigningKey(SigningKey::Type::P384).publicJwk(QStringLiteral("e")))).isEmpty());
        QJsonObject twice = good;
        const QJsonObject jwk = m_key.publicJwk(QStringLiteral("k1"));
        twice.insert(QStringLiteral("jwks"), QJsonObject{{QStringLiteral("keys"), QJsonArray{jwk, jwk}}});
        QVERIFY(error(twice).contains(QLatin1String("Two keys")));
    }

    void thePageRegistersToo()
    {
        const HttpAnswer page = request("GET", url(QStringLiteral("/portal")));
        QCOMPARE(page.status, 200);
        QVERIFY(page.headers.value("content-type").startsWith("text/html"));
        QVERIFY(page.body.contains("<form method=\"post\" action=\"/portal/clients\">"));
        QVERIFY(page.body.contains("Oak Hill Pediatrics"));
        const HttpAnswer done = postForm(url(QStringLiteral("/portal/clients")),
            {{QStringLiteral("name"), QStringLiteral("<img src=x> & Söhne")},
                {QStringLiteral("practice"), QStringLiteral("FFBJCD")},
                {QStringLiteral("practice"), QStringLiteral("OAKHILL")},
                {QStringLiteral("jwks"), QString::fromUtf8(m_key.jwkSet(QStringLiteral("k1")))},
                {QStringLiteral("jwksUrl"), QString()}});
        QCOMPARE(done.status, 201);
        QVERIFY(done.body.contains("The client id is "));
        QVERIFY(done.body.contains("&lt;img src=x&gt; &amp; S\xc3\xb6hne")); // escaped: F-133
        QVERIFY(!done.body.contains("<img"));
        const HttpAnswer refused =
            postForm(url(QStringLiteral("/portal/clients")), {{QStringLiteral("name"), QStringLiteral("x")}});
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.body.contains("practice"));
    }

    void theLogHasNoSecrets() // BD-220
    {
        const QString id = m_sandbox.registerClient(
            QStringLiteral("quiet"), {QStringLiteral("FFBJCD")}, m_key.jwkSet(QStringLiteral("k1")));
        PracticeClient client(m_sandbox.ecw().fhirBaseUrl.toString(), id, m_key);
        (void)client.signIn(QStringLiteral("system/Group.read"));
        QCOMPARE(client.get(client.base() + QStringLiteral("/Group?page=1")).status, 200);
        const QByteArray log = QJsonDocument(m_sandbox.requestLog()).toJson();
        QVERIFY(!log.contains(client.token()));
        QVERIFY(!log.contains("eyJ")); // what every assertion begins with
        const QJsonObject last =
            m_sandbox.requestLog()
                .value(QLatin1String("requests"))
                .toArray()
                .at(m_sandbox.requestLog().value(QLatin1String("requests")).toArray().size() - 3)
                .toObject();
        QVERIFY(m_sandbox.requests(QStringLiteral("GET"), QStringLiteral("/Group")) > 0);
        QVERIFY(last.contains(QLatin1String("authorized")));
    }

    void faultsAreSwitchedAtRunTime()
    {
        QVERIFY(m_sandbox.setFaults({QStringLiteral("no-smart-configuration")}));
        const QString document =
            m_sandbox.ecw().fhirBaseUrl.toString() + QStringLiteral("/.well-known/smart-configuration");
        QCOMPARE(request("GET", document).status, 404);
        QVERIFY(!m_sandbox.setFaults({QStringLiteral("fire")}));
        QVERIFY(m_sandbox.setFaults({}));
        QCOMPARE(request("GET", document).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestPortal)
#include "tst_portal.moc"
