// SPDX-License-Identifier: Apache-2.0
// The contract of waybill-run with ops: exit codes, output, state (design 3.3).
#include "practices/store.h"
#include "practices/store_file.h"
#include "runner_fixture.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <signal.h>

using namespace waybill;
using namespace waybill::run::test;

class TestRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "America/New_York"); // F-114: whatever the zone, files speak UTC
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_ecw = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.ecw());
        m_generic = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.generic());
        QVERIFY(m_ecw->isReady() && m_generic->isReady());
    }
    void init() { QVERIFY(m_sandbox.setFaults({})); }

    void anExportIsExitZeroAndTheLastLineTellsWhere_data()
    {
        QTest::addColumn<bool>("ecw");
        QTest::newRow("eCW") << true;
        QTest::newRow("IG 2.0") << false;
    }
    void anExportIsExitZeroAndTheLastLineTellsWhere()
    {
        QFETCH(bool, ecw);
        const RegisteredClient &client = ecw ? *m_ecw : *m_generic;
        const Bundle bundle(client);
        bundle.seal(client);
        const Ended done = bundle.exportAll();
        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QCOMPARE(done.last().value(QStringLiteral("event")).toString(), QStringLiteral("finished"));
        QCOMPARE(done.outcome(), QStringLiteral("complete"));
        QVERIFY(QFile::exists(done.runDirectory() + QStringLiteral("/report.json")));
        QVERIFY(done.runDirectory().startsWith(bundle.path() + QStringLiteral("/exports/")));
        QVERIFY(QFile::exists(practices::storePath(bundle.state())));
        QCOMPARE(bundle.watermarks().size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(
            readBytes(done.runDirectory() + QStringLiteral("/log.ndjson")).split('\n').first())
                                      .object();
        const auto written =
            QDateTime::fromString(first.value(QStringLiteral("timestamp")).toString(), Qt::ISODateWithMs);
        QCOMPARE(written.timeSpec(), Qt::UTC); // F-114
        QVERIFY(std::abs(written.secsTo(QDateTime::currentDateTimeUtc())) < 600);
        // Secrets are in no line and no file (BD-220, OP-002).
        for (const QByteArray &text :
            {done.output, done.errors, readBytes(done.runDirectory() + QStringLiteral("/run.json")),
                readBytes(done.runDirectory() + QStringLiteral("/log.ndjson"))})
            QVERIFY(
                !text.contains("eyJ") && !text.contains("PRIVATE KEY") && !text.contains("correct horse"));
    }

    void badInputIsExitTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList();
        QTest::newRow("unknown command") << QStringList{QStringLiteral("dance")};
        QTest::newRow("no waybill") << QStringList{QStringLiteral("export")};
        QTest::newRow("unknown option")
            << QStringList{QStringLiteral("export"), QStringLiteral("x"), QStringLiteral("--fast")};
        QTest::newRow("bad instant") << QStringList{QStringLiteral("export"), QStringLiteral("x"),
            QStringLiteral("--since"), QStringLiteral("2026-06-24")};
        QTest::newRow("bad duration") << QStringList{QStringLiteral("export"), QStringLiteral("x"),
            QStringLiteral("--max-wait"), QStringLiteral("soon")};
        QTest::newRow("waybill is not there")
            << QStringList{QStringLiteral("check"), QStringLiteral("/nowhere/waybill.json")};
    }
    void badInputIsExitTwo()
    {
        QFETCH(QStringList, arguments);
        const Bundle bundle(*m_generic);
        const Ended done = bundle.run(arguments);
        QCOMPARE(done.exitCode, 2);
        QVERIFY(!done.errors.isEmpty());
    }

    void aKeyThatCannotBeUsedIsExitTwo_data() // F-042
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("missing") << "missing";
        QTest::newRow("wrong passphrase") << "passphrase";
        QTest::newRow("readable by others") << "mode";
        QTest::newRow("another key") << "thumbprint";
    }
    void aKeyThatCannotBeUsedIsExitTwo()
    {
        QFETCH(QString, what);
        const Bundle bundle(*m_generic);
        bundle.seal(*m_generic);
        const int before = m_sandbox.kickOffs(m_generic->profile.practiceCode);
        const QString key = bundle.path() + QStringLiteral("/key.pem");
        if (what == QLatin1String("missing"))
            QFile::remove(key);
        else if (what == QLatin1String("mode"))
            QFile::setPermissions(key, QFile::ReadOwner | QFile::ReadOther);
        else if (what == QLatin1String("passphrase"))
            QFile::rename(bundle.path() + QStringLiteral("/key.pem.passphrase"),
                bundle.path() + QStringLiteral("/gone"));
        else
            bundle.edit([](QJsonObject &object) {
                QJsonObject client = object.value(QStringLiteral("client")).toObject();
                client.insert(QStringLiteral("keyThumbprint"),
                    QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
                object.insert(QStringLiteral("client"), client);
            });
        const Ended done = bundle.exportAll();
        QVERIFY2(done.exitCode == 2 || done.exitCode == 3, done.errors.constData());
        QCOMPARE(m_sandbox.kickOffs(m_generic->profile.practiceCode), before);
    }

    void stoppedItLeavesTheJobRunningAndSaysTryLater() // design 3.3
    {
        const Bundle bundle(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("job-stuck")}));
        const int deletes = m_sandbox.requests(QStringLiteral("DELETE"), {});
        qint64 quickest = std::numeric_limits<qint64>::max();
        for (int attempt = 0; attempt < 4 && quickest >= 1000; ++attempt) { // a busy machine may be late
            auto process = bundle.start({QStringLiteral("export"), bundle.path(),
                QStringLiteral("--progress"), QStringLiteral("json")});
            QVERIFY(waitForEvent(*process, QStringLiteral("poll")));
            QElapsedTimer timer;
            timer.start();
            ::kill(static_cast<pid_t>(process->processId()), SIGTERM); // F-111
            const Ended done = ended(*process);
            quickest = std::min(quickest, timer.elapsed());
            QCOMPARE(done.exitCode, 75);
            QCOMPARE(done.outcome(), QStringLiteral("waiting"));
        }
        QVERIFY2(quickest < 1000, qPrintable(QString::number(quickest)));
        QCOMPARE(m_sandbox.requests(QStringLiteral("DELETE"), {}), deletes); // BD-095

        QVERIFY(m_sandbox.setFaults({}));
        QCOMPARE(bundle.exportAll().exitCode, 0); // the same job
    }

    void theWaitLimitIsKept() // design 3.3, BD-081: it stops watching, not the job
    {
        const Bundle bundle(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("job-stuck")}));
        const Ended done = bundle.exportAll({QStringLiteral("--max-wait"), QStringLiteral("6s")});
        QCOMPARE(done.exitCode, 75); // the job is stuck: only the limit ends this
        QCOMPARE(done.outcome(), QStringLiteral("waiting"));

        // Still stuck, and the next answer asks for two hours: an hour's limit need not be waited for.
        const Ended huge = exportUntilItWaits(bundle);
        QCOMPARE(huge.exitCode, 75);
        QCOMPARE(huge.outcome(), QStringLiteral("waiting"));
        QVERIFY(!huge.runDirectory().isEmpty());
    }

    void statusKnowsRunsWatermarksAndWhatToDo()
    {
        const Bundle bundle(*m_ecw);
        Ended status = bundle.run({QStringLiteral("status"), bundle.path(), QStringLiteral("--json")});
        QCOMPARE(status.exitCode, 0);
        QVERIFY(status.last().value(QStringLiteral("runs")).toArray().isEmpty());
        QCOMPARE(exportUntilItWaits(bundle).exitCode, 75);
        status = bundle.run({QStringLiteral("status"), bundle.path(), QStringLiteral("--json")});
        const QJsonObject run = status.last().value(QStringLiteral("runs")).toArray().first().toObject();
        QVERIFY(!run.value(QStringLiteral("runId")).toString().isEmpty());
        QVERIFY(!run.value(QStringLiteral("startedAt")).toString().isEmpty());
        QVERIFY(!run.value(QStringLiteral("state")).toString().isEmpty());
        QVERIFY(!status.last().value(QStringLiteral("nextAction")).toString().isEmpty());
        QCOMPARE(bundle.run({QStringLiteral("status"), bundle.path()}).exitCode, 0);
    }

    void cancelDeletesTheJobAndSeesThatItIsGone() // BD-090, BD-093
    {
        const Bundle bundle(*m_ecw);
        QCOMPARE(exportUntilItWaits(bundle).exitCode, 75);
        const int deletes = m_sandbox.requests(QStringLiteral("DELETE"), {});
        const Ended cancelled = bundle.run({QStringLiteral("cancel"), bundle.path()});
        QVERIFY2(cancelled.exitCode == 0, cancelled.errors.constData());
        QCOMPARE(m_sandbox.requests(QStringLiteral("DELETE"), {}) - deletes, 1);
        QCOMPARE(bundle.run({QStringLiteral("cancel"), bundle.path()}).exitCode, 0); // nothing left to cancel
        QVERIFY(m_sandbox.setFaults({}));
        QCOMPARE(bundle.exportAll().exitCode, 0); // the Group is free again
    }

    void typesWithDifferentWatermarksRunOneAfterTheOther() // BD-181
    {
        const Bundle bundle(*m_generic,
            {QStringLiteral("Patient"), QStringLiteral("Condition"), QStringLiteral("Immunization")});
        bundle.edit([](QJsonObject &object) {
            object.insert(QStringLiteral("watermarks"),
                QJsonObject{{QStringLiteral("Patient"), QStringLiteral("2026-01-01T00:00:00.000Z")},
                    {QStringLiteral("Condition"), QStringLiteral("2026-01-01T00:00:00.000Z")}});
        });
        const int before = m_sandbox.kickOffs(m_generic->profile.practiceCode);
        const Ended done = bundle.exportAll();
        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QCOMPARE(done.last().value(QStringLiteral("runs")).toArray().size(), 2);
        QCOMPARE(m_sandbox.kickOffs(m_generic->profile.practiceCode) - before, 2);
        const auto marks = bundle.watermarks();
        QCOMPARE(marks.size(), 3);
        QVERIFY(marks.value(QStringLiteral("Patient")) > QStringLiteral("2026-01-01T00:00:00.000Z"));
    }

    void whatTheServerDoesNotKnowIsLeftOutAndWrittenDown() // BD-046
    {
        const Bundle bundle(*m_generic);
        const Ended done = bundle.exportAll({QStringLiteral("--without"), QStringLiteral("_type")});
        QVERIFY2(done.exitCode == 0, done.errors.constData());
        const QJsonObject run = readJson(done.runDirectory() + QStringLiteral("/run.json"));
        QVERIFY(!run[QLatin1String("request")][QLatin1String("url")].toString().contains(
            QStringLiteral("_type")));
        QCOMPARE(run[QLatin1String("export")][QLatin1String("leftOut")].toArray(),
            QJsonArray{QStringLiteral("_type")});
        QCOMPARE(bundle.watermarks().size(), 2); // of the types that were wanted
    }

    void aDamagedStateIsLoudAndNeverABaseline() // F-105
    {
        const Bundle bundle(*m_ecw);
        QCOMPARE(bundle.exportAll().exitCode, 0);
        const QString mark = bundle.watermarks().value(QStringLiteral("Patient"));
        QFile file(practices::storePath(bundle.state()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.close();
        const Ended done = bundle.exportAll();
        QVERIFY2(done.errors.contains("damaged"), done.errors.constData());
        QCOMPARE(readJson(done.runDirectory() + QStringLiteral("/run.json"))
                     .value(QStringLiteral("export"))
                     .toObject()
                     .value(QStringLiteral("since"))
                     .toString(),
            mark);
    }

    void theStateFolderCanBeElsewhere()
    {
        const Bundle bundle(*m_ecw);
        const QTemporaryDir elsewhere;
        QCOMPARE(bundle
                     .exportAll({QStringLiteral("--state"), elsewhere.path(), QStringLiteral("--out"),
                         elsewhere.filePath(QStringLiteral("out"))})
                     .exitCode,
            0);
        QVERIFY(QFile::exists(practices::storePath(elsewhere.path())));
        QVERIFY(!QFile::exists(bundle.state()));
    }

    void inspectAndFindReadWhatWasExported()
    {
        const Bundle bundle(*m_generic);
        const QString file = bundle.exportAll().runDirectory() + QStringLiteral("/001.Patient.ndjson");
        const Ended inspected = bundle.run({QStringLiteral("inspect"), file, QStringLiteral("--json")});
        QCOMPARE(inspected.exitCode, 0);
        const QJsonObject report =
            inspected.last().value(QStringLiteral("files")).toArray().first().toObject();
        QCOMPARE(report.value(QStringLiteral("lines")).toInteger(), readBytes(file).count('\n'));
        QCOMPARE(report.value(QStringLiteral("problemCount")).toInt(), 0);
        const QString folder = QFileInfo(file).path();
        const Ended whole = bundle.run({QStringLiteral("inspect"), folder, QStringLiteral("--json")});
        QCOMPARE(whole.exitCode, 0);
        QVERIFY(whole.last().value(QStringLiteral("files")).toArray().size() > 1);
        const QTemporaryDir empty; // a folder with nothing to read is a mistake, not a success
        QCOMPARE(bundle.run({QStringLiteral("inspect"), empty.path()}).exitCode, 2);
        const Ended found = bundle.run({QStringLiteral("find"), file,
            QStringLiteral("\"resourceType\":\"Patient\""), QStringLiteral("--json")});
        QCOMPARE(found.exitCode, 0);
        QCOMPARE(found.last().value(QStringLiteral("count")).toInteger(), readBytes(file).count('\n'));
        QCOMPARE(found.last().value(QStringLiteral("lines")).toArray().first().toInt(), 1); // 1-based
    }

    void checkStartsNoExport()
    {
        const Bundle bundle(*m_ecw);
        const int before = m_sandbox.kickOffs(m_ecw->profile.practiceCode);
        const Ended good = bundle.run({QStringLiteral("check"), bundle.path()});
        QVERIFY2(good.exitCode == 0, (good.output + good.errors).constData());
        QVERIFY(m_sandbox.setFaults({QStringLiteral("invalid-client")}));
        QCOMPARE(bundle.run({QStringLiteral("check"), bundle.path()}).exitCode, 3);
        QCOMPARE(m_sandbox.kickOffs(m_ecw->profile.practiceCode), before);
    }

private:
    /// Leaves a job behind that runs on the server, however slow this machine is: it asks for two hours, and
    /// an hour is all that is allowed.
    Ended exportUntilItWaits(const Bundle &bundle)
    {
        if (!m_sandbox.setFaults({QStringLiteral("job-stuck"), QStringLiteral("retry-after-huge")}))
            return {};
        return bundle.exportAll({QStringLiteral("--max-wait"), QStringLiteral("1h")});
    }

    SandboxProcess m_sandbox{
        {QStringLiteral("--patients"), QStringLiteral("30"), QStringLiteral("--retry-after"),
            QStringLiteral("1"), QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    std::unique_ptr<RegisteredClient> m_ecw;
    std::unique_ptr<RegisteredClient> m_generic;
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
