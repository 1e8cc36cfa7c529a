// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "presenters/monitor_state.h"

#include <QObject>
#include <QTimer>

namespace waybill::ui {

/// Turns the progress of one run into what the monitor shows, and keeps the countdown running. Knows nothing
/// of who exports: give it progress, take its wishes to the flow.
class ExportMonitorPresenter final : public QObject
{
    Q_OBJECT
public:
    explicit ExportMonitorPresenter(const Clock &clock, QObject *parent = nullptr);

    void setProgress(const flows::ExportProgress &progress);
    /// A run that ended before this start: shown, but nothing more can be done to it.
    void setPast(const flows::ExportProgress &progress);
    void clear(); ///< no run
    bool hasRun() const { return !m_progress.runId.isEmpty(); }
    const flows::ExportProgress &progress() const { return m_progress; }
    MonitorState state() const;

    void setPaused(bool paused);
    void setGroupName(const QString &name); ///< of the runs that follow

Q_SIGNALS:
    void stateChanged(const waybill::ui::MonitorState &state);

private:
    void publish();

    const Clock &m_clock;
    flows::ExportProgress m_progress;
    QString m_groupName;
    int m_highestPercent = 0;
    bool m_paused = false;
    bool m_past = false;
    QTimer m_second; ///< only while something counts down
};

} // namespace waybill::ui
