// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace waybill {

/// What went wrong, as far as a caller acts on it.
/// Add a value only when some caller reacts differently to it; everything else is said in `what`.
enum class ErrorCode {
    InvalidInput, ///< the person can mend it on the page in front of them
    Unauthorized, ///< 401/403, or the token endpoint refused us
    NotFound, ///< 404/410
    Throttled, ///< 429/503; `retryAfter` is set when the server gave one
    ServerFailure, ///< other 5xx, or an OperationOutcome of severity error or fatal
    ProtocolMismatch, ///< answered, but not as the specification says
    Network, ///< no HTTP answer: DNS, TLS, refused, timed out, cut
    Storage, ///< a file or the store could not be read or written
    DiskFull, ///< no space left; the work pauses instead of failing
    KeychainUnavailable, ///< no secret service, or no default keyring
    KeychainLocked, ///< locked, or the person cancelled the prompt
    SecretMissing, ///< the keychain answered, the secret is not in it; never a reason to make a new key
    Busy, ///< another window or process owns this practice and Group
    Cancelled, ///< a person or the shutdown asked for it
    Internal, ///< a fault of ours
};

/// One failure. Cheap to copy. Never holds a token, a key, a query string or patient data.
/// Every field is plain text; widgets show it as Qt::PlainText.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString what; ///< one sentence, translated, ends with a full stop: what failed
    QString where; ///< practice, file, or host + path without query; may be empty
    QString next; ///< one sentence: what to do now; empty = the advice that belongs to `code`
    std::optional<int> httpStatus = {}; ///< 100..599
    std::optional<std::chrono::seconds> retryAfter = {}; ///< from the moment the answer arrived
    QString serverText = {}; ///< the server's own words, at most 2 KiB, shown as they are

    friend bool operator==(const Error &, const Error &) = default;
};

/// "what (where). next" in one line: what the runner prints and what a log may keep.
QString describe(const Error &error);

/// What to do now: `error.next`, or the general advice for its code.
QString advice(const Error &error);

/// A stable English word for logs and JSON, e.g. "unauthorized".
QString codeName(ErrorCode code);

} // namespace waybill
