// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/file_producer.h"
#include "sandbox/practice.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <map>
#include <mutex>

namespace waybill::sandbox {

/// The manifest and the files of a practice's jobs, with their faults.
class JobFiles
{
public:
    JobFiles(const Services &services, std::shared_ptr<const World> world);

    /// A file's address; `fetch` says how often a manifest was handed out before, so that links can be
    /// renewed.
    using LinkMaker = std::function<std::string(const ExportJob &, const PlannedFile &, int fetch)>;
    struct ManifestStyle {
        bool requiresToken = true;
        bool counts = true;
        bool informsInErrors = false; ///< always an error[] file, of severity information
        std::int64_t firstFile = 0; ///< of this page
        std::int64_t filesPerPage = 1'000'000;
        LinkMaker link;
    };
    /// transactionTime, request, requiresAccessToken, output, deleted (if asked for), error.
    QJsonObject manifest(const JobView &view, const ManifestStyle &style) const;
    std::int64_t outputFiles(const ExportJob &job) const;

    /// Whether the fault wants this link of the first handed-out manifest refused.
    bool isExpired(const ExportJob &job, const std::string &name) const;

    /// Streams one file, or what a fault makes of it.
    void answerFile(const httplib::Request &request, httplib::Response &response, const ExportJob &job,
        const std::string &name, bool mayCompress) const;

private:
    std::vector<PlannedFile> filesOf(const ExportJob &job) const;
    std::vector<PlannedFile> errorFiles(bool informs) const;
    QJsonArray entries(const std::vector<PlannedFile> &files, const JobView &view, const ManifestStyle &style,
        bool wrongCount) const;
    bool answerFaultyFile(httplib::Response &response, bool isFirst) const;
    Blemishes blemishes(bool isFirst) const;
    std::int64_t lengthOf(const FileRecipe &recipe, const std::string &identity) const;

    const Services &m_services;
    std::shared_ptr<const World> m_world;
    mutable std::mutex m_mutex;
    mutable std::map<std::string, std::int64_t> m_lengths; ///< of clean files that were measured before
};

} // namespace waybill::sandbox
