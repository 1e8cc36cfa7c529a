// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_finder.h"

#include "ndjson/json_text.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <utility>

namespace waybill::ndjson {
namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr qsizetype kWindow = qsizetype{256} * 1024;
constexpr qsizetype kLongestPiece = qsizetype{64} * 1024 * 1024;
constexpr qsizetype kOverlap = qsizetype{64} * 1024; ///< of the pieces of a longer line
constexpr milliseconds kLineBudget{250}; ///< then the expression is given up for that line

qsizetype newlineFrom(QByteArrayView text, qsizetype from)
{
    const void *found = std::memchr(text.data() + from, '\n', static_cast<std::size_t>(text.size() - from));
    return found == nullptr ? text.size() : static_cast<const char *>(found) - text.data();
}

/// Scans windows of whole lines and keeps count.
class Scan
{
public:
    Scan(const SearchPattern &pattern, const PathQuery *query, const std::stop_token &stop,
        const LineStart &from)
        : m_pattern(pattern)
        , m_query(query)
        , m_stop(stop)
        , m_line(from.line.value)
        , m_next(from)
    {
    }

    /// `text` starts at a line's begin and ends behind a '\n', or is the open end of the file.
    void window(QByteArrayView text, std::int64_t offset)
    {
        m_text = text;
        m_offset = offset;
        m_counted = 0;
        if (m_pattern.canSpanLines())
            atOnce();
        else
            lineByLine(0, text.size());
        countTo(text.size());
        if (const qsizetype last = text.lastIndexOf('\n'); last >= 0)
            m_next = {{m_line}, {offset + last + 1}};
    }

    /// A piece of a line that is too long to hold; `column` is where the piece starts in it.
    void piece(QByteArrayView text, std::int64_t lineBegin, std::int64_t column)
    {
        const SearchPattern::Match match = inLine(text);
        if (!m_pieceDone && match.outcome == SearchPattern::Outcome::Yes) {
            if (m_query != nullptr)
                batch.tooCostly.push_back({m_line});
            else
                batch.hits.push_back({{m_line}, {lineBegin}, column + match.begin, match.length});
        }
        m_pieceDone = m_pieceDone || match.outcome == SearchPattern::Outcome::Yes;
    }
    void endOfPieces(std::int64_t next)
    {
        m_pieceDone = false;
        m_next = {{++m_line}, {next}};
    }

    const LineStart &next() const { return m_next; }
    FindBatch batch;

private:
    using Outcome = SearchPattern::Outcome;
    using Effort = SearchPattern::Effort;

    void countTo(qsizetype at)
    {
        while (m_counted < at) { // memchr beats std::count: lines are long
            m_counted = newlineFrom(m_text, m_counted) + 1;
            m_line += m_counted <= at ? 1 : 0;
        }
        m_counted = at;
    }
    void hit(qsizetype lineBegin, qsizetype begin, qsizetype length)
    {
        if (m_query == nullptr) {
            countTo(lineBegin);
            batch.hits.push_back({{m_line}, {m_offset + lineBegin}, begin - lineBegin, length});
            return;
        }
        const qsizetype lineEnd = newlineFrom(m_text, lineBegin);
        const PathQuery::Match match = m_query->find(m_text.sliced(lineBegin, lineEnd - lineBegin));
        if (match.outcome == Outcome::No)
            return;
        countTo(lineBegin);
        if (match.outcome == Outcome::Limit)
            batch.tooCostly.push_back({m_line});
        else
            batch.hits.push_back({{m_line}, {m_offset + lineBegin}, match.begin, match.length});
    }

    /// One call over as many start positions as do not hold up a cancel.
    SearchPattern::Match slice(QByteArrayView text, qsizetype from, qsizetype &until, Effort effort)
    {
        until = std::min(text.size() + 1, from + m_pattern.slice(effort));
        while (until < text.size() && isContinuation(text[until]))
            ++until;
        return m_pattern.find(text, from, until, effort);
    }

    void atOnce()
    {
        qsizetype at = 0;
        while (at < m_text.size() && !m_stop.stop_requested()) {
            qsizetype until = 0;
            const SearchPattern::Match match = slice(m_text, at, until, Effort::Quick);
            if (match.outcome == Outcome::No) {
                at = until;
            } else if (match.outcome == Outcome::Limit) {
                at = afterCostly(at, until);
            } else {
                at = afterMatch(match);
            }
        }
    }

    qsizetype lineBeginBefore(qsizetype at) const
    {
        while (at > 0 && m_text[at - 1] != '\n')
            --at;
        return at;
    }

    /// The match starts in a line and counts only if it also ends in it.
    qsizetype afterMatch(const SearchPattern::Match &match)
    {
        const qsizetype begin = lineBeginBefore(match.begin);
        const qsizetype end = match.begin < m_text.size() ? newlineFrom(m_text, match.begin) : m_text.size();
        if (begin == m_text.size())
            return begin + 1; // an empty match behind the last '\n': there is no line
        if (match.begin + match.length <= end)
            hit(begin, match.begin, match.length);
        else
            judgeLine(begin, end);
        return end + 1;
    }

    qsizetype afterCostly(qsizetype at, qsizetype until)
    {
        const qsizetype begin = lineBeginBefore(at);
        const qsizetype end = newlineFrom(m_text, std::min(until, m_text.size() - 1));
        lineByLine(begin, std::min(end + 1, m_text.size()));
        return end + 1;
    }

    void lineByLine(qsizetype begin, qsizetype end)
    {
        while (begin < end && !m_stop.stop_requested()) {
            const qsizetype lineEnd = newlineFrom(m_text, begin);
            judgeLine(begin, lineEnd);
            begin = lineEnd + 1;
        }
    }

    void judgeLine(qsizetype begin, qsizetype end)
    {
        QByteArrayView line = m_text.sliced(begin, end - begin);
        if (line.endsWith('\r'))
            line.chop(1);
        const SearchPattern::Match match = inLine(line);
        if (match.outcome == Outcome::Yes) {
            hit(begin, begin + match.begin, match.length);
        } else if (match.outcome == Outcome::Limit) {
            countTo(begin);
            batch.tooCostly.push_back({m_line});
        }
    }

    SearchPattern::Match inLine(QByteArrayView line)
    {
        const SearchPattern::Match quick = inLine(line, Effort::Quick);
        return quick.outcome == Outcome::Limit ? inLine(line, Effort::Careful) : quick;
    }
    SearchPattern::Match inLine(QByteArrayView line, Effort effort)
    {
        const auto deadline = Steady::now() + kLineBudget;
        qsizetype at = 0;
        while (at <= line.size() && !m_stop.stop_requested()) {
            qsizetype until = 0;
            const SearchPattern::Match match = slice(line, at, until, effort);
            if (match.outcome != Outcome::No)
                return match;
            at = until;
            if (at <= line.size() && Steady::now() > deadline)
                return {Outcome::Limit, 0, 0};
        }
        return {};
    }

    const SearchPattern &m_pattern;
    const PathQuery *m_query; ///< null: the pattern alone decides
    const std::stop_token &m_stop;
    QByteArrayView m_text;
    std::int64_t m_offset = 0; ///< of m_text in the file
    qsizetype m_counted = 0; ///< lines of m_text are counted up to here
    std::int64_t m_line; ///< the line at m_counted
    LineStart m_next;
    bool m_pieceDone = false; ///< the long line has its hit already
};

/// Reads the file in windows of whole lines; a line that does not fit is handed out in pieces.
class Feed
{
public:
    Feed(const SourceFile &file, std::int64_t end, Scan &scan)
        : m_file(file)
        , m_end(end)
        , m_scan(scan)
        , m_read(scan.next().begin.value)
    {
        m_buffer.resize(kWindow);
    }

    bool atEnd() const { return m_read >= m_end && m_filled == 0; }
    std::int64_t scanned() const { return m_read - m_filled; }
    bool failed() const { return m_failed; }

    void step()
    {
        const qsizetype room = m_buffer.size() - m_filled;
        const qsizetype wanted = std::min<std::int64_t>(room, m_end - m_read);
        const qsizetype got = m_file.read(m_read, m_buffer.data() + m_filled, wanted);
        m_failed = got < 0;
        if (got < wanted) // failed, or the file shrank: what is there is all there is
            m_end = m_read + std::max<qsizetype>(got, 0);
        m_read += std::max<qsizetype>(got, 0);
        m_filled += std::max<qsizetype>(got, 0);
        const QByteArrayView text = QByteArrayView(m_buffer).first(m_filled);
        const bool last = m_read >= m_end;
        const qsizetype newline = text.lastIndexOf('\n');
        if (m_inLongLine || (newline < 0 && !last && m_filled == kLongestPiece))
            longLine(text, last);
        else if (newline >= 0 || last)
            consume(last ? m_filled : newline + 1);
        else
            m_buffer.resize(std::min(m_buffer.size() * 2, kLongestPiece));
    }

private:
    void consume(qsizetype length)
    {
        m_scan.window(QByteArrayView(m_buffer).first(length), m_read - m_filled);
        keep(length);
        if (m_buffer.size() > kWindow && m_filled < kWindow) {
            m_buffer.resize(kWindow);
            m_buffer.squeeze();
        }
    }
    void keep(qsizetype from)
    {
        m_filled -= from;
        std::memmove(m_buffer.data(), m_buffer.constData() + from, static_cast<std::size_t>(m_filled));
    }
    void longLine(QByteArrayView text, bool last)
    {
        if (!m_inLongLine)
            m_longBegin = m_read - m_filled;
        const qsizetype newline = text.indexOf('\n');
        const qsizetype end = newline < 0 ? text.size() : newline;
        m_scan.piece(text.first(end), m_longBegin, m_read - m_filled - m_longBegin);
        m_inLongLine = newline < 0 && !last;
        if (m_inLongLine) {
            keep(std::max<qsizetype>(0, end - kOverlap));
            return;
        }
        keep(newline < 0 ? end : newline + 1);
        if (newline >= 0)
            m_scan.endOfPieces(scanned());
    }

    const SourceFile &m_file;
    std::int64_t m_end;
    Scan &m_scan;
    QByteArray m_buffer;
    qsizetype m_filled = 0;
    std::int64_t m_read;
    std::int64_t m_longBegin = 0;
    bool m_inLongLine = false;
    bool m_failed = false;
};

bool scanFile(const SourceFile &file, std::int64_t end, Scan &scan,
    const std::function<void(FindBatch)> &onBatch, const std::stop_token &stop)
{
    Feed feed(file, end, scan);
    while (!feed.atEnd() && !stop.stop_requested()) {
        feed.step();
        scan.batch.scanned = feed.scanned();
        scan.batch.next = scan.next();
        onBatch(std::exchange(scan.batch, {}));
    }
    return !feed.failed();
}

} // namespace

bool findInFile(const SourceFile &file, std::int64_t end, const SearchPattern &pattern,
    const std::function<void(FindBatch)> &onBatch, const std::stop_token &stop)
{
    Scan scan(pattern, nullptr, stop, {});
    return scanFile(file, end, scan, onBatch, stop);
}

bool findInFile(const SourceFile &file, std::int64_t end, const LineSearch &search,
    const std::function<void(FindBatch)> &onBatch, const std::stop_token &stop, const LineStart &from)
{
    Scan scan(search.pattern, search.query ? &*search.query : nullptr, stop, from);
    return scanFile(file, end, scan, onBatch, stop);
}

std::vector<std::pair<qsizetype, qsizetype>> matchesIn(
    QByteArrayView text, const SearchPattern &pattern, std::size_t most)
{
    std::vector<std::pair<qsizetype, qsizetype>> found;
    qsizetype at = 0;
    while (at < text.size() && found.size() < most) {
        const SearchPattern::Match match = pattern.find(text, at, text.size());
        if (match.outcome != SearchPattern::Outcome::Yes)
            break;
        if (match.length > 0)
            found.emplace_back(match.begin, match.length);
        at = std::max(match.begin + std::max<qsizetype>(match.length, 1), at + 1);
        while (at < text.size() && isContinuation(text[at]))
            ++at;
    }
    return found;
}

} // namespace waybill::ndjson
