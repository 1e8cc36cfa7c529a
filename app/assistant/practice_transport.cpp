// SPDX-License-Identifier: Apache-2.0
#include "assistant/practice_transport.h"

namespace waybill::assistant {

PracticeTransport::PracticeTransport(http::Transport &usual, const OnboardingDraft &draft, Shared shared)
    : m_usual(usual)
    , m_draft(draft)
    , m_shared(std::move(shared))
{
    if (!m_shared.seen)
        m_shared.seen = std::make_shared<http::PeerCertificates>();
}

http::Transport &PracticeTransport::way()
{
    const practices::NetworkSettings &wanted = m_draft.profile().network;
    if (wanted == practices::NetworkSettings())
        return m_usual;
    if (m_own.empty() || wanted != m_settings) {
        http::TransportOptions options;
        options.caFile = wanted.caFile;
        options.proxy = wanted.proxy;
        options.certificates = m_shared.seen;
        options.proxyPasswords = m_shared.proxyPasswords;
        m_own.push_back(http::makeQtTransport(options));
        m_settings = wanted;
    }
    return *m_own.back();
}

http::Call PracticeTransport::send(
    const http::Request &request, QObject *context, std::function<void(Result<http::Response>)> done)
{
    return way().send(request, context, std::move(done));
}

http::Call PracticeTransport::stream(const http::Request &request, http::BodySink &sink, QObject *context,
    std::function<void(Result<http::ResponseHead>)> done)
{
    return way().stream(request, sink, context, std::move(done));
}

std::optional<http::PeerCertificate> PracticeTransport::certificateOf(const QString &host) const
{
    return m_shared.seen->of(host);
}

} // namespace waybill::assistant
