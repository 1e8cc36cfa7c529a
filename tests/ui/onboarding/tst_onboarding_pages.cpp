// SPDX-License-Identifier: Apache-2.0
#include "onboarding/choice_card.h"
#include "onboarding/clock_card.h"
#include "onboarding/key_export_card.h"
#include "onboarding/rotation_card.h"
#include "support/widget_checks.h"
#include "ui/onboarding/page_parade.h"

#include <QAccessible>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace waybill;
using namespace waybill::ui;

namespace {

constexpr QSize kPageArea{740, 560}; ///< what a window of 1024x700 leaves for a page

qsizetype tabStops(const QWidget &page)
{
    const auto all = page.findChildren<QWidget *>();
    return std::count_if(all.cbegin(), all.cend(), [&page](const QWidget *widget) {
        return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled()
            && widget->isVisibleTo(&page);
    });
}

/// Names, plain text, room and the round of Tab, and its pictures.
void checkPage(StepPage &page, const QString &name, bool primaryEnabled)
{
    page.resize(kPageArea);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QCoreApplication::sendPostedEvents();
    const QString where = name + QStringLiteral(": ");
    QCOMPARE(where + support::cutTexts(page), where);
    const QStringList faults =
        support::unnamedControls(page) + support::richTextLabels(page) + support::tooWide(page);
    QVERIFY2(faults.isEmpty(), qPrintable(where + faults.join(QStringLiteral(", "))));
    QCOMPARE(page.primaryButton()->isEnabled(), primaryEnabled);
    page.focusFirst();
    QVERIFY2(tabStops(page) < 2 || support::tabGoesRound(page),
        qPrintable(where + QStringLiteral("Tab is caught")));
    support::inBothThemes(
        [&](const QString &theme) { support::takePicture(page, QStringLiteral("%1-%2").arg(name, theme)); });
}

template <typename Widget>
Widget *byName(QWidget &page, const QString &name)
{
    const auto all = page.findChildren<Widget *>();
    for (Widget *widget : all) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

} // namespace

class TestOnboardingPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, readSystemLook()); }

    void everyPageInEachOfItsStatesHasNamesPlainTextAndARoundOfTab() { test::paradeOfPages(checkPage); }

    void renderingSaysNothingBack()
    {
        EnvironmentPage environment;
        QSignalSpy choice(&environment, &EnvironmentPage::choiceMade);
        QSignalSpy name(&environment, &EnvironmentPage::nameEdited);
        for (const auto &[word, state] : test::environmentStates())
            environment.render(state);
        QCOMPARE(choice.size() + name.size(), 0);
        GroupModel groups;
        groups.setGroups(test::someGroups(), discovery::ecwPreset());
        GroupPage group(&groups);
        QSignalSpy row(&group, &GroupPage::rowChosen);
        for (const auto &[word, state] : test::groupStates())
            group.render(state);
        QCOMPARE(row.size(), 0);
    }

    void aScreenReadersToggleChoosesLikeAClick()
    {
        HandOverPage page;
        page.render(test::handOverStates().first().second);
        QSignalSpy chosen(&page, &HandOverPage::runnerKeyChosen);
        const auto cards = page.findChildren<ChoiceCard *>();
        QVERIFY(cards.size() >= 2);
        for (ChoiceCard *card : cards) {
            if (card->isChecked())
                continue;
            QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(card);
            QVERIFY(reader != nullptr && reader->actionInterface() != nullptr);
            reader->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
            QVERIFY2(chosen.size() == 1, qPrintable(card->accessibleName()));
            chosen.clear();
        }
    }

    void aGroupIsChosenWithTheKeyboard()
    {
        GroupModel groups;
        groups.setGroups(test::someGroups(), discovery::ecwPreset());
        GroupPage page(&groups);
        page.show();
        page.render(test::groupStates().at(1).second);
        QSignalSpy row(&page, &GroupPage::rowChosen);
        auto *table = page.findChild<QTableView *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(row.size(), 1);
        QCOMPARE(row.first().first().toInt(), 1);
    }

    void secretsAreTakenOnceAndLeftNowhere()
    {
        KeyPage page;
        page.render(test::keyStates().at(1).second);
        page.show();
        const auto fields = page.findChildren<QLineEdit *>();
        int passwords = 0;
        for (QLineEdit *field : fields) {
            const bool ofCard = page.rotation().isAncestorOf(field) || page.keyExport().isAncestorOf(field);
            if (field->echoMode() != QLineEdit::Password || ofCard) // the cards take theirs by themselves
                continue;
            ++passwords;
            QTest::keyClicks(field, QStringLiteral("correct horse"));
        }
        QCOMPARE(passwords, 3);
        QCOMPARE(page.takeSecrets().passphrase, QStringLiteral("correct horse"));
        QVERIFY(page.takeSecrets().passphrase.isEmpty());
        for (const QLineEdit *field : fields)
            QVERIFY(!field->text().contains(QLatin1String("correct horse")));
    }

    void typesAreToggledByNameAndRearrangedInANarrowWindow()
    {
        LaunchPage page;
        page.resize(1100, 700);
        page.show();
        page.render(test::launchStates().first().second);
        QSignalSpy toggled(&page, &LaunchPage::typeToggled);
        auto *box = byName<QCheckBox>(page, QStringLiteral("Patient"));
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(toggled.first().first().toString(), QStringLiteral("Patient"));
        QVERIFY(!toggled.first().last().toBool());
        auto *denied = byName<QCheckBox>(page, QStringLiteral("Media · not granted"));
        QVERIFY(denied && !denied->isEnabled());
        page.resize(420, 700);
        QCoreApplication::sendPostedEvents();
        QVERIFY(box->isVisible());
    }

    void whatIsFoldedAwayIsMadeWhenItIsOpened()
    {
        ConnectionPage page;
        page.resize(kPageArea);
        page.show();
        auto state = test::connectionStates().at(2).second;
        page.render(state);
        const QString name = QStringLiteral("Granted and missing scopes");
        QVERIFY(!byName<QPlainTextEdit>(page, name));
        auto *scopes = support::named<QToolButton>(page, QStringLiteral("All scopes"));
        QVERIFY(scopes);
        scopes->click();
        auto *list = byName<QPlainTextEdit>(page, name);
        QVERIFY(list && list->isVisible());
        QVERIFY2(list->toPlainText().startsWith(QLatin1String("Missing:\nsystem/Media.r")),
            qPrintable(list->toPlainText()));
        state.missingScopes.clear();
        page.render(state); // what is open follows
        QVERIFY(!list->toPlainText().contains(QLatin1String("Media")));
        scopes->click();
        QVERIFY(!list->isVisible());
    }

    void moreScopesAreTypedBelowTheWarning() // SB-005
    {
        ConnectionPage page;
        page.resize(kPageArea.width(), 1100);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto state = test::connectionStates().at(2).second;
        page.render(state);
        auto *more = support::named<QToolButton>(page, QStringLiteral("Ask for more scopes"));
        QVERIFY(more);
        more->click();
        auto *field =
            support::named<QLineEdit>(page, QStringLiteral("Scopes that the server does not publish"));
        QVERIFY(field);
        QVERIFY(support::named<QLabel>(page, QStringLiteral("refuses the whole request")));
        QSignalSpy entered(&page, &ConnectionPage::moreScopesEntered);
        QTest::keyClicks(field, QStringLiteral("system/Provenance.read"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(entered.value(0).value(0).toString(), QStringLiteral("system/Provenance.read"));
        state.extraScopes = QStringLiteral("system/Provenance.read");
        page.render(state);
        page.focusFirst();
        QStringList faults = support::faultsOf(page, QStringLiteral("5-connection-more-scopes"));
        state.extraRefused = true;
        state.extraNote = QStringLiteral("\"x y\" is not a scope.");
        page.render(state);
        faults += support::faultsOf(page, QStringLiteral("5-connection-scope-refused"));
        QCOMPARE(faults.join(QLatin1Char(',')), QString());
        state.canAskForMore = false; // the address changed
        page.render(state);
        QVERIFY(!field->isVisible());
    }

    void theServersClockIsOfferedOnlyWhereTheClocksDiffer() // SB-045
    {
        ConnectionPage page;
        page.resize(kPageArea.width(), 1100);
        page.show();
        const QString name = QStringLiteral("Sign with the server's clock");
        for (const auto &[word, state] : test::connectionStates()) {
            page.render(state);
            const auto boxes = page.findChildren<QCheckBox *>();
            const bool shown = std::any_of(boxes.cbegin(), boxes.cend(), [&](const QCheckBox *box) {
                return withoutMnemonic(box->text()) == name && box->isVisible();
            });
            QVERIFY2(shown == (word == QLatin1String("clock")), qPrintable(word));
        }
        auto state = test::connectionStates().last().second;
        QVERIFY(state.clockOffered);
        auto *box = support::named<QCheckBox>(page, QStringLiteral("Sign with the ser&ver's clock"));
        QVERIFY(box && !box->isChecked() && box->isEnabled());
        QVERIFY(support::named<QLabel>(page, QStringLiteral("(NTP)")));
        QSignalSpy wanted(&page.clock(), &ClockCard::serversClockWanted);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(wanted.value(0).value(0).toBool(), true);
        state.clockShifted = true;
        page.render(state);
        QVERIFY(box->isChecked());
        QCOMPARE(wanted.size(), 1); // a state that is shown is no choice
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(wanted.value(1).value(0).toBool(), false);
        state.frame.busy = QStringLiteral("Asking for an access token…");
        page.render(state);
        QVERIFY(!box->isEnabled());
        state.clockOffered = false;
        page.render(state);
        QVERIFY(!box->isVisible());
    }

    void aTextTwiceAsLargeStillFits()
    {
        applyTheme(*qApp, ThemeChoice::Light, readSystemLook(), 200);
        ConnectionPage page;
        page.resize(kPageArea);
        page.show();
        for (const auto &[word, state] : test::connectionStates())
            page.render(state);
        support::takePicture(page, QStringLiteral("5-connection-200-percent-text"));
        QVERIFY(page.primaryButton()->isVisible());
        QVERIFY(page.rect().contains(
            page.primaryButton()->mapTo(&page, page.primaryButton()->rect().bottomRight())));
        applyTheme(*qApp, ThemeChoice::Light, readSystemLook());
    }
};

QTEST_MAIN(TestOnboardingPages)
#include "tst_onboarding_pages.moc"
