// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/units.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace waybill::ndjson {

/// What tells one state of a file from another.
struct FileStamp {
    bool exists = false;
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// The stamp of what the path names now; `exists` is false when there is nothing.
FileStamp stampOf(const QString &path);

/// An open file, read by position from any thread. Never mapped into memory: a file that shrinks while a
/// mapping is read kills the process (F-098). Keeps reading what was opened even if the name goes away.
class SourceFile
{
public:
    /// Fails for what is not a plain file.
    static Result<std::shared_ptr<const SourceFile>> open(const QString &path);
    /// Takes a duplicate of an open descriptor, e.g. of a temporary file without a name.
    static Result<std::shared_ptr<const SourceFile>> duplicate(int descriptor, const QString &name);

    ~SourceFile();
    SourceFile(const SourceFile &) = delete;
    SourceFile &operator=(const SourceFile &) = delete;

    /// Reads up to `length` bytes; fewer only at the end of the file, -1 when the disk fails.
    qsizetype read(std::int64_t offset, char *into, qsizetype length) const;
    /// The same into a new array; shorter, perhaps empty, on failure.
    QByteArray read(std::int64_t offset, qsizetype length) const;

    FileStamp stamp() const;
    const QString &path() const { return m_path; }

private:
    SourceFile(int descriptor, QString path);
    int m_descriptor;
    QString m_path;
};

} // namespace waybill::ndjson
