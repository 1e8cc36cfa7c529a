// SPDX-License-Identifier: Apache-2.0
#include "http/retry_after.h"

#include <QList>

#include <algorithm>
#include <array>

/// The three forms of RFC 9110 5.6.7, read word by word. Qt reads only the third (QT-06).
namespace waybill::http {
namespace {

using namespace std::chrono;

struct Parts {
    std::optional<int> day;
    std::optional<int> month;
    std::optional<int> year;
    bool shortYear = false; ///< two digits, RFC 850
    std::optional<seconds> time;
};

std::optional<int> number(QByteArrayView text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.isEmpty() || text.size() > 4 ? std::nullopt : std::optional(value);
}

/// 1 to 12; the first three letters count, in any case.
std::optional<int> monthOf(QByteArrayView word)
{
    static constexpr std::array kNames = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3)
        return std::nullopt;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (word.first(3).compare(QByteArrayView(kNames.at(i)), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

std::optional<seconds> timeOf(const QByteArray &word)
{
    const QList<QByteArray> fields = word.split(':');
    if (fields.size() != 3)
        return std::nullopt;
    const auto h = number(fields.at(0));
    const auto m = number(fields.at(1));
    const auto s = number(fields.at(2));
    // 60: a leap second is grammar, and counts as the next minute's first.
    if (!h || !m || !s || *h > 23 || *m > 59 || *s > 60)
        return std::nullopt;
    return hours{*h} + minutes{*m} + seconds{*s};
}

bool isZeroZone(const QByteArray &word)
{
    const QByteArray zone = word.toUpper();
    return zone == "GMT" || zone == "UTC" || zone == "Z" || zone == "+0000" || zone == "-0000";
}

bool isWeekday(const QByteArray &word)
{
    static constexpr std::array kNames = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    return std::any_of(kNames.begin(), kNames.end(), [&](const char *name) {
        return QByteArrayView(word)
                   .first(std::min<qsizetype>(3, word.size()))
                   .compare(QByteArrayView(name), Qt::CaseInsensitive)
            == 0;
    });
}

/// False for a word that has no place in a date. `first`: only there a weekday may stand; a wrong one is no
/// fault (HT-04).
bool readWord(const QByteArray &word, bool first, Parts &parts)
{
    if (first && isWeekday(word) && !monthOf(word))
        return true;
    if (word.contains(':') && !parts.time) {
        parts.time = timeOf(word);
        return parts.time.has_value();
    }
    if (!parts.month && monthOf(word)) {
        parts.month = monthOf(word);
        return true;
    }
    const auto value = number(word);
    if (value && !parts.day && word.size() <= 2) {
        parts.day = value;
        return true;
    }
    if (value && !parts.year && (word.size() == 2 || word.size() == 4)) {
        parts.year = value;
        parts.shortYear = word.size() == 2;
        return true;
    }
    return parts.time && isZeroZone(word);
}

/// Two digits mean the year nearest to now that is not more than 50 years ahead (RFC 9110 5.6.7).
int fullYear(int shortYear, Instant now)
{
    const int thisYear = static_cast<int>(year_month_day{floor<days>(now)}.year());
    const int year = thisYear - thisYear % 100 + shortYear;
    if (year > thisYear + 50)
        return year - 100;
    return year <= thisYear - 50 ? year + 100 : year;
}

} // namespace

std::optional<Instant> parseHttpDate(QByteArrayView text, Instant now)
{
    if (text.size() > 64)
        return std::nullopt;
    QByteArray clean = text.toByteArray();
    clean.replace(',', ' ');
    // RFC 850 joins day, month and year with '-'; a zone such as "-0000" starts with one.
    for (qsizetype i = 1; i + 1 < clean.size(); ++i) {
        if (clean.at(i) == '-' && clean.at(i - 1) != ' ')
            clean[i] = ' ';
    }
    Parts parts;
    bool first = true;
    for (const QByteArray &word : clean.simplified().split(' ')) {
        if (!readWord(word, first, parts))
            return std::nullopt;
        first = false;
    }
    if (!parts.day || !parts.month || !parts.year || !parts.time)
        return std::nullopt;
    const int fullYearValue = parts.shortYear ? fullYear(*parts.year, now) : *parts.year;
    const year_month_day date{year{fullYearValue}, month{static_cast<unsigned>(*parts.month)},
        day{static_cast<unsigned>(*parts.day)}};
    if (!date.ok())
        return std::nullopt;
    return Instant{sys_days{date}} + *parts.time;
}

} // namespace waybill::http
