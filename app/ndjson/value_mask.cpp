// SPDX-License-Identifier: Apache-2.0
#include "ndjson/value_mask.h"

#include <algorithm>
#include <array>

namespace waybill::ndjson {
namespace {

constexpr std::int64_t kFromStart =
    std::int64_t{64} * 1024; ///< bytes read again to know where a piece stands

/// FHIR elements whose values come from code systems or describe the format. "display" and "text" are not
/// here: in a Reference they are names.
constexpr std::array<QByteArrayView, 25> kHarmless{"resourceType", "system", "code", "unit", "use", "status",
    "intent", "mode", "contentType", "comparator", "profile", "type", "class", "category", "currency",
    "version", "kind", "criticality", "verificationStatus", "clinicalStatus", "severity", "relationship",
    "docStatus", "rank", "language"};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Masker
{
public:
    Masker(QByteArrayView piece, bool fromStart)
        : m_text(piece.toByteArray())
        , m_sure(fromStart)
    {
    }

    QByteArray run()
    {
        if (!m_sure)
            openBegin();
        while (m_at < m_text.size())
            step();
        return m_text;
    }

private:
    void step()
    {
        const char c = m_text.at(m_at);
        if (c == '"') {
            string();
        } else if (c == '{' || c == '}' || c == ']') {
            m_shown = false; // the key of an inner object does not speak for what follows it
            ++m_at;
        } else if (c == '[' || c == ':' || c == ',' || isSpace(c)) {
            ++m_at;
        } else {
            scalar();
        }
    }

    /// The piece may begin inside a string, a number or a key: nothing is known up to the first sign that
    /// cannot be inside a number, so all of it goes until a string has surely ended.
    void openBegin()
    {
        const qsizetype end = closingQuote(0);
        const qsizetype after = next(end);
        const bool closes = end <= m_text.size() && after < m_text.size()
            && QByteArrayView(",:}]").contains(m_text.at(after));
        const qsizetype until = closes ? end - 1 : m_text.size();
        hide(0, until);
        m_at = closes ? end : m_text.size();
    }

    qsizetype closingQuote(qsizetype from) const
    {
        for (qsizetype at = from; at < m_text.size(); ++at) {
            if (m_text.at(at) == '\\')
                ++at;
            else if (m_text.at(at) == '"')
                return at + 1;
        }
        return m_text.size() + 1;
    }
    qsizetype next(qsizetype at) const
    {
        while (at < m_text.size() && isSpace(m_text.at(at)))
            ++at;
        return at;
    }

    void string()
    {
        const qsizetype end = closingQuote(m_at + 1);
        const bool closed = end <= m_text.size();
        const qsizetype inside = std::min<qsizetype>(closed ? end - 1 : end, m_text.size());
        const qsizetype after = next(std::min(end, m_text.size()));
        if (closed && after < m_text.size() && m_text.at(after) == ':') {
            m_shown = isHarmlessKey(QByteArrayView(m_text).sliced(m_at + 1, inside - m_at - 1));
            m_reference =
                QByteArrayView(m_text).sliced(m_at + 1, inside - m_at - 1) == QByteArrayView("reference");
        } else if (!m_shown) {
            hide(m_at + 1 + (m_reference ? typeLength(m_at + 1, inside) : 0), inside);
        }
        m_at = std::min(end, m_text.size());
    }

    /// "Patient/" of a reference may be seen: it is what tells where it leads.
    qsizetype typeLength(qsizetype from, qsizetype end) const
    {
        qsizetype at = from;
        while (at < end
            && ((m_text.at(at) >= 'a' && m_text.at(at) <= 'z')
                || (m_text.at(at) >= 'A' && m_text.at(at) <= 'Z')))
            ++at;
        return at > from && at < end && m_text.at(at) == '/' && m_text.at(from) <= 'Z' ? at + 1 - from : 0;
    }

    void scalar()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !isSpace(m_text.at(m_at))
            && !QByteArrayView("\"{}[],:").contains(m_text.at(m_at)))
            ++m_at;
        const QByteArrayView word = QByteArrayView(m_text).sliced(begin, m_at - begin);
        const bool plain = word == QByteArrayView("true") || word == QByteArrayView("false")
            || word == QByteArrayView("null");
        if (!plain && !m_shown)
            hide(begin, m_at);
    }

    void hide(qsizetype from, qsizetype end)
    {
        for (qsizetype at = from; at < end; ++at)
            m_text[at] = '*';
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    bool m_sure;
    bool m_shown = false; ///< values of the last key may be seen
    bool m_reference = false;
};

} // namespace

bool isHarmlessKey(QByteArrayView key)
{
    return std::find(kHarmless.begin(), kHarmless.end(), key) != kHarmless.end();
}

QByteArray maskedValues(QByteArrayView piece, bool fromStart)
{
    return Masker(piece, fromStart).run();
}

MaskedLines::MaskedLines(std::shared_ptr<const LineSource> source)
    : m_source(std::move(source))
{
}

QList<LineText> MaskedLines::lines(LineNumber first, int count, Clip clip) const
{
    const bool near = clip.begin <= kFromStart;
    QList<LineText> lines = m_source->lines(first, count, near ? Clip{0, clip.begin + clip.length} : clip);
    for (LineText &line : lines) {
        line.bytes = maskedValues(line.bytes, near);
        line.masked = true;
        if (!near)
            continue;
        const std::int64_t begin = std::min<std::int64_t>(clip.begin, line.bytes.size());
        line.bytes.remove(0, begin);
        line.clipBegin = begin;
    }
    return lines;
}

} // namespace waybill::ndjson
