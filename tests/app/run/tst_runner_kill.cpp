// SPDX-License-Identifier: Apache-2.0
// SIGKILL at each point of an export; the next call finishes the same job (BD-010, F-110).
#include "practices/store.h"
#include "runner_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <signal.h>

using namespace waybill;
using namespace waybill::run::test;

class TestRunnerKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_client = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.generic());
        QVERIFY(m_client->isReady());
    }
    void init() { QVERIFY(m_sandbox.setFaults({})); }

    void killedThereItGoesOnByItself_data()
    {
        QTest::addColumn<QString>("point"); // an open run in this phase, or a file that has so many bytes
        QTest::newRow("right after the 202") << "waiting";
        QTest::newRow("while polling") << "poll";
        QTest::newRow("with the manifest stored") << "downloading";
        QTest::newRow("in the middle of a file") << "part";
    }
    void killedThereItGoesOnByItself()
    {
        QFETCH(QString, point);
        const Bundle bundle(*m_client);
        const int before = m_sandbox.kickOffs(code());
        // The server holds the job at that point for as long as it takes: the kill must not come too late.
        const bool isBeforeFiles = point == QLatin1String("waiting") || point == QLatin1String("poll");
        QVERIFY(
            m_sandbox.setFaults({isBeforeFiles ? QStringLiteral("job-stuck") : QStringLiteral("slow-file")}));
        auto process = bundle.start(
            {QStringLiteral("export"), bundle.path(), QStringLiteral("--progress"), QStringLiteral("json")});
        QVERIFY2(waitFor(bundle, *process, point), process->readAllStandardError().constData());
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
        process->waitForFinished();
        QCOMPARE(openRuns(bundle), 1); // killed in the middle, not after the end
        QVERIFY(m_sandbox.setFaults({}));

        const Ended again = bundle.exportAll();
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        QCOMPARE(m_sandbox.kickOffs(code()) - before, 1);
        compareWithUninterrupted(again.runDirectory());
        const QString time = readJson(again.runDirectory() + QStringLiteral("/manifest.json"))
                                 .value(QStringLiteral("transactionTime"))
                                 .toString();
        QCOMPARE(bundle.watermarks().value(QStringLiteral("Patient")), time);
        QVERIFY(QDir(again.runDirectory())
                    .entryList({QStringLiteral("*.part"), QStringLiteral("*.new"), QStringLiteral("*.bad")})
                    .isEmpty());
    }

    void killedBeforeTheAnswerItWaitsInsteadOfAskingTwice() // BD-016, design 3.3
    {
        const Bundle bundle(*m_client);
        const int before = m_sandbox.kickOffs(code());
        QVERIFY(m_sandbox.setFaults({QStringLiteral("cut-kickoff")}));
        const Ended lost = bundle.exportAll();
        QCOMPARE(lost.exitCode, 75);
        QCOMPARE(lost.outcome(), QStringLiteral("waiting"));
        QVERIFY(m_sandbox.setFaults({}));
        QCOMPARE(bundle.exportAll().exitCode, 75); // within the hour
        QCOMPARE(m_sandbox.kickOffs(code()) - before, 1);
        QCOMPARE(bundle.exportAll({QStringLiteral("--new")}).exitCode, 0); // a person insists
        QCOMPARE(m_sandbox.kickOffs(code()) - before, 2);
    }

private:
    QString code() const { return m_client->profile.practiceCode; }

    static qsizetype openRuns(const Bundle &bundle)
    {
        const auto store = practices::Store::open(bundle.state());
        return (*store)->openRuns()->size();
    }

    static bool waitFor(const Bundle &bundle, QProcess &process, const QString &point)
    {
        if (point == QLatin1String("poll"))
            return waitForEvent(process, QStringLiteral("poll"));
        return QTest::qWaitFor(
            [&] {
                const auto store = practices::Store::open(bundle.state());
                const auto runs = (*store)->allRuns();
                if (!runs || runs->isEmpty())
                    return false;
                const practices::RunRecord &run = runs->first();
                if (point != QLatin1String("part"))
                    return run.phase == point;
                const QFileInfoList parts = QDir(run.directory).entryInfoList({QStringLiteral("*.part")});
                return std::any_of(
                    parts.begin(), parts.end(), [](const QFileInfo &part) { return part.size() > 1000; });
            },
            20000);
    }

    /// The sandbox's data depend on its seed alone: another export must have the same bytes.
    void compareWithUninterrupted(const QString &directory)
    {
        if (m_reference.isEmpty()) {
            m_referenceBundle = std::make_unique<Bundle>(*m_client);
            const Ended whole = m_referenceBundle->exportAll();
            QCOMPARE(whole.exitCode, 0);
            m_reference = whole.runDirectory();
        }
        const QStringList names = QDir(m_reference).entryList({QStringLiteral("*.ndjson")});
        QVERIFY(names.size() > 2);
        for (const QString &name : names) {
            if (name != QLatin1String("log.ndjson"))
                QCOMPARE(readBytes(directory + QLatin1Char('/') + name),
                    readBytes(m_reference + QLatin1Char('/') + name));
        }
    }

    SandboxProcess m_sandbox{
        {QStringLiteral("--patients"), QStringLiteral("200"), QStringLiteral("--retry-after"),
            QStringLiteral("1"), QStringLiteral("--activity"), QStringLiteral("0")}};
    std::unique_ptr<RegisteredClient> m_client;
    std::unique_ptr<Bundle> m_referenceBundle;
    QString m_reference;
};

QTEST_GUILESS_MAIN(TestRunnerKill)
#include "tst_runner_kill.moc"
