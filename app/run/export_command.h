// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_connection.h"
#include "run/command.h"
#include "run/opened_waybill.h"
#include "run/progress_printer.h"

#include <QTimer>

namespace waybill::run {

/// `export`: goes on with the unfinished run of this waybill, or starts one, and stays until it is over, a
/// person is needed, or the wait limit is reached.
class ExportCommand : public Command
{
    Q_OBJECT
public:
    explicit ExportCommand(const Invocation &invocation);
    ~ExportCommand() override;

    void start() override;
    void stop() override;

private:
    Result<> addNewPatients(flows::ExportPlan &plan) const;
    void begin(const Preparation::Ready &ready);
    void onChanged(const flows::ExportProgress &progress);
    void end(const QList<flows::RunResult> &results);
    void leave(const Error &error);
    void keepWaitLimit();

    Invocation m_invocation;
    std::optional<OpenedWaybill> m_opened;
    std::unique_ptr<Preparation> m_preparation;
    SystemClock m_clock;
    ProgressPrinter m_printer;
    QTimer m_limit;
    std::optional<Clock::Steady> m_leaveAt;
    bool m_stopping = false;
    bool m_ended = false;
    std::unique_ptr<flows::ExportConnection> m_connection;
    std::unique_ptr<flows::RunExport> m_run;
};

} // namespace waybill::run
