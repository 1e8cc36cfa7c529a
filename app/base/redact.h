// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

/// What may be written down. A query string can be a capability (BD-220), so it never is.
namespace waybill {

/// scheme://host[:port]/path; a query is shown as "?…", user information and fragment are dropped.
QString redactedUrl(const QUrl &url);

/// host[:port]/path, for an Error's `where`.
QString placeOf(const QUrl &url);

/// The value of a header as a trace may show it: Authorization, cookies and locations lose their secrets.
QByteArray redactedHeader(QByteArrayView name, QByteArrayView value);

/// Server text for people: at most `limit` characters, control and bidirectional override characters
/// made visible as U+FFFD, "(cut)" marked with an ellipsis.
QString plainServerText(QByteArrayView utf8, qsizetype limit = 2048);

} // namespace waybill
