// SPDX-License-Identifier: Apache-2.0
#include "downloads/file_download.h"

#include "base/overloaded.h"
#include "downloads/answer_trouble.h"
#include "downloads/words.h"
#include "http/backoff.h"
#include "http/media_type.h"

#include <QTimer>

namespace waybill::downloads {
namespace {

constexpr qsizetype kKeptText = 2048;
constexpr std::int64_t kNoteRoom = 64 << 10;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

FileDownload::FileDownload(http::Transport &transport, AttemptHelpers helpers,
    AttemptSurroundings surroundings, AttemptOrder order, Done done)
    : m_transport(transport)
    , m_helpers(helpers)
    , m_surroundings(std::move(surroundings))
    , m_order(std::move(order))
    , m_done(std::move(done))
{
}

FileDownload::~FileDownload()
{
    m_call.cancel();
    awaitErrand();
    if (isBody())
        (void)checkpointNow(); // best effort: without it the next attempt trusts the one before
}

void FileDownload::start()
{
    if (const auto problem = linkProblem(m_order.task, m_surroundings.trusted))
        return fail({Trouble::Refused, *problem});
    if (auto opened = openPlace(); !opened)
        return fail(troubleOfError(opened.error()));
    m_pipeline =
        std::make_unique<FilePipeline>(m_order.task, *m_file, m_helpers.follower, m_surroundings.maxRatio);
    m_onlyReplay = m_file->finalExists();
    if (m_onlyReplay) {
        const auto size = m_file->openFinal();
        if (!size)
            return fail(troubleOfError(size.error()));
        m_replayUntil = *size;
    } else {
        lookForResume();
    }
    if (m_onlyReplay || m_replayUntil > 0)
        return replay();
    QTimer::singleShot(0, this, [this] { sendFirst(); });
}

Result<> FileDownload::openPlace()
{
    auto file = PartFile::at(m_surroundings.directory, m_order.task.name);
    if (!file)
        return failure(file.error());
    m_file = std::move(*file);
    return {};
}

void FileDownload::lookForResume()
{
    const auto note = ResumeNote::fromJson(m_file->readNote());
    const bool isSame = note && note->place == hashOfPlace(m_order.task.url);
    if (m_order.startOver || !isSame || note->committed == 0)
        return;
    const auto size = m_file->openExisting();
    if (!size || !*size)
        return;
    // Beyond what was synced the file system may have left anything (reliability.md §6).
    const std::int64_t safe = std::min(**size, note->committed);
    if (!m_file->truncate(safe))
        return;
    m_note = *note;
    m_note.committed = safe;
    m_offset = safe;
    m_replayUntil = safe;
}

void FileDownload::replay()
{
    if (auto begun = m_pipeline->replay(m_replayUntil); !begun)
        return fail(troubleOfError(begun.error()));
    if (m_onlyReplay)
        m_pipeline->whenEnded(this, [this] { endOfReplay(); });
    else
        m_pipeline->whenJudged(this, [this] { endOfReplay(); });
}

void FileDownload::endOfReplay()
{
    const auto readBack = m_pipeline->readBack();
    if (m_onlyReplay) {
        if (!readBack)
            return fail(troubleOfError(readBack.error()));
        m_state = FileState::Verifying;
        ArrivedContent content;
        content.lines = m_pipeline->lineSummary();
        content.start = m_pipeline->start();
        return conclude(content);
    }
    if (!readBack && readBack.error().code == ErrorCode::Storage)
        return fail(troubleOfError(readBack.error()));
    if (!readBack) // shorter than it said: somebody else works on it
        return startOver();
    sendFirst();
}

void FileDownload::sendFirst()
{
    m_request = {};
    m_request.url = m_order.task.url;
    m_request.firstByteTimeout = m_surroundings.firstByteTimeout;
    m_request.idleTimeout = m_surroundings.idleTimeout;
    m_request.headers.add("Accept", "application/fhir+ndjson");
    if (!m_order.authorization.isEmpty() && m_order.task.needsToken) // BD-130, BD-131
        m_request.headers.add("Authorization", m_order.authorization);
    if (m_offset > 0) {
        m_request.headers.add("Range", "bytes=" + QByteArray::number(m_offset) + '-');
        m_request.headers.add("If-Range", m_note.validator);
    }
    if (m_offset > 0 || m_order.withoutGzip)
        m_request.headers.add("Accept-Encoding", "identity");
    m_trail = {};
    send(m_request);
}

void FileDownload::send(const http::Request &request)
{
    m_request = request;
    m_answer = Answer::None;
    m_otherBody.clear();
    m_call = m_transport.stream(
        request, *this, this, [this](const Result<http::ResponseHead> &head) { onEnd(head); });
}

FileDownload::Answer FileDownload::classify(const http::ResponseHead &head) const
{
    if (isRedirect(head.status))
        return Answer::Redirect;
    if (head.status == 200)
        return Answer::WholeFile;
    if (head.status == 416 && m_offset > 0)
        return Answer::Useless;
    if (head.status != 206)
        return Answer::Other;
    const auto range = contentRange(head.headers);
    const bool fits = m_offset > 0 && range && range->from == m_offset
        && (range->total < 0 || range->to == range->total - 1) && !head.headers.contains("Content-Encoding");
    return fits ? Answer::Rest : Answer::Useless;
}

Result<> FileDownload::begin(const http::ResponseHead &head)
{
    m_head = head;
    m_answer = classify(head);
    Result<> ready;
    if (m_answer == Answer::WholeFile)
        ready = beginWhole(head);
    else if (m_answer == Answer::Rest)
        ready = beginRest(head);
    else if (m_answer == Answer::Useless)
        return failure(ErrorCode::Cancelled, QString()); // it may be large; onEnd() knows what to do
    if (!ready)
        m_ownError = ready.error();
    return ready;
}

Result<> FileDownload::beginWhole(const http::ResponseHead &head)
{
    if (auto charset = http::checkCharset(head.headers, m_order.task.name); !charset)
        return charset;
    const auto layers = http::gzipLayers(head.headers);
    if (!layers)
        return failure(layers.error());
    if (auto created = m_file->create(); !created)
        return created;
    m_pipeline =
        std::make_unique<FilePipeline>(m_order.task, *m_file, m_helpers.follower, m_surroundings.maxRatio);
    if (auto begun = m_pipeline->begin(*layers, false); !begun)
        return begun;
    m_offset = 0;
    m_note = {};
    if (*layers == 0) {
        m_total = contentLength(head.headers);
        m_note = {validatorOf(head), hashOfPlace(m_order.task.url), 0, m_total.value_or(-1)};
    } else {
        m_total = m_order.task.expectedBytes;
    }
    startCheckpoints();
    return checkSpace(m_total.value_or(0));
}

Result<> FileDownload::beginRest(const http::ResponseHead &head)
{
    const auto range = contentRange(head.headers);
    if (auto begun = m_pipeline->begin(0, true); !begun)
        return begun;
    m_total = range->total >= 0 ? std::optional(range->total) : std::nullopt;
    startCheckpoints();
    return checkSpace(range->to + 1 - range->from);
}

Result<> FileDownload::checkSpace(std::int64_t needed) const
{
    const std::int64_t available = m_file->freeBytes();
    if (available < 0 || needed <= available)
        return {};
    return failure(ErrorCode::DiskFull,
        Words::tr("This file needs %1 bytes, but only %2 are free in the export folder.")
            .arg(needed)
            .arg(available),
        m_order.task.name);
}

Result<> FileDownload::take(QByteArrayView bytes)
{
    if (!isBody()) {
        m_otherBody.append(bytes.first(std::min(bytes.size(), kKeptText - m_otherBody.size())).toByteArray());
        return m_otherBody.size() < kKeptText ? Result<>() : failure(ErrorCode::Cancelled, QString());
    }
    if (m_ownError) // of a checkpoint
        return failure(*m_ownError);
    Result<> done = m_pipeline->add(bytes);
    if (done)
        maybeCheckpoint();
    else
        m_ownError = done.error();
    return done;
}

void FileDownload::onEnd(const Result<http::ResponseHead> &head)
{
    // What is not the file is understood by its head alone.
    if (m_answer == Answer::Useless)
        return startOver();
    if (m_answer == Answer::Redirect)
        return follow();
    if (m_answer == Answer::Other)
        return fail(troubleOfStatus(m_head, m_otherBody, http::randomChance()));
    if (head && !m_ownError)
        return verify();
    awaitErrand();
    AttemptFailed failed = troubleOfError(m_ownError ? *m_ownError : head.error());
    failed.cameCompressed = isBody() && m_pipeline->usesGzip();
    if (failed.error.code == ErrorCode::DiskFull && isBody())
        makeRoomForNote();
    // After a sync that failed the next one succeeds, though the bytes are gone (F-104): no new checkpoint.
    if (isBody() && failed.error.code != ErrorCode::Storage && checkpointNow())
        failed.madeProgress = m_note.committed > m_offset && !m_note.validator.isEmpty();
    fail(std::move(failed));
}

/// On a full disk the note that makes the `.part` resumable needs a block of its own.
void FileDownload::makeRoomForNote()
{
    if (m_file->isOpen())
        (void)m_file->truncate(std::max(m_note.committed, m_file->size() - kNoteRoom));
}

void FileDownload::follow()
{
    const auto policy = http::RedirectPolicy::forFiles(m_surroundings.trusted);
    std::visit(Overloaded{
                   [this](http::NotARedirect) { fail(troubleOfStatus(m_head, m_otherBody, 0.0)); },
                   [this](const Error &error) {
                       fail({Trouble::Refused, error});
                   },
                   [this](const http::FollowRedirect &next) {
                       QTimer::singleShot(next.wait, this, [this, next] { send(next.request); });
                   },
               },
        http::decideRedirect(m_request, m_head, policy, m_trail));
}

/// 416, a wrong range or a changed `.part`: never glue, fetch the whole file, once (BD-144).
void FileDownload::startOver()
{
    if (m_startedOver || m_offset == 0)
        return fail({Trouble::Damaged,
            Error{ErrorCode::ProtocolMismatch,
                Words::tr("The server sent a part of the file that nobody asked for."), m_order.task.name,
                {}}});
    m_startedOver = true;
    m_offset = 0;
    m_note = {};
    sendFirst();
}

AttemptProgress FileDownload::progress() const
{
    AttemptProgress progress;
    progress.id = m_order.id;
    progress.serial = m_order.serial;
    progress.state = m_state;
    progress.total = m_total;
    if (m_pipeline) {
        if (m_pipeline->usesGzip())
            progress.total = m_order.task.expectedBytes;
        progress.received = m_onlyReplay ? m_pipeline->judged() : m_pipeline->decoded();
        progress.lines = m_pipeline->lines();
        progress.problemCount = m_pipeline->problemCount();
    }
    return progress;
}

void FileDownload::fail(AttemptFailed failed)
{
    if (failed.error.where.isEmpty())
        failed.error.where = m_order.task.name;
    finish(std::move(failed));
}

void FileDownload::finish(std::variant<AttemptVerified, AttemptFailed> result)
{
    m_answer = Answer::None;
    AttemptReport report{m_order.id, m_order.serial, std::move(result)};
    QTimer::singleShot(0, this, [this, report = std::move(report)] {
        if (const auto done = std::exchange(m_done, {}))
            done(report);
    });
}

} // namespace waybill::downloads
