// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/content_follower.h"
#include "downloads/content_verdict.h"
#include "downloads/part_file.h"
#include "http/content_decoder.h"

namespace waybill::downloads {

/// One pass over the bytes as they arrive: undo gzip, write; the follower hashes and judges what was written.
/// Memory is bounded.
class FilePipeline
{
public:
    FilePipeline(const FileTask &task, PartFile &file, ContentFollower &follower, std::int64_t maxRatio);
    ~FilePipeline();
    FilePipeline(const FilePipeline &) = delete;
    FilePipeline &operator=(const FilePipeline &) = delete;

    /// The first `size` bytes of the file are on disk already: they are hashed and judged, not written.
    Result<> replay(std::int64_t size);
    /// The body begins, into the open file. `layers` of gzip, see http::gzipLayers(); a resumed body has none
    /// and is not sniffed.
    Result<> begin(int layers, bool resumed);
    Result<> add(QByteArrayView received);
    Result<> finishDecoding();
    /// See ContentFollower.
    void whenJudged(QObject *context, std::function<void()> done);
    void whenEnded(QObject *context, std::function<void()> done);

    std::int64_t decoded() const { return m_decoded; } ///< bytes in the file
    std::int64_t judged() const;
    bool usesGzip() const;
    bool sniffedGzip() const;
    std::int64_t lines() const;
    std::int64_t problemCount() const;

    /// Once all is judged: could every byte be read back?
    Result<> readBack() const;
    const ndjson::CheckSummary &lineSummary() const; ///< of a file that ended
    QString sha256() const; ///< of a file that ended
    QByteArray start() const;
    void accept(); ///< see ContentFollower::keepIds()

private:
    Result<> follow();
    Result<> write(QByteArrayView decoded);

    PartFile &m_file;
    ContentFollower &m_follower;
    ndjson::Expectation m_expectation;
    bool m_comparesIds;
    std::int64_t m_maxRatio;
    std::unique_ptr<http::ContentDecoder> m_decoder;
    std::shared_ptr<FollowedFile> m_followed;
    std::int64_t m_decoded = 0;
};

} // namespace waybill::downloads
