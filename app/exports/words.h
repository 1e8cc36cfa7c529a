// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::exports {

/// The translation context of what an export says to a person.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

} // namespace waybill::exports
