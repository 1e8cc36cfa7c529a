// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace waybill::flows {

/// Writes a whole file so that after any crash there is the old one or the new one: temporary file (0600),
/// fsync, rename, fsync of the folder. Errors: DiskFull, Storage (F-100, F-104).
Result<> writeDurably(const QString &path, QByteArrayView bytes);

/// The same for a file that grows bit by bit and is not held in memory. Without commit() nothing of it stays.
class DurableFile
{
public:
    explicit DurableFile(QString path);
    ~DurableFile();
    DurableFile(const DurableFile &) = delete;
    DurableFile &operator=(const DurableFile &) = delete;

    void add(QByteArrayView bytes); ///< what goes wrong is told by commit()
    Result<> commit();

private:
    void write(QByteArrayView bytes);
    QString temporary() const { return m_path + QStringLiteral(".new"); }

    QString m_path;
    int m_file;
    int m_error;
    QByteArray m_buffer;
};

/// A folder only its owner may enter (0700); all missing ones above it too. An existing one is left as it is.
Result<> makePrivateFolder(const QString &path);

} // namespace waybill::flows
