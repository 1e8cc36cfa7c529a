// SPDX-License-Identifier: Apache-2.0
#include "downloads/answer_trouble.h"
#include "downloads/file_download.h"
#include "downloads/words.h"
#include "http/media_type.h"

/// The end of an attempt: is what arrived the file, and only then its name.
namespace waybill::downloads {
namespace {

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
    ArrivedContent content;
    const http::MediaType type = http::mediaType(m_head.headers);
    content.contentType = type.type;
    content.declaredHtml = type.isHtml();
    content.endIsProven = hasProvenEnd(m_head.headers) || m_pipeline->usesGzip();
    content.start = m_pipeline->start();
    content.lines = m_pipeline->finishLines();
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
    if (const auto problem = contentProblem(m_order.task, content)) {
        const auto aside = m_onlyReplay ? m_file->rejectFinal() : m_file->reject();
        AttemptFailed failed{Trouble::BadContent, *problem};
        if (!aside)
            failed = troubleOfError(aside.error());
        else if (m_onlyReplay)
            failed.trouble = Trouble::Damaged; // it was good once: fetch it again
        failed.findings = std::move(findings);
        failed.bytes = content.lines.bytes;
        failed.lines = content.lines.lines;
        failed.problemCount = content.lines.problemCount;
        return fail(std::move(failed));
    }
    if (auto named = giveName(); !named) {
        // What fsync refused must not be trusted, though a second look would find it in the cache (F-104).
        AttemptFailed failed = troubleOfError(named.error());
        (void)m_file->discard();
        return fail(std::move(failed));
    }
    finish(AttemptVerified{content.lines.bytes, content.lines.lines, content.lines.problemCount,
        m_pipeline->finishHash(), std::move(findings)});
}

Result<> FileDownload::giveName()
{
    if (m_onlyReplay)
        return m_file->confirmFinal();
    if (auto published = m_file->publish(); !published)
        return published;
    m_file->removeNote();
    return {};
}

} // namespace waybill::downloads
