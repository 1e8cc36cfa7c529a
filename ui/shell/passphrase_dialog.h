// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"

#include <QString>

#include <functional>

class QWidget;

namespace waybill::ui {

/// Asks for the passphrase of a key file. It goes into SecretBytes and out of the field at once.
void askPassphrase(
    QWidget *parent, const QString &practice, std::function<void(const SecretBytes &passphrase)> given);

} // namespace waybill::ui
