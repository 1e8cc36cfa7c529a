// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "practices/key_record.h"
#include "practices/run_record.h"
#include "practices/watermark.h"

#include <functional>
#include <memory>

namespace waybill::practices {

class Database;

/// The file `waybill.sqlite` in a state folder: the only place where status URLs and watermarks live.
/// Each write is on the disk when its call returns (WAL, synchronous=FULL). One connection per object; use it
/// in the thread that opened it. Several objects and processes may have one file open.
class Store
{
public:
    /// Makes folder (0700) and file when there is none. Refuses a file of a newer Waybill. A damaged file is
    /// put aside and the last good copy taken, see notice(); without one it is an error: never silently
    /// empty, which would start a baseline (F-105).
    static Result<std::unique_ptr<Store>> open(const QString &folder);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    QString folder() const;
    /// What a person must be told about this file: it was damaged and replaced by the last good copy.
    const std::optional<Error> &notice() const;

    /// All or nothing. Calls to the store inside `work` belong to it; an error from `work` undoes them.
    Result<> transact(const std::function<Result<>()> &work);
    /// Copies the file of this folder to the side, for the day it is damaged. After each verdict; from any
    /// thread.
    static Result<> keepGoodCopy(const QString &folder);

    // Profiles
    Result<> saveProfile(const Profile &profile);
    Result<> removeProfile(const QString &id);
    Result<QList<Profile>> profiles() const; ///< archived ones too, by name
    Result<std::optional<Profile>> profile(const QString &id) const;

    // Keys
    Result<> saveKey(const KeyRecord &key);
    Result<> removeKey(const QString &thumbprint);
    Result<QList<KeyRecord>> keys() const; ///< oldest first

    // Runs
    Result<> saveRun(const RunRecord &run); ///< inserts or replaces
    Result<std::optional<RunRecord>> run(const QString &id) const;
    Result<QList<RunRecord>> runs(const WatermarkKey &key, int limit = 100) const; ///< newest first
    Result<QList<RunRecord>> allRuns(int limit = 1000) const; ///< newest first
    Result<QList<RunRecord>> openRuns() const; ///< not closed, oldest first
    Result<QList<RunRecord>> openRuns(const WatermarkKey &key) const; ///< in the order they shall run
    Result<> removeRun(const QString &id); ///< with its polls and files; only one that was never kicked off

    Result<> addPoll(const QString &runId, const PollTick &tick);
    Result<QList<PollTick>> polls(const QString &runId, int last = 500) const; ///< oldest first
    Result<std::int64_t> pollCount(const QString &runId) const;
    /// Forgets the polls of all but the newest runs of this key: the strip of last year's polls serves
    /// nobody.
    Result<> prunePolls(const WatermarkKey &key, int keepRuns = 20);

    Result<> saveFile(const QString &runId, const FileRecord &file); ///< inserts or replaces
    Result<QList<FileRecord>> files(const QString &runId) const; ///< output, error, deleted; by number
    Result<> forgetFiles(const QString &runId);

    // Watermarks
    Result<QList<Watermark>> watermarks(const WatermarkKey &key) const; ///< by type
    /// Writes one and its audit entry together. An empty `mark.value` removes it (reset to baseline).
    Result<> moveWatermark(
        const WatermarkKey &key, const Watermark &mark, const QString &who, const QString &why);
    /// Takes over a waybill's watermarks, once: only if nothing was ever known of this key.
    Result<bool> seedWatermarks(const WatermarkKey &key, const QList<Watermark> &marks, const QString &why);

    Result<> addAudit(const AuditEntry &entry);
    Result<QList<AuditEntry>> audit(const WatermarkKey &key, int limit = 200) const; ///< newest first

private:
    explicit Store(std::unique_ptr<Database> database, std::optional<Error> notice);
    std::unique_ptr<Database> m_database;
    std::optional<Error> m_notice;
};

} // namespace waybill::practices
