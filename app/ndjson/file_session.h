// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/file_kind.h"
#include "ndjson/gzip_source.h"
#include "ndjson/line_reader.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <stop_token>

namespace waybill::ndjson {

/// An open file with its index: the part of opening that runs in a worker. Plain files are read in place,
/// gzip is unpacked on the way. Indexing can be stopped and gone on with.
class FileSession
{
public:
    static Result<std::shared_ptr<FileSession>> open(const QString &path);

    /// Indexes from where it stopped to the end of the file as it is then; false when stopped on the way.
    /// `onBlock` is called after each MiB, in this thread.
    Result<bool> index(const std::function<void()> &onBlock, const std::stop_token &stop);

    /// True while the first and the last indexed bytes on disk are the ones that were indexed: a file that
    /// grew must not have been written anew.
    bool stillTheSame() const;

    std::shared_ptr<const LineReader> reader() const { return m_reader; }
    LineIndex::Extent extent() const { return m_index->extent(); }
    Recognised recognised() const;
    bool compressed() const { return m_gzip != nullptr; }
    FileStamp stamp() const { return m_file->stamp(); } ///< of the file on disk
    /// Share of the file that is indexed, 0 to 1.
    double progress() const;

private:
    FileSession() = default;
    Result<QByteArrayView> nextBlock();
    void remember(QByteArrayView block);

    std::shared_ptr<const SourceFile> m_file; ///< as on disk
    std::unique_ptr<GzipSource> m_gzip;
    std::shared_ptr<LineIndex> m_index;
    std::shared_ptr<const LineReader> m_reader;
    mutable std::mutex m_mutex; ///< guards m_recognised
    Recognised m_recognised; ///< of the text
    QByteArray m_buffer;
    QByteArray m_head; ///< the first indexed bytes
    QByteArray m_tail; ///< the last indexed bytes
    std::atomic<std::int64_t> m_consumed = 0; ///< bytes of the file on disk
};

} // namespace waybill::ndjson
