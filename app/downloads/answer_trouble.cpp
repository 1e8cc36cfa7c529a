// SPDX-License-Identifier: Apache-2.0
#include "downloads/answer_trouble.h"

#include "base/redact.h"
#include "downloads/words.h"
#include "http/backoff.h"
#include "http/origin.h"
#include "http/retry_after.h"

#include <algorithm>

namespace waybill::downloads {
namespace {

struct Meaning {
    Trouble trouble;
    ErrorCode code;
    QString what;
};

Meaning meaningOf(int status)
{
    if (status == 401)
        return {Trouble::Unauthorized, ErrorCode::Unauthorized,
            Words::tr("The server refused the token for this file.")};
    if (status == 403 || status == 404 || status == 410)
        return {Trouble::LinkExpired, ErrorCode::NotFound,
            Words::tr("The link of this file does not work any more.")};
    if (status == 429)
        return {Trouble::Throttled, ErrorCode::Throttled, Words::tr("The server asks for fewer requests.")};
    if (status == 408 || status >= 500)
        return {Trouble::Transient, ErrorCode::ServerFailure,
            Words::tr("The server could not deliver the file.")};
    return {Trouble::Refused, ErrorCode::ProtocolMismatch, Words::tr("The server did not deliver the file.")};
}

} // namespace

AttemptFailed troubleOfStatus(const http::ResponseHead &head, const QByteArray &body, double chance)
{
    Meaning meaning = meaningOf(head.status);
    AttemptFailed failed;
    const http::RetryAfter wait = http::retryAfter(head);
    const bool saysWhen = wait.kind == http::RetryAfter::Kind::Delay;
    if (saysWhen && (head.status >= 500 || meaning.trouble == Trouble::Throttled)) {
        failed.serverPause = wait.delay;
        meaning.trouble = head.status == 503 ? Trouble::Throttled : meaning.trouble;
    } else if (meaning.trouble == Trouble::Throttled) {
        failed.serverPause = http::untilNextMinute(head, chance); // eCW: EC-005
    }
    failed.trouble = meaning.trouble;
    failed.error.code = meaning.code;
    failed.error.what = std::move(meaning.what);
    failed.error.where = placeOf(head.url);
    failed.error.httpStatus = head.status;
    failed.error.serverText = plainServerText(body);
    if (saysWhen)
        failed.error.retryAfter = wait.delay;
    return failed;
}

AttemptFailed troubleOfError(const Error &error)
{
    AttemptFailed failed;
    failed.error = error;
    switch (error.code) {
    case ErrorCode::DiskFull:
    case ErrorCode::Storage: failed.trouble = Trouble::StorageFull; break;
    case ErrorCode::Network: failed.trouble = Trouble::Transient; break;
    case ErrorCode::ProtocolMismatch: failed.trouble = Trouble::Damaged; break;
    case ErrorCode::InvalidInput:
    case ErrorCode::Unauthorized:
    case ErrorCode::NotFound:
    case ErrorCode::Throttled:
    case ErrorCode::ServerFailure:
    case ErrorCode::KeychainUnavailable:
    case ErrorCode::KeychainLocked:
    case ErrorCode::SecretMissing:
    case ErrorCode::Busy:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal: failed.trouble = Trouble::Refused; break;
    }
    return failed;
}

std::optional<Error> linkProblem(const FileTask &task, const QList<http::Origin> &trusted)
{
    const QString where = task.url.host().isEmpty() ? task.name : placeOf(task.url);
    if (!http::isAllowedScheme(task.url) || !task.url.userInfo().isEmpty()) {
        return Error{ErrorCode::InvalidInput,
            Words::tr("The manifest's link for this file is not a usable https link."), where,
            Words::tr("Ask the server's operator; the other files go on.")};
    }
    const bool isKnown = trusted.contains(http::originOf(task.url));
    const bool weAreInside = std::any_of(trusted.begin(), trusted.end(), [](const http::Origin &origin) {
        QUrl url;
        url.setScheme(origin.scheme);
        url.setHost(origin.host);
        return http::isInsideNetwork(url);
    });
    if (!isKnown && !weAreInside && http::isInsideNetwork(task.url)) {
        return Error{ErrorCode::InvalidInput,
            Words::tr("The manifest's link for this file leads into a private network; that is refused."),
            where, Words::tr("If that server belongs to the practice, add it to the trusted servers.")};
    }
    if (task.needsToken && !isKnown) {
        return Error{ErrorCode::Unauthorized,
            Words::tr("This file lies on %1 and needs the token, but that server is not trusted with it.")
                .arg(http::originOf(task.url).toString()),
            where, Words::tr("If that server belongs to the practice, add it to the trusted servers.")};
    }
    return std::nullopt;
}

} // namespace waybill::downloads
