// SPDX-License-Identifier: Apache-2.0
#include "ndjson/source_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace waybill::ndjson {
namespace {

FileStamp toStamp(const struct stat &info)
{
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return {true, info.st_size, info.st_mtim.tv_sec * kNanoseconds + info.st_mtim.tv_nsec, info.st_dev,
        info.st_ino};
}

Failure cannotOpen(const QString &path, int error)
{
    const QString where = QFileInfo(path).fileName();
    if (error == ENOENT)
        return failure(
            ErrorCode::NotFound, QCoreApplication::translate("Ndjson", "The file is not there."), where);
    if (error == EACCES)
        return failure(ErrorCode::Storage,
            QCoreApplication::translate("Ndjson", "You are not allowed to read the file."), where);
    return failure(
        ErrorCode::Storage, QCoreApplication::translate("Ndjson", "The file could not be opened."), where);
}

} // namespace

FileStamp stampOf(const QString &path)
{
    struct stat info {
    };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? toStamp(info) : FileStamp{};
}

SourceFile::SourceFile(int descriptor, QString path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{
}

SourceFile::~SourceFile()
{
    ::close(m_descriptor);
}

Result<std::shared_ptr<const SourceFile>> SourceFile::open(const QString &path)
{
    // Without blocking: opening a pipe must not hang the window.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return cannotOpen(path, errno);
    auto file = std::shared_ptr<const SourceFile>(new SourceFile(descriptor, path));
    struct stat info {
    };
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
        return failure(ErrorCode::InvalidInput,
            QCoreApplication::translate("Ndjson", "This is not a file that can be read line by line."),
            QFileInfo(path).fileName());
    }
    return file;
}

Result<std::shared_ptr<const SourceFile>> SourceFile::duplicate(int descriptor, const QString &name)
{
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return cannotOpen(name, errno);
    return std::shared_ptr<const SourceFile>(new SourceFile(copy, name));
}

qsizetype SourceFile::read(std::int64_t offset, char *into, qsizetype length) const
{
    qsizetype done = 0;
    while (done < length) {
        const ssize_t got =
            ::pread(m_descriptor, into + done, static_cast<std::size_t>(length - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

QByteArray SourceFile::read(std::int64_t offset, qsizetype length) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    bytes.resize(std::max<qsizetype>(0, read(offset, bytes.data(), length)));
    return bytes;
}

FileStamp SourceFile::stamp() const
{
    struct stat info {
    };
    return ::fstat(m_descriptor, &info) == 0 ? toStamp(info) : FileStamp{};
}

} // namespace waybill::ndjson
