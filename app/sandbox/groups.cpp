// SPDX-License-Identifier: Apache-2.0
#include "sandbox/groups.h"

#include "sandbox/answers.h"

#include <QJsonArray>

#include <algorithm>

namespace waybill::sandbox {

namespace {

constexpr int kIdentifierIndex = 1000; ///< where identifiers are drawn, beside ids
constexpr std::int64_t kListedMembers = 25;

QJsonObject reference(const std::string &target, std::string_view display = {})
{
    QJsonObject object{{QStringLiteral("reference"), json(target)}};
    if (!display.empty())
        object.insert(QStringLiteral("display"), json(display));
    return object;
}

QJsonArray memberList(const World &world, Cohort cohort)
{
    QJsonArray members;
    for (std::int64_t patient = 0; patient < world.patients && members.size() < kListedMembers; ++patient) {
        if (isMember(Chart(world, patient, {}), cohort))
            members.append(QJsonObject{
                {QStringLiteral("entity"), reference("Patient/" + idOf(world, patient, Kind::Patient, 0))}});
    }
    return members;
}

QJsonArray memberFilter()
{
    const QJsonObject expression{{QStringLiteral("language"), QStringLiteral("application/x-fhir-query")},
        {QStringLiteral("expression"), QStringLiteral("Condition?code=http://snomed.info/sct|195967001")}};
    return {
        QJsonObject{{QStringLiteral("url"),
                        QStringLiteral("http://hl7.org/fhir/uv/bulkdata/StructureDefinition/member-filter")},
            {QStringLiteral("valueExpression"), expression}}};
}

} // namespace

Groups::Groups(std::shared_ptr<const World> world, std::vector<GroupRow> rows)
    : m_world(std::move(world))
    , m_rows(std::move(rows))
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const int index = static_cast<int>(i);
        if (m_rows[i].id.empty())
            m_rows[i].id = idOf(*m_world, -1, Kind::Group, index);
        if (m_rows[i].identifier.empty())
            m_rows[i].identifier = idOf(*m_world, -1, Kind::Group, index + kIdentifierIndex);
    }
}

std::int64_t Groups::membersOf(Cohort cohort) const
{
    const std::scoped_lock lock(m_mutex);
    const auto known = m_counts.find(cohort);
    if (known != m_counts.end())
        return known->second;
    return m_counts[cohort] = countMembers(*m_world, cohort);
}

QJsonObject Groups::resource(const GroupRow &row) const
{
    QJsonObject group{{QStringLiteral("resourceType"), QStringLiteral("Group")},
        {QStringLiteral("id"), json(row.id)},
        {QStringLiteral("meta"),
            QJsonObject{
                {QStringLiteral("lastUpdated"), json(instantText(Moment{std::chrono::days{kAsOfDay}}))}}},
        {QStringLiteral("identifier"),
            QJsonArray{QJsonObject{{QStringLiteral("system"), QStringLiteral("urn:ietf:rfc:4122")},
                {QStringLiteral("value"), json(row.identifier)}}}},
        {QStringLiteral("active"), row.active}, {QStringLiteral("type"), QStringLiteral("person")},
        {QStringLiteral("actual"), !row.byCriteria}, {QStringLiteral("name"), json(row.name)},
        {QStringLiteral("managingEntity"),
            reference("Organization/" + idOf(*m_world, -1, Kind::Organization, 0), m_world->practiceName)}};
    if (row.count == GroupRow::Count::Stated)
        group.insert(QStringLiteral("quantity"), static_cast<qint64>(membersOf(row.cohort)));
    if (row.listsMembers)
        group.insert(QStringLiteral("member"), memberList(*m_world, row.cohort));
    if (row.byCriteria)
        group.insert(QStringLiteral("modifierExtension"), memberFilter());
    return group;
}

const GroupRow *Groups::byId(const std::string &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const GroupRow &row) { return row.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

const GroupRow *Groups::byIdentifier(const std::string &identifier) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const GroupRow &row) { return row.identifier == identifier; });
    return found == m_rows.end() ? nullptr : &*found;
}

QJsonObject searchset(const std::vector<QJsonObject> &resources, std::size_t total, const std::string &base,
    const std::string &self, const std::string &next)
{
    const auto link = [](const char *relation, const std::string &url) {
        return QJsonObject{
            {QStringLiteral("relation"), QLatin1String(relation)}, {QStringLiteral("url"), json(url)}};
    };
    QJsonArray entries;
    for (const QJsonObject &resource : resources) {
        const std::string url = base + '/'
            + resource.value(QLatin1String("resourceType")).toString().toStdString() + '/'
            + resource.value(QLatin1String("id")).toString().toStdString();
        entries.append(
            QJsonObject{{QStringLiteral("fullUrl"), json(url)}, {QStringLiteral("resource"), resource},
                {QStringLiteral("search"), QJsonObject{{QStringLiteral("mode"), QStringLiteral("match")}}}});
    }
    QJsonArray links{link("self", self)};
    if (!next.empty())
        links.append(link("next", next));
    return {{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
        {QStringLiteral("type"), QStringLiteral("searchset")},
        {QStringLiteral("total"), static_cast<qint64>(total)}, {QStringLiteral("link"), links},
        {QStringLiteral("entry"), entries}};
}

} // namespace waybill::sandbox
