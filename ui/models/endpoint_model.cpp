// SPDX-License-Identifier: Apache-2.0
#include "models/endpoint_model.h"

namespace waybill::ui {

using discovery::EndpointDirectory;
using discovery::EndpointEntry;

namespace {

QString badges(const EndpointEntry &entry)
{
    QStringList labels;
    const QList<discovery::EntryFlag> flags = discovery::flagsOf(entry.flags);
    for (const discovery::EntryFlag flag : flags)
        labels.append(discovery::flagLabel(flag));
    return labels.join(QStringLiteral(", "));
}

QString textOf(const EndpointEntry &entry, EndpointModel::Column column)
{
    using Column = EndpointModel::Column;
    switch (column) {
    case Column::Name: return entry.name;
    case Column::City: return entry.city;
    case Column::State: return entry.state;
    case Column::PostalCode: return entry.postalCode;
    case Column::Code: return entry.code;
    case Column::Host: return entry.host;
    case Column::Badges: return badges(entry);
    }
    return {};
}

/// Name, aliases, address, period: a line each, markup shown as it is (F-133).
QString tipOf(const EndpointEntry &entry)
{
    QStringList lines{entry.name};
    if (!entry.aliases.isEmpty())
        lines.append(EndpointModel::tr("Also called %1").arg(entry.aliases.join(QStringLiteral(", "))));
    lines.append(entry.url);
    if (!entry.status.isEmpty())
        lines.append(EndpointModel::tr("Status: %1").arg(entry.status));
    if (!entry.periodStart.isEmpty())
        lines.append(EndpointModel::tr("In service since %1").arg(entry.periodStart));
    return QStringLiteral("<p style='white-space:pre-line'>%1</p>")
        .arg(lines.join(QLatin1Char('\n')).toHtmlEscaped());
}

} // namespace

EndpointModel::EndpointModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void EndpointModel::setRows(std::shared_ptr<const EndpointDirectory> directory, QList<qsizetype> rows)
{
    if (directory == m_directory && rows == m_rows)
        return;
    beginResetModel();
    m_directory = std::move(directory);
    m_rows = std::move(rows);
    endResetModel();
}

qsizetype EndpointModel::entryAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row) : -1;
}

int EndpointModel::rowOfUrl(const QString &url) const
{
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        if (m_directory->entries.at(m_rows.at(row)).url == url)
            return row;
    }
    return -1;
}

int EndpointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EndpointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant EndpointModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const EndpointEntry &entry = m_directory->entries.at(m_rows.at(index.row()));
    switch (role) {
    case Qt::DisplayRole: return textOf(entry, static_cast<Column>(index.column()));
    case Qt::ToolTipRole: return tipOf(entry);
    case Qt::AccessibleTextRole: {
        const QString text = textOf(entry, static_cast<Column>(index.column()));
        return text.isEmpty() ? tr("not stated") : text;
    }
    case EntryRole: return m_rows.at(index.row());
    case WarningRole: return bool(entry.flags);
    default: return {};
    }
}

QVariant EndpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name: return tr("Practice");
    case Column::City: return tr("City");
    case Column::State: return tr("State");
    case Column::PostalCode: return tr("ZIP");
    case Column::Code: return tr("Code");
    case Column::Host: return tr("Host");
    case Column::Badges: return tr("Notes");
    }
    return {};
}

} // namespace waybill::ui
