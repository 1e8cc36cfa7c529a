// SPDX-License-Identifier: Apache-2.0
#include "exports/export_request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::exports;
using practices::Level;

namespace {

ExportRequest base(Dialect dialect = Dialect::V2)
{
    ExportRequest request;
    request.fhirBaseUrl = QUrl(QStringLiteral("https://h.example/fhir/r4/JAFJCD"));
    request.groupId = QStringLiteral("g-1");
    request.dialect = dialect;
    return request;
}

QByteArray urlOf(const ExportRequest &request)
{
    const auto out = kickOffRequest(request);
    return out ? out->url.toEncoded() : "refused: " + out.error().what.toUtf8();
}

QStringList headersOf(const ExportRequest &request)
{
    QStringList all;
    const auto out = kickOffRequest(request);
    for (const http::Header &header : out->headers.all())
        all.append(QString::fromUtf8(header.name + ": " + header.value));
    return all;
}

} // namespace

class TestExportRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEcwRequestIsExactlyThis() // EC-001, BD-002 to BD-004
    {
        ExportRequest request = base(Dialect::V1);
        request.types = {QStringLiteral("Patient"), QStringLiteral("Condition")};
        request.since = QStringLiteral("2026-06-24T03:14:07.000Z");
        const auto out = kickOffRequest(request);
        QCOMPARE(out->method, QByteArray("GET"));
        QCOMPARE(out->url.toEncoded(),
            QByteArray("https://h.example/fhir/r4/JAFJCD/Group/g-1/$export?_type=Patient,Condition"
                       "&_since=2026-06-24T03:14:07.000Z"));
        QCOMPARE(headersOf(request),
            (QStringList{
                QStringLiteral("Accept: application/fhir+json"), QStringLiteral("Prefer: respond-async")}));
        QVERIFY(out->body.isEmpty());
        QVERIFY(!out->mayBeRepeated); // QT-09
    }

    void whatTheServerDoesNotKnowIsLeftOut() // BD-046
    {
        ExportRequest request = base(Dialect::V2);
        request.types = {QStringLiteral("Patient")};
        request.since = QStringLiteral("2026-06-24T03:14:07.000Z");
        QCOMPARE(dispensable(request), (QStringList{QStringLiteral("_type"), QStringLiteral("_since")}));
        request.leftOut = {QStringLiteral("_type")};
        QCOMPARE(dispensable(request), QStringList{QStringLiteral("_since")});
        QVERIFY(kickOffRequest(request)->url.toEncoded().endsWith("$export?_since=2026-06-24T03:14:07.000Z"));
        QCOMPARE(toJson(request).value(QStringLiteral("types")).toArray().size(), 1); // what was wanted
        QCOMPARE(toJson(request).value(QStringLiteral("leftOut")).toArray().size(), 1); // and what was sent
        request.dialect = Dialect::V4;
        QVERIFY(!kickOffRequest(request)->body.contains("_type"));
    }

    void theBaseLosesAndDoublesNothing_data() // BD-007
    {
        QTest::addColumn<QString>("base");
        QTest::newRow("without slash") << "https://h.example/fhir/r4/JAFJCD";
        QTest::newRow("with slash") << "https://h.example/fhir/r4/JAFJCD/";
        QTest::newRow("with query") << "https://h.example/fhir/r4/JAFJCD?x=1";
    }
    void theBaseLosesAndDoublesNothing()
    {
        QFETCH(QString, base);
        ExportRequest request = ::base();
        request.fhirBaseUrl = QUrl(base);
        QCOMPARE(urlOf(request), QByteArray("https://h.example/fhir/r4/JAFJCD/Group/g-1/$export"));
        request.level = Level::Patient;
        QCOMPARE(urlOf(request), QByteArray("https://h.example/fhir/r4/JAFJCD/Patient/$export"));
        request.level = Level::System;
        QCOMPARE(urlOf(request), QByteArray("https://h.example/fhir/r4/JAFJCD/$export"));
    }

    void theGroupIsOneSegment_data() // BD-008
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("uuid") << "0f3c1d9e-9a52-4a7a-8e2d-1a2b3c4d5e6f" << true;
        QTest::newRow("seventy characters") << QString(70, QLatin1Char('x')) << true;
        QTest::newRow("slash") << "a/b" << false;
        QTest::newRow("question mark") << "a?b" << false;
        QTest::newRow("hash") << "a#b" << false;
        QTest::newRow("space") << "a b" << false;
        QTest::newRow("newline") << "a\n" << false;
        QTest::newRow("zero width space") << QStringLiteral("a\u200b") << false; // F-123
        QTest::newRow("empty") << "" << false;
    }
    void theGroupIsOneSegment()
    {
        QFETCH(QString, group);
        QFETCH(bool, allowed);
        ExportRequest request = base();
        request.groupId = group;
        QCOMPARE(kickOffRequest(request).has_value(), allowed);
        QCOMPARE(cautions(request).contains(
                     QStringLiteral("The Group id is longer than FHIR allows or has unusual "
                                    "characters; some servers do that.")),
            group.size() > 64 || !allowed);
    }

    void oddButAllowedCharactersAreEncoded()
    {
        ExportRequest request = base();
        request.groupId = QStringLiteral("a+b%é");
        QCOMPARE(urlOf(request), QByteArray("https://h.example/fhir/r4/JAFJCD/Group/a%2Bb%25%C3%A9/$export"));
    }

    void valuesAreEncodedByHand() // BD-031, BD-033, QT-05
    {
        ExportRequest request = base(Dialect::V3);
        request.since = QStringLiteral("2026-06-24T03:14:07.123456789+05:00");
        request.outputFormat = QStringLiteral("application/fhir+ndjson");
        QCOMPARE(urlOf(request),
            QByteArray("https://h.example/fhir/r4/JAFJCD/Group/g-1/"
                       "$export?_since=2026-06-24T03:14:07.123456789%2B05:00"
                       "&_outputFormat=application%2Ffhir%2Bndjson"));
    }

    void typeFiltersFollowTheDialect() // BD-020
    {
        ExportRequest request = base(Dialect::V1);
        request.typeFilters = {QStringLiteral("Observation?status=final,amended"),
            QStringLiteral("Condition?clinical-status=active&onset-date=gt2020")};
        QCOMPARE(urlOf(request),
            QByteArray("https://h.example/fhir/r4/JAFJCD/Group/g-1/$export?_typeFilter="
                       "Observation%3Fstatus%3Dfinal%252Camended,"
                       "Condition%3Fclinical-status%3Dactive%26onset-date%3Dgt2020"));
        request.dialect = Dialect::V3;
        QCOMPARE(urlOf(request),
            QByteArray("https://h.example/fhir/r4/JAFJCD/Group/g-1/$export?_typeFilter="
                       "Observation%3Fstatus%3Dfinal%2Camended"
                       "&_typeFilter=Condition%3Fclinical-status%3Dactive%26onset-date%3Dgt2020"));
    }

    void versionFourPostsParametersAndRepeatsThem() // BD-017 to BD-019
    {
        ExportRequest request = base(Dialect::V4);
        request.types = {
            QStringLiteral("Patient"), QStringLiteral("Condition"), QStringLiteral("Observation")};
        request.since = QStringLiteral("2026-06-24T03:14:07Z");
        request.includeAssociatedData = {QStringLiteral("LatestProvenanceResources")};
        request.allowPartialManifests = false;
        const auto out = kickOffRequest(request);
        QCOMPARE(out->method, QByteArray("POST"));
        QCOMPARE(out->url.query(), QString());
        QCOMPARE(out->headers.value("content-type"), QByteArray("application/fhir+json"));
        QCOMPARE(QJsonDocument::fromJson(out->body),
            QJsonDocument::fromJson(
                R"({"resourceType":"Parameters","parameter":[{"name":"_type","valueString":"Patient"},
                {"name":"_type","valueString":"Condition"},{"name":"_type","valueString":"Observation"},
                {"name":"_since","valueInstant":"2026-06-24T03:14:07Z"},
                {"name":"includeAssociatedData","valueCoding":{"code":"LatestProvenanceResources"}},
                {"name":"allowPartialManifests","valueBoolean":false}]})"));
    }

    void versionsOneAndTwoKnowNoPartialManifests_data() // BD-045
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("1.0.1") << static_cast<int>(Dialect::V1) << false;
        QTest::newRow("2.0") << static_cast<int>(Dialect::V2) << false;
        QTest::newRow("3.0") << static_cast<int>(Dialect::V3) << true;
        QTest::newRow("4.0 ballot") << static_cast<int>(Dialect::V4) << true;
    }
    void versionsOneAndTwoKnowNoPartialManifests()
    {
        QFETCH(int, dialect);
        QFETCH(bool, allowed);
        ExportRequest request = base(static_cast<Dialect>(dialect));
        QVERIFY(kickOffRequest(request)); // nothing of it is sent unasked
        QVERIFY(!urlOf(request).contains("allowPartialManifests"));
        request.allowPartialManifests = true;
        const auto out = kickOffRequest(request);
        QCOMPARE(out.has_value(), allowed);
        if (!allowed)
            QVERIFY(out.error().what.contains(QStringLiteral("allowPartialManifests")));
    }

    void patientsMakeItAPost() // BD-017, BD-038
    {
        ExportRequest request = base(Dialect::V2);
        request.types = {QStringLiteral("Patient"), QStringLiteral("Condition")};
        request.patients = {QStringLiteral("Patient/1")};
        request.includeAssociatedData = {QStringLiteral("_own")};
        const auto out = kickOffRequest(request);
        QCOMPARE(out->method, QByteArray("POST"));
        QCOMPARE(QJsonDocument::fromJson(out->body),
            QJsonDocument::fromJson(
                R"({"resourceType":"Parameters","parameter":[{"name":"_type","valueString":"Patient,Condition"},
                {"name":"patient","valueReference":{"reference":"Patient/1"}},
                {"name":"includeAssociatedData","valueCode":"_own"}]})"));
        request.dialect = Dialect::V1;
        QVERIFY(!kickOffRequest(request));
        request.dialect = Dialect::V2;
        request.level = Level::System;
        QVERIFY(!kickOffRequest(request));
    }

    void preferencesAreAddedOnlyWhereTheyAreKnown() // BD-004 to BD-006
    {
        ExportRequest request = base(Dialect::V3);
        request.lenient = true;
        request.separateExportStatus = true;
        QVERIFY(headersOf(request).contains(
            QStringLiteral("Prefer: respond-async, handling=lenient, separate-export-status")));
        request.dialect = Dialect::V1;
        QVERIFY(!kickOffRequest(request));
    }

    void whatTheSpecificationForbidsIsRefused_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("allowed");
        for (const char *bad :
            {"2026-06-24", "2026-06-24T03:14", "2026-06-24T03:14:07", "yesterday"}) // BD-032
            QTest::addRow("since %s", bad) << "since" << bad << false;
        QTest::addRow("since with offset") << "since"
                                           << "2026-06-24T03:14:07+05:30" << true;
        QTest::addRow("until before since") << "until"
                                            << "2020-01-01T00:00:00Z" << false; // BD-034
        QTest::addRow("until after since") << "until"
                                           << "2027-01-01T00:00:00Z" << true;
        QTest::addRow("element at the root") << "elements"
                                             << "Patient.name" << true; // BD-036
        QTest::addRow("element below") << "elements"
                                       << "Patient.name.family" << false;
        QTest::addRow("sorted filter") << "filter"
                                       << "Observation?_sort=date" << false; // BD-040
        QTest::addRow("filter without type") << "filter"
                                             << "?status=final" << false;
        QTest::addRow("filter with modifier") << "filter"
                                              << "Observation?_include:iterate=x" << false;
        QTest::addRow("good filter") << "filter"
                                     << "Observation?status=final" << true;
        QTest::addRow("associated data") << "associated"
                                         << "Foo" << false; // BD-039
        QTest::addRow("own associated data") << "associated"
                                             << "_foo" << true;
        QTest::addRow("csv") << "format"
                             << "text/csv" << false; // BD-030
        QTest::addRow("ndjson") << "format"
                                << "application/fhir+ndjson" << true;
        QTest::addRow("type with slash") << "type"
                                         << "Pat/ient" << false;
        QTest::addRow("http base") << "base"
                                   << "http://h.example/fhir" << false; // BD-001
        QTest::addRow("loopback base") << "base"
                                       << "http://127.0.0.1:1/fhir" << true;
    }
    void whatTheSpecificationForbidsIsRefused()
    {
        QFETCH(QString, parameter);
        QFETCH(QString, value);
        QFETCH(bool, allowed);
        ExportRequest request = base(Dialect::V3);
        request.since = QStringLiteral("2026-01-01T00:00:00Z");
        if (parameter == QLatin1String("since"))
            request.since = value;
        else if (parameter == QLatin1String("until"))
            request.until = value;
        else if (parameter == QLatin1String("elements"))
            request.elements = {value};
        else if (parameter == QLatin1String("filter"))
            request.typeFilters = {value};
        else if (parameter == QLatin1String("associated"))
            request.includeAssociatedData = {value};
        else if (parameter == QLatin1String("format"))
            request.outputFormat = value;
        else if (parameter == QLatin1String("type"))
            request.types = {value};
        else
            request.fhirBaseUrl = QUrl(value);
        const auto out = kickOffRequest(request);
        QVERIFY2(out.has_value() == allowed, qPrintable(out ? QStringLiteral("allowed") : out.error().what));
        if (!allowed)
            QCOMPARE(out.error().code, ErrorCode::InvalidInput);
    }

    void whatIsWorthASecondLookIsSaid() // BD-042, EC-010
    {
        ExportRequest request = base(Dialect::V3);
        QCOMPARE(cautions(request).size(), 1); // everything
        request.types = {QStringLiteral("Patient")};
        QVERIFY(cautions(request).isEmpty());
        request.types.append(QStringLiteral("Location"));
        request.typeFilters = {QStringLiteral("Observation?status=final")};
        QCOMPARE(cautions(request).size(), 3);
    }

    void aNarrowedExportSaysSo() // BD-037, BD-180
    {
        ExportRequest request = base(Dialect::V3);
        request.types = {QStringLiteral("Patient")};
        request.since = QStringLiteral("2026-01-01T00:00:00Z");
        QVERIFY(!isNarrowed(request));
        ExportRequest elements = request;
        elements.elements = {QStringLiteral("id")};
        QVERIFY(isNarrowed(elements));
        ExportRequest filters = request;
        filters.typeFilters = {QStringLiteral("Patient?active=true")};
        QVERIFY(isNarrowed(filters));
    }

    void curlHasNoTokenAndSurvivesTheShell()
    {
        ExportRequest request = base(Dialect::V2);
        request.patients = {QStringLiteral("Patient/o'hara")};
        const QString line = asCurl(*kickOffRequest(request));
        QVERIFY(line.startsWith(
            QStringLiteral("curl -i -X POST 'https://h.example/fhir/r4/JAFJCD/Group/g-1/$export'")));
        QVERIFY(line.contains(QStringLiteral("-H \"Authorization: Bearer $TOKEN\"")));
        QVERIFY(line.contains(QStringLiteral("Patient/o'\\''hara")));
    }

    void runJsonCountsPatientsInsteadOfNamingThem() // BD-220
    {
        ExportRequest request = base(Dialect::V2);
        request.patients = {QStringLiteral("Patient/1"), QStringLiteral("Patient/2")};
        const QJsonObject object = toJson(request);
        QCOMPARE(object.value(QStringLiteral("patientCount")).toInt(), 2);
        QVERIFY(!QJsonDocument(object).toJson().contains("Patient/1"));
    }

    void theDialectFollowsTheVersion()
    {
        QCOMPARE(dialectFromVersion(QStringLiteral("1.0.1")), Dialect::V1);
        QCOMPARE(dialectFromVersion(QStringLiteral("2.0.0")), Dialect::V2);
        QCOMPARE(dialectFromVersion(QStringLiteral("3.0.0")), Dialect::V3);
        QCOMPARE(dialectFromVersion(QStringLiteral("4.0.0-ballot")), Dialect::V4);
        QCOMPARE(dialectFromVersion({}), Dialect::V2);
    }
};

QTEST_GUILESS_MAIN(TestExportRequest)
#include "tst_export_request.moc"
