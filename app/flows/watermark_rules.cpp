// SPDX-License-Identifier: Apache-2.0
#include "flows/watermark_rules.h"

#include "base/fhir_instant.h"
#include "flows/run_words.h"

#include <algorithm>

namespace waybill::flows {
namespace {

constexpr std::chrono::minutes kToleratedFuture{10}; // BD-121

QStringList typesOf(const WatermarkCase &given)
{
    return given.types.isEmpty() ? QStringList{QString()} : given.types;
}

QMap<QString, WatermarkMove> unmoved(const WatermarkCase &given)
{
    QMap<QString, WatermarkMove> marks;
    for (const QString &type : typesOf(given)) {
        const QString value = given.current.value(type);
        marks.insert(type, {value, value});
    }
    return marks;
}

/// True when everything of this type up to transactionTime is here afterwards: the job began at the
/// beginning, or not later than where the last one ended. A later start would leave a hole nobody ever fills.
bool isCovered(const WatermarkCase &given, const QString &type)
{
    if (given.unreadable.contains(type))
        return false;
    if (given.since.isEmpty())
        return true;
    const auto since = FhirInstant::parse(given.since);
    const auto mark = FhirInstant::parse(given.current.value(type));
    return since && mark && *since <= *mark;
}

bool goesBack(const WatermarkCase &given, const FhirInstant &time)
{
    const QStringList types = typesOf(given);
    return std::any_of(types.begin(), types.end(), [&](const QString &type) {
        const auto mark = FhirInstant::parse(given.current.value(type));
        return mark && time < *mark;
    });
}

bool isInTheFuture(const WatermarkCase &given, const FhirInstant &time)
{
    const Instant latest = std::max(given.now, given.serverTime.value_or(given.now));
    return time.toInstant() > latest + kToleratedFuture;
}

WatermarkDecision stays(const WatermarkCase &given, const QString &reason)
{
    WatermarkDecision decision;
    decision.marks = unmoved(given);
    decision.reason = reason;
    return decision;
}

WatermarkDecision questionable(const WatermarkCase &given, const QString &reason)
{
    WatermarkDecision decision = stays(given, reason);
    decision.questionable = true;
    return decision;
}

} // namespace

QMap<QString, WatermarkMove> acceptedMarks(const WatermarkCase &given)
{
    QMap<QString, WatermarkMove> marks = unmoved(given);
    for (auto it = marks.begin(); it != marks.end(); ++it) {
        if (isCovered(given, it.key()))
            it->to = given.transactionTime;
    }
    return marks;
}

WatermarkDecision decideWatermarks(const WatermarkCase &given)
{
    if (given.transactionTime.isEmpty()) // BD-101
        return questionable(given, RunWords::tr("The watermark stays: the manifest has no transactionTime."));
    const auto time = FhirInstant::parse(given.transactionTime);
    if (!time) // BD-184: never our own clock instead
        return questionable(
            given, RunWords::tr("The watermark stays: the server's transactionTime is not an instant."));
    if (!given.allVerified) // BD-182
        return stays(given, RunWords::tr("The watermark stays: not every file was fetched and verified."));
    if (given.narrowed) // BD-037
        return stays(given,
            RunWords::tr("The watermark stays: the export was narrowed and does not stand for everything."));
    if (goesBack(given, *time)) // BD-121, BD-183
        return questionable(
            given, RunWords::tr("The watermark stays: the server's transactionTime is older than it."));
    if (!given.unreadable.isEmpty()) { // SB-056: what may be missing must not count as fetched
        WatermarkDecision decision = stays(given,
            RunWords::tr("The watermark stays: the token does not cover %1, so it may be missing.")
                .arg(given.unreadable.join(QStringLiteral(", "))));
        decision.acceptable = std::any_of(given.types.begin(), given.types.end(),
            [&](const QString &type) { return isCovered(given, type); });
        return decision;
    }
    const QStringList types = typesOf(given);
    const bool anyCovered =
        std::any_of(types.begin(), types.end(), [&](const QString &type) { return isCovered(given, type); });
    if (!anyCovered)
        return stays(given,
            RunWords::tr("The watermark stays: this export began later than the last one ended, what lies "
                         "between would be skipped."));
    WatermarkDecision decision;
    if (isInTheFuture(given, *time)) { // BD-121
        decision = questionable(
            given, RunWords::tr("The watermark stays: the server's transactionTime is in the future."));
        decision.acceptable = true;
        return decision;
    }
    if (given.seriousErrors) { // BD-111
        decision = stays(given,
            RunWords::tr("The watermark stays: the server reported errors; a person may accept them."));
        decision.acceptable = true;
        return decision;
    }
    decision.moves = true;
    decision.marks = acceptedMarks(given);
    decision.reason =
        RunWords::tr("Everything was verified: the watermark moved to the server's transactionTime.");
    return decision;
}

} // namespace waybill::flows
