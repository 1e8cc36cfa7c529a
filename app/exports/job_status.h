// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/operation_outcome.h"
#include "http/transport.h"

namespace waybill::exports {

struct JobStatus {
    int code = 0; ///< as if it were an HTTP status
    QString note;
};
/// What an answer says about the job: its HTTP status, or X-Export-Status where that was agreed on (BD-069,
/// BD-070).
JobStatus jobStatus(const http::ResponseHead &head, bool separate);

/// The number in "6% Completed", "in-progress (47%)", "47"; nothing outside 0..100 (BD-064, BD-065).
std::optional<int> percentIn(QByteArrayView progress);

/// At least one issue is an error or fatal; an outcome without issues counts as one.
bool isSerious(const OperationOutcome &outcome);

} // namespace waybill::exports
