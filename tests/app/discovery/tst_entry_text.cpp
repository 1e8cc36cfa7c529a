// SPDX-License-Identifier: Apache-2.0
#include "discovery/entry_text.h"

#include <QTest>

using namespace waybill::discovery;

class TestEntryText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreMadeFitToShow_data() // EC-026, F-133
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &raw, const QString &shown) {
            QTest::newRow(name) << raw << shown;
        };
        row("an entity", QStringLiteral("Kidney &amp; Hypertension"),
            QStringLiteral("Kidney & Hypertension"));
        row("a lone ampersand and a semicolon", QStringLiteral("Brain & Spine; Stanley H Kim MD PA"),
            QStringLiteral("Brain & Spine; Stanley H Kim MD PA"));
        row("decimal and hex", QStringLiteral("O&#39;Brien &#x26; Co"), QStringLiteral("O'Brien & Co"));
        row("accents", QStringLiteral("Casta&ntilde;er"), QStringLiteral("Casta\u00F1er"));
        row("beyond the basic plane", QStringLiteral("a&#128512;b"), QString::fromUcs4(U"a\U0001F600b"));
        row("decoded once", QStringLiteral("&amp;lt;b&amp;gt;"), QStringLiteral("&lt;b&gt;"));
        row("markup stays text", QStringLiteral("<img src=x>"), QStringLiteral("<img src=x>"));
        row("unknown entity", QStringLiteral("a &bogus; b"), QStringLiteral("a &bogus; b"));
        row("not a character", QStringLiteral("a&#xD800;b &#0; &#1114112;"),
            QStringLiteral("a&#xD800;b &#0; &#1114112;"));
        row("an escaped control", QStringLiteral("a&#27;[31mb"), QStringLiteral("a\uFFFD[31mb"));
        row("right-to-left override", QStringLiteral("abc\u202Ecba"), QStringLiteral("abc\uFFFDcba"));
        row("percent escapes", QStringLiteral("Synergy%20Ortho%20TEST"),
            QStringLiteral("Synergy Ortho TEST"));
        row("a percentage", QStringLiteral("100% Health Care"), QStringLiteral("100% Health Care"));
        row("runs of spaces", QStringLiteral(" A \n  B "), QStringLiteral("A B"));
        row("nothing", QString(), QString());
    }
    void namesAreMadeFitToShow()
    {
        QFETCH(QString, raw);
        QFETCH(QString, shown);
        QCOMPARE(displayText(raw), shown);
    }

    void testSystemsAreRecognised_data() // EC-025; every name is from a published list
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTest");
        for (const char *name : {"Test Facility", "zzTest", "zz Test Facility", "Test_8080_Tammy Spear",
                 "Train_Unity Health Care Inc", "Concerto Healthcare, INC---TEST---", "Ideal Option----TEST",
                 "Group One Demo Database", "Advocare LLC_TEST1", "WellMed Test3", "FHIR R4 Prodtest EMR",
                 "FHIR R4 Sandbox EMR", "Synergy Ortho TEST", "CAS Test", "TEST-Meharry"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char *name :
            {"Gastrointestinal Associates", "Habersham Primary Care Demorest GA", "Allergy Testing Center",
                "Trainor Family Medicine", "Attestation Health", "Democratic Clinic", "Pizza Medical"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
    void testSystemsAreRecognised()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTest);
        QCOMPARE(looksLikeTest(name), isTest);
    }
};

QTEST_GUILESS_MAIN(TestEntryText)
#include "tst_entry_text.moc"
