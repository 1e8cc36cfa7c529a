// SPDX-License-Identifier: Apache-2.0
#include "flows/job_downloads.h"

#include "base/redact.h"
#include "downloads/disk_guard.h"
#include "flows/renewed_links.h"
#include "flows/run_words.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace waybill::flows {
namespace {

using practices::FileRecord;

/// Problems of one file, and of all files, kept for the report; their number is always told in full.
constexpr qsizetype kMaxProblems = 100;
constexpr qsizetype kMaxProblemsOfRun = 10'000;

bool isSame(const FileRecord &record, const exports::ManifestFile &file)
{
    return record.kind == file.kind && record.number == file.number && record.type == file.type;
}

bool isStillThere(const FileRecord &record, const RunFolder &folder)
{
    const QFileInfo info(folder.filePath(record.name));
    return record.state == FileState::Verified && info.isFile() && info.size() == record.bytes;
}

QJsonArray problemsOf(const QList<ndjson::Problem> &problems, qsizetype most)
{
    QJsonArray all;
    for (const ndjson::Problem &problem : problems.mid(0, most)) {
        all.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(problem.line.shown())},
            {QStringLiteral("offset"), static_cast<qint64>(problem.offset.value)},
            {QStringLiteral("code"), ndjson::codeName(problem.kind)},
            {QStringLiteral("message"), problem.message}});
    }
    return all;
}

QJsonObject detailsOf(const downloads::FileFindings &findings, qsizetype mostProblems)
{
    QJsonObject resources;
    for (auto it = findings.lines.resources.cbegin(); it != findings.lines.resources.cend(); ++it)
        resources.insert(it.key(), static_cast<qint64>(it.value()));
    QStringList notes = findings.notes;
    for (auto it = findings.lines.byKind.cbegin(); it != findings.lines.byKind.cend(); ++it) {
        if (ndjson::isNote(it.key()))
            notes.append(QStringLiteral("%1 × %2").arg(it.value()).arg(ndjson::messageFor(it.key())));
    }
    return {{QStringLiteral("resources"), resources},
        {QStringLiteral("problems"), problemsOf(findings.lines.problems, mostProblems)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}};
}

bool isFinal(FileState state)
{
    return downloads::isFinal(state);
}

} // namespace

JobDownloads::JobDownloads(
    downloads::DownloadQueue::Deps deps, RunFolder folder, Settings settings, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
    , m_folder(std::move(folder))
    , m_settings(std::move(settings))
{
}

JobDownloads::~JobDownloads() = default;

void JobDownloads::start(const exports::Manifest &manifest, const QList<FileRecord> &known)
{
    m_queue.reset();
    m_files.clear();
    m_tasks.clear();
    m_details.clear();
    m_problemRoom = kMaxProblemsOfRun;
    m_waitingForLinks.clear();
    m_listed = manifest.files;
    QHash<QPair<int, int>, const FileRecord *> byPlace;
    for (const FileRecord &record : known)
        byPlace.insert({static_cast<int>(record.kind), record.number}, &record);
    for (const exports::ManifestFile &file : manifest.files) {
        const qsizetype index = m_files.size();
        FileProgress progress;
        progress.number = file.number;
        progress.kind = file.kind;
        progress.type = file.type;
        progress.name = RunFolder::nameOf(file);
        progress.expectedCount = file.count;
        m_files.append(progress);
        const FileRecord *record = byPlace.value({static_cast<int>(file.kind), file.number});
        if (record != nullptr && isSame(*record, file) && isStillThere(*record, m_folder))
            addKnown(*record, index);
        else
            addTask(manifest, file, index);
    }
    startQueue();
}

void JobDownloads::addKnown(const FileRecord &record, qsizetype index)
{
    FileProgress &progress = m_files[index];
    progress.state = record.state;
    progress.received = {record.bytes};
    progress.total = progress.received;
    progress.lines = record.lines;
    progress.problemCount = record.problemCount;
    progress.sha256 = record.sha256;
}

void JobDownloads::addTask(
    const exports::Manifest &manifest, const exports::ManifestFile &file, qsizetype index)
{
    FileProgress &progress = m_files[index];
    if (file.url.isEmpty()) { // BD-104: this entry fails, the others go on
        progress.state = FileState::Missing;
        progress.reason = file.problem;
        return;
    }
    downloads::FileTask task;
    task.id = static_cast<int>(index);
    task.kind = file.kind;
    task.type = file.type;
    task.url = file.url;
    task.name = progress.name;
    task.expectedCount = file.count;
    task.expectedBytes = file.fileSize;
    task.needsToken = manifest.requiresAccessToken.value_or(http::sameOrigin(file.url, m_settings.baseUrl));
    task.headersAllowed = !manifest.organizedBy.isEmpty() && file.kind == FileKind::Output;
    task.blankLinesAreProblems = m_settings.blankLinesAreProblems;
    m_places.insert(task.id, redactedUrl(task.url));
    m_tasks.append(task);
}

void JobDownloads::startQueue()
{
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        if (m_files.at(i).state == FileState::Missing)
            Q_EMIT fileEnded(i);
    }
    if (m_tasks.isEmpty()) {
        Q_EMIT ended();
        return;
    }
    const downloads::DiskForecast forecast = downloads::forecast(m_folder.path(), m_tasks);
    if (forecast.isTight())
        Q_EMIT warned(forecast.warning());
    std::int64_t known = 0;
    for (const downloads::FileTask &task : m_tasks)
        known += task.expectedBytes.value_or(0);
    downloads::DownloadQueue::Settings settings;
    settings.directory = m_folder.path();
    settings.parallel = m_settings.parallel;
    m_queue = std::make_unique<downloads::DownloadQueue>(m_deps, settings);
    connect(m_queue.get(), &downloads::DownloadQueue::fileChanged, this, &JobDownloads::onFileChanged);
    connect(m_queue.get(), &downloads::DownloadQueue::linkExpired, this, [this](int id) {
        m_waitingForLinks.insert(id);
        Q_EMIT linksExpired();
    });
    connect(m_queue.get(), &downloads::DownloadQueue::settled, this, &JobDownloads::ended);
    connect(m_queue.get(), &downloads::DownloadQueue::diskFull, this, &JobDownloads::paused);
    m_queue->start(m_tasks);
    if (forecast.available >= 0 && known > forecast.available) { // it cannot fit: do not even begin (F-100)
        m_queue->pause();
        Q_EMIT paused({ErrorCode::DiskFull, RunWords::tr("The files will not fit on the disk."),
            m_folder.path(), forecast.warning()});
    }
}

void JobDownloads::onFileChanged(const downloads::FileStatus &status)
{
    FileProgress &progress = m_files[status.id];
    const bool isNew = progress.state == FileState::Waiting && status.state == FileState::Downloading;
    const bool hasEnded = !isFinal(progress.state) && isFinal(status.state);
    progress.state = status.state;
    progress.received = status.received;
    progress.total = status.total;
    progress.lines = status.lines;
    progress.problemCount = status.problemCount;
    progress.sha256 = status.sha256;
    progress.reason = status.reason;
    progress.retryAt = status.retryAt;
    progress.attempts = status.attempts;
    if (isNew)
        Q_EMIT requested(status.id);
    if (hasEnded) {
        keepDetails(status.id, status.findings);
        Q_EMIT fileEnded(status.id);
    }
    Q_EMIT changed();
}

void JobDownloads::keepDetails(int id, const std::shared_ptr<const downloads::FileFindings> &findings)
{
    if (!findings)
        return;
    const qsizetype most = std::min({findings->lines.problems.size(), kMaxProblems, m_problemRoom});
    m_problemRoom -= most;
    m_details.insert(id, detailsOf(*findings, most));
    m_queue->forgetFindings(id);
}

QStringList JobDownloads::refresh(const exports::Manifest *manifest)
{
    QStringList notes;
    const QSet<int> waiting = std::exchange(m_waitingForLinks, {});
    if (!m_queue)
        return notes;
    const RenewedLinks links(
        m_listed, manifest != nullptr ? manifest->files : QList<exports::ManifestFile>());
    if (manifest != nullptr && !links.areAlike()) { // F-062
        notes.append(
            RunWords::tr("The manifest lists other files now (%1 instead of %2); what was listed first is "
                         "what counts.")
                .arg(RunWords::files(manifest->files.size()))
                .arg(m_listed.size()));
    }
    for (const int id : waiting)
        m_queue->replaceUrl(id, links.of(id));
    return notes;
}

void JobDownloads::pause()
{
    if (m_queue)
        m_queue->pause();
}

void JobDownloads::resume()
{
    if (m_queue)
        m_queue->resume();
}

void JobDownloads::stop()
{
    if (m_queue)
        m_queue->cancel();
}

FileRecord JobDownloads::record(qsizetype index) const
{
    const FileProgress &progress = m_files.at(index);
    FileRecord record;
    record.kind = progress.kind;
    record.number = progress.number;
    record.type = progress.type;
    record.name = progress.name;
    record.state = progress.state;
    record.bytes = progress.received.value;
    record.lines = progress.lines;
    record.expectedCount = progress.expectedCount;
    record.problemCount = progress.problemCount;
    record.sha256 = progress.sha256;
    record.reason = progress.reason;
    record.details = m_details.value(static_cast<int>(index));
    return record;
}

QString JobDownloads::place(qsizetype index) const
{
    return m_places.value(static_cast<int>(index));
}

bool JobDownloads::isOnlyWaiting() const
{
    const bool any = std::any_of(
        m_files.begin(), m_files.end(), [](const FileProgress &file) { return !isFinal(file.state); });
    return any && std::none_of(m_files.begin(), m_files.end(), [](const FileProgress &file) {
        return file.state == FileState::Downloading || file.state == FileState::Verifying;
    });
}

std::optional<Instant> JobDownloads::nextRetry() const
{
    std::optional<Instant> next;
    for (const FileProgress &file : m_files) {
        if (file.state == FileState::Retrying && file.retryAt && (!next || *file.retryAt < *next))
            next = file.retryAt;
    }
    return next;
}

} // namespace waybill::flows
