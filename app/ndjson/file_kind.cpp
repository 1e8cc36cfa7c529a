// SPDX-License-Identifier: Apache-2.0
#include "ndjson/file_kind.h"

#include "ndjson/json_scanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::ndjson {
namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("Ndjson", source);
}

/// UTF-16 and UTF-32 with their marks, or ASCII text with every second byte zero.
bool looksLikeUtf16(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xFF\xFE", 2)) || head.startsWith(QByteArrayView("\xFE\xFF", 2))
        || head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return true;
    const qsizetype sample = std::min<qsizetype>(head.size(), 64) & ~qsizetype{1};
    if (sample < 4)
        return false;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < sample; ++i)
        zeros[i & 1] += head[i] == '\0' ? 1 : 0;
    const qsizetype half = sample / 2;
    return (zeros[0] == 0 && zeros[1] > half / 2) || (zeros[1] == 0 && zeros[0] > half / 2);
}

bool looksBinary(QByteArrayView head)
{
    const auto odd = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B';
    };
    return std::count_if(head.begin(), head.end(), odd) > head.size() / 50;
}

FileKind kindOfJson(QByteArrayView text)
{
    const char first = text.front();
    if (first != '{' && first != '[' && first != '"' && first != '-' && (first < '0' || first > '9')
        && !text.startsWith("true") && !text.startsWith("false") && !text.startsWith("null"))
        return FileKind::Text;
    const qsizetype newline = text.indexOf('\n');
    if (first == '[') {
        // `[]` or `[…]` on one line with more lines behind: NDJSON of bad lines, said line by line.
        JsonScanner scanner(newline < 0 ? text : text.first(newline));
        while (scanner.next()) { }
        const bool lines = newline >= 0 && scanner.stop() == JsonScanner::Stop::End;
        return lines && !text.sliced(newline).trimmed().isEmpty() ? FileKind::Ndjson : FileKind::JsonArray;
    }
    if (newline < 0)
        return FileKind::Ndjson;
    JsonScanner line(text.first(newline));
    while (line.next()) { }
    if (line.stop() != JsonScanner::Stop::Truncated)
        return FileKind::Ndjson;
    // The first line is open. Does the document go on behind it?
    JsonScanner more(text);
    while (more.next()) { }
    return more.position() > newline ? FileKind::PrettyJson : FileKind::Ndjson;
}

} // namespace

Recognised recognise(QByteArrayView head)
{
    Recognised result;
    if (head.isEmpty())
        return result;
    if (head.startsWith(QByteArrayView("\x1F\x8B", 2))) {
        result.kind = FileKind::Gzip;
        return result;
    }
    if (looksLikeUtf16(head)) {
        result.kind = FileKind::Utf16;
        return result;
    }
    constexpr QByteArrayView kMark("\xEF\xBB\xBF", 3);
    result.byteOrderMark = head.startsWith(kMark);
    if (result.byteOrderMark)
        head = head.sliced(kMark.size());
    const qsizetype newline = head.indexOf('\n');
    result.carriageReturns = newline > 0 && head[newline - 1] == '\r';
    while (!head.isEmpty() && (head.front() == '\n' || head.front() == '\r' || head.front() == ' '))
        head = head.sliced(1);
    if (head.isEmpty())
        result.kind = FileKind::Ndjson; // nothing but blank lines
    else if (looksBinary(head))
        result.kind = FileKind::Binary;
    else
        result.kind = kindOfJson(head);
    return result;
}

QString remarkFor(const Recognised &recognised)
{
    switch (recognised.kind) {
    case FileKind::Empty: return words(QT_TRANSLATE_NOOP("Ndjson", "The file is empty."));
    case FileKind::Gzip: return words(QT_TRANSLATE_NOOP("Ndjson", "Compressed (gzip)"));
    case FileKind::Utf16:
        return words(QT_TRANSLATE_NOOP("Ndjson", "This is UTF-16 text. NDJSON must be UTF-8."));
    case FileKind::JsonArray:
        return words(
            QT_TRANSLATE_NOOP("Ndjson", "This is one JSON array, not NDJSON with one resource per line."));
    case FileKind::PrettyJson:
        return words(QT_TRANSLATE_NOOP(
            "Ndjson", "This is one JSON document over many lines, not one resource per line."));
    case FileKind::Text: return words(QT_TRANSLATE_NOOP("Ndjson", "This is text, but not JSON."));
    case FileKind::Binary: return words(QT_TRANSLATE_NOOP("Ndjson", "This is not a text file."));
    case FileKind::Ndjson: break;
    }
    QStringList notes;
    if (recognised.byteOrderMark)
        notes.append(words(QT_TRANSLATE_NOOP("Ndjson", "byte order mark")));
    if (recognised.carriageReturns)
        notes.append(words(QT_TRANSLATE_NOOP("Ndjson", "CRLF line ends")));
    return notes.join(QLatin1String(", "));
}

} // namespace waybill::ndjson
