// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/source_file.h"

#include <QByteArrayView>

#include <memory>

namespace waybill::ndjson {

/// Unpacks a gzip file (also several members, as `cat a.gz b.gz` makes) into a private temporary file, block
/// by block, so that what is there can be read meanwhile. The temporary file has mode 0600 and no name where
/// the system can do that: it is gone with the last reader, even after a crash. One thread.
class GzipSource
{
public:
    static Result<std::unique_ptr<GzipSource>> open(std::shared_ptr<const SourceFile> packed);
    ~GzipSource();

    /// The next unpacked bytes, written to the temporary file already; empty at the end. Valid until the next
    /// call. Errors: ProtocolMismatch (damaged or cut archive), DiskFull, Storage.
    Result<QByteArrayView> next();

    std::int64_t consumed() const; ///< bytes of the packed file
    /// The unpacked bytes, growing.
    std::shared_ptr<const SourceFile> unpacked() const;

private:
    struct State;
    explicit GzipSource(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace waybill::ndjson
