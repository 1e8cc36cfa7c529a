// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <QObject>
#include <QTimer>

namespace waybill::exports {

/// Wakes once at a moment. Waits by the monotonic clock, so that a wall clock that is set makes no burst and
/// no stall; looks at the wall clock every half minute, because the monotonic one stands still while a
/// machine is suspended (BD-080, F-033, F-113).
class WaitTimer : public QObject
{
    Q_OBJECT
public:
    explicit WaitTimer(const Clock &clock, QObject *parent = nullptr);
    void start(Instant until);
    void stop();

Q_SIGNALS:
    void due();

private:
    void look();

    const Clock &m_clock;
    QTimer m_timer;
    Clock::Steady m_deadline{};
};

} // namespace waybill::exports
