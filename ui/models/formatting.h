// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QString>

/// Numbers as people read them, in the locale of the application. Exact values belong in the tool tip.
namespace waybill::ui {

QString sizeText(ByteCount bytes); ///< "4.2 GB" (powers of ten)
QString exactSizeText(ByteCount bytes); ///< "4,200,123,456 bytes"
QString countText(std::int64_t count); ///< "1,882,000"
QString rateText(double bytesPerSecond); ///< "12.3 MB/s"; empty at 0
/// Rounded to what matters: "42 s", "18 min", "2 h 5 min", "3 d 4 h".
QString durationText(std::chrono::seconds duration);
/// For a countdown: "1:12", "5:00:00"; never negative.
QString clockText(std::chrono::seconds left);
QString timeText(Instant instant); ///< local "02:14:07"
/// "at 15:14:07", "tomorrow at 02:14", "on 2026-06-26 at 02:14": when something is due.
QString momentText(Instant then, Instant now);
QString dateTimeText(Instant instant); ///< local "2026-06-24 03:14"
QString utcText(Instant instant); ///< "2026-06-24T03:14:07Z", for tool tips

/// What is left until `then`, rounded up to whole seconds, so that "0" means due; never negative.
std::chrono::seconds secondsLeft(Instant then, Instant now);

} // namespace waybill::ui
