// SPDX-License-Identifier: Apache-2.0
#include "ndjson/fhir_date.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstring>
#include <string_view>

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

using namespace std::string_view_literals;

/// The last four bytes of all names of date elements; "end" with a byte in front of it that is no letter.
constexpr std::array kEndings{"Date"sv, "date"sv, "Time"sv, "tant"sv, "ated"sv, "sued"sv, "edOn"sv, "ored"sv,
    "rded"sv, "sent"sv, "ived"sv, "tart"sv, "tamp"sv, "\0end"sv};

constexpr std::uint32_t wordOf(std::string_view four)
{
    std::uint32_t word = 0;
    for (std::size_t i = 4; i > 0; --i)
        word = word << 8U | static_cast<unsigned char>(four[i - 1]);
    return word;
}

/// Found by trial: it sends each ending to a place of its own.
constexpr std::uint32_t placeOf(std::uint32_t word)
{
    return static_cast<std::uint32_t>(word * 0x4b63e0efU) >> 28U;
}

constexpr std::array<std::uint32_t, 16> kPlaces = [] {
    std::array<std::uint32_t, 16> places{};
    for (const std::string_view ending : kEndings)
        places[placeOf(wordOf(ending))] = wordOf(ending);
    return places;
}();
static_assert(std::all_of(kEndings.begin(), kEndings.end(),
    [](std::string_view ending) { return kPlaces[placeOf(wordOf(ending))] == wordOf(ending); }));
static_assert(std::endian::native == std::endian::little);

} // namespace

bool mayBeDateElement(const char *keyEnd)
{
    std::uint32_t word = 0;
    std::memcpy(&word, keyEnd - sizeof word, sizeof word);
    return kPlaces[placeOf(word)] == word;
}

bool isDateElement(QByteArrayView key)
{
    constexpr std::array kNames{"date"sv, "issued"sv, "lastUpdated"sv, "authoredOn"sv, "authored"sv,
        "recorded"sv, "created"sv, "sent"sv, "received"sv, "start"sv, "end"sv, "timestamp"sv};
    const std::string_view name(key.data(), static_cast<std::size_t>(key.size()));
    return name.ends_with("Date"sv) || name.ends_with("DateTime"sv) || name.ends_with("Instant"sv)
        || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

} // namespace waybill::ndjson
