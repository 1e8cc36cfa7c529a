// SPDX-License-Identifier: Apache-2.0
#include "flows/outcome_files.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;

namespace {

const QUrl kBase(QStringLiteral("https://h.example/fhir"));

QByteArray outcome(const QByteArray &severity)
{
    return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"" + severity
        + "\",\"code\":\"processing\",\"diagnostics\":\"words\"}]}\n";
}

QByteArray bundle(const QByteArray &method, const QByteArray &url, const QByteArray &type = "transaction")
{
    return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{\"request\":{\"method\":\""
        + method + "\",\"url\":\"" + url + "\"}}]}\n";
}

} // namespace

class TestOutcomeFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severitiesAreCountedAndErrorsComeFirst() // BD-110
    {
        const auto found = readOutcomeFile(
            written(outcome("information") + outcome("error") + outcome("fatal") + outcome("error") + "\n"));
        QVERIFY(found);
        const QJsonObject severities = found->value(QStringLiteral("severities")).toObject();
        QCOMPARE(severities.value(QStringLiteral("error")).toInt(), 2);
        QCOMPARE(severities.value(QStringLiteral("fatal")).toInt(), 1);
        QCOMPARE(severities.value(QStringLiteral("information")).toInt(), 1);
        const QJsonArray issues = found->value(QStringLiteral("issues")).toArray();
        QCOMPARE(issues.size(), 4);
        QVERIFY(issues.last().toString().startsWith(QStringLiteral("information")));
    }

    void whatIsNoOutcomeCountsAsUnknown() // F-058
    {
        const auto found = readOutcomeFile(written("not json\n{\"resourceType\":\"Patient\"}\n"
                                                   "{\"resourceType\":\"OperationOutcome\"}\n"
            + outcome("strange")));
        QCOMPARE(
            found->value(QStringLiteral("severities")).toObject().value(QStringLiteral("unknown")).toInt(),
            4);
    }

    void aThousandIssuesAreCountedButNotAllKept() // F-019
    {
        const auto found = readOutcomeFile(written(outcome("error").repeated(1000)));
        QCOMPARE(found->value(QStringLiteral("severities")).toObject().value(QStringLiteral("error")).toInt(),
            1000);
        QCOMPARE(found->value(QStringLiteral("issues")).toArray().size(), 20);
    }

    void aHugeLineIsNotHeldInMemory()
    {
        const auto found = readOutcomeFile(written(QByteArray(40 << 20, 'x') + '\n' + outcome("error")));
        const QJsonObject severities = found->value(QStringLiteral("severities")).toObject();
        QCOMPARE(severities.value(QStringLiteral("unknown")).toInt(), 1);
        QCOMPARE(severities.value(QStringLiteral("error")).toInt(), 1);
    }

    void aMissingFileIsAnError() { QVERIFY(!readOutcomeFile(QStringLiteral("/nowhere"))); }

    void deletionsAreOnlyDeletions_data() // BD-200
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("good");
        QTest::newRow("relative") << bundle("DELETE", "Patient/1") << true;
        QTest::newRow("absolute below the base")
            << bundle("DELETE", "https://h.example/fhir/Patient/1") << true;
        QTest::newRow("another server") << bundle("DELETE", "https://evil.example/fhir/Patient/1") << false;
        QTest::newRow("put") << bundle("PUT", "Patient/1") << false;
        QTest::newRow("lower case") << bundle("delete", "Patient/1") << false;
        QTest::newRow("query") << bundle("DELETE", "Patient?name=x") << false;
        QTest::newRow("type only") << bundle("DELETE", "Patient") << false;
        QTest::newRow("climbing") << bundle("DELETE", "Patient/../Group/1") << false;
        QTest::newRow("batch") << bundle("DELETE", "Patient/1", "batch") << false;
        QTest::newRow("no entry") << QByteArray("{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}\n")
                                  << false;
        QTest::newRow("not a bundle") << QByteArray("{\"resourceType\":\"Patient\"}\n") << false;
        QTest::newRow("not json") << QByteArray("hello\n") << false;
    }
    void deletionsAreOnlyDeletions()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, good);
        const auto found = readDeletedFile(written(bundle("DELETE", "Observation/9") + line), kBase);
        QVERIFY(found);
        QCOMPARE(found->value(QStringLiteral("bad")).toInt(), good ? 0 : 1);
        QCOMPARE(found->value(QStringLiteral("deletions")).toInt(), good ? 2 : 1);
        if (!good)
            QCOMPARE(found->value(QStringLiteral("firstBad")).toInt(), 2);
    }
    void theFirstBadLineIsCountedAsPeopleCount()
    {
        const auto found =
            readDeletedFile(written("\n" + bundle("DELETE", "Patient/1") + "\nhello\n"), kBase);
        QVERIFY(found);
        QCOMPARE(found->value(QStringLiteral("firstBad")).toInt(), 4);
    }
    void halfAFileIsNoFindings()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!readOutcomeFile(written(outcome("error")), stop.get_token()));
    }

private:
    QString written(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("file.ndjson"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOutcomeFiles)
#include "tst_outcome_files.moc"
