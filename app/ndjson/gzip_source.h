// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/source_file.h"

#include <QByteArrayView>

#include <memory>

namespace waybill::ndjson {

/// Unpacks a gzip file block by block (also several members, as `cat a.gz b.gz` makes). One thread. Memory:
/// two fixed buffers, whatever the archive claims.
class GzipReader
{
public:
    static Result<std::unique_ptr<GzipReader>> open(std::shared_ptr<const SourceFile> packed);
    ~GzipReader();

    /// The next unpacked bytes, at most a MiB; empty at the end. Valid until the next call. ProtocolMismatch
    /// for a damaged or cut archive, after everything before the damage was handed out.
    Result<QByteArrayView> next();

    std::int64_t consumed() const; ///< bytes of the packed file

private:
    struct State;
    explicit GzipReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// A gzip file, unpacked into a private temporary file, so that what is there can be read meanwhile. The
/// temporary file has mode 0600 and no name where the system can do that: it is gone with the last reader,
/// even after a crash. One thread unpacks.
class GzipSource
{
public:
    static Result<std::unique_ptr<GzipSource>> open(std::shared_ptr<const SourceFile> packed);
    ~GzipSource();

    /// As GzipReader::next(); the bytes are in the temporary file already. Also DiskFull.
    Result<QByteArrayView> next();

    std::int64_t consumed() const;
    /// The unpacked bytes, growing.
    std::shared_ptr<const SourceFile> unpacked() const;

private:
    struct State;
    explicit GzipSource(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace waybill::ndjson
