// SPDX-License-Identifier: Apache-2.0
#include "http/request_budget.h"

#include "http/minute_counter.h"

#include <QCryptographicHash>
#include <QDir>

#include <algorithm>
#include <limits>
#include <mutex>

namespace waybill::http {
namespace {

constexpr std::uint32_t kClosed = std::numeric_limits<std::uint32_t>::max();

QString fileFor(const RequestBudget::Settings &settings)
{
    if (settings.directory.isEmpty())
        return {};
    const QByteArray name =
        QCryptographicHash::hash(settings.practice.toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
    return QDir(settings.directory).filePath(QStringLiteral("requests-%1.count").arg(QLatin1String(name)));
}

} // namespace

struct RequestBudget::Private {
    const Clock &clock;
    Settings settings;
    std::mutex mutex;
    MinuteCounter counter;

    std::int64_t minute() const
    {
        return std::chrono::floor<std::chrono::minutes>(clock.now()).time_since_epoch().count();
    }
};

RequestBudget::RequestBudget(const Clock &clock, const Settings &settings)
    : d(new Private{clock, settings, {}, MinuteCounter(fileFor(settings))})
{
}

RequestBudget::~RequestBudget() = default;

std::chrono::milliseconds RequestBudget::take()
{
    const std::lock_guard lock(d->mutex);
    const std::int64_t minute = d->minute();
    bool granted = true;
    d->counter.update(minute, [&](std::uint32_t used) {
        const auto limit = static_cast<std::uint32_t>(std::max(d->settings.perMinute, 0));
        granted = used != kClosed && (limit == 0 || used < limit);
        return granted ? used + 1 : used;
    });
    if (granted)
        return {};
    const Instant next{std::chrono::minutes{minute + 1}};
    // Half a second into the new minute: the server's clock need not agree with ours to the millisecond.
    return (next - d->clock.now()) + std::chrono::milliseconds{500};
}

void RequestBudget::closeThisMinute()
{
    const std::lock_guard lock(d->mutex);
    d->counter.update(d->minute(), [](std::uint32_t) { return kClosed; });
}

int RequestBudget::perMinute() const
{
    return d->settings.perMinute;
}

int RequestBudget::usedThisMinute() const
{
    const std::lock_guard lock(d->mutex);
    std::uint32_t seen = 0;
    d->counter.update(d->minute(), [&seen](std::uint32_t used) {
        seen = used;
        return used;
    });
    return seen == kClosed ? d->settings.perMinute : static_cast<int>(seen);
}

} // namespace waybill::http
