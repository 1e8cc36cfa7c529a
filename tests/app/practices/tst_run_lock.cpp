// SPDX-License-Identifier: Apache-2.0
#include "practices/run_lock.h"

#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace waybill;
using namespace waybill::practices;

namespace {

const WatermarkKey kKey{QStringLiteral("https://h.example/fhir"), QStringLiteral("g1")};
const WatermarkKey kOther{QStringLiteral("https://h.example/fhir"), QStringLiteral("g2")};

} // namespace

class TestRunLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecondOwnerIsToldWhoHasIt() // BD-082, F-035
    {
        const QTemporaryDir folder;
        const auto first = RunLock::acquire(folder.path(), kKey);
        QVERIFY(first);
        const auto second = RunLock::acquire(folder.path(), kKey);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Busy);
        QVERIFY(second.error().what.contains(QString::number(QCoreApplication::applicationPid())));
    }

    void anotherGroupIsFree()
    {
        const QTemporaryDir folder;
        const auto first = RunLock::acquire(folder.path(), kKey);
        QVERIFY(RunLock::acquire(folder.path(), kOther));
    }

    void itIsFreeAgainAfterwards()
    {
        const QTemporaryDir folder;
        QVERIFY(RunLock::acquire(folder.path(), kKey));
        QVERIFY(RunLock::acquire(folder.path(), kKey));
    }

    void aKilledOwnerLeavesNothingBehind() // reliability 5.22
    {
        const QTemporaryDir folder;
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = RunLock::acquire(folder.path(), kKey);
            const char byte = lock ? 'y' : 'n';
            static_cast<void>(::write(ready[1], &byte, 1) == 1);
            ::pause();
            ::_exit(0);
        }
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), ssize_t(1));
        QCOMPARE(byte, 'y');
        const auto refused = RunLock::acquire(folder.path(), kKey);
        QVERIFY(!refused);
        QVERIFY(refused.error().what.contains(QString::number(child)));

        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(RunLock::acquire(folder.path(), kKey));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void aMissingFolderIsAStorageError()
    {
        const auto lock = RunLock::acquire(QStringLiteral("/nowhere/at/all"), kKey);
        QVERIFY(!lock);
        QCOMPARE(lock.error().code, ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestRunLock)
#include "tst_run_lock.moc"
