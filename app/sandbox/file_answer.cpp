// SPDX-License-Identifier: Apache-2.0
#include "sandbox/file_answer.h"

#include "sandbox/answers.h"
#include "sandbox/synthetic/dice.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <thread>

namespace waybill::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMostMeasuredBytes = std::int64_t{32} << 20;
constexpr auto kPause = 50ms; ///< between the pieces of a file that shall come slowly
constexpr std::int64_t kPiecesPerSecond = 1s / kPause;

/// The usual size of a line, to tell large files from small ones without making them.
std::int64_t usualBytes(Kind kind)
{
    return kind == Kind::Patient ? 3000 : 1300;
}

struct ByteRange {
    std::int64_t first = 0;
    std::int64_t last = 0; ///< inclusive
};

enum class RangeKind { Whole, Part, Unsatisfiable };

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// One range only; anything else is answered with the whole file, as RFC 9110 14.2 allows.
RangeKind readRange(
    const httplib::Request &request, const std::string &etag, std::int64_t total, ByteRange &range)
{
    constexpr std::string_view kUnit = "bytes=";
    const std::string header = request.get_header_value("Range");
    range = {0, total - 1};
    if (!header.starts_with(kUnit) || header.find(',') != std::string::npos)
        return RangeKind::Whole;
    if (request.has_header("If-Range") && request.get_header_value("If-Range") != etag)
        return RangeKind::Whole;
    const std::string_view spec = std::string_view(header).substr(kUnit.size());
    const std::size_t dash = spec.find('-');
    if (dash == std::string_view::npos)
        return RangeKind::Whole;
    const auto first = number(spec.substr(0, dash));
    const auto last = number(spec.substr(dash + 1));
    if (!first && last && *last > 0) { // the last N bytes
        range.first = std::max<std::int64_t>(0, total - *last);
        return RangeKind::Part;
    }
    if (!first)
        return RangeKind::Whole;
    if (*first >= total)
        return RangeKind::Unsatisfiable;
    range.first = *first;
    range.last = std::min(last.value_or(total - 1), total - 1);
    return range.last >= range.first ? RangeKind::Part : RangeKind::Whole;
}

/// Hands the producer's pieces to the socket: skips to `first`, stops after `left` bytes.
class Sender
{
public:
    Sender(const FileRecipe &recipe, std::int64_t first, std::int64_t left, std::int64_t bytesPerSecond)
        : m_producer(recipe)
        , m_skip(first)
        , m_left(left)
        , m_most(static_cast<std::size_t>((bytesPerSecond + kPiecesPerSecond - 1) / kPiecesPerSecond))
    {
    }
    /// false ends the connection.
    bool operator()(httplib::DataSink &sink)
    {
        if (m_pending.empty()) {
            m_pending = m_producer.next();
            if (m_pending.empty()) {
                sink.done();
                return true;
            }
        }
        std::string_view piece = m_pending;
        const auto skipped = std::min<std::int64_t>(m_skip, static_cast<std::int64_t>(piece.size()));
        m_skip -= skipped;
        piece.remove_prefix(static_cast<std::size_t>(skipped));
        std::size_t size = std::min(piece.size(), static_cast<std::size_t>(m_left));
        if (m_most > 0)
            size = std::min(size, m_most);
        if (size > 0 && !sink.write(piece.data(), size))
            return false;
        m_left -= static_cast<std::int64_t>(size);
        m_pending.erase(0, static_cast<std::size_t>(skipped) + size);
        if (m_most > 0)
            std::this_thread::sleep_for(kPause);
        if (m_left > 0)
            return true;
        sink.done();
        return !m_cut;
    }
    void cutAtEnd() { m_cut = true; }

private:
    FileProducer m_producer;
    std::string m_pending;
    std::int64_t m_skip;
    std::int64_t m_left;
    std::size_t m_most; ///< bytes of one piece; 0 = all there is
    bool m_cut = false;
};

void sendChunked(httplib::Response &response, const FileDelivery &delivery)
{
    response.status = 200;
    auto sender = std::make_shared<Sender>(
        delivery.recipe, 0, std::numeric_limits<std::int64_t>::max(), delivery.bytesPerSecond);
    response.set_chunked_content_provider(
        kNdjson, [sender](std::size_t, httplib::DataSink &sink) { return (*sender)(sink); });
}

} // namespace

void deliver(const httplib::Request &request, httplib::Response &response, const FileDelivery &delivery)
{
    const FileRecipe &recipe = delivery.recipe;
    if (recipe.gzip)
        response.set_header("Content-Encoding", "gzip");
    response.set_header("Vary", "Accept-Encoding");
    const bool large = recipe.file.lines * usualBytes(recipe.file.kind) > kMostMeasuredBytes;
    if (delivery.noLength || (large && !delivery.cutHalfWay)) {
        sendChunked(response, delivery);
        return;
    }
    const std::int64_t total = delivery.length(recipe);
    const std::string etag =
        '"' + std::to_string(std::hash<std::string>{}(delivery.identity)) + (recipe.gzip ? "-gzip\"" : "\"");
    response.set_header("ETag", etag);
    response.set_header("Accept-Ranges", "bytes");
    ByteRange range;
    const RangeKind kind = readRange(request, etag, total, range);
    if (kind == RangeKind::Unsatisfiable) {
        response.set_header("Content-Range", "bytes */" + std::to_string(total));
        response.status = 416;
        return;
    }
    response.status = kind == RangeKind::Part ? 206 : 200;
    if (kind == RangeKind::Part)
        response.set_header("Content-Range",
            "bytes " + std::to_string(range.first) + '-' + std::to_string(range.last) + '/'
                + std::to_string(total));
    std::int64_t size = range.last - range.first + 1;
    response.set_header("Content-Length", std::to_string(size));
    if (size <= 0) // cpp-httplib would wait for a byte
        return;
    if (delivery.cutHalfWay)
        size /= 2;
    auto sender = std::make_shared<Sender>(recipe, range.first, size, delivery.bytesPerSecond);
    if (delivery.cutHalfWay)
        sender->cutAtEnd();
    // Without a length for cpp-httplib: it would apply its own idea of Range.
    response.set_content_provider(
        kNdjson, [sender](std::size_t, httplib::DataSink &sink) { return (*sender)(sink); });
}

} // namespace waybill::sandbox
