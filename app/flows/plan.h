// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "flows/launch_plan.h"
#include "practices/profile.h"

#include <QStringList>

namespace waybill::practices {
class Store;
}

/// Which jobs an export is made of: one per distinct `_since`, because types with different watermarks cannot
/// share one without losing or repeating data (BD-181).
namespace waybill::flows {

struct SinceChoice {
    enum class Kind { Watermark, Baseline, Instant };
    Kind kind = Kind::Watermark;
    QString instant; ///< verbatim; with Kind::Instant
    friend bool operator==(const SinceChoice &, const SinceChoice &) = default;
};

struct PlannedJob {
    QStringList types; ///< in the profile's order
    QString since; ///< verbatim; empty = baseline
    friend bool operator==(const PlannedJob &, const PlannedJob &) = default;
};

struct ExportPlan {
    practices::Profile profile;
    QList<PlannedJob> jobs; ///< baselines first, then by `_since`
    QString outputDirectory; ///< absolute; run folders are made in it
    Refinements refinements = {};
    bool startNew = false; ///< do not go on with an unfinished run of this key (`--new`)
    friend bool operator==(const ExportPlan &, const ExportPlan &) = default;
};

/// Pure: `watermarks` by type; "" is the one of an export that named no types.
QList<PlannedJob> planJobs(
    const QStringList &types, const SinceChoice &choice, const QMap<QString, QString> &watermarks);

/// Takes the watermarks from the store. Refuses a profile that is not complete enough to export, and an
/// instant that is none.
Result<ExportPlan> planExport(const practices::Store &store, const practices::Profile &profile,
    const SinceChoice &choice, const QString &outputDirectory);
SinceChoice sinceChoice(const LaunchPlan &plan);

} // namespace waybill::flows
