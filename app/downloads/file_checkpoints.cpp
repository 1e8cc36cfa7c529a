// SPDX-License-Identifier: Apache-2.0
#include "downloads/file_download.h"

/// Every now and then what has arrived is synced, and a note beside it says how much: from there the next
/// attempt goes on. Meanwhile more arrives.
namespace waybill::downloads {
namespace {

constexpr std::int64_t kCheckpointBytes = std::int64_t{64} << 20; ///< reliability.md §6
constexpr qint64 kCheckpointMs = 5000;

} // namespace

void FileDownload::startCheckpoints()
{
    m_sinceCheckpoint.start();
    m_checkpointAt = m_offset + kCheckpointBytes;
}

bool FileDownload::isResumable() const
{
    return !m_note.validator.isEmpty() && !m_pipeline->usesGzip();
}

void FileDownload::maybeCheckpoint()
{
    const bool isDue =
        m_pipeline->decoded() >= m_checkpointAt || m_sinceCheckpoint.elapsed() >= kCheckpointMs;
    if (m_errand || !isDue)
        return;
    m_syncing = m_file->size();
    m_checkpointAt = m_syncing + kCheckpointBytes;
    m_sinceCheckpoint.restart();
    ResumeNote note = m_note;
    note.committed = m_syncing;
    // Also what cannot be resumed is written out now, not all at the end.
    const auto work = [file = &*m_file, note, isResumable = isResumable()]() -> Result<> {
        if (auto synced = file->sync(); !synced || !isResumable)
            return synced;
        return file->writeNote(note.toJson());
    };
    m_errand = m_helpers.disk.run(this, work, [this](const Result<> &done) { afterCheckpoint(done); });
}

void FileDownload::afterCheckpoint(const Result<> &done)
{
    m_errand.reset();
    if (!done) {
        m_ownError = done.error();
        if (m_state == FileState::Verifying)
            return m_isJudged ? onJudged() : void();
        m_call.cancel();
        return onEnd(failure(done.error()));
    }
    if (isResumable())
        m_note.committed = m_syncing;
    if (m_isJudged)
        onJudged();
}

/// Before the file or its note are touched by anybody else.
void FileDownload::awaitErrand()
{
    if (!m_errand)
        return;
    const auto done = m_helpers.disk.wait(std::exchange(m_errand, {}));
    if (!done && !m_ownError)
        m_ownError = done.error();
    if (done && isBody() && isResumable())
        m_note.committed = m_syncing;
}

Result<> FileDownload::checkpointNow()
{
    if (!m_file || !m_file->isOpen() || !isResumable())
        return {};
    if (auto synced = m_file->sync(); !synced)
        return synced;
    m_note.committed = m_file->size();
    return m_file->writeNote(m_note.toJson());
}

} // namespace waybill::downloads
