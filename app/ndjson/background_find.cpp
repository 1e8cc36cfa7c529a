// SPDX-License-Identifier: Apache-2.0
#include "ndjson/background_find.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::ndjson {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTellEvery{50};
constexpr std::size_t kBatchHits = 20'000; ///< at most so many in one go: the window must not stall

/// Puts batches together until it is time to tell. In the worker.
class Collector
{
public:
    Collector(const LineStart &from, std::function<void(FindBatch)> send)
        : m_send(std::move(send))
    {
        m_pending.next = from;
    }
    void add(FindBatch batch)
    {
        // Hits that nobody can keep are only counted: see BackgroundFind::onBatch.
        m_pending.hits.insert(m_pending.hits.end(), batch.hits.begin(), batch.hits.end());
        m_pending.tooCostly.insert(m_pending.tooCostly.end(), batch.tooCostly.begin(), batch.tooCostly.end());
        m_pending.scanned = batch.scanned;
        m_pending.next = batch.next;
        if (Steady::now() - m_told >= kTellEvery || m_pending.hits.size() >= kBatchHits)
            flush();
    }
    void flush()
    {
        m_told = Steady::now();
        FindBatch batch = std::exchange(m_pending, {});
        m_pending.scanned = batch.scanned;
        m_pending.next = batch.next;
        m_send(std::move(batch));
    }

private:
    std::function<void(FindBatch)> m_send;
    FindBatch m_pending;
    Steady::time_point m_told{};
};

} // namespace

BackgroundFind::BackgroundFind(QObject *parent)
    : QObject(parent)
{
}
BackgroundFind::~BackgroundFind() = default;

void BackgroundFind::clear()
{
    ++m_epoch;
    m_worker.requestStop();
    m_state = {};
    m_hits.clear();
    m_where = {};
    m_hits.shrink_to_fit();
    m_reader.reset();
    m_search.reset();
    m_next = {};
    m_lastHit = {-1};
    Q_EMIT cleared();
    Q_EMIT stateChanged(m_state);
}

void BackgroundFind::cancel()
{
    if (!m_state.running)
        return;
    ++m_epoch;
    m_worker.requestStop();
    m_search.reset();
    m_state.running = false;
    m_state.cancelled = true;
    Q_EMIT stateChanged(m_state);
}

void BackgroundFind::start(
    std::shared_ptr<const LineReader> reader, std::int64_t end, const FindOptions &options)
{
    clear();
    m_state.options = options;
    auto compiled = LineSearch::compile(options);
    if (!compiled) {
        m_state.problem = compiled.error();
        Q_EMIT stateChanged(m_state);
        return;
    }
    m_search = std::make_shared<const LineSearch>(std::move(*compiled));
    m_reader = std::move(reader);
    m_wantedEnd = end;
    run();
}

void BackgroundFind::continueTo(std::int64_t end)
{
    m_wantedEnd = std::max(m_wantedEnd, end);
    if (!m_search || m_state.running || m_wantedEnd <= m_end)
        return;
    forgetOpenLine();
    run();
}

/// The line had no end when it was looked through: what it says now is not what it said.
void BackgroundFind::forgetOpenLine()
{
    if (m_lastHit < m_next.line)
        return;
    m_lastHit = {-1};
    --m_state.hitCount;
    if (m_hits.empty() || m_hits.back().line < m_next.line)
        return; // it was counted only
    m_hits.pop_back();
    --m_state.keptHits;
    Q_EMIT lastHitRemoved();
}

/// Looks through what was not looked through yet.
void BackgroundFind::run()
{
    const int epoch = ++m_epoch;
    const std::int64_t end = m_end = m_wantedEnd;
    const auto send = [this, epoch, end](FindBatch batch) {
        auto shared = std::make_shared<FindBatch>(std::move(batch));
        QMetaObject::invokeMethod(
            this, [this, epoch, end, shared] { epoch == m_epoch ? onBatch(*shared, end) : void(); },
            Qt::QueuedConnection);
    };
    m_state.running = true;
    Q_EMIT stateChanged(m_state);
    m_worker = Worker::start<bool>(
        this,
        [reader = m_reader, search = m_search, from = m_next, end, send](const std::stop_token &stop) {
            Collector collector(from, send);
            const auto onBatch = [&collector](FindBatch batch) { collector.add(std::move(batch)); };
            const bool complete = findInFile(reader->file(), end, *search, onBatch, stop, from);
            collector.flush();
            return complete;
        },
        [this, epoch](bool complete) { epoch == m_epoch ? onDone(complete) : void(); });
}

void BackgroundFind::onBatch(const FindBatch &batch, std::int64_t end)
{
    const auto first = static_cast<std::int64_t>(m_hits.size());
    const auto found = static_cast<std::int64_t>(batch.hits.size());
    const std::int64_t kept = std::min(found, kKeptHits - first);
    m_hits.insert(m_hits.end(), batch.hits.begin(), batch.hits.begin() + kept);
    for (const Hit &hit : batch.hits)
        m_where.add(hit.line);
    if (found > 0)
        m_lastHit = batch.hits.back().line;
    m_next = batch.next;
    m_state.hitCount += found;
    m_state.keptHits = first + kept;
    m_state.tooCostly += static_cast<std::int64_t>(batch.tooCostly.size());
    m_state.progress = end > 0 ? static_cast<double>(batch.scanned) / static_cast<double>(end) : 1.0;
    if (kept > 0)
        Q_EMIT hitsAdded(first, kept);
    Q_EMIT stateChanged(m_state);
}

void BackgroundFind::onDone(bool complete)
{
    if (complete && m_search && m_wantedEnd > m_end) { // it has grown meanwhile
        forgetOpenLine();
        run();
        return;
    }
    m_state.running = false;
    m_state.progress = 1;
    if (!complete) {
        m_search.reset();
        m_state.problem = Error{ErrorCode::Storage,
            QCoreApplication::translate("Ndjson", "The disk failed while the file was searched."), {}, {}};
    }
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ndjson
