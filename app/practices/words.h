// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::practices {

/// The translation context of what the store says to a person.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

} // namespace waybill::practices
