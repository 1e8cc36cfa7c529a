// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/origin.h"
#include "http/transport.h"

#include <variant>

/// Whether and how a 3xx is followed (RFC 9110 15.4; HT-20 to HT-27). Pure decision, and a driver for callers
/// that just want the last answer. Qt would hand the token to the new origin (QT-01).
namespace waybill::http {

struct RedirectPolicy {
    enum class Reach {
        Nowhere, ///< the token endpoint: the assertion is a credential (HT-26)
        SameOrigin, ///< kick-off, status, anything with a token that must not leave
        AnyHttps, ///< files and public documents: other origins, without credentials (HT-27)
    };
    Reach reach = Reach::Nowhere;
    int maxHops = 5;
    /// Further origins a person allowed to see this practice's token (HT-24).
    QList<Origin> trusted = {};

    static RedirectPolicy forToken() { return {}; }
    static RedirectPolicy forFhir() { return {Reach::SameOrigin}; }
    static RedirectPolicy forFiles(QList<Origin> trusted = {})
    {
        return {Reach::AnyHttps, 5, std::move(trusted)};
    }
};

/// Where one request has been so far. Start with an empty one.
struct RedirectTrail {
    QList<QUrl> visited;
    bool leftTrust = false; ///< once away, the token does not come back (HT-22)
};

struct NotARedirect {
};
struct FollowRedirect {
    Request request; ///< without Authorization and Cookie unless the origin is the same or trusted (HT-21)
    bool withCredentials = false;
    std::chrono::seconds wait{0}; ///< Retry-After of the 3xx: a minimum before following (HT-08)
};
using RedirectDecision = std::variant<NotARedirect, FollowRedirect, Error>;

RedirectDecision decideRedirect(
    const Request &request, const ResponseHead &head, const RedirectPolicy &policy, RedirectTrail &trail);

/// Transport::send that follows what the policy allows. `done` as in Transport.
Call sendFollowing(Transport &transport, const Request &request, const RedirectPolicy &policy,
    QObject *context, std::function<void(Result<Response>)> done);

} // namespace waybill::http
