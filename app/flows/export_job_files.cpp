// SPDX-License-Identifier: Apache-2.0
// The second half of a job: its files, the verdict, the report.
#include "auth/scopes.h"
#include "base/redact.h"
#include "flows/export_job.h"
#include "flows/job_examiner.h"
#include "flows/report.h"
#include "flows/run_facts.h"
#include "flows/run_words.h"
#include "practices/store.h"

namespace waybill::flows {
namespace {

/// Files that ended are written to the store together: 10 000 small files are not 10 000 fsyncs. What a crash
/// takes is verified again from disk.
constexpr std::chrono::milliseconds kFlushAfter{250};
constexpr std::chrono::seconds kTryAgain{5};

} // namespace

exports::ManifestOptions ExportJob::manifestOptions() const
{
    return {m_driver->state().job.statusUrl, m_profile.vendor == QLatin1String("eclinicalworks")};
}

Result<> ExportJob::storeManifest(const exports::StoreManifest &manifest)
{
    return m_folder.writeManifest(manifest.page, manifest.bytes);
}

void ExportJob::keepAnswer(const exports::KeepAnswer &answer)
{
    if (const Result<> kept = m_folder.keepAnswer(answer.name, answer.bytes); !kept)
        note(kept.error().what);
}

void ExportJob::startDownloads(const exports::StartDownloads &command)
{
    if (command.manifest)
        return download(*command.manifest);
    const auto manifest = m_folder.readManifest(manifestOptions());
    if (!manifest) // gone or damaged on disk: the server still has it
        return m_driver->handle(exports::ManifestLost{});
    download(*manifest);
}

void ExportJob::download(const exports::Manifest &manifest)
{
    m_verdict.reset();
    m_transactionTime = manifest.transactionTime;
    for (const QString &mismatch :
        exports::requestMismatches(manifest, kickOffWithout(m_driver->state().job.leftOut).url)) // BD-122
        note(mismatch);
    downloads::DownloadQueue::Deps deps{m_deps.practice.clock};
    deps.tokens = downloads::tokensFrom(m_deps.practice.tokens);
    deps.trusted = m_deps.trusted;
    deps.cookies = m_deps.practice.cookies;
    const practices::NetworkSettings &network = m_profile.network;
    deps.caFile = network.caFile.isEmpty() ? m_deps.practice.caFile : network.caFile;
    deps.proxy = network.proxy;
    deps.proxyPasswords = m_deps.practice.proxyPasswords;
    deps.budget = &m_deps.practice.budget;
    m_downloads = std::make_unique<JobDownloads>(deps, m_folder,
        JobDownloads::Settings{
            m_profile.parallelDownloads, blankLinesAreProblems(m_run), m_profile.fhirBaseUrl});
    connect(m_downloads.get(), &JobDownloads::changed, this, &ExportJob::changed);
    connect(m_downloads.get(), &JobDownloads::warned, this, &ExportJob::note);
    connect(m_downloads.get(), &JobDownloads::paused, this, &ExportJob::setProblem);
    connect(m_downloads.get(), &JobDownloads::fileEnded, this, &ExportJob::onFileEnded);
    connect(m_downloads.get(), &JobDownloads::linksExpired, this,
        [this] { m_driver->handle(exports::LinksExpired{}); });
    connect(m_downloads.get(), &JobDownloads::requested, this, [this](qsizetype index) {
        const FileProgress &file = m_downloads->files().at(index);
        logEvent(QStringLiteral("download_request"),
            {{QStringLiteral("fileUrl"), m_downloads->place(index)},
                {QStringLiteral("itemType"), practices::fileKindName(file.kind)},
                {QStringLiteral("resourceType"), file.type}});
    });
    connect(m_downloads.get(), &JobDownloads::ended, this, [this] {
        const Result<> flushed = flushFiles();
        flushed ? m_driver->handle(exports::DownloadsEnded{}) : setProblem(flushed.error());
    });
    const auto known = m_deps.practice.store.files(m_run.id);
    m_downloads->start(manifest, known.value_or(QList<practices::FileRecord>()));
}

void ExportJob::refreshLinks(const exports::RefreshLinks &command)
{
    if (!m_downloads)
        return;
    for (const QString &difference : m_downloads->refresh(command.manifest.get()))
        note(difference);
}

void ExportJob::stopDownloads()
{
    if (m_downloads)
        m_downloads->stop();
}

void ExportJob::pauseDownloads()
{
    if (m_downloads)
        m_downloads->pause();
}

void ExportJob::resumeDownloads()
{
    m_problem.reset();
    const bool areIn = std::holds_alternative<exports::Downloading>(m_driver->state().phase);
    if (areIn && m_downloads && !m_endedFiles.isEmpty()) // the store could not be written
        m_flush.start(0);
    if (m_downloads)
        m_downloads->resume();
    Q_EMIT changed();
}

void ExportJob::onFileEnded(qsizetype index)
{
    m_endedFiles.append(index);
    if (!m_flush.isActive())
        m_flush.start(kFlushAfter);
    const practices::FileRecord file = m_downloads->record(index);
    if (file.state == FileState::Verified) {
        logEvent(QStringLiteral("download_complete"),
            {{QStringLiteral("fileUrl"), m_downloads->place(index)},
                {QStringLiteral("resourceCount"), static_cast<qint64>(file.lines)},
                {QStringLiteral("fileSize"), static_cast<qint64>(file.bytes)}});
    } else {
        logEvent(QStringLiteral("download_error"),
            {{QStringLiteral("fileUrl"), m_downloads->place(index)},
                {QStringLiteral("message"), file.reason}});
    }
}

Result<> ExportJob::flushFiles()
{
    if (m_endedFiles.isEmpty() || !m_downloads)
        return {};
    const Result<> written = m_deps.practice.store.transact([this]() -> Result<> {
        for (const qsizetype index : std::as_const(m_endedFiles)) {
            if (const Result<> saved = m_deps.practice.store.saveFile(m_run.id, m_downloads->record(index));
                !saved)
                return saved;
        }
        return {};
    });
    if (!written)
        return written;
    for (const qsizetype index : std::exchange(m_endedFiles, {}))
        m_downloads->written(index);
    return {};
}

void ExportJob::decide()
{
    m_problem.reset();
    const auto files = m_deps.practice.store.files(m_run.id);
    if (!files)
        return setProblem(files.error());
    const ExaminationCase given{
        m_folder, manifestOptions(), m_profile.fhirBaseUrl, *files, changesCase(*files)};
    using Shared = std::shared_ptr<Result<Examination>>;
    m_examiner = Worker::start<Shared>(
        this,
        [given](const std::stop_token &stop) {
            return std::make_shared<Result<Examination>>(examine(given, stop));
        },
        [this](const Shared &examination) { onExamined(std::move(*examination)); });
}

void ExportJob::onExamined(Result<Examination> examination)
{
    if (!examination)
        return m_driver->handle(exports::ManifestLost{});
    const Result<> saved = m_deps.practice.store.transact([&]() -> Result<> {
        for (const practices::FileRecord &file : examination->changed) {
            if (const Result<> one = m_deps.practice.store.saveFile(m_run.id, file); !one)
                return one;
        }
        return {};
    });
    m_transactionTime = examination->manifest.transactionTime;
    m_judged = examination->files;
    m_changes = toJson(examination->changes);
    for (const QString &change : notesOn(examination->changes))
        note(change);
    const auto marks = watermarkCase();
    if (!marks)
        return tryVerdictAgain(marks.error());
    const VerdictCase given = verdictCase(*examination, *marks);
    m_watermarkCase = given.watermarks;
    m_verdict = judge(given);
    // The report first: if a crash comes before the watermark moved, all this is simply done again.
    const Result<> reported = saved ? writeReport() : saved;
    if (!reported) {
        m_verdict.reset();
        return tryVerdictAgain(reported.error());
    }
    m_driver->handle(exports::Decided{m_verdict->outcome, m_verdict->problem, m_verdict->open});
}

void ExportJob::tryVerdictAgain(const Error &why)
{
    setProblem(why);
    QTimer::singleShot(kTryAgain, this, [this] {
        if (std::holds_alternative<exports::Committing>(m_driver->state().phase))
            decide();
    });
}

VerdictCase ExportJob::verdictCase(const Examination &examination, const WatermarkCase &marks) const
{
    const exports::Job &job = m_driver->state().job;
    VerdictCase given;
    given.files = examination.files;
    given.hasOutput = examination.manifest.hasOutput;
    given.pageProblem = job.pageProblem;
    given.rounds = job.rounds;
    given.watermarks = marks;
    return given;
}

Result<WatermarkCase> ExportJob::watermarkCase() const
{
    WatermarkCase marks;
    marks.types = typesOf(m_run);
    marks.since = sinceOf(m_run);
    marks.transactionTime = m_transactionTime;
    if (!m_client.granted.isEmpty())
        marks.unreadable = auth::unreadableTypes(marks.types, m_client.granted);
    marks.narrowed = exports::isNarrowed(requestOf(m_profile, m_run));
    marks.now = m_deps.practice.clock.now();
    marks.serverTime = m_driver->state().job.serverTime;
    const auto current = m_deps.practice.store.watermarks(m_key);
    if (!current) // "there is none" would let it move
        return failure(current.error());
    for (const practices::Watermark &mark : *current)
        marks.current.insert(mark.type, mark.value);
    return marks;
}

Result<> ExportJob::writeReport(const QString &acceptedBy, const QString &acceptedWhy)
{
    return m_folder.writeReport(report(
        {m_run, *m_verdict, m_judged, m_transactionTime, m_notes, acceptedBy, acceptedWhy, m_changes}));
}

/// The run is over. With a verdict its report is on disk already; without one it says what happened instead.
void ExportJob::reportEnd()
{
    if (!m_verdict || m_verdict->outcome != m_run.outcome) {
        m_judged = m_deps.practice.store.files(m_run.id).value_or(QList<practices::FileRecord>());
        Verdict verdict;
        verdict.outcome = m_run.outcome.value_or(Outcome::Failed);
        verdict.sentence = verdict.outcome == Outcome::Cancelled
            ? RunWords::tr("Cancelled: the export is gone from the server.")
            : m_run.reason;
        verdict.watermark.reason = RunWords::tr("The watermark stays: the export did not complete.");
        m_verdict = verdict;
        if (const Result<> written = writeReport(); !written)
            note(written.error().what);
    }
    qint64 bytes = 0;
    qint64 resources = 0;
    for (const practices::FileRecord &file : std::as_const(m_judged)) {
        bytes += file.bytes;
        resources += file.kind == FileKind::Output ? file.lines : 0;
    }
    const auto started = m_run.startedAt.value_or(m_deps.practice.clock.now());
    logEvent(QStringLiteral("export_complete"),
        {{QStringLiteral("files"), static_cast<qint64>(m_judged.size())},
            {QStringLiteral("resources"), resources}, {QStringLiteral("bytes"), bytes},
            {QStringLiteral("attachments"), QJsonValue()},
            {QStringLiteral("duration"),
                static_cast<qint64>((m_deps.practice.clock.now() - started).count())},
            {QStringLiteral("outcome"), practices::outcomeName(m_verdict->outcome)}});
}

Result<> ExportJob::acceptErrors(const QString &who, const QString &why)
{
    const bool possible =
        m_verdict && m_watermarkCase && m_verdict->watermark.acceptable && !m_verdict->watermark.moves;
    if (!possible)
        return failure(ErrorCode::InvalidInput, RunWords::tr("There is nothing to accept."));
    if (why.trimmed().isEmpty()) // BD-183
        return failure(ErrorCode::InvalidInput, RunWords::tr("Say why the errors can be accepted."));
    // The marks may have moved since: a later export, or a person (BD-183).
    const auto now = watermarkCase();
    if (!now)
        return failure(now.error());
    WatermarkCase given = *now;
    given.allVerified = true; // else there had been nothing to accept
    given.seriousErrors = true;
    if (const WatermarkDecision still = decideWatermarks(given); !still.acceptable)
        return failure(ErrorCode::InvalidInput,
            RunWords::tr("The watermark has moved on since this run; accepting it would move it back."),
            still.reason);
    Verdict accepted = *m_verdict;
    accepted.watermark.marks = acceptedMarks(given);
    accepted.watermark.moves = true;
    accepted.watermark.reason = RunWords::tr("A person accepted the errors: %1").arg(why.trimmed());
    const Result<> moved = m_deps.practice.store.transact([&]() -> Result<> {
        const auto &marks = accepted.watermark.marks;
        for (auto it = marks.cbegin(); it != marks.cend(); ++it) {
            const Result<> one = it->from == it->to
                ? Result<>()
                : m_deps.practice.store.moveWatermark(
                    m_key, {it.key(), it->to, m_run.id, m_deps.practice.clock.now()}, who, why.trimmed());
            if (!one)
                return one;
        }
        return {};
    });
    if (!moved)
        return moved;
    m_verdict = accepted;
    Q_EMIT changed();
    return writeReport(who, why.trimmed());
}

void ExportJob::releaseFiles()
{
    const auto *finished = std::get_if<exports::Finished>(&m_driver->state().phase);
    if (finished == nullptr || finished->outcome != Outcome::Complete)
        return; // BD-092: never after anything less
    http::Request request;
    request.method = "DELETE";
    request.url = m_driver->state().job.statusUrl;
    request.headers.add("Accept", "application/json");
    m_deps.authorized.send(request, this, [this](const Result<http::Response> &answer) {
        const int status = answer ? answer->head.status : 0;
        const bool done = status == 200 || status == 202 || status == 204 || status == 404;
        note(done ? RunWords::tr("The server was told that its copies of the files may go.")
                  : RunWords::tr("The server did not take the message that its copies of the files may go."));
    });
}

} // namespace waybill::flows
