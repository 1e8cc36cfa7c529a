// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practices/profile.h"

#include <QList>
#include <QMap>

#include <optional>

/// The rules of the onboarding check list, without state: what comes when, what rests on what, and which
/// proofs are void once something under them has changed.
namespace waybill::assistant {

/// As shown: a key is needed to register, an address to connect. Differs from the order of the enum,
/// which is only how steps are stored.
const QList<practices::Step> &railOrder();

/// What `step` builds upon directly.
QList<practices::Step> foundationsOf(practices::Step step);

/// The first of the steps `step` rests upon, in rail order, that is not Ok; nullopt = it can be done now.
std::optional<practices::Step> firstMissing(const practices::Profile &profile, practices::Step step);

/// Where a person should go on: the first step that is not Ok; HandOver when all are.
practices::Step whereToGoOn(const practices::Profile &profile);

/// The record, Todo when there is none.
practices::StepRecord recordOf(const practices::Profile &profile, practices::Step step);

/// Steps whose result `after` no longer supports, each with the reason in words.
QMap<practices::Step, QString> madeStale(const practices::Profile &before, const practices::Profile &after);

/// `after` with everything stale marked so. Only Ok, Waiting and Failed can become Stale. `at` is ISO 8601,
/// UTC.
practices::Profile settled(const practices::Profile &before, practices::Profile after, const QString &at);

} // namespace waybill::assistant
