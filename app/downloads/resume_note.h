// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/transport.h"

#include <optional>

namespace waybill::downloads {

/// What must be known to go on with a `.part`: how many of its bytes are surely on the disk, and by which
/// mark the server would know that its file is still the same (BD-144). Holds no link.
struct ResumeNote {
    QByteArray validator; ///< strong ETag, or Last-Modified as sent: the value of If-Range
    QByteArray place; ///< SHA-256 of origin and path, without the query: two files may have one ETag
    std::int64_t committed = 0; ///< bytes that reached the disk
    std::int64_t total = -1; ///< of the whole file; -1 = not said

    QByteArray toJson() const;
    static std::optional<ResumeNote> fromJson(const QByteArray &json);
    friend bool operator==(const ResumeNote &, const ResumeNote &) = default;
};

QByteArray hashOfPlace(const QUrl &url);

/// The validator of a 200 or 206, empty when the answer cannot be resumed: no `Accept-Ranges: bytes`, content
/// codings, a weak ETag, or a Last-Modified too young to be sure of (RFC 9110 8.8.2.2).
QByteArray validatorOf(const http::ResponseHead &head);

struct ContentRange {
    std::int64_t from = 0;
    std::int64_t to = 0; ///< inclusive
    std::int64_t total = -1; ///< -1 = "*"
    friend bool operator==(const ContentRange &, const ContentRange &) = default;
};
/// "bytes 200-999/1000"; nullopt for anything that is not whole or contradicts itself.
std::optional<ContentRange> contentRange(const http::Headers &headers);

/// nullopt when the field is absent or no number.
std::optional<std::int64_t> contentLength(const http::Headers &headers);

} // namespace waybill::downloads
