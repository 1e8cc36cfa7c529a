// SPDX-License-Identifier: Apache-2.0
#include "models/search_problems_model.h"

#include "models/formatting.h"

namespace waybill::ui {

SearchProblemsModel::SearchProblemsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SearchProblemsModel::setSummary(const ndjson::CheckSummary &summary)
{
    if (summary.problems == m_problems && summary.notes == m_notes)
        return;
    beginResetModel();
    m_problems = summary.problems;
    m_notes = summary.notes;
    endResetModel();
}

ndjson::Problem SearchProblemsModel::at(int row) const
{
    return row < m_problems.size() ? m_problems.value(row) : m_notes.value(row - m_problems.size());
}

int SearchProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size() + m_notes.size());
}

int SearchProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SearchProblemsModel::data(const QModelIndex &index, int role) const
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
    if (index.column() == Byte)
        return countText(problem.offset.value);
    return problem.isNote ? tr("Note: %1").arg(problem.message) : problem.message;
}

QVariant SearchProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Line") : section == Byte ? tr("Byte of the file") : tr("What is odd");
}

} // namespace waybill::ui
