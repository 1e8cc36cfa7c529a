// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/duplicate_job.h"
#include "flows/launch_plan.h"
#include "flows/run_export.h"

#include <map>

namespace waybill::vault {
class SecretStore;
}

namespace waybill::flows {

class ExportConnection;

/// Every export this window owns, one per practice: started by a person, or taken up again at the start of
/// the program. Destroying it leaves the jobs on their servers running and everything in the store (BD-095).
class RunningExports : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        practices::Store &store;
        const Clock &clock;
        vault::SecretStore &keychain;
        QString home; ///< absolute: state, exports and key files lie below it
        std::shared_ptr<http::ProxyPasswords> proxyPasswords = {}; ///< null = no proxy has one
    };

    explicit RunningExports(Deps deps, QObject *parent = nullptr);
    ~RunningExports() override;

    /// Goes on with what an earlier process left unfinished. Asks keyNeeded() where the key is locked.
    void resumeUnfinished();
    /// Goes on with one practice, with the passphrase of its key file if it has one.
    void unlock(const QString &profileId, const SecretBytes &passphrase);
    /// The plan's key is used when it has one. Busy while another export of the practice runs here.
    Result<> start(const LaunchPlan &plan);

    /// What a person can do about the practice's export that was refused as a duplicate; nullopt: none was,
    /// or something runs again (EC-009).
    std::optional<DuplicateAdvice> duplicateOf(const QString &profileId) const;
    /// Goes on with one of the advice's jobs instead. Sends no kick-off.
    Result<> attach(const QString &profileId, const QString &runId);
    Result<> tryAgainAt(const QString &profileId, Instant at);

    /// The export of a practice that runs, or ran last, in this window; nullptr when there is none.
    RunExport *of(const QString &profileId) const;
    QList<ExportProgress> progress() const;
    QList<ExportProgress> active() const; ///< not finished yet: what a quit leaves to the server
    int requestsThisMinute(const QString &profileId) const;

Q_SIGNALS:
    void changed(const waybill::flows::ExportProgress &progress);
    void finished(const QString &profileId, const QList<waybill::flows::RunResult> &results);
    /// An unfinished export waits for its key; answer with unlock().
    void keyNeeded(const QString &profileId, const waybill::Error &why);
    /// It could not go on at all; the job is kept.
    void failed(const QString &profileId, const waybill::Error &why);

private:
    struct Entry;
    RunExport &open(const practices::Profile &profile, const keys::KeyPair &key);
    void resumeProfile(
        const practices::Profile &profile, const QString &runId, const SecretBytes *passphrase);

    Deps m_deps;
    std::map<QString, std::unique_ptr<Entry>> m_entries; ///< by profile id
    std::map<QString, QString> m_waiting; ///< profile id -> run id that waits for its key
};

} // namespace waybill::flows
