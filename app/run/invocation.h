// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "flows/plan.h"

#include <QStringList>

namespace waybill::run {

/// What was asked for on the command line.
struct Invocation {
    enum class Command { Check, Export, Status, Cancel, Inspect, Find };
    Command command = Command::Check;
    QString waybill; ///< of check, export, status, cancel
    QStringList files; ///< of inspect; one for find
    QString pattern; ///< of find
    bool regex = false;
    QString out; ///< --out
    QString state; ///< --state
    std::optional<flows::SinceChoice> since; ///< --baseline, --since; else as the waybill says
    bool startNew = false; ///< --new
    flows::Refinements refinements; ///< --without, --type-filter, --organize-by, --blank-lines
    bool onlyNewPatients = false; ///< --new-patients (BD-185)
    std::optional<std::chrono::seconds> maxWait; ///< --max-wait
    bool json = false; ///< --json, --progress json
    friend bool operator==(const Invocation &, const Invocation &) = default;
};

/// `arguments` without the program's name. Errors are InvalidInput.
Result<Invocation> readInvocation(const QStringList &arguments);

/// "90s", "15m", "2h", "1d".
Result<std::chrono::seconds> readDuration(const QString &duration);

QString helpText();

} // namespace waybill::run
