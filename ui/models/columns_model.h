// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "ndjson/line_columns.h"

#include <QAbstractTableModel>
#include <QCache>

namespace waybill::ui {

/// Lines as a table of chosen paths. Cells are read when they are shown; sorting reads them all, in the
/// background.
class ColumnsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr std::int64_t kMostRows = 1'000'000;

    explicit ColumnsModel(QObject *parent = nullptr);

    /// `rows.count` above kMostRows is cut. `hidden`: values are not shown.
    void setTable(ndjson::ColumnRows rows, ndjson::ColumnSet columns, bool hidden);
    LineNumber lineOf(int row) const;
    const ndjson::ColumnRows &rows() const { return m_rows; }
    const ndjson::ColumnSet &columns() const { return m_columns; }
    const std::vector<std::int64_t> &order() const { return m_order; } ///< empty = as in the file
    bool isSorting() const { return m_sorting; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Returns at once; the rows move when they are sorted. Column 0 is the line.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sortingChanged();

private:
    std::int64_t sourceRow(int row) const;
    const QStringList &cells(std::int64_t row) const;

    ndjson::ColumnRows m_rows;
    ndjson::ColumnSet m_columns;
    bool m_hidden = false;
    bool m_sorting = false;
    std::vector<std::int64_t> m_order;
    mutable QCache<qint64, QStringList> m_cells;
    int m_epoch = 0;
    Worker m_worker; ///< last: joins first
};

} // namespace waybill::ui
