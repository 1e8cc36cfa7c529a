// SPDX-License-Identifier: Apache-2.0
#include "ndjson/path_condition.h"

#include "ndjson/json_text.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kStep = qsizetype{4} * 1024; ///< start positions between two looks at the clock
constexpr std::chrono::milliseconds kLineBudget{50};

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool sameAscii(QByteArrayView a, QByteArrayView b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool holdsAscii(QByteArrayView text, QByteArrayView wanted)
{
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), [](char x, char y) {
        return lower(x) == lower(y);
    }) != text.end();
}

bool takesText(PathOperator op)
{
    return op == PathOperator::Contains || op == PathOperator::Starts || op == PathOperator::Ends;
}

} // namespace

Result<PathCondition> PathCondition::make(
    QByteArray type, std::vector<PathStep> path, PathOperator op, const QString &wanted, bool caseSensitive)
{
    PathCondition made;
    made.m_type = std::move(type);
    made.m_path = std::move(path);
    made.m_operator = op;
    made.m_wantedText = wanted;
    made.m_wanted = wanted.toUtf8();
    made.m_caseSensitive = caseSensitive;
    made.m_ascii = isAscii(made.m_wanted);
    if (op == PathOperator::Matches) {
        auto pattern = SearchPattern::compile({wanted, true, caseSensitive, false});
        if (!pattern)
            return tl::unexpected(pattern.error());
        made.m_pattern = std::move(*pattern);
    } else if (!takesText(op)) {
        made.m_number = numberIn(made.m_wanted);
        made.m_date = parseFhirDate(made.m_wanted);
        // "2026" is a number as well; four digits are compared as what the value is.
    }
    return made;
}

bool PathCondition::isOfType(QByteArrayView line) const
{
    static const std::vector<PathStep> kType{{PathStep::Kind::Key, QByteArrayLiteral("resourceType"), -1}};
    bool same = false;
    walkPath(line, kType, [this, &same](QByteArrayView value) {
        same = value.size() > 2 && value.sliced(1, value.size() - 2) == m_type;
        return false;
    });
    return same;
}

PathCondition::Verdict PathCondition::judge(QByteArrayView line) const
{
    using Outcome = SearchPattern::Outcome;
    if (!m_type.isEmpty() && !isOfType(line))
        return {};
    Verdict verdict;
    bool costly = false;
    bool any = false;
    bool equal = false;
    walkPath(line, m_path, [&](QByteArrayView value) {
        if (value == QByteArrayView("null"))
            return true;
        any = true;
        const bool yes = m_operator == PathOperator::Exists || holds(value, costly);
        equal = equal || yes;
        if (yes || verdict.value.isNull())
            verdict.value = value;
        return !yes; // also for "missing" and "!=": one is enough to decide
    });
    bool result = equal;
    if (m_operator == PathOperator::NotEqual)
        result = any && !equal;
    else if (m_operator == PathOperator::Missing)
        result = !any;
    if (!result)
        return {costly ? Outcome::Limit : Outcome::No, {}};
    verdict.outcome = Outcome::Yes;
    return verdict;
}

bool PathCondition::holds(QByteArrayView raw, bool &costly) const
{
    const bool isString = raw.startsWith('"');
    QByteArrayView text = raw;
    if (isString)
        text = raw.sliced(1, raw.size() - (raw.size() > 1 && raw.endsWith('"') ? 2 : 1));
    QByteArray decoded;
    if (isString && text.contains('\\')) {
        decoded = decodeString(raw).toUtf8();
        text = decoded;
    }
    switch (m_operator) {
    case PathOperator::Equal:
    case PathOperator::NotEqual: return equals(text, isString);
    case PathOperator::Less:
    case PathOperator::LessEqual:
    case PathOperator::Greater:
    case PathOperator::GreaterEqual: return compares(text, isString);
    case PathOperator::Matches: return matches(text, costly);
    case PathOperator::Missing:
    case PathOperator::Exists: return true;
    case PathOperator::Contains:
    case PathOperator::Starts:
    case PathOperator::Ends: break;
    }
    return sameText(text);
}

bool PathCondition::equals(QByteArrayView text, bool isString) const
{
    if (!isString && m_number) {
        const auto value = numberIn(text);
        return value && *value == *m_number;
    }
    if (isString && m_date) { // a day is within its month, as in FHIR's own search
        const auto value = parseFhirDate(text);
        if (value)
            return value->isWithin(*m_date);
    }
    return sameText(text);
}

bool PathCondition::compares(QByteArrayView text, bool isString) const
{
    if (isString && m_date) {
        const auto value = parseFhirDate(text);
        if (!value)
            return false;
        return ordered(value->isBefore(*m_date) ? -1 : m_date->isBefore(*value) ? 1 : 0);
    }
    if (m_number) {
        const auto value = numberIn(text);
        return value && ordered(*value < *m_number ? -1 : *value > *m_number ? 1 : 0);
    }
    const int order = QString::fromUtf8(text).compare(
        m_wantedText, m_caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
    return isString && ordered(order);
}

bool PathCondition::ordered(int order) const
{
    if (m_operator == PathOperator::Less)
        return order < 0;
    if (m_operator == PathOperator::LessEqual)
        return order <= 0;
    return m_operator == PathOperator::Greater ? order > 0 : order >= 0;
}

/// =, contains, starts and ends over text. Case is folded by Unicode only where letters beyond ASCII are.
bool PathCondition::sameText(QByteArrayView text) const
{
    if (text.size() < m_wanted.size() && (m_caseSensitive || m_ascii))
        return false;
    if (m_caseSensitive || m_ascii) {
        const auto same = [this](QByteArrayView a) {
            return m_caseSensitive ? a == m_wanted : sameAscii(a, m_wanted);
        };
        if (m_operator == PathOperator::Starts)
            return same(text.first(m_wanted.size()));
        if (m_operator == PathOperator::Ends)
            return same(text.last(m_wanted.size()));
        if (m_operator == PathOperator::Contains)
            return m_caseSensitive ? text.indexOf(m_wanted) >= 0 : holdsAscii(text, m_wanted);
        return same(text);
    }
    const QString value = QString::fromUtf8(text);
    if (m_operator == PathOperator::Starts)
        return value.startsWith(m_wantedText, Qt::CaseInsensitive);
    if (m_operator == PathOperator::Ends)
        return value.endsWith(m_wantedText, Qt::CaseInsensitive);
    if (m_operator == PathOperator::Contains)
        return value.contains(m_wantedText, Qt::CaseInsensitive);
    return value.compare(m_wantedText, Qt::CaseInsensitive) == 0;
}

/// In small steps, with a clock: a hostile expression is given up, not waited for.
bool PathCondition::matches(QByteArrayView text, bool &costly) const
{
    if (costly)
        return false; // given up on this line already
    const auto deadline = std::chrono::steady_clock::now() + kLineBudget;
    for (qsizetype at = 0; at <= text.size(); at += kStep) {
        const auto found = m_pattern->find(text, at, std::min(text.size() + 1, at + kStep));
        if (found.outcome == SearchPattern::Outcome::Yes)
            return true;
        costly =
            found.outcome == SearchPattern::Outcome::Limit || std::chrono::steady_clock::now() > deadline;
        if (costly)
            return false;
    }
    return false;
}

QString PathCondition::neededText() const
{
    if (m_operator == PathOperator::Missing)
        return {};
    const bool literal = (takesText(m_operator) || m_operator == PathOperator::Equal) && !m_number && !m_date;
    const bool plain = std::all_of(m_wantedText.begin(), m_wantedText.end(),
        [](QChar c) { return c >= QLatin1Char(' ') && c != QLatin1Char('"') && c != QLatin1Char('\\'); });
    constexpr qsizetype kTelling = 3; // shorter text is nearly everywhere
    if (literal && plain && m_wantedText.size() >= kTelling)
        return m_wantedText;
    const auto last = std::find_if(m_path.rbegin(), m_path.rend(),
        [](const PathStep &step) { return step.kind == PathStep::Kind::Key; });
    return last == m_path.rend() ? QString()
                                 : QLatin1Char('"') + QString::fromUtf8(last->key) + QLatin1Char('"');
}

static qsizetype tellingLength(const QStringList &texts)
{
    qsizetype length = std::numeric_limits<qsizetype>::max();
    for (const QString &text : texts)
        length = std::min(length, text.startsWith(QLatin1Char('"')) ? 1 : text.size());
    return texts.isEmpty() ? 0 : length;
}

bool saysLess(const QStringList &a, const QStringList &b)
{
    return tellingLength(a) < tellingLength(b);
}

} // namespace waybill::ndjson
