// SPDX-License-Identifier: Apache-2.0
#include "models/columns_model.h"

#include "models/formatting.h"
#include "ndjson/json_text.h"
#include "ndjson/value_mask.h"

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr int kRemembered = 500; ///< rows: some screens full
constexpr qsizetype kShown = 300; ///< characters of a cell

} // namespace

ColumnsModel::ColumnsModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_cells(kRemembered)
{
}

void ColumnsModel::setTable(ndjson::ColumnRows rows, ndjson::ColumnSet columns, bool hidden)
{
    beginResetModel();
    ++m_epoch;
    m_worker.requestStop();
    m_sorting = false;
    m_rows = std::move(rows);
    m_rows.count = m_rows.reader ? std::min(m_rows.count, kMostRows) : 0;
    m_columns = std::move(columns);
    m_hidden = hidden;
    m_order.clear();
    m_cells.clear();
    endResetModel();
    Q_EMIT sortingChanged();
}

std::int64_t ColumnsModel::sourceRow(int row) const
{
    return m_order.empty() ? row : m_order[static_cast<std::size_t>(row)];
}

LineNumber ColumnsModel::lineOf(int row) const
{
    return m_rows.numberOf(sourceRow(row));
}

int ColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.count);
}

int ColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.titles.size()) + 1;
}

const QStringList &ColumnsModel::cells(std::int64_t row) const
{
    if (const QStringList *known = m_cells.object(row))
        return *known;
    const QByteArray line = m_rows.textOf(row);
    auto *made = new QStringList(m_columns.cellsOf(m_hidden ? ndjson::maskedValues(line, true) : line));
    m_cells.insert(row, made);
    return *made;
}

QVariant ColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == 0)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(countText(lineOf(index.row()).shown())) : QVariant();
    const QString cell = cells(sourceRow(index.row())).value(index.column() - 1);
    if (role == Qt::ToolTipRole)
        return QVariant(); // a tool tip would interpret markup (F-133)
    return ndjson::visibleText(cell.left(kShown));
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Line") : m_columns.titles.value(section - 1);
}

void ColumnsModel::sort(int column, Qt::SortOrder order)
{
    const int epoch = ++m_epoch;
    m_worker.requestStop();
    const bool descending = order == Qt::DescendingOrder;
    if (column <= 0 || column > m_columns.titles.size() || m_rows.count == 0) {
        beginResetModel();
        m_sorting = false;
        m_order.clear();
        if (descending && column == 0) {
            for (std::int64_t row = m_rows.count - 1; row >= 0; --row)
                m_order.push_back(row);
        }
        endResetModel();
        Q_EMIT sortingChanged();
        return;
    }
    m_sorting = true;
    using Order = std::shared_ptr<std::vector<std::int64_t>>;
    m_worker = Worker::start<Order>(
        this,
        [rows = m_rows, columns = m_columns, column, descending](const std::stop_token &stop) {
            return std::make_shared<std::vector<std::int64_t>>(
                ndjson::sortedBy(rows, columns, column - 1, descending, stop));
        },
        [this, epoch](const Order &sorted) {
            if (epoch != m_epoch)
                return;
            beginResetModel();
            m_sorting = false;
            m_order = std::move(*sorted);
            endResetModel();
            Q_EMIT sortingChanged();
        });
    Q_EMIT sortingChanged();
}

} // namespace waybill::ui
