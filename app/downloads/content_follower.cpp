// SPDX-License-Identifier: Apache-2.0
#include "downloads/content_follower.h"

#include "downloads/content_verdict.h"
#include "keys/sha256.h"

#include <QMetaObject>

#include <atomic>
#include <cerrno>
#include <unistd.h>

namespace waybill::downloads {
namespace {

constexpr std::int64_t kStep = std::int64_t{1} << 20; ///< then the next file has its turn
constexpr std::int64_t kBlock = std::int64_t{256} << 10; ///< read, hashed and judged while it is in the cache
/// Ids remembered, to find one that comes twice (BD-171): 24 MiB. Beyond that a note says so.
constexpr std::int64_t kRememberedIds = 1'500'000;
constexpr std::int64_t kMostBehind = std::int64_t{16} << 20;

} // namespace

struct FollowedFile::State {
    State(int theDescriptor, const ndjson::Expectation &expectation)
        : descriptor(theDescriptor)
        , idOwner(expectation.idOwner)
        , checker(expectation)
    {
    }
    ~State() { ::close(descriptor); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    void judge(std::int64_t until, QByteArray &buffer);
    void take(QByteArrayView bytes);

    int descriptor;
    std::uint32_t idOwner;
    // Of the judge's thread, until all is judged.
    keys::Sha256 hash;
    ndjson::LineChecker checker;
    QByteArray start;
    int error = 0;
    bool isShort = false;
    // For everybody.
    std::atomic<std::int64_t> judged = 0;
    std::atomic<std::int64_t> lines = 0;
    std::atomic<std::int64_t> problems = 0;
    // Under the follower's mutex.
    std::int64_t size = 0;
    bool isQueued = false;
    bool isRunning = false;
    bool isDropped = false;
    bool keepsIds = false;
    QObject *context = nullptr;
    std::function<void()> done;
};

void FollowedFile::State::take(QByteArrayView bytes)
{
    hash.add(bytes);
    checker.add(bytes);
    if (start.size() < kStartBytes)
        start.append(bytes.first(std::min(bytes.size(), kStartBytes - start.size())).toByteArray());
    judged += bytes.size();
    lines = checker.lines();
    problems = checker.problemCount();
}

void FollowedFile::State::judge(std::int64_t until, QByteArray &buffer)
{
    while (judged < until && error == 0 && !isShort) {
        const std::int64_t most = std::min<std::int64_t>(until - judged, buffer.size());
        const ssize_t got = ::pread(descriptor, buffer.data(), static_cast<std::size_t>(most), judged);
        if (got > 0)
            take(QByteArrayView(buffer).first(got));
        else if (got == 0)
            isShort = true;
        else if (errno != EINTR)
            error = errno;
    }
}

FollowedFile::FollowedFile(int descriptor, const ndjson::Expectation &expectation)
    : m_state(std::make_unique<State>(descriptor, expectation))
{
}

FollowedFile::~FollowedFile() = default;

std::int64_t FollowedFile::judged() const
{
    return m_state->judged;
}

std::int64_t FollowedFile::lines() const
{
    return m_state->lines;
}

std::int64_t FollowedFile::problemCount() const
{
    return m_state->problems;
}

int FollowedFile::readError() const
{
    return m_state->error;
}

bool FollowedFile::isShort() const
{
    return m_state->isShort;
}

QByteArray FollowedFile::start() const
{
    return m_state->start;
}

ndjson::CheckSummary FollowedFile::finishLines()
{
    return m_state->checker.finish();
}

QString FollowedFile::finishHash()
{
    return QString::fromLatin1(m_state->hash.result().toHex());
}

ContentFollower::ContentFollower()
    : m_ids(std::make_shared<ndjson::IdSet>(kRememberedIds))
    , m_thread([this] { run(); })
{
}

ContentFollower::~ContentFollower()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_work.notify_all();
    m_thread.join();
}

std::shared_ptr<FollowedFile> ContentFollower::follow(
    int descriptor, ndjson::Expectation expectation, bool comparesIds)
{
    if (comparesIds) {
        expectation.ids = m_ids;
        expectation.idOwner = ++m_lastOwner;
    }
    return std::shared_ptr<FollowedFile>(new FollowedFile(descriptor, expectation));
}

void ContentFollower::grow(const std::shared_ptr<FollowedFile> &file, std::int64_t size)
{
    {
        const std::lock_guard lock(m_mutex);
        if (file->m_state->isDropped || size <= file->m_state->size)
            return;
        m_behind += size - file->m_state->size;
        file->m_state->size = size;
        if (file->m_state->isRunning || file->m_state->isQueued)
            return;
        enqueue(file);
    }
    m_work.notify_one();
}

void ContentFollower::enqueue(const std::shared_ptr<FollowedFile> &file)
{
    file->m_state->isQueued = true;
    m_ready.push_back(file);
}

void ContentFollower::waitForJudge()
{
    std::unique_lock lock(m_mutex);
    m_progress.wait(lock, [this] { return m_behind <= kMostBehind; });
}

void ContentFollower::whenJudged(
    const std::shared_ptr<FollowedFile> &file, QObject *context, std::function<void()> done)
{
    const std::lock_guard lock(m_mutex);
    if (file->m_state->isQueued || file->m_state->isRunning) {
        file->m_state->context = context;
        file->m_state->done = std::move(done);
    } else {
        QMetaObject::invokeMethod(context, std::move(done), Qt::QueuedConnection);
    }
}

void ContentFollower::keepIds(const std::shared_ptr<FollowedFile> &file)
{
    const std::lock_guard lock(m_mutex);
    file->m_state->keepsIds = true;
}

/// Under the mutex; the set belongs to the judge, who does it before the next step.
void ContentFollower::forgetIds(const FollowedFile &file)
{
    if (file.m_state->idOwner != 0 && !file.m_state->keepsIds)
        m_gone.push_back(file.m_state->idOwner);
}

void ContentFollower::drop(const std::shared_ptr<FollowedFile> &file)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(file->m_state->isDropped, true))
            return;
        file->m_state->done = {};
        forgetIds(*file);
        if (!file->m_state->isRunning) // else its step accounts for it
            m_behind -= file->m_state->size - file->m_state->judged;
    }
    m_progress.notify_all();
}

void ContentFollower::run()
{
    QByteArray buffer(kBlock, Qt::Uninitialized);
    std::unique_lock lock(m_mutex);
    while (true) {
        m_work.wait(lock, [this] { return m_stop || !m_ready.empty(); });
        if (m_stop)
            return;
        const auto file = std::move(m_ready.front());
        m_ready.pop_front();
        FollowedFile::State &state = *file->m_state;
        state.isQueued = false;
        if (state.isDropped)
            continue;
        for (const std::uint32_t owner : std::exchange(m_gone, {}))
            m_ids->forget(owner);
        state.isRunning = true;
        const std::int64_t before = state.judged;
        const std::int64_t until = std::min(state.size, before + kStep);
        lock.unlock();
        state.judge(until, buffer);
        lock.lock();
        state.isRunning = false;
        afterStep(file, before);
    }
}

/// Under the mutex.
void ContentFollower::afterStep(const std::shared_ptr<FollowedFile> &file, std::int64_t before)
{
    FollowedFile::State &state = *file->m_state;
    const bool isBroken = state.error != 0 || state.isShort;
    const bool isOver = isBroken || state.isDropped;
    m_behind -= (isOver ? state.size : state.judged.load()) - before;
    m_progress.notify_all();
    if (state.isDropped)
        return;
    if (isBroken) {
        state.isDropped = true; // a reader that lost its file judges no more of it
        forgetIds(*file);
    } else if (state.judged < state.size)
        return enqueue(file);
    if (state.done)
        QMetaObject::invokeMethod(state.context, std::exchange(state.done, {}), Qt::QueuedConnection);
}

} // namespace waybill::downloads
