// SPDX-License-Identifier: Apache-2.0
#include "flows/onboarding_draft.h"

#include "flows/onboarding_steps.h"
#include "practices/store.h"

#include <QUuid>

namespace waybill::flows {

using practices::Profile;
using practices::Step;
using practices::StepRecord;
using practices::StepState;

OnboardingDraft::OnboardingDraft(
    practices::Store &store, const Clock &clock, Profile profile, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_profile(std::move(profile))
    , m_stored(!m_profile.id.isEmpty())
{
    if (m_profile.id.isEmpty()) {
        m_profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_profile.createdAt = now();
    }
}

QString OnboardingDraft::now() const
{
    return toDateTime(m_clock.now()).toString(Qt::ISODateWithMs);
}

void OnboardingDraft::change(const std::function<void(Profile &)> &edit)
{
    Profile after = m_profile;
    edit(after);
    if (after != m_profile)
        settle(m_profile, std::move(after));
}

void OnboardingDraft::complete(Step step, const QString &evidence, const std::function<void(Profile &)> &edit)
{
    Profile after = m_profile;
    if (edit)
        edit(after);
    after.steps.insert(step, {StepState::Ok, now(), evidence, {}});
    settle(m_profile, std::move(after));
}

void OnboardingDraft::mark(Step step, StepState state, const QString &reason)
{
    const StepRecord old = recordOf(m_profile, step);
    if (old.state == state && old.reason == reason)
        return;
    change([&](Profile &profile) { profile.steps.insert(step, {state, now(), old.evidence, reason}); });
}

void OnboardingDraft::settle(const Profile &before, Profile after)
{
    m_profile = settled(before, std::move(after), now());
    const Result<> saved = m_store.saveProfile(m_profile);
    m_problem = saved ? std::nullopt : std::optional(saved.error());
    m_stored = m_stored || saved.has_value();
    Q_EMIT changed();
}

} // namespace waybill::flows
