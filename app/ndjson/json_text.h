// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace waybill::ndjson {

/// The value of a JSON string, without its quotes. Half surrogates and broken escapes become U+FFFD; invalid
/// UTF-8 too. `raw` may lack its closing quote.
QString decodeString(QByteArrayView raw, qsizetype limit = -1);

/// Decimal digits as JSON writes them, compared as double. Nothing for words: "Nan" and "Inf" are names.
std::optional<double> numberIn(QByteArrayView text);

/// A byte inside a UTF-8 character, not its first.
inline bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Text that is safe to show on one line: controls (also NUL, ESC, newlines and tabs) as their Unicode
/// symbols, bidirectional overrides and other invisible formatting as U+FFFD (F-094).
QString visibleText(const QString &text);

} // namespace waybill::ndjson
