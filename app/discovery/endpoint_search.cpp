// SPDX-License-Identifier: Apache-2.0
#include "discovery/endpoint_search.h"

#include "discovery/base_url.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace waybill::discovery {
namespace {

// Where a word was found, best first. A row's score is the sum over the words; smaller is better.
constexpr int kCodeExact = 0;
constexpr int kCodeBegins = 1;
constexpr int kNameBegins = 2;
constexpr int kNameWordBegins = 4;
constexpr int kPostalBegins = 5;
constexpr int kPlaceBegins = 6;
constexpr int kNameInside = 9;
constexpr int kPlaceInside = 12;
constexpr int kNowhere = -1;
constexpr std::size_t kShort = 3; // shorter words count at the beginning of a word only: "or" is a state

/// Letters that Unicode does not take apart into a plain letter and an accent.
QString plainLetter(QChar c)
{
    switch (c.unicode()) {
    case u'ß': return QStringLiteral("ss");
    case u'ø': return QStringLiteral("o");
    case u'ł': return QStringLiteral("l");
    case u'đ':
    case u'ð': return QStringLiteral("d");
    case u'æ': return QStringLiteral("ae");
    case u'œ': return QStringLiteral("oe");
    case u'þ': return QStringLiteral("th");
    case u'ı': return QStringLiteral("i");
    default: return {};
    }
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u2018' || c == u'`' || c == u'\u00B4';
}

/// The first place of `word` in `text` where a word begins, else any place, else npos.
std::pair<std::size_t, bool> place(std::string_view text, std::string_view word)
{
    std::size_t inside = std::string_view::npos;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at == 0 || text[at - 1] == ' ')
            return {at, true};
        inside = std::min(inside, at);
    }
    return {inside, false};
}

} // namespace

QString folded(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.category() == QChar::Mark_NonSpacing || isApostrophe(c))
            continue; // "O'Brien" is found by "obrien"
        if (c.isLetterOrNumber()) {
            const QString plain = c.unicode() < 0x80 ? QString() : plainLetter(c);
            out += plain.isEmpty() ? QString(c) : plain;
        } else if (!out.endsWith(QLatin1Char(' ')) && !out.isEmpty()) {
            out += QLatin1Char(' ');
        }
    }
    return out.endsWith(QLatin1Char(' ')) ? out.chopped(1) : out;
}

EndpointSearch::EndpointSearch(std::shared_ptr<const EndpointDirectory> directory)
    : m_directory(std::move(directory))
{
    const auto &entries = m_directory->entries;
    m_rows.reserve(static_cast<std::size_t>(entries.size()));
    QHash<QString, QByteArray> foldedPlaces; // cities and states repeat
    const auto mark = [this] { return static_cast<quint32>(m_text.size()); };
    for (const EndpointEntry &entry : entries) {
        Row row;
        row.begin = mark();
        m_text += folded(entry.name).toUtf8();
        for (const QString &alias : entry.aliases)
            m_text += ' ' + folded(alias).toUtf8();
        row.places = mark();
        const QString where = entry.city + QLatin1Char(' ') + entry.state;
        auto cached = foldedPlaces.find(where);
        if (cached == foldedPlaces.end())
            cached = foldedPlaces.insert(where, folded(where).toUtf8());
        m_text += *cached;
        row.code = mark();
        m_text += folded(entry.code).toUtf8();
        row.postal = mark();
        for (const QChar c : entry.postalCode) {
            if (c.isDigit() || c.isLetter()) // "59101-1234" is found by "591011"
                m_text += c.toLower().toLatin1();
        }
        row.end = mark();
        m_rows.push_back(row);
    }
    const auto nameOf = [this](quint32 at) {
        const Row &row = m_rows[at];
        return std::string_view(m_text.constData() + row.begin, row.places - row.begin);
    };
    std::vector<quint32> byName(m_rows.size());
    std::iota(byName.begin(), byName.end(), 0U);
    std::stable_sort(
        byName.begin(), byName.end(), [&](quint32 a, quint32 b) { return nameOf(a) < nameOf(b); });
    m_order.resize(m_rows.size());
    for (std::size_t position = 0; position < byName.size(); ++position)
        m_order[byName[position]] = static_cast<quint32>(position);
}

int EndpointSearch::score(const Row &row, const QList<QByteArray> &words) const
{
    const auto part = [this](quint32 from, quint32 to) {
        return std::string_view(m_text.constData() + from, to - from);
    };
    const std::string_view all = part(row.begin, row.end);
    int sum = 0;
    for (const QByteArray &wanted : words) {
        const std::string_view word(wanted.constData(), static_cast<std::size_t>(wanted.size()));
        if (all.find(word) == std::string_view::npos)
            return kNowhere; // the usual case: one scan and away
        const std::string_view code = part(row.code, row.postal);
        const auto [inName, beginsInName] = place(part(row.begin, row.places), word);
        const auto [inPlace, beginsInPlace] = place(part(row.places, row.code), word);
        if (code == word)
            sum += kCodeExact;
        else if (code.starts_with(word))
            sum += kCodeBegins;
        else if (inName == 0)
            sum += kNameBegins;
        else if (beginsInName)
            sum += kNameWordBegins;
        else if (part(row.postal, row.end).starts_with(word))
            sum += kPostalBegins;
        else if (beginsInPlace)
            sum += kPlaceBegins;
        else if (word.size() < kShort)
            return kNowhere;
        else if (inName != std::string_view::npos)
            sum += kNameInside;
        else if (inPlace != std::string_view::npos)
            sum += kPlaceInside;
        else
            return kNowhere; // across two fields, or inside a code
    }
    return sum;
}

SearchHits EndpointSearch::find(const QString &text, const SearchOptions &options) const
{
    QList<QByteArray> words;
    const bool isAddress = text.contains(QLatin1String("://")); // pasted: look for its practice
    const QString wanted = isAddress ? practiceCodeOf(QUrl(text.trimmed())) : text;
    for (const QString &word : folded(wanted).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.append(word.toUtf8());

    struct Hit {
        int score = 0;
        quint32 order = 0;
        quint32 row = 0;
    };
    std::vector<Hit> hits;
    SearchHits result;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const int found = score(m_rows[i], words);
        if (found == kNowhere)
            continue;
        if (m_directory->entries[static_cast<qsizetype>(i)].flags & options.hide) {
            ++result.hidden;
            continue;
        }
        hits.push_back({found, m_order[i], static_cast<quint32>(i)});
    }
    result.matches = static_cast<qsizetype>(hits.size());
    const auto better = [](const Hit &a, const Hit &b) {
        return a.score != b.score ? a.score < b.score : a.order < b.order;
    };
    const auto count = options.limit > 0 ? std::min(result.matches, options.limit) : result.matches;
    std::partial_sort(hits.begin(), hits.begin() + count, hits.end(), better);
    result.rows.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        result.rows.append(static_cast<qsizetype>(hits[static_cast<std::size_t>(i)].row));
    return result;
}

} // namespace waybill::discovery
