// SPDX-License-Identifier: Apache-2.0
#include "exports/pacing.h"

#include "base/redact.h"
#include "exports/words.h"
#include "http/backoff.h"
#include "http/retry_after.h"

#include <algorithm>

namespace waybill::exports {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// 30, 60, 120 … 300 s and up to a tenth more, so that many clients do not come in step (BD-061).
milliseconds backoff(const Rules &rules, int tries, double random)
{
    milliseconds wait = rules.firstBackoff;
    for (int i = 1; i < tries && wait < rules.longestBackoff; ++i)
        wait *= 2;
    wait = std::clamp<milliseconds>(
        wait, rules.minimumInterval, std::max(rules.longestBackoff, rules.minimumInterval));
    return wait + milliseconds{static_cast<std::int64_t>(static_cast<double>(wait.count()) * 0.1 * random)};
}

Wait waitFor(const Moment &moment, milliseconds span, const QString &reason)
{
    return {moment.now, moment.now + span, reason, false};
}

QString inSeconds(milliseconds span)
{
    return QString::number(std::chrono::ceil<seconds>(span).count());
}

Pace ownPace(const Moment &moment, milliseconds span)
{
    return {waitFor(moment, span, Words::tr("Our own pace: %1 s.").arg(inSeconds(span))),
        QStringLiteral("own pace"), false, {}};
}

} // namespace

Pace paceAfter(
    const Rules &rules, const http::ResponseHead &head, int tries, bool backsOff, const Moment &moment)
{
    using Kind = http::RetryAfter::Kind;
    const http::RetryAfter asked = http::retryAfter(head);
    const QString raw = plainServerText(asked.raw, 60);
    const bool throttled = head.status == 429 || head.status == 503;
    Pace pace;
    if (asked.kind == Kind::Delay && asked.delay > seconds{0}) {
        const QString reason = asked.capped
            ? Words::tr("The server asked for more than a day (Retry-After: %1); we ask after 24 hours.")
                  .arg(raw)
            : Words::tr("The server asked for %1 s (Retry-After).").arg(inSeconds(asked.delay));
        pace.wait = waitFor(moment, asked.delay, reason);
        // Counted from receipt (HT-01), not from when we got round to it.
        if (head.receivedAt > Instant{} && head.receivedAt <= moment.now)
            pace.wait.until = std::max(moment.now, head.receivedAt + asked.delay);
        pace.source = QStringLiteral("Retry-After: ") + raw;
        pace.obeyed = true;
    } else if (asked.kind == Kind::Delay) { // zero or past (HT-05)
        pace.wait = waitFor(moment, rules.minimumInterval,
            Words::tr("The server says “at once”; we never ask sooner than after %1 s.")
                .arg(inSeconds(rules.minimumInterval)));
        pace.source = QStringLiteral("Retry-After: ") + raw;
    } else if (rules.ecw && head.status == 429) { // eCW: blocked to the end of the clock minute (EC-005)
        const milliseconds span = http::untilNextMinute(head, moment.random);
        pace.wait = waitFor(moment, span,
            Words::tr("Too many requests: eClinicalWorks opens again with the next clock minute."));
        pace.source = QStringLiteral("next clock minute");
    } else {
        pace = ownPace(
            moment, backsOff ? backoff(rules, tries, moment.random) : milliseconds{rules.minimumInterval});
        if (asked.kind == Kind::Invalid) // HT-07
            pace.note = Words::tr("Retry-After was not understood: “%1”.").arg(raw);
    }
    pace.wait.throttled = throttled;
    return pace;
}

Pace paceAfterSilence(const Rules &rules, int tries, const Moment &moment)
{
    return ownPace(moment, backoff(rules, tries, moment.random));
}

} // namespace waybill::exports
