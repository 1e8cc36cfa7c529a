// SPDX-License-Identifier: Apache-2.0
#include "presenters/export_monitor_presenter.h"
#include "support/progress_samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using namespace waybill::support;
using flows::Outcome;
using flows::Phase;

namespace {

class StandingClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    Steady steady() const override { return {}; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Instant m_now = kSampleNow;
};

MonitorState stateOf(const flows::ExportProgress &run, int highest = 0)
{
    return monitorState(run, kSampleNow, highest, false);
}

QString looks(const MonitorState &state)
{
    QString text;
    for (const MonitorStep &step : state.steps)
        text += QStringLiteral("-~w+x?").at(static_cast<int>(step.look));
    return text; // to do, doing, waiting, ok, failed, stale
}

} // namespace

class TestMonitorState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStationsFollowTheRun_data()
    {
        QTest::addColumn<flows::ExportProgress>("run");
        QTest::addColumn<QString>("expected");
        auto kickedOff = startingRun();
        kickedOff.tokenExpiresAt = kSampleNow;
        auto unknown = kickedOff;
        unknown.phase = Phase::KickOffUnknown;
        auto unauthorised = startingRun();
        unauthorised.phase = Phase::Finished;
        unauthorised.outcome = Outcome::Unauthorized;
        auto committing = completeRun();
        committing.phase = Phase::Committing;
        committing.outcome.reset();
        auto cancelled = failedRun();
        cancelled.outcome = Outcome::Cancelled;
        QTest::newRow("token") << startingRun() << QStringLiteral("~------");
        QTest::newRow("kick-off") << kickedOff << QStringLiteral("+~-----");
        QTest::newRow("kick-off unknown") << unknown << QStringLiteral("+w-----");
        QTest::newRow("preparing") << preparingRun() << QStringLiteral("++~----");
        QTest::newRow("throttled") << throttledRun() << QStringLiteral("++w----");
        QTest::newRow("stalled") << stalledRun() << QStringLiteral("++w----");
        QTest::newRow("downloading, one file bad") << downloadingRun() << QStringLiteral("++++~x-");
        QTest::newRow("committing") << committing << QStringLiteral("++++++~");
        QTest::newRow("complete") << completeRun() << QStringLiteral("+++++++");
        QTest::newRow("complete with errors") << completeWithErrorsRun() << QStringLiteral("++++++?");
        QTest::newRow("failed while preparing") << failedRun() << QStringLiteral("++x----");
        QTest::newRow("unauthorised") << unauthorised << QStringLiteral("x------");
        QTest::newRow("cancelled") << cancelled << QStringLiteral("++-----");
    }

    void theStationsFollowTheRun()
    {
        QFETCH(flows::ExportProgress, run);
        QFETCH(QString, expected);
        QCOMPARE(looks(stateOf(run)), expected);
    }

    void theBarNeverGoesBackButTheServersNumberIsShown() // BD-065
    {
        auto run = preparingRun();
        run.reportedPercent = 41;
        const MonitorState state = stateOf(run, 47);
        QCOMPARE(state.report.bar, 47);
        QCOMPARE(state.report.percent, 41);
        QVERIFY(state.report.caption.contains(QStringLiteral("41 %")));
    }

    void thePresenterRemembersTheHighestNumberOfThisRunOnly()
    {
        const StandingClock clock;
        ExportMonitorPresenter presenter(clock);
        auto run = preparingRun();
        presenter.setProgress(run);
        run.reportedPercent = 10;
        presenter.setProgress(run);
        QCOMPARE(presenter.state().report.bar, 47);
        run.runId = QStringLiteral("another");
        presenter.setProgress(run);
        QCOMPARE(presenter.state().report.bar, 10);
    }

    void noNumberIsEverInventedFromTime() // BD-066
    {
        StandingClock clock;
        ExportMonitorPresenter presenter(clock);
        presenter.setProgress(preparingWithoutNumber());
        clock.advance(std::chrono::hours{1});
        QVERIFY(!presenter.state().report.percent);
        QVERIFY(presenter.state().report.caption.contains(QStringLiteral("no progress")));
    }

    void theCountdownRunsByItself() // BD-062
    {
        StandingClock clock;
        ExportMonitorPresenter presenter(clock);
        QSignalSpy states(&presenter, &ExportMonitorPresenter::stateChanged);
        presenter.setProgress(preparingRun());
        QCOMPARE(presenter.state().countdown.left, std::chrono::seconds{72});
        QCOMPARE(presenter.state().countdown.span, std::chrono::seconds{120});
        clock.advance(std::chrono::seconds{70});
        QTRY_VERIFY(states.count() >= 3);
        QCOMPARE(presenter.state().countdown.text, QStringLiteral("Next check in 0:02"));
        clock.advance(std::chrono::seconds{70});
        QCOMPARE(presenter.state().countdown.left, std::chrono::seconds{0});
        QCOMPARE(presenter.state().countdown.text, QStringLiteral("Checking now…"));
    }

    void hoursAreHonouredAndShown() // BD-062: Retry-After 18000
    {
        auto run = preparingRun();
        run.waitingSince = kSampleNow;
        run.nextPollAt = kSampleNow + std::chrono::seconds{18000};
        QCOMPARE(stateOf(run).countdown.left, std::chrono::seconds{18000});
        QCOMPARE(stateOf(run).countdown.text, QStringLiteral("Next check at 08:14:07"));
        run.nextPollAt = kSampleNow + std::chrono::hours{23};
        QCOMPARE(stateOf(run).countdown.text, QStringLiteral("Next check tomorrow at 02:14"));
        run.nextPollAt = kSampleNow + std::chrono::hours{49};
        QCOMPARE(stateOf(run).countdown.text, QStringLiteral("Next check on 2026-06-26 at 04:14"));
        QVERIFY(stateOf(run).actions.pollNowIsEarly);
    }

    void theServersWordsAreShownAsTheyAre() // BD-064, F-133
    {
        auto run = preparingRun();
        run.serverText = QStringLiteral("<b>half</b> way");
        run.reportedPercent.reset();
        QCOMPARE(stateOf(run).report.words, QStringLiteral("<b>half</b> way"));
        QVERIFY(stateOf(run).report.caption.contains(QStringLiteral("no number")));
    }

    void wishesFitTheState_data()
    {
        QTest::addColumn<flows::ExportProgress>("run");
        QTest::addColumn<QString>("wishes");
        QTest::newRow("starting") << startingRun() << QString();
        QTest::newRow("preparing") << preparingRun() << QStringLiteral("poll cancel");
        QTest::newRow("stalled") << stalledRun() << QStringLiteral("cancel go-on");
        QTest::newRow("downloading") << downloadingRun() << QStringLiteral("cancel pause open");
        QTest::newRow("disk full") << diskFullRun() << QStringLiteral("cancel go-on pause open");
        QTest::newRow("complete") << completeRun() << QStringLiteral("release open");
        QTest::newRow("with errors") << completeWithErrorsRun()
                                     << QStringLiteral("accept open"); // BD-092, BD-111
        QTest::newRow("failed") << failedRun() << QString();
    }

    void wishesFitTheState()
    {
        QFETCH(flows::ExportProgress, run);
        QFETCH(QString, wishes);
        const MonitorActions actions = stateOf(run).actions;
        QStringList found;
        const auto note = [&found](bool on, const char *name) {
            if (on)
                found.append(QLatin1String(name));
        };
        note(actions.pollNow, "poll");
        note(actions.cancel, "cancel");
        note(actions.goOn, "go-on");
        note(actions.pause, "pause");
        note(actions.acceptErrors, "accept");
        note(actions.release, "release");
        note(actions.openFiles, "open");
        QCOMPARE(found.join(QLatin1Char(' ')), wishes);
    }

    void downloadsAreCountedByBytesOrByFiles()
    {
        QCOMPARE(stateOf(downloadingRun()).download.text, QStringLiteral("4 of 9 files · 206.8 MB so far"));
        auto run = downloadingRun();
        run.files.removeIf([](const auto &file) { return !file.total; });
        QVERIFY(stateOf(run).download.text.contains(QStringLiteral("of 424.3 MB")));
        QVERIFY(!stateOf(preparingRun()).download.shown);
    }

    void aDiskThatIsFullReadsAsAPause()
    {
        const MonitorState state = stateOf(diskFullRun());
        QCOMPARE(state.phase, QStringLiteral("Downloads paused"));
        QCOMPARE(state.tone, Tone::Waiting);
    }

    void aFailureIsSaidOnce()
    {
        QCOMPARE(stateOf(failedRun()).sentence, QString());
        QVERIFY(stateOf(failedRun()).problem.has_value());
    }

    void theTitleNamesPracticeAndGroup() // F-135
    {
        const MonitorState state = stateOf(preparingRun());
        QCOMPARE(state.title, QStringLiteral("Elm Street Family Practice · Group diabetes-2026"));
        const MonitorState named =
            monitorState(preparingRun(), kSampleNow, 0, false, QStringLiteral("Adults with diabetes"));
        QCOMPARE(named.title, QStringLiteral("Elm Street Family Practice · Adults with diabetes"));
        QVERIFY(named.subtitleTip.contains(QStringLiteral("diabetes-2026")));
        QVERIFY(state.subtitle.contains(QStringLiteral("Changes since 2026-06-23T02:30:11.000Z")));
        QVERIFY(state.subtitle.contains(QStringLiteral("18 min ago")));
    }

    void closingSaysWhatBecomesOfTheJob() // BD-095
    {
        QVERIFY(whatGoesOn(preparingRun()).contains(QStringLiteral("goes on preparing")));
        QCOMPARE(whatGoesOn(downloadingRun()),
            QStringLiteral("4 of 9 files are here; the others are fetched at the next start"));
        QVERIFY(whatGoesOn(startingRun()).contains(QStringLiteral("may have reached")));
        QCOMPARE(whatGoesOn(completeRun()), QString());
    }

    void aPollInWords()
    {
        using Kind = flows::PollTick::Kind;
        QCOMPARE(pollText(poll(Kind::Throttled, 429, std::chrono::seconds{7})),
            QStringLiteral(
                "03:14:00 · asked to slow down · HTTP 429 · Retry-After: 120 · answered in 240 ms"));
        QVERIFY(
            pollText(poll(Kind::NoAnswer, 0, std::chrono::seconds{7})).contains(QStringLiteral("no answer")));
    }
};

QTEST_GUILESS_MAIN(TestMonitorState)
#include "tst_monitor_state.moc"
