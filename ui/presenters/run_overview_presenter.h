// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "flows/run_overview.h"

#include <QObject>

namespace waybill::ui {

struct RunOverviewState {
    bool available = false; ///< a run folder is open
    bool running = false;
    double progress = 0; ///< 0 to 1
    std::optional<Error> problem;
    friend bool operator==(const RunOverviewState &, const RunOverviewState &) = default;
};

/// Counts a whole run in the background, once somebody asks for it.
class RunOverviewPresenter : public QObject
{
    Q_OBJECT
public:
    explicit RunOverviewPresenter(QObject *parent = nullptr);

    /// Forgets what was counted; an empty folder = nothing to count.
    void setFolder(const QString &folder);
    void start(); ///< does nothing when it runs or is done
    void again();
    void cancel();

    const RunOverviewState &state() const { return m_state; }
    /// Null until it was counted.
    std::shared_ptr<const flows::RunOverview> overview() const { return m_overview; }

Q_SIGNALS:
    void stateChanged();

private:
    QString m_folder;
    RunOverviewState m_state;
    std::shared_ptr<const flows::RunOverview> m_overview;
    int m_epoch = 0;
    Worker m_worker; ///< last: joins first
};

} // namespace waybill::ui
