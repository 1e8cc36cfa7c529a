// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace waybill::flows {

/// The translation context of everything the onboarding says to a person.
class OnboardingWords
{
    Q_DECLARE_TR_FUNCTIONS(Onboarding)
};

} // namespace waybill::flows
