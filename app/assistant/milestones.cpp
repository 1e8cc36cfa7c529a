// SPDX-License-Identifier: Apache-2.0
#include "assistant/milestones.h"

#include "assistant/steps.h"
#include "assistant/words.h"
#include "practices/names.h"

#include <QJsonObject>

namespace waybill::assistant {

using practices::Step;
using practices::StepRecord;
using practices::StepState;

namespace {

// Stored; never renamed.
constexpr practices::Names<Milestone, 7> kNames{{{Milestone::AppPublished, "app-published"},
    {Milestone::CodeGiven, "code-given"}, {Milestone::CodeEntered, "code-entered"},
    {Milestone::Approved, "approved"}, {Milestone::Activated, "activated"},
    {Milestone::JwksAllowed, "jwks-allowed"}, {Milestone::GroupsEnabled, "groups-enabled"}}};
constexpr practices::Names<StepState, 6> kStates{
    {{StepState::Todo, "todo"}, {StepState::Doing, "doing"}, {StepState::Waiting, "waiting"},
        {StepState::Ok, "ok"}, {StepState::Failed, "failed"}, {StepState::Stale, "stale"}}};

QJsonObject stored(const OnboardingRecord &profile)
{
    return profile.milestones;
}

void store(OnboardingRecord &profile, Milestone milestone, const MilestoneRecord &record)
{
    QJsonObject all = stored(profile);
    all.insert(practices::nameOf(kNames, milestone),
        QJsonObject{{QStringLiteral("state"), practices::nameOf(kStates, record.state)},
            {QStringLiteral("at"), record.at}, {QStringLiteral("who"), record.who},
            {QStringLiteral("note"), record.note}, {QStringLiteral("detail"), record.detail},
            {QStringLiteral("askedAt"), record.askedAt}, {QStringLiteral("asked"), record.asked}});
    profile.milestones = all;
}

/// Where a station's verdict comes from when a step gives it.
Step stepOf(Milestone milestone)
{
    switch (milestone) {
    case Milestone::GroupVisible: return Step::Group;
    case Milestone::TrialVerified: return Step::Launch;
    case Milestone::HandedOver: return Step::HandOver;
    case Milestone::AppPublished:
    case Milestone::CodeGiven:
    case Milestone::CodeEntered:
    case Milestone::Approved:
    case Milestone::Activated:
    case Milestone::JwksAllowed:
    case Milestone::GroupsEnabled:
    case Milestone::Discovery:
    case Milestone::Token: break;
    }
    return Step::Connection;
}

MilestoneRecord fromStep(const OnboardingRecord &profile, Milestone milestone)
{
    const StepRecord step = recordOf(profile, stepOf(milestone));
    MilestoneRecord record;
    record.state = step.state;
    record.at = step.at;
    record.detail = step.state == StepState::Ok ? step.evidence : step.reason;
    // The server's documents are read before the token is asked for.
    if (milestone == Milestone::Discovery && step.state != StepState::Ok && !profile.tokenUrl.isEmpty()
        && step.state != StepState::Stale) {
        record.state = StepState::Ok;
        record.detail = Words::tr("The token endpoint is known: %1.").arg(profile.tokenUrl.host());
    }
    return record;
}

void makeStale(OnboardingRecord &profile, Milestone milestone, const QString &reason, const QString &at)
{
    MilestoneRecord record = milestoneOf(profile, milestone);
    if (record.state != StepState::Ok && record.state != StepState::Waiting)
        return;
    record.state = StepState::Stale;
    record.detail = reason;
    record.at = at;
    store(profile, milestone, record);
}

/// What a station rests upon, further down the list.
QList<Milestone> restingOn(Milestone milestone)
{
    using M = Milestone;
    switch (milestone) {
    case M::AppPublished: return {M::CodeGiven, M::CodeEntered, M::Approved, M::Activated, M::GroupsEnabled};
    case M::CodeGiven: return {M::CodeEntered, M::Approved, M::Activated, M::GroupsEnabled};
    case M::CodeEntered: return {M::Approved, M::Activated, M::GroupsEnabled};
    case M::Approved: return {M::Activated, M::GroupsEnabled};
    case M::Activated: return {M::GroupsEnabled};
    case M::JwksAllowed:
    case M::GroupsEnabled:
    case M::Discovery:
    case M::Token:
    case M::GroupVisible:
    case M::TrialVerified:
    case M::HandedOver: break;
    }
    return {};
}

} // namespace

QList<Milestone> milestonesOf(const OnboardingRecord &profile)
{
    using M = Milestone;
    QList<M> all{M::AppPublished};
    if (profile.vendor == QLatin1String("eclinicalworks"))
        all += {M::CodeGiven, M::CodeEntered, M::Approved};
    all.append(M::Activated);
    if (!profile.jwksUrl.isEmpty())
        all.append(M::JwksAllowed);
    all += {M::GroupsEnabled, M::Discovery, M::Token, M::GroupVisible, M::TrialVerified, M::HandedOver};
    return all;
}

bool followsFromSteps(Milestone milestone)
{
    return practices::nameOf(kNames, milestone).isEmpty();
}

MilestoneRecord milestoneOf(const OnboardingRecord &profile, Milestone milestone)
{
    if (followsFromSteps(milestone))
        return fromStep(profile, milestone);
    const QJsonObject object = stored(profile).value(practices::nameOf(kNames, milestone)).toObject();
    MilestoneRecord record;
    record.state = practices::valueOf(kStates, object.value(QLatin1String("state")).toString())
                       .value_or(StepState::Todo);
    record.at = object.value(QLatin1String("at")).toString();
    record.who = object.value(QLatin1String("who")).toString();
    record.note = object.value(QLatin1String("note")).toString();
    record.detail = object.value(QLatin1String("detail")).toString();
    record.askedAt = object.value(QLatin1String("askedAt")).toString();
    record.asked = object.value(QLatin1String("asked")).toInt();
    return record;
}

void setMilestone(OnboardingRecord &profile, Milestone milestone, const MilestoneRecord &record)
{
    if (followsFromSteps(milestone))
        return;
    const bool wasOk = milestoneOf(profile, milestone).state == StepState::Ok;
    store(profile, milestone, record);
    if (!wasOk || record.state == StepState::Ok)
        return;
    for (const Milestone later : restingOn(milestone)) {
        makeStale(profile, later, Words::tr("“%1” is not done any more.").arg(milestoneTitle(milestone)),
            record.at);
    }
}

void settleMilestones(const OnboardingRecord &before, OnboardingRecord &after, const QString &at)
{
    using M = Milestone;
    const auto stale = [&](std::initializer_list<M> which, const QString &reason) {
        for (const M milestone : which) {
            if (milestoneOf(before, milestone) == milestoneOf(after, milestone))
                makeStale(after, milestone, reason, at);
        }
    };
    if (before.clientId != after.clientId && !before.clientId.isEmpty()) {
        stale({M::AppPublished, M::CodeGiven, M::CodeEntered, M::Approved, M::Activated, M::JwksAllowed,
                  M::GroupsEnabled},
            Words::tr("The client ID changed: it is another app for them."));
    }
    if (before.fhirBaseUrl != after.fhirBaseUrl && !before.fhirBaseUrl.isEmpty()) {
        stale({M::CodeGiven, M::CodeEntered, M::Approved, M::Activated, M::GroupsEnabled},
            Words::tr("The endpoint changed: it is another practice for them."));
    }
    if (before.jwksUrl.host() != after.jwksUrl.host() && !before.jwksUrl.isEmpty())
        stale({M::JwksAllowed}, Words::tr("The JWKS URL is on another host now."));
}

std::optional<Milestone> nextMilestone(const OnboardingRecord &profile)
{
    for (const Milestone milestone : milestonesOf(profile)) {
        if (milestoneOf(profile, milestone).state != StepState::Ok)
            return milestone;
    }
    return std::nullopt;
}

bool isOverdue(const MilestoneRecord &record, Instant now, std::chrono::hours patience)
{
    if (record.state != StepState::Waiting)
        return false;
    const QDateTime since =
        QDateTime::fromString(record.askedAt.isEmpty() ? record.at : record.askedAt, Qt::ISODate);
    return since.isValid() && now - toInstant(since) >= patience;
}

} // namespace waybill::assistant
