// SPDX-License-Identifier: Apache-2.0
// A screen of 1280 pixels at 200 % has 640 logical ones: every page must be read there without going
// sideways, in each of its states and in both languages.
#include "support/widget_checks.h"
#include "ui/onboarding/page_parade.h"

#include <QTest>
#include <QTranslator>

using namespace waybill;
using namespace waybill::ui;

class TestPagesReflow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noPageGoesSideways_data()
    {
        QTest::addColumn<bool>("isGerman");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("room");
        const QSize small(640, 330); // 640x450 without the menu, the band, the tabs and the strip of steps
        QTest::newRow("english") << false << 100 << small;
        QTest::newRow("german") << true << 100 << small;
        QTest::newRow("english-large-text") << false << 200 << QSize(1280, 660);
        QTest::newRow("german-large-text") << true << 200 << QSize(1280, 660);
    }

    void noPageGoesSideways() // F-134
    {
        QFETCH(bool, isGerman);
        QFETCH(int, percent);
        QFETCH(QSize, room);
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(WAYBILL_GERMAN)));
        if (isGerman)
            QCoreApplication::installTranslator(&german);
        const SystemLook look = readSystemLook();
        applyTheme(*qApp, ThemeChoice::Light, look, percent);
        QStringList faults;
        test::paradeOfPages([&](StepPage &page, const QString &name, bool) {
            page.resize(room);
            page.show();
            QCoreApplication::sendPostedEvents();
            const QString cut = support::cutTexts(page);
            QStringList found;
            (void)QTest::qWaitFor([&] { return (found = support::tooWide(page)).isEmpty(); }, 500);
            if (!cut.isEmpty())
                found.append(cut);
            if (page.width() > room.width() || page.height() > room.height())
                found.append(QStringLiteral("the page itself is %1x%2").arg(page.width()).arg(page.height()));
            if (!found.isEmpty())
                faults.append(name + QStringLiteral(": ") + found.join(QStringLiteral("; ")));
            const QString tag = QLatin1String(QTest::currentDataTag());
            if (page.resize(room.width(), room.height() * 3); percent == 100)
                support::takePicture(page, QStringLiteral("narrow-%1-%2").arg(tag, name));
        });
        applyTheme(*qApp, ThemeChoice::Light, look);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestPagesReflow)
#include "tst_pages_reflow.moc"
