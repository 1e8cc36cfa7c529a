// SPDX-License-Identifier: Apache-2.0
#include "models/formatting.h"

#include "models/tone.h"

#include <QCoreApplication>
#include <QLocale>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Formatting)
};

} // namespace

QString sizeText(ByteCount bytes)
{
    return QLocale().formattedDataSize(bytes.value, bytes.value < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString exactSizeText(ByteCount bytes)
{
    return Text::tr("%1 bytes").arg(QLocale().toString(qlonglong{bytes.value}));
}

QString countText(std::int64_t count)
{
    return QLocale().toString(qlonglong{count});
}

QString rateText(double bytesPerSecond)
{
    if (bytesPerSecond < 1)
        return {};
    return Text::tr("%1/s").arg(sizeText({static_cast<std::int64_t>(bytesPerSecond)}));
}

QString durationText(std::chrono::seconds duration)
{
    const auto total = std::max<std::int64_t>(0, duration.count());
    const auto days = total / 86400;
    const auto hours = total / 3600 % 24;
    const auto minutes = total / 60 % 60;
    const QLocale locale;
    if (days > 0)
        return Text::tr("%1 d %2 h").arg(locale.toString(qlonglong{days}), locale.toString(qlonglong{hours}));
    if (hours > 0)
        return Text::tr("%1 h %2 min")
            .arg(locale.toString(qlonglong{hours}), locale.toString(qlonglong{minutes}));
    if (minutes > 0)
        return Text::tr("%1 min").arg(minutes);
    return Text::tr("%1 s").arg(total);
}

QString clockText(std::chrono::seconds left)
{
    const auto total = std::max<std::int64_t>(0, left.count());
    const auto twoDigits = [](std::int64_t value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (total < 3600)
        return QStringLiteral("%1:%2").arg(QString::number(total / 60), twoDigits(total % 60));
    return QStringLiteral("%1:%2:%3")
        .arg(QString::number(total / 3600), twoDigits(total / 60 % 60), twoDigits(total % 60));
}

QString timeText(Instant instant)
{
    return toDateTime(instant).toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

QString momentText(Instant then, Instant now)
{
    const QDateTime local = toDateTime(then).toLocalTime();
    const auto days = toDateTime(now).toLocalTime().date().daysTo(local.date());
    const QString minute = local.toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return Text::tr("at %1").arg(timeText(then));
    return days == 1 ? Text::tr("tomorrow at %1").arg(minute)
                     : Text::tr("on %1 at %2").arg(local.toString(QStringLiteral("yyyy-MM-dd")), minute);
}

QString dateTimeText(Instant instant)
{
    return toDateTime(instant).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString utcText(Instant instant)
{
    return toDateTime(instant).toString(Qt::ISODate);
}

std::chrono::seconds secondsLeft(Instant then, Instant now)
{
    return std::max(std::chrono::seconds{0}, std::chrono::ceil<std::chrono::seconds>(then - now));
}

QString plainToolTip(const QString &text)
{
    // Always rich, always escaped: so Qt never has to guess, and long tips wrap.
    return text.isEmpty()
        ? QString()
        : QStringLiteral("<div style='white-space:pre-wrap'>%1</div>").arg(text.toHtmlEscaped());
}

} // namespace waybill::ui
