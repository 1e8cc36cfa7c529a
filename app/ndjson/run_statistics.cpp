// SPDX-License-Identifier: Apache-2.0
#include "ndjson/run_statistics.h"

#include "ndjson/fhir_date.h"
#include "ndjson/json_text.h"
#include "ndjson/json_walk.h"

#include <QByteArrayMatcher>

#include <algorithm>
#include <array>
#include <string_view>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kMostNames = 1000; ///< of types; the rest is "…"
constexpr qsizetype kMostDays = 20'000;
constexpr qsizetype kMostCodes = 100'000;
constexpr qsizetype kLongestName = 64;
constexpr qsizetype kDay = 10; ///< characters of "2026-06-01"

PathStep key(const char *name)
{
    return {PathStep::Kind::Key, QByteArray(name), -1};
}

/// The inside of a JSON string; empty for anything else.
QByteArrayView inside(QByteArrayView raw)
{
    return raw.size() >= 2 && raw.startsWith('"') ? raw.sliced(1, raw.size() - 2) : QByteArrayView();
}

QByteArrayView firstOf(QByteArrayView json, const std::vector<PathStep> &path)
{
    QByteArrayView found;
    walkPath(json, path, [&found](QByteArrayView value) {
        found = value;
        return false;
    });
    return found;
}

QString decoded(QByteArrayView raw)
{
    constexpr qsizetype kLongest = 200;
    return raw.startsWith('"') ? visibleText(decodeString(raw, kLongest)) : QString();
}

bool isIdSign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_';
}

} // namespace

/// What of a line matters here.
struct RunStatistics::Parts {
    QByteArrayView type;
    QByteArrayView id;
    QByteArrayView meta;
    QByteArrayView code;
};

void RunStatistics::add(int file, LineNumber number, QByteArrayView line)
{
    Parts parts;
    walkMembers(line, [&parts](QByteArrayView name, QByteArrayView value) {
        if (name == QByteArrayView("resourceType"))
            parts.type = inside(value);
        else if (name == QByteArrayView("id"))
            parts.id = inside(value);
        else if (name == QByteArrayView("meta"))
            parts.meta = value;
        else if (name == QByteArrayView("code") || name == QByteArrayView("vaccineCode")
            || name == QByteArrayView("medicationCodeableConcept"))
            parts.code = value;
    });
    if (parts.type.isEmpty() || parts.type.size() > kLongestName)
        return;
    const QString type = QString::fromUtf8(parts.type);
    const bool known = m_types.contains(type) || m_types.size() < kMostNames;
    ++m_types[known ? type : QStringLiteral("…")];
    static const std::vector<PathStep> kUpdated{key("lastUpdated")};
    const QByteArrayView updated = inside(firstOf(parts.meta, kUpdated));
    const QString day = QString::fromLatin1(updated.first(std::min(kDay, updated.size())));
    if (parseFhirDate(updated) && day.size() == kDay && (m_days.contains(day) || m_days.size() < kMostDays))
        ++m_days[day];
    else
        ++m_withoutDay;
    if (!parts.code.isEmpty())
        addCode(parts.type, parts.code);
    const ResourceLedger::Place place{file, number};
    if (!parts.id.isEmpty())
        m_ledger.addResource(parts.type, parts.id, place);
    // A Group lists every patient, and a link between patients is no data.
    const bool isData = parts.type != QByteArrayView("Patient") && parts.type != QByteArrayView("Group");
    forEachReference(line,
        [&](QByteArrayView target, QByteArrayView id) { m_ledger.addReference(target, id, place, isData); });
}

void RunStatistics::addCode(QByteArrayView type, QByteArrayView value)
{
    static const std::vector<PathStep> kCoding{key("coding")};
    static const std::vector<PathStep> kCode{key("code")};
    static const std::vector<PathStep> kSystem{key("system")};
    static const std::vector<PathStep> kDisplay{key("display")};
    static const std::vector<PathStep> kText{key("text")};
    const QByteArrayView coding = firstOf(value, kCoding); // the first: one line, one count
    const QByteArrayView code = firstOf(coding, kCode);
    const QByteArrayView system = firstOf(coding, kSystem);
    if (code.isEmpty())
        return;
    const QByteArray name = type.toByteArray() + '|' + system.toByteArray() + '|' + code.toByteArray();
    auto found = m_codes.find(name);
    if (found == m_codes.end()) {
        if (m_codes.size() >= kMostCodes) {
            m_codesComplete = false;
            return;
        }
        const QByteArrayView display = firstOf(coding, kDisplay);
        found = m_codes.insert(name,
            {QString::fromUtf8(type), decoded(system), decoded(code),
                decoded(display.isEmpty() ? firstOf(value, kText) : display), 0});
    }
    ++found->count;
}

QList<CodeCount> RunStatistics::topCodes(qsizetype most) const
{
    QList<CodeCount> all = m_codes.values();
    const auto end = all.begin() + std::min(most, all.size());
    std::partial_sort(all.begin(), end, all.end(), [](const CodeCount &a, const CodeCount &b) {
        return std::tie(b.count, a.type, a.code) < std::tie(a.count, b.type, b.code);
    });
    all.erase(end, all.end());
    return all;
}

namespace {

/// "Patient/77/_history/2" -> Patient, 77; what names no resource of the server is not told.
void tellTarget(QByteArrayView value, const std::function<void(QByteArrayView, QByteArrayView)> &tell)
{
    qsizetype slash = value.indexOf('/');
    const bool capital = slash > 0 && value[0] >= 'A' && value[0] <= 'Z';
    if (!capital)
        return;
    const QByteArrayView type = value.first(slash);
    QByteArrayView id = value.sliced(slash + 1);
    slash = id.indexOf('/');
    if (slash >= 0)
        id = id.first(slash);
    if (!id.isEmpty() && id.size() <= kLongestName && std::all_of(id.begin(), id.end(), isIdSign))
        tell(type, id);
}

} // namespace

void forEachReference(QByteArrayView line, const std::function<void(QByteArrayView, QByteArrayView)> &tell)
{
    static const QByteArrayMatcher kKey(
        QByteArrayLiteral("\"reference\"")); // quotes are everywhere: no find()
    const std::string_view text(line.data(), static_cast<std::size_t>(line.size()));
    for (qsizetype at = kKey.indexIn(line); at >= 0; at = kKey.indexIn(line, at + 1)) {
        if (at > 0 && line[at - 1] == '\\')
            continue; // quoted inside a text
        std::size_t from =
            text.find_first_not_of(" \t", static_cast<std::size_t>(at + kKey.pattern().size()));
        if (from == std::string_view::npos || text[from] != ':')
            continue;
        from = text.find_first_not_of(" \t", from + 1);
        if (from == std::string_view::npos || text[from] != '"')
            continue;
        const std::size_t end = text.find('"', ++from);
        if (end == std::string_view::npos)
            return;
        QByteArray unescaped;
        QByteArrayView value = line.sliced(static_cast<qsizetype>(from), static_cast<qsizetype>(end - from));
        if (value.contains('\\')) {
            unescaped = decodeString(value).toUtf8();
            value = unescaped;
        }
        tellTarget(value, tell);
    }
}

} // namespace waybill::ndjson
