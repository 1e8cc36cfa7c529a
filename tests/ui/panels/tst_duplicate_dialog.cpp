// SPDX-License-Identifier: Apache-2.0
#include "panels/duplicate_dialog.h"
#include "presenters/monitor_state.h"
#include "support/progress_samples.h"
#include "support/widget_checks.h"
#include "widgets/copy_field.h"

#include <QDialog>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using namespace waybill::support;
using std::chrono::hours;

namespace {

flows::DuplicateAdvice advice(int jobs)
{
    flows::DuplicateAdvice advice;
    for (int i = 0; i < jobs; ++i) {
        flows::KnownJob job;
        job.runId = QStringLiteral("run-%1").arg(i);
        job.startedAt = kSampleNow - hours{1};
        job.types = {QStringLiteral("Patient"), QStringLiteral("Condition")};
        job.givenUp = i > 0;
        advice.jobs.append(job);
    }
    advice.tryAgainAt = kSampleNow + hours{1};
    advice.supportText = QStringLiteral("Practice: <b>Elm Street</b>");
    return advice;
}

} // namespace

class TestDuplicateDialog : public QObject
{
    Q_OBJECT

    template <typename T>
    T *part(const char *name)
    {
        return m_window.findChild<T *>(QLatin1String(name));
    }
    void ask(const flows::DuplicateAdvice &given)
    {
        askAboutDuplicate(&m_window, duplicateState(given, kSampleNow),
            {[this](const QString &runId) { m_attached = runId; }, [this](Instant at) { m_tryAt = at; }});
    }

private Q_SLOTS:
    void init()
    {
        m_attached.clear();
        m_tryAt.reset();
    }
    void cleanup()
    {
        if (auto *dialog = part<QDialog>("duplicateDialog"))
            delete dialog;
    }

    void theChosenJobIsAttachedTo() // EC-009
    {
        ask(advice(2));
        auto *list = part<QListWidget>("knownJobs");
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().contains(QStringLiteral("Patient, Condition")));
        QVERIFY(list->item(1)->text().contains(QStringLiteral("given up")));
        list->setCurrentRow(1);
        part<QPushButton>("attachToJob")->click();
        QCOMPARE(m_attached, QStringLiteral("run-1"));
        QVERIFY(!m_tryAt);
        QTRY_VERIFY(part<QDialog>("duplicateDialog") == nullptr);
    }

    void withoutAKnownJobItSaysWhoMayHaveStartedIt() // EC-009
    {
        const DuplicateState state = duplicateState(advice(0), kSampleNow);
        QVERIFY(state.jobsText.contains(QStringLiteral("Somebody else")));
        ask(advice(0));
        QVERIFY(part<QListWidget>("knownJobs") == nullptr);
        QVERIFY(part<QPushButton>("attachToJob") == nullptr);
    }

    void waitingNamesItsTime() // EC-009
    {
        ask(advice(1));
        auto *later = part<QPushButton>("tryDuplicateLater");
        QVERIFY(later->text().contains(QStringLiteral("try again at ")));
        later->click();
        QCOMPARE(m_tryAt, std::optional(kSampleNow + hours{1}));
        QVERIFY(m_attached.isEmpty());
        auto due = advice(1);
        due.tryAgainAt = kSampleNow;
        QVERIFY(duplicateState(due, kSampleNow).tryText.contains(QStringLiteral("now")));
        due.serverNamedIt = true;
        QVERIFY(duplicateState(due, kSampleNow).tryWhy.contains(QStringLiteral("server named")));
    }

    void theSupportsTextIsPlainAndCloseDoesNothing() // EC-009
    {
        ask(advice(1));
        QCOMPARE(part<CopyField>("supportText")->value(), QStringLiteral("Practice: <b>Elm Street</b>"));
        QTest::keyClick(part<QDialog>("duplicateDialog"), Qt::Key_Escape);
        QTRY_VERIFY(part<QDialog>("duplicateDialog") == nullptr);
        QVERIFY(m_attached.isEmpty() && !m_tryAt);
    }

    void everyPartHasANameAndItsTurn() // EC-009
    {
        for (const int jobs : {0, 2}) {
            ask(advice(jobs));
            auto *dialog = part<QDialog>("duplicateDialog");
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            const QStringList faults = faultsOf(*dialog, QStringLiteral("duplicate-%1-jobs").arg(jobs));
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
            delete dialog;
        }
    }

    void whileItWaitsTheMonitorSaysSo() // EC-009
    {
        flows::ExportProgress run = startingRun();
        run.waitingSince = kSampleNow;
        run.nextPollAt = kSampleNow + hours{1};
        const MonitorState state = monitorState(run, kSampleNow, 0, false);
        QCOMPARE(state.phase, QStringLiteral("Waiting to try again"));
        QVERIFY(state.sentence.contains(QStringLiteral("nothing is sent")));
        QVERIFY(state.countdown.text.startsWith(QStringLiteral("Next try")));
        QVERIFY(state.actions.cancel && state.actions.pollNow);
        QVERIFY(whatGoesOn(run).contains(QStringLiteral("nothing was started")));
        QVERIFY(monitorState(duplicateRun(), kSampleNow, 0, false).actions.settleDuplicate);
    }

private:
    QWidget m_window;
    QString m_attached;
    std::optional<Instant> m_tryAt;
};

QTEST_MAIN(TestDuplicateDialog)
#include "tst_duplicate_dialog.moc"
