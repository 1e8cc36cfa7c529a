// SPDX-License-Identifier: Apache-2.0
#include "sandbox/token_endpoint.h"

#include "sandbox/answers.h"
#include "sandbox/client_registry.h"
#include "sandbox/faults.h"
#include "sandbox/jose_verifier.h"
#include "sandbox/jwks_fetcher.h"
#include "sandbox/request_log.h"
#include "sandbox/scope_rules.h"
#include "sandbox/secrets.h"

#include <algorithm>

namespace waybill::sandbox {

namespace {

constexpr std::chrono::seconds kTokenLifetime{300};
constexpr std::chrono::seconds kShortLifetime{5};
constexpr std::int64_t kLongestAssertion = 300; ///< seconds; SMART App Launch 2.2
constexpr std::int64_t kClockSlack = 60; ///< for iat and nbf
constexpr const char *kAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

std::int64_t seconds(Moment at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

QString textClaim(const Assertion &assertion, QLatin1String name)
{
    return assertion.claims.value(name).toString();
}

std::string joined(const std::vector<std::string> &scopes)
{
    std::string text;
    for (const std::string &scope : scopes)
        text += (text.empty() ? "" : " ") + scope;
    return text;
}

} // namespace

std::string TokenStore::issue(Grant grant)
{
    std::string token = randomToken();
    const std::scoped_lock lock(m_mutex);
    m_grants[token] = std::move(grant);
    return token;
}

std::optional<Grant> TokenStore::find(const httplib::Request &request) const
{
    constexpr std::string_view kBearer = "bearer ";
    const std::string header = request.get_header_value("Authorization");
    if (!startsWithIgnoringCase(header, kBearer))
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    const auto found = m_grants.find(header.substr(kBearer.size()));
    if (found == m_grants.end() || std::chrono::steady_clock::now() >= found->second.until)
        return std::nullopt;
    return found->second;
}

TokenEndpoint::TokenEndpoint(TokenPolicy policy, Parts parts)
    : m_policy(std::move(policy))
    , m_parts(parts)
{
}

void TokenEndpoint::handle(const httplib::Request &request, httplib::Response &response)
{
    response.set_header("Cache-Control", "no-store");
    response.set_header("Pragma", "no-cache");
    if (request.method != "POST") {
        response.set_header("Allow", "POST");
        answer(response, 405, {{QStringLiteral("error"), QStringLiteral("invalid_request")}});
        return;
    }
    const auto granted = grant(request);
    if (granted) {
        answer(response, 200, *granted);
        return;
    }
    const Refusal &refusal = granted.error();
    answer(response, refusal.status,
        {{QStringLiteral("error"), json(refusal.error)},
            {QStringLiteral("error_description"), refusal.description}});
}

tl::expected<QJsonObject, TokenEndpoint::Refusal> TokenEndpoint::grant(const httplib::Request &request)
{
    if (auto refusal = checkFaults())
        return tl::unexpected(*refusal);
    if (auto refusal = checkForm(request))
        return tl::unexpected(*refusal);
    const auto assertion =
        parseAssertion(QByteArray::fromStdString(request.get_param_value("client_assertion")));
    if (!assertion)
        return tl::unexpected(badAssertion(assertion.error()));
    const auto client = authenticate(*assertion);
    if (!client)
        return tl::unexpected(client.error());
    if (auto refusal = checkClaims(*assertion, shownNow(m_parts.faults)))
        return tl::unexpected(*refusal);
    std::vector<std::string> scopes = split(request.get_param_value("scope"), ' ');
    if (auto refusal = checkScopes(scopes))
        return tl::unexpected(*refusal);
    if (m_parts.faults.on(Fault::FewerScopes) && scopes.size() > 1)
        scopes.pop_back();
    if (m_parts.faults.on(Fault::NoGroupScope))
        std::erase_if(scopes, [](const std::string &scope) { return scope.starts_with("system/Group."); });

    const auto lifetime = m_parts.faults.on(Fault::TokenExpiresFast) ? kShortLifetime : kTokenLifetime;
    std::set<std::string> codes;
    std::set_intersection(client->practiceCodes.begin(), client->practiceCodes.end(),
        m_policy.practiceCodes.begin(), m_policy.practiceCodes.end(), std::inserter(codes, codes.end()));
    const std::string token =
        m_parts.tokens.issue({client->id, codes, scopes, std::chrono::steady_clock::now() + lifetime});
    for (const std::string &code : codes)
        m_parts.log.count("tokens", code);
    return QJsonObject{{QStringLiteral("access_token"), json(token)},
        {QStringLiteral("token_type"), m_policy.ecw ? QStringLiteral("Bearer") : QStringLiteral("bearer")},
        {QStringLiteral("expires_in"), static_cast<qint64>(lifetime.count())},
        {QStringLiteral("scope"), json(joined(scopes))}};
}

TokenEndpoint::Check TokenEndpoint::checkFaults() const
{
    const Faults &faults = m_parts.faults;
    if (faults.on(Fault::AccessDenied))
        return Refusal{
            500, "access_denied", QStringLiteral("The authorization server encountered an error.")};
    if (faults.on(Fault::NotActivated))
        return Refusal{m_policy.ecw ? 500 : 401, m_policy.ecw ? "access_denied" : "invalid_client",
            QStringLiteral("FHIR app authentication is not enabled")};
    if (faults.on(Fault::InvalidClient) || faults.on(Fault::ClientUnknown))
        return badClient(QStringLiteral("Client authentication failed."));
    if (faults.on(Fault::NoBackendApps))
        return Refusal{
            400, "unsupported_grant_type", QStringLiteral("The client may not use client_credentials.")};
    return std::nullopt;
}

TokenEndpoint::Check TokenEndpoint::checkForm(const httplib::Request &request) const
{
    const auto malformed = [](const char *description) {
        return Refusal{400, "invalid_request", QLatin1String(description)};
    };
    if (!startsWithIgnoringCase(
            request.get_header_value("Content-Type"), "application/x-www-form-urlencoded"))
        return malformed("The body is not application/x-www-form-urlencoded.");
    if (request.target.find('?') != std::string::npos)
        return malformed("Parameters belong in the body, not in the URL.");
    if (request.has_header("Authorization"))
        return malformed("More than one way of authentication was used.");
    if (request.get_param_value("grant_type").empty())
        return malformed("grant_type is missing.");
    if (request.get_param_value("grant_type") != "client_credentials")
        return Refusal{
            400, "unsupported_grant_type", QStringLiteral("Only client_credentials is supported.")};
    if (request.get_param_value("client_assertion_type") != kAssertionType)
        return malformed("client_assertion_type is missing or not jwt-bearer.");
    if (request.get_param_value("client_assertion").empty())
        return malformed("client_assertion is missing.");
    if (request.get_param_value("scope").empty())
        return malformed("scope is missing.");
    return std::nullopt;
}

TokenEndpoint::Refusal TokenEndpoint::badClient(const QString &description) const
{
    return {401, "invalid_client", description};
}

/// SMART: any authentication failure is invalid_client. eCW: an expired, malformed or replayed assertion is
/// invalid_grant with 400.
TokenEndpoint::Refusal TokenEndpoint::badAssertion(const QString &description) const
{
    if (m_policy.ecw)
        return {400, "invalid_grant", description};
    return badClient(description);
}

tl::expected<Client, TokenEndpoint::Refusal> TokenEndpoint::authenticate(const Assertion &assertion)
{
    const auto refuse = [this](const QString &text) { return tl::unexpected(badClient(text)); };
    const std::string algorithm = assertion.header.value(QLatin1String("alg")).toString().toStdString();
    if (std::find(m_policy.algorithms.begin(), m_policy.algorithms.end(), algorithm)
        == m_policy.algorithms.end())
        return refuse(QStringLiteral("The assertion's alg is not accepted here."));
    const QString issuer = textClaim(assertion, QLatin1String("iss"));
    if (issuer.isEmpty() || issuer != textClaim(assertion, QLatin1String("sub")))
        return refuse(QStringLiteral("iss and sub must both be the client id."));
    const auto client = m_parts.clients.find(issuer.toStdString());
    const auto serves = [this](const std::string &code) { return m_policy.practiceCodes.contains(code); };
    if (!client || std::none_of(client->practiceCodes.begin(), client->practiceCodes.end(), serves))
        return refuse(QStringLiteral("The client is not known here."));
    const QString kid = assertion.header.value(QLatin1String("kid")).toString();
    const auto set = keysOf(*client, kid);
    if (!set)
        return refuse(set.error());
    const auto key = keyWithId(*set, kid);
    if (!key)
        return refuse(key.error());
    if (!verifySignature(assertion, *key))
        return refuse(QStringLiteral("The assertion's signature does not verify."));
    return *client;
}

tl::expected<QJsonObject, QString> TokenEndpoint::keysOf(const Client &client, const QString &kid)
{
    if (client.jwksUrl.empty())
        return client.jwks;
    if (m_parts.faults.on(Fault::JwksNotAllowed))
        return tl::unexpected(QStringLiteral("Client authentication failed."));
    if (m_parts.faults.on(Fault::JwksOldCopy)) {
        if (auto old = m_parts.fetcher.kept(client.jwksUrl))
            return *old;
    }
    // What goes wrong at the address goes wrong now, not when the kept copy is too old.
    const bool wrong = m_parts.faults.on(Fault::JwksUnreachable) || m_parts.faults.on(Fault::JwksMalformed)
        || m_parts.faults.on(Fault::JwksOtherKid);
    if (wrong)
        m_parts.fetcher.forget(client.jwksUrl);
    return m_parts.fetcher.fetch(client.jwksUrl, kid);
}

TokenEndpoint::Check TokenEndpoint::checkClaims(const Assertion &assertion, Moment at)
{
    const QJsonValue audience = assertion.claims.value(QLatin1String("aud"));
    if (!audience.isString() || audience.toString().toStdString() != m_policy.tokenUrl)
        return badClient(QStringLiteral("aud is not the URL of this token endpoint."));
    const QJsonValue expiry = assertion.claims.value(QLatin1String("exp"));
    if (!expiry.isDouble())
        return badAssertion(QStringLiteral("exp is missing or not a number."));
    const std::int64_t exp = expiry.toInteger();
    if (exp <= seconds(at))
        return badAssertion(QStringLiteral("The assertion has expired."));
    if (exp > seconds(at) + kLongestAssertion)
        return badAssertion(QStringLiteral("exp is more than five minutes in the future."));
    for (const QLatin1String name : {QLatin1String("iat"), QLatin1String("nbf")}) {
        const QJsonValue value = assertion.claims.value(name);
        if (value.isDouble() && value.toInteger() > seconds(at) + kClockSlack)
            return badAssertion(QStringLiteral("%1 is in the future.").arg(name));
    }
    const std::string id = textClaim(assertion, QLatin1String("jti")).toStdString();
    if (id.empty())
        return badAssertion(QStringLiteral("jti is missing."));
    if (m_parts.faults.on(Fault::AssertionReused))
        return badAssertion(QStringLiteral("The assertion is not valid."));
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_usedIds, [&](const auto &used) { return used.second < seconds(at); });
    const std::string issuer = textClaim(assertion, QLatin1String("iss")).toStdString();
    if (!m_usedIds.emplace(issuer + '\n' + id, exp).second)
        return badAssertion(QStringLiteral("jti was used before."));
    return std::nullopt;
}

TokenEndpoint::Check TokenEndpoint::checkScopes(const std::vector<std::string> &scopes) const
{
    const Faults &faults = m_parts.faults;
    for (const std::string &scope : scopes) {
        const bool refused = (faults.on(Fault::ScopeRefused) && scope.starts_with("system/Immunization."))
            || (faults.on(Fault::ScopeForm) && !m_policy.ecw && scope.ends_with(".read"));
        if (refused || (m_policy.ecw ? !isEcwScope(scope) : !isSmartScope(scope)))
            return Refusal{400, m_policy.ecw ? "invalid_grant" : "invalid_scope",
                QStringLiteral("The requested scope is invalid, unknown, or malformed: %1").arg(text(scope))};
    }
    return std::nullopt;
}

} // namespace waybill::sandbox
