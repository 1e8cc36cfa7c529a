// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/verdict.h"

#include <QJsonObject>

namespace waybill::flows {

struct ReportInput {
    practices::RunRecord run;
    Verdict verdict;
    QList<practices::FileRecord> files;
    QString transactionTime;
    QStringList notes;
    QString acceptedBy; ///< who let the watermark move in spite of errors; empty = nobody
    QString acceptedWhy;
    QJsonObject changes; ///< against earlier exports
};

/// report.json (design 3.5).
QJsonObject report(const ReportInput &input);

} // namespace waybill::flows
