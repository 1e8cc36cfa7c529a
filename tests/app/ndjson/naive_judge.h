// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/problem.h"

#include <QByteArray>
#include <QDate>
#include <QList>

#include <cmath>
#include <cstdlib>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// The rules of BD-160 to BD-171 once more, as slowly and as plainly as they can be written: what the fast
/// code is compared with.
namespace waybill::ndjson::naive {

/// Decoded text of one well-formed UTF-8 string, or its first bad byte.
inline int firstBadByte(const std::string &text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        int more = 0;
        unsigned code = lead;
        if (lead < 0x80) {
            ++at;
            continue;
        }
        if ((lead & 0xE0U) == 0xC0U) {
            more = 1;
            code = lead & 0x1FU;
        } else if ((lead & 0xF0U) == 0xE0U) {
            more = 2;
            code = lead & 0x0FU;
        } else if ((lead & 0xF8U) == 0xF0U) {
            more = 3;
            code = lead & 0x07U;
        } else {
            return static_cast<int>(at);
        }
        for (int i = 1; i <= more; ++i) {
            const auto next = at + static_cast<std::size_t>(i) < text.size()
                ? static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)])
                : 0U;
            if ((next & 0xC0U) != 0x80U)
                return static_cast<int>(at);
            code = code << 6U | (next & 0x3FU);
        }
        const bool overlong =
            (more == 1 && code < 0x80) || (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
        if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            return static_cast<int>(at);
        at += static_cast<std::size_t>(more) + 1;
    }
    return -1;
}

/// A recursive reader of RFC 8259.
class Reader
{
public:
    explicit Reader(std::string text)
        : m_text(std::move(text))
    {
    }

    enum class Result { Object, Other, Several, Bad };
    Result read()
    {
        space();
        const bool object = peek() == '{';
        if (!value(1))
            return Result::Bad;
        space();
        if (m_at == m_text.size())
            return object ? Result::Object : Result::Other;
        const char next = peek();
        const std::string starts = "{[\"-0123456789tfn";
        return starts.find(next) != std::string::npos ? Result::Several : Result::Bad;
    }

    bool loneSurrogate = false;
    bool nulEscape = false;
    bool hugeNumber = false;
    bool duplicateKey = false;
    bool emptyValue = false;
    bool badDate = false;
    std::string resourceType;
    std::string id;

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool more() const { return m_at < m_text.size(); }
    bool take(char c)
    {
        if (!more() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void space()
    {
        while (more() && (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n'))
            ++m_at;
    }
    bool word(const std::string &expected)
    {
        if (m_text.compare(m_at, expected.size(), expected) != 0)
            return false;
        m_at += expected.size();
        return true;
    }
    bool value(int depth)
    {
        space();
        switch (peek()) {
        case '{': return object(depth);
        case '[': return array(depth);
        case '"': {
            std::string text;
            return string(text) && judgeText(text);
        }
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }
    bool object(int depth)
    {
        std::set<std::string> keys;
        take('{');
        space();
        if (take('}')) {
            emptyValue = emptyValue || depth > 1;
            return true;
        }
        for (;;) {
            space();
            std::string key;
            if (peek() != '"' || !string(key))
                return false;
            duplicateKey = !keys.insert(key).second || duplicateKey;
            space();
            if (!take(':'))
                return false;
            space();
            m_date = isDateName(key);
            emptyValue = emptyValue || m_text.compare(m_at, 4, "null") == 0;
            const std::size_t begin = m_at;
            if (!value(depth + 1))
                return false;
            if (depth == 1 && m_text[begin] == '"' && (key == "resourceType" || key == "id")) {
                const std::size_t end = std::exchange(m_at, begin);
                string(key == "id" ? id : resourceType);
                m_at = end;
            }
            space();
            if (take('}'))
                return true;
            if (!take(','))
                return false;
        }
    }
    bool array(int depth)
    {
        take('[');
        space();
        if (take(']')) {
            emptyValue = emptyValue || depth > 1;
            return true;
        }
        for (;;) {
            if (!value(depth + 1))
                return false;
            space();
            if (take(']'))
                return true;
            if (!take(','))
                return false;
        }
    }
    bool hex(unsigned &code)
    {
        code = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const std::string digits = "0123456789abcdef0123456789ABCDEF";
            const std::size_t found = more() ? digits.find(c) : std::string::npos;
            if (found == std::string::npos)
                return false;
            code = code * 16 + static_cast<unsigned>(found % 16);
            ++m_at;
        }
        return true;
    }
    static void put(std::string &text, unsigned code)
    {
        if (code < 0x80) {
            text += static_cast<char>(code);
        } else if (code < 0x800) {
            text += static_cast<char>(0xC0U | code >> 6U);
            text += static_cast<char>(0x80U | (code & 0x3FU));
        } else if (code < 0x10000) {
            text += static_cast<char>(0xE0U | code >> 12U);
            text += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
            text += static_cast<char>(0x80U | (code & 0x3FU));
        } else {
            text += static_cast<char>(0xF0U | code >> 18U);
            text += static_cast<char>(0x80U | (code >> 12U & 0x3FU));
            text += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
            text += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
    bool escape(std::string &text)
    {
        const char c = peek();
        const std::string signs = "\"\\/bfnrt";
        const std::string values = "\"\\/\b\f\n\r\t";
        if (const std::size_t found = more() ? signs.find(c) : std::string::npos;
            found != std::string::npos) {
            text += values[found];
            ++m_at;
            return true;
        }
        unsigned code = 0;
        if (!take('u') || !hex(code))
            return false;
        nulEscape = nulEscape || code == 0;
        if (code >= 0xD800 && code <= 0xDBFF) {
            const std::size_t back = m_at;
            unsigned low = 0;
            if (take('\\') && take('u') && hex(low) && low >= 0xDC00 && low <= 0xDFFF) {
                put(text, 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00));
                return true;
            }
            m_at = back;
            loneSurrogate = true;
            put(text, 0xFFFD);
            return true;
        }
        if (code >= 0xDC00 && code <= 0xDFFF) {
            loneSurrogate = true;
            code = 0xFFFD;
        }
        put(text, code);
        return true;
    }
    bool string(std::string &text)
    {
        text.clear();
        take('"');
        while (more()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c != '\\')
                text += c;
            else if (!escape(text))
                return false;
        }
        return false;
    }
    static bool isDateName(const std::string &key)
    {
        static const std::set<std::string> names{"date", "issued", "lastUpdated", "authoredOn", "authored",
            "recorded", "created", "sent", "received", "start", "end", "timestamp"};
        const auto ends = [&key](const std::string &with) {
            return key.size() >= with.size() && key.substr(key.size() - with.size()) == with;
        };
        return names.contains(key) || ends("Date") || ends("DateTime") || ends("Instant");
    }
    /// FHIR R4 2.24.0.1, its own expression for dateTime; and the day must exist.
    bool judgeText(const std::string &text)
    {
        static const std::regex dateTime(
            "([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1])"
            "(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?"
            "(Z|(\\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?");
        emptyValue = emptyValue || text.empty();
        if (!m_date)
            return true;
        const QString day = QString::fromStdString(text.substr(0, 10));
        const bool exists =
            text.size() < 10 || QDate::fromString(day, QStringLiteral("yyyy-MM-dd")).isValid();
        badDate = badDate || !exists || !std::regex_match(text, dateTime);
        return true;
    }
    bool digits()
    {
        const std::size_t begin = m_at;
        while (more() && peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > begin;
    }
    bool number()
    {
        const std::size_t begin = m_at;
        take('-');
        if (!take('0') && !digits())
            return false;
        bool integer = true;
        if (take('.')) {
            integer = false;
            if (!digits())
                return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            integer = false;
            ++m_at;
            if (!take('-'))
                take('+');
            if (!digits())
                return false;
        }
        bool fits = false;
        const QByteArray text = QByteArray::fromStdString(m_text.substr(begin, m_at - begin));
        if (integer) {
            bool isSigned = false;
            text.toLongLong(&isSigned);
            bool isUnsigned = false;
            text.toULongLong(&isUnsigned);
            fits = isSigned || isUnsigned;
        } else {
            fits = std::isfinite(std::strtod(text.constData(), nullptr));
        }
        hugeNumber = hugeNumber || !fits;
        return true;
    }

    std::string m_text;
    std::size_t m_at = 0;
    bool m_date = false; ///< the last key names a date
};

struct Found {
    std::int64_t line = 0;
    ProblemKind kind = ProblemKind::NotJson;
    auto operator<=>(const Found &) const = default;
};

struct Verdict {
    std::vector<std::int64_t> begins; ///< of each line
    std::multiset<Found> found;
    std::int64_t blank = 0;
    std::int64_t resources = 0;
};

inline void judgeLine(std::string text, std::int64_t number, Verdict &verdict, std::set<std::string> &ids)
{
    const auto note = [&](ProblemKind kind) { verdict.found.insert({number, kind}); };
    bool mark = false;
    while (text.rfind("\xEF\xBB\xBF", 0) == 0) {
        text = text.substr(3);
        mark = true;
    }
    if (mark)
        note(ProblemKind::ByteOrderMark);
    if (text.find_first_not_of(" \t\r") == std::string::npos) {
        ++verdict.blank;
        note(ProblemKind::BlankLine);
        return;
    }
    ++verdict.resources;
    if (firstBadByte(text) >= 0) {
        note(ProblemKind::NotUtf8);
        return;
    }
    Reader reader(text);
    const Reader::Result result = reader.read();
    if (reader.loneSurrogate)
        note(ProblemKind::LoneSurrogate);
    if (reader.nulEscape)
        note(ProblemKind::NulEscape);
    if (reader.hugeNumber)
        note(ProblemKind::HugeNumber);
    if (reader.duplicateKey)
        note(ProblemKind::DuplicateKey);
    if (reader.emptyValue)
        note(ProblemKind::EmptyValue);
    if (reader.badDate)
        note(ProblemKind::BadDate);
    switch (result) {
    case Reader::Result::Bad: note(ProblemKind::NotJson); return;
    case Reader::Result::Several: note(ProblemKind::SeveralDocuments); return;
    case Reader::Result::Other: note(ProblemKind::NotAnObject); return;
    case Reader::Result::Object: break;
    }
    if (reader.resourceType.empty()) {
        note(ProblemKind::NoResourceType);
        return;
    }
    if (reader.id.empty()) {
        if (reader.resourceType != "Bundle" && reader.resourceType != "OperationOutcome"
            && reader.resourceType != "Parameters")
            note(ProblemKind::NoId);
    } else if (!ids.insert(reader.resourceType + '/' + reader.id).second) {
        note(ProblemKind::DuplicateId);
    }
}

inline Verdict judge(const std::string &bytes)
{
    Verdict verdict;
    std::set<std::string> ids;
    std::size_t begin = 0;
    while (begin < bytes.size()) {
        const std::size_t newline = bytes.find('\n', begin);
        const std::size_t end = newline == std::string::npos ? bytes.size() : newline;
        const auto number = static_cast<std::int64_t>(verdict.begins.size());
        verdict.begins.push_back(static_cast<std::int64_t>(begin));
        if (newline == std::string::npos)
            verdict.found.insert({number, ProblemKind::NoFinalNewline});
        judgeLine(bytes.substr(begin, end - begin), number, verdict, ids);
        begin = end + 1;
    }
    return verdict;
}

} // namespace waybill::ndjson::naive
