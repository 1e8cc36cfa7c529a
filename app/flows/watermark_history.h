// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "practices/profile.h"
#include "practices/watermark.h"

namespace waybill::practices {
class Store;
}

/// What a person does to watermarks, and what is known of their past (BD-182, BD-183, BD-188).
namespace waybill::flows {

struct ClientFacts;

struct WatermarkChange {
    practices::WatermarkKey key;
    QStringList types; ///< "" for an export that named none
    QString value; ///< a FHIR instant, kept as it is; empty = reset: the next export is a baseline
    QString who;
    QString why; ///< required
};

/// All types or none, each with its audit entry. Busy while an export of the Group runs, here or in another
/// process: two owners of one watermark lose data.
Result<> changeWatermarks(practices::Store &store, const Clock &clock, const WatermarkChange &change);

/// Gives one type the value it had before its last change. NotFound when there is none.
Result<> undoWatermark(practices::Store &store, const Clock &clock, const practices::WatermarkKey &key,
    const QString &type, const QString &who, const QString &why);

/// Every change of one type's watermark, newest first.
Result<QList<practices::AuditEntry>> watermarkHistory(
    const practices::Store &store, const practices::WatermarkKey &key, const QString &type);

/// How old the last full baseline of the practice's types is.
struct BaselineAge {
    std::optional<Instant> at; ///< when the oldest of the types' last baselines ended; nullopt: one has none
    bool isDue = false; ///< older than the practice's cadence, or there is none
    friend bool operator==(const BaselineAge &, const BaselineAge &) = default;
};
Result<BaselineAge> baselineAge(
    const practices::Store &store, const Clock &clock, const practices::Profile &profile);

/// Why a full baseline is recommended although the coming export is a delta, one sentence each: the last one
/// is too old, or was made with another key or other scopes, which the server may show less (BD-188, BD-189).
QStringList baselineAdvice(const practices::Store &store, const Clock &clock,
    const practices::Profile &profile, const ClientFacts &client);

} // namespace waybill::flows
