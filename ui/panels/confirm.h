// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

/// Questions before something that cannot be taken back. Not modal loops: the answer comes later.
namespace waybill::ui {

/// `action` names the deed ("Cancel on the server"), never "Yes". Esc and the other button do nothing.
void confirm(QWidget *parent, const QString &title, const QString &text, const QString &action,
    std::function<void()> confirmed);

/// Asks for a sentence; an empty one is not accepted.
void askReason(QWidget *parent, const QString &title, const QString &text, const QString &action,
    std::function<void(const QString &)> given);

} // namespace waybill::ui
