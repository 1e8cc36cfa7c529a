// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/draft.h"
#include "http/qt_transport.h"

#include <vector>

namespace waybill::assistant {

/// The way to one practice's servers: the program's transport, or one of its own where the practice names
/// authorities or a proxy. Follows a change of the settings with the next request.
class PracticeTransport final : public http::Transport
{
public:
    struct Shared {
        std::shared_ptr<http::PeerCertificates>
            seen; ///< what `usual` writes its certificates to; may be null
        std::shared_ptr<const http::ProxyPasswords> proxyPasswords;
    };
    /// `usual` and `draft` must outlive this.
    PracticeTransport(http::Transport &usual, const OnboardingDraft &draft, Shared shared);

    http::Call send(const http::Request &request, QObject *context,
        std::function<void(Result<http::Response>)> done) override;
    http::Call stream(const http::Request &request, http::BodySink &sink, QObject *context,
        std::function<void(Result<http::ResponseHead>)> done) override;

    /// What the host showed in its last handshake here.
    std::optional<http::PeerCertificate> certificateOf(const QString &host) const;

private:
    http::Transport &way();

    http::Transport &m_usual;
    const OnboardingDraft &m_draft;
    Shared m_shared;
    practices::NetworkSettings m_settings; ///< that the newest of m_own was made for
    std::vector<std::unique_ptr<http::Transport>> m_own; ///< older ones may still be answering
};

} // namespace waybill::assistant
