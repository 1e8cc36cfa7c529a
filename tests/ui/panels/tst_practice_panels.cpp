// SPDX-License-Identifier: Apache-2.0
#include "assistant/steps.h"
#include "models/log_model.h"
#include "panels/downloads_panel.h"
#include "panels/history_panel.h"
#include "panels/log_panel.h"
#include "panels/overview_panel.h"
#include "panels/practices_panel.h"
#include "support/event_loop_watchdog.h"
#include "support/progress_samples.h"
#include "support/widget_checks.h"
#include "widgets/watermark_chain.h"

#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace waybill;
using namespace waybill::ui;
using namespace waybill::support;
using practices::Outcome;

namespace {

template <typename T>
T *part(QWidget &panel, const char *name)
{
    return panel.findChild<T *>(QLatin1String(name));
}

void check(QWidget &panel, const QString &picture)
{
    panel.resize(960, 640);
    panel.show();
    QCOMPARE(unnamedControls(panel).join(QLatin1Char(',')), QString());
    QCOMPARE(richTextLabels(panel), QStringList());
    QCOMPARE(cutTexts(panel), QString());
    takePicture(panel, picture);
}

QList<practices::Watermark> marks()
{
    return {{QStringLiteral("Condition"), QStringLiteral("2026-06-24T02:56:01.123Z"),
                QStringLiteral("20260624-025600-a1"), kSampleNow},
        {QStringLiteral("Patient"), QStringLiteral("2026-06-24T02:56:01.123Z"),
            QStringLiteral("20260624-025600-a1"), kSampleNow}};
}

QList<practices::RunRecord> runs()
{
    QList<practices::RunRecord> all;
    const QList<Outcome> outcomes = {
        Outcome::Complete, Outcome::CompleteWithErrors, Outcome::Failed, Outcome::Complete};
    for (int i = 0; i < outcomes.size(); ++i) {
        practices::RunRecord run;
        run.id = QStringLiteral("run-%1").arg(i);
        run.directory = QStringLiteral("/exports/run-%1").arg(i);
        run.startedAt = kSampleNow - std::chrono::hours{24 * i + 1};
        run.finishedAt = *run.startedAt + std::chrono::minutes{18};
        run.outcome = outcomes.at(i);
        run.closed = true;
        run.reason = QStringLiteral("All 8 files are here and verified.");
        if (i + 1 < outcomes.size())
            run.request.insert(QStringLiteral("since"), QStringLiteral("2026-06-23T02:30:11.000Z"));
        all.append(run);
    }
    return all;
}

OverviewState overview(int stepsDone)
{
    practices::Profile profile;
    profile.id = QStringLiteral("p1");
    profile.name = QStringLiteral("Elm Street Family Practice");
    profile.practiceCode = QStringLiteral("FFBJCD");
    profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD"));
    profile.clientId = QStringLiteral("Zx81kq");
    profile.keyThumbprint = QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    profile.key = {practices::KeyReference::Kind::Keychain, QStringLiteral("waybill/p1")};
    for (const auto step : assistant::railOrder().mid(0, stepsDone))
        profile.steps.insert(step,
            {practices::StepState::Ok, QStringLiteral("2026-06-23T03:14:07Z"), QStringLiteral("sandbox"),
                {}});
    return overviewState(
        {profile, stepsDone == 8 ? std::optional(completeRun()) : std::nullopt, {}, marks()}, kSampleNow);
}

} // namespace

class TestPracticePanels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOverviewLeadsToTheNextStep()
    {
        OverviewPanel panel;
        panel.render(overview(5));
        panel.show();
        QSignalSpy asked(&panel, &OverviewPanel::stepRequested);
        part<QPushButton>(panel, "nextStepButton")->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<practices::Step>(), assistant::railOrder().at(5));
    }

    void aFileIsOpenedByKeyboard()
    {
        DownloadsPanel panel;
        panel.setProgress(downloadingRun(), kSampleNow);
        panel.resize(900, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *tree = part<QTreeView>(panel, "filesTree");
        tree->setFocus();
        const auto *model = tree->model();
        tree->setCurrentIndex(model->index(0, 0, model->index(1, 0)));
        QSignalSpy opened(&panel, &DownloadsPanel::openFileRequested);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(),
            QStringLiteral("/home/ops/exports/20260624-025600-a1/001.Patient.ndjson"));
        QVERIFY(part<QWidget>(panel, "fileDetail")->isVisible());
    }

    void aFileThatFailedCannotBeOpened()
    {
        DownloadsPanel panel;
        panel.setProgress(downloadingRun(), kSampleNow);
        panel.show();
        auto *tree = part<QTreeView>(panel, "filesTree");
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(5, 0)));
        QVERIFY(!part<QPushButton>(panel, "openFile")->isEnabled());
    }

    void twentyThousandFilesAreShownWithoutAStall() // F-132
    {
        auto run = downloadingRun();
        run.files.clear();
        for (int i = 1; i <= 20'000; ++i)
            run.files.append(file(i, "Observation", flows::FileState::Waiting, 0, 1000));
        DownloadsPanel panel;
        panel.resize(900, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        EventLoopWatchdog dog;
        dog.start();
        QTest::qWait(30);
        for (int i = 0; i < 10; ++i) {
            run.files[i].state = flows::FileState::Downloading;
            panel.setProgress(run, kSampleNow + std::chrono::milliseconds{100 * i});
            QTest::qWait(10);
        }
        dog.stop();
        const auto limit = EventLoopWatchdog::kLimit * EventLoopWatchdog::kSlowness * 2; // a debug build
        QVERIFY2(dog.longestWork() <= limit, qPrintable(QString::number(dog.longestWork().count())));
    }

    void movingAWatermarkNeedsAnInstantAndAReason() // BD-182
    {
        HistoryPanel panel;
        panel.setHistory(marks(), runs(), kSampleNow);
        panel.show();
        auto *table = part<QTableView>(panel, "watermarksTable");
        QVERIFY(!part<QPushButton>(panel, "moveWatermark")->isEnabled());
        table->selectRow(1);
        part<QPushButton>(panel, "moveWatermark")->click();
        auto *dialog = part<QDialog>(panel, "moveWatermarkDialog");
        QVERIFY(dialog != nullptr);
        auto *instant = part<QLineEdit>(*dialog, "newWatermark");
        auto *reason = part<QLineEdit>(*dialog, "watermarkReason");
        auto *move = dialog->findChildren<QPushButton *>().first();
        QVERIFY(!move->isEnabled());
        instant->setText(QStringLiteral("yesterday"));
        reason->setText(QStringLiteral("the practice restored a backup"));
        QVERIFY(!move->isEnabled());
        instant->setText(QStringLiteral("2026-06-20T00:00:00Z"));
        QVERIFY(move->isEnabled());
        QSignalSpy moved(&panel, &HistoryPanel::moveRequested);
        move->click();
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(0).toStringList(), QStringList{QStringLiteral("Patient")});
        QCOMPARE(moved.first().at(1).toString(), QStringLiteral("2026-06-20T00:00:00Z"));
    }

    void aMoveIsUndoneWithAReason() // BD-182
    {
        const QString from = QStringLiteral("2026-06-23T02:30:11.000Z");
        practices::AuditEntry entry;
        entry.at = kSampleNow;
        entry.who = QStringLiteral("ana");
        entry.what = QStringLiteral("watermark");
        entry.type = QStringLiteral("Patient");
        entry.from = from;
        entry.to = QStringLiteral("2026-06-24T00:00:00Z");
        auto older = entry;
        older.from.clear();
        older.to = from;
        older.at -= std::chrono::hours{24};
        HistoryPanel panel;
        panel.setHistory(marks(), runs(), kSampleNow);
        panel.setAudit({entry, older});
        panel.show();
        part<QTabWidget>(panel, "historyTabs")->setCurrentIndex(1);
        auto *undo = part<QPushButton>(panel, "undoMove");
        QVERIFY(!undo->isEnabled());
        auto *moves = part<QTableView>(panel, "movesTable");
        moves->selectRow(1);
        QVERIFY(!undo->isEnabled()); // something moved it since
        moves->selectRow(0);
        QVERIFY(undo->isEnabled());
        support::takePicture(panel, QStringLiteral("history-moves"));
        undo->click();
        auto *dialog = panel.findChild<QDialog *>();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("moved by mistake"));
        QSignalSpy moved(&panel, &HistoryPanel::moveRequested);
        dialog->findChildren<QPushButton *>().first()->click();
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(0).toStringList(), QStringList{QStringLiteral("Patient")});
        QCOMPARE(moved.first().at(1).toString(), from);
        QCOMPARE(moved.first().at(2).toString(), QStringLiteral("moved by mistake"));
    }

    void theChainIsSaidInWords()
    {
        HistoryPanel panel;
        panel.setHistory(marks(), runs(), kSampleNow);
        const QString words = part<WatermarkChain>(panel, "watermarkChain")->accessibleName();
        QCOMPARE(words.count(QLatin1Char(';')), 3);
        QVERIFY(words.contains(QStringLiteral("failed")));
    }

    void aRunOfThePastIsOpened()
    {
        HistoryPanel panel;
        panel.setHistory(marks(), runs(), kSampleNow);
        panel.show();
        part<QTableView>(panel, "runsTable")
            ->setCurrentIndex(part<QTableView>(panel, "runsTable")->model()->index(2, 0));
        part<QTableView>(panel, "runsTable")->selectRow(2);
        QSignalSpy opened(&panel, &HistoryPanel::openRunRequested);
        part<QPushButton>(panel, "openHistoricRun")->click();
        QCOMPARE(opened.value(0).value(0).toString(), QStringLiteral("/exports/run-2"));
    }

    void practicesAreFilteredAndChosen()
    {
        PracticesPanel panel;
        panel.setRows(
            {{QStringLiteral("1"), QStringLiteral("Elm"), practices::Environment::Production, Tone::Ok, {}},
                {QStringLiteral("2"), QStringLiteral("Oak"), practices::Environment::Sandbox, Tone::Neutral,
                    {}}});
        panel.setCurrent(QStringLiteral("1"));
        panel.show();
        QSignalSpy chosen(&panel, &PracticesPanel::practiceChosen);
        part<QListView>(panel, "practiceList")
            ->setCurrentIndex(part<QListView>(panel, "practiceList")->model()->index(1, 0));
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("2"));
        QTest::keyClicks(part<QLineEdit>(panel, "practiceFilter"), QStringLiteral("el"));
        QCOMPARE(part<QListView>(panel, "practiceList")->model()->rowCount(), 1);
    }

    void everyPanelHasNamesPlainTextAndAPicture() // F-133, F-134
    {
        inBothThemes([](const QString &theme) {
            OverviewPanel half;
            half.render(overview(5));
            check(half, QStringLiteral("overview-half-%1").arg(theme));
            OverviewPanel done;
            done.render(overview(8));
            check(done, QStringLiteral("overview-done-%1").arg(theme));
            DownloadsPanel downloads;
            downloads.setProgress(downloadingRun(), kSampleNow);
            if (auto *tree = part<QTreeView>(downloads, "filesTree"))
                tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(1, 0)));
            check(downloads, QStringLiteral("downloads-%1").arg(theme));
            HistoryPanel history;
            history.setHistory(marks(), runs(), kSampleNow);
            check(history, QStringLiteral("history-%1").arg(theme));
            LogModel log;
            for (const char *event : {"kickoff", "status_progress", "download_error", "export_complete"})
                log.append({logEntry(
                    {{QStringLiteral("eventId"), QLatin1String(event)},
                        {QStringLiteral("timestamp"), QStringLiteral("2026-06-24T03:14:07Z")},
                        {QStringLiteral("eventDetail"),
                            QJsonObject{{QStringLiteral("xProgress"), QStringLiteral("<b>47%</b>")}}}},
                    QStringLiteral("Elm Street"))});
            LogPanel logPanel(log);
            check(logPanel, QStringLiteral("log-%1").arg(theme));
        });
    }
};

QTEST_MAIN(TestPracticePanels)
#include "tst_practice_panels.moc"
