// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace waybill::ui {

/// A table of whole rows of one line of text each, as high as `font` needs; Tab leaves it.
QTableView *makeRowTable(
    QAbstractItemModel &model, const QString &name, const QFont &font, QWidget *parent = nullptr);

} // namespace waybill::ui
