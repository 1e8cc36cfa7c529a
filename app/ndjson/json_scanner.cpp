// SPDX-License-Identifier: Apache-2.0
#include "ndjson/json_scanner.h"

#include <QByteArray>

#include <cmath>
#include <cstdlib>
#include <cstring>

namespace waybill::ndjson {
namespace {

/// Of what a second document may start with; anything else behind a document is just not JSON.
bool beginsValue(char c)
{
    return std::strchr("{[\"-0123456789tfn", c) != nullptr && c != '\0';
}

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
/// Bytes a string may hold as they are (RFC 8259 section 7).
constexpr bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView text, int maxDepth)
    : m_text(text)
    , m_maxDepth(maxDepth)
{
}

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

std::optional<Token> JsonScanner::fail(Stop stop)
{
    m_stop = stop;
    return std::nullopt;
}

std::optional<Token> JsonScanner::atEnd()
{
    if (m_expect == Expect::Nothing)
        return fail(Stop::End);
    const bool nothingYet = m_expect == Expect::Value && m_inObject.empty();
    return fail(nothingYet ? Stop::Empty : Stop::Truncated);
}

Token JsonScanner::token(TokenKind kind, qsizetype begin, qsizetype end, bool complete) const
{
    return {kind, complete, static_cast<int>(m_inObject.size()), begin, end - begin};
}

void JsonScanner::valueDone()
{
    m_expect = m_inObject.empty() ? Expect::Nothing : Expect::CommaOrEnd;
}

std::optional<Token> JsonScanner::next()
{
    if (m_stop != Stop::None)
        return std::nullopt;
    skipSpace();
    if (m_at >= m_text.size())
        return atEnd();
    const char c = m_text[m_at];
    switch (m_expect) {
    case Expect::Nothing: return fail(beginsValue(c) ? Stop::Several : Stop::Unexpected);
    case Expect::Value: return value();
    case Expect::FirstValueOrEnd: return c == ']' ? close(false) : value();
    case Expect::FirstKeyOrEnd:
        if (c == '}')
            return close(true);
        [[fallthrough]];
    case Expect::Key: return c == '"' ? string(TokenKind::Key) : fail(Stop::Unexpected);
    case Expect::Colon:
        return c == ':' ? punctuation(TokenKind::Colon, Expect::Value) : fail(Stop::Unexpected);
    case Expect::CommaOrEnd: return commaOrEnd(c);
    }
    return fail(Stop::Unexpected);
}

std::optional<Token> JsonScanner::commaOrEnd(char c)
{
    const bool object = m_inObject.back();
    if (c == ',')
        return punctuation(TokenKind::Comma, object ? Expect::Key : Expect::Value);
    return c == (object ? '}' : ']') ? close(object) : fail(Stop::Unexpected);
}

std::optional<Token> JsonScanner::open(bool object)
{
    if (static_cast<int>(m_inObject.size()) >= m_maxDepth)
        return fail(Stop::TooDeep);
    const Token result = token(object ? TokenKind::BeginObject : TokenKind::BeginArray, m_at, m_at + 1);
    ++m_at;
    m_inObject.push_back(object);
    m_expect = object ? Expect::FirstKeyOrEnd : Expect::FirstValueOrEnd;
    return result;
}

std::optional<Token> JsonScanner::close(bool object)
{
    m_inObject.pop_back();
    const Token result = token(object ? TokenKind::EndObject : TokenKind::EndArray, m_at, m_at + 1);
    ++m_at;
    valueDone();
    return result;
}

std::optional<Token> JsonScanner::punctuation(TokenKind kind, Expect then)
{
    const Token result = token(kind, m_at, m_at + 1);
    ++m_at;
    m_expect = then;
    return result;
}

std::optional<Token> JsonScanner::value()
{
    switch (m_text[m_at]) {
    case '{': return open(true);
    case '[': return open(false);
    case '"': return string(TokenKind::String);
    case 't': return word("true", TokenKind::True);
    case 'f': return word("false", TokenKind::False);
    case 'n': return word("null", TokenKind::Null);
    default: return number();
    }
}

std::optional<Token> JsonScanner::string(TokenKind kind)
{
    const qsizetype begin = m_at;
    qsizetype at = begin + 1;
    while (at < m_text.size()) {
        const char c = m_text[at];
        if (isPlain(c)) {
            ++at;
        } else if (c == '"') {
            m_at = at + 1;
            const Token result = token(kind, begin, m_at);
            if (kind == TokenKind::Key)
                m_expect = Expect::Colon;
            else
                valueDone();
            return result;
        } else if (c != '\\' || !escape(at)) {
            m_at = at;
            return fail(at < m_text.size() ? Stop::Unexpected : Stop::Truncated);
        }
    }
    // Hand out the open end once: the view colours it, the verdict is Truncated.
    const Token result = token(kind, begin, m_text.size(), false);
    m_at = m_text.size();
    m_stop = Stop::Truncated;
    return result;
}

int JsonScanner::hexAt(qsizetype at) const
{
    if (at + 4 > m_text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const char c = m_text[i];
        int digit = -1;
        if (isDigit(c))
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/// Steps over one escape; on failure `at` is the byte that does not fit, or the end of the text.
bool JsonScanner::escape(qsizetype &at)
{
    if (at + 1 >= m_text.size()) {
        at = m_text.size();
        return false;
    }
    const char c = m_text[at + 1];
    if (c != 'u') {
        const bool legal = c != '\0' && std::strchr("\"\\/bfnrt", c) != nullptr;
        at += legal ? 2 : 1;
        return legal;
    }
    const int unit = hexAt(at + 2);
    if (unit < 0) {
        at = at + 6 > m_text.size() ? m_text.size() : at + 2;
        return false;
    }
    at += 6;
    m_nulEscape = m_nulEscape || unit == 0;
    if ((unit & 0xF800) != 0xD800)
        return true;
    const bool high = unit < 0xDC00;
    const bool escaped = at + 1 < m_text.size() && m_text[at] == '\\' && m_text[at + 1] == 'u';
    const int partner = high && escaped ? hexAt(at + 2) : -1;
    if (partner >= 0xDC00 && partner <= 0xDFFF)
        at += 6;
    else
        m_loneSurrogate = true;
    return true;
}

bool JsonScanner::digits(qsizetype &at) const
{
    const qsizetype begin = at;
    while (at < m_text.size() && isDigit(m_text[at]))
        ++at;
    return at > begin;
}

std::optional<Token> JsonScanner::number()
{
    const qsizetype begin = m_at;
    qsizetype at = begin;
    const auto charAt = [this](qsizetype i) { return i < m_text.size() ? m_text[i] : '\0'; };
    const auto broken = [this, &at, begin] {
        if (at < m_text.size() || at == begin) {
            m_at = at;
            return fail(Stop::Unexpected);
        }
        const Token open = token(TokenKind::Number, begin, at, false);
        m_at = at;
        m_stop = Stop::Truncated;
        return std::optional<Token>(open);
    };
    if (charAt(at) == '-')
        ++at;
    if (charAt(at) == '0')
        ++at; // no leading zeros: a digit behind it does not fit
    else if (!digits(at))
        return broken();
    if (charAt(at) == '.' && (++at, !digits(at)))
        return broken();
    if (charAt(at) == 'e' || charAt(at) == 'E') {
        ++at;
        if (charAt(at) == '+' || charAt(at) == '-')
            ++at;
        if (!digits(at))
            return broken();
    }
    noteNumber(m_text.sliced(begin, at - begin));
    m_at = at;
    const Token result = token(TokenKind::Number, begin, at);
    valueDone();
    return result;
}

/// Integers beyond 64 bits and numbers beyond double are legal, but many readers change them.
void JsonScanner::noteNumber(QByteArrayView text)
{
    constexpr qsizetype kSafeDigits = 18; // any integer of 18 digits fits 64 bits
    const bool fraction = std::memchr(text.data(), '.', static_cast<std::size_t>(text.size())) != nullptr;
    const bool exponent = std::memchr(text.data(), 'e', static_cast<std::size_t>(text.size())) != nullptr
        || std::memchr(text.data(), 'E', static_cast<std::size_t>(text.size())) != nullptr;
    if (!fraction && !exponent) {
        if (text.size() <= kSafeDigits)
            return;
        bool fits = false;
        const QByteArray digits = text.toByteArray();
        if (text.startsWith('-'))
            digits.toLongLong(&fits);
        else
            digits.toULongLong(&fits);
        m_hugeNumber = m_hugeNumber || !fits;
    } else if (exponent || text.size() > 300) {
        const QByteArray digits = text.toByteArray();
        m_hugeNumber = m_hugeNumber || !std::isfinite(std::strtod(digits.constData(), nullptr));
    }
}

std::optional<Token> JsonScanner::word(const char *word, TokenKind kind)
{
    const auto length = static_cast<qsizetype>(std::strlen(word));
    const qsizetype begin = m_at;
    qsizetype at = begin;
    while (at < m_text.size() && at - begin < length && m_text[at] == word[at - begin])
        ++at;
    m_at = at;
    if (at - begin == length) {
        const Token result = token(kind, begin, at);
        valueDone();
        return result;
    }
    if (at < m_text.size())
        return fail(Stop::Unexpected);
    m_stop = Stop::Truncated;
    return token(kind, begin, at, false);
}

} // namespace waybill::ndjson
