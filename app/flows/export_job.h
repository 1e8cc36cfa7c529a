// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/authorized_transport.h"
#include "base/worker.h"
#include "exports/export_driver.h"
#include "exports/export_request.h"
#include "flows/export_log.h"
#include "flows/job_downloads.h"
#include "flows/run_export.h"
#include "flows/run_facts.h"
#include "flows/verdict.h"
#include "practices/watermark.h"

#include <QTimer>

namespace waybill::flows {

struct ChangesCase;
struct Examination;

/// One job of an export: couples the machine's driver with the store, the run folder, the downloads and the
/// verdict. Main thread; may be destroyed at any moment, the store has everything.
class ExportJob final : public QObject, private exports::ExportHost
{
    Q_OBJECT
public:
    struct Deps {
        RunExport::Deps practice;
        auth::AuthorizedTransport &authorized;
        QList<http::Origin> trusted;
    };

    /// Reads the state and makes the run folder. InvalidInput when the request is not allowed.
    static Result<std::unique_ptr<ExportJob>> open(
        const Deps &deps, const practices::Profile &profile, const practices::RunRecord &run);
    ~ExportJob() override;

    void begin(); ///< from wherever the state says
    void handle(const exports::Event &event) { m_driver->handle(event); }
    void pauseDownloads();
    void resumeDownloads();
    Result<> acceptErrors(const QString &who, const QString &why);
    void releaseFiles();
    /// Open runs that this one replaces as soon as its server accepted it.
    void setSuperseded(const QList<practices::RunRecord> &runs) { m_superseded = runs; }

    ExportProgress progress() const;
    RunResult result() const;
    const practices::RunRecord &record() const { return m_run; }
    const exports::State &state() const { return m_driver->state(); }
    /// Nothing goes on by itself: it ended, or a person is needed.
    bool isResting() const;
    /// When the next thing happens by itself; nullopt while something is under way.
    std::optional<Instant> waitsUntil() const;
    bool isBusy() const; ///< see RunExport::isBusy()

Q_SIGNALS:
    void changed();
    void rested(); ///< isResting() became true

private:
    ExportJob(const Deps &deps, practices::Profile profile, practices::RunRecord run, exports::State state);

    Result<> commit(const exports::Step &step) override;
    Result<> storeManifest(const exports::StoreManifest &manifest) override;
    void keepAnswer(const exports::KeepAnswer &answer) override;
    void startDownloads(const exports::StartDownloads &command) override;
    void refreshLinks(const exports::RefreshLinks &command) override;
    void stopDownloads() override;
    void decide() override;

    practices::RunRecord recordAfter(const exports::State &state) const;
    Result<> write(const practices::RunRecord &next, const exports::Step &step);
    Result<> writeVerdict(std::optional<Outcome> end);
    Result<> closeSuperseded(const practices::RunRecord &next);
    void afterCommit(const exports::Step &step);
    void logEvent(const QString &id, QJsonObject detail);
    void note(const QString &text);

    void download(const exports::Manifest &manifest);
    void onFileEnded(qsizetype index);
    Result<> flushFiles();
    void onExamined(Result<Examination> examination);
    void tryVerdictAgain(const Error &why);
    VerdictCase verdictCase(const Examination &examination, const WatermarkCase &marks) const;
    Result<WatermarkCase> watermarkCase() const;
    ChangesCase changesCase(const QList<practices::FileRecord> &files) const;
    void addEarlierFiles(const QStringList &asked, ChangesCase &given) const;
    QString roster() const; ///< file of the known patients of this Group
    QString nextRoster() const;
    void keepRoster(); ///< or drop the one prepared for a run that did not count
    void keepClientFacts(const exports::Step &step);
    Result<> writeReport(const QString &acceptedBy = {}, const QString &acceptedWhy = {});
    void reportEnd();
    void setProblem(const std::optional<Error> &problem);
    http::Request kickOffWithout(const QStringList &leftOut) const;
    void keepLeftOut(const QStringList &leftOut);
    exports::ManifestOptions manifestOptions() const;

    Deps m_deps;
    practices::Profile m_profile;
    practices::RunRecord m_run;
    practices::WatermarkKey m_key;
    RunFolder m_folder;
    ExportLog m_log;
    std::unique_ptr<exports::ExportDriver> m_driver;
    std::unique_ptr<JobDownloads> m_downloads;
    QList<practices::RunRecord> m_superseded;
    QList<PollTick> m_polls;
    std::int64_t m_pollCount = 0;
    QStringList m_notes;
    QString m_transactionTime;
    QStringList m_patients; ///< the only ones wanted; in memory alone
    ClientFacts m_client;
    QJsonObject m_changes; ///< for the report
    std::optional<Error> m_problem; ///< of the disk or the store: waits for room
    std::optional<Verdict> m_verdict;
    std::optional<WatermarkCase> m_watermarkCase;
    QList<practices::FileRecord> m_judged;
    QList<qsizetype> m_endedFiles; ///< not yet in the store
    QTimer m_flush;
    Worker m_examiner;
};

} // namespace waybill::flows
