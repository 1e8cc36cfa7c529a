// SPDX-License-Identifier: Apache-2.0
#include "handoff/waybill.h"
#include "waybill_fixture.h"

#include <QJsonDocument>
#include <QTest>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wextra-semi"
#pragma GCC diagnostic ignored "-Wundef"
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

using namespace waybill;
using namespace waybill::handoff;
using test::fullWaybill;
using test::smallestJson;

/// The published schema and our own rules say the same.
class TestWaybillSchema : public QObject
{
    Q_OBJECT
private:
    valijson::Schema m_schema;

    bool accepts(const QByteArray &json)
    {
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!document.isObject())
            return false;
        valijson::Validator validator;
        const QJsonValue root(document.object());
        const valijson::adapters::QtJsonAdapter adapter(root);
        valijson::ValidationResults problems;
        if (validator.validate(m_schema, adapter, &problems))
            return true;
        valijson::ValidationResults::Error problem;
        while (problems.popError(problem))
            m_problems.append(QString::fromStdString(problem.description));
        return false;
    }
    QStringList m_problems;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(WAYBILL_SOURCE_DIR "/resources/schemas/waybill-1.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        QVERIFY(document.isObject());
        const QJsonValue root(document.object());
        const valijson::adapters::QtJsonAdapter adapter(root);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(adapter, m_schema);
    }

    void whatWeWriteIsValid()
    {
        QVERIFY2(accepts(writeWaybill(fullWaybill())), qPrintable(m_problems.join(u'\n')));
        QVERIFY2(accepts(smallestJson()), qPrintable(m_problems.join(u'\n')));
        QVERIFY2(
            accepts(writeWaybill(readWaybill(smallestJson())->waybill)), qPrintable(m_problems.join(u'\n')));
        using Kind = practices::KeyReference::Kind;
        for (const Kind kind : {Kind::File, Kind::Keychain, Kind::EnvironmentVariable, Kind::Credential}) {
            Waybill waybill = fullWaybill();
            waybill.client.key = {kind, QStringLiteral("KEY_1")};
            waybill.unknown = {{QStringLiteral("more"), true}};
            QVERIFY2(accepts(writeWaybill(waybill)), qPrintable(m_problems.join(u'\n')));
        }
    }

    void schemaAndReaderAgree_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const char *from, const char *to, bool valid = false) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << valid;
        };
        row("as it is", "Elm", "Elm", true);
        row("loopback", "https://a.example/r4/X", "http://127.0.0.1:8080/r4/X", true);
        row("loopback v6", "https://a.example/r4/X", "http://[::1]:8080/r4/X", true);
        row("since an instant", "[\"Patient\"]",
            "[\"Patient\"], \"since\": \"2026-06-24T03:14:07.000000001-04:00\"", true);
        row("since baseline", "[\"Patient\"]", "[\"Patient\"], \"since\": \"baseline\"", true);
        row("calendar", "\"waybill\": 1,",
            "\"waybill\": 1, \"schedule\": {\"calendar\": \"Mon..Fri,Sun 02:30 America/New_York\"},", true);
        row("unknown fields", "\"waybill\": 1,", "\"waybill\": 1, \"x\": {},", true);
        row("patient level", "\"group\",\n    \"groupId\": \"g\"", "\"patient\"", true);
        row("a day's shift", "\"algorithm\"", "\"clockOffset\": 86400, \"algorithm\"", true);
        row("a day's shift back", "\"algorithm\"", "\"clockOffset\": -86400, \"algorithm\"", true);
        row("more than a day's shift", "\"algorithm\"", "\"clockOffset\": 86401, \"algorithm\"");
        row("a shift as text", "\"algorithm\"", "\"clockOffset\": \"1\", \"algorithm\"");
        row("half a second's shift", "\"algorithm\"", "\"clockOffset\": 0.5, \"algorithm\"");
        row("no version", "\"waybill\": 1,", "");
        row("newer", "\"waybill\": 1", "\"waybill\": 2");
        row("no practice", "\"practice\"", "\"practise\"");
        row("http", "https://a.example", "http://a.example");
        row("looks like loopback", "https://a.example", "http://127.0.0.1.example.org");
        row("password in the address", "https://a.example", "https://u:p@a.example");
        row("query", "r4/X", "r4/X?a=b");
        row("algorithm", "RS384", "RS256");
        row("no key", "{\"file\": \"key.pem\"}", "{}");
        row("two keys", "{\"file\": \"key.pem\"}", "{\"file\": \"key.pem\", \"keychain\": \"k\"}");
        row("credential", "\"file\": \"key.pem\"", "\"credential\": \"../key\"");
        row("level", "\"group\"", "\"everyone\"");
        row("no Group", "\"groupId\": \"g\",", "");
        row("Group with a slash", "\"groupId\": \"g\"", "\"groupId\": \"g/x\"");
        row("no types", "[\"Patient\"]", "[]");
        row("type in lower case", "[\"Patient\"]", "[\"patient\"]");
        row("since without a zone", "[\"Patient\"]", "[\"Patient\"], \"since\": \"2026-06-24T03:14:07\"");
        row("watermark", "\"waybill\": 1,", "\"waybill\": 1, \"watermarks\": {\"Patient\": \"yesterday\"},");
        row("watermark of no type", "\"waybill\": 1,",
            "\"waybill\": 1, \"watermarks\": {\"all\": \"2026-06-24T03:14:07Z\"},");
        row("negative limit", "\"waybill\": 1,", "\"waybill\": 1, \"limits\": {\"requestsPerMinute\": -1},");
        row("too many downloads", "\"waybill\": 1,",
            "\"waybill\": 1, \"limits\": {\"parallelDownloads\": 99},");
        row("calendar of 25 hours", "\"waybill\": 1,",
            "\"waybill\": 1, \"schedule\": {\"calendar\": \"25:00\"},");
        row("environment", "\"Elm\"}", "\"Elm\", \"environment\": \"test\"}");
    }
    void schemaAndReaderAgree()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(bool, valid);
        QByteArray json = smallestJson();
        QVERIFY(json.contains(from));
        json.replace(from, to);
        m_problems.clear();
        QVERIFY2(accepts(json) == valid, qPrintable(m_problems.join(u'\n')));
        QCOMPARE(readWaybill(json).has_value(), valid);
    }
};

QTEST_GUILESS_MAIN(TestWaybillSchema)
#include "tst_waybill_schema.moc"
