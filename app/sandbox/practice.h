// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/export_jobs.h"
#include "sandbox/faults.h"
#include "sandbox/options.h"
#include "sandbox/request_log.h"
#include "sandbox/secrets.h"
#include "sandbox/token_endpoint.h"

#include <httplib.h>
#include <memory>
#include <string>

namespace waybill::sandbox {

/// What all practices of the process share. Everything in it is thread-safe and outlives them.
struct Services {
    const Options &options;
    Faults &faults;
    ExportJobs &jobs;
    TokenStore &tokens;
    RequestLog &log;
    const LinkSigner &signer;
    std::string fileOrigin; ///< another port than the practices'
};

/// Where a practice is and what it is called.
struct PracticeAddress {
    std::string name;
    std::string code;
    std::string vendor;
    std::string path; ///< of the FHIR base URL, without a trailing slash
    std::string base; ///< the whole FHIR base URL
    std::string tokenUrl;
};

/// One practice's FHIR server. Handlers run in many threads at once.
class Practice
{
public:
    virtual ~Practice() = default;
    virtual const PracticeAddress &address() const = 0;
    /// @param path  what follows the base URL's path, e.g. "/metadata"
    virtual void handle(
        const httplib::Request &request, httplib::Response &response, const std::string &path) = 0;
    /// A file on the other origin: /files/{practice}/{job}/{name}
    virtual void handleFile(const httplib::Request &request, httplib::Response &response,
        const std::string &jobId, const std::string &name) = 0;
};

/// 401 as for a token whose time is over.
void answerTokenExpired(httplib::Response &response);

/// The grant of the request's token for this practice; nullopt after a 401 was answered.
std::optional<Grant> authorize(const Services &services, const PracticeAddress &practice,
    const httplib::Request &request, httplib::Response &response);

} // namespace waybill::sandbox
