// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace waybill::ui {

class Workspace;

/// The practices that were taken off the list, and the way back: nothing of them was deleted.
void showArchive(QWidget *parent, Workspace &workspace);

} // namespace waybill::ui
