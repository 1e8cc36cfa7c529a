// SPDX-License-Identifier: Apache-2.0
#include "downloads/disk_errands.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace waybill;
using namespace waybill::downloads;

/// Work for the disk runs elsewhere, and whoever ordered it decides whether it hears of the end or waits for
/// it.
class TestDiskErrands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_end_is_told_where_it_was_ordered();
    void what_failed_says_so();
    void who_waits_is_not_told_again();
    void errands_run_side_by_side();
    void what_was_ordered_is_finished();
};

void TestDiskErrands::the_end_is_told_where_it_was_ordered()
{
    DiskErrands disk;
    std::atomic<QThread *> worked = nullptr;
    QThread *told = nullptr;
    disk.run(
        this,
        [&worked]() -> Result<> {
            worked = QThread::currentThread();
            return {};
        },
        [&told](const Result<> &done) {
            QVERIFY(done);
            told = QThread::currentThread();
        });
    QVERIFY(told == nullptr);
    QTRY_COMPARE(told, QThread::currentThread());
    QVERIFY(worked != QThread::currentThread());
}

void TestDiskErrands::what_failed_says_so()
{
    DiskErrands disk;
    ErrorCode code = ErrorCode::Internal;
    disk.run(
        this, []() -> Result<> { return failure(ErrorCode::DiskFull, QStringLiteral("full.")); },
        [&code](const Result<> &done) { code = done.error().code; });
    QTRY_COMPARE(code, ErrorCode::DiskFull);
}

void TestDiskErrands::who_waits_is_not_told_again()
{
    DiskErrands disk;
    for (int i = 0; i < 20; ++i) {
        std::atomic<bool> worked = false;
        bool told = false;
        QObject context;
        const auto errand = disk.run(
            &context,
            [&worked, i]() -> Result<> {
                QThread::usleep(static_cast<unsigned long>(i) * 100);
                worked = true;
                return failure(ErrorCode::Storage, QStringLiteral("lost."));
            },
            [&told](const Result<> & /*done*/) { told = true; });
        QThread::usleep(500);
        const auto result = disk.wait(errand);
        QVERIFY(worked);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Storage);
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }
}

void TestDiskErrands::errands_run_side_by_side()
{
    DiskErrands disk;
    std::atomic<int> met = 0;
    int told = 0;
    for (int i = 0; i < 2; ++i) {
        disk.run(
            this,
            [&met]() -> Result<> {
                ++met;
                for (int n = 0; met < 2 && n < 5000; ++n)
                    QThread::msleep(1);
                return met == 2 ? Result<>() : failure(ErrorCode::Internal, QStringLiteral("alone."));
            },
            [&told](const Result<> &done) { told += done ? 1 : 0; });
    }
    QTRY_COMPARE(told, 2);
}

void TestDiskErrands::what_was_ordered_is_finished()
{
    std::atomic<int> worked = 0;
    {
        DiskErrands disk;
        for (int i = 0; i < 50; ++i) {
            disk.run(
                this,
                [&worked]() -> Result<> {
                    ++worked;
                    return {};
                },
                [](const Result<> & /*done*/) {});
        }
        QTRY_VERIFY(worked > 0);
        QTest::qWait(50);
    }
    QCOMPARE(worked, 50);
}

QTEST_GUILESS_MAIN(TestDiskErrands)
#include "tst_disk_errands.moc"
