// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/source_file.h"

#include <QObject>
#include <QTimer>

namespace waybill::ndjson {

enum class FileChange {
    None,
    Grew,
    Rewritten, ///< same size, other time
    Shrunk,
    Replaced, ///< the name belongs to another file now, as editors save
    Vanished,
};

/// What happened to a file between two looks at its name.
FileChange changeBetween(const FileStamp &before, const FileStamp &now);

/// Looks at a name twice a second: works where notifications do not (network drives), costs one system call.
class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);

    /// `known`: what the owner has read so far; changes are told against it until it is set anew.
    void watch(const QString &path, const FileStamp &known);
    void stop();
    /// Looks now.
    void look();

    static constexpr std::chrono::milliseconds kPeriod{500};

Q_SIGNALS:
    /// Never None. Told once for the same state of the file.
    void changed(waybill::ndjson::FileChange change);

private:
    QTimer m_timer;
    QString m_path;
    FileStamp m_known;
    FileStamp m_told;
};

} // namespace waybill::ndjson
