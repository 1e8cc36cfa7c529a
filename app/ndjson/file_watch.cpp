// SPDX-License-Identifier: Apache-2.0
#include "ndjson/file_watch.h"

namespace waybill::ndjson {

FileChange changeBetween(const FileStamp &before, const FileStamp &now)
{
    if (!now.exists)
        return FileChange::Vanished;
    if (now.inode != before.inode || now.device != before.device)
        return FileChange::Replaced;
    if (now.size < before.size)
        return FileChange::Shrunk;
    if (now.size > before.size)
        return FileChange::Grew;
    return now.modified == before.modified ? FileChange::None : FileChange::Rewritten;
}

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(kPeriod);
    connect(&m_timer, &QTimer::timeout, this, &FileWatch::look);
}

void FileWatch::watch(const QString &path, const FileStamp &known)
{
    m_path = path;
    m_known = known;
    m_told = known;
    m_timer.start();
}

void FileWatch::stop()
{
    m_timer.stop();
}

void FileWatch::look()
{
    if (!m_timer.isActive())
        return;
    const FileStamp now = stampOf(m_path);
    if (now == m_told)
        return;
    m_told = now;
    const FileChange change = changeBetween(m_known, now);
    if (change != FileChange::None)
        Q_EMIT changed(change);
}

} // namespace waybill::ndjson
