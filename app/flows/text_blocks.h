// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"
#include "ndjson/gzip_source.h"

#include <stop_token>

namespace waybill::flows {

/// The text of a file for reading by place: a gzip file is unpacked into a temporary file without a name, as
/// far as it came when it was stopped.
Result<std::shared_ptr<const ndjson::SourceFile>> openText(
    const QString &path, const std::stop_token &stop = {});

/// The text of a file in blocks, unpacked where needed. Bounded memory, one thread.
class TextBlocks
{
public:
    static Result<TextBlocks> open(const QString &path);

    /// Empty at the end. Valid until the next call.
    Result<QByteArrayView> next();
    ByteCount done() const { return {m_gzip ? m_gzip->consumed() : m_at}; } ///< of the file on disk
    ByteCount all() const { return {m_file->stamp().size}; }

private:
    std::shared_ptr<const ndjson::SourceFile> m_file;
    std::unique_ptr<ndjson::GzipReader> m_gzip;
    QByteArray m_buffer;
    std::int64_t m_at = 0;
};

} // namespace waybill::flows
