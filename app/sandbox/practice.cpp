// SPDX-License-Identifier: Apache-2.0
#include "sandbox/practice.h"

#include "sandbox/answers.h"

namespace waybill::sandbox {

std::optional<Grant> authorize(const Services &services, const PracticeAddress &practice,
    const httplib::Request &request, httplib::Response &response)
{
    auto grant = services.tokens.find(request);
    if (grant && grant->practiceCodes.contains(practice.code))
        return grant;
    response.set_header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    answerOutcome(
        response, 401, "login", "The access token is missing, has expired, or is not for this practice.");
    return std::nullopt;
}

} // namespace waybill::sandbox
