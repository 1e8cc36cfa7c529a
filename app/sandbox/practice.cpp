// SPDX-License-Identifier: Apache-2.0
#include "sandbox/practice.h"

#include "sandbox/answers.h"

namespace waybill::sandbox {

void answerTokenExpired(httplib::Response &response)
{
    response.set_header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    answerOutcome(response, 401, "login", "The access token has expired.");
}

std::optional<Grant> authorize(const Services &services, const PracticeAddress &practice,
    const httplib::Request &request, httplib::Response &response)
{
    const bool usedUp = services.faults.on(Fault::TokenUsedUp)
        && !services.faults.spend(Fault::TokenUsedUp, request.get_header_value("Authorization"), 1);
    if (usedUp) {
        answerTokenExpired(response);
        return std::nullopt;
    }
    auto grant = services.tokens.find(request);
    if (grant && grant->practiceCodes.contains(practice.code))
        return grant;
    response.set_header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    answerOutcome(
        response, 401, "login", "The access token is missing, has expired, or is not for this practice.");
    return std::nullopt;
}

} // namespace waybill::sandbox
