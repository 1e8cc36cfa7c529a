// SPDX-License-Identifier: Apache-2.0
#include "discovery/capability_statement.h"

#include "base/redact.h"
#include "discovery/answer_problem.h"
#include "discovery/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace waybill::discovery {
namespace {

/// Conformance, terminology and plumbing: no export holds them for a practice.
const QStringList &notExported()
{
    static const QStringList types = QStringLiteral(
        "AuditEvent Bundle CapabilityStatement CodeSystem CompartmentDefinition ConceptMap GraphDefinition "
        "ImplementationGuide MessageDefinition MessageHeader NamingSystem OperationDefinition "
        "OperationOutcome "
        "Parameters SearchParameter StructureDefinition StructureMap Subscription SubscriptionStatus "
        "SubscriptionTopic TerminologyCapabilities TestReport TestScript ValueSet")
                                         .split(QLatin1Char(' '));
    return types;
}

QStringList texts(const QJsonValue &array, const char *key = nullptr)
{
    QStringList found;
    for (const auto item : array.toArray()) {
        const QString text =
            key == nullptr ? item.toString() : item.toObject().value(QLatin1String(key)).toString();
        if (!text.isEmpty() && !found.contains(text))
            found.append(text);
    }
    return found;
}

bool isExport(const QJsonObject &operation)
{
    QString name = operation.value(QLatin1String("name")).toString();
    if (name.startsWith(QLatin1Char('$')))
        name.remove(0, 1);
    const QString definition = operation.value(QLatin1String("definition")).toString();
    return name == QLatin1String("export") || name.endsWith(QLatin1String("-export"))
        || definition.contains(QLatin1String("uv/bulkdata/OperationDefinition"));
}

bool anyExport(const QJsonValue &operations)
{
    for (const auto operation : operations.toArray()) {
        if (isExport(operation.toObject()))
            return true;
    }
    return false;
}

void readResource(const QJsonObject &resource, CapabilityStatement &statement)
{
    ResourceCapability found;
    found.type = resource.value(QLatin1String("type")).toString();
    if (found.type.isEmpty() || statement.resource(found.type) != nullptr)
        return;
    found.interactions = texts(resource.value(QLatin1String("interaction")), "code");
    found.searchParameters = texts(resource.value(QLatin1String("searchParam")), "name");
    const QJsonValue operations = resource.value(QLatin1String("operation"));
    found.operations = texts(operations, "name"); // eCW: lists `export` twice on Group
    found.operations.replaceInStrings(QRegularExpression(QStringLiteral("^\\$")), QString());
    if (found.type == QLatin1String("Group"))
        statement.groupExport = anyExport(operations);
    if (found.type == QLatin1String("Patient"))
        statement.patientExport = anyExport(operations);
    statement.resources.append(found);
}

/// security.extension[oauth-uris].extension[token|authorize].valueUri (deprecated by SMART, SB-006)
void readOauthUris(const QJsonObject &security, CapabilityStatement &statement)
{
    for (const auto outer : security.value(QLatin1String("extension")).toArray()) {
        const QJsonObject uris = outer.toObject();
        if (!uris.value(QLatin1String("url")).toString().endsWith(QLatin1String("/oauth-uris")))
            continue;
        for (const auto inner : uris.value(QLatin1String("extension")).toArray()) {
            const QString name = inner.toObject().value(QLatin1String("url")).toString();
            const QUrl url(
                inner.toObject().value(QLatin1String("valueUri")).toString().trimmed(), QUrl::StrictMode);
            if (name == QLatin1String("token"))
                statement.tokenUrl = url;
            else if (name == QLatin1String("authorize"))
                statement.authorizeUrl = url;
        }
    }
}

void readRest(const QJsonObject &root, CapabilityStatement &statement)
{
    for (const auto item : root.value(QLatin1String("rest")).toArray()) {
        const QJsonObject rest = item.toObject();
        if (rest.value(QLatin1String("mode")).toString() == QLatin1String("client"))
            continue;
        for (const auto resource : rest.value(QLatin1String("resource")).toArray())
            readResource(resource.toObject(), statement);
        statement.systemExport = statement.systemExport || anyExport(rest.value(QLatin1String("operation")));
        readOauthUris(rest.value(QLatin1String("security")).toObject(), statement);
    }
    if (statement.resources.isEmpty())
        statement.notes.append(Words::tr("The CapabilityStatement lists no resource types."));
}

/// "…/bulk-data|2.0.0" -> 2; 0 when no version is said.
int statedMajor(const QStringList &canonicals)
{
    static const QRegularExpression versioned(QStringLiteral("bulkdata[^|]*\\|(\\d+)\\."));
    for (const QString &canonical : canonicals) {
        if (const auto match = versioned.match(canonical); match.hasMatch())
            return match.captured(1).toInt();
    }
    return 0;
}

QString versionOfMajor(int major)
{
    switch (major) {
    case 1: return QStringLiteral("1.0.1");
    case 2: return QStringLiteral("2.0.0");
    case 3: return QStringLiteral("3.0.0");
    default: return QStringLiteral("4.0.0-ballot");
    }
}

void guessVersion(const QJsonObject &root, CapabilityStatement &statement)
{
    const QStringList canonicals =
        statement.instantiates + texts(root.value(QLatin1String("implementationGuide")));
    const bool stated = !canonicals.filter(QStringLiteral("uv/bulkdata")).isEmpty();
    const bool anyLevel = statement.groupExport || statement.patientExport || statement.systemExport;
    if (const int major = statedMajor(canonicals); major > 0) {
        statement.bulkDataVersion = versionOfMajor(major);
        statement.bulkDataReason = Words::tr("The CapabilityStatement names this version.");
    } else if (looksLikeEcw(statement) && (stated || anyLevel)) {
        statement.bulkDataVersion = QStringLiteral("1.0.1"); // eCW: its documents cite STU 1.0.1
        statement.bulkDataReason =
            Words::tr("eClinicalWorks documents Bulk Data 1.0.1; the server names no version.");
    } else if (stated || anyLevel) {
        statement.bulkDataVersion = QStringLiteral("2.0.0");
        statement.bulkDataReason =
            Words::tr("The server offers bulk export without naming a version; 2.0.0 is the most common.");
    } else {
        statement.bulkDataReason = Words::tr("The CapabilityStatement does not mention bulk export.");
    }
}

} // namespace

const ResourceCapability *CapabilityStatement::resource(const QString &type) const
{
    for (const ResourceCapability &candidate : resources) {
        if (candidate.type == type)
            return &candidate;
    }
    return nullptr;
}

QStringList CapabilityStatement::groupSearchParameters() const
{
    const ResourceCapability *group = resource(QStringLiteral("Group"));
    return group == nullptr ? QStringList() : group->searchParameters;
}

QStringList CapabilityStatement::exportableTypes() const
{
    QStringList types;
    for (const ResourceCapability &candidate : resources) {
        if (!notExported().contains(candidate.type))
            types.append(candidate.type);
    }
    return types;
}

bool looksLikeEcw(const CapabilityStatement &statement)
{
    static const QRegularExpression ecw(
        QStringLiteral("\\becw\\b|eClinicalWorks"), QRegularExpression::CaseInsensitiveOption);
    return statement.softwareName.contains(ecw) || statement.publisher.contains(ecw);
}

Result<CapabilityStatement> parseCapabilityStatement(QByteArrayView bytes)
{
    const auto refused = [](const QString &what) {
        return failure(ErrorCode::ProtocolMismatch, what, {}, Words::tr("Check the base URL."));
    };
    const QByteArray json = bytes.toByteArray();
    if (json.trimmed().startsWith('<'))
        return refused(Words::tr("The server answered with a web page or XML: not a CapabilityStatement."));
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QString type = root.value(QLatin1String("resourceType")).toString();
    if (type != QLatin1String("CapabilityStatement")) {
        if (const QStringList outcome = outcomeTexts(json); !outcome.isEmpty())
            return refused(Words::tr("The server refused: %1").arg(outcome.first()));
        return refused(Words::tr("The answer is not a CapabilityStatement."));
    }

    const auto text = [](const QJsonObject &object, const char *key) {
        return plainServerText(object.value(QLatin1String(key)).toString().toUtf8(), 200);
    };
    CapabilityStatement statement;
    const QJsonObject software = root.value(QLatin1String("software")).toObject();
    statement.softwareName = text(software, "name");
    if (statement.softwareName.isEmpty())
        statement.softwareName = text(root, "name");
    statement.softwareVersion = text(software, "version");
    statement.publisher = text(root, "publisher");
    statement.fhirVersion = text(root, "fhirVersion");
    statement.formats = texts(root.value(QLatin1String("format")));
    statement.instantiates = texts(root.value(QLatin1String("instantiates")));
    readRest(root, statement);
    guessVersion(root, statement);
    return statement;
}

} // namespace waybill::discovery
