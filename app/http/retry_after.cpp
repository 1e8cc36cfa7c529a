// SPDX-License-Identifier: Apache-2.0
#include "http/retry_after.h"

#include <algorithm>

namespace waybill::http {
namespace {

using std::chrono::seconds;

constexpr seconds kLongest = std::chrono::hours{24};
/// From here on a number is a moment since 1970, not a delay: 1e9 s are 31 years.
constexpr qint64 kSmallestEpoch = 1'000'000'000;

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

RetryAfter delayOf(qint64 wanted, QByteArray raw)
{
    RetryAfter result{RetryAfter::Kind::Delay, seconds{std::max<qint64>(wanted, 0)}, false, std::move(raw)};
    result.capped = result.delay > kLongest;
    result.delay = std::min(result.delay, kLongest);
    return result;
}

RetryAfter readOne(const QByteArray &field, Instant reference)
{
    const QByteArray text = field.trimmed();
    if (isDigits(text)) {
        bool fits = false;
        const qint64 value = text.toLongLong(&fits);
        if (!fits || value >= kSmallestEpoch)
            return {RetryAfter::Kind::Invalid, {}, false, field};
        return delayOf(value, field);
    }
    if (const auto date = parseHttpDate(text, reference))
        return delayOf(std::chrono::ceil<seconds>(*date - reference).count(), field);
    return {RetryAfter::Kind::Invalid, {}, false, field};
}

} // namespace

RetryAfter retryAfter(const ResponseHead &head)
{
    const auto serverNow = parseHttpDate(head.headers.value("Date"), head.receivedAt);
    RetryAfter result;
    for (const QByteArray &field : head.headers.values("Retry-After")) {
        RetryAfter one = readOne(field, serverNow.value_or(head.receivedAt));
        const bool better = one.kind == RetryAfter::Kind::Delay
            && (result.kind != RetryAfter::Kind::Delay || one.delay > result.delay);
        if (better || result.kind == RetryAfter::Kind::Absent)
            result = std::move(one);
    }
    return result;
}

std::optional<std::chrono::milliseconds> clockSkew(const ResponseHead &head)
{
    const auto serverNow = parseHttpDate(head.headers.value("Date"), head.receivedAt);
    if (!serverNow)
        return std::nullopt;
    return *serverNow - head.receivedAt;
}

} // namespace waybill::http
