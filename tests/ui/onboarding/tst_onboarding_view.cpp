// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "flows/export_progress.h"
#include "onboarding/onboarding_view.h"
#include "onboarding/step_page.h"
#include "support/widget_checks.h"
#include "widgets/step_rail.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

using namespace waybill;
using namespace waybill::ui;
using practices::Step;
using practices::StepState;
using test::Onboarding;

namespace {

/// The view as a person has it: only what can be seen and pressed.
class Hand
{
public:
    explicit Hand(Onboarding &o)
        : m_view(o.practice())
    {
        m_view.resize(1024, 640);
        m_view.show();
        m_view.activateWindow();
    }

    OnboardingView &view() { return m_view; }
    StepPage &page()
    {
        return *static_cast<StepPage *>(m_view.findChild<QStackedWidget *>()->currentWidget());
    }
    QPushButton &primary() { return *page().primaryButton(); }
    QString primaryText() { return primary().text().remove(QLatin1Char('&')); }
    bool pressPrimary()
    {
        if (!primary().isEnabled())
            return false;
        QTest::mouseClick(&primary(), Qt::LeftButton);
        return true;
    }
    template <typename Widget>
    Widget *named(const QString &name)
    {
        const auto all = page().findChildren<Widget *>();
        for (Widget *widget : all) {
            if (widget->accessibleName() == name && widget->isVisibleTo(&page()))
                return widget;
        }
        return nullptr;
    }
    bool pressButton(const QString &text)
    {
        const auto all = page().findChildren<QAbstractButton *>();
        for (QAbstractButton *button : all) {
            if (button->text().remove(QLatin1Char('&')).startsWith(text) && button->isVisibleTo(&page())
                && button->isEnabled()) {
                QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
                return true;
            }
        }
        return false;
    }
    bool enter(const QString &field, const QString &text)
    {
        auto *line = named<QLineEdit>(field);
        if (line == nullptr)
            return false;
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        return true;
    }
    bool comesTo(Step step)
    {
        return QTest::qWaitFor([&] { return m_view.currentStep() == step; }, 20'000);
    }
    template <typename Widget>
    bool shows(const QString &name)
    {
        return QTest::qWaitFor([&] { return named<Widget>(name) != nullptr; }, 20'000);
    }
    bool primaryBecomes(const QString &text)
    {
        return QTest::qWaitFor([&] { return primaryText() == text && primary().isEnabled(); }, 20'000);
    }
    void picture(const QString &name)
    {
        support::inBothThemes(
            [&](const QString &theme) { support::takePicture(m_view, name + QLatin1Char('-') + theme); });
    }

private:
    OnboardingView m_view;
};

} // namespace

class TestOnboardingView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeChoice::Light, readSystemLook());
        m_sandbox = std::make_unique<test::SandboxProcess>(
            QStringList{QStringLiteral("--patients"), QStringLiteral("20")});
        QVERIFY2(m_sandbox->isListening(), qPrintable(m_sandbox->problem()));
    }

    void aPersonGoesFromNothingToTheWaybill()
    {
        Onboarding o;
        o.offer(*m_sandbox);
        Hand hand(o);
        QSignalSpy closed(&hand.view(), &OnboardingView::closed);
        QCOMPARE(hand.view().currentStep(), Step::Environment);
        hand.picture(QStringLiteral("view-1"));
        QVERIFY(hand.pressPrimary());
        makesAKey(o, hand);
        findsAndKnowsTheServer(hand);
        choosesAGroup(hand);
        launches(o, hand);
        writesTheWaybill(hand);
        QCOMPARE(closed.size(), 1);
    }

    void aStepThatCannotBeDoneYetShowsTheWay()
    {
        Onboarding o;
        Hand hand(o);
        hand.view().goTo(Step::Group);
        QVERIFY(!hand.primary().isEnabled());
        QVERIFY(hand.pressButton(QStringLiteral("Go to “Environment”")));
        QCOMPARE(hand.view().currentStep(), Step::Environment);
    }

    void theRailIsWorkedWithTheKeyboard()
    {
        Onboarding o;
        Hand hand(o);
        QVERIFY(QTest::qWaitForWindowActive(&hand.view()));
        auto *rail = hand.view().findChild<StepRail *>();
        QCOMPARE(rail->count(), 8);
        auto *current = rail->findChildren<QAbstractButton *>().first();
        current->setFocus();
        QTest::keyClick(current, Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(hand.view().currentStep(), Step::Key);
    }

    void escapeLeavesAndLosesNothing()
    {
        Onboarding o;
        Hand hand(o);
        QVERIFY(QTest::qWaitForWindowActive(&hand.view()));
        QSignalSpy closed(&hand.view(), &OnboardingView::closed);
        QVERIFY(
            hand.enter(QStringLiteral("Name of the practice, as you call it"), QStringLiteral("Oak Hill")));
        QVERIFY(hand.pressPrimary());
        QTest::keyClick(&hand.view(), Qt::Key_Escape);
        QTRY_COMPARE(closed.size(), 1);
        const auto kept = o.store().profile(o.profile().id);
        QVERIFY(kept && *kept);
        QCOMPARE((*kept)->name, QStringLiteral("Oak Hill"));
    }

    void anUntouchedAssistantLeavesNothingBehind()
    {
        Onboarding o;
        Hand hand(o);
        QTest::keyClick(&hand.view(), Qt::Key_Escape);
        QVERIFY(o.store().profiles()->isEmpty());
    }

    void theWholeViewHasNamesPlainTextAndARoundOfTab()
    {
        Onboarding o;
        Hand hand(o);
        QVERIFY(QTest::qWaitForWindowActive(&hand.view()));
        for (const Step step : assistant::railOrder()) {
            hand.view().goTo(step);
            QCoreApplication::sendPostedEvents();
            const QStringList faults =
                support::unnamedControls(hand.view()) + support::richTextLabels(hand.view());
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QStringLiteral(", "))));
            QVERIFY2(support::tabGoesRound(hand.view()), qPrintable(practices::stepName(step)));
        }
    }

private:
    void makesAKey(Onboarding &o, Hand &hand)
    {
        QCOMPARE(hand.view().currentStep(), Step::Key);
        QVERIFY(hand.pressButton(QStringLiteral("Encrypted file")));
        QVERIFY(hand.pressButton(QStringLiteral("RS384, RSA 3072")));
        QVERIFY(hand.enter(QStringLiteral("Passphrase"), test::kPassphrase));
        QVERIFY(hand.enter(QStringLiteral("Passphrase again"), QStringLiteral("something else")));
        QVERIFY(hand.pressPrimary());
        QVERIFY2(o.record(Step::Key).state == StepState::Todo, "two different passphrases");
        QVERIFY(hand.enter(QStringLiteral("Passphrase"), test::kPassphrase));
        QVERIFY(hand.enter(QStringLiteral("Passphrase again"), test::kPassphrase));
        hand.picture(QStringLiteral("view-2a"));
        QVERIFY(hand.pressPrimary());
        QVERIFY(hand.primaryBecomes(QStringLiteral("Continue")));
        hand.picture(QStringLiteral("view-2b"));
        QVERIFY(hand.pressPrimary());
    }

    void findsAndKnowsTheServer(Hand &hand)
    {
        QCOMPARE(hand.view().currentStep(), Step::Endpoint); // prefilled with the built-in sandbox
        QVERIFY(hand.pressButton(QStringLiteral("The sandbox's list")));
        QVERIFY(hand.shows<QTableView>(QStringLiteral("Practices found")));
        QVERIFY(hand.enter(QStringLiteral("Search the list"), QStringLiteral("family")));
        hand.picture(QStringLiteral("view-3"));
        QVERIFY(hand.pressPrimary());

        QCOMPARE(hand.view().currentStep(), Step::Client);
        QCOMPARE(hand.primaryText(), QStringLiteral("Register with the sandbox"));
        hand.picture(QStringLiteral("view-4"));
        QVERIFY(hand.pressPrimary());
        QVERIFY(hand.primaryBecomes(QStringLiteral("Save and continue")));
        QVERIFY(hand.pressPrimary());

        QCOMPARE(hand.view().currentStep(), Step::Connection);
        QVERIFY(hand.pressPrimary());
        QVERIFY(hand.primaryBecomes(QStringLiteral("Continue")));
        hand.picture(QStringLiteral("view-5"));
        QVERIFY(hand.pressPrimary());
    }

    void choosesAGroup(Hand &hand)
    {
        QCOMPARE(hand.view().currentStep(), Step::Group);
        QVERIFY(hand.pressPrimary());
        const QString name = QStringLiteral("Groups of the practice");
        QVERIFY(hand.shows<QTableView>(name));
        auto *groups = hand.named<QTableView>(name);
        groups->setFocus();
        groups->selectRow(0);
        hand.picture(QStringLiteral("view-6"));
        QVERIFY(hand.primaryBecomes(QStringLiteral("Use this Group")));
        QVERIFY(hand.pressPrimary());
    }

    void launches(Onboarding &o, Hand &hand)
    {
        QSignalSpy launched(&hand.view(), &OnboardingView::launchRequested);
        QCOMPARE(hand.view().currentStep(), Step::Launch);
        hand.picture(QStringLiteral("view-7"));
        QVERIFY(hand.pressPrimary());
        QVERIFY(QTest::qWaitFor([&] { return launched.size() == 1; }));
        flows::ExportProgress progress;
        progress.outcome = flows::Outcome::Complete;
        progress.verdict = QStringLiteral("8 files, 412 resources, all verified.");
        o.practice().exportEnded(progress);
        QVERIFY(hand.primaryBecomes(QStringLiteral("Continue")));
        QVERIFY(hand.pressPrimary());
    }

    void writesTheWaybill(Hand &hand)
    {
        QSignalSpy handed(&hand.view(), &OnboardingView::handedOver);
        QCOMPARE(hand.view().currentStep(), Step::HandOver);
        QVERIFY(hand.pressPrimary());
        QVERIFY(QTest::qWaitFor([&] { return handed.size() == 1; }, 20'000));
        QVERIFY(QFile::exists(handed.first().first().toString() + QStringLiteral("/waybill.json")));
        hand.picture(QStringLiteral("view-8"));
        QVERIFY(hand.primaryBecomes(QStringLiteral("Finish")));
        QVERIFY(hand.pressPrimary());
    }

    std::unique_ptr<test::SandboxProcess> m_sandbox;
};

QTEST_MAIN(TestOnboardingView)
#include "tst_onboarding_view.moc"
