// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/export_plan.h"

#include <QJsonArray>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace waybill::sandbox {

/// One export job. Never changes once it is made, but for the marked fields, which the store guards.
struct ExportJob {
    std::string id;
    std::string practice; ///< code
    std::string clientId;
    std::string group; ///< what the job blocks; empty above Group level
    Moment startedAt; ///< also its transactionTime
    Moment readyAt;
    std::shared_ptr<const ExportRequest> request;
};

/// A job's life, seen at one moment.
struct JobView {
    std::shared_ptr<const ExportJob> job;
    bool ready = false;
    int percent = 0; ///< 0..99 while it runs
    int manifestFetches = 0; ///< how often a manifest was handed out before
};

/// All jobs of the process. They have no thread: a job is ready when its time has come. Thread-safe.
class ExportJobs
{
public:
    /// Called with the lock held after every change, to save the state.
    using OnChange = std::function<void(const QJsonArray &)>;

    std::shared_ptr<const ExportJob> start(ExportJob job);
    /// A running job of this practice and group, to call a kick-off a duplicate.
    bool isRunning(const std::string &practice, const std::string &group, Moment at) const;
    /// nullopt: unknown, deleted, or another client's.
    std::optional<JobView> find(const std::string &id, const std::string &clientId, Moment at) const;
    std::optional<JobView> find(const std::string &id, Moment at) const;
    bool remove(const std::string &id);

    void noteManifest(const std::string &id); ///< one more manifest was handed out
    /// Remembers when the next poll is due and tells whether this one was early.
    bool noteNextPoll(const std::string &id, Moment polledAt, Moment due);

    /// The files, planned when they are first wanted. The pass over the patients runs without the lock.
    std::shared_ptr<const std::vector<PlannedFile>> plan(const ExportJob &job, const World &world);

    QJsonArray save() const;
    void load(const QJsonArray &rows);
    void onChange(OnChange call) { m_onChange = std::move(call); }

private:
    struct Entry {
        std::shared_ptr<const ExportJob> job;
        std::shared_ptr<const std::vector<PlannedFile>> plan;
        int manifestFetches = 0;
        Moment pollDue{};
    };
    QJsonArray saveLocked() const;
    void changed();

    mutable std::mutex m_mutex;
    std::map<std::string, Entry> m_jobs;
    OnChange m_onChange;
};

} // namespace waybill::sandbox
