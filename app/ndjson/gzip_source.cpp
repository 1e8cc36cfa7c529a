// SPDX-License-Identifier: Apache-2.0
#include "ndjson/gzip_source.h"

#include "base/free_space.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <zlib.h>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kBlock = qsizetype{1} * 1024 * 1024;
constexpr qsizetype kInput = qsizetype{256} * 1024;
constexpr std::int64_t kSpaceCheckEvery = std::int64_t{32} * 1024 * 1024;
/// A bomb must not fill the disk: this much stays free.
constexpr std::int64_t kSpaceKept = std::int64_t{512} * 1024 * 1024;
constexpr int kGzipOnly = 15 + 16; ///< zlib's window bits for the gzip format

QString words(const char *source)
{
    return QCoreApplication::translate("Ndjson", source);
}

} // namespace

struct GzipReader::State {
    ~State() { inflateEnd(&stream); }
    bool refill();
    bool nextMember();

    std::shared_ptr<const SourceFile> packed;
    z_stream stream{};
    QByteArray input{kInput, Qt::Uninitialized};
    QByteArray output{kBlock, Qt::Uninitialized};
    std::int64_t read = 0;
    bool finished = false;
};

GzipReader::GzipReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
GzipReader::~GzipReader() = default;

Result<std::unique_ptr<GzipReader>> GzipReader::open(std::shared_ptr<const SourceFile> packed)
{
    auto state = std::make_unique<State>();
    state->packed = std::move(packed);
    if (inflateInit2(&state->stream, kGzipOnly) != Z_OK)
        return failure(
            ErrorCode::Internal, words(QT_TRANSLATE_NOOP("Ndjson", "The file could not be unpacked.")));
    return std::unique_ptr<GzipReader>(new GzipReader(std::move(state)));
}

/// False at the end of the packed file.
bool GzipReader::State::refill()
{
    const qsizetype got = packed->read(read, input.data(), input.size());
    if (got <= 0)
        return false;
    read += got;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(got);
    return true;
}

/// Behind a member: another one, or the end. Zeros behind the last one are padding, as gzip itself takes
/// them.
bool GzipReader::State::nextMember()
{
    while (stream.avail_in > 0 || refill()) {
        if (*stream.next_in != 0)
            return inflateReset(&stream) == Z_OK;
        ++stream.next_in;
        --stream.avail_in;
    }
    return false;
}

Result<QByteArrayView> GzipReader::next()
{
    State &s = *m_state;
    s.stream.next_out = reinterpret_cast<Bytef *>(s.output.data());
    s.stream.avail_out = static_cast<uInt>(s.output.size());
    bool broken = false;
    while (!s.finished && !broken && s.stream.avail_out > 0) {
        if (s.stream.avail_in == 0 && !s.refill()) {
            broken = true;
            break;
        }
        const int status = inflate(&s.stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END)
            s.finished = !s.nextMember();
        else
            broken = status != Z_OK && status != Z_BUF_ERROR;
    }
    const qsizetype length = s.output.size() - static_cast<qsizetype>(s.stream.avail_out);
    if (length > 0 || !broken)
        return QByteArrayView(s.output).first(length); // a breakage is found again by the next call
    return failure(ErrorCode::ProtocolMismatch,
        words(QT_TRANSLATE_NOOP("Ndjson", "The compressed file is damaged or ends too early.")),
        QFileInfo(s.packed->path()).fileName(),
        words(QT_TRANSLATE_NOOP("Ndjson", "The lines before the damage are shown. Fetch the file again.")));
}

std::int64_t GzipReader::consumed() const
{
    return m_state->read - static_cast<std::int64_t>(m_state->stream.avail_in);
}

struct GzipSource::State {
    Result<> store(QByteArrayView block);

    std::unique_ptr<GzipReader> reader;
    std::shared_ptr<const SourceFile> unpacked;
    QTemporaryFile temporary;
    std::int64_t produced = 0;
    std::int64_t checkedAt = -1;
};

GzipSource::GzipSource(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
GzipSource::~GzipSource() = default;

Result<std::unique_ptr<GzipSource>> GzipSource::open(std::shared_ptr<const SourceFile> packed)
{
    auto state = std::make_unique<State>();
    const QString path = packed->path();
    auto reader = GzipReader::open(std::move(packed));
    if (!reader)
        return tl::unexpected(reader.error());
    state->reader = std::move(*reader);
    state->temporary.setFileTemplate(QDir::tempPath() + QStringLiteral("/waybill-XXXXXX"));
    if (!state->temporary.open()) {
        return failure(ErrorCode::Storage,
            words(QT_TRANSLATE_NOOP("Ndjson", "A temporary file for the unpacked lines could not be made.")),
            QDir::tempPath());
    }
    auto unpacked = SourceFile::duplicate(state->temporary.handle(), path);
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    state->unpacked = *unpacked;
    return std::unique_ptr<GzipSource>(new GzipSource(std::move(state)));
}

Result<> GzipSource::State::store(QByteArrayView block)
{
    const auto full = [] {
        return failure(ErrorCode::DiskFull,
            words(QT_TRANSLATE_NOOP("Ndjson", "There is no room to unpack the file.")), QDir::tempPath());
    };
    if (checkedAt < 0 || produced - checkedAt >= kSpaceCheckEvery) {
        checkedAt = produced;
        const auto room = freeBytes(QDir::tempPath());
        if (room >= 0 && room < kSpaceKept)
            return full();
    }
    if (temporary.write(block.data(), block.size()) != block.size() || !temporary.flush())
        return full();
    produced += block.size();
    return {};
}

Result<QByteArrayView> GzipSource::next()
{
    auto block = m_state->reader->next();
    if (block && !block->isEmpty()) {
        if (const auto stored = m_state->store(*block); !stored)
            return tl::unexpected(stored.error());
    }
    return block;
}

std::int64_t GzipSource::consumed() const
{
    return m_state->reader->consumed();
}

std::shared_ptr<const SourceFile> GzipSource::unpacked() const
{
    return m_state->unpacked;
}

} // namespace waybill::ndjson
