// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "practices/watermark.h"

#include <QAbstractTableModel>

namespace waybill::ui {

/// One deed: the audit entries of all types that it moved from the same instant to the same one.
struct WatermarkDeed {
    practices::AuditEntry first; ///< when, who, what, from, to, run, why
    QStringList types; ///< in words
    QStringList stored; ///< as the store names them: "" when the export named no types
    bool isNewest = false; ///< nothing moved these types since: it can be undone
    friend bool operator==(const WatermarkDeed &, const WatermarkDeed &) = default;
};

/// Out of the audit, newest first; entries that are not about watermarks are left out.
QList<WatermarkDeed> watermarkDeeds(const QList<practices::AuditEntry> &audit);

/// Who moved the watermarks of one practice and Group, from where to where, and why (BD-182).
class MovesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, Types, From, To, Why, ColumnCount };

    explicit MovesModel(QObject *parent = nullptr);

    void setAudit(const QList<practices::AuditEntry> &audit); ///< keeps the model when nothing changed
    const WatermarkDeed *deed(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<WatermarkDeed> m_deeds;
};

} // namespace waybill::ui
