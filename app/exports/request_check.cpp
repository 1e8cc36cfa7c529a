// SPDX-License-Identifier: Apache-2.0
#include "exports/request_check.h"

#include "base/fhir_instant.h"
#include "exports/words.h"
#include "http/origin.h"

#include <QRegularExpression>

#include <algorithm>

namespace waybill::exports {
namespace {

using practices::Level;

Failure refuse(const QString &what, const QString &where = {})
{
    return failure(ErrorCode::InvalidInput, what, where);
}

bool isOneSegment(const QString &id)
{
    return !id.isEmpty() && std::none_of(id.begin(), id.end(), [](QChar c) {
        return c == QLatin1Char('/') || c == QLatin1Char('?') || c == QLatin1Char('#') || c.isSpace()
            || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

Result<> checkPlace(const ExportRequest &request)
{
    if (!http::isAllowedScheme(request.fhirBaseUrl) || request.fhirBaseUrl.host().isEmpty())
        return refuse(
            Words::tr("The FHIR base URL must begin with https://."), QStringLiteral("fhirBaseUrl"));
    if (request.level == Level::Group && !isOneSegment(request.groupId)) {
        return refuse(
            Words::tr("The Group id is empty or holds a slash, a question mark, a space or a character "
                      "nobody sees."),
            QStringLiteral("groupId"));
    }
    return {};
}

Result<> checkInstants(const ExportRequest &request)
{
    const auto since = FhirInstant::parse(request.since);
    const auto until = FhirInstant::parse(request.until);
    if (!request.since.isEmpty() && !since) { // BD-032
        return refuse(Words::tr("_since needs a date, a time to the second and a zone, such as "
                                "2026-06-24T03:14:07Z."),
            QStringLiteral("_since"));
    }
    if (request.until.isEmpty())
        return {};
    if (!until)
        return refuse(
            Words::tr("_until needs a date, a time to the second and a zone."), QStringLiteral("_until"));
    if (request.dialect < Dialect::V3) // BD-034
        return refuse(Words::tr("This server's version does not know _until."), QStringLiteral("_until"));
    if (since && *until <= *since)
        return refuse(Words::tr("_until must be later than _since."), QStringLiteral("_until"));
    return {};
}

Result<> checkLists(const ExportRequest &request)
{
    static const QRegularExpression typeName(QStringLiteral("^[A-Za-z]{1,64}\\z"));
    static const QRegularExpression element(QStringLiteral("^[A-Za-z]+(\\.[A-Za-z]+)?\\z"));
    for (const QString &type : request.types) {
        if (!typeName.match(type).hasMatch())
            return refuse(Words::tr("“%1” is not a resource type.").arg(type), QStringLiteral("_type"));
    }
    for (const QString &path : request.elements) {
        if (!element.match(path).hasMatch()) { // BD-036
            return refuse(
                Words::tr("_elements takes only elements at the root of a resource, not “%1”.").arg(path),
                QStringLiteral("_elements"));
        }
    }
    static const QStringList formats{QStringLiteral("application/fhir+ndjson"),
        QStringLiteral("application/ndjson"), QStringLiteral("ndjson")};
    if (!request.outputFormat.isEmpty() && !formats.contains(request.outputFormat)) // BD-030
        return refuse(Words::tr("This output format is not NDJSON."), QStringLiteral("_outputFormat"));
    if (!request.organizeOutputBy.isEmpty() && !typeName.match(request.organizeOutputBy).hasMatch())
        return refuse(
            Words::tr("organizeOutputBy takes one resource type."), QStringLiteral("organizeOutputBy"));
    return {};
}

Result<> checkFilters(const ExportRequest &request) // BD-040
{
    static const QStringList resultParameters{QStringLiteral("_sort"), QStringLiteral("_include"),
        QStringLiteral("_revinclude"), QStringLiteral("_count"), QStringLiteral("_elements"),
        QStringLiteral("_summary"), QStringLiteral("_total"), QStringLiteral("_contained")};
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z]+\\?.+\\z"));
    for (const QString &filter : request.typeFilters) {
        if (!shape.match(filter).hasMatch()) {
            return refuse(Words::tr("_typeFilter needs one resource type and a search, such as "
                                    "Observation?status=final."),
                QStringLiteral("_typeFilter"));
        }
        for (const QString &part : filter.section(QLatin1Char('?'), 1).split(QLatin1Char('&'))) {
            const QString name = part.section(QLatin1Char('='), 0, 0).section(QLatin1Char(':'), 0, 0);
            if (resultParameters.contains(name)) {
                return refuse(
                    Words::tr("_typeFilter may not use %1.").arg(name), QStringLiteral("_typeFilter"));
            }
        }
    }
    return {};
}

Result<> checkDialect(const ExportRequest &request)
{
    const bool first = request.dialect == Dialect::V1;
    if (first && (request.lenient || request.separateExportStatus)) // BD-004
        return refuse(
            Words::tr("This server compares the Prefer header as a whole."), QStringLiteral("Prefer"));
    if (asksForPatients(request) && (first || request.level == Level::System)) { // BD-038
        return refuse(
            Words::tr("A list of patients needs version 2 or later and is not for the whole system."),
            QStringLiteral("patient"));
    }
    if (first && (!request.elements.isEmpty() || !request.includeAssociatedData.isEmpty()))
        return refuse(Words::tr("Version 1 knows neither _elements nor includeAssociatedData."), {});
    if (request.dialect < Dialect::V3
        && (request.allowPartialManifests || !request.organizeOutputBy.isEmpty())) {
        return refuse(Words::tr("This server's version knows neither allowPartialManifests nor "
                                "organizeOutputBy.")); // BD-045
    }
    for (const QString &data : request.includeAssociatedData) { // BD-039
        const bool known = data == QLatin1String("LatestProvenanceResources")
            || data == QLatin1String("RelevantProvenanceResources");
        if (!known && !data.startsWith(QLatin1Char('_')))
            return refuse(Words::tr("“%1” is not a known kind of associated data.").arg(data),
                QStringLiteral("includeAssociatedData"));
    }
    return {};
}

} // namespace

Result<> checkRequest(const ExportRequest &request)
{
    for (const auto check : {checkPlace, checkInstants, checkLists, checkFilters, checkDialect}) {
        if (const Result<> allowed = check(request); !allowed)
            return allowed;
    }
    return {};
}

QStringList cautions(const ExportRequest &request)
{
    QStringList all;
    static const QRegularExpression fhirId(QStringLiteral("^[A-Za-z0-9\\-.]{1,64}\\z"));
    if (request.level == Level::Group && !fhirId.match(request.groupId).hasMatch()) // BD-008
        all.append(
            Words::tr("The Group id is longer than FHIR allows or has unusual characters; some servers do "
                      "that."));
    if (request.types.isEmpty()) // EC-010
        all.append(Words::tr("No resource types are named: the server sends everything it has."));
    static const QStringList administrative{QStringLiteral("Practitioner"),
        QStringLiteral("PractitionerRole"), QStringLiteral("Location"), QStringLiteral("Organization")};
    const bool anyAdministrative = std::any_of(request.types.begin(), request.types.end(),
        [](const QString &type) { return administrative.contains(type); });
    if (anyAdministrative) // EC-010, BD-187
        all.append(
            Words::tr("Practitioners, locations and organizations may come from the whole practice, not only "
                      "from this Group."));
    for (const QString &filter : request.typeFilters) { // BD-042
        const QString type = filter.section(QLatin1Char('?'), 0, 0);
        if (!request.types.isEmpty() && !request.types.contains(type))
            all.append(Words::tr("_typeFilter names %1, which is not among the types.").arg(type));
    }
    if (!request.typeFilters.isEmpty()) // BD-041
        all.append(Words::tr("The server may ignore _typeFilter; count what arrives."));
    return all;
}

} // namespace waybill::exports
