// SPDX-License-Identifier: Apache-2.0
#include "http/content_decoder.h"

#include "base/redact.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>
#include <zlib.h>

namespace waybill::http {
namespace {

constexpr int kMostLayers = 2;
constexpr std::size_t kBlock = 256 * 1024;
constexpr char kMagic0 = '\x1f';
constexpr char kMagic1 = '\x8b';

QString text(const char *source)
{
    return QCoreApplication::translate("Http", source);
}

Failure broken(const char *what)
{
    return failure(ErrorCode::ProtocolMismatch, text(what));
}

/// One gzip stream of one or more members (RFC 1952 2.2).
class GzipLayer
{
public:
    explicit GzipLayer(ContentDecoder::Sink sink)
        : m_sink(std::move(sink))
        , m_block(kBlock)
    {
        m_ready = inflateInit2(&m_stream, 16 + MAX_WBITS) == Z_OK; // 16: gzip only, checks CRC and length
    }
    ~GzipLayer() { inflateEnd(&m_stream); }
    GzipLayer(const GzipLayer &) = delete;
    GzipLayer &operator=(const GzipLayer &) = delete;

    Result<> add(QByteArrayView bytes)
    {
        if (!m_ready)
            return failure(
                ErrorCode::Internal, text(QT_TRANSLATE_NOOP("Http", "zlib could not be started.")));
        m_any = m_any || !bytes.isEmpty();
        while (!bytes.isEmpty()) {
            const auto part = bytes.first(std::min<qsizetype>(bytes.size(), qsizetype{1} << 30));
            if (auto done = inflatePart(part); !done)
                return done;
            bytes = bytes.sliced(part.size());
        }
        return {};
    }

    Result<> finish() const
    {
        if (m_any && !m_memberEnded) {
            return broken(
                QT_TRANSLATE_NOOP("Http", "The compressed data ends too early: its checksum is missing."));
        }
        return {};
    }

private:
    Result<> inflatePart(QByteArrayView bytes)
    {
        // zlib does not write through next_in; the cast is its C interface.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            if (m_memberEnded && m_stream.avail_in == 0)
                return {};
            if (m_memberEnded) {
                inflateReset(&m_stream); // the next member, or what pretends to be one
                m_memberEnded = false;
            }
            if (auto done = inflateBlock(); !done)
                return done;
        } while (m_stream.avail_in > 0 || m_stream.avail_out == 0); // a full block may have more behind it
        return {};
    }

    Result<> inflateBlock()
    {
        m_stream.next_out = m_block.data();
        m_stream.avail_out = static_cast<uInt>(m_block.size());
        const int code = inflate(&m_stream, Z_NO_FLUSH);
        const auto size = static_cast<qsizetype>(m_block.size() - m_stream.avail_out);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return damaged();
        if (size > 0) {
            if (auto done = m_sink(QByteArrayView(m_block.data(), size)); !done)
                return done;
        }
        if (code == Z_STREAM_END) {
            m_memberEnded = true;
            ++m_members;
        }
        return {};
    }

    Failure damaged() const
    {
        const QByteArrayView why(m_stream.msg != nullptr ? m_stream.msg : "");
        const bool header = why.startsWith("incorrect header check");
        if (header && m_members > 0)
            return broken(QT_TRANSLATE_NOOP("Http", "Something follows the end of the compressed data."));
        if (header)
            return broken(QT_TRANSLATE_NOOP("Http", "The server says the data is gzip, but it is not."));
        if (why.contains("check"))
            return broken(QT_TRANSLATE_NOOP("Http", "The checksum of the compressed data is wrong."));
        return broken(QT_TRANSLATE_NOOP("Http", "The compressed data is damaged."));
    }

    ContentDecoder::Sink m_sink;
    std::vector<Bytef> m_block;
    z_stream m_stream{};
    bool m_ready = false;
    bool m_any = false;
    bool m_memberEnded = false;
    int m_members = 0;
};

} // namespace

Result<int> gzipLayers(const Headers &headers)
{
    int layers = 0;
    for (const QByteArray &field : headers.values("Content-Encoding")) {
        for (const QByteArray &part : field.toLower().split(',')) {
            const QByteArray name = part.trimmed();
            if (name == "gzip" || name == "x-gzip") {
                ++layers;
            } else if (!name.isEmpty() && name != "identity") {
                return failure(ErrorCode::ProtocolMismatch,
                    text(QT_TRANSLATE_NOOP(
                             "Http", "The server used the compression \"%1\", which nobody asked for."))
                        .arg(plainServerText(name, 40)));
            }
        }
    }
    if (layers > kMostLayers)
        return broken(QT_TRANSLATE_NOOP("Http", "The server compressed the data more than twice."));
    return layers;
}

struct ContentDecoder::Private {
    Sink sink;
    DecodeLimits limits;
    std::vector<std::unique_ptr<GzipLayer>> layers; ///< outermost first
    std::unique_ptr<GzipLayer> sniffed;
    QByteArray held; ///< the first byte, as long as it alone cannot tell
    bool decided = false; ///< whether the decoded body is itself gzip
    std::int64_t received = 0;
    std::int64_t decoded = 0;

    Result<> intoLayer(std::size_t index, QByteArrayView bytes)
    {
        return index < layers.size() ? layers.at(index)->add(bytes) : afterLayers(bytes);
    }

    /// The announced layers are off; is there one more that nobody announced?
    Result<> afterLayers(QByteArrayView bytes)
    {
        if (decided)
            return sniffed ? sniffed->add(bytes) : emitDecoded(bytes);
        if (bytes.isEmpty())
            return {};
        held.append(bytes.data(), bytes.size());
        if (held.size() < 2 && held.at(0) == kMagic0)
            return {};
        decided = true;
        if (held.size() >= 2 && held.at(0) == kMagic0 && held.at(1) == kMagic1)
            sniffed = std::make_unique<GzipLayer>([this](QByteArrayView more) { return emitDecoded(more); });
        const QByteArray start = std::exchange(held, {});
        return sniffed ? sniffed->add(start) : emitDecoded(start);
    }

    Result<> emitDecoded(QByteArrayView bytes)
    {
        decoded += bytes.size();
        if (limits.maxDecodedBytes > 0 && decoded > limits.maxDecodedBytes) {
            return failure(ErrorCode::ProtocolMismatch,
                text(QT_TRANSLATE_NOOP("Http", "The answer is larger than %1 MiB."))
                    .arg(limits.maxDecodedBytes >> 20));
        }
        const bool packed = !layers.empty() || sniffed;
        if (packed && decoded > limits.ratioFreeBytes && decoded / limits.maxRatio > received) {
            return Failure(Error{ErrorCode::ProtocolMismatch,
                text(QT_TRANSLATE_NOOP("Http",
                         "The compressed data grows more than %1 times when unpacked; it may be a bomb, so "
                         "it was stopped."))
                    .arg(limits.maxRatio),
                {}, text(QT_TRANSLATE_NOOP("Http", "Ask the server's operator what this file is."))});
        }
        return sink(bytes);
    }
};

ContentDecoder::ContentDecoder(int layers, Sink sink, const DecodeLimits &limits)
    : d(std::make_unique<Private>())
{
    d->sink = std::move(sink);
    d->limits = limits;
    for (int i = 0; i < layers; ++i) {
        const auto next = static_cast<std::size_t>(i) + 1;
        d->layers.push_back(std::make_unique<GzipLayer>(
            [p = d.get(), next](QByteArrayView bytes) { return p->intoLayer(next, bytes); }));
    }
}

ContentDecoder::~ContentDecoder() = default;

Result<> ContentDecoder::add(QByteArrayView received)
{
    d->received += received.size();
    return d->intoLayer(0, received);
}

Result<> ContentDecoder::finish()
{
    for (const auto &layer : d->layers) {
        if (auto done = layer->finish(); !done)
            return done;
    }
    if (!d->held.isEmpty()) {
        d->decided = true;
        if (auto done = d->emitDecoded(std::exchange(d->held, {})); !done)
            return done;
    }
    return d->sniffed ? d->sniffed->finish() : Result<>();
}

std::int64_t ContentDecoder::received() const
{
    return d->received;
}

std::int64_t ContentDecoder::decoded() const
{
    return d->decoded;
}

bool ContentDecoder::sniffedGzip() const
{
    return d->sniffed != nullptr;
}

bool ContentDecoder::usesGzip() const
{
    return !d->layers.empty() || d->sniffed;
}

Result<QByteArray> decodeBody(const Headers &headers, const QByteArray &body, const DecodeLimits &limits)
{
    const auto layers = gzipLayers(headers);
    if (!layers)
        return failure(layers.error());
    QByteArray decoded;
    ContentDecoder decoder(
        *layers,
        [&decoded](QByteArrayView bytes) -> Result<> {
            decoded.append(bytes.data(), bytes.size());
            return {};
        },
        limits);
    if (auto done = decoder.add(body); !done)
        return failure(done.error());
    if (auto done = decoder.finish(); !done)
        return failure(done.error());
    return decoded;
}

} // namespace waybill::http
