// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/file_task.h"

#include <QList>

namespace waybill::downloads {

/// Is there room? Asked before an export's downloads start (F-100).
struct DiskForecast {
    std::int64_t needed = 0; ///< known sizes and a tenth more; at least 1 GiB when a size is not known
    std::int64_t available = -1; ///< for this user; -1 = not known
    bool isTight() const { return available >= 0 && available < needed; }
    QString warning() const; ///< one sentence with both figures; empty when there is room
};

DiskForecast forecast(const QString &directory, const QList<FileTask> &tasks);

} // namespace waybill::downloads
