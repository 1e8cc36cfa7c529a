// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "practices/watermark.h"

#include <QAbstractTableModel>

namespace waybill::ui {

/// Up to when each type of one practice and Group is known to be here. The instant is shown as the server
/// wrote it.
class WatermarksModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Type, Value, Age, MovedBy, Written, ColumnCount };

    explicit WatermarksModel(QObject *parent = nullptr);

    void setWatermarks(const QList<practices::Watermark> &marks, Instant now);
    const practices::Watermark *watermark(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const practices::Watermark &mark, int column) const;
    QList<practices::Watermark> m_marks;
    Instant m_now{};
};

} // namespace waybill::ui
