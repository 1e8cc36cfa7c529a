// SPDX-License-Identifier: Apache-2.0
#include "machine_fixture.h"

using namespace waybill;
using namespace waybill::exports;
using namespace waybill::exports::test;
using practices::Outcome;

class TestExportCancel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deleteIsAcceptedAndConfirmed_data() // BD-090, BD-093
    {
        QTest::addColumn<int>("status");
        QTest::newRow("202") << 202;
        QTest::newRow("200") << 200;
        QTest::newRow("204") << 204;
    }
    void deleteIsAcceptedAndConfirmed()
    {
        QFETCH(int, status);
        Machine machine;
        machine.toPolling();
        const Step asked = machine.feed(Cancel{});
        QCOMPARE(command<SendDelete>(asked)->url, kStatus);
        QVERIFY(command<AskStatus>(machine.feed(answered(status))));
        machine.feed(answered(404, outcome("not-found")));
        QCOMPARE(std::get<Finished>(machine.state().phase).outcome, Outcome::Cancelled);
        QVERIFY(!std::get<Finished>(machine.state().phase).problem);
        QCOMPARE(machine.deletes(), 1);
    }

    void goneAlreadyIsDone() // BD-094
    {
        Machine machine;
        machine.toPolling();
        machine.feed(Cancel{});
        machine.feed(answered(404));
        QCOMPARE(std::get<Finished>(machine.state().phase).outcome, Outcome::Cancelled);
    }

    void aFailedDeleteStaysListedAndCanBeRetried() // BD-094
    {
        Machine machine;
        machine.toPolling();
        machine.feed(Cancel{});
        machine.feed(answered(500, "boom"));
        QVERIFY(isIn<CancelFailed>(machine.state()));
        QCOMPARE(machine.state().job.statusUrl, kStatus);
        machine.feed(Cancel{});
        machine.feed(answered(202));
        machine.feed(answered(404));
        QVERIFY(isIn<Finished>(machine.state()));
        QCOMPARE(machine.deletes(), 2);
    }

    void silenceIsAFailedDelete()
    {
        Machine machine;
        machine.toPolling();
        machine.feed(Cancel{});
        machine.feed(NoAnswer{error(ErrorCode::Network, "timed out"), true});
        QVERIFY(isIn<CancelFailed>(machine.state()));
        QVERIFY(command<AskStatus>(machine.feed(GoOn{}))); // or let it go on
    }

    void stillRunningAfterDeleteIsSaid() // BD-093
    {
        Machine machine;
        machine.toPolling();
        machine.feed(Cancel{});
        machine.feed(answered(202));
        machine.feed(answered(202));
        QVERIFY(isIn<CancelFailed>(machine.state()));
        QVERIFY(std::get<CancelFailed>(machine.state().phase)
                    .problem.what.contains(QStringLiteral("not confirmed")));
    }

    void beforeTheKickOffNothingIsSent()
    {
        Machine machine;
        machine.feed(Start{});
        machine.feed(Cancel{});
        QCOMPARE(std::get<Finished>(machine.state().phase).outcome, Outcome::Cancelled);
        machine.feed(TokenReady{}); // the token came too late
        QCOMPARE(machine.kickOffs(), 0);
        QCOMPARE(machine.deletes(), 0);
    }

    void whileTheKickOffIsOutTheAnswerIsAwaited()
    {
        Machine machine;
        machine.start();
        machine.feed(Cancel{});
        QVERIFY(isIn<KickOffSent>(machine.state()));
        const Step step = machine.feed(answered(202, {}, {{"Content-Location", kStatus.toEncoded()}}));
        QCOMPARE(command<SendDelete>(step)->url, kStatus);
        QCOMPARE(step.state.job.statusUrl, kStatus);
    }

    void whileFilesComeTheyAreStopped()
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, manifest()));
        const Step step = machine.feed(Cancel{});
        QVERIFY(command<StopDownloads>(step));
        QVERIFY(command<SendDelete>(step));
    }

    void aManifestThatArrivesWithTheCancelHasOneWinner() // F-136
    {
        Machine cancelFirst;
        cancelFirst.toPolling();
        QVERIFY(command<SendDelete>(cancelFirst.feed(Cancel{})));
        const Step late =
            cancelFirst.feed(answered(200, manifest())); // was under way; DELETE is answered 200
        QVERIFY(!command<StartDownloads>(late));
        QVERIFY(isIn<Cancelling>(cancelFirst.state()));

        Machine manifestFirst;
        manifestFirst.toPolling();
        QVERIFY(command<StartDownloads>(manifestFirst.feed(answered(200, manifest()))));
        const Step cancelled = manifestFirst.feed(Cancel{});
        QVERIFY(command<StopDownloads>(cancelled));
        QVERIFY(command<SendDelete>(cancelled));
        QCOMPARE(manifestFirst.deletes(), 1);
        QVERIFY(manifestFirst.feed(DownloadsEnded{}).commands.empty()); // no verdict any more
    }

    void nothingElseEverDeletes() // BD-092, BD-095
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, manifest()));
        machine.feed(DownloadsEnded{});
        machine.feed(Decided{Outcome::Complete, {}, false});
        machine.feed(Resume{});
        machine.feed(GoOn{});
        QCOMPARE(machine.deletes(), 0);
        machine.feed(Cancel{}); // too late
        QCOMPARE(machine.deletes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestExportCancel)
#include "tst_export_cancel.moc"
