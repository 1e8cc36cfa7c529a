// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/transport.h"

namespace waybill::exports {

/// How the one kick-off request ended.
struct KickOffEnd {
    std::optional<http::Response> answer; ///< also when its body was broken: the head has the handle
    Error error; ///< without an answer
    bool mayHaveArrived = true;
};

/// Sends the kick-off once. Unlike Transport::send it keeps the head of an answer whose body breaks off: a
/// 202 with its Content-Location must not be lost because a proxy cut the text that followed (BD-010).
/// Redirects are not followed (F-018). `done` as in Transport.
http::Call sendKickOff(http::Transport &transport, const http::Request &request, QObject *context,
    std::function<void(KickOffEnd)> done);

} // namespace waybill::exports
