// SPDX-License-Identifier: Apache-2.0
// Whole exports against the real practice server.
#include "keys/sha256.h"
#include "sandbox_practice.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
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

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
}

QString sha256(const QString &path)
{
    keys::Sha256 hash;
    hash.add(bytes(path));
    return QString::fromLatin1(hash.result().toHex());
}

QStringList events(const QString &directory)
{
    QStringList all;
    for (const QByteArray &line : bytes(directory + QStringLiteral("/log.ndjson")).split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        if (!row.isEmpty())
            all.append(row.value(QStringLiteral("eventId")).toString());
    }
    return all;
}

} // namespace

class TestRunExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_ecw = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.ecw());
        m_generic = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.generic());
        QVERIFY(m_ecw->isReady() && m_generic->isReady());
    }
    void init() { m_sandbox.setFaults({}); }

    void bothPracticesExportAndTheWatermarkMoves_data()
    {
        QTest::addColumn<QString>("vendor");
        QTest::newRow("eCW") << "eclinicalworks";
        QTest::newRow("IG 2.0") << "generic";
    }
    void bothPracticesExportAndTheWatermarkMoves()
    {
        QFETCH(QString, vendor);
        SandboxPractice practice(vendor == QLatin1String("generic") ? *m_generic : *m_ecw);
        const int before = m_sandbox.kickOffs(practice.profile.practiceCode);
        const QList<RunResult> results = practice.run();
        QCOMPARE(results.size(), 1);
        QVERIFY2(results.first().outcome == Outcome::Complete, qPrintable(results.first().verdict));
        QCOMPARE(m_sandbox.kickOffs(practice.profile.practiceCode) - before, 1);

        const QString folder = results.first().runDirectory;
        const QJsonObject manifest = json(folder + QStringLiteral("/manifest.json"));
        const QJsonObject report = json(folder + QStringLiteral("/report.json"));
        const QString time = manifest.value(QStringLiteral("transactionTime")).toString();
        QVERIFY(!time.isEmpty());
        QCOMPARE(practice.watermarks(),
            (QMap<QString, QString>{{QStringLiteral("Patient"), time}, {QStringLiteral("Condition"), time}}));
        QCOMPARE(report.value(QStringLiteral("outcome")).toString(), QStringLiteral("complete"));
        QVERIFY(
            report.value(QStringLiteral("watermark")).toObject().value(QStringLiteral("advanced")).toBool());
        const QJsonArray files = report.value(QStringLiteral("files")).toArray();
        QVERIFY(files.size() >= 2);
        for (const QJsonValue &value : files) {
            const QJsonObject file = value.toObject();
            const QString path = folder + QLatin1Char('/') + file.value(QStringLiteral("name")).toString();
            QCOMPARE(QFileInfo(path).size(), file.value(QStringLiteral("bytes")).toInteger());
            QCOMPARE(sha256(path), file.value(QStringLiteral("sha256")).toString());
            QCOMPARE(bytes(path).count('\n'), file.value(QStringLiteral("lines")).toInteger());
        }
        const QStringList log = events(folder);
        QCOMPARE(log.first(), QStringLiteral("kickoff")); // BD-224
        QCOMPARE(log.last(), QStringLiteral("export_complete"));
        QCOMPARE(log.count(QStringLiteral("download_complete")), files.size());
        QVERIFY(!bytes(folder + QStringLiteral("/log.ndjson")).contains("Bearer"));
    }

    void theStatusIsAskedForWithTheTokenAndNothingElse() // BD-060, BD-210, BD-211, BD-223
    {
        SandboxPractice practice(*m_ecw);
        const qsizetype before = rows().size();
        QCOMPARE(practice.run().value(0).outcome, Outcome::Complete);
        int polls = 0;
        const QJsonArray seen = rows();
        for (qsizetype i = before; i < seen.size(); ++i) {
            const QJsonObject row = seen.at(i).toObject();
            const QString path = row.value(QStringLiteral("path")).toString();
            if (path.contains(QStringLiteral("export-poll"))) {
                ++polls;
                QCOMPARE(row[QLatin1String("headers")][QLatin1String("accept")].toString(),
                    QStringLiteral("application/json"));
                QVERIFY(row.value(QStringLiteral("authorized")).toBool());
            }
            const bool isKnown = path.contains(QStringLiteral("token"))
                || path.contains(QStringLiteral("export")) || path.startsWith(QStringLiteral("/portal"));
            QVERIFY2(isKnown, qPrintable(path)); // no attachment, no reference, nothing nobody asked for
        }
        QVERIFY(polls >= 1);
    }

    void theServersCopiesGoOnlyWhenAskedAndOnlyAfterSuccess() // BD-091, BD-092
    {
        SandboxPractice practice(*m_generic);
        const auto deletes = [this] { return m_sandbox.requests(QStringLiteral("DELETE"), {}); };
        const int before = deletes();
        m_sandbox.setFaults({QStringLiteral("missing-file")});
        const auto part = practice.exporter();
        QSignalSpy ended(part.get(), &RunExport::finished);
        QVERIFY(part->start(practice.plan()));
        QVERIFY(ended.wait(60000));
        part->releaseFiles();
        QTest::qWait(300);
        QCOMPARE(deletes(), before);
        m_sandbox.setFaults({});
        const auto whole = practice.exporter();
        QSignalSpy finished(whole.get(), &RunExport::finished);
        QVERIFY(whole->start(practice.plan()));
        QVERIFY(finished.wait(60000));
        QCOMPARE(whole->results().value(0).outcome, Outcome::Complete);
        QCOMPARE(deletes(), before); // never by itself
        whole->releaseFiles();
        QTRY_COMPARE_WITH_TIMEOUT(deletes(), before + 1, 10000);
    }

    void theRunFolderIsPrivate() // BD-221, design 3.5
    {
        SandboxPractice practice(*m_generic);
        const QString folder = practice.run().value(0).runDirectory;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(folder).permissions() & others));
        for (const QString &name :
            {QStringLiteral("run.json"), QStringLiteral("manifest.json"), QStringLiteral("report.json"),
                QStringLiteral("log.ndjson"), QStringLiteral("001.Patient.ndjson")})
            QVERIFY2(QFileInfo::exists(folder + QLatin1Char('/') + name)
                    && !(QFileInfo(folder + QLatin1Char('/') + name).permissions() & others),
                qPrintable(name));
        QVERIFY(QDir(folder).entryList({QStringLiteral("*.part"), QStringLiteral("*.new")}).isEmpty());
    }

    void theNextExportAsksOnlyForWhatIsNew() // BD-033, BD-180
    {
        SandboxPractice practice(*m_ecw);
        QCOMPARE(practice.run().value(0).outcome, Outcome::Complete);
        const QString first = practice.watermarks().value(QStringLiteral("Patient"));
        const QList<RunResult> results = practice.run();
        QCOMPARE(results.value(0).outcome, Outcome::Complete);
        const QJsonObject run = json(results.value(0).runDirectory + QStringLiteral("/run.json"));
        QCOMPARE(
            run.value(QStringLiteral("export")).toObject().value(QStringLiteral("since")).toString(), first);
        QVERIFY(practice.watermarks().value(QStringLiteral("Patient")) > first);
        QCOMPARE(practice.store().audit(practices::watermarkKey(practice.profile))->size(), 4);
    }

    void aTypeWithoutWatermarkGetsItsBaselineInAJobOfItsOwn() // BD-181, design 3.3
    {
        SandboxPractice practice(*m_generic);
        QCOMPARE(practice.run().size(), 1);
        practice.profile.types.append(QStringLiteral("Immunization"));
        const QList<RunResult> results = practice.run();
        QCOMPARE(results.size(), 2);
        QCOMPARE(practice.last().jobCount, 2);
        for (const RunResult &result : results)
            QCOMPARE(result.outcome, Outcome::Complete);
        QVERIFY(QFile::exists(
            results.at(0).runDirectory + QStringLiteral("/001.Immunization.ndjson"))); // baseline first
        QCOMPARE(practice.watermarks().size(), 3);
    }

    void aHandleOnAnotherOriginIsKeptUntilItIsTrusted() // BD-083, F-007
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("foreign-content-location")}));
        const QList<RunResult> results = practice.run();
        QCOMPARE(results.value(0).outcome, Outcome::Unauthorized);
        const auto open = practice.store().openRuns();
        QCOMPARE(open->size(), 1); // the job is kept
    }

    void missingFilesAreFetchedByTheNextStartFromTheSameJob() // design 3.3, F-079
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("missing-file")}));
        const int before = m_sandbox.kickOffs(practice.profile.practiceCode);
        const QList<RunResult> first = practice.run();
        QCOMPARE(first.value(0).outcome, Outcome::Incomplete);
        m_sandbox.setFaults({});
        const QList<RunResult> second = practice.run();
        QCOMPARE(second.value(0).runId, first.value(0).runId);
        QVERIFY2(second.value(0).outcome == Outcome::Complete, qPrintable(second.value(0).verdict));
        QCOMPARE(m_sandbox.kickOffs(practice.profile.practiceCode) - before, 1);
        QCOMPARE(practice.watermarks().size(), 2);
        QVERIFY(practice.store().openRuns()->isEmpty());
    }

    void afterOneMoreTryItIsClosedAndTheNextStartsAnew() // design 3.3
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("missing-file")}));
        const QString first = practice.run().value(0).runId;
        const QList<RunResult> second = practice.run();
        QCOMPARE(second.value(0).runId, first);
        QCOMPARE(second.value(0).outcome, Outcome::Incomplete);
        QVERIFY(practice.store().openRuns()->isEmpty());
        m_sandbox.setFaults({});
        QVERIFY(practice.run().value(0).runId != first);
    }

    void errorsCanBeAcceptedByAPersonWithAReason() // BD-111, BD-183
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("errors-in-manifest")}));
        const auto exporter = practice.exporter();
        QSignalSpy finished(exporter.get(), &RunExport::finished);
        QVERIFY(exporter->start(practice.plan()));
        QVERIFY(finished.wait(60000));
        QVERIFY(exporter->progress().canAcceptErrors);
        QVERIFY(practice.watermarks().isEmpty());
        QVERIFY(!exporter->acceptErrors(QStringLiteral("ann"), QStringLiteral(" "))); // no reason, no move
        QVERIFY(exporter->acceptErrors(QStringLiteral("ann"), QStringLiteral("Known test patient.")));
        QCOMPARE(practice.watermarks().size(), 2);
        const practices::AuditEntry entry =
            practice.store().audit(practices::watermarkKey(practice.profile))->first();
        QCOMPARE(entry.who, QStringLiteral("ann"));
        QCOMPARE(entry.why, QStringLiteral("Known test patient."));
        QVERIFY(!exporter->progress().canAcceptErrors);
    }

    void whatWasAcceptedTooLateDoesNotMoveTheWatermarkBack() // BD-183
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("errors-in-manifest")}));
        const auto exporter = practice.exporter();
        QSignalSpy finished(exporter.get(), &RunExport::finished);
        QVERIFY(exporter->start(practice.plan()));
        QVERIFY(finished.wait(60000));
        const QString later = QStringLiteral("2099-01-01T00:00:00Z"); // another export moved it meanwhile
        QVERIFY(practice.store().moveWatermark(practices::watermarkKey(practice.profile),
            {QStringLiteral("Patient"), later, {}, Instant{}}, QStringLiteral("run"), {}));
        QVERIFY(!exporter->acceptErrors(QStringLiteral("ann"), QStringLiteral("Known test patient.")));
        QCOMPARE(practice.watermarks(), (QMap<QString, QString>{{QStringLiteral("Patient"), later}}));
    }

    void whatVanishedBetweenTwoBaselinesIsListed() // BD-185, BD-202
    {
        SandboxPractice practice(*m_generic);
        const QString first = practice.run().value(0).runDirectory;
        QVERIFY(!QFile::exists(first + QStringLiteral("/changes")));
        QFile patients(first + QStringLiteral("/001.Patient.ndjson"));
        QVERIFY(patients.open(QIODevice::Append));
        patients.write("{\"resourceType\":\"Patient\",\"id\":\"ghost\"}\n"); // as if it had been there then
        patients.close();
        const QList<RunResult> second = practice.run({SinceChoice::Kind::Baseline, {}});
        QCOMPARE(second.value(0).outcome, Outcome::Complete);
        QVERIFY(bytes(second.first().runDirectory + QStringLiteral("/changes/vanished.ndjson"))
                    .contains("\"ghost\""));
        const QJsonObject report = json(second.first().runDirectory + QStringLiteral("/report.json"));
        QCOMPARE(report[QLatin1String("changes")][QLatin1String("vanished")].toObject(),
            (QJsonObject{{QStringLiteral("Patient"), 1}}));
        QVERIFY(report.value(QStringLiteral("deletionsRemark")).toString().contains(QStringLiteral("may not"))
            || report[QLatin1String("totals")][QLatin1String("deletions")].toInt() > 0);
        QVERIFY(practice.last().notes.join(QLatin1Char('\n')).contains(QStringLiteral("vanished.ndjson")));
    }

    void anExportOfEverythingTellsOfATypeThatIsWhollyGone() // BD-202
    {
        SandboxPractice practice(*m_generic);
        practice.profile.types.clear();
        const RunResult first = practice.run().value(0);
        QVERIFY2(first.outcome == Outcome::Complete, qPrintable(first.verdict));
        practices::FileRecord ghosts;
        ghosts.number = 999;
        ghosts.type = QStringLiteral("Basic");
        ghosts.name = QStringLiteral("999.Basic.ndjson");
        ghosts.state = FileState::Verified;
        QFile file(first.runDirectory + QLatin1Char('/') + ghosts.name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"resourceType\":\"Basic\",\"id\":\"ghost\"}\n");
        file.close();
        QVERIFY(practice.store().saveFile(first.runId, ghosts)); // as if it had come then
        const RunResult second = practice.run({SinceChoice::Kind::Baseline, {}}).value(0);
        QCOMPARE(second.outcome, Outcome::Complete);
        QCOMPARE(json(second.runDirectory
                     + QStringLiteral("/report.json"))[QLatin1String("changes")][QLatin1String("vanished")]
                     .toObject(),
            (QJsonObject{{QStringLiteral("Basic"), 1}}));
    }

    void aPatientWhoJoinedTheGroupIsNoticedInADelta() // BD-185
    {
        SandboxPractice practice(*m_generic);
        QCOMPARE(practice.run().value(0).outcome, Outcome::Complete);
        const QDir rosters(practice.store().folder() + QStringLiteral("/patients"));
        QCOMPARE(rosters.entryList(QDir::Files).size(), 1); // kept once the run had counted
        QFile roster(rosters.filePath(rosters.entryList(QDir::Files).first()));
        QVERIFY(roster.open(QIODevice::ReadWrite));
        const QByteArray known = roster.readAll();
        QVERIFY(roster.resize(known.lastIndexOf('\n', -2) + 1)); // as if the last one joined later
        roster.close();
        const QList<RunResult> delta =
            practice.run({SinceChoice::Kind::Instant, QStringLiteral("1990-01-01T00:00:00Z")});
        QCOMPARE(delta.value(0).outcome, Outcome::Complete); // BD-186: all of it came again
        QCOMPARE(json(delta.first().runDirectory
                     + QStringLiteral("/report.json"))[QLatin1String("changes")][QLatin1String("newPatients")]
                     .toInt(),
            1);
        QVERIFY(roster.open(QIODevice::ReadOnly));
        QCOMPARE(roster.readAll().count('\n'), known.count('\n'));
    }

    void aCancelledJobIsGoneFromTheServer() // BD-090, BD-093
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("job-stuck")}));
        const auto exporter = practice.exporter();
        QSignalSpy finished(exporter.get(), &RunExport::finished);
        QVERIFY(exporter->start(practice.plan()));
        QTRY_COMPARE_WITH_TIMEOUT(exporter->progress().phase, Phase::Preparing, 20000);
        exporter->cancel();
        QVERIFY(finished.wait(20000));
        QCOMPARE(exporter->results().value(0).outcome, Outcome::Cancelled);
        QVERIFY(practice.store().openRuns()->isEmpty());
        QVERIFY(m_sandbox.requests(QStringLiteral("DELETE"), QStringLiteral("export-poll")) >= 1);
    }

    void aSecondWindowIsToldWhoExportsTheGroup() // BD-082, F-035
    {
        SandboxPractice practice(*m_ecw);
        const auto first = practice.exporter();
        const auto second = practice.exporter();
        QSignalSpy finished(first.get(), &RunExport::finished);
        QVERIFY(first->start(practice.plan()));
        const Result<> refused = second->start(practice.plan());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QVERIFY(finished.wait(60000));
        QSignalSpy later(second.get(), &RunExport::finished);
        QVERIFY(second->start(practice.plan()));
        QVERIFY(later.wait(60000));
    }

    void destroyedAtAnyMomentItGoesOn_data() // F-110
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("waiting for the server") << static_cast<int>(Phase::Preparing);
        QTest::newRow("downloading") << static_cast<int>(Phase::Downloading);
        QTest::newRow("committing") << static_cast<int>(Phase::Committing);
    }
    void destroyedAtAnyMomentItGoesOn()
    {
        QFETCH(int, phase);
        SandboxPractice practice(*m_generic);
        const int before = m_sandbox.kickOffs(practice.profile.practiceCode);
        auto exporter = practice.exporter();
        QVERIFY(exporter->start(practice.plan()));
        const auto reached = [&] { return static_cast<int>(exporter->progress().phase) >= phase; };
        while (!reached())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const bool isOver = exporter->progress().phase == Phase::Finished;
        exporter.reset();
        if (isOver)
            return; // quicker than the look
        QCOMPARE(RunExport::unfinished(practice.store())->size(), 1);
        const QList<RunResult> results = practice.run();
        QCOMPARE(results.value(0).outcome, Outcome::Complete);
        QCOMPARE(m_sandbox.kickOffs(practice.profile.practiceCode) - before, 1);
        QCOMPARE(practice.watermarks().size(), 2);
    }

    void aLostKickOffIsNotRepeatedByItself() // BD-016
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("cut-kickoff")}));
        const int before = m_sandbox.kickOffs(practice.profile.practiceCode);
        QCOMPARE(practice.run().value(0).outcome, Outcome::Waiting);
        QCOMPARE(practice.last().phase, Phase::KickOffUnknown);
        QCOMPARE(practice.run().value(0).outcome, Outcome::Waiting);
        QCOMPARE(m_sandbox.kickOffs(practice.profile.practiceCode) - before, 1);
    }

    void aNewExportGivesUpTheOldOneOnlyOnceItWasAccepted() // design 3.3
    {
        SandboxPractice practice(*m_ecw);
        QVERIFY(m_sandbox.setFaults({QStringLiteral("job-stuck")}));
        auto old = practice.exporter();
        QVERIFY(old->start(practice.plan()));
        QTRY_COMPARE_WITH_TIMEOUT(old->progress().phase, Phase::Preparing, 20000);
        const QString oldId = old->progress().runId;
        old.reset();

        ExportPlan plan = practice.plan();
        plan.startNew = true;
        m_sandbox.setFaults({QStringLiteral("duplicate-job")});
        auto refused = practice.exporter();
        QSignalSpy finished(refused.get(), &RunExport::finished);
        QVERIFY(refused->start(plan));
        QVERIFY(finished.wait(20000));
        QCOMPARE(refused->results().value(0).outcome, Outcome::Duplicate); // one job per Group at eCW
        QCOMPARE(practice.store().openRuns()->value(0).id, oldId); // so the old one is still ours

        m_sandbox.setFaults({});
        auto accepted = practice.exporter();
        QSignalSpy done(accepted.get(), &RunExport::finished);
        QVERIFY(accepted->start(plan));
        QVERIFY(done.wait(20000));
        QCOMPARE(accepted->results().value(0).outcome, Outcome::Complete);
        QVERIFY(practice.store().openRuns()->isEmpty());
        QVERIFY(practice.store().run(oldId)->value().closed);
    }

private:
    QJsonArray rows() { return m_sandbox.requestLog().value(QLatin1String("requests")).toArray(); }

    SandboxProcess m_sandbox{
        {QStringLiteral("--patients"), QStringLiteral("40"), QStringLiteral("--retry-after"),
            QStringLiteral("1"), QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    std::unique_ptr<RegisteredClient> m_ecw;
    std::unique_ptr<RegisteredClient> m_generic;
};

QTEST_GUILESS_MAIN(TestRunExport)
#include "tst_run_export.moc"
