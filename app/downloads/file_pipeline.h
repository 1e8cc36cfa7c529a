// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/content_verdict.h"
#include "downloads/part_file.h"
#include "http/content_decoder.h"
#include "keys/sha256.h"

namespace waybill::downloads {

/// One pass over the bytes as they arrive: undo gzip, hash, judge the lines, write. Memory is bounded.
class FilePipeline
{
public:
    FilePipeline(const FileTask &task, PartFile &file, std::int64_t maxRatio);
    ~FilePipeline();
    FilePipeline(const FilePipeline &) = delete;
    FilePipeline &operator=(const FilePipeline &) = delete;

    /// Bytes that are already on disk: hashed and judged, not written.
    void replay(QByteArrayView onDisk);
    /// The body begins. `layers` of gzip, see http::gzipLayers(); a resumed body has none and is not sniffed.
    void begin(int layers, bool resumed);
    Result<> add(QByteArrayView received);
    Result<> finishDecoding();

    std::int64_t decoded() const; ///< bytes through the hash: on disk
    bool usesGzip() const;
    bool sniffedGzip() const;
    std::int64_t lines() const;
    std::int64_t problemCount() const;

    /// Once, at the end.
    ndjson::CheckSummary finishLines();
    QString finishHash(); ///< lower-case hex
    QByteArray start() const { return m_start; }

private:
    Result<> write(QByteArrayView decoded);

    PartFile &m_file;
    std::int64_t m_maxRatio;
    std::unique_ptr<http::ContentDecoder> m_decoder;
    keys::Sha256 m_hash;
    ndjson::LineChecker m_checker;
    QByteArray m_start;
    std::int64_t m_decoded = 0;
};

} // namespace waybill::downloads
