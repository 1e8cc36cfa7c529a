// SPDX-License-Identifier: Apache-2.0
#include "exports/pacing.h"
#include "machine_fixture.h"

using namespace waybill;
using namespace waybill::exports;
using namespace waybill::exports::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

class TestPacing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theServersWordDecides_data() // HT-01 to HT-08
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("wait");
        QTest::addColumn<bool>("obeyed");
        QTest::newRow("seconds") << QByteArray("120") << 120 << true;
        QTest::newRow("one second, below our interval") << QByteArray("1") << 1 << true;
        QTest::newRow("hours") << QByteArray("18000") << 18000 << true;
        QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:51:37 GMT") << 120 << true;
        QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:51:37 GMT") << 120 << true;
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:51:37 1994") << 120 << true;
        QTest::newRow("zero") << QByteArray("0") << 5 << false;
        QTest::newRow("past date") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << 5 << false;
        QTest::newRow("negative") << QByteArray("-5") << 30 << false;
        QTest::newRow("fraction") << QByteArray("12.5") << 30 << false;
        QTest::newRow("word") << QByteArray("soon") << 30 << false;
        QTest::newRow("list") << QByteArray("120, 60") << 30 << false;
    }
    void theServersWordDecides()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, wait);
        QFETCH(bool, obeyed);
        // Local clock far away from the server's: dates count from its own Date (HT-06).
        const auto answer =
            response(202, {}, {{"Retry-After", retryAfter}, {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}});
        const Pace pace = paceAfter(rules(), answer.head, 1, true, {kNow, 0.0});
        QCOMPARE(pace.wait.until - pace.wait.since, milliseconds{seconds{wait}});
        QCOMPARE(pace.obeyed, obeyed);
        QVERIFY(!pace.wait.reason.isEmpty());
    }

    void receiptCountsNotTheTimeWeGotRoundToIt() // HT-01
    {
        auto answer = response(202, {}, {{"Retry-After", "120"}});
        answer.head.receivedAt = kNow - seconds{20};
        QCOMPARE(paceAfter(rules(), answer.head, 1, true, {kNow, 0.0}).wait.until, kNow + seconds{100});
    }

    void everyStatusThatMayCarryItIsObeyed_data() // HT-08
    {
        QTest::addColumn<int>("status");
        for (const int status : {202, 429, 503, 500, 502, 302})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void everyStatusThatMayCarryItIsObeyed()
    {
        QFETCH(int, status);
        const auto answer = response(status, {}, {{"Retry-After", "17"}});
        QCOMPARE(paceAfter(rules(), answer.head, 1, true, {kNow, 0.0}).wait.until, kNow + seconds{17});
    }

    void theBackoffGrowsAndIsSpread() // BD-061
    {
        const auto answer = response(202);
        const auto wait = [&](int tries, double random) {
            return paceAfter(rules(), answer.head, tries, true, {kNow, random}).wait.until - kNow;
        };
        QCOMPARE(wait(1, 0), milliseconds{30'000});
        QCOMPARE(wait(2, 0), milliseconds{60'000});
        QCOMPARE(wait(3, 0), milliseconds{120'000});
        QCOMPARE(wait(9, 0), milliseconds{300'000});
        QVERIFY(
            wait(1, 0.99) > milliseconds{32'000} && wait(1, 0.99) <= milliseconds{33'000}); // never earlier
        QCOMPARE(wait(100000, 0), milliseconds{300'000});
    }

    void rulesComeFromThePractice()
    {
        practices::Profile profile;
        profile.fhirBaseUrl = kBase;
        QCOMPARE(rulesFor(profile).minimumInterval, seconds{5});
        profile.vendor = QStringLiteral("eclinicalworks");
        QCOMPARE(rulesFor(profile).minimumInterval, seconds{30});
        QVERIFY(rulesFor(profile).ecw);
        profile.fhirBaseUrl = QUrl(QStringLiteral("http://127.0.0.1:8080/fhir"));
        QCOMPARE(rulesFor(profile).minimumInterval, seconds{1});
        profile.bulkDataVersion = QStringLiteral("4.0.0");
        QVERIFY(rulesFor(profile).post);
    }
};

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
