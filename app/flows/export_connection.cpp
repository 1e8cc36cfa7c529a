// SPDX-License-Identifier: Apache-2.0
#include "flows/export_connection.h"

#include "auth/authorized_transport.h"

namespace waybill::flows {
namespace {

/// The practice's budget counts what goes to the practice: the FHIR base, the token endpoint (EC-004,
/// SB-060).
QList<http::Origin> countedOrigins(const practices::Profile &profile)
{
    return {http::originOf(profile.fhirBaseUrl), http::originOf(profile.tokenUrl)};
}

} // namespace

auth::ClientSettings clientSettings(const practices::Profile &profile)
{
    auth::ClientSettings settings;
    settings.tokenUrl = profile.tokenUrl;
    settings.clientId = profile.clientId;
    settings.keyId = profile.keyId;
    settings.scopes = profile.scopes;
    settings.clockOffset = profile.clockOffset;
    return settings;
}

ExportConnection::ExportConnection(const practices::Profile &profile, const keys::KeyPair &key,
    const Clock &clock, const QString &stateFolder,
    std::shared_ptr<const http::ProxyPasswords> proxyPasswords)
    : m_budget(clock,
        {profile.fhirBaseUrl.toString(), profile.requestsPerMinute, stateFolder + QStringLiteral("/budget")})
    , m_cookies(http::makeCookieJar())
    , m_transport(http::makeBudgetedTransport(http::makeQtTransport({m_cookies, profile.network.caFile,
                                                  profile.network.proxy, {}, std::move(proxyPasswords)}),
          m_budget, countedOrigins(profile)))
    , m_tokens(std::make_unique<auth::TokenSource>(
          auth::TokenSource::Deps{*m_transport, clock}, clientSettings(profile), key))
{
}

} // namespace waybill::flows
