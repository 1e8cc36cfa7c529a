// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/attempt.h"
#include "http/origin.h"
#include "http/transport.h"

namespace waybill::downloads {

/// What an answer that is not the file means (BD-118, F-074, HT-08).
/// @param body    its first 2 KiB, for the server's own words
/// @param chance  0 to below 1: spreads the wait after a 429 without Retry-After
AttemptFailed troubleOfStatus(const http::ResponseHead &head, const QByteArray &body, double chance);

/// An error of the transport, the decoder or the disk.
AttemptFailed troubleOfError(const Error &error);

/// Why this link may not be asked at all; nullopt = it may (BD-132, F-053, F-054).
std::optional<Error> linkProblem(const FileTask &task, const QList<http::Origin> &trusted);

} // namespace waybill::downloads
