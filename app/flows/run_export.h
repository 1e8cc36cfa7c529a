// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "flows/export_progress.h"
#include "flows/plan.h"
#include "http/qt_transport.h"
#include "practices/run_record.h"

#include <QObject>

#include <memory>

namespace waybill {
namespace http {
class RequestBudget;
class Transport;
} // namespace http
namespace auth {
class TokenSource;
}
namespace practices {
class Store;
}
} // namespace waybill

/// The use case "export one Group": kick-off, polls, files, verdict, watermarks. What the desktop shows and
/// what the runner prints come from here. Main thread.
namespace waybill::flows {

/// How one job ended, for a list of results.
struct RunResult {
    QString runId;
    Outcome outcome = Outcome::Failed;
    QString verdict; ///< one sentence
    QString runDirectory;
    std::optional<Error> problem;
    friend bool operator==(const RunResult &, const RunResult &) = default;
};

/// One export of one practice at a time: several jobs one after the other when types have different
/// watermarks. Every step is in the store before anything else happens, so the object may be destroyed, or
/// the process killed, at any moment; a new one goes on with resume(). Destroying it leaves the job on the
/// server running (BD-095).
class RunExport : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        http::Transport &transport; ///< of the main thread; waits for the budget
        auth::TokenSource &tokens; ///< of this practice and client
        http::RequestBudget &budget; ///< of this practice, shared by all its requests
        practices::Store &store;
        const Clock &clock;
        std::shared_ptr<http::CookieJar> cookies = {}; ///< of the transport; downloads send them too (BD-148)
        QString caFile = {};
        std::shared_ptr<const http::ProxyPasswords> proxyPasswords = {};
    };

    RunExport(const Deps &deps, practices::Profile profile, QObject *parent = nullptr);
    ~RunExport() override;

    /// Runs that are not over, oldest first: what a start goes on with by itself.
    static Result<QList<practices::RunRecord>> unfinished(const practices::Store &store);

    /// Busy when another window or process exports this Group. An unfinished run of the Group is resumed
    /// instead, unless the plan says startNew; then it is given up as soon as the server accepted the new
    /// one.
    Result<> start(const ExportPlan &plan);
    /// Goes on with this run and the jobs planned with it.
    Result<> resume(const QString &runId);

    ExportProgress progress() const; ///< of the current job, else of the last one
    QList<RunResult> results() const; ///< of the jobs that came to an end since start() or resume()
    bool isActive() const;
    /// After Duplicate: nothing is sent until then, and then the same kick-off again, with the jobs planned
    /// behind it. Kept in the store like every wait (EC-009).
    Result<> tryAgainAt(Instant at);
    /// When it goes on by itself; nullopt while something is under way or a person is needed.
    std::optional<Instant> waitsUntil() const;
    /// Leaving now would cost something: the kick-off's answer, a file that is coming in, a verdict.
    bool isBusy() const;

    /// Lets the watermarks of a run that completed with errors move; `who` and `why` go to the audit
    /// (BD-111).
    Result<> acceptErrors(const QString &who, const QString &why);

public Q_SLOTS:
    void pollNow(); ///< earlier than the server asked; a person's decision (BD-062)
    void goOn(); ///< after Stalled or KickOffUnknown, or to fetch missing files again
    void cancel(); ///< DELETE, confirmed by one status request; a started job is never cancelled otherwise
    void pauseDownloads();
    void resumeDownloads();
    /// Tells the server that the files may go: DELETE after a complete run only (BD-091, BD-092).
    void releaseFiles();

Q_SIGNALS:
    void changed(const waybill::flows::ExportProgress &progress); ///< at most ten times a second
    void jobFinished(const waybill::flows::RunResult &result);
    /// No job is left that could go on by itself: all ended, or one needs a person (see progress().phase).
    void finished(const QList<waybill::flows::RunResult> &results);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace waybill::flows
