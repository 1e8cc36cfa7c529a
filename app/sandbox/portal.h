// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/client_registry.h"
#include "sandbox/practice_list.h"

#include <httplib.h>
#include <string>
#include <vector>

namespace waybill::sandbox {

class Faults;
class RequestLog;
struct PracticeAddress;

/// The developer portal: registration by pasted JWKS or by JWKS URL, hosting for public key sets, the
/// practice list, and the doors for tests (log, faults). For people a page, for programs JSON.
class Portal
{
public:
    struct Parts {
        ClientRegistry &clients;
        Faults &faults;
        RequestLog &log;
    };
    Portal(std::string origin, std::vector<PracticeAddress> practices, PracticeList list, Parts parts);

    /// False when the path is none of the portal's.
    bool handle(const httplib::Request &request, httplib::Response &response);

private:
    void clients(const httplib::Request &request, httplib::Response &response);
    void registerClient(const httplib::Request &request, httplib::Response &response);
    void clearLog(httplib::Response &response);
    void faults(const httplib::Request &request, httplib::Response &response);
    void hostJwks(const httplib::Request &request, httplib::Response &response, const std::string &name);
    void serveJwks(httplib::Response &response, const std::string &name) const;
    std::string page(const std::string &message) const;

    std::string m_origin;
    std::vector<PracticeAddress> m_practices;
    PracticeList m_list;
    Parts m_parts;
};

} // namespace waybill::sandbox
