// SPDX-License-Identifier: Apache-2.0
#include "vault/key_file.h"

#include "vault/file_handle.h"
#include "vault/words.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace waybill::vault {
namespace {

constexpr off_t kLargest = 1 << 20; // a key file has some KiB

QByteArray native(const QString &path)
{
    return QFile::encodeName(path);
}

QString reason(int number)
{
    return qt_error_string(number);
}

Failure refuse(const QString &what, const QString &path, const QString &next)
{
    return failure(ErrorCode::InvalidInput, what, path, next);
}

Failure writeProblem(int number, const QString &path)
{
    if (number == EEXIST)
        return refuse(Words::tr("There is already a file of this name, and a key file is never overwritten."),
            path, Words::tr("Choose another name, or move the old file away yourself."));
    if (number == ENOSPC || number == EDQUOT)
        return failure(ErrorCode::DiskFull, Words::tr("The key file could not be written: the disk is full."),
            path, Words::tr("Free some space and try again."));
    return failure(ErrorCode::Storage,
        Words::tr("The key file could not be written: %1.").arg(reason(number)), path,
        Words::tr("Choose a folder you may write to."));
}

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/// Gives the finished file its name; EEXIST if somebody has it. Returns 0 or the error number.
int moveWithoutOverwriting(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system without that flag: a second name is refused if it exists, just as safely.
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    ::unlink(from.constData());
    return 0;
}

/// Without this a power cut may lose the name though the bytes are safe.
void syncFolder(const QString &path)
{
    const FileHandle folder(
        ::open(native(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        ::fsync(folder.get());
}

/// The refusal of a file that is not what a private key file must be; `provisioned` = put there by a service
/// manager.
std::optional<Failure> refusal(const struct stat &status, bool provisioned, const QString &path)
{
    if (!S_ISREG(status.st_mode))
        return refuse(Words::tr("This is not a plain file."), path, Words::tr("Choose the key file itself."));
    const bool isOwn = status.st_uid == ::geteuid();
    if (!isOwn && !(provisioned && status.st_uid == 0))
        return refuse(Words::tr("The key file belongs to another user."), path,
            Words::tr("Make a copy that belongs to the user who runs Waybill."));
    const mode_t forbidden = provisioned ? S_IRWXO | S_IWGRP : S_IRWXG | S_IRWXO;
    if ((status.st_mode & forbidden) != 0)
        return refuse(Words::tr("Other users may read or change the key file (mode %1).")
                          .arg(status.st_mode & 07777, 4, 8, QLatin1Char('0')),
            path,
            Words::tr("Take their rights away: chmod 600, and if they may have read it, make a new key."));
    if (status.st_size > kLargest)
        return refuse(
            Words::tr("This file is too large to be a key."), path, Words::tr("Choose the key file itself."));
    return std::nullopt;
}

Failure openProblem(int number, const QString &path)
{
    if (number == ENOENT)
        return failure(ErrorCode::SecretMissing, Words::tr("The key file is not there."), path,
            Words::tr("Put it back, or choose where it lies now."));
    if (number == ELOOP)
        return refuse(
            Words::tr("The key file is a symbolic link."), path, Words::tr("Choose the file it points to."));
    return failure(ErrorCode::Storage, Words::tr("The key file could not be opened: %1.").arg(reason(number)),
        path, Words::tr("Check the file and its permissions."));
}

Result<SecretBytes> readChecked(const QString &path, bool provisioned)
{
    // Not blocking: opening a named pipe would wait for its other end.
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (provisioned ? 0 : O_NOFOLLOW);
    const FileHandle file(::open(native(path).constData(), flags));
    if (!file.isOpen())
        return openProblem(errno, path);
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return openProblem(errno, path);
    if (auto refused = refusal(status, provisioned, path))
        return *refused;
    QByteArray bytes(static_cast<qsizetype>(status.st_size), '\0');
    qsizetype got = 0;
    while (got < bytes.size()) {
        const ssize_t count =
            ::read(file.get(), bytes.data() + got, static_cast<std::size_t>(bytes.size() - got));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        got += count;
    }
    SecretBytes secret{QByteArrayView(bytes)};
    const bool whole = got == bytes.size();
    wipe(bytes);
    if (!whole)
        return openProblem(EIO, path);
    return secret;
}

} // namespace

Result<> writeKeyFile(const QString &path, const SecretBytes &bytes)
{
    const QByteArray target = native(path);
    const QByteArray temporary =
        target + ".part-" + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    FileHandle file(::open(
        temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return writeProblem(errno, path);
    int problem = 0;
    if (!writeAll(file.get(), bytes.view()) || ::fsync(file.get()) != 0 || !file.close())
        problem = errno;
    else
        problem = moveWithoutOverwriting(temporary, target);
    if (problem != 0) {
        ::unlink(temporary.constData());
        return writeProblem(problem, path);
    }
    syncFolder(path);
    return {};
}

Result<SecretBytes> readKeyFile(const QString &path)
{
    return readChecked(path, false);
}

Result<SecretBytes> readProvisionedKeyFile(const QString &path)
{
    return readChecked(path, true);
}

} // namespace waybill::vault
