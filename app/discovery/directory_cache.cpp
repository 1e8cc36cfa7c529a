// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_cache.h"

#include "discovery/directory_builder.h"
#include "discovery/json_dom.h"
#include "discovery/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace waybill::discovery {
namespace {

using json::element;

constexpr int kVersion = 1;

/// Stable: stored.
QString formatId(DirectoryFormat format)
{
    switch (format) {
    case DirectoryFormat::FhirBundle: return QStringLiteral("fhir-bundle");
    case DirectoryFormat::Lantern: return QStringLiteral("lantern");
    case DirectoryFormat::JsonArray: return QStringLiteral("json-array");
    case DirectoryFormat::Csv: return QStringLiteral("csv");
    case DirectoryFormat::UrlList: return QStringLiteral("urls");
    }
    Q_UNREACHABLE();
}

DirectoryFormat formatFromId(const QString &id)
{
    for (const DirectoryFormat format : {DirectoryFormat::Lantern, DirectoryFormat::JsonArray,
             DirectoryFormat::Csv, DirectoryFormat::UrlList}) {
        if (formatId(format) == id)
            return format;
    }
    return DirectoryFormat::FhirBundle;
}

void put(QJsonObject &row, const char *key, const QString &value)
{
    if (!value.isEmpty())
        row.insert(QLatin1String(key), value);
}

QJsonObject toRow(const EndpointEntry &entry)
{
    QJsonObject row;
    put(row, "name", entry.rawName);
    put(row, "code", entry.code);
    put(row, "city", entry.city);
    put(row, "state", entry.state);
    put(row, "zip", entry.postalCode);
    put(row, "url", entry.url);
    put(row, "status", entry.status);
    put(row, "start", entry.periodStart);
    put(row, "fhir", entry.fhirVersion);
    if (!entry.aliases.isEmpty())
        row.insert(QLatin1String("alias"), QJsonArray::fromStringList(entry.aliases));
    // The judgements that cannot be made again from the row alone.
    if (entry.flags.testFlag(EntryFlag::NonFhir))
        row.insert(QLatin1String("type"), QStringLiteral("other"));
    if (entry.flags.testFlag(EntryFlag::Inactive))
        row.insert(QLatin1String("inactive"), true);
    return row;
}

RawEntry fromRow(const element &row)
{
    RawEntry raw;
    raw.name = json::text(row, "name");
    raw.code = json::text(row, "code");
    raw.city = json::text(row, "city");
    raw.state = json::text(row, "state");
    raw.postalCode = json::text(row, "zip");
    raw.url = json::text(row, "url");
    raw.status = json::text(row, "status");
    raw.periodStart = json::text(row, "start");
    raw.connectionType = json::text(row, "type");
    raw.organizationInactive = json::member(row, "inactive").has_value();
    if (const QString versions = json::text(row, "fhir"); !versions.isEmpty())
        raw.fhirVersions = versions.split(QLatin1String(", "));
    for (const element &alias : json::items(row, "alias"))
        raw.aliases.append(json::text(alias));
    return raw;
}

Failure damaged(const QString &path)
{
    return failure(ErrorCode::ProtocolMismatch, Words::tr("The saved practice list is damaged."), path,
        Words::tr("Import the list again; an address can be typed by hand meanwhile."));
}

} // namespace

Result<> saveDirectory(const EndpointDirectory &directory, const QString &path)
{
    QJsonArray rows;
    for (const EndpointEntry &entry : directory.entries)
        rows.append(toRow(entry));
    const QJsonObject root{{QStringLiteral("waybillPracticeList"), kVersion},
        {QStringLiteral("source"), directory.source}, {QStringLiteral("importedAt"), directory.importedAt},
        {QStringLiteral("etag"), directory.etag}, {QStringLiteral("format"), formatId(directory.format)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(directory.notes)},
        {QStringLiteral("entries"), rows}};

    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(root).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return failure(ErrorCode::Storage,
            Words::tr("The practice list cannot be saved: %1.").arg(file.errorString()), path);
    }
    return {};
}

Result<EndpointDirectory> loadDirectory(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::NotFound, Words::tr("There is no saved practice list yet."), path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Storage,
            Words::tr("The saved practice list cannot be opened: %1.").arg(file.errorString()), path);
    }
    const QByteArray bytes = file.readAll();
    simdjson::dom::parser parser;
    element root;
    std::int64_t version = 0;
    if (parser.parse(bytes.constData(), static_cast<std::size_t>(bytes.size()), true).get(root)
            != simdjson::SUCCESS
        || root["waybillPracticeList"].get(version) != simdjson::SUCCESS || version != kVersion)
        return damaged(path);

    const ImportContext context{json::text(root, "source"), json::text(root, "importedAt")};
    DirectoryBuilder builder(context, formatFromId(json::text(root, "format")));
    for (const element &row : json::items(root, "entries"))
        builder.add(fromRow(row));
    auto directory = builder.finish();
    if (!directory)
        return damaged(path);
    directory->etag = json::text(root, "etag");
    directory->notes.clear();
    for (const element &note : json::items(root, "notes"))
        directory->notes.append(json::text(note));
    return directory;
}

} // namespace waybill::discovery
