// SPDX-License-Identifier: Apache-2.0
#include "downloads/answer_trouble.h"
#include "downloads/file_download.h"
#include "downloads/words.h"
#include "http/media_type.h"

#include <QTimer>

/// The end of an attempt: is what arrived the file, and only then its name.
namespace waybill::downloads {
namespace {

/// Somebody else has the file open in a way that forbids a new name: a scanner, another machine (F-103).
constexpr int kNameTries = 10;
constexpr std::chrono::seconds kNamePause{1};

/// Whether the protocol says where the body ends (RFC 9112 6.3).
bool hasProvenEnd(const http::Headers &headers)
{
    return contentLength(headers) || headers.contains("Transfer-Encoding");
}

} // namespace

void FileDownload::verify()
{
    m_state = FileState::Verifying;
    if (auto decoded = m_pipeline->finishDecoding(); !decoded) {
        AttemptFailed failed = troubleOfError(decoded.error());
        failed.cameCompressed = m_pipeline->usesGzip();
        return fail(std::move(failed));
    }
    if (m_total && !m_pipeline->usesGzip() && *m_total != m_pipeline->decoded()) {
        return fail({Trouble::Damaged,
            Error{ErrorCode::ProtocolMismatch,
                Words::tr("The file should have %1 bytes, but %2 arrived.")
                    .arg(*m_total)
                    .arg(m_pipeline->decoded()),
                m_order.task.name, {}}});
    }
    m_pipeline->whenEnded(this, [this] { onJudged(); });
}

void FileDownload::onJudged()
{
    m_isJudged = true;
    if (m_errand) // what a sync refuses is read back wrong, and that is not the server's fault (F-104)
        return;
    if (m_ownError) // of a checkpoint
        return onNamed(failure(*m_ownError));
    if (const auto readBack = m_pipeline->readBack(); !readBack)
        return fail(troubleOfError(readBack.error()));
    ArrivedContent content;
    const http::MediaType type = http::mediaType(m_head.headers);
    content.contentType = type.type;
    content.declaredHtml = type.isHtml();
    content.endIsProven = hasProvenEnd(m_head.headers) || m_pipeline->usesGzip();
    content.start = m_pipeline->start();
    content.lines = m_pipeline->lineSummary();
    conclude(content);
}

void FileDownload::conclude(const ArrivedContent &content)
{
    auto findings = std::make_shared<FileFindings>();
    findings->lines = content.lines;
    findings->notes = contentNotes(m_order.task, content);
    if (m_pipeline->sniffedGzip())
        findings->notes << Words::tr(
            "The file came as gzip although the server did not say so; it was unpacked.");
    if (m_onlyReplay)
        findings->notes << Words::tr("The file was already there; it was verified again.");
    if (const auto problem = contentProblem(m_order.task, content))
        return refuse(*problem, content, std::move(findings));
    m_verified = {content.lines.bytes, content.lines.lines, content.lines.problemCount, m_pipeline->sha256(),
        std::move(findings)};
    giveName();
}

void FileDownload::refuse(
    const Error &problem, const ArrivedContent &content, std::shared_ptr<const FileFindings> findings)
{
    const auto aside = m_onlyReplay ? m_file->rejectFinal() : m_file->reject();
    AttemptFailed failed{Trouble::BadContent, problem};
    if (!aside)
        failed = troubleOfError(aside.error());
    else if (m_onlyReplay)
        failed.trouble = Trouble::Damaged; // it was good once: fetch it again
    failed.findings = std::move(findings);
    failed.bytes = content.lines.bytes;
    failed.lines = content.lines.lines;
    failed.problemCount = content.lines.problemCount;
    fail(std::move(failed));
}

/// Everything of it was judged and hashed: sync, name, sync of the folder, while others are received.
void FileDownload::giveName()
{
    m_answer = Answer::None; // a destroyed attempt leaves it to the errand
    const auto work = [this]() -> Result<> {
        if (m_onlyReplay)
            return m_file->confirmFinal();
        if (auto published = m_file->publish(); !published)
            return published;
        m_file->removeNote();
        return {};
    };
    m_errand = m_helpers.disk.run(this, work, [this](const Result<> &named) { onNamed(named); });
}

void FileDownload::onNamed(const Result<> &named)
{
    m_errand.reset();
    if (named) {
        m_pipeline->accept();
        return finish(std::move(m_verified));
    }
    if (named.error().code == ErrorCode::Busy && ++m_nameTries < kNameTries) {
        QTimer::singleShot(kNamePause, this, [this] { giveName(); });
        return;
    }
    // What fsync refused must not be trusted, though a second look would find it in the cache (F-104).
    AttemptFailed failed = troubleOfError(named.error());
    if (named.error().code == ErrorCode::Busy)
        failed.trouble = Trouble::StorageFull; // nothing is wrong with the bytes
    else
        (void)m_file->discard();
    fail(std::move(failed));
}

} // namespace waybill::downloads
