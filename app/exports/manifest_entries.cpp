// SPDX-License-Identifier: Apache-2.0
#include "exports/manifest_entries.h"

#include "base/redact.h"
#include "exports/words.h"
#include "http/origin.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace waybill::exports {
namespace {

using practices::FileKind;

constexpr qsizetype kMaxUrl = 16384; // far beyond any signed link; more is nonsense (F-053)

bool isTypeName(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64 && text.front().isUpper()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && c.isLetter(); });
}

} // namespace

LinkReading readLink(const QJsonValue &value, const ManifestOptions &options)
{
    LinkReading reading;
    QString text = value.toString().trimmed();
    if (text.isEmpty() || text.size() > kMaxUrl) {
        reading.problem = Words::tr("The entry has no usable link.");
        return reading;
    }
    if (options.ecw && text.contains(QLatin1String("&amp;"))) { // eCW: seen in its manifests (BD-105)
        text.replace(QLatin1String("&amp;"), QLatin1String("&"));
        reading.wasEscaped = true;
    }
    QUrl url = QUrl::fromEncoded(text.toUtf8(), QUrl::TolerantMode);
    if (url.isRelative()) {
        url = options.askedUrl.resolved(url);
        reading.wasRelative = true;
    }
    url.setFragment({});
    if (!url.isValid() || url.host().isEmpty() || !http::isAllowedScheme(url))
        reading.problem =
            Words::tr("The link is not https: %1.").arg(plainServerText(url.scheme().toUtf8(), 20));
    else if (!url.userInfo().isEmpty())
        reading.problem = Words::tr("The link carries a user name.");
    else
        reading.url = url;
    return reading;
}

EntryReader::EntryReader(ManifestOptions options, Manifest &manifest)
    : m_options(std::move(options))
    , m_manifest(manifest)
{
}

void EntryReader::read(FileKind kind, const QJsonValue &list)
{
    if (list.isUndefined() || list.isNull())
        return;
    if (!list.isArray()) {
        noteOnce(Words::tr("A list of files in the manifest is not a list."));
        return;
    }
    const QJsonArray entries = list.toArray();
    auto number = static_cast<int>(m_manifest.count(kind));
    for (const QJsonValue &entry : entries)
        m_manifest.files.append(readEntry(kind, entry, ++number));
}

ManifestFile EntryReader::readEntry(FileKind kind, const QJsonValue &value, int number)
{
    ManifestFile file;
    file.kind = kind;
    file.number = number;
    file.type = kUnknownType;
    if (!value.isObject()) { // F-052
        file.problem = Words::tr("The entry is not an object.");
        return file;
    }
    const QJsonObject entry = value.toObject();
    readType(entry, file);
    file.count = readCount(entry, QStringLiteral("count"));
    file.fileSize = readCount(entry, QStringLiteral("fileSize"));
    if (entry.contains(QStringLiteral("extension")))
        m_manifest.hasExtensions = true;
    const LinkReading link = readLink(entry.value(QStringLiteral("url")), m_options);
    file.url = link.url;
    file.problem = link.problem;
    if (link.wasRelative)
        noteOnce(Words::tr("Links are relative; they were resolved against the status URL."));
    if (link.wasEscaped)
        noteOnce(Words::tr("Links had &amp; in them; they were read as &."));
    if (!file.url.isEmpty() && m_seen.contains(file.url))
        noteOnce(Words::tr("The same link is listed twice.")); // BD-147
    m_seen.insert(file.url);
    return file;
}

void EntryReader::readType(const QJsonObject &entry, ManifestFile &file)
{
    switch (file.kind) {
    case FileKind::Deleted: file.type = QStringLiteral("Bundle"); return; // version 4 leaves it out
    case FileKind::Error: file.type = QStringLiteral("OperationOutcome"); return;
    case FileKind::Output: break;
    }
    const QString type = entry.value(QStringLiteral("type")).toString();
    if (isTypeName(type)) {
        file.type = type;
    } else if (m_manifest.organizedBy.isEmpty()) { // BD-106, F-055
        noteOnce(Words::tr("A file has no usable resource type; it is called “unknown”."));
    }
}

std::optional<std::int64_t> EntryReader::readCount(const QJsonObject &entry, const QString &name)
{
    const QJsonValue value = entry.value(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    bool ok = value.isDouble();
    double number = value.toDouble(-1);
    if (value.isString()) { // F-056
        number = value.toString().toDouble(&ok);
        noteOnce(Words::tr("A count is a text instead of a number."));
    }
    if (!ok || number < 0 || number > 9e15 || std::floor(number) != number) {
        noteOnce(Words::tr("A count is not a number of lines; it is not checked."));
        return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
}

void EntryReader::noteOnce(const QString &note)
{
    if (!m_manifest.notes.contains(note))
        m_manifest.notes.append(note);
}

} // namespace waybill::exports
