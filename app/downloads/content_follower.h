// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/id_set.h"
#include "ndjson/line_checker.h"

#include <QByteArray>
#include <QObject>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace waybill::downloads {

/// What is known of one file that is followed.
class FollowedFile
{
public:
    ~FollowedFile();
    FollowedFile(const FollowedFile &) = delete;
    FollowedFile &operator=(const FollowedFile &) = delete;

    // Any thread, any time.
    std::int64_t judged() const; ///< bytes
    std::int64_t lines() const;
    std::int64_t problemCount() const;

    // After whenJudged() or whenEnded() of the follower has answered, until the file grows again.
    int readError() const; ///< errno, or 0
    bool isShort() const; ///< the file ended before the size that was told
    QByteArray start() const; ///< the first bytes, at most kStartBytes

    // After whenEnded() has answered, and every byte could be read.
    const ndjson::CheckSummary &lineSummary() const;
    QString sha256() const; ///< lower-case hex

private:
    friend class ContentFollower;
    struct State;
    FollowedFile(int descriptor, const ndjson::Expectation &expectation);
    std::unique_ptr<State> m_state;
};

/// Hashes and judges the files of one queue while they grow, in threads of its own, several files at a time:
/// the thread that receives only writes. Every byte is read back from the file, from the page cache: what
/// gets its name is what was judged, and nothing piles up in memory. All functions belong to the thread that
/// writes.
class ContentFollower
{
public:
    ContentFollower();
    ~ContentFollower(); ///< after all its files were dropped
    ContentFollower(const ContentFollower &) = delete;
    ContentFollower &operator=(const ContentFollower &) = delete;

    /// Takes the descriptor over; it must be readable. Nothing is judged before grow().
    /// With `comparesIds` an id that another such file brought is noticed, too (BD-171).
    std::shared_ptr<FollowedFile> follow(int descriptor, ndjson::Expectation expectation, bool comparesIds);
    /// So many bytes are in the file.
    void grow(const std::shared_ptr<FollowedFile> &file, std::int64_t size);
    /// Waits while the judge is too far behind with this file: a network that is faster than the judge has to
    /// wait for it. Other files, above all one that is read again from its start, hold nobody up.
    void waitForJudge(const std::shared_ptr<FollowedFile> &file);
    /// `done` is called in the thread of `context`, once, later: all bytes are judged, or cannot be read.
    void whenJudged(const std::shared_ptr<FollowedFile> &file, QObject *context, std::function<void()> done);
    /// The same for a file that does not grow any more: its last line is judged though nothing ends it, and
    /// its summary and hash are there.
    void whenEnded(const std::shared_ptr<FollowedFile> &file, QObject *context, std::function<void()> done);
    /// It is accepted: its ids stay when it is dropped. What was not accepted may come again.
    void keepIds(const std::shared_ptr<FollowedFile> &file);
    /// Nothing more is judged of it, and `done` is not called any more once this has returned and the events
    /// of the context are gone.
    void drop(const std::shared_ptr<FollowedFile> &file);

private:
    void judgeAll();
    void forgetIds(const FollowedFile &file);
    void enqueue(const std::shared_ptr<FollowedFile> &file);
    void judgeSome(
        const std::shared_ptr<FollowedFile> &file, QByteArray &buffer, std::unique_lock<std::mutex> &lock);
    void deliver(const std::shared_ptr<FollowedFile> &file);
    void post(const std::shared_ptr<FollowedFile> &file);
    void afterStep(const std::shared_ptr<FollowedFile> &file);

    std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_progress;
    std::deque<std::shared_ptr<FollowedFile>> m_ready; ///< each has something to be judged; in turn
    std::shared_ptr<ndjson::IdSet> m_ids;
    std::uint32_t m_lastOwner = 0;
    bool m_stop = false;
    std::vector<std::thread> m_judges;
};

} // namespace waybill::downloads
