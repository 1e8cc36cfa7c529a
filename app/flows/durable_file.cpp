// SPDX-License-Identifier: Apache-2.0
#include "flows/durable_file.h"

#include "flows/run_words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace waybill::flows {
namespace {

Failure failed(const QString &path, int code)
{
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    return failure(full ? ErrorCode::DiskFull : ErrorCode::Storage,
        full ? RunWords::tr("The disk is full.") : RunWords::tr("The file could not be written."), path);
}

class Descriptor
{
public:
    Descriptor(const QString &path, int flags)
        : m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    bool isOpen() const { return m_number >= 0; }
    bool write(QByteArrayView bytes) const
    {
        while (!bytes.isEmpty()) {
            const auto written = ::write(m_number, bytes.data(), static_cast<std::size_t>(bytes.size()));
            if (written < 0 && errno != EINTR)
                return false;
            bytes = bytes.sliced(written < 0 ? 0 : static_cast<qsizetype>(written));
        }
        return true;
    }
    bool sync() const { return ::fsync(m_number) == 0; }
    bool close()
    {
        const int number = std::exchange(m_number, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int m_number;
};

} // namespace

Result<> writeDurably(const QString &path, QByteArrayView bytes)
{
    const QString temporary = path + QStringLiteral(".new");
    {
        Descriptor file(temporary, O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW);
        if (!file.isOpen() || !file.write(bytes) || !file.sync() || !file.close()) {
            const int code = errno;
            QFile::remove(temporary);
            return failed(path, code);
        }
    }
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        return failed(path, errno);
    const Descriptor folder(QFileInfo(path).path(), O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen() || !folder.sync())
        return failed(path, errno);
    return {};
}

Result<> makePrivateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    if (info.path() != path) {
        if (const Result<> above = makePrivateFolder(info.path()); !above)
            return above;
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST)
        return failed(path, errno);
    return {};
}

} // namespace waybill::flows
