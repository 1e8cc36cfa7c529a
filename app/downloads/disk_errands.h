// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace waybill::downloads {

/// Waits for the disk in threads of their own, so that the thread that receives does not: syncs of many
/// megabytes, names that must be durable. A few at once, because a file system makes several syncs in one.
class DiskErrands
{
public:
    class Errand
    {
    private:
        friend class DiskErrands;
        QObject *m_context = nullptr;
        std::function<Result<>()> m_work;
        std::function<void(const Result<> &)> m_done;
        std::optional<Result<>> m_result;
        bool m_isTaken = false; ///< by wait(); of the context's thread
    };

    DiskErrands();
    ~DiskErrands(); ///< finishes what was ordered
    DiskErrands(const DiskErrands &) = delete;
    DiskErrands &operator=(const DiskErrands &) = delete;

    /// `done` is called in the thread of `context`, later.
    std::shared_ptr<Errand> run(
        QObject *context, std::function<Result<>()> work, std::function<void(const Result<> &)> done);
    /// In the thread of the context: blocks until the work is done; `done` is not called any more.
    Result<> wait(const std::shared_ptr<Errand> &errand);

private:
    void serve();
    void deliver(const std::shared_ptr<Errand> &errand);

    std::mutex m_mutex;
    std::condition_variable m_ordered;
    std::condition_variable m_ended;
    std::deque<std::shared_ptr<Errand>> m_errands;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace waybill::downloads
