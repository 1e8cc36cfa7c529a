// SPDX-License-Identifier: Apache-2.0
#include "models/practices_model.h"

#include <algorithm>

namespace waybill::ui {

using practices::Environment;

QString environmentWord(Environment environment)
{
    return environment == Environment::Production ? PracticesModel::tr("PRODUCTION")
                                                  : PracticesModel::tr("SANDBOX");
}

QString shortEnvironmentWord(Environment environment)
{
    return environment == Environment::Production ? PracticesModel::tr("PROD", "short for PRODUCTION")
                                                  : PracticesModel::tr("SBX", "short for SANDBOX");
}

Tone toneOf(Environment environment)
{
    return environment == Environment::Production ? Tone::Production : Tone::Sandbox;
}

PracticesModel::PracticesModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PracticesModel::setRows(const QList<PracticeRow> &rows)
{
    const auto same = [](const PracticeRow &a, const PracticeRow &b) { return a.id == b.id; };
    if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), same)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows.at(i) == m_rows.at(i))
            continue;
        m_rows[i] = rows.at(i);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

QModelIndex PracticesModel::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

int PracticesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PracticesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PracticeRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(row.name, environmentWord(row.environment), row.word);
    case Qt::ToolTipRole: return plainToolTip(row.name);
    case IdRole: return row.id;
    case ToneRole: return static_cast<int>(row.tone);
    case EnvironmentRole: return static_cast<int>(row.environment);
    case WordRole: return row.word;
    default: return {};
    }
}

} // namespace waybill::ui
