// SPDX-License-Identifier: Apache-2.0
#include "models/group_model.h"

namespace waybill::ui {

using discovery::Group;

namespace {

QString yesNo(const std::optional<bool> &value)
{
    if (!value)
        return {};
    return *value ? GroupModel::tr("yes") : GroupModel::tr("no");
}

QString identifiers(const Group &group)
{
    QStringList all;
    for (const discovery::GroupIdentifier &identifier : group.identifiers)
        all.append(identifier.value);
    return all.join(QStringLiteral(", "));
}

QString systems(const Group &group)
{
    QStringList all;
    for (const discovery::GroupIdentifier &identifier : group.identifiers)
        all.append(identifier.system.isEmpty() ? GroupModel::tr("none") : identifier.system);
    return all.join(QStringLiteral(", "));
}

QString tipOf(const Group &group)
{
    QStringList lines{discovery::displayName(group), GroupModel::tr("id: %1").arg(group.id)};
    if (!group.identifiers.isEmpty())
        lines.append(GroupModel::tr("identifier: %1 (%2)").arg(identifiers(group), systems(group)));
    lines += group.warnings;
    return QStringLiteral("<p style='white-space:pre-line'>%1</p>")
        .arg(lines.join(QLatin1Char('\n')).toHtmlEscaped());
}

} // namespace

GroupModel::GroupModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void GroupModel::setGroups(const QList<Group> &groups, const discovery::VendorPreset &preset)
{
    if (groups == m_groups && preset == m_preset)
        return;
    beginResetModel();
    m_groups = groups;
    m_preset = preset;
    endResetModel();
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int GroupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString GroupModel::textOf(const Group &group, Column column) const
{
    switch (column) {
    case Column::Name: return discovery::displayName(group);
    case Column::Members: return discovery::membersText(group);
    case Column::Id: return group.id;
    case Column::Identifier: return identifiers(group);
    case Column::System: return systems(group);
    case Column::Type: return group.type;
    case Column::Actual: return yesNo(group.actual);
    case Column::Active: return yesNo(group.active);
    case Column::ManagedBy: return group.managingEntity;
    case Column::Refreshed: return group.lastRefreshed;
    }
    return {};
}

bool GroupModel::isUsed(const Group &group, Column column) const
{
    const bool byIdentifier = m_preset.groupByIdentifier && !group.identifiers.isEmpty();
    return column == (byIdentifier ? Column::Identifier : Column::Id);
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_groups.size())
        return {};
    const Group &group = m_groups.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = textOf(group, column);
        return isUsed(group, column) ? QStringLiteral("➔ ") + text : text;
    }
    case Qt::AccessibleTextRole: {
        const QString text = textOf(group, column);
        if (isUsed(group, column))
            return tr("%1, this one will be used").arg(text);
        return text.isEmpty() ? tr("not stated") : text;
    }
    case Qt::TextAlignmentRole:
        return column == Column::Members ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole: return tipOf(group);
    case UsedRole: return isUsed(group, column);
    case DoubtRole: return !group.members || *group.members == 0 || !group.warnings.isEmpty();
    default: return {};
    }
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name: return tr("Name");
    case Column::Members: return tr("Members");
    case Column::Id: return tr("ID");
    case Column::Identifier: return tr("Identifier");
    case Column::System: return tr("Identifier system");
    case Column::Type: return tr("Type");
    case Column::Actual: return tr("Actual");
    case Column::Active: return tr("Active");
    case Column::ManagedBy: return tr("Managed by");
    case Column::Refreshed: return tr("Refreshed");
    }
    return {};
}

} // namespace waybill::ui
