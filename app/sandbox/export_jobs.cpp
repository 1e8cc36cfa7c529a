// SPDX-License-Identifier: Apache-2.0
#include "sandbox/export_jobs.h"

#include "sandbox/answers.h"

#include <QJsonObject>

#include <algorithm>

namespace waybill::sandbox {

namespace {

QString number(Moment moment)
{
    return QString::number(moment.time_since_epoch().count());
}

Moment momentOf(const QJsonValue &value)
{
    return Moment{std::chrono::milliseconds{value.toString().toLongLong()}};
}

std::optional<Moment> maybeMoment(const QJsonValue &value)
{
    if (value.isString())
        return momentOf(value);
    return std::nullopt;
}

QJsonObject saveRequest(const ExportRequest &request)
{
    QJsonArray kinds;
    for (const Kind kind : request.kinds)
        kinds.append(json(nameOf(kind)));
    QJsonObject row{{QStringLiteral("cohort"), static_cast<int>(request.cohort)},
        {QStringLiteral("types"), kinds}, {QStringLiteral("partial"), request.partialManifests},
        {QStringLiteral("deletions"), request.reportsDeletions}, {QStringLiteral("url"), json(request.url)},
        {QStringLiteral("byPatient"), request.organizedByPatient},
        {QStringLiteral("groupLine"), json(request.groupLine)}};
    if (request.since)
        row.insert(QStringLiteral("since"), number(*request.since));
    if (request.until)
        row.insert(QStringLiteral("until"), number(*request.until));
    if (request.patients) {
        QJsonArray patients;
        for (const std::int64_t patient : *request.patients)
            patients.append(static_cast<qint64>(patient));
        row.insert(QStringLiteral("patients"), patients);
    }
    return row;
}

ExportRequest loadRequest(const QJsonObject &row)
{
    ExportRequest request;
    request.cohort = static_cast<Cohort>(row.value(QStringLiteral("cohort")).toInt());
    for (const QJsonValue &name : row.value(QStringLiteral("types")).toArray()) {
        if (const auto kind = kindFromName(name.toString().toStdString()))
            request.kinds.push_back(*kind);
    }
    request.partialManifests = row.value(QStringLiteral("partial")).toBool();
    request.reportsDeletions = row.value(QStringLiteral("deletions")).toBool();
    request.organizedByPatient = row.value(QStringLiteral("byPatient")).toBool();
    request.url = row.value(QStringLiteral("url")).toString().toStdString();
    request.groupLine = row.value(QStringLiteral("groupLine")).toString().toStdString();
    request.since = maybeMoment(row.value(QStringLiteral("since")));
    request.until = maybeMoment(row.value(QStringLiteral("until")));
    if (row.contains(QStringLiteral("patients"))) {
        request.patients.emplace();
        for (const QJsonValue &patient : row.value(QStringLiteral("patients")).toArray())
            request.patients->insert(patient.toInteger());
    }
    return request;
}

JobView viewOf(const std::shared_ptr<const ExportJob> &job, Moment at, int manifestFetches)
{
    const auto whole = (job->readyAt - job->startedAt).count();
    const auto done = std::max<std::int64_t>(0, (at - job->startedAt).count());
    JobView view;
    view.job = job;
    view.ready = at >= job->readyAt;
    view.percent =
        view.ready || whole <= 0 ? 99 : static_cast<int>(std::min<std::int64_t>(99, done * 100 / whole));
    view.manifestFetches = manifestFetches;
    return view;
}

} // namespace

std::shared_ptr<const ExportJob> ExportJobs::start(ExportJob job)
{
    auto shared = std::make_shared<const ExportJob>(std::move(job));
    const std::scoped_lock lock(m_mutex);
    m_jobs[shared->id].job = shared;
    changed();
    return shared;
}

bool ExportJobs::isRunning(const std::string &practice, const std::string &group, Moment at) const
{
    const std::scoped_lock lock(m_mutex);
    return std::any_of(m_jobs.begin(), m_jobs.end(), [&](const auto &row) {
        const ExportJob &job = *row.second.job;
        return job.practice == practice && job.group == group && at < job.readyAt;
    });
}

std::optional<JobView> ExportJobs::find(const std::string &id, Moment at) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return std::nullopt;
    return viewOf(found->second.job, at, found->second.manifestFetches);
}

std::optional<JobView> ExportJobs::find(const std::string &id, const std::string &clientId, Moment at) const
{
    auto view = find(id, at);
    if (view && view->job->clientId != clientId)
        return std::nullopt;
    return view;
}

bool ExportJobs::remove(const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    const bool removed = m_jobs.erase(id) > 0;
    changed();
    return removed;
}

void ExportJobs::noteManifest(const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found != m_jobs.end())
        ++found->second.manifestFetches;
}

bool ExportJobs::noteNextPoll(const std::string &id, Moment polledAt, Moment due)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return false;
    const bool early = polledAt < found->second.pollDue;
    found->second.pollDue = due;
    return early;
}

std::shared_ptr<const std::vector<PlannedFile>> ExportJobs::plan(const ExportJob &job, const World &world)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_jobs.find(job.id);
        if (found != m_jobs.end() && found->second.plan)
            return found->second.plan;
    }
    auto plan =
        std::make_shared<const std::vector<PlannedFile>>(planExport(world, *job.request, job.startedAt));
    const std::scoped_lock lock(m_mutex);
    const auto found = m_jobs.find(job.id);
    if (found != m_jobs.end())
        found->second.plan = plan;
    return plan;
}

QJsonArray ExportJobs::save() const
{
    const std::scoped_lock lock(m_mutex);
    return saveLocked();
}

QJsonArray ExportJobs::saveLocked() const
{
    QJsonArray rows;
    for (const auto &[id, entry] : m_jobs) {
        rows.append(QJsonObject{{QStringLiteral("id"), json(id)},
            {QStringLiteral("practice"), json(entry.job->practice)},
            {QStringLiteral("clientId"), json(entry.job->clientId)},
            {QStringLiteral("group"), json(entry.job->group)},
            {QStringLiteral("startedAt"), number(entry.job->startedAt)},
            {QStringLiteral("readyAt"), number(entry.job->readyAt)},
            {QStringLiteral("request"), saveRequest(*entry.job->request)}});
    }
    return rows;
}

void ExportJobs::load(const QJsonArray &rows)
{
    const std::scoped_lock lock(m_mutex);
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        ExportJob job;
        job.id = row.value(QStringLiteral("id")).toString().toStdString();
        job.practice = row.value(QStringLiteral("practice")).toString().toStdString();
        job.clientId = row.value(QStringLiteral("clientId")).toString().toStdString();
        job.group = row.value(QStringLiteral("group")).toString().toStdString();
        job.startedAt = momentOf(row.value(QStringLiteral("startedAt")));
        job.readyAt = momentOf(row.value(QStringLiteral("readyAt")));
        job.request = std::make_shared<const ExportRequest>(
            loadRequest(row.value(QStringLiteral("request")).toObject()));
        auto shared = std::make_shared<const ExportJob>(std::move(job));
        m_jobs[shared->id].job = std::move(shared);
    }
}

void ExportJobs::changed()
{
    if (m_onChange)
        m_onChange(saveLocked());
}

} // namespace waybill::sandbox
