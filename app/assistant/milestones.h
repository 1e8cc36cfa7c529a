// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/record.h"
#include "base/units.h"

#include <optional>

/// The check list of everything three parties must do before an export runs (EC-007). Rules only, without
/// state: what is on it, who must act, what rests on what, and the message that asks them. The records lie in
/// OnboardingRecord; the last five follow from the steps and their evidence.
namespace waybill::assistant {

enum class Milestone {
    AppPublished,
    CodeGiven,
    CodeEntered,
    Approved,
    Activated,
    JwksAllowed,
    GroupsEnabled,
    Discovery,
    Token,
    GroupVisible,
    TrialVerified,
    HandedOver
};

enum class Party { You, Practice, Vendor };

struct MilestoneRecord {
    practices::StepState state = practices::StepState::Todo;
    QString at; ///< ISO 8601, UTC, of the last change of state
    QString who; ///< whom we wait for, or who did it
    QString note; ///< the person's own words
    QString detail; ///< evidence of Ok, reason of Failed and Stale
    QString askedAt; ///< when the message was last taken
    int asked = 0; ///< how often it was
    friend bool operator==(const MilestoneRecord &, const MilestoneRecord &) = default;
};

/// What this practice's list holds, in order: eCW's activation has more stations than others'.
QList<Milestone> milestonesOf(const OnboardingRecord &profile);
QString milestoneTitle(Milestone milestone);
QString milestoneHelp(Milestone milestone, const OnboardingRecord &profile); ///< what to do, where
Party partyOf(Milestone milestone);
QString partyName(Party party, const OnboardingRecord &profile);
bool followsFromSteps(Milestone milestone); ///< not set by hand

MilestoneRecord milestoneOf(const OnboardingRecord &profile, Milestone milestone);
/// Sets one by hand. What rests on it and was Ok becomes Stale when it is Ok no longer.
void setMilestone(OnboardingRecord &profile, Milestone milestone, const MilestoneRecord &record);
/// What changed under them: those of `after` that no longer hold become Stale. `at` is ISO 8601, UTC.
void settleMilestones(const OnboardingRecord &before, OnboardingRecord &after, const QString &at);

/// The first that is not Ok; nullopt = all are.
std::optional<Milestone> nextMilestone(const OnboardingRecord &profile);
/// Somebody was asked and has not answered for `patience`: time to ask again.
bool isOverdue(
    const MilestoneRecord &record, Instant now, std::chrono::hours patience = std::chrono::hours{72});

struct PartyMessage {
    QString to; ///< an address where one is known; else empty
    QString subject;
    QString body; ///< plain text; names no secret
    friend bool operator==(const PartyMessage &, const PartyMessage &) = default;
};
/// Ready to send; nullopt where nobody else has to act.
std::optional<PartyMessage> messageFor(Milestone milestone, const OnboardingRecord &profile);

} // namespace waybill::assistant
