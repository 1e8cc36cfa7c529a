// SPDX-License-Identifier: Apache-2.0
#include "base/fhir_instant.h"

#include <QDate>

namespace waybill {
namespace {

constexpr int kSecondsOfDay = 24 * 60 * 60;

/// Reads the text from the left. Qt::ISODate takes local times, bare dates and 24:00, and cuts the fraction
/// to three digits (QT-07), so it is not used.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }
    QStringView rest() const { return m_rest; }

    bool skip(char16_t expected)
    {
        if (!m_rest.startsWith(QChar(expected)))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    /// Exactly `count` ASCII digits with a value of at least `low` and at most `high`.
    std::optional<int> number(int count, int low, int high)
    {
        const QStringView digits = m_rest.first(std::min<qsizetype>(count, m_rest.size()));
        int value = 0;
        for (const QChar c : digits) {
            if (c < u'0' || c > u'9')
                return std::nullopt;
            value = value * 10 + (c.unicode() - u'0');
        }
        if (digits.size() != count || value < low || value > high)
            return std::nullopt;
        m_rest = m_rest.sliced(count);
        return value;
    }

    QStringView digits()
    {
        qsizetype count = 0;
        while (count < m_rest.size() && m_rest[count] >= u'0' && m_rest[count] <= u'9')
            ++count;
        const QStringView found = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return found;
    }

private:
    QStringView m_rest;
};

std::optional<QDate> readDate(Reader &in)
{
    const auto year = in.number(4, 1, 9999);
    if (!year || !in.skip(u'-'))
        return std::nullopt;
    const auto month = in.number(2, 1, 12);
    if (!month || !in.skip(u'-'))
        return std::nullopt;
    const auto day = in.number(2, 1, 31);
    if (!day)
        return std::nullopt;
    const QDate date(*year, *month, *day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// Seconds since midnight. 60 is a leap second: it counts as the first second of the next minute.
std::optional<int> readTime(Reader &in)
{
    const auto hour = in.number(2, 0, 23);
    if (!hour || !in.skip(u':'))
        return std::nullopt;
    const auto minute = in.number(2, 0, 59);
    if (!minute || !in.skip(u':'))
        return std::nullopt;
    const auto second = in.number(2, 0, 60);
    if (!second)
        return std::nullopt;
    return *hour * 3600 + *minute * 60 + *second;
}

/// Offset from UTC in seconds; FHIR allows -14:00 to +14:00 and `Z`.
std::optional<int> readZone(Reader &in)
{
    if (in.skip(u'Z'))
        return 0;
    const bool negative = in.rest().startsWith(u'-');
    if (!in.skip(u'-') && !in.skip(u'+'))
        return std::nullopt;
    const auto hours = in.number(2, 0, 14);
    if (!hours || !in.skip(u':'))
        return std::nullopt;
    const auto minutes = in.number(2, 0, *hours == 14 ? 0 : 59);
    if (!minutes)
        return std::nullopt;
    const int offset = *hours * 3600 + *minutes * 60;
    return negative ? -offset : offset;
}

} // namespace

std::optional<FhirInstant> FhirInstant::parse(QStringView text)
{
    Reader in(text);
    const auto date = readDate(in);
    if (!date || !in.skip(u'T'))
        return std::nullopt;
    const auto time = readTime(in);
    if (!time)
        return std::nullopt;
    QStringView fraction;
    if (in.skip(u'.')) {
        fraction = in.digits();
        if (fraction.isEmpty())
            return std::nullopt;
    }
    const auto offset = readZone(in);
    if (!offset || !in.atEnd())
        return std::nullopt;
    while (fraction.endsWith(u'0'))
        fraction.chop(1);

    static const qint64 epochDay = QDate(1970, 1, 1).toJulianDay();
    FhirInstant instant;
    instant.m_text = text.toString();
    instant.m_seconds = (date->toJulianDay() - epochDay) * kSecondsOfDay + *time - *offset;
    instant.m_fraction = fraction.toString();
    return instant;
}

Instant FhirInstant::toInstant() const
{
    const QString milliseconds = m_fraction.leftJustified(3, QLatin1Char('0'), true);
    return Instant{std::chrono::seconds{m_seconds} + std::chrono::milliseconds{milliseconds.toInt()}};
}

std::strong_ordering operator<=>(const FhirInstant &a, const FhirInstant &b)
{
    if (a.m_seconds != b.m_seconds)
        return a.m_seconds <=> b.m_seconds;
    // Fractions without trailing zeros compare as text: "5" > "49", "5" < "51", "" < "1".
    return QStringView(a.m_fraction).compare(QStringView(b.m_fraction)) <=> 0;
}

} // namespace waybill
