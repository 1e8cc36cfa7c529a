// SPDX-License-Identifier: Apache-2.0
#include "http/backoff.h"
#include "http/retry_after.h"

#include <QTest>

using namespace waybill;
using namespace waybill::http;
using namespace std::chrono_literals;

namespace {

Instant at(int year, unsigned month, unsigned day, std::chrono::seconds time)
{
    using namespace std::chrono;
    return Instant{sys_days{
               year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}}}
    + time;
}

const Instant kNow = at(2026, 11, 23, 10h + 15min + 20s);

ResponseHead headWith(const QList<QByteArray> &retryAfterFields, const QByteArray &date = {})
{
    ResponseHead head;
    head.status = 429;
    head.receivedAt = kNow;
    for (const QByteArray &field : retryAfterFields)
        head.headers.add("retry-after", field);
    if (!date.isEmpty())
        head.headers.add("Date", date);
    return head;
}

} // namespace

/// HT-01 to HT-08, F-022, EC-005.
class TestRetryAfter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dates_are_read_in_every_form_data();
    void dates_are_read_in_every_form();
    void what_is_no_date_is_refused_data();
    void what_is_no_date_is_refused();
    void two_digit_years_lie_at_most_fifty_years_ahead();
    void the_field_gives_a_delay_data();
    void the_field_gives_a_delay();
    void a_date_is_measured_by_the_servers_own_clock();
    void of_two_fields_the_larger_counts();
    void skew_is_the_servers_time_minus_ours();
    void backoff_doubles_up_to_its_limit_with_jitter();
    void without_a_word_the_next_clock_minute_is_waited_for();
};

void TestRetryAfter::dates_are_read_in_every_form_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("HT-02 IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT");
    QTest::newRow("HT-02 RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT");
    QTest::newRow("HT-02 asctime") << QByteArray("Sun Nov  6 08:49:37 1994");
    QTest::newRow("HT-04 zone +0000") << QByteArray("Sun, 06 Nov 1994 08:49:37 +0000");
    QTest::newRow("HT-04 zone -0000") << QByteArray("Sun, 06 Nov 1994 08:49:37 -0000");
    QTest::newRow("HT-04 zone UTC") << QByteArray("Sun, 06 Nov 1994 08:49:37 UTC");
    QTest::newRow("HT-04 no zone") << QByteArray("Sun, 06 Nov 1994 08:49:37");
    QTest::newRow("HT-04 one-digit day") << QByteArray("Sun, 6 Nov 1994 08:49:37 GMT");
    QTest::newRow("HT-04 lower case") << QByteArray("sun, 06 nov 1994 08:49:37 gmt");
    QTest::newRow("HT-04 no weekday") << QByteArray("06 Nov 1994 08:49:37 GMT");
    QTest::newRow("HT-04 wrong weekday") << QByteArray("Mon, 06 Nov 1994 08:49:37 GMT");
    QTest::newRow("HT-04 blanks around") << QByteArray("  Sun, 06 Nov 1994 08:49:37 GMT ");
}

void TestRetryAfter::dates_are_read_in_every_form()
{
    QFETCH(QByteArray, text);
    const auto read = parseHttpDate(text, kNow);
    QVERIFY(read);
    QCOMPARE(toDateTime(*read).toString(Qt::ISODate), QStringLiteral("1994-11-06T08:49:37Z"));
}

void TestRetryAfter::what_is_no_date_is_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "0", "soon", "Sun", "2026-11-23T10:15:20Z", "Sun, 31 Feb 2026 08:49:37 GMT",
             "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:49:37 EST", "Sun, 06 Nov 1994 08:49 GMT",
             "Sun, 06 Nov 1994 08:49:37 GMT, Mon, 07 Nov 1994 08:49:37 GMT", "06 Foo 1994 08:49:37 GMT",
             "-1 Nov 1994 08:49:37 GMT"})
        QTest::newRow(text) << QByteArray(text);
}

void TestRetryAfter::what_is_no_date_is_refused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseHttpDate(text, kNow));
}

void TestRetryAfter::two_digit_years_lie_at_most_fifty_years_ahead() // HT-03
{
    const auto yearOf = [](const QByteArray &digits) {
        const auto read = parseHttpDate("Sunday, 06-Nov-" + digits + " 08:49:37 GMT", kNow);
        return read ? toDateTime(*read).date().year() : 0;
    };
    QCOMPARE(yearOf("76"), 2076);
    QCOMPARE(yearOf("77"), 1977);
    QCOMPARE(yearOf("26"), 2026);
    QCOMPARE(yearOf("00"), 2000);
}

void TestRetryAfter::the_field_gives_a_delay_data()
{
    using K = RetryAfter::Kind;
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("seconds");
    const auto row = [](const char *name, const char *field, K kind, qint64 seconds) {
        QTest::newRow(name) << QByteArray(field) << int(kind) << seconds;
    };
    row("HT-01 seconds", "120", K::Delay, 120);
    row("HT-01 with blanks", " 120 ", K::Delay, 120);
    row("HT-05 zero", "0", K::Delay, 0);
    row("HT-05 date in the past", "Sun, 06 Nov 1994 08:49:37 GMT", K::Delay, 0);
    row("HT-01 date", "Mon, 23 Nov 2026 10:17:20 GMT", K::Delay, 120);
    row("BD-062 five hours", "18000", K::Delay, 18000);
    row("HT-07 negative", "-5", K::Invalid, 0);
    row("HT-07 fraction", "12.5", K::Invalid, 0);
    row("HT-07 exponent", "1e3", K::Invalid, 0);
    row("HT-07 empty", "", K::Invalid, 0);
    row("HT-07 word", "soon", K::Invalid, 0);
    row("HT-07 list", "120, 60", K::Invalid, 0);
    row("HT-07 beyond 64 bits", "99999999999999999999", K::Invalid, 0);
    row("HT-07 epoch seconds", "1795428920", K::Invalid, 0);
    row("HT-07 epoch milliseconds", "1795428920000", K::Invalid, 0);
    row("HT-07 capped", "100000", K::Delay, 86400);
    row("HT-07 date next year is capped", "Tue, 23 Nov 2027 10:17:20 GMT", K::Delay, 86400);
}

void TestRetryAfter::the_field_gives_a_delay()
{
    QFETCH(QByteArray, field);
    QFETCH(int, kind);
    QFETCH(qint64, seconds);
    const RetryAfter read = retryAfter(headWith({field}));
    QCOMPARE(int(read.kind), kind);
    QCOMPARE(qint64(read.delay.count()), seconds);
    QCOMPARE(read.raw, field);
    QCOMPARE(read.capped, QByteArray(QTest::currentDataTag()).contains("capped"));
    QCOMPARE(retryAfter(headWith({})).kind, RetryAfter::Kind::Absent);
}

void TestRetryAfter::a_date_is_measured_by_the_servers_own_clock() // HT-06
{
    // Our clock is an hour ahead of the server's: 120 s stay 120 s.
    const auto head = headWith({"Mon, 23 Nov 2026 09:17:20 GMT"}, "Mon, 23 Nov 2026 09:15:20 GMT");
    QCOMPARE(retryAfter(head).delay, 120s);
    QCOMPARE(retryAfter(headWith({"Mon, 23 Nov 2026 10:16:20 GMT"}, "nonsense")).delay, 60s);
}

void TestRetryAfter::of_two_fields_the_larger_counts() // HT-07
{
    QCOMPARE(retryAfter(headWith({"60", "120"})).delay, 120s);
    QCOMPARE(retryAfter(headWith({"120", "60"})).delay, 120s);
    QCOMPARE(retryAfter(headWith({"soon", "60"})).delay, 60s);
    QCOMPARE(retryAfter(headWith({"60", "soon"})).delay, 60s);
}

void TestRetryAfter::skew_is_the_servers_time_minus_ours()
{
    QCOMPARE(clockSkew(headWith({}, "Mon, 23 Nov 2026 10:16:20 GMT")), std::optional(60000ms));
    QCOMPARE(clockSkew(headWith({}, "Mon, 23 Nov 2026 09:15:20 GMT")), std::optional(-3600000ms));
    QVERIFY(!clockSkew(headWith({})));
}

void TestRetryAfter::backoff_doubles_up_to_its_limit_with_jitter()
{
    const Backoff backoff{2000ms, 2.0, 30s, 0.2};
    QCOMPARE(backoff.delay(1, 0.5), 2000ms);
    QCOMPARE(backoff.delay(2, 0.5), 4000ms);
    QCOMPARE(backoff.delay(5, 0.5), 30000ms);
    QCOMPARE(backoff.delay(100000, 0.5), 30000ms);
    QCOMPARE(backoff.delay(1, 0.0), 1600ms);
    QCOMPARE(backoff.delay(1, 1.0), 2400ms);
    QCOMPARE(backoff.delay(0, 0.5), 2000ms);
    const double chance = randomChance();
    QVERIFY(chance >= 0.0 && chance < 1.0);
}

void TestRetryAfter::without_a_word_the_next_clock_minute_is_waited_for() // EC-005
{
    QCOMPARE(untilNextMinute(headWith({}), 0.0), 41000ms); // 10:15:20 to 10:16:01
    QCOMPARE(untilNextMinute(headWith({}), 1.0), 45000ms);
    QCOMPARE(untilNextMinute(headWith({}, "Mon, 23 Nov 2026 10:15:50 GMT"), 0.0), 11000ms);
}

QTEST_APPLESS_MAIN(TestRetryAfter)
#include "tst_retry_after.moc"
