// SPDX-License-Identifier: Apache-2.0
#include "models/runs_model.h"

#include "models/formatting.h"

namespace waybill::ui {

using practices::Outcome;
using practices::RunRecord;

QString runStateWord(const RunRecord &run)
{
    if (!run.closed)
        return run.outcome == Outcome::Incomplete ? RunsModel::tr("incomplete, one more try")
                                                  : RunsModel::tr("going on");
    switch (run.outcome.value_or(Outcome::Failed)) {
    case Outcome::Complete: return RunsModel::tr("complete");
    case Outcome::CompleteWithErrors: return RunsModel::tr("complete, with errors");
    case Outcome::Incomplete: return RunsModel::tr("incomplete");
    case Outcome::Failed: return RunsModel::tr("failed");
    case Outcome::Unauthorized: return RunsModel::tr("not authorised");
    case Outcome::Duplicate: return RunsModel::tr("duplicate");
    case Outcome::Waiting: return RunsModel::tr("waiting");
    case Outcome::Cancelled: return RunsModel::tr("cancelled");
    case Outcome::Gone: return RunsModel::tr("gone from the server");
    }
    Q_UNREACHABLE();
}

Tone toneOf(const RunRecord &run)
{
    return run.closed ? toneOf(run.outcome.value_or(Outcome::Failed)) : Tone::Accent;
}

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Complete: return Tone::Ok;
    case Outcome::CompleteWithErrors:
    case Outcome::Incomplete:
    case Outcome::Duplicate: return Tone::Warning;
    case Outcome::Waiting: return Tone::Waiting;
    case Outcome::Cancelled: return Tone::Neutral;
    case Outcome::Failed:
    case Outcome::Unauthorized:
    case Outcome::Gone: return Tone::Failure;
    }
    Q_UNREACHABLE();
}

RunsModel::RunsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RunsModel::setRuns(const QList<RunRecord> &runs)
{
    if (runs == m_runs)
        return;
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

const RunRecord *RunsModel::run(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_runs.size() ? &m_runs.at(index.row()) : nullptr;
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::text(const RunRecord &run, int column) const
{
    switch (column) {
    case Started: return run.startedAt ? dateTimeText(*run.startedAt) : tr("not started");
    case Kind: {
        const QString since = run.request.value(QLatin1String("since")).toString();
        return since.isEmpty() ? tr("everything") : tr("changes since %1").arg(since);
    }
    case State: return runStateWord(run);
    case Duration:
        return run.startedAt && run.finishedAt
            ? durationText(std::chrono::floor<std::chrono::seconds>(*run.finishedAt - *run.startedAt))
            : QString();
    case Reason: return run.reason;
    default: return {};
    }
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    const RunRecord *record = run(index);
    if (record == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*record, index.column());
    case IdRole: return record->id;
    case ToneRole: return index.column() == State ? QVariant(static_cast<int>(toneOf(*record))) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Started && record->startedAt)
            return plainToolTip(utcText(*record->startedAt));
        return plainToolTip(text(*record, index.column()));
    default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started: return tr("Started");
    case Kind: return tr("Asked for");
    case State: return tr("Outcome");
    case Duration: return tr("Took");
    case Reason: return tr("In words");
    default: return {};
    }
}

} // namespace waybill::ui
