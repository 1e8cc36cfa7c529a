// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/group.h"

#include <QAbstractTableModel>

namespace waybill::ui {

/// The Groups a practice lets us see, with all that helps to tell two of one name apart (GD-008, GD-015).
/// The value that would go into Group/[value]/$export is marked (EC-006).
class GroupModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Name, Members, Id, Identifier, System, Type, Actual, Active, ManagedBy, Refreshed };
    static constexpr int kColumns = 10;
    enum Role {
        UsedRole = Qt::UserRole, ///< bool: this cell holds the value that will be used
        DoubtRole, ///< bool: the member count is zero or unknown, or the Group carries warnings
    };

    explicit GroupModel(QObject *parent = nullptr);

    void setGroups(const QList<discovery::Group> &groups, const discovery::VendorPreset &preset);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const discovery::Group &group, Column column) const;
    bool isUsed(const discovery::Group &group, Column column) const;

    QList<discovery::Group> m_groups;
    discovery::VendorPreset m_preset;
};

} // namespace waybill::ui
