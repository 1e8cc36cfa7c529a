// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/problem.h"

#include <QAbstractTableModel>
#include <QList>

namespace waybill::ui {

/// What the check found: problems first, then notes, each in the order of the file.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Byte, What, ColumnCount };

    explicit ProblemsModel(QObject *parent = nullptr);

    /// Only new ones change anything: lists of one check grow.
    void setFound(const QList<ndjson::Problem> &problems, const QList<ndjson::Problem> &notes);
    /// The problem of a row.
    ndjson::Problem at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ndjson::Problem> m_problems;
    QList<ndjson::Problem> m_notes;
};

} // namespace waybill::ui
