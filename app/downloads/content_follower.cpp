// SPDX-License-Identifier: Apache-2.0
#include "downloads/content_follower.h"

#include "downloads/content_verdict.h"
#include "keys/sha256.h"

#include <QMetaObject>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <unistd.h>

namespace waybill::downloads {
namespace {

constexpr std::int64_t kStep = std::int64_t{1} << 20; ///< then the next file has its turn
constexpr std::int64_t kBlock = std::int64_t{256} << 10; ///< read, hashed and judged while it is in the cache
/// Ids remembered, to find one that comes twice (BD-171): 24 MiB. Beyond that a note says so.
constexpr std::int64_t kRememberedIds = 1'500'000;
constexpr std::int64_t kMostBehind = std::int64_t{8} << 20; ///< of one file

/// One judge takes in less than a fast network brings; more than a few wait for the memory.
unsigned judges()
{
    return std::clamp(std::thread::hardware_concurrency(), 2U, 4U);
}

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
    void end();
    bool isBroken() const { return error != 0 || isShort; }
    /// Under the follower's mutex: is there something to do?
    bool isWaiting() const { return judged < size || (isEnding && !isEnded); }

    int descriptor;
    std::uint32_t idOwner;
    // Of the judge who is at it, until all is judged.
    keys::Sha256 hash;
    ndjson::LineChecker checker;
    QByteArray start;
    int error = 0;
    bool isShort = false;
    ndjson::CheckSummary summary;
    QString sha256;
    // For everybody.
    std::atomic<std::int64_t> judged = 0;
    std::atomic<std::int64_t> lines = 0;
    std::atomic<std::int64_t> problems = 0;
    // Under the follower's mutex.
    std::int64_t size = 0;
    bool isQueued = false;
    bool isRunning = false;
    bool isDropped = false;
    bool isEnding = false; ///< it does not grow any more
    bool isEnded = false;
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
    while (judged < until && !isBroken()) {
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

void FollowedFile::State::end()
{
    summary = checker.finish();
    sha256 = QString::fromLatin1(hash.result().toHex());
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

const ndjson::CheckSummary &FollowedFile::lineSummary() const
{
    return m_state->summary;
}

QString FollowedFile::sha256() const
{
    return m_state->sha256;
}

ContentFollower::ContentFollower()
    : m_ids(std::make_shared<ndjson::IdSet>(kRememberedIds))
{
    for (unsigned i = 0; i < judges(); ++i)
        m_judges.emplace_back([this] { judgeAll(); });
}

ContentFollower::~ContentFollower()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_work.notify_all();
    for (std::thread &judge : m_judges)
        judge.join();
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
    const std::lock_guard lock(m_mutex);
    if (size <= file->m_state->size)
        return;
    file->m_state->size = size;
    enqueue(file);
}

/// Under the mutex.
void ContentFollower::enqueue(const std::shared_ptr<FollowedFile> &file)
{
    FollowedFile::State &state = *file->m_state;
    if (state.isDropped || state.isQueued || state.isRunning || !state.isWaiting())
        return;
    state.isQueued = true;
    m_ready.push_back(file);
    m_work.notify_one();
}

void ContentFollower::waitForJudge(const std::shared_ptr<FollowedFile> &file)
{
    const FollowedFile::State &state = *file->m_state;
    std::unique_lock lock(m_mutex);
    m_progress.wait(lock, [&state] { return state.isDropped || state.size - state.judged <= kMostBehind; });
}

void ContentFollower::whenJudged(
    const std::shared_ptr<FollowedFile> &file, QObject *context, std::function<void()> done)
{
    const std::lock_guard lock(m_mutex);
    FollowedFile::State &state = *file->m_state;
    state.context = context;
    state.done = std::move(done);
    if (!state.isQueued && !state.isRunning)
        post(file);
}

/// Under the mutex.
void ContentFollower::post(const std::shared_ptr<FollowedFile> &file)
{
    QMetaObject::invokeMethod(
        file->m_state->context, [this, file] { deliver(file); }, Qt::QueuedConnection);
}

/// In the thread of the context.
void ContentFollower::deliver(const std::shared_ptr<FollowedFile> &file)
{
    std::function<void()> done;
    {
        const std::lock_guard lock(m_mutex);
        done = std::exchange(file->m_state->done, {});
    }
    if (done)
        done();
}

void ContentFollower::whenEnded(
    const std::shared_ptr<FollowedFile> &file, QObject *context, std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        file->m_state->isEnding = true;
        enqueue(file);
    }
    whenJudged(file, context, std::move(done));
}

void ContentFollower::keepIds(const std::shared_ptr<FollowedFile> &file)
{
    const std::lock_guard lock(m_mutex);
    file->m_state->keepsIds = true;
}

/// Under the mutex.
void ContentFollower::forgetIds(const FollowedFile &file)
{
    if (file.m_state->idOwner != 0 && !file.m_state->keepsIds)
        m_ids->forget(file.m_state->idOwner); // also what a step that is under way may still bring
}

void ContentFollower::drop(const std::shared_ptr<FollowedFile> &file)
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(file->m_state->isDropped, true))
        return;
    file->m_state->done = {};
    forgetIds(*file);
    m_progress.notify_all();
}

void ContentFollower::judgeAll()
{
    QByteArray buffer(kBlock, Qt::Uninitialized);
    std::unique_lock lock(m_mutex);
    while (true) {
        m_work.wait(lock, [this] { return m_stop || !m_ready.empty(); });
        if (m_stop)
            return;
        const auto file = std::move(m_ready.front());
        m_ready.pop_front();
        file->m_state->isQueued = false;
        if (!file->m_state->isDropped)
            judgeSome(file, buffer, lock);
    }
}

/// One step of one file, without the mutex.
void ContentFollower::judgeSome(
    const std::shared_ptr<FollowedFile> &file, QByteArray &buffer, std::unique_lock<std::mutex> &lock)
{
    FollowedFile::State &state = *file->m_state;
    const std::int64_t until = std::min(state.size, state.judged + kStep);
    const bool isLast = state.isEnding && until == state.size;
    state.isRunning = true;
    lock.unlock();
    state.judge(until, buffer);
    if (isLast && !state.isBroken())
        state.end();
    lock.lock();
    state.isRunning = false;
    state.isEnded = isLast;
    m_progress.notify_all();
    if (!state.isDropped)
        afterStep(file);
}

/// Under the mutex.
void ContentFollower::afterStep(const std::shared_ptr<FollowedFile> &file)
{
    FollowedFile::State &state = *file->m_state;
    if (state.isBroken()) {
        state.isDropped = true; // a reader that lost its file judges no more of it
        forgetIds(*file);
    }
    enqueue(file);
    if (!state.isQueued && state.done)
        post(file);
}

} // namespace waybill::downloads
