// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/transport.h"

namespace waybill::discovery {

/// An answer of another status than wanted, as an Error: `what` in the caller's words, the code by the
/// status, the server's own words from an OperationOutcome (HTML is left out), Retry-After when it was sent.
Error answerProblem(const http::Response &response, const QString &what);

/// The texts of an OperationOutcome's issues, plain and bounded, at most 20 (F-019); empty if it is none.
QStringList outcomeTexts(QByteArrayView json);

} // namespace waybill::discovery
