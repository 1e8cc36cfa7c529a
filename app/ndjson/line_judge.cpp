// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_judge.h"

#include "ndjson/date_element.h"
#include "ndjson/fhir_date.h"
#include "ndjson/json_scanner.h"
#include "ndjson/json_text.h"
#include "ndjson/key_frames.h"

#include <QByteArray>

#include <cstring>
#include <simdjson.h>

namespace waybill::ndjson {
namespace {

static_assert(LineJudge::kPadding >= static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));

/// Above this the scanner alone judges: the fast parser's tape may need twelve times the line's size.
constexpr qsizetype kFastLimit = qsizetype{4} * 1024 * 1024;
constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF", 3);

QByteArrayView toView(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isBlank(QByteArrayView line)
{
    for (const char c : line) {
        if (c != ' ' && c != '\t' && c != '\r')
            return false;
    }
    return true;
}

/// Cheap and sometimes wrong: `\\\\u0000` is a backslash and five letters. The scanner decides then.
bool mayHaveNulEscape(QByteArrayView line)
{
    const auto size = static_cast<std::size_t>(line.size());
    const void *backslash = std::memchr(line.data(), '\\', size); // most lines have none
    return backslash != nullptr
        && std::string_view(line.data(), size).find("\\u0000") != std::string_view::npos;
}

/// Goes over the fast parser's tape once (its format: simdjson's doc/tape.md) for duplicate keys,
/// resourceType and id. Three times as fast as its iterators, which step over every value again on each
/// level.
class TapeWalk
{
public:
    TapeWalk(const simdjson::dom::document &document, KeyFrames &keys, std::vector<char> &outer)
        : m_tape(document.tape.get())
        , m_strings(document.string_buf.get())
        , m_keys(keys)
        , m_outer(outer)
    {
        m_outer.clear();
    }

    bool isObject() const { return typeAt(1) == '{'; }

    /// Depth is at most 1024: the parser refuses more.
    void run(LineVerdict &verdict)
    {
        const std::size_t end = payloadAt(0) - 1; // the closing root
        for (std::size_t at = 1; at < end; ++at) {
            char type = typeAt(at);
            if (m_inObject && type == '"') { // a key; its value is taken in the same round
                key(stringAt(at));
                type = typeAt(++at);
            }
            if (type == '"')
                text(stringAt(at), verdict);
            else if (type == '{' || type == '[')
                open(type == '{', typeAt(at + 1), verdict);
            else if (type == '}' || type == ']')
                close(type == '}');
            else if (type == 'l' || type == 'u' || type == 'd')
                ++at; // the number itself is the next word
            else if (type == 'n' && m_inObject)
                verdict.emptyValue = true;
        }
    }

private:
    enum class Wanted { Nothing, Type, Id };

    char typeAt(std::size_t at) const { return static_cast<char>(m_tape[at] >> 56U); }
    std::size_t payloadAt(std::size_t at) const
    {
        return static_cast<std::size_t>(m_tape[at] & simdjson::internal::JSON_VALUE_MASK);
    }
    std::string_view stringAt(std::size_t at) const
    {
        const std::uint8_t *const from = m_strings + payloadAt(at);
        std::uint32_t length = 0;
        std::memcpy(&length, from, sizeof length);
        return {reinterpret_cast<const char *>(from + sizeof length), length};
    }
    void open(bool object, char next, LineVerdict &verdict)
    {
        if ((next == '}' || next == ']') && !m_outer.empty())
            verdict.emptyValue = true;
        m_outer.push_back(m_inObject ? 1 : 0);
        m_inObject = object;
        if (object)
            m_keys.enter();
    }
    void close(bool object)
    {
        if (object)
            m_keys.leave();
        m_inObject = m_outer.back() != 0;
        m_outer.pop_back();
    }
    void key(std::string_view key)
    {
        m_keys.key(key);
        // The four bytes in front of a key are its length.
        m_date = mayBeDateElement(key.data() + key.size()) && isDateElement(key);
        if (m_outer.size() == 1)
            m_wanted = key == "resourceType" ? Wanted::Type : key == "id" ? Wanted::Id : Wanted::Nothing;
    }
    void text(std::string_view value, LineVerdict &verdict)
    {
        if (value.empty())
            verdict.emptyValue = true;
        if (m_date && !verdict.badDate)
            verdict.badDate = !isFhirDate(toView(value));
        if (m_wanted != Wanted::Nothing && m_outer.size() == 1)
            (m_wanted == Wanted::Type ? verdict.resourceType : verdict.id) = toView(value);
    }

    const std::uint64_t *m_tape;
    const std::uint8_t *m_strings;
    KeyFrames &m_keys;
    std::vector<char> &m_outer; ///< for each open container: is the one around it an object
    bool m_inObject = false;
    bool m_date = false; ///< the last key names a date
    Wanted m_wanted = Wanted::Nothing; ///< what the last key of the outermost object promised
};

/// Empty values and bad dates, token by token.
class OddValues
{
public:
    void add(const Token &token, QByteArrayView raw, LineVerdict &verdict)
    {
        if (token.kind == TokenKind::Colon || token.kind == TokenKind::Comma)
            return;
        const bool closes = (token.kind == TokenKind::EndObject && m_before == TokenKind::BeginObject)
            || (token.kind == TokenKind::EndArray && m_before == TokenKind::BeginArray);
        const bool text = token.kind == TokenKind::String && token.complete;
        constexpr qsizetype kQuotes = 2;
        if ((closes && token.depth > 0) || (text && raw.size() == kQuotes)
            || (token.kind == TokenKind::Null && m_before == TokenKind::Key))
            verdict.emptyValue = true;
        if (token.kind == TokenKind::Key)
            m_date = isDateElement(decodeString(raw).toUtf8().toStdString());
        if (text && m_date && !isFhirDate(decodeString(raw).toUtf8()))
            verdict.badDate = true;
        m_before = token.kind;
    }

private:
    TokenKind m_before = TokenKind::Comma;
    bool m_date = false; ///< the last key names a date
};

/// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0.
qsizetype utf8LengthAt(QByteArrayView bytes, qsizetype at)
{
    const auto byteAt = [bytes](qsizetype i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(0);
    };
    const auto continues = [&byteAt](qsizetype i) { return (byteAt(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byteAt(at);
    const unsigned second = byteAt(at + 1);
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4 || !continues(at + 1))
        return 0;
    if (lead < 0xE0)
        return 2;
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    if (overlong || outside || !continues(at + 2))
        return 0;
    if (lead < 0xF0)
        return 3;
    return continues(at + 3) ? 4 : 0;
}

ProblemKind problemFor(JsonScanner::Stop stop)
{
    if (stop == JsonScanner::Stop::TooDeep)
        return ProblemKind::TooDeep;
    return stop == JsonScanner::Stop::Several ? ProblemKind::SeveralDocuments : ProblemKind::NotJson;
}

} // namespace

struct LineJudge::Parser {
    simdjson::dom::parser dom;
    KeyFrames keys;
    std::vector<char> outer; ///< used by TapeWalk, here to keep its memory
    QByteArray buffer; ///< a padded copy
    QByteArray resourceType; ///< decoded copies of the slow path
    QByteArray id;

    bool fast(QByteArrayView line, LineVerdict &verdict);
    void slow(QByteArrayView line, LineVerdict &verdict);
    void noteTopLevel(QByteArrayView line, const Token &token, QByteArrayView &key);
};

/// False: the fast parser does not say yes; ask slow().
bool LineJudge::Parser::fast(QByteArrayView line, LineVerdict &verdict)
{
    simdjson::dom::element root;
    if (line.size() > kFastLimit || mayHaveNulEscape(line)
        || dom.parse(line.data(), static_cast<std::size_t>(line.size()), false).get(root)
            != simdjson::SUCCESS)
        return false;
    TapeWalk walk(dom.doc, keys, outer);
    if (!walk.isObject()) {
        verdict.problem = ProblemKind::NotAnObject;
        return true;
    }
    keys.reset();
    walk.run(verdict);
    verdict.duplicateKey = keys.found();
    return true;
}

/// Watches the tokens for duplicate keys and for resourceType and id of the outermost object.
void LineJudge::Parser::noteTopLevel(QByteArrayView line, const Token &token, QByteArrayView &key)
{
    const QByteArrayView raw = line.sliced(token.begin, token.length);
    if (token.kind == TokenKind::BeginObject)
        keys.enter();
    else if (token.kind == TokenKind::EndObject)
        keys.leave();
    else if (token.kind == TokenKind::Key)
        keys.key({raw.data(), static_cast<std::size_t>(raw.size())});
    if (token.depth != 1)
        return;
    if (token.kind == TokenKind::Key)
        key = raw;
    if (token.kind == TokenKind::String && key == QByteArrayView("\"resourceType\""))
        resourceType = decodeString(raw).toUtf8();
    if (token.kind == TokenKind::String && key == QByteArrayView("\"id\""))
        id = decodeString(raw).toUtf8();
}

void LineJudge::Parser::slow(QByteArrayView line, LineVerdict &verdict)
{
    const qsizetype invalid = firstInvalidUtf8(line);
    if (invalid >= 0) {
        verdict.problem = ProblemKind::NotUtf8;
        verdict.problemAt = invalid;
        return;
    }
    resourceType.clear();
    id.clear();
    keys.reset();
    JsonScanner scanner(line);
    QByteArrayView key;
    std::optional<TokenKind> first;
    OddValues odd;
    while (const auto token = scanner.next()) {
        first = first.value_or(token->kind);
        noteTopLevel(line, *token, key);
        odd.add(*token, line.sliced(token->begin, token->length), verdict);
    }
    verdict.loneSurrogate = scanner.sawLoneSurrogate();
    verdict.nulEscape = scanner.sawNulEscape();
    verdict.hugeNumber = scanner.sawHugeNumber();
    verdict.duplicateKey = keys.found();
    if (scanner.stop() != JsonScanner::Stop::End) {
        verdict.problem = problemFor(scanner.stop());
        verdict.problemAt = scanner.position();
    } else if (first != TokenKind::BeginObject) {
        verdict.problem = ProblemKind::NotAnObject;
    } else {
        verdict.resourceType = resourceType;
        verdict.id = id;
    }
}

LineJudge::LineJudge()
    : m_parser(std::make_unique<Parser>())
{
}
LineJudge::~LineJudge() = default;
LineJudge::LineJudge(LineJudge &&) noexcept = default;
LineJudge &LineJudge::operator=(LineJudge &&) noexcept = default;

LineVerdict LineJudge::judge(QByteArrayView line)
{
    if (m_parser->buffer.size() < line.size() + kPadding)
        m_parser->buffer.resize(line.size() + kPadding);
    std::memcpy(m_parser->buffer.data(), line.data(), static_cast<std::size_t>(line.size()));
    return judgePadded(QByteArrayView(m_parser->buffer).first(line.size()));
}

LineVerdict LineJudge::judgePadded(QByteArrayView line)
{
    LineVerdict verdict;
    qsizetype skipped = 0;
    while (line.startsWith(kByteOrderMark)) {
        verdict.byteOrderMark = true;
        skipped += kByteOrderMark.size();
        line = line.sliced(kByteOrderMark.size());
    }
    verdict.blank = isBlank(line);
    if (!verdict.blank && !m_parser->fast(line, verdict))
        m_parser->slow(line, verdict);
    verdict.problemAt += skipped;
    return verdict;
}

bool needsId(QByteArrayView resourceType)
{
    return resourceType != QByteArrayView("Bundle") && resourceType != QByteArrayView("OperationOutcome")
        && resourceType != QByteArrayView("Parameters");
}

qsizetype firstInvalidUtf8(QByteArrayView bytes)
{
    if (simdjson::validate_utf8(bytes.data(), static_cast<std::size_t>(bytes.size())))
        return -1;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype length = utf8LengthAt(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

} // namespace waybill::ndjson
