// SPDX-License-Identifier: Apache-2.0
#include "assistant/discovery_cache.h"

#include "assistant/words.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace waybill::assistant {

using discovery::DiscoveryResult;
namespace {

const QString kSmartFile = QStringLiteral("/smart-configuration.json");
const QString kCapabilityFile = QStringLiteral("/capabilitystatement.json");
const QString kBaseFile = QStringLiteral("/base-url.txt");

bool writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

QByteArray readWhole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<> keepDiscovery(const QString &folder, const DiscoveryResult &result)
{
    const bool written = QDir().mkpath(folder) && writeWhole(folder + kSmartFile, result.smartBytes)
        && writeWhole(folder + kCapabilityFile, result.capabilityBytes)
        && writeWhole(folder + kBaseFile, result.base.toString().toUtf8());
    if (!written)
        return failure(ErrorCode::Storage, Words::tr("The server's documents could not be kept."), folder);
    return {};
}

std::optional<DiscoveryResult> keptDiscovery(const QString &folder, const QUrl &base, const QString &vendor)
{
    if (base.isEmpty() || QString::fromUtf8(readWhole(folder + kBaseFile)) != base.toString())
        return std::nullopt;
    DiscoveryResult result;
    result.base = base;
    result.smartBytes = readWhole(folder + kSmartFile);
    result.capabilityBytes = readWhole(folder + kCapabilityFile);
    if (const auto smart = discovery::parseSmartConfiguration(result.smartBytes, base)) {
        result.smart = *smart;
        result.tokenUrl = smart->tokenEndpoint;
        result.tokenSource = discovery::TokenUrlSource::WellKnown;
    }
    if (const auto capability = discovery::parseCapabilityStatement(result.capabilityBytes)) {
        result.capability = *capability;
        result.bulkDataVersion = capability->bulkDataVersion;
        if (result.tokenUrl.isEmpty()) {
            result.tokenUrl = capability->tokenUrl;
            result.tokenSource = discovery::TokenUrlSource::Metadata;
        }
    }
    if (!result.smart && !result.capability)
        return std::nullopt;
    result.preset = discovery::presetFor(vendor);
    if (result.bulkDataVersion.isEmpty())
        result.bulkDataVersion = result.preset.bulkDataVersion;
    return result;
}

} // namespace waybill::assistant
