// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/run_overview.h"

#include <QStringList>

/// The overview of a run in words: what stands beside each picture and what a screen reader says of it.
namespace waybill::ui {

QString typesSentence(const flows::RunOverview &overview);
QString daysSentence(const flows::RunOverview &overview);
QString codesSentence(const flows::RunOverview &overview, bool hidden = false); ///< by its code alone
QString patientsSentence(const flows::RunOverview &overview);
QString referencesSentence(const flows::RunOverview &overview);

/// "▲ 45 %", "▼ 31 %", "new", "gone"; empty when there is nothing to remark.
QString changeText(const flows::TypeCount &count);

/// Bars of a histogram: by day, by month or by year, so that there are at most `most`; empty ones included.
struct DayBar {
    QString name; ///< "2026-06-01", "2026-06", "2026"
    std::int64_t count = 0;
    friend bool operator==(const DayBar &, const DayBar &) = default;
};
QList<DayBar> dayBars(const QMap<QString, std::int64_t> &days, int most);

} // namespace waybill::ui
