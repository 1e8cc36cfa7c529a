// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/transport.h"

#include <optional>

/// When the server wants to be asked again (RFC 9110 10.2.3; HT-01 to HT-08).
namespace waybill::http {

/// IMF-fixdate, RFC 850 and asctime, leniently (HT-02 to HT-04). `now` resolves two-digit years.
std::optional<Instant> parseHttpDate(QByteArrayView text, Instant now);

struct RetryAfter {
    enum class Kind { Absent, Delay, Invalid };
    Kind kind = Kind::Absent;
    std::chrono::seconds delay{}; ///< from receipt; 0 for a past date; capped at 24 h (`capped`)
    bool capped = false;
    QByteArray raw; ///< as sent, for the person to see
    friend bool operator==(const RetryAfter &, const RetryAfter &) = default;
};

/// Reads the head's Retry-After. A date is compared with the answer's own Date header when there is one
/// (HT-06). Two fields: the larger. Nonsense (negative, fraction, words, lists, epoch seconds or
/// milliseconds): Invalid.
RetryAfter retryAfter(const ResponseHead &head);

/// How far the local clock is behind the server's, from the Date header; nullopt without one.
std::optional<std::chrono::milliseconds> clockSkew(const ResponseHead &head);

} // namespace waybill::http
