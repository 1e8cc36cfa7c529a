// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"
#include "models/tone.h"

#include <QAbstractTableModel>
#include <QJsonObject>

#include <deque>

namespace waybill::ui {

/// One line for people: from the log of a run (the bulk data log format) or a notice of ours.
struct LogEntry {
    Instant at{};
    Tone tone = Tone::Info;
    QString practice;
    QString event; ///< "status_progress", "kickoff", … or empty for a notice
    QString text;
    friend bool operator==(const LogEntry &, const LogEntry &) = default;
};

/// Reads one object of log.ndjson. Unknown fields are shown as they are.
LogEntry logEntry(const QJsonObject &line, const QString &practice);

/// The newest entries, bounded; the oldest ones go.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Practice, Event, Text, ColumnCount };
    static constexpr int kLimit = 10'000;

    explicit LogModel(QObject *parent = nullptr);

    void append(const QList<LogEntry> &entries);
    void clear();
    const LogEntry &entry(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const LogEntry &entry, int column) const;
    std::deque<LogEntry> m_entries;
};

} // namespace waybill::ui
