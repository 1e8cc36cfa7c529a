// SPDX-License-Identifier: Apache-2.0
#include "discovery/group.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;

class TestGroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theExportValueDependsOnTheVendor() // EC-006
    {
        Group group;
        group.id = QStringLiteral("id-1");
        group.identifiers = {{QStringLiteral("s"), QString()},
            {QStringLiteral("s"), QStringLiteral("uuid-1")}, {{}, QStringLiteral("uuid-2")}};
        QCOMPARE(exportValueFor(group, ecwPreset()), QStringLiteral("uuid-1"));
        QCOMPARE(exportValueFor(group, genericPreset()), QStringLiteral("id-1"));
        group.identifiers.clear();
        QCOMPARE(exportValueFor(group, ecwPreset()), QStringLiteral("id-1"));
    }

    void countsAndNamesInWords() // GD-008
    {
        Group group;
        QCOMPARE(displayName(group), QStringLiteral("(no name)"));
        QCOMPARE(membersText(group), QStringLiteral("unknown"));
        group.members = 0;
        QCOMPARE(membersText(group), QStringLiteral("0 (empty)"));
        group.members = 7;
        QCOMPARE(membersText(group), QStringLiteral("7"));
    }

    void pastedIdsAreCleaned_data() // F-123, BD-008
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("notes");
        QTest::addColumn<bool>("usable");
        const QString id = QStringLiteral("0b1c2d3e-aaaa-bbbb-cccc-0123456789ab");
        const auto row = [](const char *name, const QString &pasted, const QString &value, int notes,
                             bool usable = true) {
            QTest::newRow(name) << pasted << value << notes << usable;
        };
        row("as it is", id, id, 0);
        row("quotes and a newline", u'"' + id + QStringLiteral("\"\n"), id, 1);
        row("zero-width space", u'\u200B' + id.left(5) + u'\uFEFF' + id.mid(5), id, 1);
        row("no-break spaces", u'\u00A0' + id + u'\u00A0', id, 1);
        row("a reference", QStringLiteral("Group/") + id, id, 1);
        row("an export address",
            QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/X/Group/") + id
                + QStringLiteral("/$export?_type=Patient"),
            id, 1);
        row("escaped in an address", QStringLiteral("https://a.example/Group/a%7Cb"), QStringLiteral("a|b"),
            1);
        row("70 characters: a warning, sent as it is", QString(70, u'a'), QString(70, u'a'), 1);
        row("letters beyond FHIR's", QStringLiteral("eABC_d-3"), QStringLiteral("eABC_d-3"), 0);
        row("nothing", QStringLiteral(" \n"), QString(), 1, false);
        row("a slash", QStringLiteral("a/b"), QStringLiteral("a/b"), 0, false);
        row("a question mark", QStringLiteral("a?b"), QStringLiteral("a?b"), 0, false);
        row("a hash", QStringLiteral("a#b"), QStringLiteral("a#b"), 0, false);
        row("a space inside", QStringLiteral("a b"), QStringLiteral("a b"), 0, false);
        row("a control character",
            QStringLiteral("a\x07"
                           "b"),
            QStringLiteral("a\x07"
                           "b"),
            0, false);
        row("up", QStringLiteral(".."), QStringLiteral(".."), 0, false);
        row("hidden in an escape", QStringLiteral("Group/a%2Fb"), QStringLiteral("a/b"), 1, false);
    }
    void pastedIdsAreCleaned()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, value);
        QFETCH(int, notes);
        QFETCH(bool, usable);
        const CleanedGroupId cleaned = cleanGroupId(pasted);
        QCOMPARE(cleaned.value, value);
        QCOMPARE(cleaned.notes.size(), notes);
        QVERIFY2(cleaned.problem.isEmpty() == usable, qPrintable(cleaned.problem));
    }
};

QTEST_GUILESS_MAIN(TestGroup)
#include "tst_group.moc"
