// SPDX-License-Identifier: Apache-2.0
// Whole exports against a practice server that misbehaves (requirements §6).
#include "sandbox_practice.h"

#include <QFile>
#include <QJsonDocument>

using namespace waybill;
using namespace waybill::flows;
using namespace waybill::flows::test;

namespace {

QJsonObject json(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestRunExportFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_ecw = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.ecw());
        QVERIFY(m_ecw->isReady());
    }

    void aFaultHasItsVerdictAndMovesNothing_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char *fault, Outcome outcome) {
            QTest::newRow(fault) << fault << static_cast<int>(outcome);
        };
        row("no-content-location", Outcome::Failed); // F-005
        row("duplicate-job", Outcome::Duplicate); // F-012
        row("kickoff-fails", Outcome::Failed);
        row("job-fails", Outcome::Failed); // BD-073
        row("job-gone", Outcome::Gone); // F-030
        row("no-transaction-time", Outcome::CompleteWithErrors); // F-050
        row("errors-in-manifest", Outcome::CompleteWithErrors); // F-058
        row("wrong-count", Outcome::Incomplete); // BD-107
        row("missing-file", Outcome::Incomplete); // F-074, F-079
        row("html-file", Outcome::Incomplete); // F-076
        row("foreign-origin-with-token", Outcome::Incomplete); // F-054
        row("invalid-client", Outcome::Unauthorized);
    }
    void aFaultHasItsVerdictAndMovesNothing()
    {
        QFETCH(QString, fault);
        QFETCH(int, outcome);
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({fault}));
        const QList<RunResult> results = practice.run();
        QCOMPARE(results.size(), 1);
        QVERIFY2(static_cast<int>(results.first().outcome) == outcome,
            qPrintable(practices::outcomeName(results.first().outcome) + QStringLiteral(": ")
                + results.first().verdict));
        QVERIFY(practice.watermarks().isEmpty());
        QVERIFY(results.first().problem);
        QVERIFY(!results.first().verdict.isEmpty());
        const QJsonObject report = json(results.first().runDirectory + QStringLiteral("/report.json"));
        QCOMPARE(report.value(QStringLiteral("outcome")).toString(),
            practices::outcomeName(static_cast<Outcome>(outcome)));
        QVERIFY(
            !report.value(QStringLiteral("watermark")).toObject().value(QStringLiteral("advanced")).toBool());
    }

    void aScopeThatIsNotGrantedIsSaid() // F-045, SB-056
    {
        RegisteredClient client = *m_ecw;
        client.profile.scopes = {QStringLiteral("system/Group.read"), QStringLiteral("system/Patient.read"),
            QStringLiteral("system/Condition.read")};
        SandboxPractice practice(client);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("fewer-scopes")}));
        QCOMPARE(practice.run().value(0).outcome, Outcome::Unauthorized); // this server refuses aloud
        const QString notes = practice.last().notes.join(QLatin1Char('\n'));
        QVERIFY2(notes.contains(QStringLiteral("does not cover Condition")), qPrintable(notes));
        QVERIFY(practice.watermarks().isEmpty());
    }

    void aFaultIsSurvived_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("note"); // at least one note has these words
        QTest::newRow("relative-content-location") << "relative-content-location"
                                                   << "relative"; // F-006
        QTest::newRow("kickoff-throttled") << "kickoff-throttled"
                                           << ""; // BD-015
        QTest::newRow("retry-after-date") << "retry-after-date"
                                          << ""; // F-022
        QTest::newRow("poll-unauthorized-once") << "poll-unauthorized-once"
                                                << ""; // BD-076
        QTest::newRow("token-used-up") << "token-used-up"
                                       << ""; // SB-058: one token a request
        QTest::newRow("odd-progress") << "odd-progress"
                                      << ""; // F-023
        QTest::newRow("foreign-tenant") << "foreign-tenant"
                                        << "another request"; // BD-122
        QTest::newRow("short-file") << "short-file"
                                    << ""; // F-070
        QTest::newRow("expired-link") << "expired-link"
                                      << ""; // F-074
        QTest::newRow("no-length") << "no-length"
                                   << "";
        QTest::newRow("affinity-required") << "affinity-required"
                                           << ""; // F-081
        QTest::newRow("empty-export") << "empty-export"
                                      << ""; // BD-109
    }
    void aFaultIsSurvived()
    {
        QFETCH(QString, fault);
        QFETCH(QString, note);
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({fault}));
        const QList<RunResult> results = practice.run();
        QCOMPARE(results.size(), 1);
        QVERIFY2(results.first().outcome == Outcome::Complete, qPrintable(results.first().verdict));
        QCOMPARE(practice.watermarks().size(), 2);
        QVERIFY2(practice.last().notes.join(QLatin1Char('\n')).contains(note),
            qPrintable(practice.last().notes.join(QLatin1Char('\n'))));
    }

private:
    SandboxProcess m_sandbox{
        {QStringLiteral("--patients"), QStringLiteral("40"), QStringLiteral("--retry-after"),
            QStringLiteral("1"), QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    std::unique_ptr<RegisteredClient> m_ecw;
};

QTEST_GUILESS_MAIN(TestRunExportFaults)
#include "tst_run_export_faults.moc"
