// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_connection.h"
#include "run/command.h"
#include "run/opened_waybill.h"

namespace waybill::run {

/// `status`: what the state knows of this waybill. Asks nobody but the disk.
class StatusCommand : public Command
{
    Q_OBJECT
public:
    explicit StatusCommand(const Invocation &invocation);
    void start() override;

private:
    Invocation m_invocation;
};

/// `cancel`: deletes the unfinished job on the server and asks once whether it is gone.
class CancelCommand : public Command
{
    Q_OBJECT
public:
    explicit CancelCommand(const Invocation &invocation);
    ~CancelCommand() override;
    void start() override;

private:
    void cancel(const Preparation::Ready &ready);
    void cancelNext();
    void onFinished(const QList<flows::RunResult> &results);
    void leave(const Error &error);

    Invocation m_invocation;
    std::optional<OpenedWaybill> m_opened;
    practices::Profile m_profile;
    std::unique_ptr<Preparation> m_preparation;
    SystemClock m_clock;
    std::unique_ptr<flows::ExportConnection> m_connection;
    std::unique_ptr<flows::RunExport> m_run;
};

} // namespace waybill::run
