// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/endpoint_directory.h"

#include <QByteArrayView>

#include <stop_token>

namespace waybill::discovery {

struct ImportContext {
    QString source; ///< shown to people: a file name, or host and path
    QString importedAt; ///< ISO 8601, UTC
    std::stop_token stop = {}; ///< looked at every few thousand entries; Error Cancelled
};

/// Reads a practice list by its content, whatever the file is called (EC-020): FHIR Bundle of Endpoint and
/// Organization (also SMART User-access Brands), Lantern's {"Endpoints":[…]}, an array of {id,name,url},
/// CSV with a header row, or one URL a line. HTML, empty, truncated and empty-handed inputs are errors that
/// say what was expected (F-127). CPU work: 17 000 practices (15.6 MB) in well under a second; run it in a
/// Worker.
Result<EndpointDirectory> importDirectory(QByteArrayView bytes, const ImportContext &context);

/// Reads `path` (at most 64 MiB) and imports it.
Result<EndpointDirectory> importDirectoryFile(const QString &path, const ImportContext &context);

} // namespace waybill::discovery
