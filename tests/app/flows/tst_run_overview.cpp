// SPDX-License-Identifier: Apache-2.0
#include "flows/run_overview.h"
#include "ndjson/resource_ledger.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;

/// What an engineer asks about a whole run (issue 5, overview).
class TestRunOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void types_standBesideManifestAndLastRun();
    void unsaidCounts_promiseNothing();
    void otherGroups_areNotCompared();
    void days_areCountedAsWritten();
    void codes_areCountedByFirstCoding();
    void patientsWithoutData_areNamed();
    void references_thatLeadNowhereAreNamed();
    void brokenLines_areSteppedOver();
    void production_isRecognised();
    void stopped_isSaid();
    void ledger_knowsItsLimit();
    void sample_agreesWithItsLines();

private:
    QString run(const QString &name, const QString &group, const QJsonObject &environment = {});
    void put(const QString &path, const QByteArray &bytes);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunOverview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRunOverview::put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test file");
}

QString TestRunOverview::run(const QString &name, const QString &group, const QJsonObject &practice)
{
    const QString folder = m_folder->filePath(name);
    QDir().mkpath(folder);
    const QJsonObject asked{{QStringLiteral("fhirBaseUrl"), QStringLiteral("https://x/fhir")},
        {QStringLiteral("level"), QStringLiteral("group")}, {QStringLiteral("groupId"), group}};
    put(folder + QStringLiteral("/run.json"),
        QJsonDocument(QJsonObject{{QStringLiteral("export"), asked}, {QStringLiteral("practice"), practice}})
            .toJson());
    return folder;
}

namespace {

QByteArray patients(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += "{\"resourceType\":\"Patient\",\"id\":\"p" + QByteArray::number(i)
            + "\",\"meta\":{\"lastUpdated\":\"2026-06-0" + QByteArray::number(1 + i % 3) + "T10:00:00Z\"}}\n";
    return bytes;
}

QByteArray condition(int id, const char *patient, const char *code = "44054006")
{
    return "{\"resourceType\":\"Condition\",\"id\":\"c" + QByteArray::number(id)
        + "\",\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"" + code
        + "\",\"display\":\"Diabetes\"},{\"code\":\"other\"}]},\"subject\":{\"reference\":\"Patient/"
        + patient + "\"}}\n";
}

const TypeCount &countOf(const RunOverview &overview, const char *type)
{
    for (const TypeCount &count : overview.types) {
        if (count.type == QLatin1String(type))
            return count;
    }
    static const TypeCount none;
    return none;
}

QByteArray report(int patientLines, int conditionLines)
{
    const auto file = [](const char *type, int lines) {
        return QJsonObject{{QStringLiteral("kind"), QStringLiteral("output")},
            {QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("lines"), lines}};
    };
    return QJsonDocument(QJsonObject{{QStringLiteral("files"),
                             QJsonArray{file("Patient", patientLines), file("Condition", conditionLines)}}})
        .toJson();
}

} // namespace

void TestRunOverview::types_standBesideManifestAndLastRun()
{
    put(run(QStringLiteral("20260601"), QStringLiteral("g")) + QStringLiteral("/report.json"),
        report(99, 99));
    put(run(QStringLiteral("20260602"), QStringLiteral("g")) + QStringLiteral("/report.json"), report(10, 8));
    const QString folder = run(QStringLiteral("20260603"), QStringLiteral("g"));
    put(run(QStringLiteral("20260604"), QStringLiteral("g")) + QStringLiteral("/report.json"),
        report(1, 1)); // later
    put(folder + QStringLiteral("/001.Patient.ndjson"), patients(11));
    put(folder + QStringLiteral("/002.Condition.ndjson"), condition(1, "p0") + condition(2, "p1"));
    put(folder + QStringLiteral("/003.Condition.ndjson"), condition(3, "p0"));
    put(folder + QStringLiteral("/manifest.json"),
        R"({"output":[{"type":"Patient","url":"x","count":11},{"type":"Condition","url":"x","count":2},{"type":"Condition","url":"x","count":3}]})");
    const auto overview = overviewOf(folder);
    QVERIFY(overview);
    QCOMPARE(overview->lastRun, QStringLiteral("20260602"));
    QCOMPARE(overview->resources, 14);
    QCOMPARE(overview->types.first().type, QStringLiteral("Patient")); // the most first
    QCOMPARE(countOf(*overview, "Patient").here, 11);
    QCOMPARE(countOf(*overview, "Patient").promised, 11);
    QCOMPARE(countOf(*overview, "Patient").before, 10);
    QVERIFY(!countOf(*overview, "Patient").isOdd()); // 10 % is within 30 %
    QCOMPARE(countOf(*overview, "Condition").promised, 5);
    QVERIFY(countOf(*overview, "Condition").isOdd());
    QVERIFY(countOf(*overview, "Condition").change() < -0.6);
}

void TestRunOverview::unsaidCounts_promiseNothing()
{
    const QString folder = run(QStringLiteral("1"), QStringLiteral("g"));
    put(folder + QStringLiteral("/001.Patient.ndjson"), patients(2));
    put(folder + QStringLiteral("/manifest.json"),
        R"({"output":[{"type":"Patient","count":2},{"type":"Patient"}]})");
    put(folder + QStringLiteral("/manifest-2.json"), R"({"output":[{"type":"Condition","count":7}]})");
    const auto overview = overviewOf(folder);
    QVERIFY(overview);
    QVERIFY(!countOf(*overview, "Patient").promised); // one file does not say
    QCOMPARE(countOf(*overview, "Condition").promised, 7); // promised, and nothing came
    QCOMPARE(countOf(*overview, "Condition").here, 0);
}

void TestRunOverview::otherGroups_areNotCompared()
{
    put(run(QStringLiteral("1"), QStringLiteral("other")) + QStringLiteral("/report.json"), report(10, 8));
    run(QStringLiteral("2"), QStringLiteral("g")); // without a report: it never ended
    const QString folder = run(QStringLiteral("3"), QStringLiteral("g"));
    put(folder + QStringLiteral("/001.Patient.ndjson"), patients(2));
    const auto overview = overviewOf(folder);
    QVERIFY(overview && overview->lastRun.isEmpty());
    QVERIFY(!countOf(*overview, "Patient").before);
    QVERIFY(!countOf(*overview, "Patient").isOdd());
}

void TestRunOverview::days_areCountedAsWritten()
{
    const QString folder = m_folder->path();
    put(folder + QStringLiteral("/Patient.ndjson"),
        patients(4)
            + "{\"resourceType\":\"Patient\",\"id\":\"x\"}\n{\"resourceType\":\"Patient\",\"meta\":{"
              "\"lastUpdated\":\"yesterday\"}}\n"
              "{\"resourceType\":\"Patient\",\"meta\":{\"lastUpdated\":\"2026-06-01T23:59:59.9-05:00\"}}\n");
    const auto overview = overviewOf(folder);
    QVERIFY(overview);
    QCOMPARE(overview->days.value(QStringLiteral("2026-06-01")), 3);
    QCOMPARE(overview->days.size(), 3);
    QCOMPARE(overview->withoutDay, 2);
}

void TestRunOverview::codes_areCountedByFirstCoding()
{
    put(m_folder->filePath(QStringLiteral("Condition.ndjson")),
        condition(1, "p") + condition(2, "p") + condition(3, "p", "38341003"));
    const auto overview = overviewOf(m_folder->path());
    QVERIFY(overview);
    QCOMPARE(overview->codes.size(), 2);
    QCOMPARE(overview->codes.first().code, QStringLiteral("44054006"));
    QCOMPARE(overview->codes.first().count, 2);
    QCOMPARE(overview->codes.first().system, QStringLiteral("http://snomed.info/sct"));
    QCOMPARE(overview->codes.first().display, QStringLiteral("Diabetes"));
}

void TestRunOverview::patientsWithoutData_areNamed()
{
    put(m_folder->filePath(QStringLiteral("Condition.ndjson")), condition(1, "p0") + condition(2, "p2"));
    put(m_folder->filePath(QStringLiteral("Group.ndjson")),
        "{\"resourceType\":\"Group\",\"id\":\"g\",\"member\":[{\"entity\":{\"reference\":\"Patient/"
        "p1\"}}]}\n");
    put(m_folder->filePath(QStringLiteral("Patient.ndjson")), patients(4));
    const auto overview = overviewOf(m_folder->path());
    QVERIFY(overview);
    QCOMPARE(overview->patients, 4);
    QCOMPARE(overview->patientsWithoutData, 2); // being in a Group is no data
    QCOMPARE(overview->withoutData.size(), 2);
    QCOMPARE(overview->withoutData.first().name, QStringLiteral("Patient/p1"));
    QCOMPARE(overview->withoutData.first().line.value, 1);
    QCOMPARE(overview->files.at(overview->withoutData.first().file).type, QStringLiteral("Patient"));
}

void TestRunOverview::references_thatLeadNowhereAreNamed()
{
    put(m_folder->filePath(QStringLiteral("Condition.ndjson")),
        condition(1, "p0") + condition(2, "gone") + condition(3, "gone")
            + "{\"resourceType\":\"Condition\",\"id\":\"c4\",\"recorder\":{\"reference\":\"Practitioner/"
              "1\"},\"note\":[{\"text\":\"\\\"reference\\\":\\\"Patient/never\\\"\"}],"
              "\"asserter\":{\"reference\" : "
              "\"Patient\\/p0\\/_history\\/"
              "2\"},\"a\":{\"reference\":\"#contained\"},\"b\":{\"reference\":\"https://x/Patient/9\"}}\n");
    put(m_folder->filePath(QStringLiteral("Patient.ndjson")), patients(1));
    const auto overview = overviewOf(m_folder->path());
    QVERIFY(overview);
    QCOMPARE(overview->references, 5);
    QCOMPARE(overview->missing.size(), 2);
    QCOMPARE(overview->missing.first(), (MissingType{QStringLiteral("Patient"), 1, 2, true}));
    QCOMPARE(overview->missing.last(), (MissingType{QStringLiteral("Practitioner"), 1, 1, false}));
    QCOMPARE(overview->dangling.size(), 1);
    QCOMPARE(overview->dangling.first().name, QStringLiteral("Patient/gone"));
    QCOMPARE(overview->dangling.first().line.value, 1);
}

void TestRunOverview::brokenLines_areSteppedOver()
{
    put(m_folder->filePath(QStringLiteral("Patient.ndjson")),
        "\n\nnot json\n[1,2]\n{\"resourceType\":7}\n{\"resourceType\":\"Patient\",\"id\":\"a\""
            + QByteArray("\xFF\n{\"resourceType\":\"Patient\",\"id\":\"z\"}"));
    const auto overview = overviewOf(m_folder->path());
    QVERIFY(overview);
    QCOMPARE(overview->resources, 2); // the check says what is wrong with the first of them
}

void TestRunOverview::production_isRecognised()
{
    const QString real = run(QStringLiteral("1"), QStringLiteral("g"),
        {{QStringLiteral("environment"), QStringLiteral("production")}});
    const QString play = run(QStringLiteral("2"), QStringLiteral("g"),
        {{QStringLiteral("environment"), QStringLiteral("sandbox")}});
    QVERIFY(isProductionRun(real));
    QVERIFY(!isProductionRun(play));
    QVERIFY(!isProductionRun(m_folder->path()));
}

void TestRunOverview::stopped_isSaid()
{
    put(m_folder->filePath(QStringLiteral("Patient.ndjson")), patients(3));
    std::stop_source stop;
    stop.request_stop();
    const auto overview = overviewOf(m_folder->path(), {}, stop.get_token());
    QVERIFY(overview && overview->stopped);
}

void TestRunOverview::ledger_knowsItsLimit()
{
    ndjson::ResourceLedger ledger;
    for (int i = 0; i < 5000; ++i)
        ledger.addReference("Patient", QByteArray::number(i), {1, {i}}, true);
    for (int i = 0; i < 5000; i += 2)
        ledger.addResource("Patient", QByteArray::number(i), {0, {i}});
    ledger.addResource("Patient", "alone", {3, {(std::int64_t{1} << 39) + 5}});
    QCOMPARE(ledger.missing().size(), 2500U);
    QCOMPARE(ledger.missing().front().first, (ndjson::ResourceLedger::Place{1, {1}}));
    QCOMPARE(ledger.withoutData("Patient").size(), 1U);
    QCOMPARE(ledger.withoutData("Patient").front(),
        (ndjson::ResourceLedger::Place{3, {(std::int64_t{1} << 39) + 5}}));
    QVERIFY(ledger.withoutData("Nothing").empty());
    QCOMPARE(ledger.leftOut(), 0);
}

void TestRunOverview::sample_agreesWithItsLines()
{
    QString data =
        qEnvironmentVariable("WAYBILL_SHARED_DATA", QStringLiteral(WAYBILL_SOURCE_DIR "/../shared/data"));
    data += QStringLiteral("/synthea");
    if (!QDir(data).exists()) {
        qInfo("no sample here");
        return;
    }
    const auto overview = overviewOf(data);
    QVERIFY(overview);
    std::int64_t lines = 0;
    for (const RunFile &file : filesOfFolder(data))
        lines += inspectFile(file.path).summary.lines;
    QCOMPARE(overview->resources, lines);
    QVERIFY(overview->patients > 0);
    QCOMPARE(overview->patientsWithoutData, 0);
    for (const LinePlace &place : overview->dangling)
        QVERIFY(place.name.contains(QLatin1Char('/')));
}

QTEST_GUILESS_MAIN(TestRunOverview)
#include "tst_run_overview.moc"
