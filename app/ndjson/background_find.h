// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "ndjson/line_density.h"
#include "ndjson/line_finder.h"
#include "ndjson/line_reader.h"

#include <QObject>

namespace waybill::ndjson {

struct FindState {
    FindOptions options;
    bool running = false;
    bool cancelled = false;
    std::int64_t hitCount = 0; ///< matching lines found
    std::int64_t keptHits = 0; ///< of them in the list: at most kKeptHits
    std::int64_t tooCostly = 0; ///< lines where the expression was given up
    double progress = 0; ///< 0 to 1
    std::optional<Error> problem; ///< a bad expression, a failing disk
    friend bool operator==(const FindState &, const FindState &) = default;
};

/// One search over one file in the background. Hits come in batches, ascending. Lives in the GUI thread.
class BackgroundFind : public QObject
{
    Q_OBJECT
public:
    /// 32 bytes a hit: 32 MiB at most. More are counted, not kept.
    static constexpr std::int64_t kKeptHits = 1'000'000;

    explicit BackgroundFind(QObject *parent = nullptr);
    ~BackgroundFind() override;

    /// Stops what runs and starts anew over the bytes the file has now.
    void start(std::shared_ptr<const LineReader> reader, std::int64_t end, const FindOptions &options);
    /// The file has grown: goes on with the line that was not finished; hits stay. Does nothing for a search
    /// that was cancelled or could not begin.
    void continueTo(std::int64_t end);
    /// Returns at once; nothing of the old search arrives any more.
    void cancel();
    void clear();

    /// There is a search of this file to go on with.
    bool isAbout(const std::shared_ptr<const LineReader> &reader) const
    {
        return m_search && m_reader == reader;
    }

    const FindState &state() const { return m_state; }
    const std::vector<Hit> &hits() const { return m_hits; }
    const LineDensity &where() const { return m_where; } ///< of all hits, also of those that are not kept

Q_SIGNALS:
    void cleared();
    /// `first`: index of the first new hit in hits().
    void hitsAdded(qsizetype first, qsizetype count);
    void lastHitRemoved(); ///< its line was not finished: it is looked through again
    void stateChanged(const waybill::ndjson::FindState &state);

private:
    void run();
    void forgetOpenLine();
    void onBatch(const FindBatch &batch, std::int64_t end);
    void onDone(bool complete);

    FindState m_state;
    std::vector<Hit> m_hits;
    LineDensity m_where;
    std::shared_ptr<const LineReader> m_reader;
    std::shared_ptr<const LineSearch> m_search; ///< null: there is nothing to go on with
    std::int64_t m_end = 0; ///< bytes that are or were searched
    std::int64_t m_wantedEnd = 0; ///< bytes there are
    LineStart m_next; ///< where the next search of this file begins
    LineNumber m_lastHit{-1};
    int m_epoch = 0;
    Worker m_worker; ///< last: joins first
};

} // namespace waybill::ndjson
