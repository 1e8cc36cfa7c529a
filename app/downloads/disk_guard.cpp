// SPDX-License-Identifier: Apache-2.0
#include "downloads/disk_guard.h"

#include "base/free_space.h"
#include "downloads/words.h"

#include <QLocale>

namespace waybill::downloads {
namespace {

constexpr std::int64_t kFloor = std::int64_t{1} << 30; ///< when a size is not known (F-100)

} // namespace

QString DiskForecast::warning() const
{
    if (!isTight())
        return {};
    const QLocale locale;
    return Words::tr("The export needs about %1, but only %2 are free in its folder.")
        .arg(locale.formattedDataSize(needed), locale.formattedDataSize(available));
}

DiskForecast forecast(const QString &directory, const QList<FileTask> &tasks)
{
    DiskForecast result;
    bool allKnown = true;
    for (const FileTask &task : tasks) {
        result.needed += task.expectedBytes.value_or(0);
        allKnown = allKnown && task.expectedBytes;
    }
    result.needed += result.needed / 10;
    if (!allKnown)
        result.needed = std::max(result.needed, kFloor);
    result.available = freeBytes(directory);
    return result;
}

} // namespace waybill::downloads
