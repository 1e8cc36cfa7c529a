// SPDX-License-Identifier: Apache-2.0
#include "models/log_model.h"

#include "models/formatting.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace waybill::ui {
namespace {

Tone toneOfEvent(const QString &event)
{
    if (event.endsWith(QLatin1String("_error")) || event == QLatin1String("error"))
        return Tone::Failure;
    if (event.endsWith(QLatin1String("_complete")) || event == QLatin1String("export_complete"))
        return Tone::Ok;
    return Tone::Info;
}

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return {};
}

} // namespace

LogEntry logEntry(const QJsonObject &line, const QString &practice)
{
    LogEntry entry;
    const QString timestamp = line.value(QLatin1String("timestamp")).toString();
    entry.at = toInstant(QDateTime::fromString(timestamp, Qt::ISODateWithMs));
    entry.event = line.value(QLatin1String("eventId")).toString();
    entry.tone = toneOfEvent(entry.event);
    entry.practice = practice;
    QStringList parts;
    const QJsonObject detail = line.value(QLatin1String("eventDetail")).toObject();
    for (auto it = detail.begin(); it != detail.end(); ++it) {
        const QString value = valueText(it.value());
        if (!value.isEmpty())
            parts.append(QStringLiteral("%1: %2").arg(it.key(), value));
    }
    entry.text = parts.join(QStringLiteral(" · "));
    return entry;
}

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LogModel::append(const QList<LogEntry> &entries)
{
    if (entries.isEmpty())
        return;
    const QList<LogEntry> kept = entries.mid(std::max<qsizetype>(0, entries.size() - kLimit));
    const auto surplus = static_cast<int>(m_entries.size()) + static_cast<int>(kept.size()) - kLimit;
    if (surplus > 0) {
        beginRemoveRows({}, 0, surplus - 1);
        m_entries.erase(m_entries.begin(), m_entries.begin() + surplus);
        endRemoveRows();
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(kept.size()) - 1);
    m_entries.insert(m_entries.end(), kept.begin(), kept.end());
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::text(const LogEntry &entry, int column) const
{
    switch (column) {
    case Time: return toDateTime(entry.at).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case Practice: return entry.practice;
    case Event: return entry.event.isEmpty() ? tr("notice") : entry.event;
    case Text: return entry.text;
    default: return {};
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LogEntry &line = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(line, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Time ? utcText(line.at) : text(line, index.column()));
    case ToneRole: return index.column() == Event ? QVariant(static_cast<int>(line.tone)) : QVariant();
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Practice: return tr("Practice");
    case Event: return tr("Event");
    case Text: return tr("What happened");
    default: return {};
    }
}

} // namespace waybill::ui
