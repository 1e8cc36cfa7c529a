// SPDX-License-Identifier: Apache-2.0
#include "exports/wait_timer.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace waybill;
using namespace waybill::exports;
using namespace std::chrono_literals;

namespace {

/// Real time passes; the wall clock can be pushed.
class PushedClock final : public Clock
{
public:
    Instant now() const override { return m_system.now() + push; }
    Steady steady() const override { return m_system.steady(); }
    std::chrono::milliseconds push{0};

private:
    SystemClock m_system;
};

} // namespace

class TestWaitTimer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itWakesOnceAndNotEarly()
    {
        const SystemClock clock;
        WaitTimer timer(clock);
        QSignalSpy due(&timer, &WaitTimer::due);
        const auto begin = clock.steady();
        timer.start(clock.now() + 120ms);
        QVERIFY(due.wait(2000));
        QVERIFY(clock.steady() - begin >= 119ms);
        QVERIFY(!due.wait(200));
        QCOMPARE(due.count(), 1);
    }

    void aClockSetBackDoesNotDelayIt() // BD-080, F-113
    {
        PushedClock clock;
        WaitTimer timer(clock);
        QSignalSpy due(&timer, &WaitTimer::due);
        timer.start(clock.now() + 150ms);
        clock.push = -24h;
        QVERIFY(due.wait(2000));
        QCOMPARE(due.count(), 1);
    }

    void aClockSetForwardDoesNotMakeItEarly() // BD-062, BD-080: a step of the clock is no reason to ask
    {
        PushedClock clock;
        WaitTimer timer(clock);
        QSignalSpy due(&timer, &WaitTimer::due);
        timer.start(clock.now() + 400ms);
        clock.push = 24h;
        QVERIFY(!due.wait(150));
        QVERIFY(due.wait(5000));
        QCOMPARE(due.count(), 1);
    }

    void theClockForWaitingGoesOnInSleep() // F-033: CLOCK_BOOTTIME, not CLOCK_MONOTONIC
    {
        timespec boot{};
        QCOMPARE(::clock_gettime(CLOCK_BOOTTIME, &boot), 0);
        const auto ours = SystemClock().steady().time_since_epoch();
        const auto theirs = std::chrono::seconds{boot.tv_sec} + std::chrono::nanoseconds{boot.tv_nsec};
        QVERIFY(std::chrono::abs(ours - theirs) < 5s);
    }

    void aMomentThatIsOverIsDueAtOnce()
    {
        const SystemClock clock;
        WaitTimer timer(clock);
        QSignalSpy due(&timer, &WaitTimer::due);
        timer.start(clock.now() - 1h);
        QVERIFY(due.isEmpty()); // but never from inside start()
        QVERIFY(due.wait(1000));
    }

    void stoppedItIsSilent()
    {
        const SystemClock clock;
        WaitTimer timer(clock);
        QSignalSpy due(&timer, &WaitTimer::due);
        timer.start(clock.now() + 20ms);
        timer.stop();
        QVERIFY(!due.wait(100));
    }

    void aLaterStartReplacesAnEarlierOne()
    {
        const SystemClock clock;
        WaitTimer timer(clock);
        QSignalSpy due(&timer, &WaitTimer::due);
        timer.start(clock.now() + 20ms);
        timer.start(clock.now() + 300ms);
        QVERIFY(!due.wait(150));
        QVERIFY(due.wait(1000));
        QCOMPARE(due.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWaitTimer)
#include "tst_wait_timer.moc"
