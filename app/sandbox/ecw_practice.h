// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/groups.h"
#include "sandbox/job_files.h"
#include "sandbox/practice.h"
#include "sandbox/rate_limiter.h"

namespace waybill::sandbox {

/// A practice as eClinicalWorks runs it: Bulk Data STU 1.0.1, Group level only. Every deviation from the
/// standard is as documented by eCW or observed on its sandbox, and marked eCW: in the source.
class EcwPractice final : public Practice
{
public:
    EcwPractice(PracticeAddress address, const Services &services, const std::shared_ptr<const World> &world);

    const PracticeAddress &address() const override { return m_address; }
    void handle(
        const httplib::Request &request, httplib::Response &response, const std::string &path) override;
    void handleFile(const httplib::Request &request, httplib::Response &response, const std::string &jobId,
        const std::string &name) override;
    /// eCW: token requests count against the limit too. False = answered with 429.
    bool admit(httplib::Response &response);

private:
    QJsonObject smartConfiguration() const;
    void searchGroups(const httplib::Request &request, httplib::Response &response) const;
    void kickOff(
        const httplib::Request &request, httplib::Response &response, const std::string &groupId) const;
    bool checkKickOffHeaders(const httplib::Request &request, httplib::Response &response) const;
    std::optional<ExportRequest> readRequest(
        const httplib::Request &request, httplib::Response &response, const Grant &grant) const;
    void poll(const httplib::Request &request, httplib::Response &response) const;
    void answerManifest(const JobView &view, httplib::Response &response) const;
    void remove(const httplib::Request &request, httplib::Response &response) const;
    void downloadFile(const httplib::Request &request, httplib::Response &response) const;
    std::optional<JobView> jobOf(const httplib::Request &request, httplib::Response &response) const;
    bool hasAffinity(const httplib::Request &request, httplib::Response &response) const;

    PracticeAddress m_address;
    const Services &m_services;
    Groups m_groups;
    JobFiles m_files;
    RateLimiter m_limiter;
};

} // namespace waybill::sandbox
