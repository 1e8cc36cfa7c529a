// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "run/command.h"

namespace waybill::run {

/// `inspect`: judges every line of the files; 0 when nothing is wrong with them, 4 when something is.
class InspectCommand : public Command
{
    Q_OBJECT
public:
    explicit InspectCommand(const Invocation &invocation);
    void start() override;
    void stop() override;

private:
    Invocation m_invocation;
    Worker m_worker;
};

/// `find`: numbers of the matching lines. Like grep, it does not call "nothing found" a failure of ours: 0.
class FindCommand : public Command
{
    Q_OBJECT
public:
    explicit FindCommand(const Invocation &invocation);
    void start() override;
    void stop() override;

private:
    Invocation m_invocation;
    Worker m_worker;
};

} // namespace waybill::run
