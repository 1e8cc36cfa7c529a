// SPDX-License-Identifier: Apache-2.0
#include "practices/store.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::practices;

namespace {

const WatermarkKey kKey{QStringLiteral("https://h.example/fhir"), QStringLiteral("g1")};
const Instant kNow{std::chrono::milliseconds{1'780'000'000'123}};

RunRecord someRun(const QString &id)
{
    RunRecord run;
    run.id = id;
    run.baseUrl = kKey.baseUrl;
    run.group = kKey.group;
    run.batch = id;
    run.directory = QStringLiteral("/exports/") + id;
    run.request = {{QStringLiteral("types"), QStringLiteral("Patient")}};
    run.state = {{QStringLiteral("statusUrl"), QStringLiteral("https://h.example/status?job=é")}};
    run.phase = QStringLiteral("waiting");
    run.startedAt = kNow;
    run.nextPollAt = kNow + std::chrono::seconds{120};
    run.reason = QStringLiteral("The server asked for 120 s.");
    return run;
}

Watermark mark(const QString &type, const QString &value, const QString &runId = {})
{
    return {type, value, runId, kNow};
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto store = Store::open(m_folder->path());
        QVERIFY(store);
        m_store = std::move(*store);
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void profilesAreKeptByName()
    {
        Profile b;
        b.id = QStringLiteral("1");
        b.name = QStringLiteral("beta");
        Profile a;
        a.id = QStringLiteral("2");
        a.name = QStringLiteral("Alpha");
        QVERIFY(m_store->saveProfile(b));
        QVERIFY(m_store->saveProfile(a));
        b.clientId = QStringLiteral("new");
        QVERIFY(m_store->saveProfile(b));
        QCOMPARE(*m_store->profiles(), (QList<Profile>{a, b}));
        QCOMPARE(*m_store->profile(QStringLiteral("1")), std::optional(b));
        QVERIFY(m_store->removeProfile(QStringLiteral("1")));
        QCOMPARE(*m_store->profile(QStringLiteral("1")), std::nullopt);
    }

    void keyRecordsHoldFactsOnly()
    {
        const KeyRecord key{QStringLiteral("thumb"), QStringLiteral("kid"), QStringLiteral("RS384"),
            {KeyReference::Kind::Keychain, QStringLiteral("item")}, QStringLiteral("2026-11-23T00:00:00Z"),
            Environment::Production};
        QVERIFY(m_store->saveKey(key));
        QCOMPARE(*m_store->keys(), QList<KeyRecord>{key});
        QVERIFY(m_store->removeKey(key.thumbprint));
        QVERIFY(m_store->keys()->isEmpty());
    }

    void aRunIsReadBackAsItWasWritten() // BD-010
    {
        RunRecord run = someRun(QStringLiteral("r1"));
        QVERIFY(m_store->saveRun(run));
        QCOMPARE(*m_store->run(run.id), std::optional(run));
        run.outcome = Outcome::Incomplete;
        run.finishedAt = kNow;
        run.nextPollAt = {};
        QVERIFY(m_store->saveRun(run));
        QCOMPARE(*m_store->run(run.id), std::optional(run));
        QCOMPARE(*m_store->run(QStringLiteral("nobody")), std::nullopt);
    }

    void openRunsComeInTheOrderTheyShallRun()
    {
        RunRecord second = someRun(QStringLiteral("b"));
        second.batch = QStringLiteral("batch");
        second.place = 1;
        RunRecord first = someRun(QStringLiteral("c"));
        first.batch = QStringLiteral("batch");
        RunRecord closed = someRun(QStringLiteral("a"));
        closed.closed = true;
        RunRecord elsewhere = someRun(QStringLiteral("d"));
        elsewhere.group = QStringLiteral("g2");
        for (const RunRecord &run : {second, first, closed, elsewhere})
            QVERIFY(m_store->saveRun(run));
        QCOMPARE(*m_store->openRuns(kKey), (QList<RunRecord>{first, second}));
        QCOMPARE(m_store->openRuns()->size(), 3);
        QCOMPARE(m_store->runs(kKey)->size(), 3);
        QCOMPARE(m_store->runs(kKey)->first().id, QStringLiteral("c")); // newest first, ids sort by start
        QCOMPARE(m_store->runs(kKey, 1)->size(), 1);
        QCOMPARE(m_store->allRuns()->size(), 4);
    }

    void onlyARunThatWasNeverKickedOffCanBeRemoved()
    {
        RunRecord planned = someRun(QStringLiteral("r1"));
        planned.startedAt = {};
        const RunRecord started = someRun(QStringLiteral("r2"));
        QVERIFY(m_store->saveRun(planned));
        QVERIFY(m_store->saveRun(started));
        QVERIFY(m_store->removeRun(planned.id));
        QVERIFY(m_store->removeRun(started.id));
        QCOMPARE(*m_store->allRuns(), QList<RunRecord>{started});
    }

    void pollsKeepTheirOrderAndTheLastOnesAreHandedOut()
    {
        QVERIFY(m_store->saveRun(someRun(QStringLiteral("r1"))));
        QList<PollTick> ticks;
        for (int i = 0; i < 5; ++i) {
            PollTick tick;
            tick.kind = i == 4 ? PollTick::Kind::Complete : PollTick::Kind::Running;
            tick.at = kNow + std::chrono::seconds{i};
            tick.httpStatus = 202;
            tick.latency = std::chrono::milliseconds{9000};
            tick.serverText = QStringLiteral("%1% Completed").arg(i);
            tick.waitReason = QStringLiteral("Retry-After: 120");
            tick.wait = std::chrono::seconds{120};
            ticks.append(tick);
            QVERIFY(m_store->addPoll(QStringLiteral("r1"), tick));
        }
        QCOMPARE(*m_store->polls(QStringLiteral("r1")), ticks);
        QCOMPARE(*m_store->polls(QStringLiteral("r1"), 2), ticks.mid(3));
        QCOMPARE(*m_store->pollCount(QStringLiteral("r1")), 5);
        QVERIFY(!m_store->addPoll(QStringLiteral("no such run"), {}));
    }

    void pollsOfOldRunsAreForgotten()
    {
        for (const char *id : {"r1", "r2", "r3"}) {
            RunRecord run = someRun(QLatin1String(id));
            run.closed = true;
            QVERIFY(m_store->saveRun(run));
            QVERIFY(m_store->addPoll(run.id, {}));
        }
        QVERIFY(m_store->prunePolls(kKey, 2));
        QCOMPARE(*m_store->pollCount(QStringLiteral("r1")), 0);
        QCOMPARE(*m_store->pollCount(QStringLiteral("r2")), 1);
    }

    void filesAreFoundByTheirPlaceInTheManifest() // BD-115
    {
        QVERIFY(m_store->saveRun(someRun(QStringLiteral("r1"))));
        FileRecord output{FileKind::Output, 2, QStringLiteral("Patient"),
            QStringLiteral("002.Patient.ndjson"), FileState::Failed, 10, 2, 3, 1, {},
            QStringLiteral("2 lines instead of 3."), {}};
        const FileRecord error{FileKind::Error, 1, QStringLiteral("OperationOutcome"),
            QStringLiteral("error/001.OperationOutcome.ndjson"), FileState::Verified, 5, 1, {}, 0,
            QStringLiteral("abc"), {}, {{QStringLiteral("warning"), 1}}};
        QVERIFY(m_store->saveFile(QStringLiteral("r1"), error));
        QVERIFY(m_store->saveFile(QStringLiteral("r1"), output));
        output.state = FileState::Verified;
        output.reason.clear();
        QVERIFY(m_store->saveFile(QStringLiteral("r1"), output));
        QCOMPARE(*m_store->files(QStringLiteral("r1")), (QList<FileRecord>{output, error}));
        QVERIFY(m_store->forgetFiles(QStringLiteral("r1")));
        QVERIFY(m_store->files(QStringLiteral("r1"))->isEmpty());
    }

    void aWatermarkIsKeptByteForByteWithItsHistory() // BD-033, BD-182
    {
        const QStringList values{QStringLiteral("2026-06-24T03:14:07.123456789Z"),
            QStringLiteral("2026-06-24T03:14:07.10+05:30"), QStringLiteral("2026-12-31T23:59:60Z")};
        for (const QString &value : values)
            QVERIFY(m_store->moveWatermark(kKey, mark(QStringLiteral("Patient"), value, QStringLiteral("r")),
                QStringLiteral("run"), QStringLiteral("All verified.")));
        QCOMPARE(*m_store->watermarks(kKey),
            QList<Watermark>{mark(QStringLiteral("Patient"), values.last(), QStringLiteral("r"))});
        const QList<AuditEntry> history = *m_store->audit(kKey);
        QCOMPARE(history.size(), 3);
        QCOMPARE(history.first().from, values.at(1));
        QCOMPARE(history.first().to, values.at(2));
        QCOMPARE(history.last().from, QString());
        QCOMPARE(history.first().why, QStringLiteral("All verified."));
    }

    void aResetIsAnAuditedRemoval() // BD-183
    {
        QVERIFY(m_store->moveWatermark(kKey,
            mark(QStringLiteral("Patient"), QStringLiteral("2026-01-01T00:00:00Z")), QStringLiteral("run"),
            {}));
        QVERIFY(m_store->moveWatermark(kKey, mark(QStringLiteral("Patient"), {}), QStringLiteral("ann"),
            QStringLiteral("Wrong Group.")));
        QVERIFY(m_store->watermarks(kKey)->isEmpty());
        const AuditEntry entry = m_store->audit(kKey)->first();
        QCOMPARE(entry.what, QStringLiteral("watermark-reset"));
        QCOMPARE(entry.who, QStringLiteral("ann"));
        QCOMPARE(entry.from, QStringLiteral("2026-01-01T00:00:00Z"));
    }

    void aWaybillSeedsAnEmptyStateOnce() // design 3.3
    {
        const QList<Watermark> marks{mark(QStringLiteral("Patient"), QStringLiteral("2026-01-01T00:00:00Z"))};
        QCOMPARE(*m_store->seedWatermarks(kKey, marks, QStringLiteral("waybill")), true);
        QCOMPARE(*m_store->watermarks(kKey), marks);
        // A reset stays a reset: the waybill does not bring the old one back.
        QVERIFY(m_store->moveWatermark(
            kKey, mark(QStringLiteral("Patient"), {}), QStringLiteral("ann"), QStringLiteral("Reset.")));
        QCOMPARE(*m_store->seedWatermarks(kKey, marks, QStringLiteral("waybill")), false);
        QVERIFY(m_store->watermarks(kKey)->isEmpty());
    }

    void aStateWithARunIsNotSeeded()
    {
        QVERIFY(m_store->saveRun(someRun(QStringLiteral("r1"))));
        QCOMPARE(*m_store->seedWatermarks(
                     kKey, {mark(QStringLiteral("Patient"), QStringLiteral("2026-01-01T00:00:00Z"))}, {}),
            false);
    }

    void aTransactionIsAllOrNothing()
    {
        const Result<> result = m_store->transact([this]() -> Result<> {
            if (const auto saved = m_store->saveRun(someRun(QStringLiteral("r1"))); !saved)
                return saved;
            if (const auto moved = m_store->moveWatermark(
                    kKey, mark(QStringLiteral("Patient"), QStringLiteral("x")), {}, {});
                !moved)
                return moved;
            return failure(ErrorCode::Internal, QStringLiteral("stop"));
        });
        QCOMPARE(result.error().what, QStringLiteral("stop"));
        QVERIFY(m_store->allRuns()->isEmpty());
        QVERIFY(m_store->watermarks(kKey)->isEmpty());
        QVERIFY(m_store->saveRun(someRun(QStringLiteral("r2")))); // and the store goes on
    }

    void severalObjectsSeeTheSameFile()
    {
        const auto other = Store::open(m_folder->path());
        QVERIFY(other);
        QVERIFY(m_store->saveRun(someRun(QStringLiteral("r1"))));
        QCOMPARE((*other)->allRuns()->size(), 1);
    }

    void onlyTheOwnerMayReadTheFiles() // BD-221
    {
        const QString folder = m_folder->filePath(QStringLiteral("made/here"));
        const auto store = Store::open(folder);
        QVERIFY(store);
        QVERIFY((*store)->saveRun(someRun(QStringLiteral("r1"))));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(folder).permissions() & others));
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2); // with its -wal
        for (const QFileInfo &file : files)
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
