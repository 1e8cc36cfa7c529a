// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "models/log_model.h"

#include <QObject>
#include <QTimer>

namespace waybill::ui {

/// Follows the log.ndjson of one run and keeps the notices of this window: what the log pane shows. Files are
/// read in a thread.
class RunLog final : public QObject
{
    Q_OBJECT
public:
    explicit RunLog(QObject *parent = nullptr);
    ~RunLog() override;

    LogModel &model() { return m_model; }
    void notice(const LogEntry &entry);
    /// Shows this run's log from its start; the same folder again reads on.
    void follow(const QString &runDirectory, const QString &practice);
    QString path() const { return m_path; }

private:
    struct Piece {
        QList<LogEntry> entries;
        std::int64_t end = 0; ///< bytes read so far
    };
    void readOn();

    LogModel m_model;
    QString m_path;
    QString m_practice;
    std::int64_t m_end = 0;
    bool m_reading = false;
    bool m_again = false;
    Worker m_worker;
};

} // namespace waybill::ui
