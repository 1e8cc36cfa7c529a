// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"

#include <list>

namespace waybill::assistant {

/// Several computations at a time for one owner. Each Worker is let go when its result has arrived, so that
/// starting the next one never waits for a slow one that nobody wants any more.
/// Keep it as the last member: it is gone before what its results would touch.
class Background
{
public:
    template <typename T>
    void run(QObject *context, std::function<T(const std::stop_token &)> work, std::function<void(T)> done)
    {
        const auto place = m_workers.insert(m_workers.end(), Worker());
        *place = Worker::start<T>(context, std::move(work), [this, place, done = std::move(done)](T result) {
            m_workers.erase(place);
            done(std::move(result));
        });
    }
    void requestStop()
    {
        for (Worker &worker : m_workers)
            worker.requestStop();
    }

private:
    std::list<Worker> m_workers;
};

} // namespace waybill::assistant
