// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/token_source.h"
#include "http/origin.h"
#include "http/transport.h"

namespace waybill::auth {

/// A Transport that adds the practice's token: for Groups, kick-off, polls, DELETE and protected files.
/// - The token goes only to the origins given here (the base URL's and the practice's own list); any other
///   answers Unauthorized without asking anybody (HT-21, HT-24).
/// - A 401 makes it forget that token, get a new one and repeat the request once; the second answer is final,
///   whatever it is. `mayBeRepeated` stays as the caller set it: it speaks of Qt's own silent repeats.
/// - A request that already has an Authorization header is refused: somebody else's credentials (SB-061).
/// Same promises as Transport. Thread of its TokenSource. Both deps must outlive it; destroying it ends its
/// exchanges without calling back.
class AuthorizedTransport final : public http::Transport
{
public:
    struct Deps {
        http::Transport &transport;
        TokenSource &tokens;
    };

    AuthorizedTransport(Deps deps, QList<http::Origin> trusted);
    ~AuthorizedTransport() override;
    AuthorizedTransport(const AuthorizedTransport &) = delete;
    AuthorizedTransport &operator=(const AuthorizedTransport &) = delete;

    bool trusts(const QUrl &url) const;

    http::Call send(const http::Request &request, QObject *context,
        std::function<void(Result<http::Response>)> done) override;
    /// The body of a 401 that is answered with a new token never reaches `sink`.
    http::Call stream(const http::Request &request, http::BodySink &sink, QObject *context,
        std::function<void(Result<http::ResponseHead>)> done) override;

private:
    struct Core;
    std::shared_ptr<Core> m_core;
};

/// The origin of the FHIR base URL and those of the practice's own list (URLs or "https://host[:port]").
/// Entries that are not https (or http on loopback) are left out.
QList<http::Origin> trustedOrigins(const QUrl &fhirBaseUrl, const QStringList &more);

} // namespace waybill::auth
