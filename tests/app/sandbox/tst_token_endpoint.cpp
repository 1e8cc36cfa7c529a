// SPDX-License-Identifier: Apache-2.0
// What the two token endpoints accept, refuse, and how they say it.
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QDateTime>
#include <QTest>

using namespace waybill::test;

namespace {

constexpr const char *kJwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

} // namespace

class TestTokenEndpoint : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("2"),
        QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    SigningKey m_rsa{SigningKey::Type::Rsa};
    SigningKey m_ec{SigningKey::Type::P384};
    SigningKey m_stranger{SigningKey::Type::Rsa};
    QString m_client;
    QString m_ecwToken;
    QString m_igToken;

    const QString kScope = QStringLiteral("system/Group.read system/Patient.read");

    QString tokenUrl(const SandboxProcess::Practice &practice) const
    {
        return PracticeClient(practice.fhirBaseUrl.toString(), m_client, m_rsa).tokenUrl();
    }
    HttpAnswer ask(
        bool ecw, const AssertionParts &parts, const SigningKey &key, const QString &scope = {}) const
    {
        return askForToken(ecw ? m_ecwToken : m_igToken, compactJws(parts.header, parts.claims, key),
            scope.isEmpty() ? kScope : scope);
    }
    static QString errorOf(const HttpAnswer &answer)
    {
        return answer.json().value(QLatin1String("error")).toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        QByteArray set = m_rsa.jwkSet(QStringLiteral("k1"));
        const QByteArray ec = m_ec.jwkSet(QStringLiteral("e1"));
        set.replace("]}", "," + ec.mid(9)); // {"keys":[ … ]} of both
        m_client = m_sandbox.registerClient(
            QStringLiteral("app"), {QStringLiteral("FFBJCD"), QStringLiteral("OAKHILL")}, set);
        QVERIFY(!m_client.isEmpty());
        m_ecwToken = tokenUrl(m_sandbox.ecw());
        m_igToken = tokenUrl(m_sandbox.generic());
    }

    void theEcwTokenServerIsOnAnotherOrigin()
    {
        const QUrl token(m_ecwToken);
        QVERIFY(token.port() != m_sandbox.ecw().fhirBaseUrl.port());
        QCOMPARE(token.path(), QStringLiteral("/oauth/oauth2/token"));
    }

    void aGoodAssertionGetsAToken() // SB-020, SB-040, SB-041, SB-054
    {
        for (const bool ecw : {true, false}) {
            const QString url = ecw ? m_ecwToken : m_igToken;
            const HttpAnswer answer = ask(ecw, goodAssertion(m_client, url, QStringLiteral("k1")), m_rsa);
            QCOMPARE(answer.status, 200);
            const QJsonObject body = answer.json();
            QVERIFY(!body.value(QLatin1String("access_token")).toString().isEmpty());
            QCOMPARE(body.value(QLatin1String("token_type")).toString().toLower(), QStringLiteral("bearer"));
            QCOMPARE(body.value(QLatin1String("expires_in")).toInt(), 300);
            QCOMPARE(body.value(QLatin1String("scope")).toString(), kScope);
            QVERIFY(!body.contains(QLatin1String("refresh_token")));
            QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
        }
    }

    void es384IsForTheGenericPracticeOnly() // SB-020, SB-044; eCW is RS384 only
    {
        QCOMPARE(
            ask(false, goodAssertion(m_client, m_igToken, QStringLiteral("e1"), false), m_ec).status, 200);
        const HttpAnswer refused =
            ask(true, goodAssertion(m_client, m_ecwToken, QStringLiteral("e1"), false), m_ec);
        QCOMPARE(refused.status, 401);
        QCOMPARE(errorOf(refused), QStringLiteral("invalid_client"));
    }

    void spoiltAssertionsAreRefused_data()
    {
        QTest::addColumn<QString>("part"); // of the claims, or of the header with a leading dot
        QTest::addColumn<QJsonValue>("value"); // undefined = left out
        QTest::addColumn<bool>("eCwSaysGrant"); // else invalid_client
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const auto row = [](const char *name, const char *part, const QJsonValue &value, bool grant) {
            QTest::newRow(name) << QString::fromLatin1(part) << value << grant;
        };
        const QJsonValue gone(QJsonValue::Undefined);
        row("alg none", ".alg", QStringLiteral("none"), false);
        row("alg RS256", ".alg", QStringLiteral("RS256"), false);
        row("alg of the other kind of key", ".alg", QStringLiteral("ES384"), false);
        row("kid unknown", ".kid", QStringLiteral("k9"), false);
        row("kid missing", ".kid", gone, false);
        row("iss of nobody", "iss", QStringLiteral("nobody"), false);
        row("sub of another", "sub", QStringLiteral("nobody"), false);
        row("iss missing", "iss", gone, false);
        row("aud of another server", "aud", QStringLiteral("https://example.org/token"), false);
        row("aud missing", "aud", gone, false);
        row("aud a list", "aud", QJsonArray{QStringLiteral("x")}, false);
        row("exp passed", "exp", now - 10, true);
        row("exp six minutes away", "exp", now + 360, true);
        row("exp a text", "exp", QString::number(now + 100), true);
        row("exp missing", "exp", gone, true);
        row("nbf in the future", "nbf", now + 200, true);
        row("jti missing", "jti", gone, true);
    }
    void spoiltAssertionsAreRefused()
    {
        QFETCH(QString, part);
        QFETCH(QJsonValue, value);
        QFETCH(bool, eCwSaysGrant);
        for (const bool ecw : {true, false}) {
            AssertionParts parts =
                goodAssertion(m_client, ecw ? m_ecwToken : m_igToken, QStringLiteral("k1"));
            QJsonObject &object = part.startsWith(QLatin1Char('.')) ? parts.header : parts.claims;
            const QString name = part.startsWith(QLatin1Char('.')) ? part.mid(1) : part;
            if (value.isUndefined())
                object.remove(name);
            else
                object.insert(name, value);
            const HttpAnswer answer = ask(ecw, parts, m_rsa);
            const bool grant = ecw && eCwSaysGrant;
            QCOMPARE(answer.status, grant ? 400 : 401);
            QCOMPARE(
                errorOf(answer), grant ? QStringLiteral("invalid_grant") : QStringLiteral("invalid_client"));
            QVERIFY(!answer.json().value(QLatin1String("error_description")).toString().isEmpty());
        }
    }

    void aSignatureByAnotherKeyIsRefused()
    {
        const HttpAnswer answer =
            ask(true, goodAssertion(m_client, m_ecwToken, QStringLiteral("k1")), m_stranger);
        QCOMPARE(answer.status, 401);
        QCOMPARE(errorOf(answer), QStringLiteral("invalid_client"));
    }

    void aChangedClaimBreaksTheSignature()
    {
        AssertionParts parts = goodAssertion(m_client, m_ecwToken, QStringLiteral("k1"));
        QList<QByteArray> pieces = compactJws(parts.header, parts.claims, m_rsa).split('.');
        pieces[1] = base64Url(QByteArray::fromBase64(pieces[1], QByteArray::Base64UrlEncoding)
                                  .replace("\"exp\":", "\"exp\": "));
        QCOMPARE(askForToken(m_ecwToken, pieces.join('.'), kScope).status, 401);
    }

    void anAssertionWorksOnce() // SB-043
    {
        for (const bool ecw : {true, false}) {
            const QString url = ecw ? m_ecwToken : m_igToken;
            const AssertionParts parts = goodAssertion(m_client, url, QStringLiteral("k1"));
            const QByteArray assertion = compactJws(parts.header, parts.claims, m_rsa);
            QCOMPARE(askForToken(url, assertion, kScope).status, 200);
            const HttpAnswer second = askForToken(url, assertion, kScope);
            QCOMPARE(second.status, ecw ? 400 : 401);
            QVERIFY(second.json()
                        .value(QLatin1String("error_description"))
                        .toString()
                        .contains(QLatin1String("jti")));
        }
    }

    void garbageIsNoAssertion_data()
    {
        QTest::addColumn<QByteArray>("assertion");
        QTest::newRow("a word") << QByteArray("hello");
        QTest::newRow("two parts") << QByteArray("eyJhIjoxfQ.eyJhIjoxfQ");
        QTest::newRow("not base64url") << QByteArray("ä.ö.ü");
        QTest::newRow("not JSON") << QByteArray("AAAA.AAAA.AAAA");
        QTest::newRow("long") << QByteArray(6000, 'A');
    }
    void garbageIsNoAssertion()
    {
        QFETCH(QByteArray, assertion);
        QCOMPARE(askForToken(m_igToken, assertion, kScope).status, 401);
        QCOMPARE(errorOf(askForToken(m_ecwToken, assertion, kScope)), QStringLiteral("invalid_grant"));
    }

    void theFormIsChecked_data() // SB-050, SB-062
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value"); // empty = left out
        QTest::addColumn<QString>("error");
        const QString request = QStringLiteral("invalid_request");
        QTest::newRow("no grant_type") << QStringLiteral("grant_type") << QString() << request;
        QTest::newRow("another grant_type") << QStringLiteral("grant_type") << QStringLiteral("password")
                                            << QStringLiteral("unsupported_grant_type");
        QTest::newRow("no assertion type") << QStringLiteral("client_assertion_type") << QString() << request;
        QTest::newRow("another assertion type")
            << QStringLiteral("client_assertion_type") << QStringLiteral("saml") << request;
        QTest::newRow("no assertion") << QStringLiteral("client_assertion") << QString() << request;
        QTest::newRow("no scope") << QStringLiteral("scope") << QString() << request;
    }
    void theFormIsChecked()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, error);
        const AssertionParts parts = goodAssertion(m_client, m_igToken, QStringLiteral("k1"));
        QMap<QString, QString> form{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
            {QStringLiteral("scope"), kScope},
            {QStringLiteral("client_assertion_type"), QLatin1String(kJwtBearer)},
            {QStringLiteral("client_assertion"),
                QString::fromLatin1(compactJws(parts.header, parts.claims, m_rsa))}};
        form.insert(field, value);
        if (value.isEmpty())
            form.remove(field);
        QList<std::pair<QString, QString>> fields;
        for (auto it = form.cbegin(); it != form.cend(); ++it)
            fields.append({it.key(), it.value()});
        const HttpAnswer answer = postForm(m_igToken, fields);
        QCOMPARE(answer.status, 400);
        QCOMPARE(errorOf(answer), error);
    }

    void parametersInTheUrlOrAPasswordAreRefused()
    {
        const AssertionParts parts = goodAssertion(m_client, m_igToken, QStringLiteral("k1"));
        const QByteArray assertion = compactJws(parts.header, parts.claims, m_rsa);
        QCOMPARE(askForToken(m_igToken + QStringLiteral("?x=1"), assertion, kScope).status, 400);
        QCOMPARE(request("POST", m_igToken,
                     {{"Authorization", "Basic YTpi"}, {"Content-Type", "application/x-www-form-urlencoded"}},
                     "grant_type=client_credentials")
                     .status,
            400);
        QCOMPARE(request("GET", m_igToken).status, 405);
    }

    void scopesFollowEachPracticesRules_data() // SB-051 to SB-053
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<bool>("ecw");
        QTest::addColumn<bool>("generic");
        const auto row = [](const char *scope, bool ecw, bool generic) {
            QTest::newRow(scope) << QString::fromLatin1(scope) << ecw << generic;
        };
        row("system/Patient.read", true, true);
        row("system/Patient.rs", true, true);
        row("system/ServiceRequest.r", true, true);
        row("system/ServiceRequest.read", false, true); // one of the nine that eCW has with .r alone
        row("system/Binary.read", false, true);
        row("system/*.r", true, true);
        row("system/*.read", false, true);
        row("system/*.rs", false, true);
        row("system/FamilyMemberHistory.read", false, true);
        row("system/Patient.sr", false, false); // letters out of order
        row("system/patient.read", false, false);
        row("patient/*.zz", false, false);
        row("system/Group.read system/Nonsense", false, false);
    }
    void scopesFollowEachPracticesRules()
    {
        QFETCH(QString, scope);
        QFETCH(bool, ecw);
        QFETCH(bool, generic);
        const HttpAnswer atEcw =
            ask(true, goodAssertion(m_client, m_ecwToken, QStringLiteral("k1")), m_rsa, scope);
        QCOMPARE(atEcw.status, ecw ? 200 : 400);
        if (!ecw)
            QCOMPARE(errorOf(atEcw), QStringLiteral("invalid_grant"));
        const HttpAnswer atIg =
            ask(false, goodAssertion(m_client, m_igToken, QStringLiteral("k1")), m_rsa, scope);
        QCOMPARE(atIg.status, generic ? 200 : 400);
        if (!generic)
            QCOMPARE(errorOf(atIg), QStringLiteral("invalid_scope"));
    }

    void aClientOfOnePracticeIsUnknownToTheOther()
    {
        const QString only = m_sandbox.registerClient(
            QStringLiteral("oak only"), {QStringLiteral("OAKHILL")}, m_rsa.jwkSet(QStringLiteral("k1")));
        QCOMPARE(ask(false, goodAssertion(only, m_igToken, QStringLiteral("k1")), m_rsa).status, 200);
        QCOMPARE(ask(true, goodAssertion(only, m_ecwToken, QStringLiteral("k1")), m_rsa).status, 401);
        PracticeClient elm(m_sandbox.ecw().fhirBaseUrl.toString(), m_client, m_rsa);
        PracticeClient oak(m_sandbox.generic().fhirBaseUrl.toString(), m_client, m_rsa);
        (void)oak.signIn(kScope);
        const HttpAnswer crossed = request("GET", elm.base() + QStringLiteral("/Group"), oak.authorization());
        QCOMPARE(crossed.status, 401); // SB-059: a token is for one practice
    }
};

QTEST_GUILESS_MAIN(TestTokenEndpoint)
#include "tst_token_endpoint.moc"
