// SPDX-License-Identifier: Apache-2.0
// What was said to be written is there after SIGKILL; what was half written is not (BD-010, BD-182, F-110).
#include "practices/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace waybill;
using namespace waybill::practices;

namespace {

const WatermarkKey kKey{QStringLiteral("https://h.example/fhir"), QStringLiteral("g1")};

/// Runs `work` in a child. It reports each finished step as a byte, and is killed after `steps` of them.
int killedAfter(int steps, const std::function<void(int pipe)> &work)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        work(ends[1]);
        ::pause();
        ::_exit(0);
    }
    ::close(ends[1]);
    int said = 0;
    char byte = 0;
    while (said < steps && ::read(ends[0], &byte, 1) == 1)
        ++said;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(ends[0], &byte, 1) == 1)
        ++said; // finished between the last look and the kill
    ::close(ends[0]);
    return said;
}

bool say(int pipe)
{
    return ::write(pipe, "x", 1) == 1;
}

RunRecord numberedRun(int number)
{
    RunRecord run;
    run.id = QStringLiteral("run-%1").arg(number, 6, 10, QLatin1Char('0'));
    run.baseUrl = kKey.baseUrl;
    run.group = kKey.group;
    return run;
}

} // namespace

class TestStoreKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingSaidToBeWrittenIsThere()
    {
        for (int kill = 1; kill <= 20; ++kill) {
            const QTemporaryDir folder;
            const int said = killedAfter(kill, [&folder](int pipe) {
                const auto store = Store::open(folder.path());
                for (int number = 1; store && number < 1000; ++number) {
                    if (!(*store)->saveRun(numberedRun(number)) || !say(pipe))
                        return;
                }
            });
            QVERIFY(said >= kill);
            const auto store = Store::open(folder.path());
            QVERIFY(store);
            QVERIFY(!(*store)->notice());
            QVERIFY((*store)->allRuns()->size() >= said);
        }
    }

    void verdictAndWatermarkArriveTogetherOrNotAtAll() // BD-182
    {
        for (int kill = 1; kill <= 15; ++kill) {
            const QTemporaryDir folder;
            killedAfter(kill, [&folder](int pipe) {
                const auto store = Store::open(folder.path());
                for (int number = 1; store && number < 1000; ++number) {
                    const auto done = (*store)->transact([&]() -> Result<> {
                        RunRecord run = numberedRun(number);
                        run.closed = true;
                        if (const auto saved = (*store)->saveRun(run); !saved)
                            return saved;
                        return (*store)->moveWatermark(
                            kKey, {QStringLiteral("Patient"), run.id, run.id, {}}, QStringLiteral("run"), {});
                    });
                    if (!done || !say(pipe))
                        return;
                }
            });
            const auto store = Store::open(folder.path());
            QVERIFY(store);
            const QList<RunRecord> runs = *(*store)->allRuns();
            const QList<Watermark> marks = *(*store)->watermarks(kKey);
            QCOMPARE(marks.isEmpty(), runs.isEmpty());
            if (!runs.isEmpty())
                QCOMPARE(marks.first().value, runs.first().id);
            QCOMPARE((*store)->audit(kKey, 10000)->size(), runs.size());
        }
    }

    void twoProcessesWriteSideBySide() // F-106
    {
        const QTemporaryDir folder;
        QVERIFY(Store::open(folder.path()));
        const auto writer = [&folder](int from) {
            const pid_t child = ::fork();
            if (child == 0) {
                const auto store = Store::open(folder.path());
                bool good = store.has_value();
                for (int number = from; good && number < from + 50; ++number)
                    good = (*store)->saveRun(numberedRun(number)).has_value();
                ::_exit(good ? 0 : 1);
            }
            return child;
        };
        for (const pid_t child : {writer(1000), writer(2000)}) {
            int status = -1;
            ::waitpid(child, &status, 0);
            QCOMPARE(status, 0);
        }
        QCOMPARE((*Store::open(folder.path()))->allRuns()->size(), 100);
    }

    void aFileHalfMadeIsMadeAnew()
    {
        // Killed at any moment of the first opening: the next one finds nothing or everything.
        for (int wait = 0; wait < 12; ++wait) {
            const QTemporaryDir folder;
            const pid_t child = ::fork();
            if (child == 0) {
                static_cast<void>(Store::open(folder.path()).has_value());
                ::_exit(0);
            }
            ::usleep(static_cast<useconds_t>(wait) * 1500);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const auto store = Store::open(folder.path());
            QVERIFY2(store, qPrintable(store ? QString() : describe(store.error())));
        }
    }
};

QTEST_GUILESS_MAIN(TestStoreKill)
#include "tst_store_kill.moc"
