// SPDX-License-Identifier: Apache-2.0
#include "ndjson/gzip_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
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

struct GzipSource::State {
    ~State() { inflateEnd(&stream); }

    bool refill();
    bool nextMember();
    Result<> store(qsizetype length);
    QString name() const { return QFileInfo(packed->path()).fileName(); }

    std::shared_ptr<const SourceFile> packed;
    std::shared_ptr<const SourceFile> unpacked;
    QTemporaryFile temporary;
    z_stream stream{};
    QByteArray input{kInput, Qt::Uninitialized};
    QByteArray output{kBlock, Qt::Uninitialized};
    std::int64_t consumed = 0;
    std::int64_t produced = 0;
    std::int64_t checkedAt = -1;
    bool finished = false;
};

GzipSource::GzipSource(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
GzipSource::~GzipSource() = default;

Result<std::unique_ptr<GzipSource>> GzipSource::open(std::shared_ptr<const SourceFile> packed)
{
    auto state = std::make_unique<State>();
    state->packed = std::move(packed);
    state->temporary.setFileTemplate(QDir::tempPath() + QStringLiteral("/waybill-XXXXXX"));
    if (!state->temporary.open() || inflateInit2(&state->stream, kGzipOnly) != Z_OK)
        return failure(ErrorCode::Storage,
            words(QT_TRANSLATE_NOOP("Ndjson", "A temporary file for the unpacked lines could not be made.")),
            QDir::tempPath());
    auto unpacked = SourceFile::duplicate(state->temporary.handle(), state->packed->path());
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    state->unpacked = *unpacked;
    return std::unique_ptr<GzipSource>(new GzipSource(std::move(state)));
}

/// False at the end of the packed file.
bool GzipSource::State::refill()
{
    const qsizetype got = packed->read(consumed, input.data(), input.size());
    if (got <= 0)
        return false;
    consumed += got;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(got);
    return true;
}

/// Behind a member: another one, or the end. Zeros behind the last one are padding (RFC 1952 readers skip
/// them).
bool GzipSource::State::nextMember()
{
    while (stream.avail_in > 0 || refill()) {
        if (*stream.next_in != 0)
            return inflateReset(&stream) == Z_OK;
        ++stream.next_in;
        --stream.avail_in;
    }
    return false;
}

Result<> GzipSource::State::store(qsizetype length)
{
    const auto full = [] {
        return failure(ErrorCode::DiskFull,
            words(QT_TRANSLATE_NOOP("Ndjson", "There is no room to unpack the file.")), QDir::tempPath());
    };
    if (checkedAt < 0 || produced - checkedAt >= kSpaceCheckEvery) {
        checkedAt = produced;
        const QStorageInfo disk(QDir::tempPath());
        if (disk.isValid() && disk.bytesAvailable() < kSpaceKept)
            return full();
    }
    if (temporary.write(output.constData(), length) != length || !temporary.flush())
        return full();
    produced += length;
    return {};
}

Result<QByteArrayView> GzipSource::next()
{
    State &s = *m_state;
    const auto damaged = [&s] {
        return failure(ErrorCode::ProtocolMismatch,
            words(QT_TRANSLATE_NOOP("Ndjson", "The compressed file is damaged or ends too early.")), s.name(),
            words(
                QT_TRANSLATE_NOOP("Ndjson", "The lines before the damage are shown. Fetch the file again.")));
    };
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
    if (length == 0)
        return broken ? Result<QByteArrayView>(damaged()) : Result<QByteArrayView>(QByteArrayView());
    if (const auto stored = s.store(length); !stored)
        return tl::unexpected(stored.error());
    return QByteArrayView(s.output).first(length); // a breakage is found again by the next call
}

std::int64_t GzipSource::consumed() const
{
    return m_state->consumed - static_cast<std::int64_t>(m_state->stream.avail_in);
}

std::shared_ptr<const SourceFile> GzipSource::unpacked() const
{
    return m_state->unpacked;
}

} // namespace waybill::ndjson
