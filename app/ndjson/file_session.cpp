// SPDX-License-Identifier: Apache-2.0
#include "ndjson/file_session.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kBlock = qsizetype{1} * 1024 * 1024;
constexpr qsizetype kHead = qsizetype{64} * 1024; ///< enough to recognise a kind
constexpr qsizetype kFingerprint = 4096;

} // namespace

Result<std::shared_ptr<FileSession>> FileSession::open(const QString &path)
{
    auto file = SourceFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    auto session = std::shared_ptr<FileSession>(new FileSession);
    session->m_file = *file;
    session->m_index = std::make_shared<LineIndex>();
    session->m_recognised = recognise(session->m_file->read(0, kHead));
    std::shared_ptr<const SourceFile> text = session->m_file;
    if (session->m_recognised.kind == FileKind::Gzip) {
        auto gzip = GzipSource::open(session->m_file);
        if (!gzip)
            return tl::unexpected(gzip.error());
        session->m_gzip = std::move(*gzip);
        text = session->m_gzip->unpacked();
        session->m_recognised = {};
    }
    session->m_reader = std::make_shared<LineReader>(text, session->m_index);
    return session;
}

Result<QByteArrayView> FileSession::nextBlock()
{
    if (m_gzip)
        return m_gzip->next();
    m_buffer.resize(kBlock);
    const qsizetype got = m_file->read(m_index->extent().bytes, m_buffer.data(), m_buffer.size());
    if (got < 0) {
        return failure(ErrorCode::Storage,
            QCoreApplication::translate("Ndjson", "The disk failed while the file was read."),
            QFileInfo(m_file->path()).fileName());
    }
    return QByteArrayView(m_buffer).first(got);
}

void FileSession::remember(QByteArrayView block)
{
    if (m_head.size() < kFingerprint)
        m_head.append(block.first(std::min(block.size(), kFingerprint - m_head.size())));
    if (block.size() >= kFingerprint) {
        m_tail = block.last(kFingerprint).toByteArray();
    } else {
        m_tail.append(block);
        m_tail = m_tail.right(kFingerprint);
    }
}

Result<bool> FileSession::index(const std::function<void()> &onBlock, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const auto block = nextBlock();
        if (!block)
            return tl::unexpected(block.error());
        if (block->isEmpty()) {
            m_buffer = QByteArray(); // a finished index keeps no buffer
            return true;
        }
        const bool first = m_index->extent().bytes == 0;
        if (first && m_gzip) {
            const std::lock_guard lock(m_mutex);
            m_recognised = recognise(block->first(std::min(block->size(), kHead)));
        }
        m_index->append(*block);
        remember(*block);
        m_consumed = m_gzip ? m_gzip->consumed() : m_index->extent().bytes;
        onBlock();
    }
    return false;
}

Recognised FileSession::recognised() const
{
    const std::lock_guard lock(m_mutex);
    return m_recognised;
}

bool FileSession::stillTheSame() const
{
    if (m_gzip)
        return false; // an archive that changed is unpacked anew
    const std::int64_t indexed = m_index->extent().bytes;
    return m_file->read(0, m_head.size()) == m_head
        && m_file->read(indexed - m_tail.size(), m_tail.size()) == m_tail;
}

double FileSession::progress() const
{
    const std::int64_t size = m_file->stamp().size;
    return size <= 0 ? 1.0 : std::min(1.0, static_cast<double>(m_consumed) / static_cast<double>(size));
}

} // namespace waybill::ndjson
