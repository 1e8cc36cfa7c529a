// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/transport.h"

#include <QString>

namespace waybill::http {

/// Content-Type, taken apart. Both parts lower-case; empty when absent.
struct MediaType {
    QByteArray type; ///< "application/fhir+json"
    QByteArray charset;

    bool isHtml() const; ///< text/html or XHTML: a login, proxy or error page (BD-140)
    bool isJson() const; ///< application/json, application/fhir+json, any +json
    bool isNdjson() const; ///< the registered and the usual spellings (BD-141)
    friend bool operator==(const MediaType &, const MediaType &) = default;
};

MediaType mediaType(const Headers &headers);

/// FHIR and NDJSON are UTF-8: another declared charset is an error (HT-45). `place` for the error text.
Result<> checkCharset(const Headers &headers, const QString &place = {});

} // namespace waybill::http
