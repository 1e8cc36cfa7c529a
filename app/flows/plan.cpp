// SPDX-License-Identifier: Apache-2.0
#include "flows/plan.h"

#include "base/fhir_instant.h"
#include "practices/store.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::flows {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("ExportPlan", source);
}

QString sinceOf(const QString &type, const SinceChoice &choice, const QMap<QString, QString> &watermarks)
{
    switch (choice.kind) {
    case SinceChoice::Kind::Baseline: return {};
    case SinceChoice::Kind::Instant: return choice.instant;
    case SinceChoice::Kind::Watermark: return watermarks.value(type);
    }
    Q_UNREACHABLE();
}

/// Baselines first: what has no history yet matters most.
bool comesFirst(const PlannedJob &a, const PlannedJob &b)
{
    const auto left = FhirInstant::parse(a.since);
    const auto right = FhirInstant::parse(b.since);
    if (left && right)
        return *left < *right;
    return a.since < b.since;
}

Result<> checkComplete(const practices::Profile &profile)
{
    const auto missing = [&profile](const QString &what) {
        return failure(ErrorCode::InvalidInput, what, profile.name,
            text(QT_TRANSLATE_NOOP("ExportPlan", "Finish the onboarding of this practice first.")));
    };
    if (profile.fhirBaseUrl.isEmpty())
        return missing(text(QT_TRANSLATE_NOOP("ExportPlan", "The practice has no FHIR base URL yet.")));
    if (profile.tokenUrl.isEmpty())
        return missing(
            text(QT_TRANSLATE_NOOP("ExportPlan", "The token endpoint of the practice is not known yet.")));
    if (profile.clientId.isEmpty())
        return missing(text(QT_TRANSLATE_NOOP("ExportPlan", "The practice has no client ID yet.")));
    if (profile.level == practices::Level::Group && profile.group.value.isEmpty())
        return missing(text(QT_TRANSLATE_NOOP("ExportPlan", "No Group is chosen yet.")));
    return {};
}

} // namespace

QList<PlannedJob> planJobs(
    const QStringList &types, const SinceChoice &choice, const QMap<QString, QString> &watermarks)
{
    if (types.isEmpty())
        return {{{}, sinceOf({}, choice, watermarks)}};
    QList<PlannedJob> jobs;
    for (const QString &type : types) {
        const QString since = sinceOf(type, choice, watermarks);
        const auto same = std::find_if(
            jobs.begin(), jobs.end(), [&since](const PlannedJob &job) { return job.since == since; });
        if (same == jobs.end())
            jobs.append({{type}, since});
        else if (!same->types.contains(type))
            same->types.append(type);
    }
    std::stable_sort(jobs.begin(), jobs.end(), comesFirst);
    return jobs;
}

Result<ExportPlan> planExport(const practices::Store &store, const practices::Profile &profile,
    const SinceChoice &choice, const QString &outputDirectory)
{
    if (const auto complete = checkComplete(profile); !complete)
        return failure(complete.error());
    if (choice.kind == SinceChoice::Kind::Instant && !isFhirInstant(choice.instant)) {
        return failure(ErrorCode::InvalidInput,
            text(QT_TRANSLATE_NOOP("ExportPlan", "The start of the period is not a FHIR instant.")),
            choice.instant,
            text(QT_TRANSLATE_NOOP(
                "ExportPlan", "Write it with seconds and zone, for example 2026-06-24T03:14:07Z.")));
    }
    const auto marks = store.watermarks(practices::watermarkKey(profile));
    if (!marks)
        return failure(marks.error());
    QMap<QString, QString> watermarks;
    for (const practices::Watermark &mark : *marks)
        watermarks.insert(mark.type, mark.value);
    return ExportPlan{profile, planJobs(profile.types, choice, watermarks), outputDirectory};
}

SinceChoice sinceChoice(const LaunchPlan &plan)
{
    switch (plan.since) {
    case LaunchPlan::Since::Watermark: return {SinceChoice::Kind::Watermark, {}};
    case LaunchPlan::Since::Full: return {SinceChoice::Kind::Baseline, {}};
    case LaunchPlan::Since::Custom: return {SinceChoice::Kind::Instant, plan.customSince};
    }
    Q_UNREACHABLE();
}

} // namespace waybill::flows
