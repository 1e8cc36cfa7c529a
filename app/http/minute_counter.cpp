// SPDX-License-Identifier: Apache-2.0
#include "http/minute_counter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace waybill::http {
namespace {

constexpr std::size_t kSize = sizeof(std::int64_t) + sizeof(std::uint32_t);

int openCounter(const QString &path)
{
    if (path.isEmpty())
        return -1;
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo::exists(folder)) {
        QDir().mkpath(folder);
        ::chmod(QFile::encodeName(folder).constData(), 0700);
    }
    return ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/// Locks for as long as it lives; other processes hold it for microseconds.
class Locked
{
public:
    explicit Locked(int descriptor)
        : m_descriptor(descriptor)
        , m_held(descriptor >= 0 && ::flock(descriptor, LOCK_EX) == 0)
    {
    }
    ~Locked()
    {
        if (m_held)
            ::flock(m_descriptor, LOCK_UN);
    }
    Locked(const Locked &) = delete;
    Locked &operator=(const Locked &) = delete;

private:
    int m_descriptor;
    bool m_held;
};

} // namespace

MinuteCounter::MinuteCounter(const QString &path)
    : m_descriptor(openCounter(path))
{
}

MinuteCounter::MinuteCounter(MinuteCounter &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_own(other.m_own)
{
}

MinuteCounter::~MinuteCounter()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void MinuteCounter::update(std::int64_t minute, const std::function<std::uint32_t(std::uint32_t)> &change)
{
    const Locked lock(m_descriptor);
    std::array<char, kSize> bytes{};
    if (m_descriptor >= 0 && ::pread(m_descriptor, bytes.data(), kSize, 0) == static_cast<ssize_t>(kSize)) {
        std::memcpy(&m_own.minute, bytes.data(), sizeof m_own.minute);
        std::memcpy(&m_own.used, bytes.data() + sizeof m_own.minute, sizeof m_own.used);
    }
    if (m_own.minute != minute)
        m_own = {minute, 0};
    const std::uint32_t wanted = change(m_own.used);
    if (wanted == m_own.used && wanted != 0)
        return;
    m_own.used = wanted;
    std::memcpy(bytes.data(), &m_own.minute, sizeof m_own.minute);
    std::memcpy(bytes.data() + sizeof m_own.minute, &m_own.used, sizeof m_own.used);
    // A failed write (disk full) leaves the count in this object: better than no count at all.
    if (m_descriptor >= 0 && ::pwrite(m_descriptor, bytes.data(), kSize, 0) != static_cast<ssize_t>(kSize))
        return;
}

} // namespace waybill::http
