// SPDX-License-Identifier: Apache-2.0
#include "base/fhir_instant.h"

#include <QTest>

using namespace waybill;

namespace {
FhirInstant instant(const char *text)
{
    return *FhirInstant::parse(QString::fromLatin1(text));
}
} // namespace

class TestFhirInstant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAnInstantIsAnInstant_data() // BD-032, QT-07, F-124
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const char *text, bool valid) {
            QTest::newRow(name) << QString::fromUtf8(text) << valid;
        };
        row("UTC", "2026-06-24T03:14:07Z", true);
        row("three digits", "2026-06-24T03:14:07.000Z", true);
        row("nine digits", "2026-06-24T03:14:07.123456789Z", true);
        row("thirty digits", "2026-06-24T03:14:07.123456789012345678901234567890Z", true);
        row("offset", "2026-06-24T03:14:07+05:30", true);
        row("negative offset", "2026-06-24T03:14:07.5-04:00", true);
        row("the largest offset", "2026-06-24T03:14:07+14:00", true);
        row("leap second", "2016-12-31T23:59:60Z", true);
        row("leap day", "2024-02-29T00:00:00Z", true);
        row("date only", "2026-06-24", false);
        row("minutes only", "2026-06-24T03:14Z", false);
        row("no zone", "2026-06-24T03:14:07", false);
        row("no zone with fraction", "2026-06-24T03:14:07.000", false);
        row("a month", "2026-06", false);
        row("no leap day", "2026-02-29T00:00:00Z", false);
        row("hour 24", "2026-06-24T24:00:00Z", false);
        row("second 61", "2026-06-24T03:14:61Z", false);
        row("offset beyond 14:00", "2026-06-24T03:14:07+14:01", false);
        row("offset without a colon", "2026-06-24T03:14:07+0530", false);
        row("offset without minutes", "2026-06-24T03:14:07+05", false);
        row("lower case z", "2026-06-24T03:14:07z", false);
        row("lower case t", "2026-06-24t03:14:07Z", false);
        row("a space for the T", "2026-06-24 03:14:07Z", false);
        row("a plus that became a space", "2026-06-24T03:14:07 05:30", false);
        row("point without digits", "2026-06-24T03:14:07.Z", false);
        row("comma for the point", "2026-06-24T03:14:07,5Z", false);
        row("space before", " 2026-06-24T03:14:07Z", false);
        row("newline behind", "2026-06-24T03:14:07Z\n", false);
        row("year zero", "0000-06-24T03:14:07Z", false);
        row("five-digit year", "12026-06-24T03:14:07Z", false);
        row("month 13", "2026-13-24T03:14:07Z", false);
        row("Arabic-Indic digits", "\u0662026-06-24T03:14:07Z", false);
        row("empty", "", false);
        row("a word", "watermark", false);
    }
    void onlyAnInstantIsAnInstant()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QCOMPARE(isFhirInstant(text), valid);
        if (valid)
            QCOMPARE(FhirInstant::parse(text)->text(), text); // BD-033: kept verbatim
    }

    void everyBeginningOfAnInstantIsRefused()
    {
        const QString whole = QStringLiteral("2026-06-24T03:14:07.123+05:30");
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!isFhirInstant(whole.first(length)), qPrintable(whole.first(length)));
        QVERIFY(isFhirInstant(whole));
    }

    void momentsCompareAcrossZonesAndDigits()
    {
        QCOMPARE(instant("2026-06-24T03:14:07Z"), instant("2026-06-24T08:44:07+05:30"));
        QCOMPARE(instant("2026-06-24T03:14:07Z"), instant("2026-06-23T23:14:07.000-04:00"));
        QCOMPARE(instant("2026-06-24T03:14:07.5Z"), instant("2026-06-24T03:14:07.500000Z"));
        QVERIFY(instant("2026-06-24T03:14:07.5Z") > instant("2026-06-24T03:14:07.49Z"));
        QVERIFY(instant("2026-06-24T03:14:07.5Z") < instant("2026-06-24T03:14:07.51Z"));
        QVERIFY(instant("2026-06-24T03:14:07Z") < instant("2026-06-24T03:14:07.000000001Z"));
        // Beyond the reach of nanoseconds and of a double.
        QVERIFY(
            instant("2026-06-24T03:14:07.1234567890123Z") < instant("2026-06-24T03:14:07.1234567890124Z"));
        QVERIFY(instant("1900-01-01T00:00:00Z") < instant("1969-12-31T23:59:59Z"));
        QCOMPARE(instant("2016-12-31T23:59:60Z"), instant("2017-01-01T00:00:00Z"));
    }

    void arithmeticRoundsDown()
    {
        using namespace std::chrono;
        QCOMPARE(instant("1970-01-01T00:00:01.9999Z").toInstant().time_since_epoch(), milliseconds{1999});
        QCOMPARE(instant("1970-01-01T00:00:01.5Z").toInstant().time_since_epoch(), milliseconds{1500});
        QCOMPARE(instant("1969-12-31T23:59:59.25Z").toInstant().time_since_epoch(), milliseconds{-750});
    }
};

QTEST_GUILESS_MAIN(TestFhirInstant)
#include "tst_fhir_instant.moc"
