// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/token_source.h"
#include "http/qt_transport.h"
#include "http/request_budget.h"
#include "practices/profile.h"

namespace waybill::flows {

/// The settings of the practice's client, as its token requests need them.
auth::ClientSettings clientSettings(const practices::Profile &profile);

/// What one export needs to talk to one practice: the request budget it shares with every other process of
/// this machine, a transport with the cookies of the run, and the source of its tokens. Main thread.
class ExportConnection
{
public:
    /// `stateFolder` holds the counters of the budget; the profile must have its token URL.
    ExportConnection(const practices::Profile &profile, const keys::KeyPair &key, const Clock &clock,
        const QString &stateFolder, std::shared_ptr<const http::ProxyPasswords> proxyPasswords = {});

    http::RequestBudget &budget() { return m_budget; }
    http::Transport &transport() { return *m_transport; } ///< waits for the budget
    auth::TokenSource &tokens() { return *m_tokens; }
    const std::shared_ptr<http::CookieJar> &cookies() const { return m_cookies; }

private:
    http::RequestBudget m_budget;
    std::shared_ptr<http::CookieJar> m_cookies;
    std::unique_ptr<http::Transport> m_transport;
    std::unique_ptr<auth::TokenSource> m_tokens;
};

} // namespace waybill::flows
