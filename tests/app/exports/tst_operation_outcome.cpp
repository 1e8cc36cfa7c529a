// SPDX-License-Identifier: Apache-2.0
#include "exports/operation_outcome.h"

#include <QTest>

using namespace waybill::exports;

namespace {

QByteArray issues(int count)
{
    QByteArrayList all;
    for (int i = 0; i < count; ++i)
        all.append(R"({"severity":"error","code":"processing","diagnostics":"number )" + QByteArray::number(i)
            + "\"}");
    return R"({"resourceType":"OperationOutcome","issue":[)" + all.join(',') + "]}";
}

} // namespace

class TestOperationOutcome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void detailsComeBeforeDiagnostics()
    {
        const auto outcome = readOperationOutcome(
            R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"duplicate",)"
            R"("details":{"text":"for people"},"diagnostics":"for machines"}]})");
        QVERIFY(outcome);
        QCOMPARE(outcome->text(), QStringLiteral("error (duplicate): for people"));
    }

    void fiveHundredIssuesAreCutToTwenty() // F-019
    {
        const auto outcome = readOperationOutcome(issues(500));
        QCOMPARE(outcome->issues.size(), 20);
        QCOMPARE(outcome->issueCount, 500);
        QVERIFY(outcome->text().size() <= 2060);
        QVERIFY(outcome->text().contains(QStringLiteral("480 more")));
    }

    void aMegabyteOfTextIsCut() // F-019
    {
        const QByteArray body = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\""
            + QByteArray(1 << 20, 'x') + "\"}]}";
        QVERIFY(readOperationOutcome(body)->text().size() < 600);
        QVERIFY(serverWords(QByteArray(1 << 20, 'y')).size() < 2100);
    }

    void whatIsNoneIsNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("another resource") << QByteArray(R"({"resourceType":"Bundle"})");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("half") << QByteArray("{\"resourceType\":\"OperationOutcome\"");
    }
    void whatIsNoneIsNone()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!readOperationOutcome(body));
    }

    void issuesOfTheWrongShapeDoNoHarm()
    {
        QVERIFY(readOperationOutcome(R"({"resourceType":"OperationOutcome"})")->issues.isEmpty());
        QCOMPARE(readOperationOutcome(R"({"resourceType":"OperationOutcome","issue":[null,1,{"code":7}]})")
                     ->issues.size(),
            3);
    }

    void theTransientFamilyIsKnown_data() // BD-071
    {
        QTest::addColumn<bool>("transient");
        for (const char *code :
            {"transient", "lock-error", "no-store", "exception", "timeout", "incomplete", "throttled"})
            QTest::newRow(code) << true;
        for (const char *code : {"processing", "duplicate", "security", "invalid", "not-found"})
            QTest::newRow(code) << false;
    }
    void theTransientFamilyIsKnown()
    {
        QFETCH(bool, transient);
        OperationOutcome outcome;
        outcome.issues.append({QStringLiteral("error"), QLatin1String(QTest::currentDataTag()), {}});
        QCOMPARE(isTransient(outcome), transient);
    }

    void markupStaysText() // BD-014, F-133
    {
        const auto outcome = readOperationOutcome(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\"<img src=x>\\u202e\"}]}");
        QCOMPARE(outcome->text(), QStringLiteral(": <img src=x>\uFFFD"));
    }
};

QTEST_GUILESS_MAIN(TestOperationOutcome)
#include "tst_operation_outcome.moc"
