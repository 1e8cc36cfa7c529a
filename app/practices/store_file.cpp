// SPDX-License-Identifier: Apache-2.0
#include "practices/store_file.h"

#include "practices/database.h"
#include "practices/migrations.h"
#include "practices/words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

namespace waybill::practices {
namespace {

Error cannotWrite(const QString &path)
{
    return {ErrorCode::Storage, Words::tr("The folder for Waybill's records cannot be written."), path, {}};
}

/// fsync of a file or folder. An error is reported: what is not on the disk must not be trusted (F-104).
bool sync(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

Result<> makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder)
        || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(cannotWrite(folder));
    return {};
}

QString temporaryBeside(const QString &path)
{
    return path + QStringLiteral(".new-") + QUuid::createUuid().toString(QUuid::Id128);
}

/// An empty file only its owner may read: SQLite keeps the mode, also for its -wal and -shm.
Result<> makePrivateFile(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(cannotWrite(path));
    ::close(descriptor);
    return {};
}

Result<> putInPlace(const QString &temporary, const QString &path, bool replace)
{
    if (!sync(temporary))
        return failure(cannotWrite(temporary));
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(path);
    // link() never replaces: of two processes that start on an empty folder one wins, the other takes its
    // file.
    const int moved =
        replace ? ::rename(from.constData(), to.constData()) : ::link(from.constData(), to.constData());
    const bool exists = moved != 0 && !replace && errno == EEXIST;
    if (!replace)
        ::unlink(from.constData());
    if ((moved != 0 && !exists) || !sync(QFileInfo(path).path()))
        return failure(cannotWrite(path));
    return {};
}

/// A new file appears under its name only with its tables in it. So an empty one is always a damaged one.
Result<> makeNewFile(const QString &path)
{
    const QString temporary = temporaryBeside(path);
    if (const Result<> made = makePrivateFile(temporary); !made)
        return made;
    {
        auto database = Database::open(temporary);
        if (!database)
            return failure(database.error());
        if (const Result<> migrated = migrate(**database); !migrated)
            return migrated;
        // Leaves one whole file behind; opening it turns WAL on again.
        if (const auto single = (*database)->run(QStringLiteral("PRAGMA journal_mode=DELETE")); !single)
            return failure(single.error());
    }
    return putInPlace(temporary, path, false);
}

/// Whether SQLite can read all of it and it has our tables. An error is one of reaching the file.
Result<bool> isWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage, Words::tr("Waybill's records cannot be read."), path);
    if (file.read(16) != QByteArrayView("SQLite format 3\0", 16))
        return false;
    file.close();
    return Database::isWhole(path);
}

QString putAside(const QString &path)
{
    const QString aside = path + QStringLiteral(".damaged-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    for (const QString &part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(path + part, aside + part);
    return aside;
}

Result<> restore(const QString &folder)
{
    const QString temporary = temporaryBeside(storePath(folder));
    if (!QFile::copy(goodCopyPath(folder), temporary))
        return failure(cannotWrite(temporary));
    QFile::setPermissions(temporary, QFile::ReadOwner | QFile::WriteOwner);
    return putInPlace(temporary, storePath(folder), true);
}

Result<std::optional<Error>> replaceDamaged(const QString &folder)
{
    const QString path = storePath(folder);
    const QFileInfo copy(goodCopyPath(folder));
    const Result<bool> copyIsWhole = copy.exists() ? isWhole(copy.filePath()) : Result<bool>(false);
    if (!copyIsWhole || !*copyIsWhole) {
        return failure(ErrorCode::Storage,
            Words::tr("The file with Waybill's records is damaged, and there is no good copy of it."), path,
            Words::tr(
                "Restore it from a backup, or move it away to start from nothing: then every export begins "
                "with a full baseline."));
    }
    const QString aside = QFile::exists(path) ? putAside(path) : QString();
    if (const Result<> restored = restore(folder); !restored)
        return failure(restored.error());
    const QString when = copy.lastModified().toUTC().toString(Qt::ISODate);
    return std::optional<Error>(Error{ErrorCode::Storage,
        aside.isEmpty()
            ? Words::tr("The file with Waybill's records was gone; the copy of %1 took its place.").arg(when)
            : Words::tr("The file with Waybill's records was damaged; the copy of %1 took its place.")
                  .arg(when),
        aside.isEmpty() ? path : aside,
        Words::tr("Check the disk. Exports since then may be repeated, nothing is skipped.")});
}

} // namespace

QString storePath(const QString &folder)
{
    return folder + QStringLiteral("/waybill.sqlite");
}

QString goodCopyPath(const QString &folder)
{
    return storePath(folder) + QStringLiteral(".good");
}

Result<std::optional<Error>> prepareStoreFile(const QString &folder)
{
    if (const Result<> made = makeFolder(folder); !made)
        return failure(made.error());
    const QString path = storePath(folder);
    if (!QFile::exists(path) && !QFile::exists(goodCopyPath(folder))) {
        if (const Result<> made = makeNewFile(path); !made)
            return failure(made.error());
        return std::optional<Error>();
    }
    if (!QFile::exists(path))
        return replaceDamaged(folder);
    const Result<bool> whole = isWhole(path);
    if (!whole)
        return failure(whole.error());
    return *whole ? Result<std::optional<Error>>(std::nullopt) : replaceDamaged(folder);
}

Result<> writeGoodCopy(const QString &folder)
{
    const QString temporary = temporaryBeside(goodCopyPath(folder));
    {
        const auto database = Database::open(storePath(folder));
        if (!database)
            return failure(database.error());
        if (const Result<> made = makePrivateFile(temporary); !made)
            return made;
        if (const auto copied = (*database)->run(QStringLiteral("VACUUM INTO ?"), {temporary}); !copied)
            return failure(copied.error());
    }
    return putInPlace(temporary, goodCopyPath(folder), true);
}

} // namespace waybill::practices
