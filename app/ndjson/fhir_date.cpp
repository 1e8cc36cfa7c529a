// SPDX-License-Identifier: Apache-2.0
#include "ndjson/fhir_date.h"

#include <chrono>
#include <cstring>

namespace waybill::ndjson {
namespace {

using namespace std::chrono;

constexpr std::int64_t kSecond = 1'000'000; ///< in microseconds
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

/// Reads digits and signs from the left.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    {
    }
    bool atEnd() const { return m_at == m_text.size(); }
    bool take(char sign)
    {
        const bool found = m_at < m_text.size() && m_text[m_at] == sign;
        m_at += found ? 1 : 0;
        return found;
    }
    /// Exactly so many digits, or -1.
    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i, ++m_at) {
            if (m_at >= m_text.size() || !isDigit(m_text[m_at]))
                return -1;
            value = value * 10 + (m_text[m_at] - '0');
        }
        return value;
    }
    /// The digits behind a point as microseconds; -1 when there is none. `unit` becomes what one of the last
    /// digit is worth.
    std::int64_t fraction(std::int64_t &unit)
    {
        std::int64_t value = 0;
        unit = kSecond;
        const qsizetype from = m_at;
        for (; m_at < m_text.size() && isDigit(m_text[m_at]); ++m_at) {
            if (unit > 1) { // finer than a microsecond is legal and changes no comparison
                unit /= 10;
                value += (m_text[m_at] - '0') * unit;
            }
        }
        return m_at == from ? -1 : value;
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

std::int64_t dayOf(year_month_day date)
{
    return sys_days(date).time_since_epoch().count() * kDay;
}

/// "Z", "+05:30", "-14:00" as microseconds to subtract.
std::optional<std::int64_t> zone(Cursor &cursor)
{
    if (cursor.take('Z'))
        return 0;
    const bool west = cursor.take('-');
    if (!west && !cursor.take('+'))
        return std::nullopt;
    const int hours = cursor.number(2);
    const bool colon = cursor.take(':');
    const int minutes = cursor.number(2);
    constexpr int kFarthest = 14;
    if (!colon || hours < 0 || hours > kFarthest || minutes < 0 || minutes > 59
        || (hours == kFarthest && minutes > 0))
        return std::nullopt;
    const std::int64_t offset = hours * kHour + minutes * kMinute;
    return west ? -offset : offset;
}

/// Behind the 'T'.
std::optional<FhirDate> withTime(Cursor &cursor, std::int64_t day)
{
    const int hour = cursor.number(2);
    if (hour < 0 || hour > 23 || !cursor.take(':'))
        return std::nullopt;
    const int minute = cursor.number(2);
    if (minute < 0 || minute > 59 || !cursor.take(':'))
        return std::nullopt;
    const int second = cursor.number(2);
    if (second < 0 || second > 60) // 60: a leap second
        return std::nullopt;
    std::int64_t unit = kSecond;
    std::int64_t part = 0;
    if (cursor.take('.')) {
        part = cursor.fraction(unit);
        if (part < 0)
            return std::nullopt;
    }
    const auto offset = zone(cursor);
    if (!offset || !cursor.atEnd())
        return std::nullopt;
    const std::int64_t begin = day + hour * kHour + minute * kMinute + second * kSecond + part - *offset;
    return FhirDate{begin, begin + unit, true};
}

} // namespace

std::optional<FhirDate> parseFhirDate(QByteArrayView text)
{
    Cursor cursor(text);
    const int y = cursor.number(4);
    if (y <= 0)
        return std::nullopt;
    if (cursor.atEnd())
        return FhirDate{dayOf(year{y} / January / 1), dayOf(year{y + 1} / January / 1)};
    if (!cursor.take('-'))
        return std::nullopt;
    const int m = cursor.number(2);
    if (m < 1 || m > 12)
        return std::nullopt;
    const year_month inYear = year{y} / month{static_cast<unsigned>(m)};
    if (cursor.atEnd())
        return FhirDate{dayOf(inYear / 1), dayOf((inYear + months{1}) / 1)};
    if (!cursor.take('-'))
        return std::nullopt;
    const int d = cursor.number(2);
    const year_month_day date = inYear / day{static_cast<unsigned>(d < 0 ? 0 : d)};
    if (!date.ok())
        return std::nullopt;
    if (cursor.atEnd())
        return FhirDate{dayOf(date), dayOf(date) + kDay};
    return cursor.take('T') ? withTime(cursor, dayOf(date)) : std::nullopt;
}

namespace {

/// The eight bytes at `text` each between those of `low` and `high`, which are ASCII.
bool isBetween(const char *text, const char *low, const char *high)
{
    constexpr std::uint64_t kTop =
        0x8080808080808080ULL; // of each byte: what a subtraction borrows shows there
    const auto wordAt = [](const char *from) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, sizeof word);
        return word;
    };
    const std::uint64_t word = wordAt(text);
    if ((word & kTop) != 0)
        return false;
    return (((word | kTop) - wordAt(low)) & ((wordAt(high) | kTop) - word) & kTop) == kTop;
}

/// Never yes for what is wrong; no for the last days of a month, leap seconds and whatever has no time.
bool isPlainDateTime(QByteArrayView text)
{
    constexpr qsizetype kZone = 19; ///< where it or the fraction begins
    const char *const at = text.data();
    if (text.size() <= kZone || !isBetween(at, "0000-00-", "9999-19-")
        || !isBetween(at + 8, "00T00:00", "29T29:59") || !isBetween(at + 11, "00:00:00", "29:59:59"))
        return false;
    const auto number = [at](int i) { return (at[i] - '0') * 10 + at[i + 1] - '0'; };
    if (number(0) + number(2) == 0 || number(5) < 1 || number(5) > 12 || number(8) < 1 || number(8) > 28
        || number(11) > 23)
        return false;
    Cursor rest(text.sliced(kZone));
    std::int64_t unit = kSecond;
    return (!rest.take('.') || rest.fraction(unit) >= 0) && zone(rest) && rest.atEnd();
}

} // namespace

bool isFhirDate(QByteArrayView text)
{
    return isPlainDateTime(text) || parseFhirDate(text);
}

} // namespace waybill::ndjson
