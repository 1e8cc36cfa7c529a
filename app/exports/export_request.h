// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "exports/dialect.h"
#include "http/transport.h"
#include "practices/profile.h"

#include <QStringList>

/// The kick-off: what is asked, and the exact request that asks it (BD-002 to BD-047).
namespace waybill::exports {

struct ExportRequest {
    QUrl fhirBaseUrl;
    practices::Level level = practices::Level::Group;
    QString groupId; ///< the value that goes into the path
    Dialect dialect = Dialect::V2;

    QStringList types; ///< empty = everything the server has
    QString since; ///< the server's own text, byte for byte (BD-033); empty = from the beginning
    QString until; ///< dialects 3 and 4
    QString outputFormat; ///< empty = the server's default
    QStringList elements;
    QStringList typeFilters; ///< one search query each, e.g. "Observation?status=final", not encoded
    QStringList patients; ///< "Patient/…"; makes it a POST
    QString patientList; ///< absolute: the file that names them; ids are read from it when the request goes
                         ///< out and never stay in the store
    QStringList includeAssociatedData;
    QString organizeOutputBy; ///< one resource type
    std::optional<bool> allowPartialManifests;
    bool lenient = false; ///< Prefer: handling=lenient: the server may silently drop filters (BD-005)
    bool separateExportStatus = false; ///< Prefer: separate-export-status (BD-006)
    QStringList leftOut; ///< names of parameters that are not sent although they have a value (BD-046)

    friend bool operator==(const ExportRequest &, const ExportRequest &) = default;
};

ExportRequest exportRequest(
    const practices::Profile &profile, const QStringList &types, const QString &since);

/// The request as it goes out, without the token. Refuses with InvalidInput what the specification or the
/// dialect forbids; the message says which parameter and why.
Result<http::Request> kickOffRequest(const ExportRequest &request);

/// Names of the parameters it sends and could do without; the answer is then more than was asked for.
QStringList dispensable(const ExportRequest &request);

/// What is allowed but worth a second look, one sentence each (BD-008, BD-035, BD-042, EC-010).
QStringList cautions(const ExportRequest &request);

/// A command line a person can run, with `$TOKEN` where the token goes.
QString asCurl(const http::Request &request);

QJsonObject toJson(const ExportRequest &request); ///< for run.json; patients are counted, not named
/// What toJson() wrote beside place, types and start.
void readRefinements(const QJsonObject &object, ExportRequest &request);
bool asksForPatients(const ExportRequest &request); ///< for some only; sent as POST (BD-017)
/// True when the export cannot stand for "everything of these types since then": its transactionTime must not
/// become a watermark (BD-037, BD-180).
bool isNarrowed(const ExportRequest &request);

} // namespace waybill::exports
