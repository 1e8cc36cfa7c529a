// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenuBar;
class QString;
class QWidget;

namespace waybill::ui {

void showAbout(QWidget *parent, const QString &home);
/// Every command of the menus with its keys, and the keys of the panels.
void showShortcuts(QWidget *parent, const QMenuBar &bar);

} // namespace waybill::ui
