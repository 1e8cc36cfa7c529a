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

constexpr qsizetype kBuffer = qsizetype{64} << 10;

int opened(const QString &path, int flags)
{
    return ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600);
}

bool syncFolder(const QString &path)
{
    const int folder = opened(path, O_RDONLY | O_DIRECTORY);
    const bool isSynced = folder >= 0 && ::fsync(folder) == 0;
    const int code = errno;
    if (folder >= 0)
        ::close(folder);
    errno = code;
    return isSynced;
}

} // namespace

Result<> writeDurably(const QString &path, QByteArrayView bytes)
{
    DurableFile file(path);
    file.add(bytes);
    return file.commit();
}

DurableFile::DurableFile(QString path)
    : m_path(std::move(path))
    , m_file(opened(temporary(), O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW))
    , m_error(m_file < 0 ? errno : 0)
{
}

DurableFile::~DurableFile()
{
    if (m_file < 0)
        return;
    ::close(m_file);
    QFile::remove(temporary());
}

void DurableFile::add(QByteArrayView bytes)
{
    if (m_buffer.size() + bytes.size() <= kBuffer) {
        m_buffer.append(bytes);
        return;
    }
    write(m_buffer);
    m_buffer.resize(0);
    write(bytes);
}

void DurableFile::write(QByteArrayView bytes)
{
    while (m_error == 0 && !bytes.isEmpty()) {
        const auto written = ::write(m_file, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written >= 0)
            bytes = bytes.sliced(static_cast<qsizetype>(written));
        else if (errno != EINTR)
            m_error = errno;
    }
}

Result<> DurableFile::commit()
{
    write(m_buffer);
    if (m_error == 0 && ::fsync(m_file) != 0)
        m_error = errno;
    if (m_error != 0)
        return failed(m_path, m_error);
    const bool isClosed = ::close(std::exchange(m_file, -1)) == 0;
    const bool isNamed = isClosed
        && std::rename(QFile::encodeName(temporary()).constData(), QFile::encodeName(m_path).constData())
            == 0;
    if (!isNamed || !syncFolder(QFileInfo(m_path).path())) {
        const int code = errno;
        QFile::remove(temporary());
        return failed(m_path, code);
    }
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
