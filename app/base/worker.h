// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace waybill {

/// One computation off the calling thread: key generation, list import, indexing, hashing.
/// Keep it as a member of `context` (or of something that dies earlier): then the context outlives the
/// thread. Owns its thread; destroying the Worker asks it to stop and waits, so the work must look at the
/// token at least every 50 ms. `done` runs in the thread of `context`, once, never after `context` is gone
/// and never after the Worker was destroyed or stopped.
class Worker
{
public:
    Worker() = default;

    template <typename T>
    static Worker start(
        QObject *context, std::function<T(const std::stop_token &)> work, std::function<void(T)> done)
    {
        Worker worker;
        worker.m_thread = std::jthread([guard = QPointer<QObject>(context), work = std::move(work),
                                           done = std::move(done)](const std::stop_token &stop) {
            auto result = std::make_shared<T>(work(stop));
            if (!guard)
                return;
            QMetaObject::invokeMethod(
                guard.data(),
                [result, done, stop] {
                    if (!stop.stop_requested())
                        done(std::move(*result));
                },
                Qt::QueuedConnection);
        });
        return worker;
    }

    void requestStop() { m_thread.request_stop(); }

private:
    std::jthread m_thread;
};

} // namespace waybill
