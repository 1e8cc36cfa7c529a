// SPDX-License-Identifier: Apache-2.0
#include "assistant/steps.h"

#include "assistant/words.h"
#include "http/origin.h"

namespace waybill::assistant {

using practices::Profile;
using practices::Step;
using practices::StepRecord;
using practices::StepState;

const QList<Step> &railOrder()
{
    static const QList<Step> order{Step::Environment, Step::Key, Step::Endpoint, Step::Client,
        Step::Connection, Step::Group, Step::Launch, Step::HandOver};
    return order;
}

QList<Step> foundationsOf(Step step)
{
    switch (step) {
    case Step::Environment: return {};
    case Step::Key: return {Step::Environment};
    case Step::Endpoint: return {Step::Environment};
    case Step::Client: return {Step::Environment, Step::Key};
    case Step::Connection: return {Step::Key, Step::Endpoint, Step::Client};
    case Step::Group: return {Step::Connection};
    case Step::Launch: return {Step::Connection, Step::Group};
    case Step::HandOver: return {Step::Connection, Step::Group, Step::Launch};
    }
    return {};
}

StepRecord recordOf(const Profile &profile, Step step)
{
    return profile.steps.value(step);
}

std::optional<Step> firstMissing(const Profile &profile, Step step)
{
    const QList<Step> foundations = foundationsOf(step);
    for (const Step candidate : railOrder()) {
        if (!foundations.contains(candidate))
            continue;
        if (const auto deeper = firstMissing(profile, candidate))
            return deeper;
        if (recordOf(profile, candidate).state != StepState::Ok)
            return candidate;
    }
    return std::nullopt;
}

Step whereToGoOn(const Profile &profile)
{
    for (const Step step : railOrder()) {
        if (recordOf(profile, step).state != StepState::Ok)
            return step;
    }
    return Step::HandOver;
}

QMap<Step, QString> madeStale(const Profile &before, const Profile &after)
{
    QMap<Step, QString> stale;
    // The first reason stays: it lies nearest to what the person did.
    const auto mark = [&stale](std::initializer_list<Step> steps, const QString &reason) {
        for (const Step step : steps) {
            if (!stale.contains(step))
                stale.insert(step, reason);
        }
    };
    if (before.keyThumbprint != after.keyThumbprint) {
        mark({Step::Client}, Words::tr("The key pair changed: register its public half."));
        mark({Step::Connection, Step::HandOver},
            Words::tr("The key pair changed: test the connection again."));
    }
    if (before.fhirBaseUrl != after.fhirBaseUrl) {
        mark({Step::Connection, Step::Group, Step::Launch, Step::HandOver},
            Words::tr("The endpoint changed: check it again."));
        if (!before.fhirBaseUrl.isEmpty() && !http::sameOrigin(before.fhirBaseUrl, after.fhirBaseUrl))
            mark({Step::Client},
                Words::tr("The endpoint is on another server: check that the client ID is known there."));
    }
    if (before.tokenUrl != after.tokenUrl)
        mark({Step::HandOver}, Words::tr("The token endpoint changed: review the waybill again."));
    if (before.network != after.network)
        mark({Step::Connection}, Words::tr("The way to the server changed: check the connection again."));
    if (before.clientId != after.clientId)
        mark({Step::Connection, Step::HandOver},
            Words::tr("The client ID changed: test the connection again."));
    if (before.clockOffset != after.clockOffset)
        mark(
            {Step::Connection, Step::HandOver}, Words::tr("Another clock signs: test the connection again."));
    if (before.group != after.group || before.level != after.level)
        mark({Step::Launch, Step::HandOver}, Words::tr("The Group changed: look at the request again."));
    if (before.types != after.types)
        mark({Step::HandOver}, Words::tr("The resource types changed: review the waybill again."));
    return stale;
}

Profile settled(const Profile &before, Profile after, const QString &at)
{
    const QMap<Step, QString> stale = madeStale(before, after);
    for (auto it = stale.cbegin(); it != stale.cend(); ++it) {
        const StepRecord old = recordOf(after, it.key());
        const bool justSet = old != recordOf(before, it.key());
        if (justSet || old.state == StepState::Todo || old.state == StepState::Stale)
            continue;
        after.steps.insert(it.key(), {StepState::Stale, at, old.evidence, it.value()});
    }
    return after;
}

} // namespace waybill::assistant
