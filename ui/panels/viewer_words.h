// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/formatting.h"

#include <QCoreApplication>

namespace waybill::ui {

/// "no line", "1 line", "1,204 lines"
inline QString linesText(std::int64_t lines)
{
    if (lines == 0)
        return QCoreApplication::translate("Viewer", "no line");
    if (lines == 1)
        return QCoreApplication::translate("Viewer", "1 line");
    return QCoreApplication::translate("Viewer", "%1 lines").arg(countText(lines));
}

} // namespace waybill::ui
