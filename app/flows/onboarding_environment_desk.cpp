// SPDX-License-Identifier: Apache-2.0
#include "flows/onboarding_environment_desk.h"

#include "flows/onboarding_steps.h"
#include "flows/onboarding_words.h"
#include "http/origin.h"

namespace waybill::flows {

using onboarding::Words;
using practices::Environment;
using practices::Profile;
using practices::Step;
using practices::StepState;

EnvironmentDesk::EnvironmentDesk(OnboardingDraft &draft, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_builtIn(draft.profile().environment == Environment::Sandbox
          && http::isLoopback(draft.profile().fhirBaseUrl))
{
}

bool EnvironmentDesk::isSettled() const
{
    return recordOf(m_draft.profile(), Step::Environment).state == StepState::Ok;
}

void EnvironmentDesk::setOffer(const SandboxOffer &offer)
{
    if (m_offer == offer)
        return;
    m_offer = offer;
    Q_EMIT changed();
}

Result<> EnvironmentDesk::accept(const EnvironmentChoice &choice)
{
    const QString name = choice.name.simplified();
    if (name.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Words::tr("The practice has no name yet."), {},
            Words::tr("Enter the name you know the practice by."));
    }
    if (isSettled() && choice.environment != m_draft.profile().environment) {
        return failure(ErrorCode::InvalidInput, Words::tr("The environment of a practice cannot be changed."),
            {},
            Words::tr("Add the practice again for the other environment: keys, client IDs and Groups are not "
                      "shared between the two."));
    }
    m_builtIn = choice.builtIn && choice.environment == Environment::Sandbox;
    const QString evidence = choice.environment == Environment::Production
        ? Words::tr("production, real patients")
        : m_builtIn ? Words::tr("built-in sandbox")
                    : Words::tr("sandbox");
    m_draft.complete(Step::Environment, evidence, [&](Profile &profile) {
        profile.environment = choice.environment;
        if (profile.practiceName.isEmpty() || profile.practiceName == profile.name)
            profile.practiceName = name;
        profile.name = name;
    });
    if (m_builtIn && !m_offer.isRunning())
        Q_EMIT sandboxWanted();
    Q_EMIT changed();
    return {};
}

} // namespace waybill::flows
