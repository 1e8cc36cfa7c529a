// SPDX-License-Identifier: Apache-2.0
#include "http/content_decoder.h"

#include <cstdlib>

using namespace waybill;

namespace {

constexpr std::int64_t kFree = 64 << 10;
constexpr std::int64_t kRatio = 20;

struct Outcome {
    bool isGood = false;
    QByteArray bytes;
};

/// In pieces of `piece` bytes; 0 = all at once.
Outcome decode(int layers, QByteArrayView packed, qsizetype piece)
{
    Outcome outcome;
    http::DecodeLimits limits;
    limits.maxRatio = kRatio;
    limits.ratioFreeBytes = kFree;
    http::ContentDecoder decoder(
        layers,
        [&outcome](QByteArrayView bytes) -> Result<> {
            outcome.bytes.append(bytes.data(), bytes.size());
            return {};
        },
        limits);
    Result<> done;
    while (!packed.isEmpty() && done) {
        const qsizetype now = piece == 0 ? packed.size() : std::min(piece, packed.size());
        done = decoder.add(packed.first(now));
        packed = packed.sliced(now);
    }
    if (done)
        done = decoder.finish();
    outcome.isGood = done.has_value();
    if (decoder.decoded() < outcome.bytes.size())
        std::abort();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const int layers = data[0] % 3;
    const qsizetype piece = data[1];
    const QByteArrayView packed(data + 2, static_cast<qsizetype>(size - 2));
    const Outcome whole = decode(layers, packed, 0);
    const Outcome pieces = decode(layers, packed, piece);
    // The ratio is looked at while bytes arrive, so where it stops a bomb may differ; never what is accepted.
    const std::int64_t most = kFree + kRatio * static_cast<std::int64_t>(size) + (1 << 20);
    if (whole.bytes.size() > most || pieces.bytes.size() > most)
        std::abort();
    if (whole.isGood && pieces.isGood && whole.bytes != pieces.bytes)
        std::abort();
    if (whole.isGood != pieces.isGood && std::max(whole.bytes.size(), pieces.bytes.size()) < kFree)
        std::abort();
    return 0;
}
