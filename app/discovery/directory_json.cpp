// SPDX-License-Identifier: Apache-2.0
#include "discovery/brands_bundle.h"
#include "discovery/directory_formats.h"
#include "discovery/words.h"

namespace waybill::discovery {
namespace {

using json::element;

/// Names that lists in the wild give to the same thing, most telling first.
QString firstOf(const element &row, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (const QString found = json::scalar(row, key); !found.isEmpty())
            return found;
    }
    return {};
}

/// Lantern: {"Endpoints":[{URL, OrganizationName, NPIID, OrganizationZipCode}]} (requirements 3.4).
Result<EndpointDirectory> importLantern(const std::vector<element> &rows, const ImportContext &context)
{
    DirectoryBuilder builder(context, DirectoryFormat::Lantern);
    for (const element &row : rows) {
        if (builder.stopped())
            return importStopped(context);
        RawEntry raw;
        raw.name = json::text(row, "OrganizationName");
        raw.url = json::text(row, "URL");
        raw.postalCode = json::scalar(row, "OrganizationZipCode");
        builder.add(raw);
    }
    return builder.finish();
}

RawEntry rowOfArray(const element &row)
{
    RawEntry raw;
    if (const QString plain = json::text(row); !plain.isEmpty()) {
        raw.url = plain;
        return raw;
    }
    raw.name = firstOf(row, {"name", "OrganizationName", "organization", "practice", "title"});
    raw.url = firstOf(row, {"url", "URL", "address", "endpoint", "fhirBaseUrl", "baseUrl", "base_url"});
    raw.code = firstOf(row, {"code", "practiceCode"});
    raw.city = firstOf(row, {"city"});
    raw.state = firstOf(row, {"state"});
    raw.postalCode = firstOf(row, {"postalCode", "zip", "zipCode", "OrganizationZipCode"});
    raw.status = firstOf(row, {"status"});
    for (const element &alias : json::items(row, "alias"))
        raw.aliases.append(json::text(alias));
    return raw;
}

/// mere-medical and others: [{id, name, url, …}] or ["https://…"].
Result<EndpointDirectory> importArray(const std::vector<element> &rows, const ImportContext &context)
{
    DirectoryBuilder builder(context, DirectoryFormat::JsonArray);
    qsizetype skipped = 0;
    for (const element &row : rows) {
        if (builder.stopped())
            return importStopped(context);
        const RawEntry raw = rowOfArray(row);
        if (raw.url.isEmpty())
            ++skipped;
        else
            builder.add(raw);
    }
    if (skipped > 0)
        builder.note(
            Words::tr("%n row(s) without an address were left out.", nullptr, static_cast<int>(skipped)));
    return builder.finish();
}

Result<EndpointDirectory> importObject(const element &root, const ImportContext &context)
{
    const QString type = json::text(root, "resourceType");
    if (type == QLatin1String("Bundle") || (type.isEmpty() && !json::items(root, "entry").empty()))
        return importBundle(root, context);
    if (!type.isEmpty())
        return notAList(context, Words::tr("This is a FHIR %1, not a practice list.").arg(type.left(40)));
    if (json::member(root, "Endpoints"))
        return importLantern(json::items(root, "Endpoints"), context);
    for (const std::string_view key : {"practices", "endpoints", "entries", "data", "results"}) {
        if (const auto rows = json::items(root, key); !rows.empty())
            return importArray(rows, context);
    }
    return notAList(context, Words::tr("This JSON holds no list of practices."));
}

/// simdjson's words are for programmers; a person wants to know whether the file is whole.
QString whatIsWrong(simdjson::error_code error, QByteArrayView utf8)
{
    while (!utf8.isEmpty() && static_cast<unsigned char>(utf8.back()) <= ' ')
        utf8.chop(1);
    const bool closed = utf8.endsWith('}') || utf8.endsWith(']');
    if (error == simdjson::UTF8_ERROR)
        return Words::tr("The list is not UTF-8 text.");
    if (!closed || error == simdjson::UNCLOSED_STRING)
        return Words::tr("The list ends in the middle: it was not downloaded completely.");
    return Words::tr("The list is not valid JSON.");
}

} // namespace

Result<EndpointDirectory> importJson(QByteArrayView utf8, const ImportContext &context)
{
    simdjson::dom::parser parser;
    element root;
    const auto error = parser.parse(utf8.data(), static_cast<std::size_t>(utf8.size()), true).get(root);
    if (error == simdjson::MEMALLOC || error == simdjson::CAPACITY)
        return failure(
            ErrorCode::Storage, Words::tr("There is not enough memory to read the list."), context.source);
    if (error != simdjson::SUCCESS)
        return notAList(context, whatIsWrong(error, utf8));
    if (root.is_array())
        return importArray(json::items(root), context);
    return importObject(root, context);
}

} // namespace waybill::discovery
