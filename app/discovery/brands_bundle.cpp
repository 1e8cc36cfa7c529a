// SPDX-License-Identifier: Apache-2.0
#include "discovery/brands_bundle.h"

#include "discovery/words.h"

#include <QHash>

namespace waybill::discovery {
namespace {

using json::element;

struct Endpoint {
    RawEntry row; ///< with its own name; no address of the practice yet
    QString managingOrganization;
    bool named = false; ///< by some Organization
};

struct Organization {
    QString name;
    QStringList aliases;
    QString city;
    QString state;
    QString postalCode;
    bool inactive = false;
    bool used = false; ///< has a row
    QString base; ///< of its fullUrl, for relative references
    QStringList references;
    QHash<QString, qsizetype> contained; ///< "#id" -> index of the Endpoint
};

/// Endpoint.address is a string; some publish an array of them, or of objects (F-127).
QString addressOf(const element &endpoint)
{
    const auto address = json::member(endpoint, "address");
    if (!address)
        return {};
    if (const QString plain = json::text(*address); !plain.isEmpty())
        return plain;
    for (const element &item : json::items(*address)) {
        const QString plain = json::text(item);
        const QString url = plain.isEmpty() ? json::text(item, "url") : plain;
        if (!url.isEmpty())
            return url;
    }
    return {};
}

/// R4 has one connectionType, R5 a list of concepts.
QString connectionTypeOf(const element &endpoint)
{
    const auto type = json::member(endpoint, "connectionType");
    if (!type)
        return {};
    if (const QString code = json::text(*type, "code"); !code.isEmpty())
        return code;
    for (const element &codes : json::items(*type)) {
        for (const element &coding : json::items(codes, "coding")) {
            if (const QString code = json::text(coding, "code"); !code.isEmpty())
                return code;
        }
    }
    return {};
}

Endpoint readEndpoint(const element &resource)
{
    Endpoint endpoint;
    endpoint.row.name = json::text(resource, "name");
    endpoint.row.url = addressOf(resource);
    endpoint.row.status = json::text(resource, "status");
    endpoint.row.connectionType = connectionTypeOf(resource);
    if (const auto period = json::member(resource, "period"))
        endpoint.row.periodStart = json::text(*period, "start");
    for (const element &extension : json::items(resource, "extension")) {
        if (json::text(extension, "url").endsWith(QLatin1String("/endpoint-fhir-version")))
            endpoint.row.fhirVersions.append(json::text(extension, "valueCode"));
    }
    endpoint.row.fhirVersions.removeAll(QString());
    if (const auto manager = json::member(resource, "managingOrganization"))
        endpoint.managingOrganization = json::text(*manager, "reference");
    return endpoint;
}

/// …/Organization/x -> …/ ; relative references inside a Bundle start there (FHIR R4 bundle.html#references).
QString baseOf(const QString &fullUrl)
{
    const qsizetype id = fullUrl.lastIndexOf(QLatin1Char('/'));
    const qsizetype type = id <= 0 ? -1 : fullUrl.lastIndexOf(QLatin1Char('/'), id - 1);
    return type < 0 || fullUrl.startsWith(QLatin1String("urn:")) ? QString() : fullUrl.first(type + 1);
}

QString withoutVersion(const QString &reference)
{
    const qsizetype history = reference.indexOf(QLatin1String("/_history/"));
    return history < 0 ? reference : reference.first(history);
}

/// "https://host/fhir/Endpoint/a" -> "Endpoint/a"
QString tailOf(const QString &reference)
{
    return reference.section(QLatin1Char('/'), -2);
}

class BundleReader
{
public:
    explicit BundleReader(const ImportContext &context)
        : m_context(context)
        , m_builder(context, DirectoryFormat::FhirBundle)
    {
    }

    Result<EndpointDirectory> read(const element &bundle)
    {
        qsizetype seen = 0;
        for (const element &entry : json::items(bundle, "entry")) {
            if (++seen % 1024 == 0 && m_context.stop.stop_requested())
                return importStopped(m_context);
            take(entry);
        }
        for (Organization &organization : m_organizations) {
            if (m_builder.stopped())
                return importStopped(m_context);
            addPairs(organization);
        }
        for (const Endpoint &endpoint : qAsConst(m_endpoints)) {
            if (!endpoint.named)
                addManaged(endpoint);
        }
        addNotes(bundle);
        return m_builder.finish();
    }

private:
    void take(const element &entry)
    {
        const auto resource = json::member(entry, "resource");
        if (!resource)
            return;
        const QString type = json::text(*resource, "resourceType");
        const QString key = type + QLatin1Char('/') + json::text(*resource, "id");
        const QString fullUrl = json::text(entry, "fullUrl");
        if (type == QLatin1String("Endpoint")) {
            remember(m_endpointAt, key, fullUrl, m_endpoints.size());
            m_endpoints.append(readEndpoint(*resource));
        } else if (type == QLatin1String("Organization")) {
            remember(m_organizationAt, key, fullUrl, m_organizations.size());
            m_organizations.append(readOrganization(*resource, fullUrl));
        } else {
            ++m_others;
        }
    }

    /// The first one of a Type/id wins: lists merge several servers whose ids may clash.
    static void remember(
        QHash<QString, qsizetype> &index, const QString &key, const QString &fullUrl, qsizetype at)
    {
        if (!key.endsWith(QLatin1Char('/')) && !index.contains(key))
            index.insert(key, at);
        if (!fullUrl.isEmpty() && !index.contains(fullUrl))
            index.insert(fullUrl, at);
    }

    Organization readOrganization(const element &resource, const QString &fullUrl)
    {
        Organization organization;
        organization.name = json::text(resource, "name");
        organization.base = baseOf(fullUrl);
        for (const element &alias : json::items(resource, "alias"))
            organization.aliases.append(json::text(alias));
        if (const auto active = json::member(resource, "active")) {
            bool value = true;
            organization.inactive = active->get(value) == simdjson::SUCCESS && !value;
        }
        for (const element &address : json::items(resource, "address")) {
            organization.city = json::text(address, "city");
            organization.state = json::text(address, "state");
            organization.postalCode = json::scalar(address, "postalCode");
            if (!organization.city.isEmpty() || !organization.postalCode.isEmpty())
                break;
        }
        for (const element &contained : json::items(resource, "contained")) {
            if (json::text(contained, "resourceType") == QLatin1String("Endpoint")) {
                organization.contained.insert(
                    QLatin1Char('#') + json::text(contained, "id"), m_endpoints.size());
                m_endpoints.append(readEndpoint(contained));
            }
        }
        for (const element &reference : json::items(resource, "endpoint"))
            organization.references.append(json::text(reference, "reference"));
        addPortalReferences(resource, organization.references);
        return organization;
    }

    /// SMART User-access Brands: organization-portal carries portalEndpoint references.
    static void addPortalReferences(const element &resource, QStringList &references)
    {
        for (const element &extension : json::items(resource, "extension")) {
            for (const element &part : json::items(extension, "extension")) {
                const auto value = json::member(part, "valueReference");
                if (!value || json::text(part, "url") != QLatin1String("portalEndpoint"))
                    continue;
                const QString reference = json::text(*value, "reference");
                if (!references.contains(reference))
                    references.append(reference);
            }
        }
    }

    static std::optional<qsizetype> find(
        const QHash<QString, qsizetype> &index, const QString &reference, const QString &base)
    {
        const QString plain = withoutVersion(reference);
        for (const QString &key : {base.isEmpty() ? QString() : base + plain, plain, tailOf(plain)}) {
            const auto found = key.isEmpty() ? index.constEnd() : index.constFind(key);
            if (found != index.constEnd())
                return *found;
        }
        return std::nullopt;
    }

    void addPairs(Organization &organization)
    {
        for (const QString &reference : organization.references) {
            const auto at = organization.contained.contains(reference)
                ? std::optional(organization.contained.value(reference))
                : find(m_endpointAt, reference, organization.base);
            if (!at) {
                ++m_dangling;
                continue;
            }
            organization.used = true;
            m_endpoints[*at].named = true;
            m_builder.add(joined(m_endpoints[*at], organization));
        }
    }

    void addManaged(const Endpoint &endpoint)
    {
        const auto at = endpoint.managingOrganization.isEmpty()
            ? std::nullopt
            : find(m_organizationAt, endpoint.managingOrganization, {});
        if (at) {
            m_organizations[*at].used = true;
            m_builder.add(joined(endpoint, m_organizations[*at]));
            return;
        }
        ++m_orphans;
        m_builder.add(endpoint.row);
    }

    static RawEntry joined(const Endpoint &endpoint, const Organization &organization)
    {
        RawEntry row = endpoint.row;
        row.aliases = organization.aliases;
        if (!organization.name.isEmpty()) { // Endpoint.name is technical (requirements 3.6)
            row.aliases.append(row.name);
            row.name = organization.name;
        }
        row.city = organization.city;
        row.state = organization.state;
        row.postalCode = organization.postalCode;
        row.organizationInactive = organization.inactive;
        return row;
    }

    void addNotes(const element &bundle)
    {
        const auto count = [](qsizetype n) { return static_cast<int>(n); };
        if (m_orphans > 0)
            m_builder.note(
                Words::tr("%n endpoint(s) belong to no organization and are listed by their own name.",
                    nullptr, count(m_orphans)));
        if (m_dangling > 0)
            m_builder.note(
                Words::tr("%n organization reference(s) point to an endpoint that is not in the list.",
                    nullptr, count(m_dangling)));
        const auto unused = std::count_if(m_organizations.begin(), m_organizations.end(),
            [](const Organization &organization) { return !organization.used; });
        if (unused > 0)
            m_builder.note(
                Words::tr("%n organization(s) have no endpoint and are left out.", nullptr, count(unused)));
        if (m_others > 0)
            m_builder.note(
                Words::tr("%n resource(s) of other types were left out.", nullptr, count(m_others)));
        for (const element &link : json::items(bundle, "link")) {
            if (json::text(link, "relation") == QLatin1String("next"))
                m_builder.note(Words::tr("The list says that it has further pages; this is one of them."));
        }
    }

    const ImportContext &m_context;
    DirectoryBuilder m_builder;
    QList<Endpoint> m_endpoints;
    QList<Organization> m_organizations;
    QHash<QString, qsizetype> m_endpointAt; ///< by "Type/id" and by fullUrl
    QHash<QString, qsizetype> m_organizationAt;
    qsizetype m_orphans = 0;
    qsizetype m_dangling = 0;
    qsizetype m_others = 0;
};

} // namespace

Result<EndpointDirectory> importBundle(const json::element &bundle, const ImportContext &context)
{
    return BundleReader(context).read(bundle);
}

} // namespace waybill::discovery
