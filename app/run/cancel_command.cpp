// SPDX-License-Identifier: Apache-2.0
#include "run/output.h"
#include "run/state_commands.h"

namespace waybill::run {

CancelCommand::CancelCommand(const Invocation &invocation)
    : m_invocation(invocation)
{
}

CancelCommand::~CancelCommand() = default;

void CancelCommand::start()
{
    auto opened = openWaybill(m_invocation.waybill, m_invocation.state);
    if (!opened) {
        leave(opened.error());
        return;
    }
    m_opened = std::move(*opened);
    const auto runs = m_opened->store->openRuns(practices::watermarkKey(m_opened->profile));
    if (!runs) {
        leave(runs.error());
        return;
    }
    if (runs->isEmpty()) {
        printLine(tr("There is no running job to cancel."));
        Q_EMIT finished(ExitCode::Complete);
        return;
    }
    m_preparation = std::make_unique<Preparation>(m_opened->profile, m_opened->file.folder);
    connect(m_preparation.get(), &Preparation::ready, this, &CancelCommand::cancel);
    connect(m_preparation.get(), &Preparation::failed, this, &CancelCommand::leave);
    m_preparation->start(false);
}

void CancelCommand::cancel(const Preparation::Ready &ready)
{
    m_profile = ready.profile;
    m_connection = std::make_unique<flows::ExportConnection>(
        ready.profile, ready.key, m_clock, m_opened->store->folder());
    cancelNext();
}

/// One after the other: an export may have several jobs.
void CancelCommand::cancelNext()
{
    const auto runs = m_opened->store->openRuns(practices::watermarkKey(m_profile));
    if (!runs) {
        leave(runs.error());
        return;
    }
    if (runs->isEmpty()) {
        Q_EMIT finished(ExitCode::Complete);
        return;
    }
    m_run = std::make_unique<flows::RunExport>(
        flows::RunExport::Deps{m_connection->transport(), m_connection->tokens(), m_connection->budget(),
            *m_opened->store, m_clock, m_connection->cookies()},
        m_profile);
    connect(m_run.get(), &flows::RunExport::finished, this, &CancelCommand::onFinished, Qt::QueuedConnection);
    if (const auto resumed = m_run->resume(runs->first().id); !resumed) {
        leave(resumed.error());
        return;
    }
    m_run->cancel();
}

void CancelCommand::onFinished(const QList<flows::RunResult> &results)
{
    const flows::RunResult result = results.isEmpty() ? flows::RunResult{} : results.last();
    const bool gone = result.outcome == flows::Outcome::Cancelled || result.outcome == flows::Outcome::Gone;
    if (result.problem)
        logError(*result.problem);
    if (!gone) {
        printLine(tr("The server has not confirmed that the job is gone. Try again later."));
        Q_EMIT finished(
            result.outcome == flows::Outcome::Unauthorized ? ExitCode::Unauthorized : ExitCode::TryLater);
        return;
    }
    if (!result.problem)
        printLine(tr("The job is cancelled; the server has confirmed it."));
    cancelNext();
}

void CancelCommand::leave(const Error &error)
{
    logError(error);
    Q_EMIT finished(exitCodeOf(error));
}

} // namespace waybill::run
