// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/fhir_date.h"
#include "ndjson/json_walk.h"
#include "ndjson/search_pattern.h"

#include <QStringList>

#include <optional>

namespace waybill::ndjson {

enum class PathOperator {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,
    Starts,
    Ends,
    Matches,
    Exists,
    Missing
};

/// One `path op value`. See PathQuery for what it means.
class PathCondition
{
public:
    struct Verdict {
        SearchPattern::Outcome outcome = SearchPattern::Outcome::No;
        QByteArrayView value; ///< the one that decided, as sent; null when none did
    };

    /// `type`: the resource type in front of the path, may be empty.
    static Result<PathCondition> make(QByteArray type, std::vector<PathStep> path, PathOperator op,
        const QString &wanted, bool caseSensitive);

    Verdict judge(QByteArrayView line) const;

    /// Text that is in every line where the condition is true, unless it is written with escapes; empty when
    /// nothing can be said.
    QString neededText() const;

private:
    PathCondition() = default;
    bool holds(QByteArrayView raw, bool &costly) const;
    bool equals(QByteArrayView text, bool isString) const;
    bool compares(QByteArrayView text, bool isString) const;
    bool sameText(QByteArrayView text) const;
    bool ordered(int order) const;
    bool matches(QByteArrayView text, bool &costly) const;
    bool isOfType(QByteArrayView line) const;

    QByteArray m_type;
    std::vector<PathStep> m_path;
    PathOperator m_operator = PathOperator::Equal;
    QByteArray m_wanted; ///< UTF-8
    QString m_wantedText;
    bool m_caseSensitive = false;
    bool m_ascii = true;
    std::optional<double> m_number;
    std::optional<FhirDate> m_date;
    std::optional<SearchPattern> m_pattern;
};

/// Of two lists of needed texts: the shortest text of `a` says less than that of `b`. A mere key says little.
bool saysLess(const QStringList &a, const QStringList &b);

} // namespace waybill::ndjson
