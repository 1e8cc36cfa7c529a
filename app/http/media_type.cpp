// SPDX-License-Identifier: Apache-2.0
#include "http/media_type.h"

#include "base/redact.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace waybill::http {
namespace {

bool isAnyOf(const QByteArray &type, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&](const char *name) { return type == name; });
}

} // namespace

bool MediaType::isHtml() const
{
    return isAnyOf(type, {"text/html", "application/xhtml+xml"});
}

bool MediaType::isJson() const
{
    return isAnyOf(type, {"application/json", "text/json"}) || type.endsWith("+json");
}

bool MediaType::isNdjson() const
{
    return isAnyOf(type,
        {"application/fhir+ndjson", "application/ndjson", "application/x-ndjson", "application/octet-stream",
            "text/plain", "application/jsonl", "application/gzip", "application/x-gzip"});
}

MediaType mediaType(const Headers &headers)
{
    MediaType result;
    bool first = true;
    for (const QByteArray &part : headers.value("Content-Type").toLower().split(';')) {
        const QByteArray word = part.trimmed();
        if (first)
            result.type = word;
        else if (word.startsWith("charset="))
            result.charset = word.mid(8).trimmed().replace('"', "").replace('\'', "");
        first = false;
    }
    return result;
}

Result<> checkCharset(const Headers &headers, const QString &place)
{
    const QByteArray charset = mediaType(headers).charset;
    // ASCII is a part of UTF-8, and "utf8" is a frequent misspelling.
    if (isAnyOf(charset, {"", "utf-8", "utf8", "us-ascii", "ascii"}))
        return {};
    return failure(ErrorCode::ProtocolMismatch,
        QCoreApplication::translate(
            "Http", "The server declares the character set \"%1\"; FHIR data must be UTF-8.")
            .arg(plainServerText(charset, 40)),
        place);
}

} // namespace waybill::http
