// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::vault {

/// `Words::tr("…")`: this room's sentences for people.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

} // namespace waybill::vault
