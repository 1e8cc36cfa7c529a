// SPDX-License-Identifier: Apache-2.0
#include "assistant/environment_desk.h"

#include "assistant/steps.h"
#include "assistant/words.h"
#include "http/origin.h"
#include "practices/store.h"

#include <QUuid>

#include <algorithm>

namespace waybill::assistant {

using practices::Environment;
using practices::Profile;
using practices::Step;
using practices::StepState;

Profile twinOf(const Profile &profile, Environment environment, const QString &now)
{
    Profile twin;
    if (environment == profile.environment) {
        twin = profile;
        twin.group = {};
        twin.archived = false;
        for (const Step step : {Step::Group, Step::Launch, Step::HandOver})
            twin.steps.remove(step);
        twin.name = Words::tr("%1 (copy)").arg(profile.name);
    } else {
        twin.practiceName = profile.practiceName;
        twin.types = profile.types;
        twin.calendar = profile.calendar;
        twin.baselineEveryDays = profile.baselineEveryDays;
        twin.environment = environment;
        const bool production = environment == Environment::Production;
        twin.name = production ? Words::tr("%1 (production)").arg(profile.name)
                               : Words::tr("%1 (sandbox)").arg(profile.name);
        twin.steps.insert(Step::Environment,
            {StepState::Ok, now, production ? Words::tr("production, real patients") : Words::tr("sandbox"),
                {}});
    }
    twin.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    twin.createdAt = now;
    return twin;
}

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

Result<QString> EnvironmentDesk::duplicate(Environment environment)
{
    Profile twin = twinOf(m_draft.profile(), environment, m_draft.now());
    const QString name = twin.name;
    const QList<Profile> others = m_draft.store().profiles().value_or(QList<Profile>());
    const auto taken = [&others](const QString &wanted) {
        return std::any_of(
            others.cbegin(), others.cend(), [&wanted](const Profile &other) { return other.name == wanted; });
    };
    for (int number = 2; taken(twin.name); ++number)
        twin.name = QStringLiteral("%1 %2").arg(name).arg(number);
    if (const Result<> saved = m_draft.store().saveProfile(twin); !saved)
        return failure(saved.error());
    Q_EMIT m_draft.changed(); // the list of practices is another one now
    return twin.name;
}

} // namespace waybill::assistant
