// SPDX-License-Identifier: Apache-2.0
#include "downloads/disk_errands.h"

#include <QMetaObject>

namespace waybill::downloads {
namespace {

constexpr int kThreads = 4;

} // namespace

DiskErrands::DiskErrands()
{
    for (int i = 0; i < kThreads; ++i)
        m_threads.emplace_back([this] { serve(); });
}

DiskErrands::~DiskErrands()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_ordered.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

std::shared_ptr<DiskErrands::Errand> DiskErrands::run(
    QObject *context, std::function<Result<>()> work, std::function<void(const Result<> &)> done)
{
    auto errand = std::make_shared<Errand>();
    errand->m_context = context;
    errand->m_work = std::move(work);
    errand->m_done = std::move(done);
    {
        const std::lock_guard lock(m_mutex);
        m_errands.push_back(errand);
    }
    m_ordered.notify_one();
    return errand;
}

Result<> DiskErrands::wait(const std::shared_ptr<Errand> &errand)
{
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [&errand] { return errand->m_result.has_value(); });
    errand->m_isTaken = true;
    return *errand->m_result;
}

void DiskErrands::serve()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_ordered.wait(lock, [this] { return m_stop || !m_errands.empty(); });
        if (m_errands.empty())
            return;
        const auto errand = std::move(m_errands.front());
        m_errands.pop_front();
        lock.unlock();
        Result<> result = errand->m_work();
        lock.lock();
        errand->m_result = std::move(result);
        errand->m_work = {};
        // Under the mutex: whoever waits for the errand may destroy the context right after.
        QMetaObject::invokeMethod(
            errand->m_context, [this, errand] { deliver(errand); }, Qt::QueuedConnection);
        m_ended.notify_all();
    }
}

/// In the thread of the context.
void DiskErrands::deliver(const std::shared_ptr<Errand> &errand)
{
    std::optional<Result<>> result;
    if (!errand->m_isTaken) {
        const std::lock_guard lock(m_mutex);
        result = errand->m_result;
    }
    if (result)
        errand->m_done(*result);
}

} // namespace waybill::downloads
