// SPDX-License-Identifier: Apache-2.0
#include "ndjson/json_text.h"

#include <QStringDecoder>

#include <charconv>

namespace waybill::ndjson {
namespace {

char16_t simpleEscape(char c)
{
    switch (c) {
    case 'b': return u'\b';
    case 'f': return u'\f';
    case 'n': return u'\n';
    case 'r': return u'\r';
    case 't': return u'\t';
    default: return static_cast<unsigned char>(c);
    }
}

/// Appends the escape at `at` (a backslash); returns how many bytes it took.
qsizetype appendEscape(QString &out, QByteArrayView raw, qsizetype at)
{
    if (at + 1 >= raw.size())
        return 1;
    if (raw[at + 1] != 'u') {
        out += QChar(simpleEscape(raw[at + 1]));
        return 2;
    }
    bool ok = false;
    const qsizetype length = std::min<qsizetype>(4, raw.size() - at - 2);
    const uint unit = raw.sliced(at + 2, length).toByteArray().toUInt(&ok, 16);
    out += ok && length == 4 ? QChar(static_cast<char16_t>(unit)) : QChar(QChar::ReplacementCharacter);
    return 2 + length;
}

void mendSurrogates(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
}

} // namespace

QString decodeString(QByteArrayView raw, qsizetype limit)
{
    if (raw.startsWith('"'))
        raw = raw.sliced(1);
    QString out;
    qsizetype at = 0;
    while (at < raw.size() && raw[at] != '"' && (limit < 0 || out.size() < limit)) {
        if (raw[at] == '\\') {
            at += appendEscape(out, raw, at);
            continue;
        }
        qsizetype end = at;
        while (end < raw.size() && raw[end] != '"' && raw[end] != '\\')
            ++end;
        if (limit >= 0) // at most four bytes a character
            end = std::min(end, at + 4 * (limit - out.size()) + 4);
        out += QString::fromUtf8(raw.sliced(at, end - at));
        at = end;
    }
    if (limit >= 0 && out.size() > limit)
        out.truncate(limit);
    mendSurrogates(out);
    return out;
}

std::optional<double> numberIn(QByteArrayView text)
{
    const char *const end = text.data() + text.size();
    const qsizetype first = text.startsWith('-') ? 1 : 0;
    if (text.size() <= first || text[first] < '0' || text[first] > '9')
        return std::nullopt;
    double value = 0;
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

QString visibleText(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        const char16_t u = c.unicode();
        if (u < 0x20)
            c = QChar(static_cast<char16_t>(0x2400 + u)); // U+2400..: symbols for the control characters
        else if (u == 0x7F)
            c = QChar(0x2421);
        else if ((u >= 0x80 && u < 0xA0) || u == 0x2028 || u == 0x2029 || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return out;
}

} // namespace waybill::ndjson
