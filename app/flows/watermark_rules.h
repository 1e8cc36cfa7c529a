// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"

/// Whether a run may move watermarks. A wrong yes loses data silently and for ever; a wrong no repeats some
/// (BD-101, BD-110, BD-111, BD-121, BD-180 to BD-184).
namespace waybill::flows {

struct WatermarkCase {
    QStringList types; ///< of the job; empty = it named none
    QString since; ///< sent; empty = baseline
    QString transactionTime; ///< the server's own text; may be anything
    QMap<QString, QString> current; ///< watermarks by type; "" for a job without types
    bool allVerified = false;
    bool seriousErrors = false; ///< the server reported issues of severity error or fatal
    QStringList unreadable; ///< types no granted scope covers: the server may have left them out (SB-056)
    bool narrowed = false; ///< `_elements`, `_typeFilter`, …
    Instant now{};
    std::optional<Instant> serverTime; ///< its Date with the manifest
};

struct WatermarkDecision {
    bool moves = false;
    bool questionable = false; ///< transactionTime is missing, unreadable, too late or too early
    bool acceptable = false; ///< stays, but a person may let it move (acceptErrors)
    QMap<QString, WatermarkMove> marks; ///< one for each type; from = to where it stays
    QString reason; ///< one sentence
    friend bool operator==(const WatermarkDecision &, const WatermarkDecision &) = default;
};

WatermarkDecision decideWatermarks(const WatermarkCase &given);

/// The moves a person's consent allows; only for an acceptable decision.
QMap<QString, WatermarkMove> acceptedMarks(const WatermarkCase &given);

} // namespace waybill::flows
