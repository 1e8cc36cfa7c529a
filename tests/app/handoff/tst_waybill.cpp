// SPDX-License-Identifier: Apache-2.0
#include "handoff/waybill.h"
#include "waybill_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::handoff;
using test::fullWaybill;
using test::smallestJson;

class TestWaybill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writtenAndReadIsTheSame() // OP-007
    {
        const QByteArray json = writeWaybill(fullWaybill());
        const auto read = readWaybill(json);
        QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
        QCOMPARE(read->waybill, fullWaybill());
        QCOMPARE(read->notes, QStringList());
        QCOMPARE(writeWaybill(read->waybill), json); // OP-003
    }

    void theTextIsAsDesigned()
    {
        const QByteArray json = writeWaybill(fullWaybill());
        QVERIFY(json.startsWith(
            "{\n  \"waybill\": 1,\n  \"name\": \"Elm Street, nightly\",\n  \"vendor\": \"eclinicalworks\",\n"
            "  \"practice\": {\n    \"name\": \"Elm Street Family Practice\",\n"));
        QVERIFY(json.endsWith("  \"output\": {\n    \"directory\": \"exports\"\n  }\n}\n"));
        QVERIFY(json.contains("\"Patient\": \"2026-06-24T03:14:07.123456789Z\"")); // BD-033
        QVERIFY(json.contains("\"types\": [\"Patient\", \"Condition\"]"));
    }

    void whatIsLeftOutHasDefaults()
    {
        const auto read = readWaybill(smallestJson());
        QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
        const Waybill &waybill = read->waybill;
        QCOMPARE(waybill.vendor, QStringLiteral("generic"));
        QCOMPARE(waybill.server.bulkDataVersion, QStringLiteral("2.0.0"));
        QVERIFY(waybill.server.tokenUrl.isEmpty() && waybill.client.keyId.isEmpty()
            && waybill.client.scopes.isEmpty());
        QCOMPARE(waybill.exports.since, Waybill::kSinceWatermark);
        QCOMPARE(waybill.limits.requestsPerMinute, 0);
        QCOMPARE(waybill.limits.parallelDownloads, 2);
        QCOMPARE(waybill.schedule.baselineEveryDays, 30);
        QCOMPARE(waybill.outputDirectory, QStringLiteral("exports"));
    }

    void silenceMeansAHundredRequestsForEcw() // design 3.3, EC-004
    {
        QByteArray json = smallestJson();
        json.replace("\"waybill\": 1,", "\"waybill\": 1, \"vendor\": \"eclinicalworks\",");
        QCOMPARE(readWaybill(json)->waybill.limits.requestsPerMinute, 100);
        json.replace("\"waybill\": 1,", "\"waybill\": 1, \"limits\": {\"requestsPerMinute\": 0},");
        QCOMPARE(readWaybill(json)->waybill.limits.requestsPerMinute, 0);
        QCOMPARE(readWaybill(writeWaybill(readWaybill(json)->waybill))->waybill.limits.requestsPerMinute, 0);
    }

    void unknownFieldsComeBackAtTheirPlaces() // F-120
    {
        QByteArray json = smallestJson();
        json.replace(
            "\"waybill\": 1,", "\"waybill\": 1, \"x-owner\": {\"team\": [\"a\", 1, null]}, \"zeta\": true,");
        json.replace("\"algorithm\"", "\"comment\": \"ask Kim\", \"algorithm\"");
        json.replace("\"key\": {", "\"key\": {\"rotates\": \"2027-01\", ");
        const auto read = readWaybill(json);
        QVERIFY(read);
        QCOMPARE(read->notes.size(), 4);
        QVERIFY(read->notes.join(u' ').contains(QLatin1String("client.key.rotates")));
        const QByteArray written = writeWaybill(read->waybill);
        QVERIFY(written.contains("\"comment\": \"ask Kim\""));
        QVERIFY(written.contains("\"team\": [\"a\", 1, null]"));
        QCOMPARE(readWaybill(written)->waybill, read->waybill);
    }

    void spellingsThatMeanTheSameAreForgiven()
    {
        QByteArray json = "\xEF\xBB\xBF" + smallestJson().replace("\n", "\r\n");
        json.replace("r4/X\"", "r4/X/\"");
        json.replace("[\"Patient\"]", "[\"Patient\", \"Patient\"]");
        const auto read = readWaybill(json);
        QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
        QCOMPARE(read->waybill.server.fhirBaseUrl, QUrl(QStringLiteral("https://a.example/r4/X")));
        QCOMPARE(read->waybill.exports.types, QStringList{QStringLiteral("Patient")});
        QCOMPARE(read->notes.size(), 2);
    }

    void errorsNameTheFieldAndTheLine_data() // F-120
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *from, const char *to, const char *where) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(where);
        };
        row("no version", "\"waybill\": 1,", "", "waybill, line 1");
        row("newer version", "\"waybill\": 1", "\"waybill\": 2", "waybill, line 2");
        row("version as text", "\"waybill\": 1", "\"waybill\": \"1\"", "waybill, line 2");
        row("no practice", "\"practice\"", "\"practise\"", "practice.name, line 1");
        row("empty practice name", "\"Elm\"", "\" \"", "practice.name, line 3");
        row("practice of a wrong type", "{\"name\": \"Elm\"}", "\"Elm\"", "practice, line 3");
        row("environment", "\"Elm\"}", "\"Elm\", \"environment\": \"test\"}", "practice.environment, line 3");
        row("no base URL", "\"fhirBaseUrl\": \"https://a.example/r4/X\"", "", "server.fhirBaseUrl, line 4");
        row("http", "https://a.example", "http://a.example", "server.fhirBaseUrl, line 5");
        row("a password in the address", "https://a.example", "https://u:p@a.example",
            "server.fhirBaseUrl, line 5");
        row("a query", "r4/X", "r4/X?a=b", "server.fhirBaseUrl, line 5");
        row("a number for an address", "\"https://a.example/r4/X\"", "5", "server.fhirBaseUrl, line 5");
        row("token address", "r4/X\"", "r4/X\", \"tokenUrl\": \"ftp://x.example/t\"",
            "server.tokenUrl, line 5");
        row("version of bulk data", "r4/X\"", "r4/X\", \"bulkDataVersion\": \"two\"",
            "server.bulkDataVersion, line 5");
        row("trusted origin with a path", "r4/X\"",
            "r4/X\", \"trustedOrigins\": [\"https://b.example\",\n\"https://c.example/x\"]",
            "server.trustedOrigins[1], line 6");
        row("no client id", "\"clientId\": \"c\"", "\"clientId\": \"\"", "client.clientId, line 8");
        row("algorithm", "RS384", "RS256", "client.algorithm, line 9");
        row("no key", "{\"file\": \"key.pem\"}", "{}", "client.key, line 10");
        row("two keys", "{\"file\": \"key.pem\"}", "{\"file\": \"key.pem\", \"keychain\": \"k\"}",
            "client.key, line 10");
        row("a key inside", "key.pem", "-----BEGIN PRIVATE KEY-----", "client.key, line 10");
        row("a JWK inside", "\"file\": \"key.pem\"", "\"file\": \"{\\\"kty\\\":\\\"RSA\\\"}\"",
            "client.key, line 10");
        row("variable", "\"file\": \"key.pem\"", "\"environment\": \"MY KEY\"", "client.key, line 10");
        row("credential", "\"file\": \"key.pem\"", "\"credential\": \"../key\"", "client.key, line 10");
        row("scopes", "\"algorithm\"", "\"scopes\": [\"a b\"], \"algorithm\"", "client.scopes[0], line 9");
        row("scope of a wrong type", "\"algorithm\"", "\"scopes\": [\"a\", 1], \"algorithm\"",
            "client.scopes[1], line 9");
        row("a clock two days off", "\"algorithm\"", "\"clockOffset\": -172800, \"algorithm\"",
            "client.clockOffset, line 9");
        row("half a second", "\"algorithm\"", "\"clockOffset\": 0.5, \"algorithm\"",
            "client.clockOffset, line 9");
        row("an offset as text", "\"algorithm\"", "\"clockOffset\": \"600\", \"algorithm\"",
            "client.clockOffset, line 9");
        row("an offset beyond numbers", "\"algorithm\"", "\"clockOffset\": 1e99, \"algorithm\"",
            "client.clockOffset, line 9");
        row("level", "\"group\"", "\"everyone\"", "export.level, line 13");
        row("no Group", "\"groupId\": \"g\",", "", "export.groupId, line 12");
        row("Group with a slash", "\"groupId\": \"g\"", "\"groupId\": \"g/x\"", "export.groupId, line 14");
        row("no types", "[\"Patient\"]", "[]", "export.types, line 15");
        row("an empty type", "[\"Patient\"]", "[\"Patient\", \"\"]", "export.types[1], line 15");
        row("a type in lower case", "[\"Patient\"]", "[\"patient\"]", "export.types[0], line 15");
        row("since without a zone", "[\"Patient\"]", "[\"Patient\"], \"since\": \"2026-06-24T03:14:07\"",
            "export.since, line 15");
        row("since as a date", "[\"Patient\"]", "[\"Patient\"], \"since\": \"2026-06-24\"",
            "export.since, line 15");
        row("watermark", "\"waybill\": 1,", "\"waybill\": 1,\n\"watermarks\": {\"Patient\": \"yesterday\"},",
            "watermarks.Patient, line 3");
        row("watermark of no type", "\"waybill\": 1,",
            "\"waybill\": 1,\n\"watermarks\": {\"all\": \"2026-06-24T03:14:07Z\"},",
            "watermarks.all, line 3");
        row("negative limit", "\"waybill\": 1,", "\"waybill\": 1, \"limits\": {\"requestsPerMinute\": -1},",
            "limits.requestsPerMinute, line 2");
        row("fraction", "\"waybill\": 1,", "\"waybill\": 1, \"limits\": {\"parallelDownloads\": 1.5},",
            "limits.parallelDownloads, line 2");
        row("too many", "\"waybill\": 1,", "\"waybill\": 1, \"limits\": {\"parallelDownloads\": 99},",
            "limits.parallelDownloads, line 2");
        row("calendar", "\"waybill\": 1,", "\"waybill\": 1, \"schedule\": {\"calendar\": \"25:00\"},",
            "schedule.calendar, line 2");
        row("output", "\"waybill\": 1,", "\"waybill\": 1, \"output\": {\"directory\": \"\"},",
            "output.directory, line 2");
        row("trailing comma", "\"c\",", "\"c\",,", "line 8");
        row("a comment", "\"waybill\": 1,", "\"waybill\": 1, // mine", "line 2");
    }
    void errorsNameTheFieldAndTheLine()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, where);
        QByteArray json = smallestJson();
        QVERIFY(json.contains(from));
        json.replace(from, to);
        const auto read = readWaybill(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QCOMPARE(read.error().where, where);
        QVERIFY(!read.error().what.isEmpty());
        QVERIFY(!describe(read.error()).contains(QLatin1String("BEGIN PRIVATE"))); // never the value
    }

    void aCommentIsCalledOne()
    {
        const auto read = readWaybill(smallestJson().replace("\"waybill\": 1,", "\"waybill\": 1, // mine"));
        QVERIFY2(read.error().what.contains(QLatin1String("comment")), qPrintable(read.error().what));
    }

    void nonsenseIsRefused()
    {
        for (const char *text : {"", "null", "[]", "\"waybill\"", "{}", "{\"waybill\":1}"})
            QVERIFY2(!readWaybill(text), text);
        QVERIFY(!readWaybill(QByteArray(2 << 20, ' ')));
        const QByteArray whole = smallestJson();
        for (qsizetype length = 0; length < whole.size() - 2; ++length)
            QVERIFY(!readWaybill(whole.first(length)));
    }

    void loopbackMayBePlainHttp() // design 3.3
    {
        for (const char *base :
            {"http://127.0.0.1:8080/r4/X", "http://localhost:8080/r4/X", "http://[::1]:8080/r4/X"})
            QVERIFY2(readWaybill(smallestJson().replace("https://a.example/r4/X", base)), base);
        for (const char *base :
            {"http://127.0.0.1.example.org/r4/X", "http://localhost.example.org/x", "http://0.0.0.0/x"})
            QVERIFY2(!readWaybill(smallestJson().replace("https://a.example/r4/X", base)), base);
    }

    void otherLevelsNeedNoGroup()
    {
        for (const char *level : {"patient", "system"}) {
            QByteArray json = smallestJson();
            json.replace("\"group\"", QByteArray("\"") + level + '"').replace("\"groupId\": \"g\",", "");
            QVERIFY(readWaybill(json));
        }
    }

    void hardNamesSurvive() // OP-006
    {
        Waybill waybill = fullWaybill();
        waybill.name = QStringLiteral("'\"`$%{}\\ \u00E9 <b> # 1");
        waybill.exports.since = QStringLiteral("2026-06-24T03:14:07+05:30");
        QCOMPARE(readWaybill(writeWaybill(waybill))->waybill, waybill);
    }

    void onlyAChosenShiftOfTheClockIsWritten() // SB-045
    {
        Waybill waybill = fullWaybill();
        QVERIFY(writeWaybill(waybill).contains("\"clockOffset\": -600"));
        QCOMPARE(toProfile(waybill).clockOffset, std::chrono::seconds{-600});
        waybill.client.clockOffset = 0;
        QVERIFY(!writeWaybill(waybill).contains("clockOffset"));
        waybill.client.clockOffset = 86401;
        QVERIFY(!validate(waybill));
    }

    void aProfileComesBack() // OP-007
    {
        practices::Profile profile;
        profile.id = QStringLiteral("id-1");
        profile.name = QStringLiteral("Elm, nightly");
        profile.practiceName = QStringLiteral("Elm Street");
        profile.practiceCode = QStringLiteral("ELM");
        profile.environment = practices::Environment::Production;
        profile.vendor = QStringLiteral("eclinicalworks");
        profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/ELM"));
        profile.tokenUrl = QUrl(QStringLiteral("https://oauthserver.eclinicalworks.com/oauth/oauth2/token"));
        profile.bulkDataVersion = QStringLiteral("1.0.1");
        profile.trustedOrigins = {QStringLiteral("https://f.example")};
        profile.clientId = QStringLiteral("c");
        profile.keyId = QStringLiteral("k");
        profile.keyThumbprint = QStringLiteral("t");
        profile.key = {practices::KeyReference::Kind::Keychain, QStringLiteral("waybill/1")};
        profile.jwksUrl = QUrl(QStringLiteral("https://k.example/jwks.json"));
        profile.scopes = {QStringLiteral("system/Group.read")};
        profile.clockOffset = std::chrono::seconds{601}; // SB-045
        profile.group = {QStringLiteral("uuid"), QStringLiteral("id"), QStringLiteral("uuid"),
            QStringLiteral("All"), 12, QStringLiteral("2026-01-01T00:00:00Z")};
        profile.types = {QStringLiteral("Patient")};
        profile.requestsPerMinute = 100;
        profile.parallelDownloads = 3;
        profile.calendar = QStringLiteral("02:30 UTC");
        profile.baselineEveryDays = 14;
        profile.outputDirectory = QStringLiteral("/home/me/exports");

        const Waybill waybill = fromProfile(profile,
            {{QStringLiteral("Patient"), QStringLiteral("2026-06-24T03:14:07Z")},
                {QStringLiteral("Condition"), QStringLiteral("2026-01-01T00:00:00Z")}});
        QVERIFY(validate(waybill));
        QCOMPARE(
            waybill.watermarks.keys(), QStringList{QStringLiteral("Patient")}); // only of what is exported
        QCOMPARE(waybill.outputDirectory, QStringLiteral("exports")); // this computer's folder stays here
        const auto read = readWaybill(writeWaybill(waybill));
        QVERIFY(read);
        QCOMPARE(toProfile(read->waybill, profile), profile);

        const practices::Profile fresh = toProfile(read->waybill);
        QCOMPARE(fromProfile(fresh), fromProfile(profile));
        QVERIFY(fresh.id.isEmpty());
        QCOMPARE(fresh.group.value, QStringLiteral("uuid"));
    }

    void anUnfinishedProfileIsNoWaybill()
    {
        const auto valid = validate(fromProfile(practices::Profile{}));
        QVERIFY(!valid);
        QCOMPARE(valid.error().where, QStringLiteral("practice.name"));
    }

    void aFolderOrAFileIsOpened()
    {
        const QTemporaryDir folder;
        const auto none = openWaybill(folder.path());
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::InvalidInput);
        QVERIFY(!openWaybill(QString()));

        const QString path = folder.filePath(QStringLiteral("waybill.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallestJson());
        file.close();
        for (const QString &name : {folder.path(), path}) {
            const auto opened = openWaybill(name);
            QVERIFY(opened);
            QCOMPARE(opened->folder, QFileInfo(path).absolutePath());
            QCOMPARE(opened->waybill.practice.name, QStringLiteral("Elm"));
        }
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallestJson().replace("RS384", "none"));
        file.close();
        QCOMPARE(openWaybill(path).error().where, QStringLiteral("waybill.json: client.algorithm, line 9"));
    }
};

QTEST_GUILESS_MAIN(TestWaybill)
#include "tst_waybill.moc"
