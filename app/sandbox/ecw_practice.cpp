// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ecw_practice.h"

#include "sandbox/answers.h"
#include "sandbox/ecw_documents.h"
#include "sandbox/job_answers.h"
#include "sandbox/scope_rules.h"

#include <QJsonDocument>

#include <algorithm>

namespace waybill::sandbox {

namespace {

constexpr std::size_t kGroupsPerPage = 4;
constexpr const char *kPollPath = "/$export-poll-location";
constexpr const char *kFilePath = "/$export-file";
constexpr const char *kAffinity = "ApplicationGatewayAffinity";
constexpr const char *kAffinityValue = "5f1c7a3be0d94c26";
constexpr const char *kGroupRead = "system/Group.read";

std::vector<GroupRow> ecwGroups()
{
    return {{"All active patients", Cohort::Everyone}, {"Diabetes registry", Cohort::Diabetes},
        {"New patients this week", Cohort::Nobody}, {"Pediatrics", Cohort::Children, GroupRow::Count::Absent},
        {"Diabetes registry", Cohort::Diabetes, GroupRow::Count::Stated},
        {"Medicare 65+ (old measure)", Cohort::Seniors, GroupRow::Count::Stated, false}};
}

/// The names of query parameters that are not in `known`, joined by commas; empty = all are known.
std::string unsupported(const httplib::Request &request, std::initializer_list<std::string_view> known)
{
    std::string names;
    for (const auto &[name, value] : request.params) {
        if (std::find(known.begin(), known.end(), name) == known.end()
            && names.find(name) == std::string::npos)
            names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

bool rejectsParameters(const httplib::Request &request, httplib::Response &response,
    std::initializer_list<std::string_view> known)
{
    const std::string names = unsupported(request, known);
    if (names.empty())
        return false;
    answerOutcome(
        response, 400, "not-supported", "Unsupported query parameter(s): " + names); // eCW: its words
    return true;
}

std::vector<Kind> defaultKinds(const Grant &grant)
{
    std::vector<Kind> kinds;
    for (int i = 0; i < kKinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        if (kind != Kind::Group && allowsReading(grant.scopes, nameOf(kind)))
            kinds.push_back(kind);
    }
    return kinds;
}

std::string percentText(int percent)
{
    return std::to_string(percent) + "% Completed";
}

} // namespace

EcwPractice::EcwPractice(
    PracticeAddress address, const Services &services, const std::shared_ptr<const World> &world)
    : m_address(std::move(address))
    , m_services(services)
    , m_groups(world, ecwGroups())
    , m_files(services, world)
    , m_limiter(services.options.requestsPerMinute)
{
}

bool EcwPractice::admit(httplib::Response &response)
{
    if (m_limiter.allow(now()))
        return true;
    answerOutcome(response, 429, "throttled", "API rate limit exceeded"); // eCW: without Retry-After
    return false;
}

void EcwPractice::handle(
    const httplib::Request &request, httplib::Response &response, const std::string &path)
{
    if (!admit(response))
        return;
    constexpr std::string_view kGroupPrefix = "/Group/";
    constexpr std::string_view kExport = "/$export";
    const bool get = request.method == "GET" || request.method == "HEAD";
    if (get && path == "/.well-known/smart-configuration") {
        if (m_services.faults.on(Fault::NoSmartConfiguration))
            answerText(response, 404, "Not Found", "text/plain");
        else
            answer(response, 200, smartConfiguration());
    } else if (get && path == "/metadata") {
        answer(response, 200, ecwCapabilityStatement(m_address), kFhirJson);
    } else if (get && path == "/Group") {
        searchGroups(request, response);
    } else if (get && path.starts_with(kGroupPrefix) && path.ends_with(kExport)) {
        kickOff(request, response,
            path.substr(kGroupPrefix.size(), path.size() - kGroupPrefix.size() - kExport.size()));
    } else if (get && path == kPollPath) {
        poll(request, response);
    } else if (request.method == "DELETE" && path == kPollPath) {
        remove(request, response);
    } else if (get && path == kFilePath) {
        downloadFile(request, response);
    } else {
        answerOutcome(
            response, 404, "not-supported", "This practice does not offer " + request.method + ' ' + path);
    }
}

QJsonObject EcwPractice::smartConfiguration() const
{
    QJsonObject document = ecwSmartConfiguration(m_address);
    if (m_services.faults.on(Fault::OtherAudience))
        document.insert(QStringLiteral("token_endpoint"), json(m_address.tokenUrl + '/'));
    return document;
}

void EcwPractice::searchGroups(const httplib::Request &request, httplib::Response &response) const
{
    const auto grant = authorize(m_services, m_address, request, response);
    if (!grant || rejectsParameters(request, response, {"page"}))
        return;
    if (m_services.faults.on(Fault::GroupsForbidden) || !allowsReading(grant->scopes, "Group")) {
        answerOutcome(response, 403, "forbidden", "HAPI-0333: Access denied by rule");
        return;
    }
    const auto &rows = m_groups.rows();
    const std::size_t total = m_services.faults.on(Fault::NoGroups) ? 0 : rows.size();
    const int page = request.has_param("page") ? text(request.get_param_value("page")).toInt() : 1;
    if (page < 1) {
        answerOutcome(response, 400, "invalid", "page is not a number of at least 1");
        return;
    }
    const std::size_t first = std::min(total, (static_cast<std::size_t>(page) - 1) * kGroupsPerPage);
    const std::size_t last = std::min(total, first + kGroupsPerPage);
    std::vector<QJsonObject> found;
    for (std::size_t i = first; i < last; ++i)
        found.push_back(m_groups.resource(rows[i]));
    const std::string url = m_address.base + "/Group";
    const bool more = last < total && !m_services.faults.on(Fault::NoNextLink);
    answer(response, 200,
        searchset(found, total, m_address.base, url + (page > 1 ? "?page=" + std::to_string(page) : ""),
            more ? url + "?page=" + std::to_string(page + 1) : std::string()),
        kFhirJson);
}

/// As strict as a public facade with eCW's URL grammar: 422 without the headers, 400 when they are not
/// exactly these.
bool EcwPractice::checkKickOffHeaders(const httplib::Request &request, httplib::Response &response) const
{
    if (request.get_header_value_count("Prefer") != 1 || request.get_header_value_count("Accept") != 1) {
        answerOutcome(response, 422, "required", "The headers Prefer and Accept are required, once each.");
        return false;
    }
    if (request.get_header_value("Prefer") != "respond-async"
        || request.get_header_value("Accept") != "application/fhir+json") {
        answerOutcome(response, 400, "invalid",
            "Prefer must be respond-async and Accept must be application/fhir+json.");
        return false;
    }
    return true;
}

std::optional<ExportRequest> EcwPractice::readRequest(
    const httplib::Request &request, httplib::Response &response, const Grant &grant) const
{
    ExportRequest wanted;
    const auto types = listParameter(request, "_type");
    for (const std::string &type : types) {
        const auto &known = ecwTypes();
        if (std::find(known.begin(), known.end(), type) == known.end()) {
            answerOutcome(response, 400, "not-supported", "Unsupported resource type: " + type);
            return std::nullopt;
        }
        if (!allowsReading(grant.scopes, type)) {
            answerOutcome(response, 403, "forbidden", "HAPI-0333: Access denied by rule: " + type);
            return std::nullopt;
        }
        if (const auto kind = kindFromName(type))
            wanted.kinds.push_back(*kind);
    }
    if (types.empty())
        wanted.kinds = defaultKinds(grant);
    if (request.has_param("_since")) {
        wanted.since = parseInstantOrDate(request.get_param_value("_since")); // eCW: an instant or a date
        if (!wanted.since) {
            answerOutcome(response, 400, "invalid", "_since is not an instant or a date.");
            return std::nullopt;
        }
    }
    const std::string format = request.get_param_value("_outputFormat");
    if (!format.empty() && format != "application/fhir+ndjson" && format != "application/ndjson"
        && format != "ndjson") {
        answerOutcome(response, 400, "not-supported", "Unsupported _outputFormat.");
        return std::nullopt;
    }
    wanted.url = m_address.base + request.target.substr(m_address.path.size());
    return wanted;
}

void EcwPractice::kickOff(
    const httplib::Request &request, httplib::Response &response, const std::string &groupId) const
{
    const auto grant = authorize(m_services, m_address, request, response);
    if (!grant || !checkKickOffHeaders(request, response)
        || rejectsParameters(request, response, {"_type", "_since", "_outputFormat"}))
        return;
    if (std::find(grant->scopes.begin(), grant->scopes.end(), kGroupRead) == grant->scopes.end()) {
        answerOutcome(response, 403, "forbidden", "HAPI-0333: Access denied by rule"); // eCW
        return;
    }
    // eCW: $export wants Group.identifier[0].value; Group.id is answered as any group it does not know.
    const GroupRow *const group = m_groups.byIdentifier(groupId);
    if (group == nullptr) {
        answerOutcome(response, 401, "login", "The group is invalid or not authorized for this app.");
        return;
    }
    auto wanted = readRequest(request, response, *grant);
    if (!wanted || answerFaultyKickOff(m_services, m_address, response))
        return;
    if (m_services.jobs.isRunning(m_address.code, groupId, now())) { // eCW: one job per group, said with 200
        answerOutcome(response, 200, "duplicate", "Bulk operation is already in progress for the group");
        return;
    }
    wanted->cohort = group->cohort;
    const bool groupItself =
        std::find(wanted->kinds.begin(), wanted->kinds.end(), Kind::Group) != wanted->kinds.end();
    if (groupItself)
        wanted->groupLine =
            QJsonDocument(m_groups.resource(*group)).toJson(QJsonDocument::Compact).toStdString();
    ExportJob job;
    job.practice = m_address.code;
    job.clientId = grant->clientId;
    job.group = groupId;
    job.request = std::make_shared<const ExportRequest>(std::move(*wanted));
    response.set_header("Set-Cookie", std::string(kAffinity) + '=' + kAffinityValue + "; Path=/; HttpOnly");
    startJob(m_services, request, response, std::move(job), RetryStyle::Seconds,
        [this](const std::string &id) { return m_address.base + kPollPath + "?job_id=" + id; });
}

/// eCW: polls and downloads go to the node that has the job, by cookie.
bool EcwPractice::hasAffinity(const httplib::Request &request, httplib::Response &response) const
{
    if (!m_services.faults.on(Fault::AffinityRequired))
        return true;
    const std::string wanted = std::string(kAffinity) + '=' + kAffinityValue;
    for (std::size_t i = 0; i < request.get_header_value_count("Cookie"); ++i) {
        if (request.get_header_value("Cookie", i).find(wanted) != std::string::npos)
            return true;
    }
    answerOutcome(response, 404, "not-found", "There is no such export job on this node.");
    return false;
}

std::optional<JobView> EcwPractice::jobOf(const httplib::Request &request, httplib::Response &response) const
{
    const auto grant = authorize(m_services, m_address, request, response);
    if (!grant || !hasAffinity(request, response))
        return std::nullopt;
    auto view = m_services.jobs.find(request.get_param_value("job_id"), grant->clientId, now());
    if (!view || view->job->practice != m_address.code) {
        answerOutcome(response, 404, "not-found", "There is no such export job.");
        return std::nullopt;
    }
    return view;
}

void EcwPractice::poll(const httplib::Request &request, httplib::Response &response) const
{
    const auto view = jobOf(request, response);
    if (!view)
        return;
    notePoll(m_services, *view);
    if (answerFaultyPoll(m_services, *view, response))
        return;
    if (isReady(m_services, *view))
        answerManifest(*view, response);
    else
        answerStillRunning(m_services, *view, response, RetryStyle::Seconds,
            percentText(m_services.faults.on(Fault::JobStuck) ? 0 : view->percent));
}

void EcwPractice::answerManifest(const JobView &view, httplib::Response &response) const
{
    JobFiles::ManifestStyle style;
    style.counts = false; // eCW: entries have a type and a url
    const bool foreign = m_services.faults.on(Fault::ForeignOriginWithToken);
    style.link = [this, foreign](const ExportJob &job, const PlannedFile &file, int fetch) {
        if (foreign)
            return m_services.fileOrigin + "/files/" + m_address.code + '/' + job.id + '/' + file.name;
        // eCW: the ampersands are HTML-escaped
        return m_address.base + kFilePath + "?job_id=" + job.id + "&amp;file=" + file.name
            + "&amp;v=" + std::to_string(fetch);
    };
    m_services.jobs.noteManifest(view.job->id);
    answer(response, 200, m_files.manifest(view, style));
}

void EcwPractice::remove(const httplib::Request &request, httplib::Response &response) const
{
    const auto view = jobOf(request, response);
    if (!view)
        return;
    m_services.jobs.remove(view->job->id);
    response.status = 202;
}

void EcwPractice::downloadFile(const httplib::Request &request, httplib::Response &response) const
{
    const auto view = jobOf(request, response);
    if (!view)
        return;
    if (!isReady(m_services, *view)) {
        answerOutcome(response, 404, "not-found", "There is no such file.");
        return;
    }
    const bool stale = request.get_param_value("v") == "0";
    if (stale && m_files.isExpired(*view->job, request.get_param_value("file"))) {
        answerOutcome(response, 403, "expired", "The link has expired.");
        return;
    }
    m_files.answerFile(request, response, *view->job, request.get_param_value("file"), false);
}

/// Reached only when the manifest's links point to the other origin, which needs the token as well.
void EcwPractice::handleFile(const httplib::Request &request, httplib::Response &response,
    const std::string &jobId, const std::string &name)
{
    const auto grant = authorize(m_services, m_address, request, response);
    if (!grant)
        return;
    const auto view = m_services.jobs.find(jobId, grant->clientId, now());
    if (view)
        m_files.answerFile(request, response, *view->job, name, false);
    else
        answerOutcome(response, 404, "not-found", "There is no such file.");
}

} // namespace waybill::sandbox
