// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/json_walk.h"
#include "ndjson/search_pattern.h"

#include <memory>

namespace waybill::ndjson {

/// A question about the JSON of a line: `code.coding.code = 8867-4 and not status = final`,
/// `subject.reference ends /77`, `(valueQuantity.value > 150 or valueQuantity.value < 40)`.
///
/// Paths step into arrays by themselves; `name[0]`, `value[x]`, `*` (any member) and `**` (any depth) work,
/// and a resource type in front asks for that type. Operators: = != < <= > >= contains starts ends matches
/// exists missing. A condition is true when any of the values is; `!=` when there is a value and none equals.
/// Numbers compare as numbers, dates by the span they name, the rest as text. `and` binds before `or`.
/// Movable; one thread at a time.
class PathQuery
{
public:
    struct Match {
        SearchPattern::Outcome outcome = SearchPattern::Outcome::No;
        qsizetype begin = 0; ///< of a value that made it true, without its quotes; bytes in the line
        qsizetype length = 0;
    };

    /// InvalidInput with what is wrong, in words.
    static Result<PathQuery> parse(const QString &text, bool caseSensitive);
    /// Somebody typed a query without saying so.
    static bool looksLikeQuery(const QString &text);

    ~PathQuery();
    PathQuery(PathQuery &&) noexcept;
    PathQuery &operator=(PathQuery &&) noexcept;

    Match find(QByteArrayView line) const;

    /// An expression that every matching line matches: what a search looks for first.
    QString filterExpression() const;

private:
    struct Node;
    struct Parser;
    explicit PathQuery(std::unique_ptr<Node> root);
    std::unique_ptr<Node> m_root;
};

} // namespace waybill::ndjson
