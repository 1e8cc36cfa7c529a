// SPDX-License-Identifier: Apache-2.0
#include "flows/run_export.h"

#include "flows/export_job.h"
#include "flows/new_patients.h"
#include "flows/run_facts.h"
#include "flows/run_words.h"
#include "practices/run_lock.h"
#include "practices/store.h"

namespace waybill::flows {
namespace {

/// People cannot read faster; lists of many files are copied less often.
constexpr std::chrono::milliseconds kTellEvery{100};
constexpr std::chrono::milliseconds kTellLongListsEvery{500};
constexpr qsizetype kLongList = 5000;

/// After these the next job of the export has nothing to wait for.
bool mayGoOnAfter(Outcome outcome)
{
    return outcome == Outcome::Complete || outcome == Outcome::CompleteWithErrors
        || outcome == Outcome::Incomplete;
}

} // namespace

class RunExport::Private
{
public:
    Private(RunExport *owner, const Deps &given, practices::Profile givenProfile)
        : q(owner)
        , deps(given)
        , profile(std::move(givenProfile))
        , key(practices::watermarkKey(profile))
        , trusted(auth::trustedOrigins(profile.fhirBaseUrl, profile.trustedOrigins))
        , authorized({given.transport, given.tokens}, trusted)
    {
    }

    Result<> lockGroup();
    Result<QList<practices::RunRecord>> lockedRuns();
    Result<> adopt(const QList<practices::RunRecord> &runs, const QList<practices::RunRecord> &olderRuns);
    Result<> plan(const ExportPlan &plan);
    Result<> next();
    void onRested();
    void finish();
    void dropUnstarted();
    void tell();
    void keepGoodCopy();

    RunExport *q;
    Deps deps;
    practices::Profile profile;
    practices::WatermarkKey key;
    QList<http::Origin> trusted;
    auth::AuthorizedTransport authorized;
    std::unique_ptr<practices::RunLock> lock;
    QList<practices::RunRecord> queue; ///< after the current one
    QList<practices::RunRecord> superseded;
    QList<practices::RunRecord> dropped; ///< were planned behind one that failed
    int jobNumber = 0;
    int jobCount = 0;
    bool active = false;
    QList<RunResult> results;
    std::unique_ptr<ExportJob> job;
    QTimer teller;
    Worker copier;
};

RunExport::RunExport(const Deps &deps, practices::Profile profile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, deps, std::move(profile)))
{
    d->teller.setSingleShot(true);
    connect(&d->teller, &QTimer::timeout, this, [this] { Q_EMIT changed(progress()); });
}

RunExport::~RunExport() = default;

Result<QList<practices::RunRecord>> RunExport::unfinished(const practices::Store &store)
{
    return store.openRuns();
}

Result<> RunExport::start(const ExportPlan &plan)
{
    const auto open = d->lockedRuns();
    if (!open)
        return failure(open.error());
    if (!open->isEmpty() && !plan.startNew)
        return d->adopt(*open, {});
    if (const Result<> planned = d->plan(plan); !planned)
        return planned;
    QList<practices::RunRecord> old;
    for (const practices::RunRecord &run : *open) {
        if (run.startedAt)
            old.append(run);
        else if (const Result<> removed = d->deps.store.removeRun(run.id); !removed)
            return removed;
    }
    d->superseded = old;
    return d->next();
}

Result<> RunExport::resume(const QString &runId)
{
    const auto open = d->lockedRuns();
    if (!open)
        return failure(open.error());
    QList<practices::RunRecord> runs;
    for (const practices::RunRecord &run : *open) {
        const bool isWanted = run.id == runId;
        if (isWanted || (!runs.isEmpty() && run.batch == runs.first().batch))
            runs.append(run);
    }
    if (runs.isEmpty())
        return failure(
            ErrorCode::NotFound, RunWords::tr("This run is over, or it belongs to another Group."), runId);
    return d->adopt(runs, {});
}

Result<> RunExport::Private::lockGroup()
{
    if (lock)
        return {};
    auto got = practices::RunLock::acquire(deps.store.folder(), key);
    if (!got)
        return failure(got.error());
    lock = std::move(*got);
    return {};
}

/// The open runs of this Group, which nobody else can touch from here on.
Result<QList<practices::RunRecord>> RunExport::Private::lockedRuns()
{
    if (active)
        return failure(ErrorCode::Busy, RunWords::tr("An export of this Group is running in this window."));
    if (const Result<> locked = lockGroup(); !locked)
        return failure(locked.error());
    return deps.store.openRuns(key);
}

Result<> RunExport::Private::plan(const ExportPlan &plan)
{
    // First whether the requests are allowed at all: nothing is written down for one that is not.
    const QList<practices::RunRecord> records = recordsFor(plan, deps.clock.now());
    for (const practices::RunRecord &record : records) {
        const exports::ExportRequest request = requestOf(profile, record);
        if (const auto allowed = exports::kickOffRequest(request); !allowed)
            return failure(allowed.error());
        if (request.patientList.isEmpty())
            continue;
        if (const auto patients = readPatientList(request.patientList); !patients)
            return failure(patients.error());
    }
    const Result<> saved = deps.store.transact([&]() -> Result<> {
        for (const practices::RunRecord &record : records) {
            if (const Result<> one = deps.store.saveRun(record); !one)
                return one;
        }
        return {};
    });
    if (!saved)
        return saved;
    queue = records;
    dropped.clear();
    jobNumber = 0;
    jobCount = static_cast<int>(records.size());
    results.clear();
    return {};
}

Result<> RunExport::Private::adopt(
    const QList<practices::RunRecord> &runs, const QList<practices::RunRecord> &olderRuns)
{
    queue = runs;
    superseded = olderRuns;
    jobNumber = 0;
    jobCount = static_cast<int>(runs.size());
    results.clear();
    return next();
}

Result<> RunExport::Private::next()
{
    const practices::RunRecord run = queue.takeFirst();
    auto opened = ExportJob::open({deps, authorized, trusted}, profile, run);
    if (!opened) {
        if (!run.startedAt) // nothing was sent: the next export plans anew instead of failing the same way
            static_cast<void>(deps.store.removeRun(run.id));
        lock.reset();
        active = false;
        return failure(opened.error());
    }
    ++jobNumber;
    active = true;
    job = std::move(*opened);
    job->setSuperseded(std::exchange(superseded, {}));
    QObject::connect(job.get(), &ExportJob::changed, q, [this] { tell(); });
    // Later, never from inside the job: it may be replaced there.
    QObject::connect(
        job.get(), &ExportJob::rested, q, [this] { onRested(); }, Qt::QueuedConnection);
    job->begin();
    tell();
    return {};
}

void RunExport::Private::onRested()
{
    if (!active || !job || !job->isResting())
        return; // it went on in the meantime
    const RunResult result = job->result();
    results.append(result);
    Q_EMIT q->jobFinished(result);
    const bool ended = std::holds_alternative<exports::Finished>(job->state().phase);
    if (ended)
        keepGoodCopy();
    if (!ended || queue.isEmpty() || !mayGoOnAfter(result.outcome))
        return finish();
    if (const Result<> begun = next(); !begun) {
        results.append({queue.isEmpty() ? QString() : queue.first().id, Outcome::Failed, begun.error().what,
            {}, begun.error()});
        finish();
    }
}

void RunExport::Private::finish()
{
    active = false;
    const bool ended = !job || std::holds_alternative<exports::Finished>(job->state().phase);
    if (ended) {
        dropUnstarted();
        lock.reset();
    }
    Q_EMIT q->changed(q->progress());
    Q_EMIT q->finished(results);
}

/// Jobs that were planned behind one that failed: the next export plans anew.
void RunExport::Private::dropUnstarted()
{
    dropped = std::exchange(queue, {});
    for (const practices::RunRecord &run : std::as_const(dropped)) {
        if (!run.startedAt)
            static_cast<void>(deps.store.removeRun(run.id)); // if not, it is simply taken up next time
    }
}

void RunExport::Private::tell()
{
    if (!teller.isActive())
        teller.start(job && job->progress().files.size() > kLongList ? kTellLongListsEvery : kTellEvery);
}

void RunExport::Private::keepGoodCopy()
{
    copier = Worker::start<bool>(
        q,
        [folder = deps.store.folder()](
            const std::stop_token &) { return practices::Store::keepGoodCopy(folder).has_value(); },
        [](bool) {});
}

Result<> RunExport::tryAgainAt(Instant at)
{
    const auto *end = d->job ? std::get_if<exports::Finished>(&d->job->state().phase) : nullptr;
    if (end == nullptr || end->outcome != Outcome::Duplicate || d->active)
        return failure(ErrorCode::InvalidInput, RunWords::tr("There is no refused export to try again."));
    if (const Result<> locked = d->lockGroup(); !locked)
        return locked;
    const Result<> saved = d->deps.store.transact([this]() -> Result<> {
        for (const practices::RunRecord &run : std::as_const(d->dropped)) {
            if (const Result<> one = d->deps.store.saveRun(run); !one)
                return one;
        }
        return {};
    });
    if (!saved)
        return saved;
    d->queue = std::exchange(d->dropped, {});
    d->results.clear();
    d->active = true;
    d->job->handle(exports::TryLater{at});
    d->tell();
    return {};
}

ExportProgress RunExport::progress() const
{
    ExportProgress progress;
    if (d->job)
        progress = d->job->progress();
    progress.jobNumber = std::max(1, d->jobNumber);
    progress.jobCount = std::max(1, d->jobCount);
    return progress;
}

QList<RunResult> RunExport::results() const
{
    return d->results;
}

bool RunExport::isActive() const
{
    return d->active;
}

std::optional<Instant> RunExport::waitsUntil() const
{
    return d->job ? d->job->waitsUntil() : std::nullopt;
}

bool RunExport::isBusy() const
{
    return d->job && d->job->isBusy();
}

void RunExport::pollNow()
{
    if (d->active && d->job)
        d->job->handle(exports::PollNow{});
}

void RunExport::goOn()
{
    if (!d->job || !d->lockGroup())
        return;
    if (!d->active)
        d->results.clear();
    d->active = true;
    d->job->resumeDownloads();
    d->job->handle(exports::GoOn{});
    d->tell();
}

void RunExport::cancel()
{
    if (!d->job || !d->lockGroup())
        return;
    if (!d->active)
        d->results.clear();
    d->active = true;
    d->job->handle(exports::Cancel{});
}

void RunExport::pauseDownloads()
{
    if (d->job)
        d->job->pauseDownloads();
}

void RunExport::resumeDownloads()
{
    if (!d->job)
        return;
    d->active = d->active || !std::holds_alternative<exports::Finished>(d->job->state().phase);
    d->job->resumeDownloads();
}

Result<> RunExport::acceptErrors(const QString &who, const QString &why)
{
    if (!d->job)
        return failure(ErrorCode::InvalidInput, RunWords::tr("There is nothing to accept."));
    if (const Result<> locked = d->lockGroup(); !locked)
        return locked;
    const Result<> accepted = d->job->acceptErrors(who, why);
    if (!d->active)
        d->lock.reset();
    if (accepted)
        d->keepGoodCopy();
    return accepted;
}

void RunExport::releaseFiles()
{
    if (d->job)
        d->job->releaseFiles();
}

} // namespace waybill::flows
