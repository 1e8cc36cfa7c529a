// SPDX-License-Identifier: Apache-2.0
#include "ndjson/path_query.h"

#include "ndjson/json_path.h"
#include "ndjson/path_condition.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace waybill::ndjson {
namespace {

using Outcome = SearchPattern::Outcome;

constexpr int kDeepestGroup = 50;

struct OperatorWord {
    const char16_t *word;
    PathOperator op;
};
/// Longer signs first: "<=" is not "<".
constexpr std::array kSigns{OperatorWord{u"==", PathOperator::Equal},
    OperatorWord{u"!=", PathOperator::NotEqual}, OperatorWord{u"<>", PathOperator::NotEqual},
    OperatorWord{u"<=", PathOperator::LessEqual}, OperatorWord{u">=", PathOperator::GreaterEqual},
    OperatorWord{u"=", PathOperator::Equal}, OperatorWord{u"<", PathOperator::Less},
    OperatorWord{u">", PathOperator::Greater}, OperatorWord{u"~", PathOperator::Matches}};
constexpr std::array kWords{OperatorWord{u"contains", PathOperator::Contains},
    OperatorWord{u"starts", PathOperator::Starts}, OperatorWord{u"ends", PathOperator::Ends},
    OperatorWord{u"matches", PathOperator::Matches}, OperatorWord{u"exists", PathOperator::Exists},
    OperatorWord{u"missing", PathOperator::Missing}};

QString words(const char *text)
{
    return QCoreApplication::translate("Ndjson", text);
}

} // namespace

struct PathQuery::Node {
    enum class Kind { Condition, And, Or, Not };
    Kind kind = Kind::Condition;
    std::vector<std::unique_ptr<Node>> parts;
    std::optional<PathCondition> condition;

    Match find(QByteArrayView line) const
    {
        if (kind == Kind::Condition)
            return ofCondition(line);
        if (kind == Kind::Not) {
            const Outcome inner = parts.front()->find(line).outcome;
            return {inner == Outcome::No ? Outcome::Yes : inner == Outcome::Yes ? Outcome::No : inner, 0, 0};
        }
        // "and" ends at the first no, "or" at the first yes; a part that gave up leaves the rest to decide.
        const Outcome ends = kind == Kind::And ? Outcome::No : Outcome::Yes;
        Match result{kind == Kind::And ? Outcome::Yes : Outcome::No, 0, 0};
        for (const auto &part : parts) {
            const Match match = part->find(line);
            if (match.outcome == ends)
                return match;
            if (match.outcome == Outcome::Limit)
                result.outcome = Outcome::Limit;
            if (result.length == 0 && match.length > 0)
                result = {result.outcome, match.begin, match.length};
        }
        return result;
    }

    /// Texts of which every matching line has one; empty when nothing can be said.
    QStringList needed() const
    {
        if (kind == Kind::Not)
            return {};
        if (kind == Kind::Condition) {
            const QString text = condition->neededText();
            return text.isEmpty() ? QStringList{} : QStringList{text};
        }
        return kind == Kind::And ? neededOfOne() : neededOfEach();
    }

private:
    QStringList neededOfOne() const ///< of "and": one part is enough, the one that says most
    {
        QStringList most;
        for (const auto &part : parts)
            most = std::max(most, part->needed(), saysLess);
        return most;
    }
    QStringList neededOfEach() const ///< of "or"
    {
        QStringList all;
        for (const auto &part : parts) {
            const QStringList own = part->needed();
            if (own.isEmpty())
                return {};
            all += own;
        }
        return all;
    }
    Match ofCondition(QByteArrayView line) const
    {
        const PathCondition::Verdict verdict = condition->judge(line);
        if (verdict.value.isNull() || verdict.outcome != Outcome::Yes)
            return {verdict.outcome, 0, 0};
        const bool quoted = verdict.value.startsWith('"') && verdict.value.size() > 2;
        const qsizetype begin = verdict.value.data() - line.data() + (quoted ? 1 : 0);
        return {verdict.outcome, begin, verdict.value.size() - (quoted ? 2 : 0)};
    }
};

/// Recursive descent: or > and > not > group or condition.
struct PathQuery::Parser {
    using Part = Result<std::unique_ptr<Node>>;
    QString text;
    bool caseSensitive = false;
    qsizetype at = 0;
    int depth = 0;

    void skip()
    {
        while (at < text.size() && text.at(at).isSpace())
            ++at;
    }
    /// A whole word in any case, followed by space, a bracket or the end.
    bool takeWord(QStringView word)
    {
        skip();
        if (QStringView(text).mid(at, word.size()).compare(word, Qt::CaseInsensitive) != 0)
            return false;
        const qsizetype end = at + word.size();
        if (end < text.size() && !text.at(end).isSpace() && text.at(end) != QLatin1Char('(')
            && text.at(end) != QLatin1Char(')'))
            return false;
        at = end;
        return true;
    }

    Part list(Node::Kind kind)
    {
        auto node = std::make_unique<Node>();
        node->kind = kind;
        do {
            Part part = kind == Node::Kind::Or ? list(Node::Kind::And) : unary();
            if (!part)
                return part;
            node->parts.push_back(std::move(*part));
        } while (takeWord(kind == Node::Kind::Or ? u"or" : u"and"));
        if (node->parts.size() == 1)
            return std::move(node->parts.front());
        return node;
    }

    Part unary()
    {
        skip();
        const bool isNot = takeWord(u"not");
        if (!isNot && (at >= text.size() || text.at(at) != QLatin1Char('(')))
            return condition();
        if (++depth > kDeepestGroup)
            return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "There are too many brackets.")));
        Part inner = isNot ? negated() : group();
        --depth;
        return inner;
    }

    Part negated()
    {
        auto node = std::make_unique<Node>();
        node->kind = Node::Kind::Not;
        Part inner = unary();
        if (!inner)
            return inner;
        node->parts.push_back(std::move(*inner));
        return node;
    }

    Part group()
    {
        ++at;
        Part inner = list(Node::Kind::Or);
        if (!inner)
            return inner;
        skip();
        if (at >= text.size() || text.at(at) != QLatin1Char(')'))
            return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "A closing bracket is missing.")));
        ++at;
        return inner;
    }

    Part condition()
    {
        skip();
        const qsizetype begin = at;
        while (at < text.size() && isPathSign(text.at(at)))
            ++at;
        const auto path = parsePath(text.mid(begin, at - begin));
        if (!path)
            return tl::unexpected(path.error());
        const auto op = takeOperator();
        if (!op)
            return tl::unexpected(op.error());
        const auto wanted = takeValue(*op);
        if (!wanted)
            return tl::unexpected(wanted.error());
        auto made = PathCondition::make(path->type, path->steps, *op, *wanted, caseSensitive);
        if (!made)
            return tl::unexpected(made.error());
        auto node = std::make_unique<Node>();
        node->condition = std::move(*made);
        return node;
    }

    Result<PathOperator> takeOperator()
    {
        skip();
        for (const OperatorWord &sign : kSigns) {
            if (QStringView(text).mid(at).startsWith(QStringView(sign.word))) {
                at += QStringView(sign.word).size();
                return sign.op;
            }
        }
        for (const OperatorWord &word : kWords) {
            if (takeWord(word.word))
                return word.op;
        }
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson",
            "Behind the path one of = != < <= > >= contains starts ends matches exists missing is "
            "expected.")));
    }

    Result<QString> takeValue(PathOperator op)
    {
        if (op == PathOperator::Exists || op == PathOperator::Missing)
            return QString();
        skip();
        const QChar quote = at < text.size() ? text.at(at) : QChar();
        if (quote == QLatin1Char('"') || quote == QLatin1Char('\''))
            return quoted(quote);
        const qsizetype begin = at;
        int open = 0; // brackets inside a value, as in an expression
        while (at < text.size() && (open > 0 || text.at(at) != QLatin1Char(')')) && !joinFollows()) {
            open += text.at(at) == QLatin1Char('(') ? 1 : text.at(at) == QLatin1Char(')') ? -1 : 0;
            ++at;
        }
        const QString value = text.mid(begin, at - begin).trimmed();
        if (value.isEmpty())
            return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "A value is missing.")));
        return value;
    }

    /// " and " or " or " starts here.
    bool joinFollows()
    {
        if (!text.at(at).isSpace())
            return false;
        const qsizetype here = at;
        const bool join = takeWord(u"and") || takeWord(u"or");
        at = here;
        return join;
    }

    Result<QString> quoted(QChar quote)
    {
        QString value;
        for (++at; at < text.size(); ++at) {
            if (text.at(at) == quote) {
                ++at;
                return value;
            }
            if (text.at(at) == QLatin1Char('\\') && at + 1 < text.size()
                && (text.at(at + 1) == quote || text.at(at + 1) == QLatin1Char('\\')))
                ++at;
            value.append(text.at(at));
        }
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "A closing quotation mark is missing.")));
    }
};

PathQuery::PathQuery(std::unique_ptr<Node> root)
    : m_root(std::move(root))
{
}
PathQuery::~PathQuery() = default;
PathQuery::PathQuery(PathQuery &&) noexcept = default;
PathQuery &PathQuery::operator=(PathQuery &&) noexcept = default;

Result<PathQuery> PathQuery::parse(const QString &text, bool caseSensitive)
{
    Parser parser{text, caseSensitive};
    auto root = parser.list(Node::Kind::Or);
    if (!root)
        return tl::unexpected(root.error());
    parser.skip();
    if (parser.at < text.size())
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "The query does not end where it should.")));
    return PathQuery(std::move(*root));
}

bool PathQuery::looksLikeQuery(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^\\s*\\(?\\s*(not\\s+)?[A-Za-z*][\\w.\\[\\]*]*\\s*(=|!=|<|>|<=|>=|\\s(contains|"
                       "starts|ends|matches)\\s)\\s*\\S"
                       "|^\\s*[A-Za-z]\\w*(\\.\\w+)+\\s+(exists|missing)\\s*$"));
    return shape.match(text).hasMatch() && parse(text, true).has_value();
}

PathQuery::Match PathQuery::find(QByteArrayView line) const
{
    return m_root->find(line);
}

QString PathQuery::filterExpression() const
{
    const QStringList needed = m_root->needed();
    if (needed.isEmpty())
        return QStringLiteral("\\{"); // in every object
    QStringList parts;
    bool slash = false;
    for (const QString &text : needed) {
        parts.append(QRegularExpression::escape(text));
        slash = slash || text.contains(QLatin1Char('/'));
    }
    parts.append(QStringLiteral("\\\\u")); // anything may be written as an escape
    if (slash)
        parts.append(QStringLiteral("\\\\/"));
    return parts.join(QLatin1Char('|'));
}

} // namespace waybill::ndjson
