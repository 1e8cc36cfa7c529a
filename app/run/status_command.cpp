// SPDX-License-Identifier: Apache-2.0
#include "run/output.h"
#include "run/state_commands.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace waybill::run {
namespace {

constexpr int kRunsShown = 20;

QString text(const char *source)
{
    return QCoreApplication::translate("StatusCommand", source);
}

QString iso(const std::optional<Instant> &instant)
{
    return instant ? toDateTime(*instant).toString(Qt::ISODate) : QString();
}

/// The one thing to do next, in words.
QString nextAction(const QList<practices::RunRecord> &open, const QList<practices::RunRecord> &all)
{
    if (!open.isEmpty())
        return text(QT_TRANSLATE_NOOP("StatusCommand", "export: goes on with the unfinished run"));
    if (all.isEmpty())
        return text(QT_TRANSLATE_NOOP("StatusCommand", "export: starts the first run"));
    return text(QT_TRANSLATE_NOOP("StatusCommand", "export: starts a new run when it is due"));
}

QJsonObject toJson(const practices::RunRecord &run)
{
    const QString state = run.outcome ? practices::outcomeName(*run.outcome) : run.phase;
    const auto orNull = [](const QString &value) {
        return value.isEmpty() ? QJsonValue() : QJsonValue(value);
    };
    return {{QStringLiteral("runId"), run.id}, {QStringLiteral("state"), state},
        {QStringLiteral("startedAt"), orNull(iso(run.startedAt))},
        {QStringLiteral("nextPollAt"), orNull(iso(run.nextPollAt))}, {QStringLiteral("reason"), run.reason}};
}

struct Status {
    QList<practices::RunRecord> runs;
    QList<practices::RunRecord> open;
    QList<practices::Watermark> watermarks;
};

Result<Status> readStatus(const OpenedWaybill &opened)
{
    const auto key = practices::watermarkKey(opened.profile);
    const auto runs = opened.store->runs(key, kRunsShown);
    const auto open = opened.store->openRuns(key);
    const auto marks = opened.store->watermarks(key);
    if (!runs)
        return failure(runs.error());
    if (!open)
        return failure(open.error());
    if (!marks)
        return failure(marks.error());
    return Status{*runs, *open, *marks};
}

void printText(const Status &status)
{
    for (const practices::RunRecord &run : status.runs) {
        const QString state = run.outcome ? practices::outcomeName(*run.outcome) : run.phase;
        printLine(QStringLiteral("%1  %2  %3  %4").arg(run.id, iso(run.startedAt), state, run.reason));
    }
    for (const practices::Watermark &mark : status.watermarks)
        printLine(QStringLiteral("%1  %2").arg(mark.type, mark.value));
    printLine(nextAction(status.open, status.runs));
}

} // namespace

StatusCommand::StatusCommand(const Invocation &invocation)
    : m_invocation(invocation)
{
}

void StatusCommand::start()
{
    const auto opened = openWaybill(m_invocation.waybill, m_invocation.state);
    const auto status = opened ? readStatus(*opened) : Result<Status>(failure(opened.error()));
    if (!status) {
        logError(status.error());
        Q_EMIT finished(exitCodeOf(status.error()));
        return;
    }
    if (m_invocation.json) {
        QJsonArray runs;
        for (const practices::RunRecord &run : status->runs)
            runs.append(toJson(run));
        QJsonObject watermarks;
        for (const practices::Watermark &mark : status->watermarks)
            watermarks.insert(mark.type, mark.value);
        printJson({{QStringLiteral("runs"), runs}, {QStringLiteral("watermarks"), watermarks},
            {QStringLiteral("nextAction"), nextAction(status->open, status->runs)}});
    } else {
        printText(*status);
    }
    Q_EMIT finished(ExitCode::Complete);
}

} // namespace waybill::run
