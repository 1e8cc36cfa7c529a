// SPDX-License-Identifier: Apache-2.0
#include "flows/text_blocks.h"

#include "ndjson/file_kind.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace waybill::flows {
namespace {

constexpr qsizetype kBlock = qsizetype{1} * 1024 * 1024;

} // namespace

Result<std::shared_ptr<const ndjson::SourceFile>> openText(const QString &path, const std::stop_token &stop)
{
    auto file = ndjson::SourceFile::open(path);
    if (!file || ndjson::recognise((*file)->read(0, 2)).kind != ndjson::FileKind::Gzip)
        return file;
    auto gzip = ndjson::GzipSource::open(*file);
    if (!gzip)
        return tl::unexpected(gzip.error());
    for (bool more = true; more && !stop.stop_requested();) {
        const auto block = (*gzip)->next();
        if (!block)
            return tl::unexpected(block.error());
        more = !block->isEmpty();
    }
    return (*gzip)->unpacked();
}

Result<TextBlocks> TextBlocks::open(const QString &path)
{
    auto file = ndjson::SourceFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    TextBlocks blocks;
    blocks.m_file = *file;
    if (ndjson::recognise((*file)->read(0, 2)).kind == ndjson::FileKind::Gzip) {
        auto gzip = ndjson::GzipReader::open(*file);
        if (!gzip)
            return tl::unexpected(gzip.error());
        blocks.m_gzip = std::move(*gzip);
    }
    return blocks;
}

Result<QByteArrayView> TextBlocks::next()
{
    if (m_gzip)
        return m_gzip->next();
    m_buffer.resize(kBlock);
    const qsizetype got = m_file->read(m_at, m_buffer.data(), m_buffer.size());
    if (got < 0) {
        return failure(ErrorCode::Storage,
            QCoreApplication::translate("InspectFiles", "The disk failed while the file was read."),
            QFileInfo(m_file->path()).fileName());
    }
    m_at += got;
    return QByteArrayView(m_buffer).first(got);
}

} // namespace waybill::flows
