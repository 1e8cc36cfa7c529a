// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/groups.h"
#include "sandbox/job_files.h"
#include "sandbox/kickoff_parameters.h"
#include "sandbox/practice.h"

namespace waybill::sandbox {

/// A practice whose server follows the Bulk Data Access IG 2.0 and 3.0 to the letter and offers what they
/// allow: GET and POST, three levels, deletions, partial manifests, HTTP-date Retry-After, gzip, signed links
/// elsewhere.
class IgPractice final : public Practice
{
public:
    IgPractice(PracticeAddress address, const Services &services, const std::shared_ptr<const World> &world);

    const PracticeAddress &address() const override { return m_address; }
    void handle(
        const httplib::Request &request, httplib::Response &response, const std::string &path) override;
    void handleFile(const httplib::Request &request, httplib::Response &response, const std::string &jobId,
        const std::string &name) override;

private:
    QJsonObject smartConfiguration() const;
    void groups(const httplib::Request &request, httplib::Response &response, const std::string &id) const;
    void searchGroups(const httplib::Request &request, httplib::Response &response) const;
    void kickOff(
        const httplib::Request &request, httplib::Response &response, const std::string &level) const;
    std::optional<ExportRequest> readRequest(const httplib::Request &request, httplib::Response &response,
        const Grant &grant, const std::string &level) const;
    std::string checkWindow(const KickOffParameters &parameters, ExportRequest &wanted) const;
    std::string checkTypes(
        const KickOffParameters &parameters, const Grant &grant, ExportRequest &wanted) const;
    std::string checkPatients(const KickOffParameters &parameters, const httplib::Request &request,
        const std::string &level, ExportRequest &wanted) const;
    void status(const httplib::Request &request, httplib::Response &response, const std::string &jobId) const;
    QJsonObject manifestPage(const JobView &view, std::int64_t page) const;
    std::string link(const ExportJob &job, const PlannedFile &file, int fetch) const;

    PracticeAddress m_address;
    const Services &m_services;
    std::shared_ptr<const World> m_world;
    Groups m_groups;
    JobFiles m_files;
};

} // namespace waybill::sandbox
