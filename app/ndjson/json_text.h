// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace waybill::ndjson {

/// The value of a JSON string, without its quotes. Half surrogates and broken escapes become U+FFFD; invalid
/// UTF-8 too. `raw` may lack its closing quote.
QString decodeString(QByteArrayView raw, qsizetype limit = -1);

/// Text that is safe to show on one line: controls (also NUL, ESC, newlines and tabs) as their Unicode
/// symbols, bidirectional overrides and other invisible formatting as U+FFFD (F-094).
QString visibleText(const QString &text);

} // namespace waybill::ndjson
