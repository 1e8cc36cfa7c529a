// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace waybill::ui {

/// A field to search in: its sign in front, a button to clear it behind, each with a name for a screen
/// reader.
QLineEdit *makeSearchField(const QString &name, const QString &placeholder, QWidget *parent);

} // namespace waybill::ui
