// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/result.h"
#include "practices/profile.h"
#include "practices/run_record.h"

namespace waybill::practices {
class Store;
}

/// What can be done when the server says that an export of this Group is running already (EC-009). Nothing
/// here sends anything: one kick-off was one too many.
namespace waybill::flows {

/// A job of ours that the server may mean: it has a status URL, and the server never said that it ended.
struct KnownJob {
    QString runId;
    std::optional<Instant> startedAt;
    QStringList types;
    QString since; ///< empty = baseline
    bool givenUp = false; ///< Waybill no longer asks for it
    friend bool operator==(const KnownJob &, const KnownJob &) = default;
};

struct DuplicateAdvice {
    QList<KnownJob> jobs; ///< newest first; going on with one needs no kick-off
    Instant tryAgainAt{}; ///< not before now
    bool serverNamedIt = false; ///< that time is the server's Retry-After; otherwise an hour, our guess
    QString supportText; ///< to be sent to the server's operator: no secret, no query string, no patient
    friend bool operator==(const DuplicateAdvice &, const DuplicateAdvice &) = default;
};

struct DuplicateCase {
    practices::Profile profile;
    practices::RunRecord refused;
    QList<practices::RunRecord> runs; ///< of the same Group, newest first
    Error problem; ///< of the refused one
    Instant now{};
};

/// Pure.
DuplicateAdvice duplicateAdvice(const DuplicateCase &refused);

/// Lets a job that was given up be asked for again; one that is open stays as it is.
Result<> openAgain(practices::Store &store, const QString &runId);

} // namespace waybill::flows
