// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/exit_code.h"
#include "run/invocation.h"

#include <QObject>

#include <memory>

namespace waybill::run {

/// One invocation at work. start() is called once, from the event loop; finished() ends the process.
class Command : public QObject
{
    Q_OBJECT
public:
    virtual void start() = 0;
    /// SIGTERM or SIGINT. Everything is in the store already, so most commands just leave.
    virtual void stop() { Q_EMIT finished(ExitCode::TryLater); }

Q_SIGNALS:
    void finished(waybill::run::ExitCode code);
};

std::unique_ptr<Command> makeCommand(const Invocation &invocation);

} // namespace waybill::run
