// SPDX-License-Identifier: Apache-2.0
// A killed process goes on by reading its state (F-110, HT-05, BD-080).
#include "machine_fixture.h"

using namespace waybill;
using namespace waybill::exports;
using namespace waybill::exports::test;
using practices::Outcome;
using std::chrono::seconds;

namespace {

State in(const Phase &phase)
{
    State state;
    state.job.statusUrl = kStatus;
    state.job.kickOffAt = kNow;
    state.phase = phase;
    return state;
}

Step resumed(const State &state, Instant now = kNow)
{
    const auto read = stateFromJson(toJson(state)); // as the next process sees it
    return advance(rules(), *read, Resume{}, {now, 0.0});
}

} // namespace

class TestExportResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlannedRunStarts() { QVERIFY(command<GetToken>(resumed({}))); }

    void aKickOffWithoutAnswerIsUnknown() // BD-016
    {
        State sent;
        sent.phase = KickOffSent{};
        const Step step = resumed(sent);
        QVERIFY(isIn<KickOffUnknown>(step.state));
        QVERIFY(step.commands.empty());
    }

    void aWaitGoesOnToItsOwnEnd()
    {
        const Wait wait{kNow, kNow + seconds{120}, QStringLiteral("r"), false};
        const Step step = resumed(in(Waiting{wait, 1, {}}), kNow + seconds{50});
        QCOMPARE(command<WakeAt>(step)->until, wait.until);
        QVERIFY(!command<AskStatus>(step)); // not before the time the server named
    }

    void aWaitThatIsOverIsAskedAtOnce()
    {
        const Wait wait{kNow, kNow + seconds{120}, {}, false};
        const Step step = resumed(in(Waiting{wait, 1, {}}), kNow + std::chrono::hours{8});
        QVERIFY(command<WakeAt>(step)->until < kNow + std::chrono::hours{8});
    }

    void aClockThatWasSetBackDoesNotMakeItLastForYears() // F-113
    {
        const Wait wait{kNow, kNow + seconds{120}, {}, false};
        const Instant lastYear = kNow - std::chrono::hours{24 * 365};
        QCOMPARE(
            command<WakeAt>(resumed(in(Waiting{wait, 1, {}}), lastYear))->until, lastYear + seconds{120});
    }

    void aPollWhoseAnswerWasLostIsNotRepeatedTooSoon() // BD-062: what it asked for, nobody knows
    {
        Machine machine;
        machine.start();
        machine.feed(
            answered(202, {}, {{"Content-Location", kStatus.toEncoded()}, {"Retry-After", "120"}}, kBase));
        machine.due();
        QVERIFY(isIn<Polling>(machine.state()));
        const Step soon = resumed(machine.state(), machine.now() + seconds{2});
        QVERIFY(!command<AskStatus>(soon));
        QCOMPARE(command<WakeAt>(soon)->until, machine.now() + seconds{120});
        QVERIFY(command<AskStatus>(resumed(machine.state(), machine.now() + seconds{121})));
    }

    void aPollThatWasOutIsAskedAgain() // re-fetching is safe
    {
        QCOMPARE(command<AskStatus>(resumed(in(Polling{})))->url, kStatus);
        QCOMPARE(command<AskStatus>(resumed(in(FetchingManifestPage{3})))->url, kStatus);
        QCOMPARE(command<AskStatus>(resumed(in(Stalled{})))->url, kStatus);
    }

    void downloadsGoOnFromTheRunFolder()
    {
        const Step step = resumed(in(Downloading{true}));
        QVERIFY(command<StartDownloads>(step));
        QVERIFY(!command<StartDownloads>(step)->manifest);
        QVERIFY(!std::get<Downloading>(step.state.phase).refreshing);
    }

    void aManifestThatIsGoneIsAskedForAgain()
    {
        const Step step = advance(rules(), in(Downloading{}), ManifestLost{}, {kNow, 0.0});
        QCOMPARE(command<AskStatus>(step)->url, kStatus);
    }

    void aVerdictIsWorkedOutAgain() // between verify and watermark
    {
        QVERIFY(command<Decide>(resumed(in(Committing{}))));
    }

    void aCancellationIsRepeated()
    {
        QVERIFY(command<SendDelete>(resumed(in(Cancelling{true}))));
        QVERIFY(command<SendDelete>(resumed(in(CancelFailed{}))));
    }

    void missingFilesGetOneMoreRound() // design 3.3
    {
        State state = in(Finished{Outcome::Incomplete, {}, kNow, true});
        const Step step = resumed(state);
        QVERIFY(command<StartDownloads>(step));
        QCOMPARE(step.state.job.rounds, 1);
        state.phase = Finished{Outcome::Incomplete, {}, kNow, false};
        QVERIFY(resumed(state).commands.empty());
    }

    void aFinishedRunStaysFinished_data()
    {
        QTest::addColumn<int>("outcome");
        for (const Outcome outcome : {Outcome::Complete, Outcome::CompleteWithErrors, Outcome::Failed,
                 Outcome::Unauthorized, Outcome::Duplicate, Outcome::Cancelled, Outcome::Gone})
            QTest::newRow(qPrintable(practices::outcomeName(outcome))) << static_cast<int>(outcome);
    }
    void aFinishedRunStaysFinished()
    {
        QFETCH(int, outcome);
        const Step step = resumed(in(Finished{static_cast<Outcome>(outcome), {}, kNow, false}));
        QVERIFY(step.commands.empty());
    }

    void noOrderOfEventsLosesTheHandleOrSendsASecondKickOff()
    {
        // Every pair and triple of events from every phase: the handle stays, and only a person's GoOn may
        // send another kick-off once one went out.
        const Wait wait{kNow, kNow + seconds{5}, {}, false};
        const QList<Phase> phases{Waiting{wait, 1, {}}, Polling{}, FetchingManifestPage{2}, Stalled{},
            Downloading{}, Downloading{true}, Committing{}, Cancelling{}, Cancelling{true}, CancelFailed{},
            Finished{Outcome::Incomplete, {}, kNow, true}, Finished{Outcome::Complete, {}, kNow, false}};
        const std::vector<Event> events{Start{}, Resume{}, Due{}, PollNow{}, Cancel{}, TokenReady{},
            answered(202), answered(200, manifest()), answered(200, "{"), answered(401), answered(404),
            answered(429), answered(500), NoAnswer{}, ManifestLost{}, LinksExpired{}, DownloadsEnded{},
            Decided{Outcome::Complete, {}, false}, StorageFailed{}, GoOn{}};
        for (const Phase &phase : phases) {
            for (const Event &first : events) {
                for (const Event &second : events) {
                    Machine machine(rules(), in(phase));
                    machine.feed(first);
                    machine.feed(second);
                    machine.feed(Resume{});
                    QCOMPARE(machine.kickOffs(), 0); // the job has a handle: nobody needs a second one
                    QCOMPARE(machine.state().job.statusUrl, kStatus);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestExportResume)
#include "tst_export_resume.moc"
