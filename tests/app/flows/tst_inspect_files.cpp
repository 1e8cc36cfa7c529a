// SPDX-License-Identifier: Apache-2.0
#include "flows/inspect_files.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace waybill;
using namespace waybill::flows;

namespace {

const QByteArray kLines =
    "{\"resourceType\":\"Patient\",\"id\":\"1\"}\nbad\n"
    "{\"resourceType\":\"Group\",\"id\":\"g\"}\n{\"resourceType\":\"Patient\",\"id\":\"1\"}";

QString put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test file");
    return path;
}

QString putGzip(const QString &path, const QByteArray &bytes)
{
    gzFile file = gzopen(qPrintable(path), "wb");
    gzwrite(file, bytes.constData(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
    return path;
}

} // namespace

class TestInspectFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_isJudgedAndReportedAsJson();
    void gzip_isJudgedAsItsText();
    void cutGzip_isReportedWithWhatWasRead();
    void missingFile_isAnError();
    void stop_isObeyed();
    void found_linesAreToldInOrder();
    void found_inGzipToo();
    void types_areReadFromNames_data();
    void types_areReadFromNames();
    void folder_listsItsParts();

private:
    QTemporaryDir m_folder;
};

void TestInspectFiles::file_isJudgedAndReportedAsJson()
{
    const QString path = put(m_folder.filePath(QStringLiteral("a.ndjson")), kLines);
    const InspectedFile inspected = inspectFile(path);
    QCOMPARE(inspected.summary.lines, 4);
    QCOMPARE(inspected.bytes.value, kLines.size());
    const QJsonObject json = toJson(inspected);
    QCOMPARE(json.value(QStringLiteral("path")).toString(), path);
    QCOMPARE(json.value(QStringLiteral("lines")).toInt(), 4);
    QCOMPARE(json.value(QStringLiteral("bytes")).toInt(), kLines.size());
    QCOMPARE(json.value(QStringLiteral("resources")).toObject(),
        (QJsonObject{{QStringLiteral("Patient"), 2}, {QStringLiteral("Group"), 1}}));
    QCOMPARE(json.value(QStringLiteral("problemCount")).toInt(), 1);
    const QJsonObject problem = json.value(QStringLiteral("problems")).toArray().first().toObject();
    QCOMPARE(problem.value(QStringLiteral("line")).toInt(), 2); // 1-based
    QCOMPARE(problem.value(QStringLiteral("offset")).toInt(), 36);
    QCOMPARE(problem.value(QStringLiteral("code")).toString(), QStringLiteral("not-json"));
    QVERIFY(!problem.value(QStringLiteral("message")).toString().isEmpty());
    QCOMPARE(json.value(QStringLiteral("noteCount")).toInt(), 2); // duplicate id, no final newline
    QVERIFY(json.value(QStringLiteral("seconds")).isDouble());
    QVERIFY(!json.contains(QStringLiteral("error")));
}

void TestInspectFiles::gzip_isJudgedAsItsText()
{
    const InspectedFile inspected =
        inspectFile(putGzip(m_folder.filePath(QStringLiteral("a.ndjson.gz")), kLines));
    QCOMPARE(inspected.summary.lines, 4);
    QCOMPARE(inspected.summary.problemCount, 1);
    QVERIFY(inspected.bytes.value < kLines.size() + 20);
}

void TestInspectFiles::cutGzip_isReportedWithWhatWasRead()
{
    const QString path = putGzip(m_folder.filePath(QStringLiteral("cut.gz")), kLines.repeated(50'000));
    QFile file(path);
    QVERIFY(file.resize(file.size() / 2));
    const InspectedFile inspected = inspectFile(path);
    QCOMPARE(inspected.problem->code, ErrorCode::ProtocolMismatch);
    QVERIFY(inspected.summary.lines > 1000);
    QVERIFY(toJson(inspected).contains(QStringLiteral("error")));
}

void TestInspectFiles::missingFile_isAnError()
{
    QCOMPARE(inspectFile(QStringLiteral("/nowhere/x")).problem->code, ErrorCode::NotFound);
    const auto found = findLines(QStringLiteral("/nowhere/x"), {QStringLiteral("a")}, [](LineNumber) {});
    QCOMPARE(found.error().code, ErrorCode::NotFound);
}

void TestInspectFiles::stop_isObeyed()
{
    const QString path =
        put(m_folder.filePath(QStringLiteral("big.ndjson")), (kLines + '\n').repeated(100'000));
    std::stop_source stop;
    stop.request_stop();
    const InspectedFile inspected = inspectFile(path, {}, {}, stop.get_token());
    QVERIFY(inspected.stopped);
    QVERIFY(inspected.summary.bytes < QFile(path).size());
}

void TestInspectFiles::found_linesAreToldInOrder()
{
    const QString path = put(m_folder.filePath(QStringLiteral("b.ndjson")), kLines);
    QList<qint64> lines;
    const auto add = [&lines](LineNumber line) { lines.append(line.shown()); };
    const auto found = findLines(path, {QStringLiteral("patient"), false, false, false}, add);
    QCOMPARE(found->count, 2);
    QCOMPARE(lines, (QList<qint64>{1, 4}));
    QCOMPARE(findLines(path, {QStringLiteral("(a"), true, true, false}, add).error().code,
        ErrorCode::InvalidInput);
}

void TestInspectFiles::found_inGzipToo()
{
    const QString path = putGzip(m_folder.filePath(QStringLiteral("b.ndjson.gz")), kLines);
    int count = 0;
    QVERIFY(findLines(path, {QStringLiteral("^bad$"), true, true, false}, [&count](LineNumber) { ++count; }));
    QCOMPARE(count, 1);
}

void TestInspectFiles::types_areReadFromNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, const char *type) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(type);
    };
    row("001.Patient.ndjson", "Patient");
    row("Patient.000.ndjson", "Patient");
    row("MedicationRequest.ndjson.gz", "MedicationRequest");
    row("Patient.ndjson", "Patient");
    row("export.ndjson", "");
    row("Export.ndjson", ""); // a name, not a resource type
    row("VisionPrescription.Test.ndjson", "VisionPrescription");
    row("error/Account", "");
    row("001.ndjson", "");
    row("My file.ndjson", "");
    row("", "");
}

void TestInspectFiles::types_areReadFromNames()
{
    QFETCH(QString, name);
    QFETCH(QString, type);
    QCOMPARE(typeFromName(name), type);
}

void TestInspectFiles::folder_listsItsParts()
{
    QTemporaryDir run;
    for (const char *sub : {"error", "deleted"})
        QDir(run.path()).mkdir(QLatin1String(sub));
    for (const char *name :
        {"002.Patient.ndjson", "010.Patient.ndjson", "001.Condition.ndjson", "003.Patient.ndjson.part",
            "log.ndjson", "report.json", "error/001.OperationOutcome.ndjson", "deleted/001.Bundle.ndjson"})
        put(run.filePath(QLatin1String(name)), "{}\n");
    QStringList names;
    for (const RunFile &file : filesOfFolder(run.path())) {
        names.append(file.name);
        QCOMPARE(file.unfinished, file.name.endsWith(QLatin1String(".part")));
        QCOMPARE(file.bytes.value, 3);
    }
    QCOMPARE(names.join(QLatin1Char(' ')),
        QStringLiteral("001.Condition.ndjson 002.Patient.ndjson 003.Patient.ndjson.part 010.Patient.ndjson "
                       "deleted/001.Bundle.ndjson error/001.OperationOutcome.ndjson"));
    QVERIFY(filesOfFolder(run.filePath(QStringLiteral("nothing"))).isEmpty());
}

QTEST_GUILESS_MAIN(TestInspectFiles)
#include "tst_inspect_files.moc"
