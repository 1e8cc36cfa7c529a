// SPDX-License-Identifier: Apache-2.0
#include "sandbox/moment.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cstddef>

namespace waybill::sandbox {

namespace {

using namespace std::chrono;

void appendDigits(std::string &out, std::int64_t value, std::size_t width)
{
    std::array<char, 20> digits{};
    for (std::size_t i = width; i-- > 0;) {
        digits.at(i) = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    out.append(digits.data(), width);
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Moment now()
{
    return floor<milliseconds>(system_clock::now());
}

void appendDate(std::string &out, std::int64_t days)
{
    const year_month_day date{sys_days{std::chrono::days{days}}};
    appendDigits(out, static_cast<int>(date.year()), 4);
    out += '-';
    appendDigits(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendDigits(out, static_cast<unsigned>(date.day()), 2);
}

void appendInstant(std::string &out, Moment moment)
{
    const auto day = floor<days>(moment);
    const auto rest = (moment - day).count();
    appendDate(out, day.time_since_epoch().count());
    out += 'T';
    appendDigits(out, rest / 3'600'000, 2);
    out += ':';
    appendDigits(out, rest / 60'000 % 60, 2);
    out += ':';
    appendDigits(out, rest / 1000 % 60, 2);
    out += '.';
    appendDigits(out, rest % 1000, 3);
    out += 'Z';
}

std::string instantText(Moment moment)
{
    std::string text;
    appendInstant(text, moment);
    return text;
}

std::string httpDate(Moment moment)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toStdString() + " GMT";
}

std::optional<Moment> parseInstant(std::string_view text)
{
    static const QRegularExpression kForm(
        QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$)"));
    const QString string = textOf(text);
    if (!kForm.match(string).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(string, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return Moment{milliseconds{time.toMSecsSinceEpoch()}};
}

std::optional<Moment> parseInstantOrDate(std::string_view text)
{
    if (auto instant = parseInstant(text))
        return instant;
    const QDate date = QDate::fromString(textOf(text), QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return std::nullopt;
    return Moment{milliseconds{date.startOfDay(Qt::UTC).toMSecsSinceEpoch()}};
}

} // namespace waybill::sandbox
