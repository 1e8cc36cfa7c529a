// SPDX-License-Identifier: Apache-2.0
// What a server's misbehaviour means for ops: exit code and outcome (design 3.3, requirements §6).
#include "runner_fixture.h"

#include <QTest>

using namespace waybill;
using namespace waybill::run::test;

class TestRunnerFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_ecw = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.ecw());
        QVERIFY(m_ecw->isReady());
    }

    void aFaultHasItsExitCode_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("job fails") << "job-fails" << 1 << "failed";
        QTest::newRow("kick-off fails") << "kickoff-fails" << 1 << "failed";
        QTest::newRow("no handle") << "no-content-location" << 1 << "failed";
        QTest::newRow("job gone") << "job-gone" << 1 << "gone";
        QTest::newRow("invalid client") << "invalid-client" << 3 << "unauthorized";
        QTest::newRow("foreign handle") << "foreign-content-location" << 3 << "unauthorized";
        QTest::newRow("errors") << "errors-in-manifest" << 4 << "complete-with-errors";
        QTest::newRow("no transactionTime") << "no-transaction-time" << 4 << "complete-with-errors";
        QTest::newRow("missing file") << "missing-file" << 4 << "incomplete";
        QTest::newRow("wrong count") << "wrong-count" << 4 << "incomplete";
        QTest::newRow("untrusted origin") << "foreign-origin-with-token" << 4 << "incomplete";
        QTest::newRow("duplicate") << "duplicate-job" << 75 << "duplicate";
        QTest::newRow("lost kick-off") << "cut-kickoff" << 75 << "waiting";
    }
    void aFaultHasItsExitCode()
    {
        QFETCH(QString, fault);
        QFETCH(int, exitCode);
        QFETCH(QString, outcome);
        const Bundle bundle(*m_ecw);
        QVERIFY(m_sandbox.setFaults({fault}));
        const Ended done = bundle.exportAll();
        QVERIFY2(done.exitCode == exitCode, done.errors.constData());
        QCOMPARE(done.outcome(), outcome);
        QVERIFY(bundle.watermarks().isEmpty());
        QVERIFY(!done.errors.isEmpty()); // and people are told why
    }

    void theShiftInTheWaybillIsHonoured() // SB-045, F-041
    {
        const Bundle bundle(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("clock-ahead")}));
        const Ended refused = bundle.exportAll();
        QVERIFY2(refused.exitCode == 3, refused.errors.constData());
        QVERIFY2(refused.errors.contains("10 min behind"), refused.errors.constData());
        bundle.edit([](QJsonObject &waybill) {
            QJsonObject client = waybill.value(QStringLiteral("client")).toObject();
            client.insert(QStringLiteral("clockOffset"), 600);
            waybill.insert(QStringLiteral("client"), client);
        });
        const Ended done = bundle.exportAll();
        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QCOMPARE(done.outcome(), QStringLiteral("complete"));
    }

private:
    SandboxProcess m_sandbox{
        {QStringLiteral("--patients"), QStringLiteral("30"), QStringLiteral("--retry-after"),
            QStringLiteral("1"), QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    std::unique_ptr<RegisteredClient> m_ecw;
};

QTEST_GUILESS_MAIN(TestRunnerFaults)
#include "tst_runner_faults.moc"
