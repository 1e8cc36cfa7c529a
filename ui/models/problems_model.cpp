// SPDX-License-Identifier: Apache-2.0
#include "models/problems_model.h"

#include "models/formatting.h"

namespace waybill::ui {

ProblemsModel::ProblemsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ProblemsModel::setFound(const QList<ndjson::Problem> &problems, const QList<ndjson::Problem> &notes)
{
    if (problems == m_problems && notes == m_notes)
        return;
    beginResetModel();
    m_problems = problems;
    m_notes = notes;
    endResetModel();
}

ndjson::Problem ProblemsModel::at(int row) const
{
    return row < m_problems.size() ? m_problems.value(row) : m_notes.value(row - m_problems.size());
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size() + m_notes.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != What)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const ndjson::Problem problem = at(index.row());
    if (index.column() == Line)
        return countText(problem.line.shown());
    if (index.column() == Byte) // what is found across files is known by its line only
        return problem.kind == ndjson::ProblemKind::DanglingReference ? QStringLiteral("–")
                                                                      : countText(problem.offset.value);
    return problem.isNote ? tr("Note: %1").arg(problem.message) : problem.message;
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((section == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Line") : section == Byte ? tr("Byte of the file") : tr("What is odd");
}

} // namespace waybill::ui
