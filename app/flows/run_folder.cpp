// SPDX-License-Identifier: Apache-2.0
#include "flows/run_folder.h"

#include "flows/durable_file.h"
#include "flows/run_words.h"

#include <QFile>
#include <QJsonDocument>

namespace waybill::flows {
namespace {

using practices::FileKind;

QString manifestName(int page)
{
    return page == 1 ? QStringLiteral("manifest.json") : QStringLiteral("manifest-%1.json").arg(page);
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace

RunFolder::RunFolder(QString path)
    : m_path(std::move(path))
{
}

QString RunFolder::filePath(const QString &name) const
{
    return m_path + QLatin1Char('/') + name;
}

Result<> RunFolder::make() const
{
    for (const QString &folder :
        {m_path, filePath(QStringLiteral("error")), filePath(QStringLiteral("deleted"))}) {
        if (const Result<> made = makePrivateFolder(folder); !made)
            return made;
    }
    return {};
}

Result<> RunFolder::writeRun(const QJsonObject &facts) const
{
    return writeDurably(filePath(QStringLiteral("run.json")), text(facts));
}

Result<> RunFolder::writeReport(const QJsonObject &report) const
{
    return writeDurably(filePath(QStringLiteral("report.json")), text(report));
}

Result<> RunFolder::writeManifest(int page, const QByteArray &bytes) const
{
    const Result<> written = writeDurably(filePath(manifestName(page)), bytes);
    for (int later = page + 1; written && QFile::exists(filePath(manifestName(later))); ++later)
        QFile::remove(filePath(manifestName(later)));
    return written;
}

Result<> RunFolder::keepAnswer(const QString &name, const QByteArray &bytes) const
{
    const QByteArray start = bytes.left(256).trimmed();
    const QString extension = start.startsWith('{') || start.startsWith('[') ? QStringLiteral(".json")
        : start.startsWith('<')                                              ? QStringLiteral(".html")
                                                                             : QStringLiteral(".txt");
    return writeDurably(filePath(name + extension), bytes);
}

Result<exports::Manifest> RunFolder::readManifest(const exports::ManifestOptions &options) const
{
    std::optional<exports::Manifest> all;
    exports::ManifestOptions place = options;
    for (int page = 1;; ++page) {
        QFile file(filePath(manifestName(page)));
        if (page > 1 && !file.exists())
            break;
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::Storage, RunWords::tr("The manifest in the run folder cannot be read."),
                file.fileName());
        }
        const auto read = exports::readManifest(file.readAll(), place);
        if (!read)
            return failure(read.error());
        place.askedUrl = read->next;
        if (!all) {
            all = *read;
        } else if (const Result<> appended = exports::appendPage(*all, *read); !appended) {
            break; // the machine said so when it came: what is before it counts
        }
    }
    return *all;
}

QString RunFolder::nameOf(const exports::ManifestFile &file)
{
    const QString name =
        QStringLiteral("%1.%2.ndjson").arg(file.number, 3, 10, QLatin1Char('0')).arg(file.type);
    switch (file.kind) {
    case FileKind::Output: return name;
    case FileKind::Error: return QStringLiteral("error/") + name;
    case FileKind::Deleted: return QStringLiteral("deleted/") + name;
    }
    Q_UNREACHABLE();
}

} // namespace waybill::flows
