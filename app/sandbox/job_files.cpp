// SPDX-License-Identifier: Apache-2.0
#include "sandbox/job_files.h"

#include "sandbox/answers.h"
#include "sandbox/file_answer.h"

#include <algorithm>

namespace waybill::sandbox {

namespace {

constexpr std::int64_t kSlowFile = 64 * 1024; ///< bytes a second

bool isFirstFile(const std::vector<PlannedFile> &files, const std::string &name)
{
    return !files.empty() && files.front().name == name;
}

} // namespace

JobFiles::JobFiles(const Services &services, std::shared_ptr<const World> world)
    : m_services(services)
    , m_world(std::move(world))
{
}

std::vector<PlannedFile> JobFiles::filesOf(const ExportJob &job) const
{
    if (m_services.faults.on(Fault::EmptyExport))
        return {};
    return *m_services.jobs.plan(job, *m_world);
}

std::vector<PlannedFile> JobFiles::errorFiles(bool informs) const
{
    if (m_services.faults.on(Fault::ErrorsInManifest))
        return {{Section::Error, "errors-1.ndjson", "OperationOutcome", Kind::Patient, 0, 0, 2}};
    if (informs)
        return {{Section::Error, "notes-1.ndjson", "OperationOutcome", Kind::Patient, 0, 0, 1}};
    return {};
}

std::int64_t JobFiles::outputFiles(const ExportJob &job) const
{
    const auto files = filesOf(job);
    return std::count_if(
        files.begin(), files.end(), [](const auto &file) { return file.section == Section::Output; });
}

QJsonArray JobFiles::entries(const std::vector<PlannedFile> &files, const JobView &view,
    const ManifestStyle &style, bool wrongCount) const
{
    QJsonArray rows;
    for (const PlannedFile &file : files) {
        QJsonObject row{{QStringLiteral("url"), json(style.link(*view.job, file, view.manifestFetches))}};
        if (!file.type.empty()) // a file of blocks has none
            row.insert(QStringLiteral("type"), json(file.type));
        if (!file.continuesIn.empty()) {
            PlannedFile next = file;
            next.name = file.continuesIn;
            row.insert(
                QStringLiteral("continuesInFile"), json(style.link(*view.job, next, view.manifestFetches)));
        }
        const bool wrong = wrongCount && rows.isEmpty();
        if (style.counts || wrong)
            row.insert(QStringLiteral("count"), static_cast<qint64>(file.lines + (wrong ? 1 : 0)));
        rows.append(row);
    }
    return rows;
}

QJsonObject JobFiles::manifest(const JobView &view, const ManifestStyle &style) const
{
    const ExportJob &job = *view.job;
    const Faults &faults = m_services.faults;
    const bool firstPage = style.firstFile == 0;
    std::vector<PlannedFile> output;
    std::vector<PlannedFile> deleted;
    std::int64_t position = 0;
    for (const PlannedFile &file : filesOf(job)) {
        if (file.section == Section::Deleted)
            deleted.push_back(file);
        else if (const std::int64_t place = position++ - style.firstFile;
                 place >= 0 && place < style.filesPerPage)
            output.push_back(file);
    }
    const auto errors = firstPage ? errorFiles(style.informsInErrors) : std::vector<PlannedFile>();
    if (!firstPage)
        deleted.clear();

    const bool wrongCount = firstPage && faults.on(Fault::WrongCount);
    QJsonObject manifest{{QStringLiteral("request"), json(job.request->url)},
        {QStringLiteral("requiresAccessToken"), style.requiresToken},
        {QStringLiteral("output"), entries(output, view, style, wrongCount)},
        {QStringLiteral("error"), entries(errors, view, style, false)}};
    if (job.request->organizedByPatient)
        manifest.insert(QStringLiteral("outputOrganizedBy"), QStringLiteral("Patient"));
    if (job.request->reportsDeletions)
        manifest.insert(QStringLiteral("deleted"), entries(deleted, view, style, false));
    if (!faults.on(Fault::NoTransactionTime))
        manifest.insert(QStringLiteral("transactionTime"), json(instantText(job.startedAt)));
    if (faults.on(Fault::ForeignTenant))
        manifest.insert(
            QStringLiteral("request"), json("https://fhir.example.org/fhir/r4/OTHERS/Group/1/$export"));
    return manifest;
}

bool JobFiles::answerFaultyFile(httplib::Response &response, bool isFirst) const
{
    if (!isFirst)
        return false;
    if (m_services.faults.on(Fault::MissingFile)) {
        answerOutcome(response, 404, "not-found", "There is no such file.");
        return true;
    }
    if (m_services.faults.on(Fault::HtmlFile)) {
        answerText(response, 200, "<!doctype html><html><body>Please sign in.</body></html>", kHtml);
        return true;
    }
    return false;
}

bool JobFiles::isExpired(const ExportJob &job, const std::string &name) const
{
    return m_services.faults.on(Fault::ExpiredLink) && isFirstFile(filesOf(job), name);
}

Blemishes JobFiles::blemishes(bool isFirst) const
{
    const Faults &faults = m_services.faults;
    Blemishes blemishes;
    blemishes.errorSeverity = faults.on(Fault::ErrorsInManifest);
    if (isFirst) {
        blemishes.badLine = faults.on(Fault::BadLine);
        blemishes.wrongType = faults.on(Fault::WrongType);
        blemishes.notUtf8 = faults.on(Fault::NotUtf8);
        blemishes.cutGzip = faults.on(Fault::GzipTruncated);
    }
    return blemishes;
}

std::int64_t JobFiles::lengthOf(const FileRecipe &recipe, const std::string &identity) const
{
    if (recipe.blemishes != Blemishes{})
        return measure(recipe);
    const std::string key = identity + (recipe.gzip ? "+gzip" : "");
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_lengths.find(key);
        if (known != m_lengths.end())
            return known->second;
    }
    const std::int64_t length = measure(recipe); // without the lock: it takes as long as making the file
    const std::scoped_lock lock(m_mutex);
    return m_lengths[key] = length;
}

void JobFiles::answerFile(const httplib::Request &request, httplib::Response &response, const ExportJob &job,
    const std::string &name, bool mayCompress) const
{
    auto files = filesOf(job);
    const bool isFirst = isFirstFile(files, name);
    const auto errors = errorFiles(true);
    files.insert(files.end(), errors.begin(), errors.end());
    const auto file = std::find_if(files.begin(), files.end(), [&](const auto &f) { return f.name == name; });
    if (file == files.end()) {
        answerOutcome(response, 404, "not-found", "There is no such file.");
        return;
    }
    if (answerFaultyFile(response, isFirst))
        return;
    Faults &faults = m_services.faults;
    const bool compress = mayCompress || faults.on(Fault::GzipTruncated);
    const std::string encodings = request.get_header_value("Accept-Encoding");
    FileDelivery delivery;
    delivery.recipe = {m_world, job.request, job.startedAt, *file, blemishes(isFirst),
        compress && encodings.find("gzip") != std::string::npos};
    delivery.identity = job.id + '/' + name;
    delivery.length = [this, identity = delivery.identity](
                          const FileRecipe &recipe) { return lengthOf(recipe, identity); };
    delivery.bytesPerSecond = faults.on(Fault::SlowFile) ? kSlowFile : m_services.options.fileSpeed;
    delivery.noLength = faults.on(Fault::NoLength);
    delivery.cutHalfWay = isFirst
        && (faults.on(Fault::ShortFileAlways) || faults.spend(Fault::ShortFile, delivery.identity, 1));
    deliver(request, response, delivery);
}

} // namespace waybill::sandbox
