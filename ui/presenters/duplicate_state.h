// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/duplicate_job.h"

namespace waybill::ui {

/// What the dialog about a duplicate shows, as one value (EC-009).
struct DuplicateState {
    struct Job {
        QString runId;
        QString text; ///< one line of the list
        friend bool operator==(const Job &, const Job &) = default;
    };
    QList<Job> jobs;
    QString jobsText; ///< what attaching does, or that there is nothing to attach to
    Instant tryAgainAt{};
    QString tryText; ///< of the button: "Wait and try again at 15:14:07"
    QString tryWhy; ///< where the time comes from
    QString supportText;
    friend bool operator==(const DuplicateState &, const DuplicateState &) = default;
};

/// Pure.
DuplicateState duplicateState(const flows::DuplicateAdvice &advice, Instant now);

} // namespace waybill::ui
