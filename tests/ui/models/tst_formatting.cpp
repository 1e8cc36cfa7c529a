// SPDX-License-Identifier: Apache-2.0
#include "models/formatting.h"

#include <QLocale>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using namespace std::chrono_literals;

class TestFormatting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMomentNamesTheDayWhenItIsNotToday()
    {
        const Instant now{std::chrono::milliseconds{1'782'270'847'000}}; // 2026-06-24T03:14:07Z
        QCOMPARE(momentText(now + std::chrono::hours{5}, now), QStringLiteral("at 08:14:07"));
        QCOMPARE(momentText(now + std::chrono::hours{21}, now), QStringLiteral("tomorrow at 00:14"));
        QCOMPARE(momentText(now + std::chrono::hours{49}, now), QStringLiteral("on 2026-06-26 at 04:14"));
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sizesAreRoundedAndTheExactOneIsKept()
    {
        QCOMPARE(sizeText({999}), QStringLiteral("999 bytes"));
        QCOMPARE(sizeText({4'200'123'456}), QStringLiteral("4.2 GB"));
        QCOMPARE(exactSizeText({4'200'123'456}), QStringLiteral("4,200,123,456 bytes"));
        QCOMPARE(rateText(12'300'000), QStringLiteral("12.3 MB/s"));
        QCOMPARE(rateText(0), QString());
        QCOMPARE(countText(1'882'000), QStringLiteral("1,882,000"));
    }

    void durationsSayWhatMatters()
    {
        QCOMPARE(durationText(42s), QStringLiteral("42 s"));
        QCOMPARE(durationText(18min + 40s), QStringLiteral("18 min"));
        QCOMPARE(durationText(2h + 5min), QStringLiteral("2 h 5 min"));
        QCOMPARE(durationText(76h), QStringLiteral("3 d 4 h"));
        QCOMPARE(durationText(-5s), QStringLiteral("0 s"));
    }

    void aCountdownShowsHoursOnlyWhenThereAreSome() // BD-062
    {
        QCOMPARE(clockText(72s), QStringLiteral("1:12"));
        QCOMPARE(clockText(18000s), QStringLiteral("5:00:00"));
        QCOMPARE(clockText(-3s), QStringLiteral("0:00"));
    }

    void whatIsLeftIsRoundedUpSoThatZeroMeansDue()
    {
        const Instant now{1'000'000ms};
        QCOMPARE(secondsLeft(now + 1500ms, now), 2s);
        QCOMPARE(secondsLeft(now, now), 0s);
        QCOMPARE(secondsLeft(now - 10s, now), 0s);
    }

    void instantsAreShownLocallyAndExactlyInUtc()
    {
        const Instant moment =
            toInstant(QDateTime::fromString(QStringLiteral("2026-06-24T03:14:07Z"), Qt::ISODate));
        QCOMPARE(timeText(moment), QStringLiteral("03:14:07")); // the tests run in UTC
        QCOMPARE(dateTimeText(moment), QStringLiteral("2026-06-24 03:14"));
        QCOMPARE(utcText(moment), QStringLiteral("2026-06-24T03:14:07Z"));
    }
};

QTEST_GUILESS_MAIN(TestFormatting)
#include "tst_formatting.moc"
