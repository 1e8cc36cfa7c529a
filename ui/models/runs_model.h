// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "practices/run_record.h"

#include <QAbstractTableModel>

namespace waybill::ui {

QString runStateWord(const practices::RunRecord &run); ///< its outcome, or that it goes on
Tone toneOf(const practices::RunRecord &run);
Tone toneOf(practices::Outcome outcome);

/// The runs of one practice and Group, newest first.
class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Started, Kind, State, Duration, Reason, ColumnCount };

    explicit RunsModel(QObject *parent = nullptr);

    void setRuns(const QList<practices::RunRecord> &runs); ///< keeps the model when nothing changed
    const practices::RunRecord *run(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const practices::RunRecord &run, int column) const;
    QList<practices::RunRecord> m_runs;
};

} // namespace waybill::ui
