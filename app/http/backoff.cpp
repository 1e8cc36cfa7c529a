// SPDX-License-Identifier: Apache-2.0
#include "http/backoff.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace waybill::http {

using std::chrono::milliseconds;

milliseconds Backoff::delay(int attempt, double chance) const
{
    const double grown =
        static_cast<double>(first.count()) * std::pow(factor, std::clamp(attempt, 1, 64) - 1);
    const double bounded = std::min(grown, static_cast<double>(longest.count()));
    const double spread = bounded * (1.0 + jitter * (2.0 * std::clamp(chance, 0.0, 1.0) - 1.0));
    return milliseconds{std::llround(spread)};
}

milliseconds untilNextMinute(const ResponseHead &head, double chance)
{
    const Instant serverNow =
        parseHttpDate(head.headers.value("Date"), head.receivedAt).value_or(head.receivedAt);
    const Instant next = std::chrono::floor<std::chrono::minutes>(serverNow) + std::chrono::minutes{1};
    const milliseconds extra{1000 + std::llround(4000 * std::clamp(chance, 0.0, 1.0))};
    return (next - serverNow) + extra;
}

double randomChance()
{
    return QRandomGenerator::system()->generateDouble();
}

} // namespace waybill::http
