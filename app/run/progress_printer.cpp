// SPDX-License-Identifier: Apache-2.0
#include "run/progress_printer.h"

#include "run/output.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace waybill::run {
namespace {

using flows::Phase;

QString phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Starting: return QStringLiteral("starting");
    case Phase::KickOffUnknown: return QStringLiteral("kick-off-unknown");
    case Phase::Preparing: return QStringLiteral("preparing");
    case Phase::Throttled: return QStringLiteral("throttled");
    case Phase::Stalled: return QStringLiteral("stalled");
    case Phase::ReadingManifest: return QStringLiteral("reading-manifest");
    case Phase::Downloading: return QStringLiteral("downloading");
    case Phase::Committing: return QStringLiteral("committing");
    case Phase::Cancelling: return QStringLiteral("cancelling");
    case Phase::Finished: return QStringLiteral("finished");
    }
    Q_UNREACHABLE();
}

QString iso(Instant instant)
{
    return toDateTime(instant).toString(Qt::ISODate);
}

QJsonObject toJson(const flows::RunResult &result)
{
    QJsonObject object{{QStringLiteral("runId"), result.runId},
        {QStringLiteral("outcome"), flows::outcomeName(result.outcome)},
        {QStringLiteral("runDirectory"), result.runDirectory}, {QStringLiteral("verdict"), result.verdict}};
    if (result.problem)
        object.insert(QStringLiteral("problem"), describe(*result.problem));
    return object;
}

} // namespace

void ProgressPrinter::print(const flows::ExportProgress &progress)
{
    if (progress.runId != m_runId) {
        *this = ProgressPrinter(m_json);
        m_runId = progress.runId;
    }
    printNotes(progress);
    printPolls(progress);
    printPhase(progress);
    printFiles(progress);
}

void ProgressPrinter::printPhase(const flows::ExportProgress &progress)
{
    if (m_phase == progress.phase)
        return;
    m_phase = progress.phase;
    if (!m_json) {
        printLine(progress.nextPollAt
                ? QStringLiteral("%1 (%2, next request %3)")
                      .arg(phaseName(progress.phase), progress.waitReason, iso(*progress.nextPollAt))
                : phaseName(progress.phase));
        return;
    }
    QJsonObject event{{QStringLiteral("event"), QStringLiteral("phase")},
        {QStringLiteral("runId"), progress.runId}, {QStringLiteral("phase"), phaseName(progress.phase)}};
    if (progress.nextPollAt)
        event.insert(QStringLiteral("nextPollAt"), iso(*progress.nextPollAt));
    printJson(event);
}

void ProgressPrinter::printPolls(const flows::ExportProgress &progress)
{
    if (progress.pollCount == m_polls || progress.polls.isEmpty())
        return;
    m_polls = progress.pollCount;
    const flows::PollTick &tick = progress.polls.last();
    if (!m_json) {
        printLine(QStringLiteral("status %1 %2, next in %3 s (%4)")
                      .arg(tick.httpStatus)
                      .arg(tick.serverText.simplified())
                      .arg(tick.wait.count())
                      .arg(tick.waitReason));
        return;
    }
    printJson({{QStringLiteral("event"), QStringLiteral("poll")}, {QStringLiteral("runId"), progress.runId},
        {QStringLiteral("status"), tick.httpStatus}, {QStringLiteral("serverText"), tick.serverText},
        {QStringLiteral("waitSeconds"), static_cast<qint64>(tick.wait.count())},
        {QStringLiteral("waitReason"), tick.waitReason}});
}

void ProgressPrinter::printFiles(const flows::ExportProgress &progress)
{
    using flows::FileState;
    for (const flows::FileProgress &file : progress.files) {
        const bool over = file.state == FileState::Verified || file.state == FileState::Failed
            || file.state == FileState::Missing;
        if (!over || m_files.value(file.name, FileState::Waiting) == file.state)
            continue;
        m_files.insert(file.name, file.state);
        const bool verified = file.state == FileState::Verified;
        if (!m_json) {
            printLine(verified ? QStringLiteral("verified %1 (%2 lines, %3 bytes)")
                                     .arg(file.name)
                                     .arg(file.lines)
                                     .arg(file.received.value)
                               : QStringLiteral("not verified %1: %2").arg(file.name, file.reason));
            continue;
        }
        printJson(
            {{QStringLiteral("event"), QStringLiteral("file")}, {QStringLiteral("runId"), progress.runId},
                {QStringLiteral("name"), file.name}, {QStringLiteral("verified"), verified},
                {QStringLiteral("lines"), static_cast<qint64>(file.lines)},
                {QStringLiteral("bytes"), static_cast<qint64>(file.received.value)},
                {QStringLiteral("problemCount"), static_cast<qint64>(file.problemCount)},
                {QStringLiteral("reason"), file.reason}});
    }
}

void ProgressPrinter::printNotes(const flows::ExportProgress &progress)
{
    for (; m_notes < progress.notes.size(); ++m_notes)
        logLine(progress.notes[m_notes]);
}

void ProgressPrinter::printFinished(const QList<flows::RunResult> &results)
{
    if (results.isEmpty())
        return;
    flows::RunResult gravestOne = results.first();
    QJsonArray runs;
    for (const flows::RunResult &result : results) {
        runs.append(toJson(result));
        const auto code = exitCodeOf(result.outcome);
        if (gravest(code, exitCodeOf(gravestOne.outcome)) == code)
            gravestOne = result;
        if (result.problem)
            logError(*result.problem);
        if (!m_json)
            printLine(QStringLiteral("%1: %2 %3")
                          .arg(flows::outcomeName(result.outcome), result.verdict, result.runDirectory)
                          .simplified());
    }
    if (!m_json)
        return;
    QJsonObject event = toJson(gravestOne);
    event.insert(QStringLiteral("event"), QStringLiteral("finished"));
    if (runs.size() > 1)
        event.insert(QStringLiteral("runs"), runs);
    printJson(event);
}

void ProgressPrinter::printNotStarted(ExitCode code, const Error &error)
{
    if (!m_json)
        return;
    const auto outcome = code == ExitCode::Unauthorized ? flows::Outcome::Unauthorized
        : code == ExitCode::TryLater                    ? flows::Outcome::Waiting
                                                        : flows::Outcome::Failed;
    printJson({{QStringLiteral("event"), QStringLiteral("finished")},
        {QStringLiteral("outcome"), flows::outcomeName(outcome)}, {QStringLiteral("runDirectory"), QString()},
        {QStringLiteral("problem"), describe(error)}});
}

} // namespace waybill::run
