// SPDX-License-Identifier: Apache-2.0
#include "panels/export_monitor_panel.h"
#include "support/progress_samples.h"
#include "support/widget_checks.h"
#include "widgets/countdown_ring.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"
#include "widgets/poll_strip.h"
#include "widgets/state_badge.h"

#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using namespace waybill::support;

namespace {

MonitorState stateOf(const flows::ExportProgress &run, int highest = 0)
{
    return monitorState(run, kSampleNow, highest, false);
}

template <typename T>
T *part(QWidget &panel, const char *name)
{
    return panel.findChild<T *>(QLatin1String(name));
}

} // namespace

class TestExportMonitorPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutARunItSaysWhatToDo()
    {
        ExportMonitorPanel panel;
        panel.setEmptyHint(QStringLiteral("Finish the launch step."), true);
        panel.show();
        QSignalSpy launch(&panel, &ExportMonitorPanel::launchRequested);
        QVERIFY(!part<QPushButton>(panel, "checkNow")->isVisible());
        part<QPushButton>(panel, "goToLaunch")->click();
        QCOMPARE(launch.count(), 1);
    }

    void theBarIsBusyWhenTheServerSaysNoNumber() // BD-066
    {
        ExportMonitorPanel panel;
        panel.render(stateOf(preparingWithoutNumber()));
        auto *bar = part<QProgressBar>(panel, "serverProgress");
        QCOMPARE(bar->minimum(), 0);
        QCOMPARE(bar->maximum(), 0);
        panel.render(stateOf(preparingRun()));
        QCOMPARE(bar->maximum(), 100);
        QCOMPARE(bar->value(), 47);
        QVERIFY(
            part<QLabel>(panel, "serverCaption")->text().contains(QStringLiteral("reported by the server")));
        QCOMPARE(part<QLabel>(panel, "serverWords")->text(), QStringLiteral("in-progress (47%)")); // BD-064
    }

    void theCountdownSaysWhenAndWhy() // BD-062
    {
        ExportMonitorPanel panel;
        panel.render(stateOf(preparingRun()));
        QCOMPARE(part<QLabel>(panel, "nextCheck")->text(), QStringLiteral("Next check in 1:12"));
        QVERIFY(part<QLabel>(panel, "nextCheckReason")->text().contains(QStringLiteral("Retry-After")));
        QCOMPARE(
            part<CountdownRing>(panel, "countdownRing")->accessibleDescription(), QStringLiteral("1:12"));
    }

    void askingEarlyIsConfirmedFirst() // BD-062
    {
        ExportMonitorPanel panel;
        panel.render(stateOf(preparingRun()));
        panel.show();
        QSignalSpy asked(&panel, &ExportMonitorPanel::pollNowRequested);
        part<QPushButton>(panel, "checkNow")->click();
        QCOMPARE(asked.count(), 0);
        auto *box = panel.findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY(box->informativeText().contains(QStringLiteral("1:12")));
        box->buttons().first()->click();
        QCOMPARE(asked.count(), 1);
    }

    void escapeNeverCancelsTheJob() // BD-094
    {
        ExportMonitorPanel panel;
        panel.render(stateOf(preparingRun()));
        panel.show();
        QSignalSpy cancelled(&panel, &ExportMonitorPanel::cancelRequested);
        part<QPushButton>(panel, "cancelOnServer")->click();
        auto *box = panel.findChild<QMessageBox *>();
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!box->isVisible());
        QCOMPARE(cancelled.count(), 0);
    }

    void aStalledJobOffersToGoOnInItsMessage()
    {
        ExportMonitorPanel panel;
        panel.render(stateOf(stalledRun()));
        panel.show();
        auto *problem = part<InlineMessage>(panel, "exportProblem");
        QVERIFY(problem->isVisible());
        QVERIFY(problem->accessibleName().contains(QStringLiteral("five times")));
        QVERIFY(!part<QPushButton>(panel, "goOn")->isVisible());
        QSignalSpy goOn(&panel, &ExportMonitorPanel::goOnRequested);
        problem->findChild<QPushButton *>()->click();
        QCOMPARE(goOn.count(), 1);
    }

    void aDuplicateOffersWhatCanBeDone() // EC-009
    {
        ExportMonitorPanel panel;
        panel.render(stateOf(duplicateRun()));
        panel.show();
        QSignalSpy settle(&panel, &ExportMonitorPanel::settleDuplicateRequested);
        QSignalSpy goOn(&panel, &ExportMonitorPanel::goOnRequested);
        part<InlineMessage>(panel, "exportProblem")->findChild<QPushButton *>()->click();
        QCOMPARE(settle.count(), 1);
        QCOMPARE(goOn.count(), 0);
    }

    void theStripIsReadByKeyboard()
    {
        ExportMonitorPanel panel;
        panel.render(stateOf(preparingRun()));
        panel.resize(900, 700);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *strip = part<PollStrip>(panel, "pollStrip");
        QVERIFY(strip->accessibleName().contains(QStringLiteral("status request")));
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Left);
        QVERIFY(part<QLabel>(panel, "pollDetail")->text().contains(QStringLiteral("HTTP 502")));
        QVERIFY(strip->accessibleDescription().contains(QStringLiteral("HTTP 502")));
        QTest::keyClick(strip, Qt::Key_Left);
        QVERIFY(part<QLabel>(panel, "pollDetail")->text().contains(QStringLiteral("no answer")));
    }

    void everyStateHasNamesPlainTextAndAPicture_data()
    {
        QTest::addColumn<flows::ExportProgress>("run");
        QTest::newRow("starting") << startingRun();
        QTest::newRow("preparing") << preparingRun();
        QTest::newRow("preparing-no-number") << preparingWithoutNumber();
        QTest::newRow("throttled") << throttledRun();
        QTest::newRow("stalled") << stalledRun();
        QTest::newRow("downloading") << downloadingRun();
        QTest::newRow("disk-full") << diskFullRun();
        QTest::newRow("complete") << completeRun();
        QTest::newRow("complete-with-errors") << completeWithErrorsRun();
        QTest::newRow("failed") << failedRun();
        QTest::newRow("empty") << flows::ExportProgress{};
    }

    void everyStateHasNamesPlainTextAndAPicture() // F-133, F-134
    {
        QFETCH(flows::ExportProgress, run);
        inBothThemes([&](const QString &theme) {
            ExportMonitorPanel panel;
            panel.setEmptyHint(QStringLiteral("The launch step of the assistant starts one."), true);
            panel.render(run.runId.isEmpty() ? MonitorState() : stateOf(run));
            panel.resize(900, 640);
            panel.show();
            QCOMPARE(unnamedControls(panel).join(QLatin1Char(',')), QString());
            QCOMPARE(richTextLabels(panel), QStringList());
            QCOMPARE(cutTexts(panel), QString());
            takePicture(
                panel, QStringLiteral("monitor-%1-%2").arg(QLatin1String(QTest::currentDataTag()), theme));
        });
    }
};

QTEST_MAIN(TestExportMonitorPanel)
#include "tst_export_monitor_panel.moc"
