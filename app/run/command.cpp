// SPDX-License-Identifier: Apache-2.0
#include "run/command.h"

#include "run/check_command.h"
#include "run/export_command.h"
#include "run/file_commands.h"
#include "run/state_commands.h"

namespace waybill::run {

std::unique_ptr<Command> makeCommand(const Invocation &invocation)
{
    switch (invocation.command) {
    case Invocation::Command::Check: return std::make_unique<CheckCommand>(invocation);
    case Invocation::Command::Export: return std::make_unique<ExportCommand>(invocation);
    case Invocation::Command::Status: return std::make_unique<StatusCommand>(invocation);
    case Invocation::Command::Cancel: return std::make_unique<CancelCommand>(invocation);
    case Invocation::Command::Inspect: return std::make_unique<InspectCommand>(invocation);
    case Invocation::Command::Find: return std::make_unique<FindCommand>(invocation);
    }
    Q_UNREACHABLE();
}

} // namespace waybill::run
