// SPDX-License-Identifier: Apache-2.0
#include "assistant/snapshots.h"

#include "assistant/words.h"
#include "keys/sha256.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace waybill::assistant {

using discovery::DiscoveryResult;
namespace {

const QString kFolder = QStringLiteral("/snapshots");
const QString kTime = QStringLiteral("yyyyMMddThhmmsszzz"); ///< sorts by time
constexpr int kTimeLength = 18;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString hashOf(const DiscoveryResult &result)
{
    keys::Sha256 hash;
    hash.add(result.smartBytes);
    hash.add(QByteArrayView("\n", 1)); // between them, so that bytes cannot move from one to the other unseen
    hash.add(result.capabilityBytes);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

QList<Snapshot> snapshotsIn(const QString &folder, const QUrl &base)
{
    QList<Snapshot> found;
    const QDir all(folder + kFolder);
    const QStringList names = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        QDateTime at = QDateTime::fromString(name.left(kTimeLength), kTime);
        at.setTimeSpec(Qt::UTC);
        const QString where = all.filePath(name);
        if (!at.isValid()
            || QString::fromUtf8(contents(where + QStringLiteral("/base-url.txt"))) != base.toString())
            continue;
        found.append({at.toString(Qt::ISODateWithMs), name.mid(kTimeLength + 1), where});
    }
    return found;
}

Result<Snapshot> keepSnapshot(const QString &folder, const DiscoveryResult &result, const QString &at)
{
    const QString hash = hashOf(result);
    const QList<Snapshot> before = snapshotsIn(folder, result.base);
    if (!before.isEmpty() && before.first().sha256 == hash)
        return before.first();
    const QDateTime time = QDateTime::fromString(at, Qt::ISODateWithMs).toUTC();
    if (!time.isValid())
        return failure(ErrorCode::Internal, Words::tr("The server's documents could not be kept."), at);
    const QString where =
        folder + kFolder + QLatin1Char('/') + time.toString(kTime) + QLatin1Char('-') + hash;
    if (const Result<> kept = keepDiscovery(where, result); !kept)
        return failure(kept.error());
    return Snapshot{time.toString(Qt::ISODateWithMs), hash, where};
}

} // namespace waybill::assistant
