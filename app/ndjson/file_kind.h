// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace waybill::ndjson {

enum class FileKind {
    Empty,
    Ndjson,
    Gzip,
    Utf16, ///< or UTF-32: NDJSON is UTF-8 only (F-090)
    JsonArray, ///< one array around everything (F-093)
    PrettyJson, ///< one document over many lines (F-093)
    Text, ///< not JSON: an error page, CSV, …
    Binary,
};

/// What the first bytes of a file say about it.
struct Recognised {
    FileKind kind = FileKind::Empty;
    bool byteOrderMark = false; ///< UTF-8
    bool carriageReturns = false; ///< CRLF line ends
    friend bool operator==(const Recognised &, const Recognised &) = default;
};

/// @param head  the first bytes, 64 KiB are plenty.
Recognised recognise(QByteArrayView head);

/// One translated sentence for what is worth saying, empty for plain NDJSON.
QString remarkFor(const Recognised &recognised);

} // namespace waybill::ndjson
