// SPDX-License-Identifier: Apache-2.0
#include "exports/export_request.h"

#include "exports/request_check.h"
#include "exports/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace waybill::exports {
namespace {

using practices::Level;

const QString kTypeFilters = QStringLiteral("typeFilters");
const QString kOrganizeOutputBy = QStringLiteral("organizeOutputBy");
const QString kPatientList = QStringLiteral("patientList");
const QString kLeftOut = QStringLiteral("leftOut");

/// RFC 3986, strictly: QUrlQuery would leave '+' and ',' bare, which servers read as a space and a list
/// (BD-031, QT-05). ':' may stay in a query.
QByteArray encoded(const QString &value, const QByteArray &keep = ":")
{
    return QUrl::toPercentEncoding(value, keep);
}

/// Base and path joined without losing or doubling the practice code (BD-007); the id is one segment
/// (BD-008).
QByteArray endpoint(const ExportRequest &request)
{
    QByteArray url = request.fhirBaseUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toEncoded();
    while (url.endsWith('/'))
        url.chop(1);
    switch (request.level) {
    case Level::Group: url += "/Group/" + encoded(request.groupId, {}); break;
    case Level::Patient: url += "/Patient"; break;
    case Level::System: break;
    }
    return url + "/$export";
}

/// Values of a comma list, the commas between them bare, those inside encoded.
QByteArray commaList(const QStringList &values)
{
    QByteArrayList all;
    for (const QString &value : values)
        all.append(encoded(value));
    return all.join(',');
}

QByteArray typeFilterQuery(const ExportRequest &request)
{
    QByteArrayList parts;
    if (request.dialect == Dialect::V1) {
        // One comma list of URL-encoded queries: encoded once as a query, once as a value (BD-020, BD-031).
        QStringList queries;
        for (const QString &filter : request.typeFilters)
            queries.append(QString::fromLatin1(encoded(filter, "?=&:/")));
        parts.append("_typeFilter=" + commaList(queries));
        return parts.join('&');
    }
    for (const QString &filter : request.typeFilters)
        parts.append("_typeFilter=" + encoded(filter));
    return parts.join('&');
}

QByteArray query(const ExportRequest &request)
{
    QByteArrayList parts;
    const auto add = [&parts](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            parts.append(QByteArray(name) + '=' + value);
    };
    // One comma list, also where repeats are allowed: Cerner does not accept repeats (BD-020).
    add("_type", commaList(request.types));
    add("_since", encoded(request.since));
    add("_until", encoded(request.until));
    add("_outputFormat", encoded(request.outputFormat));
    add("_elements", commaList(request.elements));
    add("includeAssociatedData", commaList(request.includeAssociatedData));
    add("organizeOutputBy", encoded(request.organizeOutputBy));
    if (request.allowPartialManifests)
        add("allowPartialManifests", *request.allowPartialManifests ? "true" : "false");
    if (!request.typeFilters.isEmpty())
        parts.append(typeFilterQuery(request));
    return parts.join('&');
}

class Parameters
{
public:
    void add(const char *name, const char *valueType, const QJsonValue &value)
    {
        m_all.append(
            QJsonObject{{QStringLiteral("name"), QLatin1String(name)}, {QLatin1String(valueType), value}});
    }
    void addText(const char *name, const char *valueType, const QString &value)
    {
        if (!value.isEmpty())
            add(name, valueType, value);
    }
    /// Dialect 4 forbids comma lists (BD-019); the others get one (BD-020).
    void addList(const char *name, const QStringList &values, bool repeat)
    {
        if (!repeat)
            return addText(name, "valueString", values.join(QLatin1Char(',')));
        for (const QString &value : values)
            addText(name, "valueString", value);
    }
    QByteArray body() const
    {
        const QJsonObject resource{{QStringLiteral("resourceType"), QStringLiteral("Parameters")},
            {QStringLiteral("parameter"), m_all}};
        return QJsonDocument(resource).toJson(QJsonDocument::Compact);
    }

private:
    QJsonArray m_all;
};

QByteArray parametersBody(const ExportRequest &request) // BD-018
{
    const bool repeat = request.dialect == Dialect::V4;
    Parameters parameters;
    parameters.addList("_type", request.types, repeat);
    parameters.addText("_since", "valueInstant", request.since);
    parameters.addText("_until", "valueInstant", request.until);
    parameters.addText("_outputFormat", "valueString", request.outputFormat);
    parameters.addList("_elements", request.elements, repeat);
    for (const QString &filter : request.typeFilters)
        parameters.addText("_typeFilter", "valueString", filter);
    for (const QString &patient : request.patients)
        parameters.add("patient", "valueReference", QJsonObject{{QStringLiteral("reference"), patient}});
    for (const QString &data : request.includeAssociatedData) {
        if (repeat)
            parameters.add(
                "includeAssociatedData", "valueCoding", QJsonObject{{QStringLiteral("code"), data}});
        else
            parameters.addText("includeAssociatedData", "valueCode", data);
    }
    parameters.addText("organizeOutputBy", "valueString", request.organizeOutputBy);
    if (request.allowPartialManifests)
        parameters.add("allowPartialManifests", "valueBoolean", *request.allowPartialManifests);
    return parameters.body();
}

/// One parameter that an export can do without, and where its value is.
struct Dispensable {
    const char *name;
    bool (*isSet)(const ExportRequest &);
    void (*drop)(ExportRequest &);
};

template <auto Member>
constexpr Dispensable dispensableList(const char *name)
{
    return {name, [](const ExportRequest &request) { return !(request.*Member).isEmpty(); },
        [](ExportRequest &request) { (request.*Member).clear(); }};
}

/// Not `patient`: without it the export would be about other people.
constexpr std::array kDispensable{dispensableList<&ExportRequest::types>("_type"),
    dispensableList<&ExportRequest::since>("_since"), dispensableList<&ExportRequest::until>("_until"),
    dispensableList<&ExportRequest::outputFormat>("_outputFormat"),
    dispensableList<&ExportRequest::elements>("_elements"),
    dispensableList<&ExportRequest::typeFilters>("_typeFilter"),
    dispensableList<&ExportRequest::includeAssociatedData>("includeAssociatedData"),
    dispensableList<&ExportRequest::organizeOutputBy>("organizeOutputBy")};

ExportRequest withoutLeftOut(ExportRequest request)
{
    for (const Dispensable &one : kDispensable) {
        if (request.leftOut.contains(QLatin1String(one.name)))
            one.drop(request);
    }
    return request;
}

QByteArray preferValue(const ExportRequest &request)
{
    // eCW: a facade with its URL grammar compares the value as a whole (BD-004); nothing is added in
    // dialect 1.
    QByteArray prefer = "respond-async";
    if (request.lenient)
        prefer += ", handling=lenient";
    if (request.separateExportStatus)
        prefer += ", separate-export-status";
    return prefer;
}

} // namespace

ExportRequest exportRequest(const practices::Profile &profile, const QStringList &types, const QString &since)
{
    ExportRequest request;
    request.fhirBaseUrl = profile.fhirBaseUrl;
    request.level = profile.level;
    request.groupId = profile.group.value;
    request.dialect = dialectFromVersion(profile.bulkDataVersion);
    request.types = types;
    request.since = since;
    return request;
}

QStringList dispensable(const ExportRequest &request)
{
    QStringList names;
    const ExportRequest sent = withoutLeftOut(request);
    for (const Dispensable &one : kDispensable) {
        if (one.isSet(sent))
            names.append(QLatin1String(one.name));
    }
    return names;
}

Result<http::Request> kickOffRequest(const ExportRequest &request)
{
    if (const Result<> allowed = checkRequest(request); !allowed)
        return failure(allowed.error());
    const ExportRequest sent = withoutLeftOut(request);
    const bool post = sent.dialect == Dialect::V4 || asksForPatients(sent); // BD-017
    http::Request out;
    out.method = post ? "POST" : "GET";
    out.mayBeRepeated = false; // a second kick-off is a second job (QT-09)
    QByteArray url = endpoint(sent);
    if (post) {
        out.body = parametersBody(sent);
        out.headers.add("Content-Type", "application/fhir+json");
    } else if (const QByteArray parameters = query(sent); !parameters.isEmpty()) {
        url += '?' + parameters;
    }
    out.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    out.headers.add("Accept", "application/fhir+json"); // BD-002
    out.headers.add("Prefer", preferValue(sent)); // BD-003
    return out;
}

QString asCurl(const http::Request &request)
{
    const auto quoted = [](const QByteArray &value) {
        QByteArray safe = value;
        safe.replace('\'', "'\\''");
        return QString::fromUtf8('\'' + safe + '\'');
    };
    QString line = QStringLiteral("curl -i -X %1 %2")
                       .arg(QString::fromLatin1(request.method), quoted(request.url.toEncoded()));
    line += QStringLiteral(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
    for (const http::Header &header : request.headers.all()) {
        if (header.name.compare("Authorization", Qt::CaseInsensitive) != 0)
            line += QStringLiteral(" \\\n  -H ") + quoted(header.name + ": " + header.value);
    }
    if (!request.body.isEmpty())
        line += QStringLiteral(" \\\n  --data-binary ") + quoted(request.body);
    return line;
}

QJsonObject toJson(const ExportRequest &request)
{
    QJsonObject object{{QStringLiteral("fhirBaseUrl"), request.fhirBaseUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("level"), practices::levelName(request.level)},
        {QStringLiteral("types"), QJsonArray::fromStringList(request.types)}};
    const auto add = [&object](const QString &name, const QJsonValue &value) { object.insert(name, value); };
    if (request.level == Level::Group)
        add(QStringLiteral("groupId"), request.groupId);
    if (!request.since.isEmpty())
        add(QStringLiteral("since"), request.since);
    if (!request.until.isEmpty())
        add(QStringLiteral("until"), request.until);
    if (!request.outputFormat.isEmpty())
        add(QStringLiteral("outputFormat"), request.outputFormat);
    if (!request.elements.isEmpty())
        add(QStringLiteral("elements"), QJsonArray::fromStringList(request.elements));
    if (!request.typeFilters.isEmpty())
        add(kTypeFilters, QJsonArray::fromStringList(request.typeFilters));
    if (!request.organizeOutputBy.isEmpty())
        add(kOrganizeOutputBy, request.organizeOutputBy);
    if (!request.patientList.isEmpty())
        add(kPatientList, request.patientList);
    if (!request.leftOut.isEmpty())
        add(kLeftOut, QJsonArray::fromStringList(request.leftOut));
    if (!request.patients.isEmpty())
        add(QStringLiteral("patientCount"),
            static_cast<qint64>(request.patients.size())); // who is in it is PHI
    return object;
}

void readRefinements(const QJsonObject &object, ExportRequest &request)
{
    const auto strings = [&object](const QString &name) {
        QStringList all;
        for (const QJsonValue &item : object.value(name).toArray())
            all.append(item.toString());
        return all;
    };
    request.typeFilters = strings(kTypeFilters);
    request.organizeOutputBy = object.value(kOrganizeOutputBy).toString();
    request.patientList = object.value(kPatientList).toString();
    request.leftOut = strings(kLeftOut);
}

bool asksForPatients(const ExportRequest &request)
{
    return !request.patients.isEmpty() || !request.patientList.isEmpty();
}

bool isNarrowed(const ExportRequest &request)
{
    return !request.elements.isEmpty() || !request.typeFilters.isEmpty() || asksForPatients(request)
        || !request.until.isEmpty();
}

} // namespace waybill::exports
