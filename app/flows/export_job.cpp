// SPDX-License-Identifier: Apache-2.0
#include "flows/export_job.h"

#include "auth/scopes.h"
#include "base/redact.h"
#include "flows/job_examiner.h"
#include "flows/new_patients.h"
#include "flows/run_facts.h"
#include "flows/run_words.h"
#include "flows/watermark_history.h"
#include "practices/store.h"

#include <QFile>
#include <QJsonArray>

namespace waybill::flows {
namespace {

const QString kNotes = QStringLiteral("notes");
/// A job that runs longer than this is worth a word; it is watched all the same (BD-081).
constexpr std::chrono::hours kLongJob{24};
/// Enough for a person; a server that is odd is odd in the same way again and again.
constexpr qsizetype kMaxNotes = 100;

QStringList merged(QStringList notes, const QStringList &more)
{
    for (const QString &note : more) {
        if (!notes.contains(note) && notes.size() < kMaxNotes)
            notes.append(note);
    }
    return notes;
}

exports::Rules rulesOf(const practices::Profile &profile, const practices::RunRecord &run)
{
    exports::Rules rules = exports::rulesFor(profile);
    rules.dispensable = exports::dispensable(requestOf(profile, run));
    return rules;
}

template <typename T>
bool isIn(const exports::State &state)
{
    return std::holds_alternative<T>(state.phase);
}

} // namespace

Result<std::unique_ptr<ExportJob>> ExportJob::open(
    const Deps &deps, const practices::Profile &profile, const practices::RunRecord &run)
{
    auto state = exports::stateFromJson(run.state);
    if (!state)
        return failure(state.error());
    const exports::ExportRequest request = requestOf(profile, run);
    const auto kickOff = exports::kickOffRequest(request);
    if (!kickOff)
        return failure(kickOff.error());
    Result<QStringList> patients;
    if (!request.patientList.isEmpty() && state->job.statusUrl.isEmpty()) // later nobody needs them
        patients = readPatientList(request.patientList);
    if (!patients)
        return failure(patients.error());
    std::unique_ptr<ExportJob> job(new ExportJob(deps, profile, run, std::move(*state)));
    job->m_patients = std::move(*patients);
    Result<> made = job->m_folder.make();
    if (made && !QFile::exists(job->m_folder.filePath(QStringLiteral("run.json"))))
        made = job->m_folder.writeRun(runJson(profile, run, *kickOff));
    if (!made)
        return failure(made.error());
    return job;
}

ExportJob::ExportJob(
    const Deps &deps, practices::Profile profile, practices::RunRecord run, exports::State state)
    : m_deps(deps)
    , m_profile(std::move(profile))
    , m_run(std::move(run))
    , m_key{m_run.baseUrl, m_run.group}
    , m_folder(m_run.directory)
    , m_log(m_folder.filePath(QStringLiteral("log.ndjson")), m_run.id)
    , m_driver(std::make_unique<exports::ExportDriver>(
          exports::ExportDriver::Deps{deps.authorized, deps.practice.tokens, deps.practice.clock, *this},
          rulesOf(m_profile, m_run), [this](const QStringList &leftOut) { return kickOffWithout(leftOut); },
          std::move(state)))
{
    for (const QJsonValue &value : m_run.state.value(kNotes).toArray())
        m_notes.append(value.toString());
    m_client = clientOf(m_run);
    m_polls = deps.practice.store.polls(m_run.id).value_or(QList<PollTick>());
    m_pollCount = deps.practice.store.pollCount(m_run.id).value_or(m_polls.size());
    m_flush.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, [this] {
        if (const Result<> flushed = flushFiles(); !flushed)
            setProblem(flushed.error());
    });
    connect(m_driver.get(), &exports::ExportDriver::storeFailed, this, &ExportJob::setProblem);
    connect(m_driver.get(), &exports::ExportDriver::advanced, this, [this] {
        Q_EMIT changed();
        if (isResting())
            Q_EMIT rested();
    });
}

ExportJob::~ExportJob()
{
    static_cast<void>(flushFiles()); // what is not written is verified again at the next start
}

void ExportJob::begin()
{
    m_driver->handle(exports::Resume{});
    if (isResting()) // nothing to do in this phase without a person
        Q_EMIT rested();
}

practices::RunRecord ExportJob::recordAfter(const exports::State &state) const
{
    practices::RunRecord next = m_run;
    next.state = exports::toJson(state);
    next.phase = exports::phaseName(state.phase);
    next.startedAt = state.job.kickOffAt;
    next.nextPollAt.reset();
    next.reason.clear();
    const auto waits = [&next](const std::optional<exports::Wait> &wait) {
        if (wait) {
            next.nextPollAt = wait->until;
            next.reason = wait->reason;
        }
    };
    if (const auto *waiting = std::get_if<exports::Waiting>(&state.phase))
        waits(waiting->wait);
    else if (const auto *ready = std::get_if<exports::ReadyToKickOff>(&state.phase))
        waits(ready->wait);
    else if (const auto *stalled = std::get_if<exports::Stalled>(&state.phase))
        next.reason = stalled->problem.what;
    else if (const auto *unknown = std::get_if<exports::KickOffUnknown>(&state.phase))
        next.reason = unknown->problem.what;
    else if (const auto *cancelFailed = std::get_if<exports::CancelFailed>(&state.phase))
        next.reason = cancelFailed->problem.what;
    const auto *finished = std::get_if<exports::Finished>(&state.phase);
    next.outcome = finished != nullptr ? std::optional(finished->outcome) : std::nullopt;
    next.finishedAt = finished != nullptr ? std::optional(finished->at) : std::nullopt;
    next.closed = finished != nullptr && !finished->open;
    if (finished != nullptr && finished->problem)
        next.reason = finished->problem->what;
    return next;
}

Result<> ExportJob::commit(const exports::Step &step)
{
    keepClientFacts(step);
    practices::RunRecord next = recordAfter(step.state);
    QStringList notes = merged(m_notes, step.notes);
    const auto &accepted = step.state.job.acceptedAt;
    const bool isLong = accepted && m_deps.practice.clock.now() - *accepted > kLongJob;
    if (isLong && isIn<exports::Waiting>(step.state)) // F-024
        notes = merged(notes,
            {RunWords::tr("The server has been at work for more than a day. The job is still watched; it can "
                          "be cancelled.")});
    next.state.insert(kNotes, QJsonArray::fromStringList(notes));
    keepClient(m_client, next.state);
    if (next.outcome && m_verdict && m_verdict->outcome == *next.outcome)
        next.reason = m_verdict->sentence;
    const Result<> written = m_deps.practice.store.transact([&] { return write(next, step); });
    if (!written)
        return written;
    m_run = next;
    m_notes = notes;
    m_problem.reset();
    afterCommit(step);
    return {};
}

/// What the token that goes out with the kick-off covers. The server may silently leave out the rest.
void ExportJob::keepClientFacts(const exports::Step &step)
{
    if (!isIn<exports::KickOffSent>(step.state))
        return;
    m_client.key = m_profile.keyThumbprint.isEmpty() ? m_profile.keyId : m_profile.keyThumbprint;
    if (const auto token = m_deps.practice.tokens.current())
        m_client.granted = token->granted;
    if (!sinceOf(m_run).isEmpty()) {
        for (const QString &advice :
            baselineAdvice(m_deps.practice.store, m_deps.practice.clock, m_profile, m_client))
            note(advice);
    }
    const QStringList unreadable = auth::unreadableTypes(typesOf(m_run), m_client.granted);
    if (!m_client.granted.isEmpty() && !unreadable.isEmpty())
        note(RunWords::tr("The token does not cover %1: the server may leave it out.")
                 .arg(unreadable.join(QStringLiteral(", "))));
}

/// Inside the transaction: the state, the tick, and with a verdict the watermarks, together or not at all.
Result<> ExportJob::write(const practices::RunRecord &next, const exports::Step &step)
{
    practices::Store &store = m_deps.practice.store;
    Result<> done = store.saveRun(next);
    if (done && step.tick)
        done = store.addPoll(m_run.id, *step.tick);
    if (done && !step.state.job.statusUrl.isEmpty())
        done = closeSuperseded(next);
    if (done && isIn<exports::Finished>(step.state))
        done = writeVerdict(next.outcome);
    return done;
}

/// Of this end only: a verdict may be left from before the run was taken up again, or cancelled.
Result<> ExportJob::writeVerdict(std::optional<Outcome> end)
{
    practices::Store &store = m_deps.practice.store;
    const bool moves = end == Outcome::Complete && m_verdict && m_verdict->outcome == Outcome::Complete
        && m_verdict->watermark.moves;
    if (!moves)
        return store.prunePolls(m_key);
    const auto current = watermarkCase();
    if (!current)
        return failure(current.error());
    auto &marks = m_verdict->watermark.marks;
    for (auto it = marks.begin(); it != marks.end(); ++it) {
        if (it->to == it->from)
            continue;
        if (current->current.value(it.key()) != it->from) { // somebody moved it since the verdict (BD-183)
            it->from = it->to = current->current.value(it.key());
            continue;
        }
        const Result<> moved =
            store.moveWatermark(m_key, {it.key(), it->to, m_run.id, m_deps.practice.clock.now()},
                QStringLiteral("run"), m_verdict->watermark.reason);
        if (!moved)
            return moved;
    }
    return store.prunePolls(m_key);
}

Result<> ExportJob::closeSuperseded(const practices::RunRecord &next)
{
    for (practices::RunRecord &old : m_superseded) {
        old.closed = true;
        old.outcome = Outcome::Failed;
        old.finishedAt = m_deps.practice.clock.now();
        old.reason = RunWords::tr(
            "Given up for a new export (%1) that was asked for; its job may still be on the server.")
                         .arg(next.id);
        if (const Result<> saved = m_deps.practice.store.saveRun(old); !saved)
            return saved;
    }
    return {};
}

void ExportJob::afterCommit(const exports::Step &step)
{
    const exports::Job &job = step.state.job;
    if (!job.statusUrl.isEmpty())
        m_superseded.clear();
    if (!job.leftOut.isEmpty() && m_driver->state().job.statusUrl.isEmpty() && !job.statusUrl.isEmpty())
        keepLeftOut(job.leftOut);
    if (step.tick) {
        m_polls.append(*step.tick);
        ++m_pollCount;
        if (m_polls.size() > 500)
            m_polls.removeFirst();
    }
    for (const exports::LogEvent &event : step.log)
        logEvent(event.id, event.detail);
    if (isIn<exports::Finished>(step.state) && !isIn<exports::Finished>(m_driver->state())) {
        keepRoster();
        reportEnd();
    }
}

http::Request ExportJob::kickOffWithout(const QStringList &leftOut) const
{
    exports::ExportRequest request = requestOf(m_profile, m_run);
    request.patients = m_patients;
    request.leftOut += leftOut;
    return exports::kickOffRequest(request).value_or(http::Request()); // it was allowed with them, see open()
}

/// The server takes the kick-off without them: kept with the practice, for the next who wonders (BD-046).
void ExportJob::keepLeftOut(const QStringList &leftOut)
{
    for (const QString &name : leftOut) {
        const Result<> kept = m_deps.practice.store.addAudit({m_deps.practice.clock.now(),
            QStringLiteral("run"), QStringLiteral("parameter-left-out"), m_key, {}, name, {}, m_run.id,
            RunWords::tr("The server does not take this parameter; the kick-off was sent without it.")});
        if (!kept)
            note(kept.error().what);
    }
}

void ExportJob::logEvent(const QString &id, QJsonObject detail)
{
    if (id == QLatin1String("kickoff")) {
        detail.insert(QStringLiteral("exportUrl"),
            kickOffWithout(m_driver->state().job.leftOut).url.toString(QUrl::FullyEncoded));
        detail.insert(QStringLiteral("softwareName"), QStringLiteral("waybill"));
        detail.insert(QStringLiteral("softwareVersion"), QStringLiteral(WAYBILL_VERSION));
        detail.insert(QStringLiteral("requestParameters"), m_run.request);
    }
    m_log.write(m_deps.practice.clock.now(), id, detail);
}

void ExportJob::note(const QString &text)
{
    m_notes = merged(m_notes, {text}); // written with the next step
    Q_EMIT changed();
}

void ExportJob::setProblem(const std::optional<Error> &problem)
{
    m_problem = problem;
    Q_EMIT changed();
    if (isResting())
        Q_EMIT rested();
}

bool ExportJob::isResting() const
{
    const exports::State &state = m_driver->state();
    const bool needsAPerson = isIn<exports::Stalled>(state) || isIn<exports::KickOffUnknown>(state)
        || isIn<exports::CancelFailed>(state);
    return isIn<exports::Finished>(state) || needsAPerson || m_problem.has_value();
}

std::optional<Instant> ExportJob::waitsUntil() const
{
    const exports::State &state = m_driver->state();
    if (const auto *waiting = std::get_if<exports::Waiting>(&state.phase))
        return waiting->wait.until;
    if (const auto *ready = std::get_if<exports::ReadyToKickOff>(&state.phase);
        ready != nullptr && ready->wait)
        return ready->wait->until;
    if (isIn<exports::Downloading>(state) && m_downloads && m_downloads->isOnlyWaiting())
        return m_downloads->nextRetry();
    return std::nullopt;
}

bool ExportJob::isBusy() const
{
    const exports::State &state = m_driver->state();
    if (isIn<exports::Downloading>(state))
        return m_downloads && !m_downloads->isOnlyWaiting();
    return isIn<exports::KickOffSent>(state) || isIn<exports::Committing>(state)
        || isIn<exports::Finished>(state);
}

} // namespace waybill::flows
