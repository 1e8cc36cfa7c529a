// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace waybill::ui {

/// Asks for a new instant and a reason before a watermark moves (BD-182). An instant that is none is
/// refused on the spot. `current` is shown as the server wrote it.
void askMoveWatermark(QWidget *parent, const QStringList &types, const QString &current,
    std::function<void(const QString &value, const QString &why)> given);

} // namespace waybill::ui
