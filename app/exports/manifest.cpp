// SPDX-License-Identifier: Apache-2.0
#include "exports/manifest.h"

#include "base/fhir_instant.h"
#include "exports/manifest_entries.h"
#include "exports/operation_outcome.h"
#include "exports/words.h"
#include "http/origin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace waybill::exports {
namespace {

using practices::FileKind;

// BD-120
constexpr qsizetype kMaxBytes = qsizetype{256} << 20;
constexpr qsizetype kMaxEntries = 1'000'000;
constexpr int kMaxDepth = 64;

Failure unreadable(const QString &what, const QString &serverText = {})
{
    Error error{ErrorCode::ProtocolMismatch, what, {}, {}};
    error.serverText = serverText;
    return failure(std::move(error));
}

/// How deep the brackets go; a cheap look before a parser that recurses.
int depthOf(QByteArrayView json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

void readToken(const QJsonObject &object, Manifest &manifest) // BD-103
{
    const QJsonValue value = object.value(QStringLiteral("requiresAccessToken"));
    const QString text = value.toString().toLower();
    if (value.isBool()) {
        manifest.requiresAccessToken = value.toBool();
    } else if (text == QLatin1String("true") || text == QLatin1String("false")) {
        manifest.requiresAccessToken = text == QLatin1String("true");
        manifest.notes.append(Words::tr("requiresAccessToken is a text instead of true or false."));
    } else {
        manifest.notes.append(
            Words::tr("The manifest does not say whether its links need the token; only links to "
                      "the server itself get it."));
    }
}

void readFields(const QJsonObject &object, Manifest &manifest) // BD-101
{
    const QJsonValue time = object.value(QStringLiteral("transactionTime"));
    manifest.transactionTime = time.toString();
    if (manifest.transactionTime.isEmpty())
        manifest.notes.append(Words::tr("transactionTime is missing: the watermark cannot move."));
    else if (!isFhirInstant(manifest.transactionTime))
        manifest.notes.append(Words::tr("transactionTime is not an instant: the watermark cannot move."));
    manifest.request = object.value(QStringLiteral("request")).toString();
    manifest.organizedBy = object.value(QStringLiteral("outputOrganizedBy")).toString();
    manifest.hasExtensions = object.contains(QStringLiteral("extension")); // object or array: both parse
}

void readNext(const QJsonObject &object, const ManifestOptions &options, Manifest &manifest) // BD-113
{
    for (const QJsonValue &value : object.value(QStringLiteral("link")).toArray()) {
        const QJsonObject link = value.toObject();
        if (link.value(QStringLiteral("relation")).toString() != QLatin1String("next"))
            continue;
        const LinkReading reading = readLink(link.value(QStringLiteral("url")), options);
        if (!reading.problem.isEmpty())
            manifest.notes.append(Words::tr("The link to the next page is not usable."));
        manifest.next = reading.url;
        return;
    }
}

void readLists(const QJsonObject &object, const ManifestOptions &options, Manifest &manifest)
{
    const QJsonValue output = object.value(QStringLiteral("output"));
    manifest.hasOutput = output.isArray();
    if (!manifest.hasOutput)
        manifest.notes.append(Words::tr("The manifest has no list of output files."));
    EntryReader reader(options, manifest);
    reader.read(FileKind::Output, output);
    reader.read(FileKind::Error, object.value(QStringLiteral("error")));
    reader.read(FileKind::Error, object.value(QStringLiteral("outcome"))); // its name in version 4 (BD-110)
    reader.read(FileKind::Deleted, object.value(QStringLiteral("deleted")));
}

} // namespace

qsizetype Manifest::count(FileKind kind) const
{
    return std::count_if(
        files.begin(), files.end(), [kind](const ManifestFile &file) { return file.kind == kind; });
}

Result<Manifest> readManifest(QByteArrayView body, const ManifestOptions &options)
{
    if (body.size() > kMaxBytes)
        return unreadable(Words::tr("The manifest is larger than 256 MiB."));
    const QByteArrayView trimmed = body.trimmed();
    if (trimmed.startsWith('<'))
        return unreadable(Words::tr("The server sent a web page instead of a manifest."));
    if (depthOf(trimmed) > kMaxDepth)
        return unreadable(Words::tr("The manifest is nested more than 64 levels deep."));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body.toByteArray(), &problem);
    if (!document.isObject())
        return unreadable(Words::tr("The manifest cannot be read as a JSON object."),
            serverWords(body.first(std::min(body.size(), qsizetype{4096}))));
    const QJsonObject object = document.object();
    const QString type = object.value(QStringLiteral("resourceType")).toString();
    if (type == QLatin1String("OperationOutcome")) // BD-068
        return unreadable(Words::tr("The server sent an OperationOutcome instead of a manifest."),
            operationOutcome(object).text());
    // An object of another kind, e.g. {"error": "…"} of a gateway.
    const bool looksLikeOne = object.contains(QStringLiteral("output"))
        || object.contains(QStringLiteral("transactionTime")) || object.contains(QStringLiteral("outcome"))
        || object.value(QStringLiteral("error")).isArray();
    if (!looksLikeOne)
        return unreadable(Words::tr("The server's answer is JSON, but no manifest."),
            serverWords(body.first(std::min(body.size(), qsizetype{4096}))));
    Manifest manifest;
    readFields(object, manifest);
    readToken(object, manifest);
    readLists(object, options, manifest);
    readNext(object, options, manifest);
    if (manifest.files.size() > kMaxEntries)
        return unreadable(Words::tr("The manifest lists more than a million files."));
    return manifest;
}

Result<> appendPage(Manifest &all, const Manifest &page)
{
    const bool same = all.transactionTime == page.transactionTime && all.request == page.request
        && all.requiresAccessToken == page.requiresAccessToken && all.organizedBy == page.organizedBy;
    if (!same)
        return unreadable(
            Words::tr("A further page of the manifest belongs to another export: its times or settings "
                      "differ."));
    if (all.files.size() + page.files.size() > kMaxEntries)
        return unreadable(Words::tr("The manifest lists more than a million files."));
    for (const FileKind kind : {FileKind::Output, FileKind::Error, FileKind::Deleted}) {
        auto number = static_cast<int>(all.count(kind));
        for (ManifestFile file : page.files) {
            if (file.kind != kind)
                continue;
            file.number = ++number;
            all.files.append(std::move(file));
        }
    }
    std::stable_sort(all.files.begin(), all.files.end(),
        [](const ManifestFile &a, const ManifestFile &b) { return a.kind < b.kind; });
    all.next = page.next;
    all.hasExtensions = all.hasExtensions || page.hasExtensions;
    for (const QString &note : page.notes) {
        if (!all.notes.contains(note))
            all.notes.append(note);
    }
    return {};
}

QStringList requestMismatches(const Manifest &manifest, const QUrl &asked)
{
    const QUrl said(manifest.request);
    if (manifest.request.isEmpty() || !said.isValid() || said.isRelative())
        return {};
    QStringList all;
    if (said.path(QUrl::FullyDecoded) != asked.path(QUrl::FullyDecoded))
        all.append(Words::tr("The manifest says it answers another request: %1.")
                       .arg(said.path(QUrl::FullyEncoded)));
    const auto types = [](const QUrl &url) {
        QStringList names = QUrlQuery(url)
                                .queryItemValue(QStringLiteral("_type"), QUrl::FullyDecoded)
                                .split(QLatin1Char(','), Qt::SkipEmptyParts);
        names.sort();
        return names;
    };
    const bool hasTypes = QUrlQuery(said).hasQueryItem(QStringLiteral("_type"));
    if (hasTypes && types(said) != types(asked))
        all.append(Words::tr("The manifest says it answers a request for other resource types: %1.")
                       .arg(types(said).join(QStringLiteral(", "))));
    return all;
}

} // namespace waybill::exports
