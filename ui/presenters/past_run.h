// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"

namespace waybill::ui {

/// A run that ended before this start of the program, as its monitor and its files showed it then.
flows::ExportProgress pastRun(const practices::RunRecord &run, const QList<practices::FileRecord> &files,
    const QList<practices::PollTick> &polls, const QString &practiceName);

} // namespace waybill::ui
