// SPDX-License-Identifier: Apache-2.0
#include "handoff/verify_bundle.h"

#include "handoff/bundle_files.h"
#include "handoff/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QRegularExpression>

namespace waybill::handoff {
namespace {

constexpr qint64 kLargestFile = qint64{4} << 20; // ours are some kilobytes

Failure broken(const QString &what, const QString &where)
{
    return failure(
        ErrorCode::InvalidInput, what, where, Words::tr("Get the bundle again, or write it anew."));
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Result<QByteArray> readFile(const QString &folder, const QString &name)
{
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.exists())
        return broken(Words::tr("A file of the bundle is missing."), name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage,
            Words::tr("A file of the bundle cannot be read: %1.").arg(file.errorString()), file.fileName());
    if (file.size() > kLargestFile)
        return broken(Words::tr("A file of the bundle is too large."), name);
    return file.readAll();
}

/// path -> checksum as listed.
Result<QMap<QString, QByteArray>> readSums(const QByteArray &sums)
{
    static const QRegularExpression line(QStringLiteral("^([0-9a-f]{64}) [ *]([^/\\\\].*)$"));
    QMap<QString, QByteArray> listed;
    for (const QByteArray &raw : sums.split('\n')) {
        if (raw.trimmed().isEmpty())
            continue;
        const auto match = line.match(QString::fromUtf8(raw));
        const QString name = match.captured(2);
        const QStringList steps = name.split(QLatin1Char('/'));
        if (!match.hasMatch() || steps.contains(QLatin1String("..")) || name.contains(QLatin1Char('\\')))
            return broken(Words::tr("SHA256SUMS holds a line that is no checksum."), kSumsFile);
        listed.insert(name, match.captured(1).toLatin1());
    }
    return listed;
}

Result<> checkFile(const QString &name, const QByteArray &bytes, const QByteArray &expected)
{
    if (sha256(bytes) != expected)
        return broken(Words::tr("A file of the bundle was changed: its checksum differs."), name);
    if (name == QLatin1String("jwks.json")) {
        if (const QString problem = problemOfJwks(bytes); !problem.isEmpty())
            return broken(problem, name);
    }
    const QString secret = isEncryptedKeyPem(bytes) ? QString() : secretIn(bytes);
    if (!secret.isEmpty())
        return broken(Words::tr("The bundle holds %1.").arg(secret), name);
    return {};
}

QStringList unlistedFiles(const QString &folder, const QMap<QString, QByteArray> &listed)
{
    QStringList notes;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = QDir(folder).relativeFilePath(files.next());
        const bool isState =
            name.startsWith(QLatin1String("state/")) || name.startsWith(QLatin1String("exports/"));
        if (name != kSumsFile && !listed.contains(name) && !isState)
            notes.append(Words::tr("%1 is not part of the bundle as it was written.").arg(name));
    }
    notes.sort();
    return notes;
}

} // namespace

Result<VerifiedBundle> verifyBundle(const QString &folder)
{
    const auto sums = readFile(folder, kSumsFile);
    if (!sums)
        return failure(sums.error());
    const auto listed = readSums(*sums);
    if (!listed)
        return failure(listed.error());
    for (const char *needed : {"waybill.json", "jwks.json", "validation.json", "README.md"}) {
        if (!listed->contains(QLatin1String(needed)))
            return broken(
                Words::tr("SHA256SUMS does not list a file that every bundle has."), QLatin1String(needed));
    }
    QByteArray validation;
    for (auto it = listed->begin(); it != listed->end(); ++it) {
        const auto bytes = readFile(folder, it.key());
        if (!bytes)
            return failure(bytes.error());
        if (auto good = checkFile(it.key(), *bytes, it.value()); !good)
            return failure(good.error());
        if (it.key() == QLatin1String("validation.json"))
            validation = *bytes;
    }
    auto file = openWaybill(folder);
    if (!file)
        return failure(file.error());

    const QJsonObject evidence = QJsonDocument::fromJson(validation).object();
    const bool sameWaybill = evidence.value(QLatin1String("waybillSha256")).toString().toLatin1()
        == listed->value(QStringLiteral("waybill.json"));
    VerifiedBundle verified{std::move(*file), sha256(*sums), false, unlistedFiles(folder, *listed)};
    verified.validated = sameWaybill && evidence.value(QLatin1String("validated")).toBool();
    verified.notes = verified.file.notes + verified.notes;
    return verified;
}

} // namespace waybill::handoff
