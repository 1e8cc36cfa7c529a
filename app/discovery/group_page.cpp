// SPDX-License-Identifier: Apache-2.0
#include "base/redact.h"
#include "discovery/answer_problem.h"
#include "discovery/group_search.h"
#include "discovery/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

namespace waybill::discovery {
namespace {

using simdjson::SUCCESS;
namespace ondemand = simdjson::ondemand;

constexpr std::string_view kMemberFilter =
    "http://hl7.org/fhir/uv/bulkdata/StructureDefinition/member-filter";
constexpr std::size_t kLargestPart = std::size_t{1} << 20; // a field of a Group beyond it is not for choosing

/// Fields as JSON text again, without the big ones, for QJsonDocument: convenient where it is small.
class Fields
{
public:
    void add(std::string_view key, std::string_view raw)
    {
        if (raw.size() > kLargestPart || key.find_first_of("\"\\") != std::string_view::npos)
            return;
        m_json += m_json.isEmpty() ? "{\"" : ",\"";
        m_json.append(key.data(), static_cast<qsizetype>(key.size()));
        m_json += "\":";
        m_json.append(raw.data(), static_cast<qsizetype>(raw.size()));
    }
    QJsonObject toObject() const { return QJsonDocument::fromJson(m_json + '}').object(); }

private:
    QByteArray m_json;
};

struct Entry {
    QJsonObject resource; ///< without members, narrative and contained resources
    QString searchMode;
    std::optional<std::int64_t> listedMembers;
};

/// Walks an object; `take` gets each key with its value and consumes it or leaves it.
template <typename Take>
simdjson::error_code walk(ondemand::object object, Take take)
{
    for (auto field : object) {
        std::string_view key;
        ondemand::value value;
        if (const auto error = field.unescaped_key().get(key))
            return error;
        if (const auto error = field.value().get(value))
            return error;
        if (const auto error = take(key, value))
            return error;
    }
    return SUCCESS;
}

simdjson::error_code keep(Fields &fields, std::string_view key, ondemand::value value)
{
    std::string_view raw;
    const std::string name(key); // reading on may overwrite the parser's buffer behind `key`
    if (const auto error = simdjson::to_json_string(value).get(raw))
        return error;
    fields.add(name, raw);
    return SUCCESS;
}

simdjson::error_code countElements(ondemand::value value, std::optional<std::int64_t> &count)
{
    ondemand::array members;
    if (value.get_array().get(members) != SUCCESS)
        return SUCCESS; // not a list: unknown, not an error
    std::int64_t found = 0;
    for (auto member : members) {
        if (const auto error = member.error())
            return error;
        ++found;
    }
    count = found;
    return SUCCESS;
}

simdjson::error_code readResource(ondemand::value value, Entry &entry)
{
    ondemand::object object;
    if (value.get_object().get(object) != SUCCESS)
        return SUCCESS;
    Fields fields;
    const auto error = walk(object, [&](std::string_view key, ondemand::value field) {
        if (key == "member")
            return countElements(field, entry.listedMembers);
        if (key == "text" || key == "contained")
            return SUCCESS;
        return keep(fields, key, field);
    });
    entry.resource = fields.toObject();
    return error;
}

simdjson::error_code readEntry(ondemand::value value, Entry &entry)
{
    ondemand::object object;
    if (value.get_object().get(object) != SUCCESS)
        return SUCCESS;
    Fields fields;
    const auto error = walk(object, [&](std::string_view key, ondemand::value field) {
        if (key == "resource")
            return readResource(field, entry);
        return key == "search" ? keep(fields, key, field) : SUCCESS;
    });
    entry.searchMode =
        fields.toObject().value(QLatin1String("search")).toObject().value(QLatin1String("mode")).toString();
    return error;
}

QString plain(const QJsonValue &value, qsizetype limit = 200)
{
    return plainServerText(value.toString().toUtf8(), limit).simplified();
}

std::optional<bool> flag(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

QString refreshedAt(const QJsonObject &resource)
{
    for (const auto item : resource.value(QLatin1String("extension")).toArray()) {
        const QJsonObject extension = item.toObject();
        if (extension.value(QLatin1String("url")).toString().endsWith(QLatin1String("/members-refreshed")))
            return plain(extension.value(QLatin1String("valueDateTime")), 64);
    }
    return plain(resource.value(QLatin1String("meta")).toObject().value(QLatin1String("lastUpdated")), 64);
}

bool hasUnknownModifier(const QJsonObject &resource)
{
    for (const auto item : resource.value(QLatin1String("modifierExtension")).toArray()) {
        const QByteArray url = item.toObject().value(QLatin1String("url")).toString().toUtf8();
        if (url != QByteArrayView(kMemberFilter.data(), static_cast<qsizetype>(kMemberFilter.size())))
            return true;
    }
    return false;
}

QStringList warningsFor(const Group &group, const QJsonObject &resource)
{
    QStringList warnings;
    if (group.active == false)
        warnings.append(Words::tr("The Group is not active."));
    if (!group.type.isEmpty() && group.type != QLatin1String("person"))
        warnings.append(Words::tr("The Group is of type “%1”, not of persons.").arg(group.type));
    if (hasUnknownModifier(resource))
        warnings.append(Words::tr("The Group has a modifier we do not know: do not assume who is a member."));
    return warnings;
}

Group toGroup(const Entry &entry)
{
    const QJsonObject &resource = entry.resource;
    Group group;
    group.id = plain(resource.value(QLatin1String("id")));
    for (const auto item : resource.value(QLatin1String("identifier")).toArray()) {
        const QJsonObject identifier = item.toObject();
        const GroupIdentifier found{plain(identifier.value(QLatin1String("system"))),
            plain(identifier.value(QLatin1String("value")))};
        if (!found.value.isEmpty())
            group.identifiers.append(found);
    }
    group.name = plain(resource.value(QLatin1String("name")));
    group.type = plain(resource.value(QLatin1String("type")), 40);
    group.actual = flag(resource.value(QLatin1String("actual")));
    group.active = flag(resource.value(QLatin1String("active")));
    if (const QJsonValue quantity = resource.value(QLatin1String("quantity"));
        quantity.isDouble() && quantity.toDouble() >= 0) {
        group.members = quantity.toInteger();
        group.membersSource = MembersSource::Quantity;
    } else if (entry.listedMembers) {
        group.members = entry.listedMembers;
        group.membersSource = MembersSource::Listed;
    }
    const QJsonObject manager = resource.value(QLatin1String("managingEntity")).toObject();
    group.managingEntity = plain(manager.value(QLatin1String("display")));
    if (group.managingEntity.isEmpty())
        group.managingEntity = plain(manager.value(QLatin1String("reference")));
    group.lastRefreshed = refreshedAt(resource);
    group.warnings = warningsFor(group, resource);
    return group;
}

void take(const Entry &entry, GroupPage &page, int &skipped)
{
    const QString type = entry.resource.value(QLatin1String("resourceType")).toString();
    if (type == QLatin1String("OperationOutcome")) { // GD-006
        page.notes += outcomeTexts(QJsonDocument(entry.resource).toJson(QJsonDocument::Compact));
        return;
    }
    const bool isMatch = entry.searchMode.isEmpty() || entry.searchMode == QLatin1String("match");
    if (type != QLatin1String("Group") || !isMatch)
        return;
    const Group group = toGroup(entry);
    if (group.id.isEmpty() && group.identifiers.isEmpty())
        ++skipped;
    else
        page.groups.append(group);
}

/// eCW: links have been seen with "&amp;" where "&" was meant.
QUrl nextLink(const QJsonObject &bundle, const QUrl &pageUrl)
{
    for (const auto item : bundle.value(QLatin1String("link")).toArray()) {
        const QJsonObject link = item.toObject();
        if (link.value(QLatin1String("relation")).toString() != QLatin1String("next"))
            continue;
        const QString raw = link.value(QLatin1String("url"))
                                .toString()
                                .trimmed()
                                .replace(QLatin1String("&amp;"), QLatin1String("&"));
        return raw.isEmpty() ? QUrl() : pageUrl.resolved(QUrl(raw));
    }
    return {};
}

simdjson::error_code readBundle(ondemand::object root, Fields &top, GroupPage &page, int &skipped)
{
    return walk(root, [&](std::string_view key, ondemand::value value) -> simdjson::error_code {
        ondemand::array entries;
        if (key != "entry")
            return keep(top, key, value);
        if (value.get_array().get(entries) != SUCCESS)
            return SUCCESS;
        for (auto item : entries) {
            ondemand::value element;
            Entry entry;
            if (const auto error = item.get(element))
                return error;
            if (const auto error = readEntry(element, entry))
                return error;
            take(entry, page, skipped);
        }
        return SUCCESS;
    });
}

} // namespace

Result<GroupPage> parseGroupPage(QByteArrayView bytes, const QUrl &pageUrl)
{
    const auto refused = [&pageUrl](const QString &what) {
        return failure(ErrorCode::ProtocolMismatch, what, placeOf(pageUrl),
            Words::tr("Enter the Group id by hand, or check the base URL."));
    };
    if (bytes.trimmed().startsWith('<'))
        return refused(Words::tr("The server answered with a web page instead of a list of Groups."));

    const simdjson::padded_string padded(bytes.data(), static_cast<std::size_t>(bytes.size()));
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object root;
    if (parser.iterate(padded).get(document) != SUCCESS || document.get_object().get(root) != SUCCESS)
        return refused(Words::tr("The list of Groups is not readable JSON."));
    GroupPage page;
    Fields top;
    int skipped = 0;
    if (readBundle(root, top, page, skipped) != SUCCESS)
        return refused(Words::tr("The list of Groups is not complete JSON."));

    const QJsonObject bundle = top.toObject();
    if (bundle.value(QLatin1String("resourceType")) != QLatin1String("Bundle")) {
        const QStringList outcome = outcomeTexts(bytes);
        return refused(outcome.isEmpty() ? Words::tr("The answer is not a list of Groups (a FHIR Bundle).")
                                         : Words::tr("The server refused: %1").arg(outcome.first()));
    }
    if (const QJsonValue total = bundle.value(QLatin1String("total"));
        total.isDouble() && total.toDouble() >= 0)
        page.total = total.toInteger();
    page.next = nextLink(bundle, pageUrl);
    if (skipped > 0)
        page.notes.append(
            Words::tr("%n Group(s) without id and identifier were left out.", nullptr, skipped));
    return page;
}

} // namespace waybill::discovery
