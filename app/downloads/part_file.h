// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace waybill::downloads {

/// A file on its way to its name: written as `name.part`, on the disk before it is called `name`, never
/// replacing anything (BD-143, reliability.md §6). Folders 0700, files 0600 (BD-221), no symbolic links
/// followed below the folder. Errors: DiskFull; Storage when the folder is gone, read-only or broken;
/// InvalidInput when only this one name cannot be used.
class PartFile
{
public:
    /// `name` is below `directory`, e.g. "error/001.OperationOutcome.ndjson". Makes missing folders.
    static Result<PartFile> at(const QString &directory, const QString &name);
    ~PartFile();
    PartFile(PartFile &&other) noexcept;
    PartFile &operator=(PartFile &&other) noexcept;
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    bool finalExists() const;
    /// Opens the `.part` of an earlier attempt; its size, or nullopt when there is none that can be trusted
    /// (not a plain file, somebody else's, with a second name): then it is out of the way.
    Result<std::optional<std::int64_t>> openExisting();
    /// Opens what already has the final name, for reading.
    Result<std::int64_t> openFinal();
    Result<> create(); ///< an empty `.part`; an old one is removed
    bool isOpen() const { return m_file >= 0; }

    Result<> write(QByteArrayView bytes); ///< at the end
    Result<int> duplicate() const; ///< another descriptor of the open file; the caller closes it
    Result<> truncate(std::int64_t size);
    Result<> sync(); ///< the bytes are on the disk when it returns
    std::int64_t size() const { return m_size; }
    std::int64_t freeBytes() const; ///< for this user, on this file system

    /// Sync, rename to the final name without replacing, sync the folder. Busy: somebody else locks the file,
    /// which stays open; try again.
    Result<> publish();
    Result<> confirmFinal(); ///< the opened final file and its name are on the disk when it returns
    Result<> reject(); ///< rename to `name.bad`; an older one is replaced
    Result<> rejectFinal(); ///< the same with what has the final name
    Result<> discard(); ///< remove the `.part`

    /// A small file beside it, replaced as a whole: `name.part.resume`.
    Result<> writeNote(const QByteArray &bytes);
    QByteArray readNote() const; ///< empty when there is none
    void removeNote();

    QString place() const { return m_place; } ///< for error texts

private:
    PartFile(int folder, QByteArray leaf, QString place);
    void closeFile();
    Result<> moveAside(const QByteArray &from);
    Result<> syncFolder() const;
    QByteArray part() const { return m_leaf + ".part"; }
    QByteArray note() const { return m_leaf + ".part.resume"; }

    int m_folder = -1; ///< the folder that holds the file
    int m_file = -1;
    QByteArray m_leaf;
    QString m_place;
    std::int64_t m_size = 0;
};

} // namespace waybill::downloads
