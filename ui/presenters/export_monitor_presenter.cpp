// SPDX-License-Identifier: Apache-2.0
#include "presenters/export_monitor_presenter.h"

namespace waybill::ui {
namespace {

constexpr std::chrono::milliseconds kTick{500}; ///< twice a second, so that no second is skipped

} // namespace

ExportMonitorPresenter::ExportMonitorPresenter(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_second.setInterval(kTick);
    connect(&m_second, &QTimer::timeout, this, &ExportMonitorPresenter::publish);
}

void ExportMonitorPresenter::setProgress(const flows::ExportProgress &progress)
{
    if (progress.runId != m_progress.runId) {
        m_highestPercent = 0;
        m_paused = false;
    }
    m_past = false;
    m_progress = progress;
    m_highestPercent = std::max(m_highestPercent, progress.reportedPercent.value_or(0));
    if (progress.phase == flows::Phase::Finished)
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
    publish();
}

void ExportMonitorPresenter::setPast(const flows::ExportProgress &progress)
{
    setProgress(progress);
    m_past = true;
    publish();
}

void ExportMonitorPresenter::clear()
{
    m_progress = {};
    m_second.stop();
    publish();
}

MonitorState ExportMonitorPresenter::state() const
{
    if (!hasRun())
        return {};
    MonitorState state = monitorState(m_progress, m_clock.now(), m_highestPercent, m_paused, m_groupName);
    if (m_past)
        state.actions.release = state.actions.acceptErrors = state.actions.goOn =
            state.actions.settleDuplicate = false;
    return state;
}

void ExportMonitorPresenter::setPaused(bool paused)
{
    m_paused = paused;
    publish();
}

void ExportMonitorPresenter::setGroupName(const QString &name)
{
    m_groupName = name;
}

void ExportMonitorPresenter::publish()
{
    Q_EMIT stateChanged(state());
}

} // namespace waybill::ui
