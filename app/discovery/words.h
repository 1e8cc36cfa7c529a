// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::discovery {

/// The translation context of what discovery says to a person.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

} // namespace waybill::discovery
