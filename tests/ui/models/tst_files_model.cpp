// SPDX-License-Identifier: Apache-2.0
#include "models/files_model.h"
#include "support/event_loop_watchdog.h"
#include "support/progress_samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using namespace waybill::support;
using flows::FileKind;
using flows::FileState;

namespace {

QString cell(const FilesModel &model, const QModelIndex &row, int column)
{
    return model.data(row.siblingAtColumn(column), Qt::DisplayRole).toString();
}

QStringList topRows(const FilesModel &model)
{
    QStringList rows;
    for (int i = 0; i < model.rowCount(); ++i)
        rows.append(cell(model, model.index(i, 0), FilesModel::Name));
    return rows;
}

} // namespace

class TestFilesModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreGroupedByTypeAndErrorsStandOnTop()
    {
        FilesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFiles(QStringLiteral("r"), downloadingRun().files, kSampleNow);
        QCOMPARE(topRows(model),
            QStringList({QStringLiteral("Errors the server reported (1)"), QStringLiteral("Patient (1)"),
                QStringLiteral("Condition (1)"), QStringLiteral("Observation (4)"),
                QStringLiteral("Encounter (1)"), QStringLiteral("Immunization (1)")}));
        const QModelIndex observations = model.index(3, 0);
        QCOMPARE(model.rowCount(observations), 4);
        QCOMPARE(cell(model, observations, FilesModel::State), QStringLiteral("1 of 4 verified"));
        QCOMPARE(model.file(model.index(1, 0, observations))->number, 4);
        QVERIFY(model.file(observations) == nullptr);
    }

    void aStateComesWithItsReasonAndItsTime()
    {
        FilesModel model;
        model.setFiles(QStringLiteral("r"), downloadingRun().files, kSampleNow);
        const QModelIndex retrying = model.index(2, 0, model.index(3, 0));
        QCOMPARE(cell(model, retrying, FilesModel::State), QStringLiteral("retrying in 0:12: HTTP 503"));
        const QModelIndex failed = model.index(0, 0, model.index(5, 0));
        QVERIFY(
            cell(model, failed, FilesModel::State).contains(QStringLiteral("428 lines instead of the 476")));
        QCOMPARE(model.data(failed.siblingAtColumn(FilesModel::State), ToneRole).toInt(),
            static_cast<int>(Tone::Failure));
        QCOMPARE(cell(model, model.index(0, 0, model.index(4, 0)), FilesModel::Expected),
            QStringLiteral("not said"));
    }

    void anUpdateKeepsIndexesAndTellsOnlyWhatChanged()
    {
        FilesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto files = downloadingRun().files;
        model.setFiles(QStringLiteral("r"), files, kSampleNow);
        const QPersistentModelIndex kept = model.index(1, 0, model.index(3, 0));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        files[3].received = {90'000'000};
        model.setFiles(QStringLiteral("r"), files, kSampleNow + std::chrono::seconds{1});
        QCOMPARE(resets.count(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(model.file(kept)->received.value, 90'000'000);
        QVERIFY(cell(model, kept, FilesModel::Speed).contains(QStringLiteral("29.0 MB/s")));
    }

    void aGroupThatComesLaterDoesNotMoveTheOthersIndexes()
    {
        FilesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto files = downloadingRun().files;
        const auto error = files.takeLast();
        model.setFiles(QStringLiteral("r"), files, kSampleNow);
        const QPersistentModelIndex kept = model.index(1, 0, model.index(2, 0));
        const QString name = model.file(kept)->name;
        files.append(error);
        model.setFiles(QStringLiteral("r"), files, kSampleNow);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.file(kept)->name, name);
        QCOMPARE(kept.parent().row(), 3);
    }

    void anotherRunStartsAnew()
    {
        FilesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFiles(QStringLiteral("r"), downloadingRun().files, kSampleNow);
        model.setFiles(QStringLiteral("s"), completeRun().files, kSampleNow);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.total().verified, 8);
        QCOMPARE(model.total().fraction(), 1.0);
        model.setFiles(QStringLiteral("s"), {}, kSampleNow);
        QCOMPARE(model.rowCount(), 0);
    }

    void theWholeIsCountedByBytesOnlyWhenAllAreKnown()
    {
        FilesModel model;
        auto files = downloadingRun().files;
        model.setFiles(QStringLiteral("r"), files, kSampleNow);
        QVERIFY(!model.total().expected); // the Encounter file has no size
        QCOMPARE(model.total().fraction(), 4.0 / 9.0);
        QCOMPARE(model.total().failed, 1);
        for (auto &file : files)
            file.total = ByteCount{std::max<std::int64_t>(1000, file.received.value * 2)};
        model.setFiles(QStringLiteral("r"), files, kSampleNow);
        QVERIFY(model.total().expected);
        QVERIFY(model.total().fraction() > 0.5); // verified files count with what they have
    }

    void twentyThousandFilesDoNotStallTheLoop() // F-132
    {
        QList<flows::FileProgress> files;
        for (int i = 1; i <= 20'000; ++i)
            files.append(file(i, i % 2 == 0 ? "Observation" : "Condition", FileState::Waiting, 0, 1000));
        FilesModel model;
        EventLoopWatchdog dog;
        dog.start();
        QTest::qWait(20);
        model.setFiles(QStringLiteral("r"), files, kSampleNow);
        QTest::qWait(20);
        for (int i = 0; i < 50; ++i) {
            files[i * 7].state = FileState::Downloading;
            files[i * 7].received = {i};
            model.setFiles(QStringLiteral("r"), files, kSampleNow + std::chrono::milliseconds{100 * i});
            QTest::qWait(1);
        }
        dog.stop();
        QCOMPARE(model.rowCount(), 2);
        const auto limit = EventLoopWatchdog::kLimit * EventLoopWatchdog::kSlowness;
        QVERIFY2(dog.longestWork() <= limit, qPrintable(QString::number(dog.longestWork().count())));
    }
};

QTEST_GUILESS_MAIN(TestFilesModel)
#include "tst_files_model.moc"
