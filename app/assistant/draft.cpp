// SPDX-License-Identifier: Apache-2.0
#include "assistant/draft.h"

#include "assistant/milestones.h"
#include "assistant/steps.h"
#include "practices/store.h"

#include <QUuid>

namespace waybill::assistant {

using practices::Profile;
using practices::Step;
using practices::StepRecord;
using practices::StepState;

OnboardingDraft::OnboardingDraft(
    practices::Store &store, const Clock &clock, Profile profile, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_record{std::move(profile), {}, {}, {}, {}, {}}
    , m_stored(!m_record.id.isEmpty())
{
    if (m_stored) {
        m_record = withNotes(static_cast<const Profile &>(m_record), folder());
        return;
    }
    m_record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_record.createdAt = now();
}

QString OnboardingDraft::now() const
{
    return toDateTime(m_clock.now()).toString(Qt::ISODateWithMs);
}

QString OnboardingDraft::folder() const
{
    return m_store.folder() + QStringLiteral("/practices/") + m_record.id;
}

void OnboardingDraft::change(const std::function<void(Profile &)> &edit)
{
    changeRecord(edit);
}

void OnboardingDraft::changeRecord(const std::function<void(OnboardingRecord &)> &edit)
{
    OnboardingRecord after = m_record;
    edit(after);
    if (after != m_record)
        settle(std::move(after));
}

void OnboardingDraft::complete(Step step, const QString &evidence, const std::function<void(Profile &)> &edit)
{
    OnboardingRecord after = m_record;
    if (edit)
        edit(after);
    after.steps.insert(step, {StepState::Ok, now(), evidence, {}});
    settle(std::move(after));
}

void OnboardingDraft::mark(Step step, StepState state, const QString &reason)
{
    const StepRecord old = recordOf(m_record, step);
    if (old.state == state && old.reason == reason)
        return;
    change([&](Profile &profile) { profile.steps.insert(step, {state, now(), old.evidence, reason}); });
}

void OnboardingDraft::settle(OnboardingRecord after)
{
    const OnboardingRecord before = std::exchange(m_record, std::move(after));
    static_cast<Profile &>(m_record) = settled(before, static_cast<const Profile &>(m_record), now());
    settleMilestones(before, m_record, now());
    Result<> saved = m_store.saveProfile(m_record);
    const bool noted = before.lastToken != m_record.lastToken || before.milestones != m_record.milestones
        || before.rotation != m_record.rotation || before.retiredKeys != m_record.retiredKeys
        || before.extraScopes != m_record.extraScopes;
    if (saved && noted)
        saved = saveNotes(m_record, folder());
    m_problem = saved ? std::nullopt : std::optional(saved.error());
    m_stored = m_stored || saved.has_value();
    Q_EMIT changed();
}

} // namespace waybill::assistant
