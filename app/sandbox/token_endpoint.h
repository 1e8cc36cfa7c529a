// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/moment.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <httplib.h>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace waybill::sandbox {

class ClientRegistry;
class Faults;
class JwksFetcher;
class RequestLog;
struct Assertion;
struct Client;

/// What an access token allows.
struct Grant {
    std::string clientId;
    std::set<std::string> practiceCodes;
    std::vector<std::string> scopes;
    std::chrono::steady_clock::time_point until;
};

/// The tokens given out, in memory only. Thread-safe.
class TokenStore
{
public:
    std::string issue(Grant grant);
    /// From `Authorization: Bearer …`; nullopt when absent, unknown or over.
    std::optional<Grant> find(const httplib::Request &request) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::string, Grant> m_grants;
};

/// How one vendor's authorization server behaves.
struct TokenPolicy {
    std::string tokenUrl; ///< exactly what `aud` must be
    std::vector<std::string> algorithms;
    bool ecw = false; ///< eCW: its scope list and its own mapping of errors
    std::set<std::string> practiceCodes; ///< whose tokens it gives out
};

/// SMART Backend Services token endpoint: client_credentials with private_key_jwt.
class TokenEndpoint
{
public:
    struct Parts {
        ClientRegistry &clients;
        JwksFetcher &fetcher;
        TokenStore &tokens;
        Faults &faults;
        RequestLog &log;
    };
    TokenEndpoint(TokenPolicy policy, Parts parts);

    void handle(const httplib::Request &request, httplib::Response &response);
    const TokenPolicy &policy() const { return m_policy; }

private:
    struct Refusal {
        int status = 400;
        std::string error;
        QString description;
    };
    using Check = std::optional<Refusal>;

    Check checkForm(const httplib::Request &request) const;
    Check checkFaults() const;
    tl::expected<Client, Refusal> authenticate(const Assertion &assertion);
    tl::expected<QJsonObject, QString> keysOf(const Client &client, const QString &kid);
    Check checkClaims(const Assertion &assertion, Moment at);
    Check checkScopes(const std::vector<std::string> &scopes) const;
    tl::expected<QJsonObject, Refusal> grant(const httplib::Request &request);
    Refusal badClient(const QString &description) const;
    Refusal badAssertion(const QString &description) const;

    TokenPolicy m_policy;
    Parts m_parts;
    std::mutex m_mutex;
    std::map<std::string, std::int64_t> m_usedIds; ///< iss + jti -> exp
};

} // namespace waybill::sandbox
