// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::handoff {

/// The translation context of what the hand-over says to a person.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(HandOver)
};

} // namespace waybill::handoff
