// SPDX-License-Identifier: Apache-2.0
#include "assistant/steps.h"
#include "onboarding/step_page.h"
#include "shell/practice_pages.h"
#include "support/desk.h"
#include "support/sample_home.h"
#include "support/widget_checks.h"

#include <QTranslator>

using namespace waybill;
using namespace waybill::ui;

namespace {

QStringList faultsAt(MainWindow &window, const QString &where)
{
    QStringList faults;
    if (const QString cut = support::cutTexts(window); !cut.isEmpty())
        faults.append(where + QStringLiteral(": ") + cut);
    const auto pages = window.findChildren<StepPage *>();
    for (const StepPage *page : pages) {
        if (page->isVisible() && !support::tooWide(*page).isEmpty())
            faults.append(where + QStringLiteral(": ") + support::tooWide(*page).join(QStringLiteral(", ")));
    }
    support::takePicture(window, where);
    return faults;
}

} // namespace

/// Every page of the window, in both languages and sizes of text: no text may be cut, no step of the
/// assistant scrolled sideways.
class TestWindowFits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qunsetenv("DBUS_SESSION_BUS_ADDRESS"); }

    void noTextIsCut_data()
    {
        QTest::addColumn<bool>("isGerman");
        QTest::addColumn<int>("percent");
        QTest::newRow("english") << false << 100;
        QTest::newRow("english-200") << false << 200;
        QTest::newRow("german") << true << 100;
        QTest::newRow("german-200") << true << 200;
    }

    void noTextIsCut() // F-134
    {
        QFETCH(bool, isGerman);
        QFETCH(int, percent);
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(WAYBILL_GERMAN)));
        if (isGerman)
            QCoreApplication::installTranslator(&german);
        const support::Desk desk(support::samplePractices());
        desk.settings->setTextPercent(percent);
        for (const auto &profile : desk.workspace->practices()) {
            if (!profile.fhirBaseUrl.isEmpty())
                QVERIFY(support::addHistory(*desk.store, profile, desk.clock.now(), 4));
        }
        desk.window->resize(1280, 860);
        desk.window->show();
        QStringList cut;
        for (const auto &profile : desk.workspace->practices()) {
            desk.workspace->choose(profile.id);
            for (int page = 0; page < PracticePages::PageCount; ++page) {
                desk.window->pages().go(static_cast<PracticePages::Page>(page));
                const QString where = QStringLiteral("fits-%1-%2-%3")
                                          .arg(QLatin1String(QTest::currentDataTag()), profile.id)
                                          .arg(page);
                cut += faultsAt(*desk.window, where);
            }
            for (int step = 0; step < assistant::railOrder().size(); ++step) {
                desk.window->pages().goToStep(assistant::railOrder().at(step));
                cut += faultsAt(*desk.window,
                    QStringLiteral("fits-%1-%2-step-%3")
                        .arg(QLatin1String(QTest::currentDataTag()), profile.id)
                        .arg(step + 1));
            }
        }
        desk.settings->setTextPercent(100);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestWindowFits)
#include "tst_window_fits.moc"
