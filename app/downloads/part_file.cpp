// SPDX-License-Identifier: Apache-2.0
#include "downloads/part_file.h"

#include "downloads/storage_error.h"
#include "downloads/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace waybill::downloads {
namespace {

constexpr mode_t kFolderMode = 0700;
constexpr mode_t kFileMode = 0600;
constexpr std::int64_t kLongestNote = 64 << 10;

class Descriptor
{
public:
    explicit Descriptor(int value)
        : m_value(value)
    {
    }
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int value() const { return m_value; }
    int release() { return std::exchange(m_value, -1); }

private:
    int m_value;
};

/// Our own names only (BD-146); this is the second line of defence.
bool isSafe(const QStringList &steps)
{
    for (const QString &step : steps) {
        if (step.isEmpty() || step.startsWith(QLatin1Char('.')) || step.contains(QLatin1Char('\\'))
            || step.contains(QChar(0)))
            return false;
    }
    return !steps.isEmpty();
}

int openFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    QDir().mkpath(QFileInfo(path).path());
    ::mkdir(name.constData(), kFolderMode); // one that is there keeps its mode: it may be a person's choice
    return ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// Opens a folder inside `parent`, making it when it is not there.
int openBelow(int parent, const QByteArray &name)
{
    if (::mkdirat(parent, name.constData(), kFolderMode) != 0 && errno != EEXIST)
        return -1;
    return ::openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// Adds what was written to `size`, also when it fails half-way.
Result<> writeAll(int file, QByteArrayView bytes, const QString &place, std::int64_t &size)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return storageFailure(errno, Words::tr("The file could not be written."), place);
        size += written;
        bytes = bytes.sliced(written);
    }
    return {};
}

} // namespace

PartFile::PartFile(int folder, QByteArray leaf, QString place)
    : m_folder(folder)
    , m_leaf(std::move(leaf))
    , m_place(std::move(place))
{
}

PartFile::PartFile(PartFile &&other) noexcept
    : m_folder(std::exchange(other.m_folder, -1))
    , m_file(std::exchange(other.m_file, -1))
    , m_leaf(std::move(other.m_leaf))
    , m_place(std::move(other.m_place))
    , m_size(other.m_size)
{
}

PartFile &PartFile::operator=(PartFile &&other) noexcept
{
    std::swap(m_folder, other.m_folder);
    std::swap(m_file, other.m_file);
    std::swap(m_leaf, other.m_leaf);
    std::swap(m_place, other.m_place);
    std::swap(m_size, other.m_size);
    return *this;
}

PartFile::~PartFile()
{
    closeFile();
    if (m_folder >= 0)
        ::close(m_folder);
}

Result<PartFile> PartFile::at(const QString &directory, const QString &name)
{
    const QStringList steps = name.split(QLatin1Char('/'));
    if (!isSafe(steps))
        return failure(ErrorCode::InvalidInput, Words::tr("This is not a usable file name."), name);
    int folder = openFolder(directory);
    for (qsizetype i = 0; folder >= 0 && i + 1 < steps.size(); ++i) {
        const Descriptor parent(folder);
        folder = openBelow(parent.value(), QFile::encodeName(steps.at(i)));
    }
    if (folder < 0)
        return storageFailure(errno, Words::tr("The export folder cannot be used."), directory);
    return PartFile(folder, QFile::encodeName(steps.last()), name);
}

void PartFile::closeFile()
{
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
    m_size = 0;
}

bool PartFile::finalExists() const
{
    struct stat about {
    };
    return ::fstatat(m_folder, m_leaf.constData(), &about, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<std::optional<std::int64_t>> PartFile::openExisting()
{
    closeFile();
    Descriptor file(::openat(m_folder, part().constData(), O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC));
    if (file.value() < 0 && errno == ENOENT)
        return std::nullopt;
    struct stat about {
    };
    const bool isOurs = file.value() >= 0 && ::fstat(file.value(), &about) == 0 && S_ISREG(about.st_mode)
        && about.st_uid == ::geteuid() && about.st_nlink == 1;
    if (!isOurs) {
        if (auto gone = discard(); !gone)
            return failure(gone.error());
        return std::nullopt;
    }
    m_file = file.release();
    m_size = about.st_size;
    return m_size;
}

Result<std::int64_t> PartFile::openFinal()
{
    closeFile();
    Descriptor file(::openat(m_folder, m_leaf.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat about {
    };
    if (file.value() < 0 || ::fstat(file.value(), &about) != 0)
        return storageFailure(errno, Words::tr("The file could not be read."), m_place);
    if (!S_ISREG(about.st_mode))
        return storageFailure(EEXIST, Words::tr("The file could not be read."), m_place);
    m_file = file.release();
    m_size = about.st_size;
    return m_size;
}

Result<> PartFile::create()
{
    if (auto gone = discard(); !gone)
        return gone;
    m_file = ::openat(m_folder, part().constData(),
        O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kFileMode);
    if (m_file < 0)
        return storageFailure(errno, Words::tr("The file could not be created."), m_place);
    return {};
}

Result<> PartFile::write(QByteArrayView bytes)
{
    return writeAll(m_file, bytes, m_place, m_size);
}

Result<int> PartFile::duplicate() const
{
    const int copy = ::fcntl(m_file, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return storageFailure(errno, Words::tr("The file could not be read."), m_place);
    return copy;
}

Result<> PartFile::truncate(std::int64_t size)
{
    if (::ftruncate(m_file, size) != 0)
        return storageFailure(errno, Words::tr("The file could not be written."), m_place);
    m_size = size;
    return {};
}

Result<> PartFile::sync()
{
    if (::fdatasync(m_file) != 0)
        return storageFailure(errno, Words::tr("The file did not reach the disk."), m_place);
    return {};
}

std::int64_t PartFile::freeBytes() const
{
    struct statvfs about {
    };
    if (::fstatvfs(m_folder, &about) != 0)
        return -1;
    return static_cast<std::int64_t>(about.f_bavail) * static_cast<std::int64_t>(about.f_frsize);
}

Result<> PartFile::syncFolder() const
{
    if (::fsync(m_folder) != 0)
        return storageFailure(errno, Words::tr("The folder did not reach the disk."), m_place);
    return {};
}

Result<> PartFile::publish()
{
    if (auto synced = sync(); !synced)
        return synced;
    if (::renameat2(m_folder, part().constData(), m_folder, m_leaf.constData(), RENAME_NOREPLACE) != 0) {
        const bool isLocked = errno == EBUSY || errno == ETXTBSY;
        auto failed = storageFailure(errno, Words::tr("The finished file could not get its name."), m_place);
        if (isLocked)
            failed.value().code = ErrorCode::Busy;
        return failed;
    }
    closeFile();
    return syncFolder();
}

Result<> PartFile::confirmFinal()
{
    if (auto synced = sync(); !synced)
        return synced;
    return syncFolder();
}

Result<> PartFile::moveAside(const QByteArray &from)
{
    closeFile();
    removeNote();
    if (::renameat(m_folder, from.constData(), m_folder, (m_leaf + ".bad").constData()) != 0)
        return storageFailure(errno, Words::tr("The refused file could not be put aside."), m_place);
    return syncFolder();
}

Result<> PartFile::reject()
{
    return moveAside(part());
}

Result<> PartFile::rejectFinal()
{
    return moveAside(m_leaf);
}

Result<> PartFile::discard()
{
    closeFile();
    removeNote();
    if (::unlinkat(m_folder, part().constData(), 0) != 0 && errno != ENOENT)
        return storageFailure(errno, Words::tr("The unfinished file could not be removed."), m_place);
    return {};
}

Result<> PartFile::writeNote(const QByteArray &bytes)
{
    const QByteArray temporary = note() + ".new";
    ::unlinkat(m_folder, temporary.constData(), 0);
    const Descriptor file(::openat(
        m_folder, temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kFileMode));
    if (file.value() < 0)
        return storageFailure(errno, Words::tr("The file could not be created."), m_place);
    std::int64_t size = 0;
    if (auto written = writeAll(file.value(), bytes, m_place, size); !written)
        return written;
    if (::fdatasync(file.value()) != 0
        || ::renameat(m_folder, temporary.constData(), m_folder, note().constData()) != 0)
        return storageFailure(errno, Words::tr("The file did not reach the disk."), m_place);
    return {};
}

QByteArray PartFile::readNote() const
{
    const Descriptor file(::openat(m_folder, note().constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (file.value() < 0)
        return {};
    QByteArray bytes(kLongestNote, Qt::Uninitialized);
    const ssize_t got = ::read(file.value(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.truncate(std::max<ssize_t>(got, 0));
    return bytes;
}

void PartFile::removeNote()
{
    ::unlinkat(m_folder, note().constData(), 0);
}

} // namespace waybill::downloads
