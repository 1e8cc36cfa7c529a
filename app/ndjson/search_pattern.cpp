// SPDX-License-Identifier: Apache-2.0
#define PCRE2_CODE_UNIT_WIDTH 8
#include "ndjson/search_pattern.h"

#include <QCoreApplication>

#include <array>
#include <limits>
#include <pcre2.h>

namespace waybill::ndjson {
namespace {

/// Steps per start position; 1e5 are about 0.3 ms (measured on a catastrophic pattern).
constexpr std::uint32_t kQuickLimit = 2'000;
constexpr std::uint32_t kCarefulLimit = 200'000;
/// Start positions per call, so that the worst call takes some 100 ms (Quick) or 10 ms (Careful).
constexpr qsizetype kQuickSlice = qsizetype{32} * 1024;
constexpr qsizetype kCarefulSlice = 16;

template <auto Free>
struct Freer {
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// Groups that look around, verbs, and the anchors of a whole subject may tell one line from many lines;
/// `$` must see the end before a CRLF.
bool needsSingleLines(const QString &expression)
{
    for (const char16_t *sign : {u"(?", u"(*", u"\\A", u"\\Z", u"\\z", u"\\G", u"\\K", u"$"}) {
        if (expression.contains(QStringView(sign)))
            return true;
    }
    return false;
}

/// A whole word that is not ASCII needs Unicode's idea of letters, which PCRE2 has for expressions only.
bool asExpression(const FindOptions &options)
{
    return options.regex || (options.wholeWord && !isAscii(options.text));
}

QByteArray patternFor(const FindOptions &options)
{
    if (options.regex || !asExpression(options))
        return options.text.toUtf8();
    QString quoted = options.text;
    quoted.replace(QLatin1String("\\E"), QLatin1String("\\E\\\\E\\Q"));
    return QStringLiteral("\\Q%1\\E").arg(quoted).toUtf8();
}

std::uint32_t flagsFor(const FindOptions &options)
{
    std::uint32_t flags = PCRE2_USE_OFFSET_LIMIT;
    const bool ascii = isAscii(options.text);
    const bool expression = asExpression(options);
    if (!options.caseSensitive)
        flags |= PCRE2_CASELESS;
    flags |= expression ? PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C : PCRE2_LITERAL;
    if (expression || !ascii) // plain bytes do for an ASCII literal and are faster
        flags |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    if (expression && !ascii)
        flags |= PCRE2_UCP;
    return flags;
}

Failure invalid(int code, std::size_t offset, const QByteArray &pattern)
{
    std::array<PCRE2_UCHAR, 256> words{};
    pcre2_get_error_message(code, words.data(), words.size());
    const auto *text = reinterpret_cast<const char *>(words.data());
    const qsizetype character = QString::fromUtf8(pattern.first(static_cast<qsizetype>(offset))).size() + 1;
    return failure(ErrorCode::InvalidInput,
        QCoreApplication::translate("Ndjson", "The expression is not valid at character %1: %2.")
            .arg(character)
            .arg(QString::fromUtf8(text)));
}

} // namespace

struct SearchPattern::Code {
    std::unique_ptr<pcre2_code, Freer<pcre2_code_free>> code;
    std::unique_ptr<pcre2_match_data, Freer<pcre2_match_data_free>> match;
    std::unique_ptr<pcre2_match_context, Freer<pcre2_match_context_free>> context;
    std::unique_ptr<pcre2_jit_stack, Freer<pcre2_jit_stack_free>> stack;
    bool literal = false;
};

SearchPattern::SearchPattern(std::unique_ptr<Code> code, bool canSpanLines)
    : m_code(std::move(code))
    , m_canSpanLines(canSpanLines)
{
}
SearchPattern::~SearchPattern() = default;
SearchPattern::SearchPattern(SearchPattern &&) noexcept = default;
SearchPattern &SearchPattern::operator=(SearchPattern &&) noexcept = default;

Result<SearchPattern> SearchPattern::compile(const FindOptions &options)
{
    if (options.text.isEmpty())
        return failure(
            ErrorCode::InvalidInput, QCoreApplication::translate("Ndjson", "There is nothing to find."));
    const QByteArray pattern = patternFor(options);
    const std::unique_ptr<pcre2_compile_context, Freer<pcre2_compile_context_free>> settings(
        pcre2_compile_context_create(nullptr));
    pcre2_set_newline(settings.get(), PCRE2_NEWLINE_LF);
    if (options.wholeWord)
        pcre2_set_compile_extra_options(settings.get(), PCRE2_EXTRA_MATCH_WORD);
    int error = 0;
    std::size_t offset = 0;
    auto code = std::make_unique<Code>();
    code->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.constData()),
        static_cast<std::size_t>(pattern.size()), flagsFor(options), &error, &offset, settings.get()));
    if (!code->code)
        return invalid(error, offset, pattern);
    const bool jit = pcre2_jit_compile(code->code.get(), PCRE2_JIT_COMPLETE) == 0;
    code->match.reset(pcre2_match_data_create(1, nullptr));
    code->context.reset(pcre2_match_context_create(nullptr));
    code->literal = !asExpression(options);
    constexpr std::size_t kStackBegin = std::size_t{32} * 1024;
    constexpr std::size_t kStackMost = std::size_t{1024} * 1024;
    code->stack.reset(pcre2_jit_stack_create(kStackBegin, kStackMost, nullptr));
    pcre2_jit_stack_assign(code->context.get(), nullptr, code->stack.get());
    // Without the JIT a call checks the whole subject's UTF-8 first: long windows would cost their square.
    const bool spans = jit && !(options.regex && needsSingleLines(options.text));
    return SearchPattern(std::move(code), spans);
}

qsizetype SearchPattern::slice(Effort effort) const
{
    if (m_code->literal)
        return std::numeric_limits<qsizetype>::max() / 2;
    return effort == Effort::Quick ? kQuickSlice : kCarefulSlice;
}

SearchPattern::Match SearchPattern::find(
    QByteArrayView subject, qsizetype from, qsizetype until, Effort effort) const
{
    pcre2_set_match_limit(m_code->context.get(), effort == Effort::Quick ? kQuickLimit : kCarefulLimit);
    pcre2_set_offset_limit(m_code->context.get(), static_cast<std::size_t>(until > 0 ? until - 1 : 0));
    const int found = pcre2_match(m_code->code.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()),
        static_cast<std::size_t>(subject.size()), static_cast<std::size_t>(from), 0, m_code->match.get(),
        m_code->context.get());
    if (found == PCRE2_ERROR_NOMATCH)
        return {};
    if (found < 0)
        return {Outcome::Limit, from, 0};
    const std::size_t *range = pcre2_get_ovector_pointer(m_code->match.get());
    const auto begin = static_cast<qsizetype>(range[0]);
    const auto end = static_cast<qsizetype>(range[1]);
    return {Outcome::Yes, begin, end > begin ? end - begin : 0}; // \K can put the begin behind the end
}

} // namespace waybill::ndjson
