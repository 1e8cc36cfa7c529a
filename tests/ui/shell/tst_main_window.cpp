// SPDX-License-Identifier: Apache-2.0
#include "assistant/key_desk.h"
#include "assistant/onboard_practice.h"
#include "models/moves_model.h"
#include "onboarding/step_page.h"
#include "panels/practices_panel.h"
#include "panels/viewer_panel.h"
#include "shell/environment_band.h"
#include "shell/practice_pages.h"
#include "support/desk.h"
#include "support/event_loop_watchdog.h"
#include "support/sample_home.h"
#include "support/widget_checks.h"
#include "widgets/state_badge.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using support::Desk;

namespace {

constexpr int kSandboxMs = 30'000;

practices::Profile practice(const char *id, const char *name, practices::Environment environment)
{
    practices::Profile profile;
    profile.id = QLatin1String(id);
    profile.name = QLatin1String(name);
    profile.practiceCode = QStringLiteral("CODE%1").arg(profile.id);
    profile.environment = environment;
    profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir.example/r4/%1").arg(profile.id));
    return profile;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qunsetenv("DBUS_SESSION_BUS_ADDRESS"); }

    void anEmptyStartOffersTwoWaysOn()
    {
        const Desk desk;
        desk.window->show();
        desk.workspace->begin();
        QVERIFY(desk.part<QPushButton>("addFirstPractice")->isVisible());
        QVERIFY(desk.part<QPushButton>("trySandbox")->isVisible());
        QVERIFY(!desk.part<QWidget>("practicesPanel")->isVisible());
        QVERIFY(!desk.part<EnvironmentBand>("environmentBand")->isVisible());
        QCOMPARE(desk.window->minimumSize(), QSize(1024, 700));
    }

    void theBuiltInSandboxIsOneClickAway()
    {
        const Desk desk;
        desk.window->show();
        desk.workspace->begin();
        QSignalSpy ready(&desk.workspace->sandbox(), &assistant::SandboxLauncher::ready);
        desk.part<QPushButton>("trySandbox")->click();
        QCOMPARE(desk.window->pages().currentIndex(), int{PracticePages::Assistant});
        QVERIFY(desk.window->pages().assistantView() != nullptr);
        QVERIFY(desk.workspace->current() != nullptr);
        QVERIFY(desk.part<EnvironmentBand>("environmentBand")
                    ->accessibleName()
                    .startsWith(QStringLiteral("SANDBOX")));
        QVERIFY(ready.wait(kSandboxMs));
        QVERIFY(desk.workspace->assistant()->sandbox().isRunning());
    }

    void productionIsLoudInBandTitleAndList() // ux.md b25, F-135
    {
        const Desk desk({practice("1", "Elm Street", practices::Environment::Production),
            practice("2", "Oak", practices::Environment::Sandbox)});
        desk.window->show();
        desk.workspace->choose(QStringLiteral("1"));
        QCOMPARE(desk.window->windowTitle(), QStringLiteral("Elm Street – PRODUCTION – Waybill"));
        QVERIFY(desk.part<EnvironmentBand>("environmentBand")
                    ->accessibleName()
                    .contains(QStringLiteral("real patients")));
        desk.workspace->choose(QStringLiteral("2"));
        QCOMPARE(desk.window->windowTitle(), QStringLiteral("Oak – SANDBOX – Waybill"));
    }

    void aPracticeIsFoundByNameCodeOrId()
    {
        const Desk desk({practice("1", "Elm Street", practices::Environment::Sandbox),
            practice("2", "Oak", practices::Environment::Sandbox)});
        desk.workspace->chooseByName(QStringLiteral("oak"));
        QCOMPARE(desk.workspace->currentId(), QStringLiteral("2"));
        desk.workspace->chooseByName(QStringLiteral("code1"));
        QCOMPARE(desk.workspace->currentId(), QStringLiteral("1"));
        desk.workspace->chooseByName(QStringLiteral("nobody"));
        QCOMPARE(desk.workspace->currentId(), QStringLiteral("1"));
    }

    void takingAPracticeOffTheListDeletesNothing()
    {
        const Desk desk({practice("1", "Elm", practices::Environment::Sandbox),
            practice("2", "Oak", practices::Environment::Sandbox)});
        desk.window->show();
        desk.workspace->choose(QStringLiteral("1"));
        (void)desk.workspace->assistant();
        desk.workspace->archive(QStringLiteral("1"));
        QCOMPARE(desk.workspace->currentId(), QStringLiteral("2"));
        QCOMPARE(desk.workspace->practices().size(), 1);
        QVERIFY((*desk.store->profile(QStringLiteral("1")))->archived);
    }

    void aNewPracticeShowsOnlyWhatMakesSense()
    {
        const Desk desk;
        desk.window->show();
        desk.part<QPushButton>("addFirstPractice")->click();
        const auto &pages = desk.window->pages();
        QVERIFY(pages.isTabVisible(PracticePages::Assistant));
        QVERIFY(!pages.isTabVisible(PracticePages::Overview));
        QVERIFY(!pages.isTabVisible(PracticePages::Exports));
        QVERIFY(pages.isTabVisible(PracticePages::Viewer));
    }

    void aFileOpensWithoutAnyPractice()
    {
        const Desk desk;
        QFile file(desk.home.filePath(QStringLiteral("a.ndjson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"resourceType\":\"Patient\"}\n");
        file.close();
        QElapsedTimer time;
        time.start();
        desk.window->openFiles({file.fileName()});
        desk.window->show();
        QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
        QCOMPARE(desk.window->pages().currentIndex(), int{PracticePages::Viewer});
        QVERIFY(desk.window->pages().viewer().isVisible());
        qInfo() << "viewer after" << time.elapsed() << "ms";
    }

    void theLookIsKept()
    {
        QTemporaryDir home;
        {
            WindowSettings settings(home.path());
            settings.setTheme(ThemeChoice::Dark);
            settings.setTextPercent(132);
            QCOMPARE(settings.textPercent(), 130);
            settings.stepText(1);
        }
        WindowSettings again(home.path());
        QCOMPARE(again.theme(), ThemeChoice::Dark);
        QCOMPARE(again.textPercent(), 150);
        QVERIFY(isDark(QGuiApplication::palette()));
        again.setTheme(ThemeChoice::Light);
        again.setTextPercent(100);
    }

    void theWindowClosesWhenNothingRuns()
    {
        const Desk desk({practice("1", "Elm", practices::Environment::Sandbox)});
        desk.window->show();
        desk.window->close();
        QVERIFY(!desk.window->isVisible());
    }

    void everyCommandIsInTheListOfShortcuts()
    {
        const Desk desk;
        desk.window->show();
        const auto menus = desk.window->menuBar()->actions();
        QSet<QString> keys;
        for (const QAction *menu : menus) {
            const auto actions = menu->menu()->actions();
            for (const QAction *action : actions) {
                const QString shortcut = action->shortcut().toString();
                QVERIFY2(shortcut.isEmpty() || !keys.contains(shortcut), qPrintable(shortcut));
                keys.insert(shortcut);
                if (action->objectName().isEmpty()
                    && action->shortcut() == QKeySequence(QKeySequence::HelpContents))
                    const_cast<QAction *>(action)->trigger();
            }
        }
        auto *dialog = desk.part<QDialog>("shortcutsDialog");
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChildren<QLabel *>().size() > 20);
    }

    void everyPageHasNamesPlainTextAndAPicture() // F-133, F-134
    {
        Desk desk({practice("1", "Elm Street Family Practice", practices::Environment::Production),
            practice("2", "Practice in the sandbox", practices::Environment::Sandbox)});
        desk.window->resize(1240, 820);
        desk.window->show();
        desk.workspace->choose(QStringLiteral("1"));
        for (const auto theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            desk.settings->setTheme(theme);
            for (int page = 0; page < PracticePages::PageCount; ++page) {
                desk.window->pages().go(static_cast<PracticePages::Page>(page));
                QCOMPARE(support::unnamedControls(*desk.window).join(QLatin1Char(',')), QString());
                QCOMPARE(support::richTextLabels(*desk.window), QStringList());
                support::takePicture(*desk.window,
                    QStringLiteral("window-%1-%2")
                        .arg(page)
                        .arg(theme == ThemeChoice::Dark ? u"dark" : u"light"));
            }
        }
        desk.settings->setTheme(ThemeChoice::Light);
        const Desk empty;
        empty.window->resize(1240, 820);
        empty.window->show();
        support::takePicture(*empty.window, QStringLiteral("window-empty-light"));
    }

    void theLastExportIsStillThereAfterANewStart()
    {
        Desk desk(support::samplePractices());
        QVERIFY(
            support::addHistory(*desk.store, support::samplePractices().constFirst(), desk.clock.now(), 3));
        desk.window->show();
        desk.workspace->choose(QStringLiteral("practice-1"));
        desk.window->pages().go(PracticePages::Exports);
        QCOMPARE(desk.part<StateBadge>("exportPhase")->word(), QStringLiteral("Complete and verified"));
        QVERIFY(!desk.part<QPushButton>("releaseFiles")->isVisible()); // nobody holds that job any more
        QVERIFY(desk.part<QPushButton>("launchAgain")->isVisible());
    }

    void aMovedWatermarkIsUndoneAndBothAreKept() // BD-182
    {
        const Desk desk(support::samplePractices());
        desk.workspace->choose(QStringLiteral("practice-1"));
        const QStringList type{QStringLiteral("Patient")};
        const QString first = QStringLiteral("2026-06-23T02:30:11.000Z");
        QVERIFY(desk.workspace->moveWatermarks(type, first, QStringLiteral("a backup was restored")));
        QVERIFY(desk.workspace->moveWatermarks(
            type, QStringLiteral("2026-06-24T00:00:00Z"), QStringLiteral("typed")));
        const auto deeds = watermarkDeeds(desk.workspace->audit());
        QCOMPARE(deeds.size(), 2);
        QVERIFY(desk.workspace->moveWatermarks(
            deeds.at(0).stored, deeds.at(0).first.from, QStringLiteral("undone")));
        QCOMPARE(desk.workspace->watermarks().constFirst().value, first);
        QCOMPARE(watermarkDeeds(desk.workspace->audit()).size(), 3);
    }

    void everyPageOfEveryPracticeHasNamesAtTheSmallestSize() // F-134
    {
        const Desk desk(support::samplePractices());
        for (const auto &profile : desk.workspace->practices()) {
            if (!profile.fhirBaseUrl.isEmpty())
                QVERIFY(support::addHistory(*desk.store, profile, desk.clock.now(), 4));
        }
        desk.window->resize(desk.window->minimumSize());
        desk.window->show();
        for (const auto &profile : desk.workspace->practices()) {
            desk.workspace->choose(profile.id);
            for (int page = 0; page < PracticePages::PageCount; ++page) {
                desk.window->pages().go(static_cast<PracticePages::Page>(page));
                const QString where = QStringLiteral("small-%1-%2").arg(profile.id).arg(page);
                QVERIFY2(support::unnamedControls(*desk.window).isEmpty(), qPrintable(where));
                QVERIFY2(desk.window->size() == desk.window->minimumSize(), qPrintable(where));
                QVERIFY2(desk.part<QWidget>("practicesPanel")->width() >= 200, qPrintable(where));
                support::takePicture(*desk.window, where);
            }
        }
    }

    void closingInTheMiddleOfAStepLosesNothing_data() // F-130
    {
        QTest::addColumn<practices::Step>("step");
        for (const practices::Step step : assistant::railOrder())
            QTest::newRow(qPrintable(practices::stepName(step))) << step;
    }
    void closingInTheMiddleOfAStepLosesNothing()
    {
        QFETCH(practices::Step, step);
        const auto before = support::samplePractice(1, "Elm Street Family Practice", 7);
        Desk desk({before});
        desk.window->show();
        desk.workspace->choose(before.id);
        desk.window->pages().goToStep(step);
        if (step == practices::Step::Key) {
            desk.workspace->assistant()->key().generate(keys::KeyKind::Rsa4096,
                {false, desk.home.filePath(QStringLiteral("key.pem")), SecretBytes("a long passphrase")});
        } else {
            const auto pages = desk.window->findChildren<StepPage *>();
            for (StepPage *page : pages) {
                if (page->isVisible() && page->primaryButton()->isEnabled())
                    page->primaryButton()->click();
            }
        }
        desk.window->close();
        QVERIFY(!desk.window->isVisible());
        desk.window.reset(); // as main() ends
        desk.workspace.reset();
        const auto after = desk.store->profile(before.id);
        QVERIFY(after && *after);
        QCOMPARE((*after)->clientId, before.clientId);
        QCOMPARE((*after)->group.value, before.group.value); // its date may be new
        QVERIFY(
            (*after)->keyThumbprint.isEmpty() == ((*after)->key.kind == practices::KeyReference::Kind::None));
    }

    void switchingPagesAndThemesDoesNotStall()
    {
        Desk desk({practice("1", "Elm", practices::Environment::Sandbox)});
        desk.window->show();
        desk.workspace->choose(QStringLiteral("1"));
        for (int page = 0; page < PracticePages::PageCount; ++page)
            desk.window->pages().go(static_cast<PracticePages::Page>(page)); // the first time builds layouts
        QTest::qWait(50);
        support::EventLoopWatchdog dog;
        dog.start();
        for (int page = 0; page < PracticePages::PageCount; ++page) {
            desk.window->pages().go(static_cast<PracticePages::Page>(page));
            QTest::qWait(20);
        }
        dog.stop();
        const auto limit = support::EventLoopWatchdog::kLimit * support::EventLoopWatchdog::kSlowness * 2;
        QVERIFY2(dog.longestWork() <= limit, qPrintable(QString::number(dog.longestWork().count())));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
