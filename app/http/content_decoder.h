// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/transport.h"

/// Undoing Content-Encoding with zlib, because Qt's own decoding kills legal NDJSON and lets truncated
/// streams pass (QT-02, QT-03). gzip and x-gzip, also twice (BD-136); anything else is a named error.
namespace waybill::http {

/// How many layers of gzip the header announces; "identity" counts as none. Field names are
/// case-insensitive, several fields and lists are read as one.
Result<int> gzipLayers(const Headers &headers);

struct DecodeLimits {
    /// Decoded bytes per received byte. NDJSON is around 10, very repetitive NDJSON 55; gzip cannot go
    /// beyond 1032 in one layer. Looked at once `ratioFreeBytes` were decoded, so that small bodies are free.
    std::int64_t maxRatio = 200;
    std::int64_t ratioFreeBytes = std::int64_t{16} << 20;
    std::int64_t maxDecodedBytes = 0; ///< 0 = no limit
};

/// A stream of decoded bytes. Memory: 256 KiB a layer, whatever comes in.
class ContentDecoder
{
public:
    using Sink = std::function<Result<>(QByteArrayView decoded)>;

    /// `layers` from gzipLayers(). A body that starts with gzip's magic 1F 8B after these layers is decoded
    /// once more (BD-138: files served as .gz); `sniffedGzip()` then says so.
    ContentDecoder(int layers, Sink sink, const DecodeLimits &limits = {});
    ~ContentDecoder();
    ContentDecoder(const ContentDecoder &) = delete;
    ContentDecoder &operator=(const ContentDecoder &) = delete;

    Result<> add(QByteArrayView received);
    /// The body is complete. An error if a gzip member is cut off, its checksum is wrong, or something that
    /// is not gzip follows the last member (BD-137). A body of no bytes at all is an empty body.
    Result<> finish();

    std::int64_t received() const;
    std::int64_t decoded() const;
    bool sniffedGzip() const;
    bool usesGzip() const; ///< at least one layer, announced or sniffed

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A whole body at once, as `Transport::send` does it.
Result<QByteArray> decodeBody(
    const Headers &headers, const QByteArray &body, const DecodeLimits &limits = {});

} // namespace waybill::http
