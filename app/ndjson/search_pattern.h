// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace waybill::ndjson {

/// What somebody looks for, as typed.
struct FindOptions {
    QString text;
    bool regex = false;
    bool caseSensitive = false;
    bool wholeWord = false;
    bool path = false; ///< a PathQuery; `regex` and `wholeWord` say nothing then
    friend bool operator==(const FindOptions &, const FindOptions &) = default;
};

/// A compiled pattern over raw UTF-8 bytes (PCRE2 with its JIT). Invalid UTF-8 in the subject matches nothing
/// and stops nothing. The work of one call is bounded by the steps it may take at each start position and by
/// the number of start positions, so that a hostile expression can be cancelled. Movable; one thread at a
/// time.
class SearchPattern
{
public:
    enum class Outcome {
        No, ///< no match starts in the slice
        Yes,
        Limit, ///< gave up: the expression is too costly here
    };
    enum class Effort {
        Quick, ///< a few thousand steps a position: what honest expressions need
        Careful, ///< a hundred times as many, for the few lines where Quick gave up
    };
    struct Match {
        Outcome outcome = Outcome::No;
        qsizetype begin = 0;
        qsizetype length = 0;
    };

    /// InvalidInput with the position for an expression that does not compile, and for an empty text.
    static Result<SearchPattern> compile(const FindOptions &options);

    ~SearchPattern();
    SearchPattern(SearchPattern &&) noexcept;
    SearchPattern &operator=(SearchPattern &&) noexcept;

    /// The first match that starts in [from, until); it may end behind `until`. `$` matches before each '\n'.
    Match find(QByteArrayView subject, qsizetype from, qsizetype until, Effort effort = Effort::Quick) const;

    /// Start positions one call may try without holding up a cancel: all for a literal.
    qsizetype slice(Effort effort) const;

    /// False when the expression could see that it is given many lines at once (look-around, \A, \z).
    bool canSpanLines() const { return m_canSpanLines; }

private:
    struct Code;
    explicit SearchPattern(std::unique_ptr<Code> code, bool canSpanLines);
    std::unique_ptr<Code> m_code;
    bool m_canSpanLines;
};

} // namespace waybill::ndjson
