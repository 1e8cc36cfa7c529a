// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_judge.h"

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

/// Depth is at most 1024: the parser refuses more.
void walk(simdjson::dom::element element, KeyFrames &keys)
{
    if (element.is_object()) {
        keys.enter();
        for (const auto field : simdjson::dom::object(element)) {
            keys.key(field.key);
            walk(field.value, keys);
        }
        keys.leave();
    } else if (element.is_array()) {
        for (const auto item : simdjson::dom::array(element))
            walk(item, keys);
    }
}

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
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) {
        verdict.problem = ProblemKind::NotAnObject;
        return true;
    }
    keys.reset();
    keys.enter();
    for (const auto field : object) {
        keys.key(field.key);
        const bool isType = field.key == "resourceType";
        std::string_view text;
        if ((isType || field.key == "id") && field.value.get_string().get(text) == simdjson::SUCCESS)
            (isType ? verdict.resourceType : verdict.id) = toView(text);
        else
            walk(field.value, keys);
    }
    keys.leave();
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
    while (const auto token = scanner.next()) {
        first = first.value_or(token->kind);
        noteTopLevel(line, *token, key);
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
