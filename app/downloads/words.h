// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::downloads {

/// The translation context of what downloads say to a person.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Downloads)
};

} // namespace waybill::downloads
