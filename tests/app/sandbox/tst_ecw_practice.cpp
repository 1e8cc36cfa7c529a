// SPDX-License-Identifier: Apache-2.0
// The eCW-like practice, fact by fact (requirements 3.1, 4.1).
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QRegularExpression>
#include <QTest>

using namespace waybill::test;

namespace {

const QString kEverything = QStringLiteral("system/Group.read system/Patient.read system/Condition.read "
                                           "system/Observation.read system/Encounter.read");

QJsonArray entries(const HttpAnswer &bundle)
{
    return bundle.json().value(QLatin1String("entry")).toArray();
}

QJsonObject resource(const QJsonValue &entry)
{
    return entry[QLatin1String("resource")].toObject();
}

QString identifier(const QJsonObject &group)
{
    return group.value(QLatin1String("identifier"))[0][QLatin1String("value")].toString();
}

} // namespace

class TestEcwPractice : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("40"),
        QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    SigningKey m_key{SigningKey::Type::Rsa};
    QString m_clientId;

    PracticeClient client(const QString &scope = kEverything)
    {
        PracticeClient client(m_sandbox.ecw().fhirBaseUrl.toString(), m_clientId, m_key);
        (void)client.signIn(scope);
        return client;
    }
    static QString exportOf(const QString &group, const QString &query = {})
    {
        return QStringLiteral("/Group/") + group + QStringLiteral("/$export") + query;
    }
    static QJsonObject groupNamed(const PracticeClient &client, const QString &name)
    {
        for (int page = 1; page <= 3; ++page) {
            const QJsonArray found =
                entries(client.get(client.base() + QStringLiteral("/Group?page=%1").arg(page)));
            for (const QJsonValue &entry : found) {
                if (resource(entry).value(QLatin1String("name")).toString() == name)
                    return resource(entry);
            }
        }
        return {};
    }
    static QString everyone(const PracticeClient &client)
    {
        return identifier(groupNamed(client, QStringLiteral("All active patients")));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_clientId = m_sandbox.registerClient(
            QStringLiteral("app"), {QStringLiteral("FFBJCD")}, m_key.jwkSet(QStringLiteral("k1")));
    }

    void hostRootsAnswer400()
    {
        QCOMPARE(
            request("GET", m_sandbox.portal().toString(QUrl::RemovePath) + QLatin1Char('/')).status, 400);
    }

    void itsSmartConfigurationHasEcwsKeys() // SB-004
    {
        const QJsonObject document = request("GET",
            m_sandbox.ecw().fhirBaseUrl.toString() + QStringLiteral("/.well-known/smart-configuration"))
                                         .json();
        QStringList keys = document.keys();
        keys.sort();
        QCOMPARE(keys,
            QStringList({QStringLiteral("authorization_endpoint"), QStringLiteral("capabilities"),
                QStringLiteral("code_challenge_methods_supported"), QStringLiteral("grant_types_supported"),
                QStringLiteral("issuer"), QStringLiteral("jwks_uri"),
                QStringLiteral("response_types_supported"), QStringLiteral("scopes_supported"),
                QStringLiteral("token_endpoint"), QStringLiteral("token_endpoint_auth_methods_supported")}));
        const QJsonArray scopes = document.value(QLatin1String("scopes_supported")).toArray();
        QVERIFY(scopes.contains(QStringLiteral("system/Group.read")));
        QVERIFY(scopes.contains(QStringLiteral("system/*.r")));
        QVERIFY(!scopes.contains(QStringLiteral("system/*.read")));
        QVERIFY(!scopes.contains(QStringLiteral("system/Coverage.read")));
    }

    void itsCapabilityStatementLetsGroupsBeSearchedOnly()
    {
        const QJsonObject document =
            request("GET", m_sandbox.ecw().fhirBaseUrl.toString() + QStringLiteral("/metadata")).json();
        const QJsonArray resources =
            document.value(QLatin1String("rest"))[0][QLatin1String("resource")].toArray();
        QCOMPARE(resources.size(), 36);
        QJsonObject group;
        for (const QJsonValue &value : resources) {
            if (value[QLatin1String("type")].toString() == QLatin1String("Group"))
                group = value.toObject();
        }
        QCOMPARE(group.value(QLatin1String("interaction")).toArray().size(), 1);
        QCOMPARE(group.value(QLatin1String("interaction"))[0][QLatin1String("code")].toString(),
            QStringLiteral("search-type"));
        QCOMPARE(group.value(QLatin1String("searchParam"))[0][QLatin1String("name")].toString(),
            QStringLiteral("page"));
        QCOMPARE(group.value(QLatin1String("operation")).toArray().size(), 2);
    }

    void groupsComeInPagesAndTakeNoOtherParameter() // GD-001 to GD-003, GD-015
    {
        const PracticeClient app = client();
        const HttpAnswer first = app.get(app.base() + QStringLiteral("/Group"));
        QCOMPARE(first.status, 200);
        const int total = first.json().value(QLatin1String("total")).toInt();
        const QJsonArray links = first.json().value(QLatin1String("link")).toArray();
        const QString next = links.last()[QLatin1String("url")].toString();
        const HttpAnswer second = app.get(next);
        QCOMPARE(entries(first).size() + entries(second).size(), total);
        QStringList names;
        for (const HttpAnswer &page : {first, second}) {
            for (const QJsonValue &entry : entries(page))
                names.append(resource(entry).value(QLatin1String("name")).toString());
        }
        QCOMPARE(names.count(QStringLiteral("Diabetes registry")), 2);
        QCOMPARE(entries(app.get(app.base() + QStringLiteral("/Group?page=9"))).size(), 0);
        const HttpAnswer refused = app.get(app.base() + QStringLiteral("/Group?_count=5&_summary=true"));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.issueText(), QStringLiteral("Unsupported query parameter(s): _count, _summary"));
    }

    void someGroupsAreEmptyOrSayNoCount()
    {
        const PracticeClient app = client();
        QCOMPARE(groupNamed(app, QStringLiteral("New patients this week")).value(QLatin1String("quantity")),
            QJsonValue(0));
        QVERIFY(!groupNamed(app, QStringLiteral("Pediatrics")).contains(QLatin1String("quantity")));
        QCOMPARE(groupNamed(app, QStringLiteral("All active patients")).value(QLatin1String("quantity")),
            QJsonValue(40));
    }

    void withoutATokenNothingIsSaid()
    {
        const PracticeClient nobody(m_sandbox.ecw().fhirBaseUrl.toString(), m_clientId, m_key);
        const HttpAnswer groups = nobody.get(nobody.base() + QStringLiteral("/Group"));
        QCOMPARE(groups.status, 401);
        QVERIFY(groups.headers.value("www-authenticate").startsWith("Bearer"));
        QCOMPARE(nobody.kickOff(exportOf(QStringLiteral("x"))).status, 401);
    }

    void theExportWantsTheIdentifierNotTheId() // EC-006
    {
        const PracticeClient app = client();
        const QJsonObject group = groupNamed(app, QStringLiteral("All active patients"));
        QCOMPARE(app.kickOff(exportOf(group.value(QLatin1String("id")).toString())).status, 401);
        const HttpAnswer accepted = app.kickOff(exportOf(identifier(group)));
        QCOMPARE(accepted.status, 202);
        const QByteArray statusUrl = accepted.headers.value("content-location");
        static const QRegularExpression kForm(
            QStringLiteral("/fhir/r4/FFBJCD/\\$export-poll-location\\?job_id=[0-9a-f-]{36}$"));
        QVERIFY(kForm.match(QString::fromLatin1(statusUrl)).hasMatch());
        QVERIFY(!accepted.headers.value("retry-after").isEmpty());
        QCOMPARE(app.finish(QString::fromLatin1(statusUrl)).status, 200);
    }

    void theKickOffHeadersMustBeExact_data() // BD-004, F-011
    {
        QTest::addColumn<QByteArray>("prefer");
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<int>("status");
        const QByteArray async("respond-async");
        const QByteArray fhir("application/fhir+json");
        QTest::newRow("no Prefer") << QByteArray() << fhir << 422;
        QTest::newRow("lenient") << async + ", handling=lenient" << fhir << 400;
        QTest::newRow("export status") << async + ", separate-export-status" << fhir << 400;
        QTest::newRow("another Accept") << async << QByteArray("application/json") << 400;
        QTest::newRow("Accept with a weight") << async << fhir + ";q=1.0" << 400;
    }
    void theKickOffHeadersMustBeExact()
    {
        QFETCH(QByteArray, prefer);
        QFETCH(QByteArray, accept);
        QFETCH(int, status);
        const PracticeClient app = client();
        HttpHeaders headers{{"Accept", accept}};
        if (!prefer.isEmpty())
            headers.append({"Prefer", prefer});
        QCOMPARE(app.get(app.base() + exportOf(everyone(app)), headers).status, status);
    }

    void theTokenNeedsGroupRead() // EC: HAPI-0333
    {
        const PracticeClient full = client();
        const QString group = everyone(full);
        const PracticeClient app = client(QStringLiteral("system/Patient.read"));
        const HttpAnswer refused = app.kickOff(exportOf(group));
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.issueText().contains(QLatin1String("HAPI-0333")));
    }

    void unknownParametersTypesAndInstantsAreRefused()
    {
        const PracticeClient app = client();
        const QString group = everyone(app);
        QCOMPARE(
            app.kickOff(exportOf(group, QStringLiteral("?_typeFilter=Patient%3Factive%3Dtrue"))).status, 400);
        QCOMPARE(app.kickOff(exportOf(group, QStringLiteral("?_type=Patient,Unicorn"))).status, 400);
        QCOMPARE(
            app.kickOff(exportOf(group, QStringLiteral("?_type=Procedure"))).status, 403); // not in the token
        QCOMPARE(app.kickOff(exportOf(group, QStringLiteral("?_since=yesterday"))).status, 400);
        QCOMPARE(app.kickOff(exportOf(group, QStringLiteral("?_since=2024-01-01T00:00:00"))).status, 400);
        QCOMPARE(request("POST", app.base() + exportOf(group), app.authorization(), "{}").status, 404);
        QCOMPARE(app.kickOff(QStringLiteral("/Patient/$export")).status, 404);
    }

    void sinceIsAnInstantOrADate()
    {
        const PracticeClient app = client();
        for (const char *const since :
            {"2024-06-01", "2024-06-01T00:00:00Z", "2024-06-01T00:00:00.000%2B02:00"}) {
            const HttpAnswer accepted = app.kickOff(
                exportOf(everyone(app), QStringLiteral("?_type=Patient&_since=") + QLatin1String(since)));
            QCOMPARE(accepted.status, 202);
            (void)app.remove(QString::fromLatin1(accepted.headers.value("content-location")));
        }
    }

    void theManifestIsEcws() // BD-105: &amp; in links
    {
        const PracticeClient app = client();
        const QString url = app.base() + exportOf(everyone(app), QStringLiteral("?_type=Patient,Condition"));
        const HttpAnswer accepted =
            app.kickOff(exportOf(everyone(app), QStringLiteral("?_type=Patient,Condition")));
        const HttpAnswer done = app.finish(QString::fromLatin1(accepted.headers.value("content-location")));
        QCOMPARE(done.headers.value("content-type"), QByteArray("application/json"));
        const QJsonObject manifest = done.json();
        QCOMPARE(manifest.value(QLatin1String("request")).toString(), url);
        QCOMPARE(manifest.value(QLatin1String("requiresAccessToken")), QJsonValue(true));
        QCOMPARE(manifest.value(QLatin1String("error")).toArray(), QJsonArray());
        QVERIFY(!manifest.contains(QLatin1String("deleted")));
        const QJsonArray output = manifest.value(QLatin1String("output")).toArray();
        QCOMPARE(output.size(), 2);
        const QString link = output[0][QLatin1String("url")].toString();
        QVERIFY(link.contains(QLatin1String("&amp;")));
        QVERIFY(!output[0].toObject().contains(QLatin1String("count")));
        QCOMPARE(app.get(link).status, 404); // as it is written
        const HttpAnswer file = app.download(manifest, output[0].toObject());
        QCOMPARE(file.status, 200);
        QCOMPARE(ndjson(file.body).size(), 40);
        QCOMPARE(file.headers.value("content-type"), QByteArray("application/fhir+ndjson"));
        QString plain = link;
        plain.replace(QLatin1String("&amp;"), QLatin1String("&"));
        QCOMPARE(request("GET", plain).status, 401); // BD-130
    }

    void anEmptyGroupGivesAnEmptyExport() // BD-109
    {
        const PracticeClient app = client();
        const QString group = identifier(groupNamed(app, QStringLiteral("New patients this week")));
        const HttpAnswer accepted = app.kickOff(exportOf(group, QStringLiteral("?_type=Patient")));
        const QJsonObject manifest =
            app.finish(QString::fromLatin1(accepted.headers.value("content-location"))).json();
        QCOMPARE(manifest.value(QLatin1String("output")), QJsonValue(QJsonArray()));
    }

    void aCancelledJobIsGone() // BD-090, BD-093
    {
        const PracticeClient app = client();
        const QString statusUrl =
            QString::fromLatin1(app.kickOff(exportOf(everyone(app))).headers.value("content-location"));
        QCOMPARE(app.remove(statusUrl).status, 202);
        const HttpAnswer gone = app.get(statusUrl);
        QCOMPARE(gone.status, 404);
        QCOMPARE(gone.issueCode(), QStringLiteral("not-found"));
        QCOMPARE(app.remove(statusUrl).status, 404);
    }

    void anotherClientsJobIsUnknown()
    {
        const PracticeClient app = client();
        const QString statusUrl =
            QString::fromLatin1(app.kickOff(exportOf(everyone(app))).headers.value("content-location"));
        const QString other = m_sandbox.registerClient(
            QStringLiteral("other"), {QStringLiteral("FFBJCD")}, m_key.jwkSet(QStringLiteral("k1")));
        PracticeClient stranger(app.base(), other, m_key);
        (void)stranger.signIn(kEverything);
        QCOMPARE(stranger.get(statusUrl).status, 404);
        QCOMPARE(request("GET", statusUrl).status, 401);
    }

    void aRunningJobBlocksItsGroup() // F-012: 200 + OperationOutcome
    {
        SandboxProcess slow({QStringLiteral("--prepare"), QStringLiteral("2"), QStringLiteral("--patients"),
            QStringLiteral("5")});
        const QString id = slow.registerClient(
            QStringLiteral("app"), {QStringLiteral("FFBJCD")}, m_key.jwkSet(QStringLiteral("k1")));
        PracticeClient app(slow.ecw().fhirBaseUrl.toString(), id, m_key);
        (void)app.signIn(kEverything);
        const QString path = exportOf(everyone(app), QStringLiteral("?_type=Patient"));
        const HttpAnswer first = app.kickOff(path);
        QCOMPARE(first.status, 202);
        const HttpAnswer second = app.kickOff(path);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.issueCode(), QStringLiteral("duplicate"));
        QCOMPARE(slow.kickOffs(QStringLiteral("FFBJCD")), 1);
        const QString statusUrl = QString::fromLatin1(first.headers.value("content-location"));
        const HttpAnswer running = app.get(statusUrl);
        QCOMPARE(running.status, 202);
        static const QRegularExpression kProgress(QStringLiteral("^\\d{1,2}% Completed$"));
        QVERIFY(kProgress.match(QString::fromLatin1(running.headers.value("x-progress"))).hasMatch());
        QCOMPARE(running.headers.value("retry-after"), QByteArray("1"));
        QCOMPARE(app.finish(statusUrl).status, 200);
        QCOMPARE(app.kickOff(path).status, 202); // the group is free again
    }

    void after250CallsInAClockMinuteItSays429WithoutRetryAfter() // EC-004, F-021
    {
        const SandboxProcess strict({QStringLiteral("--patients"), QStringLiteral("1")});
        const QString url = strict.ecw().fhirBaseUrl.toString() + QStringLiteral("/metadata-of-nothing");
        int allowed = 0;
        HttpAnswer answer;
        do { // at most one clock minute can begin in between
            answer = request("GET", url);
            ++allowed;
        } while (answer.status == 404 && allowed <= 500);
        QCOMPARE(answer.status, 429);
        QVERIFY(allowed > 250);
        QVERIFY(!answer.headers.contains("retry-after"));
        const QString other = strict.generic().fhirBaseUrl.toString() + QStringLiteral("/metadata");
        QCOMPARE(request("GET", other).status, 200); // per practice
    }
};

QTEST_GUILESS_MAIN(TestEcwPractice)
#include "tst_ecw_practice.moc"
