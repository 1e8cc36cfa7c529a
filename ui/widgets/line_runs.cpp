// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_runs.h"

#include <algorithm>

namespace waybill::ui {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}
bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isNumeric(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}
bool isPunctuation(char c)
{
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}
bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

class Lexer
{
public:
    explicit Lexer(QByteArrayView text)
        : m_text(text)
    {
    }

    std::vector<LineRun> run(bool fromStart)
    {
        if (!fromStart && !m_text.isEmpty() && beginsInString())
            add(RunKind::Text, closingQuote(0));
        while (m_at < m_text.size())
            step();
        return std::move(m_runs);
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        if (c == '"') {
            const qsizetype end = closingQuote(m_at + 1);
            add(nextSign(end) == ':' ? RunKind::Key : RunKind::Text, end);
        } else if (isPunctuation(c) || isSpace(c)) {
            add(RunKind::Mark, endOf([](char x) { return isPunctuation(x) || isSpace(x); }));
        } else if ((c >= '0' && c <= '9') || c == '-') {
            add(RunKind::Number, endOf(isNumeric));
        } else if (isLetter(c)) {
            const qsizetype end = endOf(isLetter);
            const QByteArrayView word = m_text.sliced(m_at, end - m_at);
            const bool known = word == QByteArrayView("true") || word == QByteArrayView("false")
                || word == QByteArrayView("null");
            add(known ? RunKind::Word : RunKind::Odd, end);
        } else {
            add(RunKind::Odd, m_at + 1);
        }
    }

    /// Behind the quote that ends a string whose inside starts at `from`.
    qsizetype closingQuote(qsizetype from) const
    {
        for (qsizetype at = from; at < m_text.size(); ++at) {
            if (m_text[at] == '\\')
                ++at;
            else if (m_text[at] == '"')
                return at + 1;
        }
        return m_text.size();
    }

    char nextSign(qsizetype at) const
    {
        while (at < m_text.size() && isSpace(m_text[at]))
            ++at;
        return at < m_text.size() ? m_text[at] : '\0';
    }

    /// A quote with `,` `:` `}` or `]` behind it closes a string; without any quote it is one long string.
    bool beginsInString() const
    {
        const qsizetype end = closingQuote(0);
        if (end == m_text.size() && !m_text.endsWith('"'))
            return true;
        const char sign = nextSign(end);
        return sign == ',' || sign == ':' || sign == '}' || sign == ']';
    }

    template <typename Predicate>
    qsizetype endOf(Predicate predicate) const
    {
        qsizetype at = m_at;
        while (at < m_text.size() && predicate(m_text[at]))
            ++at;
        return at;
    }

    void add(RunKind kind, qsizetype end)
    {
        if (!m_runs.empty() && m_runs.back().kind == kind)
            m_runs.back().length += end - m_at;
        else
            m_runs.push_back({kind, false, m_at, end - m_at});
        m_at = end;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    std::vector<LineRun> m_runs;
};

/// Splits the runs where hits begin and end.
std::vector<LineRun> withHits(
    const std::vector<LineRun> &runs, const std::vector<std::pair<qsizetype, qsizetype>> &hits)
{
    std::vector<LineRun> result;
    std::size_t next = 0;
    for (const LineRun &run : runs) {
        qsizetype at = run.begin;
        const qsizetype end = run.begin + run.length;
        while (at < end) {
            while (next < hits.size() && hits[next].first + hits[next].second <= at)
                ++next;
            const bool inside = next < hits.size() && hits[next].first <= at;
            qsizetype until = end;
            if (next < hits.size())
                until = std::min(end, inside ? hits[next].first + hits[next].second : hits[next].first);
            result.push_back({run.kind, inside, at, until - at});
            at = until;
        }
    }
    return result;
}

} // namespace

std::vector<LineRun> runsOf(
    QByteArrayView clip, bool fromStart, const std::vector<std::pair<qsizetype, qsizetype>> &hits)
{
    std::vector<LineRun> runs = Lexer(clip).run(fromStart);
    return hits.empty() ? runs : withHits(runs, hits);
}

QByteArrayView wholeCharacters(QByteArrayView clip, bool cutAtBegin, bool cutAtEnd)
{
    constexpr int kMostContinuations = 3;
    for (int i = 0; cutAtBegin && i < kMostContinuations && !clip.isEmpty() && isContinuation(clip.front());
         ++i)
        clip = clip.sliced(1);
    if (!cutAtEnd || clip.isEmpty())
        return clip;
    qsizetype lead = clip.size() - 1;
    while (lead > 0 && clip.size() - lead <= kMostContinuations && isContinuation(clip[lead]))
        --lead;
    const auto byte = static_cast<unsigned char>(clip[lead]);
    const qsizetype wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return clip.size() - lead < wanted ? clip.first(lead) : clip;
}

} // namespace waybill::ui
