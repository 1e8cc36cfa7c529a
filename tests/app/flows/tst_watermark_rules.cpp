// SPDX-License-Identifier: Apache-2.0
#include "flows/watermark_rules.h"

#include <QTest>

using namespace waybill;
using namespace waybill::flows;

namespace {

const QString kPatient = QStringLiteral("Patient");
const QString kCondition = QStringLiteral("Condition");
const QString kOld = QStringLiteral("2026-06-01T00:00:00.000Z");
const QString kNew = QStringLiteral("2026-06-24T03:14:07.123456789Z");
const Instant kNow{std::chrono::milliseconds{1'782'270'900'000}}; // 2026-06-24T03:15:00Z

WatermarkCase good()
{
    WatermarkCase given;
    given.types = {kPatient, kCondition};
    given.since = kOld;
    given.transactionTime = kNew;
    given.current = {{kPatient, kOld}, {kCondition, kOld}};
    given.allVerified = true;
    given.now = kNow;
    return given;
}

bool staysAsItIs(const WatermarkDecision &decision)
{
    for (const WatermarkMove &move : decision.marks) {
        if (move.from != move.to)
            return false;
    }
    return !decision.moves;
}

} // namespace

class TestWatermarkRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void afterFullSuccessItMovesByteForByte() // BD-033, BD-180
    {
        const WatermarkDecision decision = decideWatermarks(good());
        QVERIFY(decision.moves);
        QCOMPARE(decision.marks.value(kPatient), (WatermarkMove{kOld, kNew}));
        QCOMPARE(decision.marks.value(kCondition), (WatermarkMove{kOld, kNew}));
        QVERIFY(!decision.reason.isEmpty());
    }

    void aBaselineGivesTypesTheirFirst() // BD-181
    {
        WatermarkCase given = good();
        given.since.clear();
        given.current.clear();
        const WatermarkDecision decision = decideWatermarks(given);
        QVERIFY(decision.moves);
        QCOMPARE(decision.marks.value(kPatient), (WatermarkMove{{}, kNew}));
    }

    void aTypeTheTokenDoesNotCoverHoldsItBack() // SB-056: the server may have left it out without a word
    {
        WatermarkCase given = good();
        given.unreadable = {kCondition};
        const WatermarkDecision decision = decideWatermarks(given);
        QVERIFY(staysAsItIs(decision));
        QVERIFY(decision.reason.contains(kCondition));
        QVERIFY(decision.acceptable); // for the others
        QCOMPARE(acceptedMarks(given).value(kPatient).to, kNew);
        QCOMPARE(acceptedMarks(given).value(kCondition).to, kOld);
        given.unreadable = {kCondition, kPatient};
        QVERIFY(!decideWatermarks(given).acceptable);
    }

    void theMomentMayBeTheSame()
    {
        WatermarkCase given = good();
        given.transactionTime = QStringLiteral("2026-06-01T00:00:00Z");
        QVERIFY(decideWatermarks(given).moves);
    }

    void itStays_data()
    {
        QTest::addColumn<QString>("why");
        QTest::addColumn<bool>("questionable");
        QTest::addColumn<bool>("acceptable");
        QTest::newRow("a file is missing") << "missing" << false << false; // BD-182
        QTest::newRow("the server reported errors") << "errors" << false << true; // BD-111
        QTest::newRow("narrowed") << "narrowed" << false << false; // BD-037
        QTest::newRow("no transactionTime") << "none" << true << false; // BD-101
        QTest::newRow("unreadable transactionTime") << "junk" << true << false; // BD-184
        QTest::newRow("a date only") << "date" << true << false;
        QTest::newRow("older than the watermark") << "older" << true << false; // BD-121, BD-183
        QTest::newRow("older than one type's watermark") << "older-one" << true << false;
        QTest::newRow("in the future") << "future" << true << true; // BD-121
        QTest::newRow("began after the watermark") << "gap" << false << false;
        QTest::newRow("began somewhere, no watermark") << "gap-none" << false << false;
    }
    void itStays()
    {
        QFETCH(QString, why);
        QFETCH(bool, questionable);
        QFETCH(bool, acceptable);
        WatermarkCase given = good();
        if (why == QLatin1String("missing"))
            given.allVerified = false;
        else if (why == QLatin1String("errors"))
            given.seriousErrors = true;
        else if (why == QLatin1String("narrowed"))
            given.narrowed = true;
        else if (why == QLatin1String("none"))
            given.transactionTime.clear();
        else if (why == QLatin1String("junk"))
            given.transactionTime = QStringLiteral("yesterday");
        else if (why == QLatin1String("date"))
            given.transactionTime = QStringLiteral("2026-06-24");
        else if (why == QLatin1String("older"))
            given.transactionTime = QStringLiteral("2026-05-31T23:59:59.999Z");
        else if (why == QLatin1String("older-one"))
            given.current.insert(kCondition, QStringLiteral("2026-06-25T00:00:00Z"));
        else if (why == QLatin1String("future"))
            given.transactionTime = QStringLiteral("2026-06-24T03:25:01Z");
        else if (why == QLatin1String("gap"))
            given.since = QStringLiteral("2026-06-10T00:00:00Z");
        else
            given.current.clear();
        const WatermarkDecision decision = decideWatermarks(given);
        QVERIFY(staysAsItIs(decision));
        QCOMPARE(decision.questionable, questionable);
        QCOMPARE(decision.acceptable, acceptable);
        QVERIFY(decision.reason.startsWith(QStringLiteral("The watermark stays")));
    }

    void tenMinutesAreForgiven() // BD-121
    {
        WatermarkCase given = good();
        given.transactionTime = QStringLiteral("2026-06-24T03:24:59Z");
        QVERIFY(decideWatermarks(given).moves);
    }

    void theServersOwnClockCounts() // ours is an hour slow
    {
        WatermarkCase given = good();
        given.now = kNow - std::chrono::hours{1};
        QVERIFY(!decideWatermarks(given).moves);
        given.serverTime = kNow;
        QVERIFY(decideWatermarks(given).moves);
    }

    void offsetsAreCompared() // reliability 5.29
    {
        WatermarkCase given = good();
        given.current = {{kPatient, QStringLiteral("2026-06-24T08:44:07.2+05:30")}}; // 03:14:07.2Z
        given.types = {kPatient};
        given.since = given.current.value(kPatient);
        QVERIFY(decideWatermarks(given).questionable); // .123 is before .2
        given.transactionTime = QStringLiteral("2026-06-24T03:14:07.2000000001Z");
        QVERIFY(decideWatermarks(given).moves);
    }

    void onlyTypesWithoutAHoleMove()
    {
        WatermarkCase given = good();
        given.since = QStringLiteral("2026-06-10T00:00:00Z"); // a custom start
        given.current = {{kPatient, QStringLiteral("2026-06-15T00:00:00Z")}, {kCondition, kOld}};
        const WatermarkDecision decision = decideWatermarks(given);
        QVERIFY(decision.moves);
        QCOMPARE(decision.marks.value(kPatient).to, kNew); // everything since the 15th is here
        QCOMPARE(decision.marks.value(kCondition).to, kOld); // 1st to 10th is not
    }

    void anExportWithoutTypesHasAWatermarkOfItsOwn()
    {
        WatermarkCase given = good();
        given.types.clear();
        given.since.clear();
        given.current.clear();
        const WatermarkDecision decision = decideWatermarks(given);
        QVERIFY(decision.moves);
        QCOMPARE(decision.marks.keys(), QStringList{QString()});
    }

    void aPersonsConsentMovesWhatWouldHaveMoved() // BD-111
    {
        WatermarkCase given = good();
        given.seriousErrors = true;
        const auto marks = acceptedMarks(given);
        QCOMPARE(marks.value(kPatient), (WatermarkMove{kOld, kNew}));
    }
};

QTEST_GUILESS_MAIN(TestWatermarkRules)
#include "tst_watermark_rules.moc"
