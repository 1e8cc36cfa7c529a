// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ig_practice.h"

#include "sandbox/answers.h"
#include "sandbox/ig_documents.h"
#include "sandbox/job_answers.h"
#include "sandbox/scope_rules.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace waybill::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kGroupPrefix = "/Group/";
constexpr std::string_view kExport = "/$export";
constexpr std::string_view kStatusPrefix = "/bulkstatus/";
constexpr std::int64_t kFilesPerPage = 4; ///< of a partial manifest
constexpr auto kLinkLifetime = 1h;

std::vector<GroupRow> igGroups()
{
    GroupRow children{"Well-child visits", Cohort::Children};
    children.id = "well-child";
    children.listsMembers = true;
    GroupRow asthma{"Asthma cohort", Cohort::Asthma, GroupRow::Count::Absent};
    asthma.id = "asthma";
    asthma.byCriteria = true;
    GroupRow everyone{"All patients", Cohort::Everyone};
    everyone.id = "all";
    GroupRow nobody{"Clinical trial 7 (recruiting)", Cohort::Nobody};
    nobody.id = "trial-7";
    return {everyone, children, asthma, nobody};
}

/// As S3 says no.
void refuseLink(httplib::Response &response, int status, const std::string &code, const std::string &message)
{
    answerText(response, status,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
            + "</Message></Error>",
        "application/xml");
}

std::string signedText(
    const std::string &jobId, const std::string &name, const std::string &fetch, const std::string &expires)
{
    return jobId + '\n' + name + '\n' + fetch + '\n' + expires;
}

std::int64_t epochSeconds(Moment at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

} // namespace

IgPractice::IgPractice(
    PracticeAddress address, const Services &services, const std::shared_ptr<const World> &world)
    : m_address(std::move(address))
    , m_services(services)
    , m_world(world)
    , m_groups(world, igGroups())
    , m_files(services, world)
{
}

void IgPractice::handle(const httplib::Request &request, httplib::Response &response, const std::string &path)
{
    const bool get = request.method == "GET" || request.method == "HEAD";
    const bool exports = path.ends_with(kExport);
    if (get && path == "/.well-known/smart-configuration") {
        if (m_services.faults.on(Fault::NoSmartConfiguration))
            answerText(response, 404, "Not Found", "text/plain");
        else
            answer(response, 200, smartConfiguration());
    } else if (get && path == "/metadata") {
        answer(response, 200, igCapabilityStatement(m_address), kFhirJson);
    } else if (exports && (get || request.method == "POST")) {
        kickOff(request, response, path.substr(0, path.size() - kExport.size()));
    } else if (get && path == "/Group") {
        groups(request, response, {});
    } else if (get && path.starts_with(kGroupPrefix)) {
        groups(request, response, path.substr(kGroupPrefix.size()));
    } else if ((get || request.method == "DELETE") && path.starts_with(kStatusPrefix)) {
        status(request, response, path.substr(kStatusPrefix.size()));
    } else {
        answerOutcome(
            response, 404, "not-supported", "This practice does not offer " + request.method + ' ' + path);
    }
}

QJsonObject IgPractice::smartConfiguration() const
{
    QJsonObject document = igSmartConfiguration(m_address);
    if (m_services.faults.on(Fault::ScopeForm)) {
        QJsonArray capabilities = document.value(QLatin1String("capabilities")).toArray();
        for (qsizetype i = capabilities.size() - 1; i >= 0; --i) {
            if (capabilities.at(i).toString() == QLatin1String("permission-v1"))
                capabilities.removeAt(i);
        }
        document.insert(QStringLiteral("capabilities"), capabilities);
    }
    return document;
}

void IgPractice::groups(
    const httplib::Request &request, httplib::Response &response, const std::string &id) const
{
    const auto grant = authorize(m_services, m_address, request, response);
    if (!grant)
        return;
    if (m_services.faults.on(Fault::GroupsForbidden) || !allowsReading(grant->scopes, "Group")) {
        answerOutcome(response, 403, "forbidden", "The token does not allow reading Groups.");
    } else if (id.empty()) {
        searchGroups(request, response);
    } else if (const GroupRow *const row = m_groups.byId(id)) {
        answer(response, 200, m_groups.resource(*row), kFhirJson);
    } else {
        answerOutcome(response, 404, "not-found", "There is no such Group.");
    }
}

void IgPractice::searchGroups(const httplib::Request &request, httplib::Response &response) const
{
    std::vector<const GroupRow *> matches;
    const QString name = text(request.get_param_value("name"));
    const std::string identifier = request.get_param_value("identifier");
    for (const GroupRow &row : m_groups.rows()) {
        const bool named = name.isEmpty() || text(row.name).startsWith(name, Qt::CaseInsensitive);
        const bool identified = identifier.empty() || identifier.ends_with(row.identifier);
        if (named && identified && !m_services.faults.on(Fault::NoGroups))
            matches.push_back(&row);
    }
    const int wanted = text(request.get_param_value("_count")).toInt();
    const std::size_t count = wanted > 0 ? static_cast<std::size_t>(wanted) : 10;
    const std::size_t first = text(request.get_param_value("_cursor")).toULongLong(nullptr, 16);
    std::vector<QJsonObject> found;
    for (std::size_t i = first; i < matches.size() && found.size() < count; ++i) {
        QJsonObject group = m_groups.resource(*matches[i]);
        if (request.get_param_value("_summary") == "true")
            group.remove(QStringLiteral("member"));
        found.push_back(group);
    }
    std::string next;
    if (first + found.size() < matches.size() && !m_services.faults.on(Fault::NoNextLink)) {
        next = m_address.base + "/Group?_count=" + std::to_string(count)
            + "&_cursor=" + QString::number(first + found.size(), 16).toStdString();
        for (const char *const kept : {"name", "identifier", "_summary"}) {
            if (request.has_param(kept))
                next += std::string("&") + kept + '=' + percentEncoded(request.get_param_value(kept));
        }
    }
    answer(response, 200,
        searchset(found, matches.size(), m_address.base,
            m_address.base + request.target.substr(m_address.path.size()), next),
        kFhirJson);
}

/// @param level  "/Group/{id}", "/Patient" or "" (system)
void IgPractice::kickOff(
    const httplib::Request &request, httplib::Response &response, const std::string &level) const
{
    const auto grant = authorize(m_services, m_address, request, response);
    if (!grant)
        return;
    const GroupRow *group = nullptr;
    if (level.starts_with(kGroupPrefix)) {
        group = m_groups.byId(level.substr(kGroupPrefix.size()));
        if (group == nullptr) {
            answerOutcome(response, 404, "not-found", "There is no such Group.");
            return;
        }
    } else if (!level.empty() && level != "/Patient") {
        answerOutcome(response, 404, "not-supported", "There is no $export at this level.");
        return;
    }
    auto wanted = readRequest(request, response, *grant, level);
    if (!wanted || answerFaultyKickOff(m_services, m_address, response))
        return;
    wanted->cohort = group == nullptr ? Cohort::Everyone : group->cohort;
    if (group != nullptr)
        wanted->groupLine =
            QJsonDocument(m_groups.resource(*group)).toJson(QJsonDocument::Compact).toStdString();
    ExportJob job;
    job.practice = m_address.code;
    job.clientId = grant->clientId;
    job.group = group == nullptr ? std::string() : group->id;
    job.request = std::make_shared<const ExportRequest>(std::move(*wanted));
    startJob(m_services, request, response, std::move(job), RetryStyle::HttpDate,
        [this](const std::string &id) { return m_address.base + std::string(kStatusPrefix) + id; });
}

std::optional<ExportRequest> IgPractice::readRequest(const httplib::Request &request,
    httplib::Response &response, const Grant &grant, const std::string &level) const
{
    const auto refuse = [&response](int status, std::string_view code, const std::string &why) {
        answerOutcome(response, status, code, why);
        return std::nullopt;
    };
    const auto parameters = KickOffParameters::read(request);
    if (!parameters)
        return refuse(400, "structure", parameters.error());
    const bool lenient = request.get_header_value("Prefer").find("handling=lenient") != std::string::npos;
    const std::string unknown = parameters->unknown({"_outputFormat", "_since", "_until", "_type", "patient",
        "allowPartialManifests", "organizeOutputBy"});
    if (!unknown.empty() && !lenient)
        return refuse(400, "not-supported", "Unsupported parameter(s): " + unknown);
    ExportRequest wanted;
    if (const std::string why = checkWindow(*parameters, wanted); !why.empty())
        return refuse(400, "value", why);
    if (const std::string why = checkPatients(*parameters, request, level, wanted); !why.empty())
        return refuse(400, "value", why);
    if (const std::string why = checkTypes(*parameters, grant, wanted); !why.empty())
        return refuse(403, "forbidden", why);
    const std::string format = parameters->one("_outputFormat");
    if (!format.empty() && format != "application/fhir+ndjson" && format != "application/ndjson"
        && format != "ndjson")
        return refuse(400, "not-supported", "Unsupported _outputFormat.");
    const std::string organized = parameters->one("organizeOutputBy");
    if (!organized.empty() && organized != nameOf(Kind::Patient))
        return refuse(400, "not-supported", "Output can be organized by Patient only.");
    wanted.organizedByPatient = !organized.empty();
    std::sort(wanted.kinds.begin(), wanted.kinds.end()); // the patient stands first in a block
    wanted.partialManifests = parameters->one("allowPartialManifests") == "true";
    wanted.reportsDeletions = true;
    wanted.url = m_address.base + request.target.substr(m_address.path.size());
    return wanted;
}

std::string IgPractice::checkWindow(const KickOffParameters &parameters, ExportRequest &wanted) const
{
    if (parameters.has("_since")) {
        wanted.since = parseInstant(parameters.one("_since"));
        if (!wanted.since)
            return "_since is not an instant.";
    }
    if (parameters.has("_until")) {
        wanted.until = parseInstant(parameters.one("_until"));
        if (!wanted.until)
            return "_until is not an instant.";
    }
    return {};
}

std::string IgPractice::checkTypes(
    const KickOffParameters &parameters, const Grant &grant, ExportRequest &wanted) const
{
    for (const std::string &type : parameters.list("_type")) {
        if (!allowsReading(grant.scopes, type))
            return "The token does not allow reading " + type + '.';
        if (const auto kind = kindFromName(type)) // types there are no data for give no files
            wanted.kinds.push_back(*kind);
    }
    if (parameters.has("_type"))
        return {};
    for (int i = 0; i < kKinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        if (kind != Kind::Group && allowsReading(grant.scopes, nameOf(kind)))
            wanted.kinds.push_back(kind);
    }
    return {};
}

/// Ids are hashes, so the patients are found by looking at all of them: some 50 ns each.
std::string IgPractice::checkPatients(const KickOffParameters &parameters, const httplib::Request &request,
    const std::string &level, ExportRequest &wanted) const
{
    constexpr std::string_view kPrefix = "Patient/";
    const auto references = parameters.list("patient");
    if (references.empty())
        return {};
    if (request.method != "POST" || level.empty())
        return "The patient parameter needs POST, at the Patient or Group level.";
    std::set<std::string> ids;
    for (const std::string &reference : references)
        ids.insert(reference.starts_with(kPrefix) ? reference.substr(kPrefix.size()) : reference);
    wanted.patients.emplace();
    for (std::int64_t patient = 0; patient < m_world->patients; ++patient) {
        if (ids.contains(idOf(*m_world, patient, Kind::Patient, 0)))
            wanted.patients->insert(patient);
    }
    if (wanted.patients->size() < ids.size())
        return "Some of the patients are not known here.";
    return {};
}

void IgPractice::status(
    const httplib::Request &request, httplib::Response &response, const std::string &jobId) const
{
    const auto grant = authorize(m_services, m_address, request, response);
    if (!grant)
        return;
    const auto view = m_services.jobs.find(jobId, grant->clientId, now());
    if (!view || view->job->practice != m_address.code) {
        answerOutcome(response, 404, "not-found", "There is no such export job.");
        return;
    }
    if (request.method == "DELETE") {
        m_services.jobs.remove(jobId);
        response.status = 202;
        return;
    }
    notePoll(m_services, *view);
    if (answerFaultyPoll(m_services, *view, response))
        return;
    const bool partial = view->job->request->partialManifests;
    const std::int64_t page = std::max<qlonglong>(1, text(request.get_param_value("page")).toLongLong());
    if (!isReady(m_services, *view)) {
        answerStillRunning(m_services, *view, response, RetryStyle::HttpDate,
            "in-progress (" + std::to_string(view->percent) + "%)");
        if (partial && view->percent >= 50) // what is ready may be fetched already (IG 3.0)
            answer(response, 202, manifestPage(*view, 1));
        return;
    }
    m_services.jobs.noteManifest(jobId);
    response.set_header("Expires", httpDate(now() + kLinkLifetime));
    answer(response, 200, manifestPage(*view, page));
}

QJsonObject IgPractice::manifestPage(const JobView &view, std::int64_t page) const
{
    JobFiles::ManifestStyle style;
    style.requiresToken = m_services.faults.on(Fault::ForeignOriginWithToken);
    style.informsInErrors = true;
    style.link = [this](const ExportJob &job, const PlannedFile &file, int fetch) {
        return link(job, file, fetch);
    };
    const bool partial = view.job->request->partialManifests;
    if (partial) {
        style.filesPerPage = kFilesPerPage;
        style.firstFile = (page - 1) * kFilesPerPage;
    }
    QJsonObject manifest = m_files.manifest(view, style);
    if (partial && view.ready && page * kFilesPerPage < m_files.outputFiles(*view.job)) {
        const std::string next =
            m_address.base + std::string(kStatusPrefix) + view.job->id + "?page=" + std::to_string(page + 1);
        manifest.insert(QStringLiteral("link"),
            QJsonArray{QJsonObject{
                {QStringLiteral("relation"), QStringLiteral("next")}, {QStringLiteral("url"), json(next)}}});
    }
    return manifest;
}

std::string IgPractice::link(const ExportJob &job, const PlannedFile &file, int fetch) const
{
    const std::string plain =
        m_services.fileOrigin + "/files/" + m_address.code + '/' + job.id + '/' + file.name;
    if (m_services.faults.on(Fault::ForeignOriginWithToken))
        return plain;
    const std::string expires = std::to_string(epochSeconds(now() + kLinkLifetime));
    const std::string number = std::to_string(fetch);
    return plain + "?fetch=" + number + "&expires=" + expires
        + "&sig=" + m_services.signer.sign(signedText(job.id, file.name, number, expires));
}

void IgPractice::handleFile(const httplib::Request &request, httplib::Response &response,
    const std::string &jobId, const std::string &name)
{
    const auto view = m_services.jobs.find(jobId, now());
    const std::string expires = request.get_param_value("expires");
    const std::string fetch = request.get_param_value("fetch");
    if (m_services.faults.on(Fault::ForeignOriginWithToken)) {
        if (!authorize(m_services, m_address, request, response))
            return;
    } else if (request.has_header("Authorization")) { // BD-131: a client that sends its token shows here
        refuseLink(response, 400, "InvalidArgument", "Only one auth mechanism allowed");
        return;
    } else if (!m_services.signer.verify(
                   signedText(jobId, name, fetch, expires), request.get_param_value("sig"))) {
        refuseLink(response, 403, "SignatureDoesNotMatch", "The request signature does not match.");
        return;
    } else if (text(expires).toLongLong() <= epochSeconds(now())
        || (view && fetch == "0" && m_files.isExpired(*view->job, name))) {
        refuseLink(response, 403, "AccessDenied", "Request has expired");
        return;
    }
    if (view && view->job->practice == m_address.code)
        m_files.answerFile(request, response, *view->job, name, true);
    else
        refuseLink(response, 404, "NoSuchKey", "The specified key does not exist.");
}

} // namespace waybill::sandbox
