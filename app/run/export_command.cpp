// SPDX-License-Identifier: Apache-2.0
#include "run/export_command.h"

#include "flows/new_patients.h"
#include "run/output.h"

#include <QCoreApplication>
#include <QDir>

namespace waybill::run {
namespace {

/// After this long a kick-off whose answer was lost may be tried again (design 3.3).
constexpr std::chrono::hours kUnknownKickOffRest{1};
/// Told to stop while the kick-off is out, its answer may have so long: without it the job has no handle.
constexpr std::chrono::milliseconds kGrace{700};

flows::SinceChoice sinceOf(const Invocation &invocation, const handoff::Waybill &waybill)
{
    using Kind = flows::SinceChoice::Kind;
    if (invocation.since)
        return *invocation.since;
    const QString &since = waybill.exports.since;
    if (since == handoff::Waybill::kSinceWatermark)
        return {Kind::Watermark, {}};
    if (since == handoff::Waybill::kSinceBaseline)
        return {Kind::Baseline, {}};
    return {Kind::Instant, since};
}

QString outputFolder(const Invocation &invocation, const handoff::WaybillFile &file)
{
    if (!invocation.out.isEmpty())
        return QDir::current().absoluteFilePath(invocation.out);
    return QDir(file.folder).absoluteFilePath(file.waybill.outputDirectory);
}

} // namespace

ExportCommand::ExportCommand(const Invocation &invocation)
    : m_invocation(invocation)
    , m_printer(invocation.json)
{
    connect(&m_limit, &QTimer::timeout, this, &ExportCommand::keepWaitLimit);
}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    auto opened = openWaybill(m_invocation.waybill, m_invocation.state);
    if (!opened) {
        leave(opened.error());
        return;
    }
    m_opened = std::move(*opened);
    if (m_invocation.maxWait) {
        m_leaveAt = m_clock.steady() + *m_invocation.maxWait;
        m_limit.start(std::chrono::milliseconds{200});
    }
    m_preparation = std::make_unique<Preparation>(m_opened->profile, m_opened->file.folder);
    connect(m_preparation.get(), &Preparation::ready, this, &ExportCommand::begin);
    connect(m_preparation.get(), &Preparation::failed, this, &ExportCommand::leave);
    m_preparation->start(false);
}

void ExportCommand::begin(const Preparation::Ready &ready)
{
    auto plan = flows::planExport(*m_opened->store, ready.profile,
        sinceOf(m_invocation, m_opened->file.waybill), outputFolder(m_invocation, m_opened->file));
    if (!plan) {
        leave(plan.error());
        return;
    }
    plan->startNew = m_invocation.startNew;
    plan->refinements = m_invocation.refinements;
    if (const Result<> added = addNewPatients(*plan); !added) {
        leave(added.error());
        return;
    }
    m_connection = std::make_unique<flows::ExportConnection>(
        ready.profile, ready.key, m_clock, m_opened->store->folder());
    m_run = std::make_unique<flows::RunExport>(
        flows::RunExport::Deps{m_connection->transport(), m_connection->tokens(), m_connection->budget(),
            *m_opened->store, m_clock, m_connection->cookies()},
        ready.profile);
    connect(m_run.get(), &flows::RunExport::changed, this, &ExportCommand::onChanged);
    connect(m_run.get(), &flows::RunExport::jobFinished, this,
        [this] { m_printer.print(m_run->progress()); }); // nothing is left out because the next job begins
    connect(m_run.get(), &flows::RunExport::finished, this, &ExportCommand::end);
    if (const auto started = m_run->start(*plan); !started) {
        leave(started.error());
        return;
    }
    if (m_ended)
        return;
    const auto progress = m_run->progress();
    if (progress.phase == flows::Phase::KickOffUnknown
        && m_clock.now() - progress.startedAt > kUnknownKickOffRest)
        m_run->goOn();
}

Result<> ExportCommand::addNewPatients(flows::ExportPlan &plan) const
{
    if (!m_invocation.onlyNewPatients)
        return {};
    const auto fresh = flows::newPatientsToFetch(*m_opened->store, plan.profile);
    if (!fresh) {
        return failure(ErrorCode::InvalidInput,
            QCoreApplication::translate("ExportCommand",
                "No export of this Group met new patients whose history is still to be fetched."),
            plan.profile.name);
    }
    plan.refinements.patientList = fresh->list;
    return {};
}

void ExportCommand::onChanged(const flows::ExportProgress &progress)
{
    m_printer.print(progress);
    if (m_stopping && progress.phase != flows::Phase::Starting)
        end({});
}

/// --max-wait bounds waiting, not working. A wait that would end too late need not be waited for.
void ExportCommand::keepWaitLimit()
{
    if (m_ended)
        return;
    const auto now = m_clock.steady();
    const auto until = m_run ? m_run->waitsUntil() : std::nullopt;
    const bool waitsPastLimit = until && now + (*until - m_clock.now()) > *m_leaveAt;
    const bool isPastLimit = now >= *m_leaveAt && !(m_run && m_run->isBusy());
    if (!waitsPastLimit && !isPastLimit)
        return;
    logLine(QCoreApplication::translate(
        "ExportCommand", "The wait limit is reached; the job is kept. Call again to go on."));
    if (m_run)
        end({});
    else
        leave({ErrorCode::Cancelled,
            QCoreApplication::translate("ExportCommand", "The server did not answer in time."), {}, {}});
}

void ExportCommand::end(const QList<flows::RunResult> &results)
{
    if (m_ended)
        return;
    m_ended = true;
    QList<flows::RunResult> all = results;
    if (all.isEmpty() || m_run->isActive()) {
        const auto progress = m_run->progress();
        all.append({progress.runId, flows::Outcome::Waiting, progress.waitReason, progress.runDirectory,
            progress.problem});
    }
    auto code = ExitCode::Complete;
    for (const flows::RunResult &result : std::as_const(all))
        code = gravest(code, exitCodeOf(result.outcome));
    m_printer.printFinished(all);
    Q_EMIT finished(code);
}

void ExportCommand::leave(const Error &error)
{
    m_ended = true;
    logError(error);
    const auto code = exitCodeOf(error);
    m_printer.printNotStarted(code, error);
    Q_EMIT finished(code);
}

void ExportCommand::stop()
{
    if (m_ended)
        return;
    logLine(QCoreApplication::translate(
        "ExportCommand", "Stopped. The job on the server goes on; call again to go on with it."));
    if (!m_run) {
        m_ended = true;
        Q_EMIT finished(ExitCode::TryLater);
        return;
    }
    m_stopping = true;
    const bool kickOffIsOut = m_run->progress().phase == flows::Phase::Starting && m_run->isBusy();
    kickOffIsOut ? QTimer::singleShot(kGrace, this, [this] { end({}); }) : end({});
}

} // namespace waybill::run
