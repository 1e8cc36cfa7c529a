// SPDX-License-Identifier: Apache-2.0
#include "exports/wait_timer.h"

#include <algorithm>

namespace waybill::exports {
namespace {

constexpr std::chrono::milliseconds kLookEvery = std::chrono::seconds{30};

} // namespace

WaitTimer::WaitTimer(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WaitTimer::look);
}

void WaitTimer::start(Instant until)
{
    const Instant now = m_clock.now();
    m_deadline = m_clock.steady() + std::max(until - now, std::chrono::milliseconds{0});
    m_timer.start(std::min(kLookEvery, std::max(until - now, std::chrono::milliseconds{0})));
}

void WaitTimer::stop()
{
    m_timer.stop();
}

void WaitTimer::look()
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - m_clock.steady());
    if (left <= std::chrono::milliseconds{0}) {
        Q_EMIT due();
        return;
    }
    m_timer.start(std::min(kLookEvery, left));
}

} // namespace waybill::exports
