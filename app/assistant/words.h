// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::assistant {

/// The translation context of everything the onboarding says to a person. Files that use it say
/// `using Words;`: lupdate follows that, but loses the context behind an alias (`using W = X;`).
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Onboarding)
};

} // namespace waybill::assistant
