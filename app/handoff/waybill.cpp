// SPDX-License-Identifier: Apache-2.0
#include "handoff/waybill.h"

#include "handoff/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace waybill::handoff {
namespace {

constexpr qint64 kLargestFile = qint64{1} << 20;

} // namespace

Waybill fromProfile(const practices::Profile &profile, const QMap<QString, QString> &watermarks)
{
    Waybill waybill;
    waybill.name = profile.name;
    waybill.vendor = profile.vendor;
    waybill.practice = {profile.practiceName.isEmpty() ? profile.name : profile.practiceName,
        profile.practiceCode, practices::environmentName(profile.environment)};
    waybill.server = {profile.fhirBaseUrl, profile.tokenUrl, profile.bulkDataVersion, profile.trustedOrigins};
    waybill.client = {profile.clientId, profile.algorithm, profile.keyId, profile.keyThumbprint, profile.key,
        profile.jwksUrl, profile.scopes, static_cast<int>(profile.clockOffset.count())};
    waybill.exports.level = profile.level;
    if (profile.level == practices::Level::Group)
        waybill.exports.groupId = profile.group.value;
    waybill.exports.types = profile.types;
    for (const QString &type : profile.types) {
        if (const QString instant = watermarks.value(type); !instant.isEmpty())
            waybill.watermarks.insert(type, instant);
    }
    waybill.limits = {profile.requestsPerMinute, profile.parallelDownloads};
    waybill.schedule = {profile.calendar, profile.baselineEveryDays};
    // A folder of this computer means nothing on the server: "exports" beside the waybill, or --out.
    return waybill;
}

practices::Profile toProfile(const Waybill &waybill, const practices::Profile &onto)
{
    practices::Profile profile = onto;
    profile.name = waybill.name.isEmpty() ? waybill.practice.name : waybill.name;
    profile.vendor = waybill.vendor;
    profile.practiceName = waybill.practice.name;
    profile.practiceCode = waybill.practice.code;
    // A waybill that does not say is taken for production: the careful choice (EC-008).
    const bool isSandbox =
        waybill.practice.environment == practices::environmentName(practices::Environment::Sandbox);
    profile.environment = isSandbox ? practices::Environment::Sandbox : practices::Environment::Production;
    profile.fhirBaseUrl = waybill.server.fhirBaseUrl;
    profile.tokenUrl = waybill.server.tokenUrl;
    profile.bulkDataVersion = waybill.server.bulkDataVersion;
    profile.trustedOrigins = waybill.server.trustedOrigins;
    profile.clientId = waybill.client.clientId;
    profile.algorithm = waybill.client.algorithm;
    profile.keyId = waybill.client.keyId;
    profile.keyThumbprint = waybill.client.keyThumbprint;
    profile.key = waybill.client.key;
    profile.jwksUrl = waybill.client.jwksUrl;
    profile.scopes = waybill.client.scopes;
    profile.clockOffset = std::chrono::seconds{waybill.client.clockOffset};
    profile.level = waybill.exports.level;
    if (profile.group.value != waybill.exports.groupId) {
        profile.group = {};
        profile.group.value = waybill.exports.groupId;
    }
    profile.types = waybill.exports.types;
    profile.requestsPerMinute = waybill.limits.requestsPerMinute;
    profile.parallelDownloads = waybill.limits.parallelDownloads;
    profile.calendar = waybill.schedule.calendar;
    profile.baselineEveryDays = waybill.schedule.baselineEveryDays;
    if (QDir::isAbsolutePath(waybill.outputDirectory))
        profile.outputDirectory = waybill.outputDirectory;
    return profile;
}

Result<WaybillFile> openWaybill(const QString &folderOrFile)
{
    QFileInfo info(folderOrFile);
    if (info.isDir())
        info = QFileInfo(QDir(folderOrFile), QStringLiteral("waybill.json"));
    if (folderOrFile.isEmpty() || !info.exists()) {
        return failure(ErrorCode::InvalidInput, Words::tr("There is no waybill here."), info.filePath(),
            Words::tr("Name a bundle folder or its waybill.json."));
    }
    QFile file(info.absoluteFilePath());
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage,
            Words::tr("The waybill cannot be opened: %1.").arg(file.errorString()), file.fileName());
    auto read = readWaybill(file.read(kLargestFile + 1));
    if (!read) {
        Error error = read.error();
        error.where =
            error.where.isEmpty() ? info.fileName() : info.fileName() + QStringLiteral(": ") + error.where;
        return failure(error);
    }
    return WaybillFile{
        info.absoluteFilePath(), info.absolutePath(), std::move(read->waybill), std::move(read->notes)};
}

} // namespace waybill::handoff
