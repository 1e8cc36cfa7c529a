// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimerEvent>

#include <chrono>
#include <ctime>

namespace waybill::support {

/// Finds out how long the event loop of this thread was deaf: what a person feels as a stall. Start it, let
/// the work run, ask. Wall time also counts what a busy machine took from us, so a strict limit goes on
/// `longestWork()`, the processor time this thread spent between two turns of its loop.
class EventLoopWatchdog : public QObject
{
public:
    static constexpr std::chrono::milliseconds kLimit{50}; ///< issue 2: no stall over 50 ms

    /// Sanitizers and coverage make everything slower; the limit is for the product as it is shipped.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr int kSlowness = 6;
#else
    static constexpr int kSlowness = 1;
#endif

    void start()
    {
        m_longestGap = m_longestWork = {};
        m_wall.start();
        m_lastWork = threadTime();
        m_timer = startTimer(kTick, Qt::PreciseTimer);
    }
    void stop()
    {
        if (m_timer == 0)
            return;
        measure();
        killTimer(m_timer);
        m_timer = 0;
    }

    std::chrono::milliseconds longestGap() const
    {
        return m_longestGap;
    }
    std::chrono::milliseconds longestWork() const
    {
        return m_longestWork;
    }

protected:
    void timerEvent(QTimerEvent *) override
    {
        measure();
    }

private:
    static constexpr int kTick = 5; ///< ms
    static std::chrono::nanoseconds threadTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
    }
    void measure()
    {
        const auto work = threadTime();
        const auto gap = std::chrono::milliseconds{m_wall.restart()};
        m_longestGap = std::max(m_longestGap, gap);
        m_longestWork =
            std::max(m_longestWork, std::chrono::duration_cast<std::chrono::milliseconds>(work - m_lastWork));
        m_lastWork = work;
    }

    QElapsedTimer m_wall;
    std::chrono::nanoseconds m_lastWork{};
    std::chrono::milliseconds m_longestGap{};
    std::chrono::milliseconds m_longestWork{};
    int m_timer = 0;
};

} // namespace waybill::support
