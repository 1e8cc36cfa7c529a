// SPDX-License-Identifier: Apache-2.0
#include "flows/watermark_history.h"

#include "base/fhir_instant.h"
#include "flows/run_facts.h"
#include "flows/run_words.h"
#include "practices/run_lock.h"
#include "practices/store.h"

#include <QSet>

#include <algorithm>

namespace waybill::flows {
namespace {

using practices::AuditEntry;
using practices::RunRecord;

/// Enough for a year of nightly exports of thirty types.
constexpr int kHistory = 20'000;
constexpr int kRuns = 10'000; ///< hourly exports for a year

Result<> check(const WatermarkChange &change)
{
    if (change.why.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput, RunWords::tr("Say why the watermark is changed."));
    if (!change.value.isEmpty() && !isFhirInstant(change.value)) {
        return failure(ErrorCode::InvalidInput, RunWords::tr("This is not a FHIR instant."), change.value,
            RunWords::tr("Write it with seconds and zone, for example 2026-06-24T03:14:07Z."));
    }
    return {};
}

bool isBaselineOf(const RunRecord &run, const QString &type)
{
    const QStringList types = typesOf(run);
    return run.outcome == practices::Outcome::Complete && sinceOf(run).isEmpty() && run.finishedAt
        && (types.isEmpty() || types.contains(type));
}

} // namespace

Result<> changeWatermarks(practices::Store &store, const Clock &clock, const WatermarkChange &change)
{
    if (const Result<> good = check(change); !good)
        return good;
    const auto lock = practices::RunLock::acquire(store.folder(), change.key);
    if (!lock)
        return failure(lock.error());
    return store.transact([&]() -> Result<> {
        for (const QString &type : change.types) {
            const Result<> moved = store.moveWatermark(
                change.key, {type, change.value, {}, clock.now()}, change.who, change.why.trimmed());
            if (!moved)
                return moved;
        }
        return {};
    });
}

Result<> undoWatermark(practices::Store &store, const Clock &clock, const practices::WatermarkKey &key,
    const QString &type, const QString &who, const QString &why)
{
    const auto history = watermarkHistory(store, key, type);
    if (!history)
        return failure(history.error());
    if (history->isEmpty())
        return failure(ErrorCode::NotFound, RunWords::tr("This watermark was never changed."), type);
    return changeWatermarks(store, clock, {key, {type}, history->first().from, who, why});
}

Result<QList<AuditEntry>> watermarkHistory(
    const practices::Store &store, const practices::WatermarkKey &key, const QString &type)
{
    auto all = store.audit(key, kHistory);
    if (!all)
        return all;
    all->removeIf([&type](const AuditEntry &entry) {
        return entry.type != type || !entry.what.startsWith(QLatin1String("watermark"));
    });
    return all;
}

Result<BaselineAge> baselineAge(
    const practices::Store &store, const Clock &clock, const practices::Profile &profile)
{
    const auto runs = store.runs(practices::watermarkKey(profile), kRuns);
    if (!runs)
        return failure(runs.error());
    BaselineAge age;
    const QStringList types = profile.types.isEmpty() ? QStringList{QString()} : profile.types;
    for (const QString &type : types) {
        const auto last = std::find_if(
            runs->begin(), runs->end(), [&type](const RunRecord &run) { return isBaselineOf(run, type); });
        if (last == runs->end())
            return BaselineAge{std::nullopt, true};
        age.at = age.at ? std::min(*age.at, *last->finishedAt) : *last->finishedAt;
    }
    const std::chrono::days cadence{profile.baselineEveryDays};
    age.isDue = profile.baselineEveryDays > 0 && clock.now() - *age.at > cadence;
    return age;
}

QStringList baselineAdvice(const practices::Store &store, const Clock &clock,
    const practices::Profile &profile, const ClientFacts &client)
{
    const auto runs = store.runs(practices::watermarkKey(profile), kRuns);
    if (!runs)
        return {};
    QStringList advice;
    const auto last = std::find_if(runs->begin(), runs->end(),
        [&profile](const RunRecord &run) { return isBaselineOf(run, profile.types.value(0)); });
    if (last != runs->end()) {
        const ClientFacts then = clientOf(*last);
        const QSet<QString> before(then.granted.begin(), then.granted.end());
        const QSet<QString> now(client.granted.begin(), client.granted.end());
        if (!then.key.isEmpty() && then.key != client.key)
            advice.append(RunWords::tr("Baseline recommended: the key is another one than at the last full "
                                       "baseline, and the server may show it more."));
        if (!before.isEmpty() && !now.isEmpty() && before != now)
            advice.append(RunWords::tr("Baseline recommended: the granted scopes are others than at the last "
                                       "full baseline."));
    }
    const auto age = baselineAge(store, clock, profile);
    if (age && age->at && age->isDue) {
        const auto days = std::chrono::floor<std::chrono::days>(clock.now() - *age->at).count();
        advice.append(RunWords::tr("Baseline recommended: the last one is %1 days old, and this practice "
                                   "wants one every %2 days.")
                          .arg(days)
                          .arg(profile.baselineEveryDays));
    }
    return advice;
}

} // namespace waybill::flows
