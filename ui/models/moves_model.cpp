// SPDX-License-Identifier: Apache-2.0
#include "models/moves_model.h"

#include "models/formatting.h"

#include <QSet>

namespace waybill::ui {
namespace {

using practices::AuditEntry;

bool isSameDeed(const AuditEntry &a, const AuditEntry &b)
{
    return a.at == b.at && a.who == b.who && a.what == b.what && a.from == b.from && a.to == b.to
        && a.runId == b.runId && a.why == b.why;
}

QString typeWord(const QString &type)
{
    return type.isEmpty() ? MovesModel::tr("(all types)") : type;
}

QString whoText(const AuditEntry &entry)
{
    if (entry.who == QLatin1String("run"))
        return MovesModel::tr("the export");
    return entry.who == QLatin1String("waybill") ? MovesModel::tr("a waybill") : entry.who;
}

QString valueText(const QString &value)
{
    return value.isEmpty() ? MovesModel::tr("none (baseline)") : value;
}

QString text(const WatermarkDeed &deed, int column)
{
    switch (column) {
    case MovesModel::When: return dateTimeText(deed.first.at);
    case MovesModel::Who: return whoText(deed.first);
    case MovesModel::Types: return deed.types.join(QStringLiteral(", "));
    case MovesModel::From: return valueText(deed.first.from);
    case MovesModel::To: return valueText(deed.first.to);
    case MovesModel::Why: return deed.first.why;
    default: return {};
    }
}

} // namespace

QList<WatermarkDeed> watermarkDeeds(const QList<AuditEntry> &audit)
{
    QList<WatermarkDeed> deeds;
    QSet<QString> movedLater;
    for (const AuditEntry &entry : audit) {
        if (!entry.what.startsWith(QLatin1String("watermark")))
            continue;
        const bool newest = !movedLater.contains(entry.type);
        movedLater.insert(entry.type);
        if (deeds.isEmpty() || !isSameDeed(deeds.constLast().first, entry)) {
            deeds.append({entry, {typeWord(entry.type)}, {entry.type}, newest});
            continue;
        }
        deeds.last().types.append(typeWord(entry.type));
        deeds.last().stored.append(entry.type);
        deeds.last().isNewest = deeds.constLast().isNewest && newest;
    }
    for (WatermarkDeed &deed : deeds) {
        deed.types.sort();
        deed.stored.sort();
    }
    return deeds;
}

MovesModel::MovesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MovesModel::setAudit(const QList<AuditEntry> &audit)
{
    const auto deeds = watermarkDeeds(audit);
    if (deeds == m_deeds)
        return;
    beginResetModel();
    m_deeds = deeds;
    endResetModel();
}

const WatermarkDeed *MovesModel::deed(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_deeds.size() ? &m_deeds.at(index.row()) : nullptr;
}

int MovesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_deeds.size());
}

int MovesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MovesModel::data(const QModelIndex &index, int role) const
{
    const WatermarkDeed *one = deed(index);
    if (one == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*one, index.column());
    case Qt::ToolTipRole:
        if (index.column() == When)
            return plainToolTip(utcText(one->first.at));
        if (index.column() == Who && !one->first.runId.isEmpty())
            return plainToolTip(one->first.runId);
        return plainToolTip(text(*one, index.column()));
    default: return {};
    }
}

QVariant MovesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Moved by");
    case Types: return tr("Resource types");
    case From: return tr("From");
    case To: return tr("To");
    case Why: return tr("Why");
    default: return {};
    }
}

} // namespace waybill::ui
