// SPDX-License-Identifier: Apache-2.0
#include "practices/run_lock.h"

#include "practices/words.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QSysInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace waybill::practices {
namespace {

constexpr int kOwnerBytes = 512;

QByteArray ourselves()
{
    const QString text =
        QStringLiteral("%1, process %2 on %3, since %4")
            .arg(QCoreApplication::applicationName())
            .arg(QCoreApplication::applicationPid())
            .arg(QSysInfo::machineHostName(), QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    return text.toUtf8().left(kOwnerBytes);
}

QString ownerIn(int descriptor)
{
    QByteArray text(kOwnerBytes, '\0');
    const auto got = ::pread(descriptor, text.data(), static_cast<std::size_t>(text.size()), 0);
    text.truncate(got > 0 ? static_cast<qsizetype>(got) : 0);
    return QString::fromUtf8(text);
}

} // namespace

RunLock::RunLock(int descriptor)
    : m_descriptor(descriptor)
{
}

RunLock::~RunLock()
{
    // The file stays: removing it would let a third process lock a new one beside a waiting second.
    static_cast<void>(::ftruncate(m_descriptor, 0));
    ::close(m_descriptor);
}

Result<std::unique_ptr<RunLock>> RunLock::acquire(const QString &stateDirectory, const WatermarkKey &key)
{
    const QByteArray name = QCryptographicHash::hash(
        (key.baseUrl + QLatin1Char('\n') + key.group).toUtf8(), QCryptographicHash::Sha1)
                                .toHex();
    const QString path = QStringLiteral("%1/run-%2.lock").arg(stateDirectory, QString::fromLatin1(name));
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failure(ErrorCode::Storage, Words::tr("The lock of this Group cannot be opened."), path);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const QString owner = ownerIn(descriptor);
        ::close(descriptor);
        return failure(ErrorCode::Busy,
            owner.isEmpty() ? Words::tr("Another Waybill is exporting this Group.")
                            : Words::tr("Another Waybill is exporting this Group: %1.").arg(owner),
            key.group);
    }
    const QByteArray text = ourselves();
    // Only for the message; the lock is the kernel's.
    static_cast<void>(::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, text.constData(), static_cast<std::size_t>(text.size()), 0) > 0);
    return std::unique_ptr<RunLock>(new RunLock(descriptor));
}

} // namespace waybill::practices
