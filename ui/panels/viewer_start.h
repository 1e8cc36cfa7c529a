// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace waybill::ui {

/// What the viewer shows while nothing is open: how to open something.
class ViewerStart : public QWidget
{
    Q_OBJECT
public:
    explicit ViewerStart(QWidget *parent = nullptr);

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();
};

} // namespace waybill::ui
