// SPDX-License-Identifier: Apache-2.0
#include "machine_fixture.h"

using namespace waybill;
using namespace waybill::exports;
using namespace waybill::exports::test;
using practices::Outcome;
using std::chrono::minutes;
using std::chrono::seconds;
using Tick = practices::PollTick::Kind;

namespace {

enum class Then { Waits, Downloads, Failed, Gone, NeedsPerson };

Then whatHappened(const State &state)
{
    if (isIn<Waiting>(state))
        return Then::Waits;
    if (isIn<Downloading>(state))
        return Then::Downloads;
    if (isIn<Stalled>(state))
        return Then::NeedsPerson;
    const auto *finished = std::get_if<Finished>(&state.phase);
    if (finished != nullptr && finished->outcome == Outcome::Gone)
        return Then::Gone;
    return Then::Failed;
}

} // namespace

class TestExportStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDocumentedAnswerHasItsConsequence_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("then");
        QTest::addColumn<int>("tick");
        const auto row = [](const char *name, int status, const QByteArray &body, Then then, Tick tick) {
            QTest::newRow(name) << status << body << static_cast<int>(then) << static_cast<int>(tick);
        };
        row("202", 202, {}, Then::Waits, Tick::Running); // BD-064
        row("202 with a body", 202, "{\"half\":1}", Then::Waits, Tick::Running); // F-025
        row("200 manifest", 200, manifest(), Then::Downloads, Tick::Complete); // BD-067
        row("200 outcome", 200, outcome("processing"), Then::Failed, Tick::Refused); // BD-068, F-026
        row("200 notice", 200, outcome("informational", "soon", "information"), Then::Waits, Tick::Transient);
        row("200 HTML", 200, "<html>sign in</html>", Then::Waits, Tick::Transient); // F-027
        row("200 empty", 200, {}, Then::Waits, Tick::Transient); // F-028
        row("200 null", 200, "null", Then::Waits, Tick::Transient);
        row("200 []", 200, "[]", Then::Waits, Tick::Transient);
        row("200 truncated", 200, manifest().left(40), Then::Waits, Tick::Transient);
        row("302", 302, {}, Then::Waits, Tick::Transient);
        row("400 outcome", 400, outcome("invalid"), Then::Failed, Tick::Refused);
        row("400 transient", 400, outcome("transient"), Then::Waits, Tick::Transient); // BD-071
        row("401", 401, {}, Then::NeedsPerson, Tick::Refused); // BD-076
        row("403", 403, {}, Then::NeedsPerson, Tick::Refused); // BD-077
        row("404", 404, outcome("not-found"), Then::Gone, Tick::Refused); // BD-075, F-030
        row("408", 408, {}, Then::Waits, Tick::Transient); // BD-078
        row("410", 410, {}, Then::Gone, Tick::Refused); // BD-076
        row("429", 429, {}, Then::Waits, Tick::Throttled); // BD-074
        row("500 text", 500, "boom", Then::Waits, Tick::Transient); // BD-072, F-029
        row("500 transient", 500, outcome("transient"), Then::Waits, Tick::Transient); // BD-071
        row("500 lock-error", 500, outcome("lock-error"), Then::Waits, Tick::Transient);
        row("500 throttled", 500, outcome("throttled"), Then::Waits, Tick::Transient);
        row("500 processing", 500, outcome("processing"), Then::Failed, Tick::Refused); // BD-073
        row("502", 502, "<html>", Then::Waits, Tick::Transient);
        row("503", 503, {}, Then::Waits, Tick::Throttled);
        row("503 processing", 503, outcome("processing"), Then::Waits, Tick::Throttled);
        row("504", 504, {}, Then::Waits, Tick::Transient);
    }
    void everyDocumentedAnswerHasItsConsequence()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, then);
        QFETCH(int, tick);
        Machine machine;
        machine.toPolling();
        const Step step = machine.feed(answered(status, body));
        QCOMPARE(static_cast<int>(whatHappened(step.state)), then);
        QVERIFY(step.tick);
        QCOMPARE(static_cast<int>(step.tick->kind), tick);
        QCOMPARE(step.tick->httpStatus, status);
        QCOMPARE(step.state.job.statusUrl, kStatus);
        QCOMPARE(machine.kickOffs(), 1);
    }

    void noHeaderMeansThirtySixtyAndSoOn() // BD-061
    {
        Machine machine;
        machine.toPolling();
        for (const int wait : {30, 60, 120, 240, 300, 300}) {
            machine.feed(answered(202));
            QCOMPARE(machine.wait(), seconds{wait});
            machine.due();
        }
        machine.feed(answered(202, {}, {{"Retry-After", "7"}}));
        QCOMPARE(machine.wait(), seconds{7});
        machine.due();
        machine.feed(answered(202));
        QCOMPARE(machine.wait(), seconds{30}); // and from the beginning
    }

    void hoursAreObeyedUnlessAPersonInsists() // BD-062
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(202, {}, {{"Retry-After", "18000"}}));
        QCOMPARE(machine.wait(), seconds{18000});
        QVERIFY(std::get<Waiting>(machine.state().phase).wait.reason.contains(QStringLiteral("18000")));
        QVERIFY(command<AskStatus>(machine.feed(PollNow{})));
    }

    void progressIsWhatTheServerSaid() // BD-064, BD-065, F-023
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(202, {}, {{"X-Progress", "47% of <b>all</b>"}}));
        QCOMPARE(machine.state().job.percent, std::optional(47));
        QCOMPARE(machine.state().job.serverText, QStringLiteral("47% of <b>all</b>"));
        machine.due();
        machine.feed(answered(202, {}, {{"X-Progress", "12%"}})); // may go down
        QCOMPARE(machine.state().job.percent, std::optional(12));
        machine.due();
        machine.feed(answered(202, {}, {{"X-Progress", "130%"}}));
        QCOMPARE(machine.state().job.percent, std::nullopt);
        machine.due();
        machine.feed(answered(202, {}, {{"X-Progress", QByteArray(10000, 'x')}}));
        QVERIFY(machine.state().job.serverText.size() < 110);
    }

    void zeroPercentUntilTheEndIsFine() // BD-065
    {
        Machine machine;
        machine.toPolling();
        for (int i = 0; i < 3; ++i) {
            machine.feed(answered(202, {}, {{"X-Progress", "0%"}, {"Retry-After", "120"}}));
            machine.due();
        }
        machine.feed(answered(200, manifest()));
        QVERIFY(isIn<Downloading>(machine.state()));
    }

    void threeDaysOfPollingLoseNothing() // F-024
    {
        Machine machine;
        machine.toPolling();
        while (machine.now() < kNow + std::chrono::hours{72}) {
            machine.feed(answered(202, {}, {{"Retry-After", "120"}}));
            machine.due();
        }
        QCOMPARE(machine.state().job.statusUrl, kStatus);
        QVERIFY(isIn<Polling>(machine.state()));
    }

    void failuresInARowStallAfterTenTriesAndHalfAnHour() // BD-072
    {
        Machine machine;
        machine.toPolling();
        const Instant begin = machine.now();
        int tries = 0;
        while (!isIn<Stalled>(machine.state())) {
            QVERIFY(++tries < 50);
            machine.feed(answered(500, "boom"));
            machine.due();
        }
        QVERIFY(tries >= 10);
        QVERIFY(machine.now() - begin >= minutes{30});
        QCOMPARE(machine.state().job.statusUrl, kStatus);
        QVERIFY(command<AskStatus>(machine.feed(GoOn{})));
        machine.feed(answered(500, "boom"));
        QVERIFY(isIn<Waiting>(machine.state())); // with a new ration of patience
    }

    void aGoodAnswerForgivesEarlierFailures()
    {
        Machine machine;
        machine.toPolling();
        for (int i = 0; i < 3; ++i) {
            machine.feed(answered(503));
            machine.due();
        }
        QCOMPARE(machine.state().job.failures, 3);
        machine.feed(answered(202));
        QCOMPARE(machine.state().job.failures, 0);
        QCOMPARE(machine.state().job.failingSince, std::nullopt);
    }

    void throttlingNeverStalls()
    {
        Machine machine;
        machine.toPolling();
        for (int i = 0; i < 100; ++i) {
            machine.feed(answered(429, {}, {{"Retry-After", "60"}}));
            machine.due();
        }
        QVERIFY(isIn<Polling>(machine.state()));
    }

    void ecwOpensAgainWithTheNextClockMinute() // EC-005, F-021
    {
        Machine machine(rules(true));
        machine.toPolling();
        machine.feed(answered(429, {}, {{"Date", "Sun, 06 Nov 1994 08:49:20 GMT"}}));
        QVERIFY(machine.wait() >= seconds{41} && machine.wait() <= seconds{45});
        QVERIFY(std::get<Waiting>(machine.state().phase).wait.throttled);
    }

    void zeroNeverMakesATightLoop_data() // HT-05
    {
        QTest::addColumn<bool>("ecw");
        QTest::newRow("generic") << false;
        QTest::newRow("eCW") << true;
    }
    void zeroNeverMakesATightLoop()
    {
        QFETCH(bool, ecw);
        Machine machine(rules(ecw));
        machine.toPolling();
        const Instant begin = machine.now();
        for (int i = 0; i < 20; ++i) {
            machine.feed(answered(202, {}, {{"Retry-After", "0"}}));
            machine.due();
        }
        QCOMPARE(machine.now() - begin, std::chrono::milliseconds{seconds{ecw ? 600 : 100}});
    }

    void silenceIsTransient() // F-033
    {
        Machine machine;
        machine.toPolling();
        const Step step = machine.feed(NoAnswer{error(ErrorCode::Network, "timed out"), true});
        QVERIFY(isIn<Waiting>(step.state));
        QCOMPARE(step.tick->kind, Tick::NoAnswer);
        QCOMPARE(machine.wait(), seconds{30});
    }

    void aRefusedTokenWaitsForAPersonWithTheJobKept() // F-031
    {
        Machine machine;
        machine.toPolling();
        machine.feed(NoAnswer{error(ErrorCode::Unauthorized, "invalid_client"), true});
        QVERIFY(isIn<Stalled>(machine.state()));
        QCOMPARE(machine.state().job.statusUrl, kStatus);
    }

    void threeUnreadableAnswersStallAndTheLastIsKept() // F-027, F-028
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, "<html>"));
        machine.due();
        machine.feed(answered(200, "{"));
        machine.due();
        const Step step = machine.feed(answered(200, "<html>maintenance"));
        QVERIFY(isIn<Stalled>(step.state));
        QCOMPARE(command<KeepAnswer>(step)->bytes, QByteArray("<html>maintenance"));
        machine.feed(GoOn{});
        machine.feed(answered(200, manifest()));
        QVERIFY(isIn<Downloading>(machine.state()));
    }

    void theJobsStatusMayComeInItsOwnHeader() // BD-069, BD-070
    {
        State agreed;
        agreed.job.statusUrl = kStatus;
        agreed.job.separateStatus = true;
        agreed.phase = Polling{};
        Machine running(rules(), agreed);
        running.feed(answered(200, {}, {{"X-Export-Status", "202 Accepted"}}));
        QVERIFY(isIn<Waiting>(running.state()));
        Machine failed(rules(), agreed);
        failed.feed(answered(200, outcome("processing"), {{"X-Export-Status", "500"}}));
        QCOMPARE(std::get<Finished>(failed.state().phase).outcome, Outcome::Failed);

        State notAgreed = agreed;
        notAgreed.job.separateStatus = false;
        Machine ignored(rules(), notAgreed);
        const Step step = ignored.feed(answered(200, manifest(), {{"X-Export-Status", "202"}}));
        QVERIFY(isIn<Downloading>(step.state));
        QVERIFY(!step.notes.isEmpty());
    }

    void aFailedJobMayBeAskedOnceMore() // BD-073
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(500, outcome("processing")));
        QVERIFY(isIn<Finished>(machine.state()));
        machine.feed(GoOn{});
        machine.feed(answered(200, manifest()));
        QVERIFY(isIn<Downloading>(machine.state()));
    }

    void theManifestIsStoredBeforeTheDownloadsStart() // BD-100
    {
        Machine machine;
        machine.toPolling();
        const Step step = machine.feed(answered(200, manifest(), {{"Expires", "0"}}));
        QCOMPARE(step.commands.size(), std::size_t{2});
        QCOMPARE(std::get<StoreManifest>(step.commands.at(0)).bytes, manifest());
        QVERIFY(std::get<StartDownloads>(step.commands.at(1)).manifest);
        QCOMPARE(step.state.job.manifestExpiresAt, std::optional(machine.now())); // HT-44
    }

    void aManifestThatCannotBeWrittenKeepsTheJob()
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, manifest()));
        machine.feed(StorageFailed{error(ErrorCode::DiskFull, "full")});
        QVERIFY(isIn<Stalled>(machine.state()));
        QVERIFY(command<AskStatus>(machine.feed(GoOn{})));
    }
};

QTEST_GUILESS_MAIN(TestExportStatus)
#include "tst_export_status.moc"
