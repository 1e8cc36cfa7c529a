// SPDX-License-Identifier: Apache-2.0
#include "auth/token_refusal.h"
#include "auth/words.h"

/// Requirements 2.5: what the error dialog says. In the order in which to look.
namespace waybill::auth {
namespace {

QStringList invalidClient()
{
    return {Words::tr("The client id is wrong, or belongs to the other environment (sandbox or production)."),
        Words::tr("The key id (kid) is not in the JWK Set that the server sees."),
        Words::tr("The server cannot reach the JWKS URL, it is malformed, or its host is not on the server's "
                  "allow list (eClinicalWorks support adds it)."),
        Words::tr("The key was rotated, but the server still has the old JWK Set in its cache."),
        Words::tr("The server wants another algorithm (eClinicalWorks accepts RS384 only)."),
        Words::tr("This computer's clock is wrong."),
        Words::tr("The token URL is not the one the server compares the assertion's audience (aud) with.")};
}

QStringList causesOf(const TokenRefusal &refusal)
{
    if (refusal.error == QLatin1String("invalid_client"))
        return invalidClient();
    if (refusal.error == QLatin1String("invalid_grant"))
        return {Words::tr("One of the scopes is unknown or not supported (eClinicalWorks answers this way)."),
            Words::tr("The assertion has expired or is malformed; check this computer's clock."),
            Words::tr("The assertion's id (jti) was used before.")};
    if (refusal.error == QLatin1String("invalid_scope"))
        return {Words::tr("A scope was not granted when the app was registered."),
            Words::tr(
                "The server wants scopes in the other form (system/Patient.read or system/Patient.rs).")};
    if (refusal.error == QLatin1String("unsupported_grant_type"))
        return {Words::tr("The app is not registered as a backend service.")};
    if (refusal.error == QLatin1String("unauthorized_client"))
        return {Words::tr("The app is not registered as a backend service, or not yet activated.")};
    if (refusal.error == QLatin1String("invalid_request"))
        return {Words::tr("The address is not the token endpoint of a SMART server."),
            Words::tr("The server wants a parameter that SMART Backend Services does not have.")};
    if (refusal.error == QLatin1String("access_denied"))
        return {Words::tr("The authorization server has a fault of its own; try again later."),
            Words::tr("If it stays, write to the server's support (eClinicalWorks: "
                      "fhirfighters@eclinicalworks.com).")};
    return {};
}

} // namespace

QStringList likelyCauses(const Error &error)
{
    if (const auto refusal = refusalOf(error))
        return causesOf(*refusal);
    const bool deniedByRule = error.serverText.contains(QLatin1String("HAPI-0333"))
        || error.serverText.contains(QLatin1String("Access denied by rule"));
    if (error.httpStatus == 403 && deniedByRule) // eCW: seen at the kick-off
        return {Words::tr("The scope system/Group.read is missing in the token.")};
    if (error.httpStatus == 401)
        return {Words::tr("The token has expired."),
            Words::tr("The Group id is not valid, or the Group is not enabled for this app.")};
    return {};
}

} // namespace waybill::auth
