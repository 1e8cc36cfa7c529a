// SPDX-License-Identifier: Apache-2.0
#include "models/keys_model.h"

#include "models/practices_model.h"

namespace waybill::ui {
namespace {

QString text(const KeyRow &row, int column)
{
    switch (column) {
    case KeysModel::State: return row.word;
    case KeysModel::KeyId: return row.keyId;
    case KeysModel::Algorithm: return row.algorithm;
    case KeysModel::Environment: return environmentWord(row.environment);
    case KeysModel::UsedBy: return row.usedBy;
    case KeysModel::Age: return row.age;
    case KeysModel::Place: return row.place;
    default: return {};
    }
}

} // namespace

KeysModel::KeysModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void KeysModel::setRows(const QList<KeyRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QModelIndex KeysModel::indexOf(const QString &thumbprint) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).thumbprint == thumbprint)
            return index(static_cast<int>(i), 0);
    }
    return {};
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const KeyRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, index.column());
    case Qt::ToolTipRole: return plainToolTip(text(row, index.column()));
    case IdRole: return row.thumbprint;
    case ToneRole:
        if (index.column() == State)
            return static_cast<int>(row.tone);
        return index.column() == Environment ? QVariant(static_cast<int>(toneOf(row.environment)))
                                             : QVariant();
    default: return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State: return tr("State");
    case KeyId: return tr("Key ID");
    case Algorithm: return tr("Algorithm");
    case Environment: return tr("Environment");
    case UsedBy: return tr("Used by");
    case Age: return tr("Made");
    case Place: return tr("Kept in");
    default: return {};
    }
}

} // namespace waybill::ui
