// SPDX-License-Identifier: Apache-2.0
#include "models/watermarks_model.h"

#include "base/fhir_instant.h"
#include "models/formatting.h"

namespace waybill::ui {

using practices::Watermark;

WatermarksModel::WatermarksModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void WatermarksModel::setWatermarks(const QList<Watermark> &marks, Instant now)
{
    m_now = now;
    if (marks == m_marks) {
        if (!m_marks.isEmpty())
            Q_EMIT dataChanged(index(0, Age), index(rowCount() - 1, Age));
        return;
    }
    beginResetModel();
    m_marks = marks;
    endResetModel();
}

const Watermark *WatermarksModel::watermark(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_marks.size() ? &m_marks.at(index.row()) : nullptr;
}

int WatermarksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_marks.size());
}

int WatermarksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WatermarksModel::text(const Watermark &mark, int column) const
{
    switch (column) {
    case Type: return mark.type.isEmpty() ? tr("(all types)") : mark.type;
    case Value: return mark.value;
    case Age: {
        const auto at = FhirInstant::parse(mark.value);
        return at ? durationText(std::chrono::floor<std::chrono::seconds>(m_now - at->toInstant()))
                  : QString();
    }
    case MovedBy: return mark.runId.isEmpty() ? tr("a person or a waybill") : mark.runId;
    case Written: return mark.at == Instant{} ? QString() : dateTimeText(mark.at);
    default: return {};
    }
}

QVariant WatermarksModel::data(const QModelIndex &index, int role) const
{
    const Watermark *mark = watermark(index);
    if (mark == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*mark, index.column());
    case IdRole: return mark->type;
    case Qt::ToolTipRole: return plainToolTip(text(*mark, index.column()));
    default: return {};
    }
}

QVariant WatermarksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Type: return tr("Resource type");
    case Value: return tr("Complete up to");
    case Age: return tr("Age");
    case MovedBy: return tr("Moved by");
    case Written: return tr("Written");
    default: return {};
    }
}

} // namespace waybill::ui
