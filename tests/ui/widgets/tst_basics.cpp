// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"
#include "support/event_loop_watchdog.h"
#include "support/widget_checks.h"
#include "widgets/busy_indicator.h"
#include "widgets/copy_field.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"
#include "widgets/section_card.h"
#include "widgets/state_badge.h"
#include "widgets/step_rail.h"

#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableWidget>
#include <QThread>
#include <QToolButton>
#include <QVBoxLayout>

using namespace waybill;
using namespace waybill::ui;

namespace {

constexpr std::array kTones = {Tone::Neutral, Tone::Info, Tone::Ok, Tone::Warning, Tone::Failure,
    Tone::Waiting, Tone::Accent, Tone::Sandbox, Tone::Production};

Error refusal()
{
    return {ErrorCode::Unauthorized, QStringLiteral("The server refused the token request."),
        QStringLiteral("oauth.example/token"), QStringLiteral("Register the new public key, then try again."),
        401, {}, QStringLiteral("{\"error\":\"invalid_client\"}")};
}

/// All basics on one sheet, for the eye.
QWidget *gallery()
{
    auto *sheet = new QWidget;
    sheet->setMinimumSize(1000, 660);
    auto *row = new QHBoxLayout(sheet);
    row->setContentsMargins(space::kXLarge, space::kXLarge, space::kXLarge, space::kXLarge);
    row->setSpacing(space::kXLarge);
    auto *rail = new StepRail(sheet);
    rail->setSteps({{QStringLiteral("Environment"), QStringLiteral("Sandbox"), StepLook::Ok, true},
        {QStringLiteral("Client"), {}, StepLook::Ok, true},
        {QStringLiteral("Key pair"), QStringLiteral("Making an RSA 3072 key"), StepLook::Doing, true},
        {QStringLiteral("Endpoint"), QStringLiteral("The practice must press Activate"), StepLook::Waiting,
            true},
        {QStringLiteral("Connection"), QStringLiteral("invalid_client"), StepLook::Failed, true},
        {QStringLiteral("Group"), QStringLiteral("The key was changed"), StepLook::Stale, true},
        {QStringLiteral("Launch"), {}, StepLook::Todo, false}});
    rail->setCurrent(2);
    row->addWidget(rail);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::kMedium);
    row->addLayout(right, 1);
    right->addWidget(new PlainLabel(QStringLiteral("Make a key pair"), TextRole::Title));
    auto *muted = new PlainLabel(QStringLiteral("The private key never leaves this machine."));
    muted->setMuted(true);
    right->addWidget(muted);
    auto *badges = new QHBoxLayout;
    for (const Tone tone : kTones)
        badges->addWidget(new StateBadge(tone, QStringLiteral("word")));
    badges->addStretch(1);
    right->addLayout(badges);
    auto *message = new InlineMessage;
    message->showError(refusal());
    message->setAction(QStringLiteral("Try again"));
    right->addWidget(message);
    auto *card = new SectionCard(QStringLiteral("Public key"));
    card->setSubtitle(QStringLiteral("What the practice registers."));
    card->addToHeader(new StateBadge(Tone::Ok, QStringLiteral("in the keyring")));
    auto *field = new CopyField(QStringLiteral("thumbprint"));
    field->setValue(QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
    card->body()->addWidget(field);
    auto *controls = new QHBoxLayout;
    auto *check = new QCheckBox(QStringLiteral("Patient"));
    check->setChecked(true);
    controls->addWidget(check);
    auto *radio = new QRadioButton(QStringLiteral("RS384"));
    radio->setChecked(true);
    controls->addWidget(radio);
    auto *address = new QLineEdit(QStringLiteral("https://fhir.example/r4/ABCDEF"));
    address->setAccessibleName(QStringLiteral("address"));
    controls->addWidget(address);
    auto *combo = new QComboBox;
    combo->setAccessibleName(QStringLiteral("key kind"));
    combo->addItem(QStringLiteral("RSA 3072"));
    controls->addWidget(combo);
    card->body()->addLayout(controls);
    auto *bar = new QProgressBar;
    bar->setValue(47);
    card->body()->addWidget(bar);
    auto *busyBar = new QProgressBar;
    busyBar->setRange(0, 0);
    card->body()->addWidget(busyBar);
    right->addWidget(card);
    auto *table = new QTableWidget(4, 3);
    table->setAccessibleName(QStringLiteral("table"));
    table->setHorizontalHeaderLabels(
        {QStringLiteral("Type"), QStringLiteral("Lines"), QStringLiteral("State")});
    for (int r = 0; r < 4; ++r)
        for (int c = 0; c < 3; ++c)
            table->setItem(r, c, new QTableWidgetItem(QStringLiteral("cell")));
    right->addWidget(table, 1);
    auto *tabs = new QTabBar;
    tabs->setAccessibleName(QStringLiteral("tabs"));
    for (const auto *name : {"Overview", "Exports", "Files"})
        tabs->addTab(QLatin1String(name));
    right->insertWidget(0, tabs);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *busy = new BusyIndicator;
    busy->setBusy(true);
    buttons->addWidget(busy);
    auto *off = new QPushButton(QStringLiteral("Disabled"));
    off->setEnabled(false);
    buttons->addWidget(off);
    buttons->addWidget(new QPushButton(QStringLiteral("Back")));
    auto *primary = new QPushButton(icon(Glyph::Key), QStringLiteral("Make the key"));
    makePrimary(*primary);
    buttons->addWidget(primary);
    right->addLayout(buttons);
    return sheet;
}

} // namespace

class TestBasics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textReachesTheContrastOfWcagAa_data() // F-134
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textReachesTheContrastOfWcagAa()
    {
        QFETCH(bool, dark);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        QCOMPARE(isDark(palette), dark);
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            const QColor back = palette.color(ground);
            QVERIFY(contrast(palette.color(QPalette::Text), back) >= 7);
            QVERIFY(contrast(mutedText(palette), back) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::Link), back) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::Highlight), back) >= 3);
        }
        QVERIFY(
            contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        for (const Tone tone : kTones) {
            const ToneColours colours = toneColours(tone, palette);
            const auto name = QByteArray::number(static_cast<int>(tone));
            QVERIFY2(contrast(colours.text, colours.fill) >= 4.5, name.constData());
            QVERIFY2(contrast(palette.color(QPalette::Text), colours.fill) >= 4.5 || tone == Tone::Production,
                name.constData());
            if (tone == Tone::Production)
                continue;
            QVERIFY2(contrast(colours.text, palette.color(QPalette::Window)) >= 4.5, name.constData());
            QVERIFY2(contrast(colours.text, palette.color(QPalette::Base)) >= 4.5, name.constData());
        }
    }

    void everyGlyphPaintsSomething()
    {
        for (int i = 0; i <= static_cast<int>(Glyph::Waybill); ++i) {
            const QImage image = icon(static_cast<Glyph>(i)).pixmap(24, 24).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    inked += image.pixelColor(x, y).alpha() > 40 ? 1 : 0;
            QVERIFY2(inked > 10, QByteArray::number(i).constData());
        }
    }

    void iconsFollowTheTheme()
    {
        const QIcon shown = icon(Glyph::Stop);
        const SystemLook look = readSystemLook();
        applyTheme(*qApp, ThemeChoice::Dark, look);
        const QColor onDark = shown.pixmap(24, 24).toImage().pixelColor(6, 12);
        applyTheme(*qApp, ThemeChoice::Light, look);
        const QColor onLight = shown.pixmap(24, 24).toImage().pixelColor(6, 12);
        QVERIFY(onDark.lightness() > onLight.lightness() + 80);
    }

    void labelsShowMarkupAsItIs() // F-133
    {
        const PlainLabel label(QStringLiteral("<img src=x>&lt;"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), QStringLiteral("<img src=x>&lt;"));
        QVERIFY(plainToolTip(QStringLiteral("<b>x")).contains(QStringLiteral("&lt;b&gt;x")));
    }

    void labelsFollowTextSizeAndTheme()
    {
        QWidget page;
        PlainLabel label(QStringLiteral("Title"), TextRole::Title, &page);
        label.setTone(Tone::Failure);
        page.show();
        const SystemLook look = readSystemLook();
        applyTheme(*qApp, ThemeChoice::Light, look, 100);
        const double before = label.font().pointSizeF();
        applyTheme(*qApp, ThemeChoice::Dark, look, 200);
        QVERIFY(qAbs(label.font().pointSizeF() - 2 * before) < 0.5);
        QCOMPARE(label.palette().color(QPalette::WindowText), toneColours(Tone::Failure, darkPalette()).text);
        applyTheme(*qApp, ThemeChoice::Light, look, 100);
    }

    void anElidedLabelKeepsTheWholeTextForReadersAndTheToolTip()
    {
        ElidedLabel label;
        label.resize(80, 20);
        const QString text = QStringLiteral("https://fhir.example/a/very/long/address/that/does/not/fit");
        label.setFullText(text);
        label.show();
        QVERIFY(label.text().size() < text.size());
        QCOMPARE(label.accessibleName(), text);
        QVERIFY(label.toolTip().contains(text));
    }

    void aCopyFieldCopiesAndSaysSo()
    {
        CopyField field(QStringLiteral("thumbprint"));
        field.setValue(QStringLiteral("abc"));
        QSignalSpy copied(&field, &CopyField::copied);
        auto *button = field.findChild<QToolButton *>();
        QVERIFY(button->accessibleName().contains(QStringLiteral("thumbprint")));
        button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("abc"));
        QCOMPARE(copied.count(), 1);
    }

    void aMessageSaysWhatWhereAndWhatNext()
    {
        InlineMessage message;
        QVERIFY(!message.saysSomething());
        message.showError(refusal());
        QVERIFY(message.saysSomething());
        const QString said = message.accessibleName();
        QVERIFY(said.contains(QStringLiteral("refused")));
        QVERIFY(said.contains(QStringLiteral("oauth.example/token · HTTP 401")));
        QVERIFY(said.contains(QStringLiteral("Register the new public key")));
        QCOMPARE(support::richTextLabels(message), QStringList());
        message.clear();
        QVERIFY(!message.saysSomething());
    }

    void aMessageFoldsTheServersWordsAway()
    {
        InlineMessage message;
        message.showError(refusal());
        message.show();
        auto *details = message.findChild<QPlainTextEdit *>();
        QVERIFY(!details->isVisible());
        message.findChild<QToolButton *>()->click();
        QVERIFY(details->isVisible());
        QVERIFY(details->toPlainText().contains(QStringLiteral("invalid_client")));
    }

    void theRailIsWorkedByKeyboardAlone()
    {
        StepRail rail;
        rail.setSteps({{QStringLiteral("One"), {}, StepLook::Ok, true},
            {QStringLiteral("Two"), {}, StepLook::Failed, true},
            {QStringLiteral("Three"), {}, StepLook::Todo, true}});
        rail.setCurrent(0);
        rail.show();
        QVERIFY(QTest::qWaitForWindowExposed(&rail));
        rail.activateWindow();
        const auto items = rail.findChildren<QAbstractButton *>();
        items.at(0)->setFocus();
        QSignalSpy chosen(&rail, &StepRail::stepChosen);
        QTest::keyClick(items.at(0), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), items.at(1));
        QTest::keyClick(items.at(1), Qt::Key_Return);
        QVERIFY(chosen.count() >= 1);
        QCOMPARE(chosen.last().first().toInt(), 1);
        QCOMPARE(rail.current(), 1);
        QVERIFY(items.at(1)->accessibleName().contains(stepWord(StepLook::Failed)));
    }

    void theRailKeepsItsFocusWhenStatesChange()
    {
        StepRail rail;
        rail.setSteps({{QStringLiteral("One"), {}, StepLook::Doing, true}});
        rail.show();
        QVERIFY(QTest::qWaitForWindowExposed(&rail));
        auto *item = rail.findChild<QAbstractButton *>();
        item->setFocus();
        rail.setSteps({{QStringLiteral("One"), {}, StepLook::Ok, true},
            {QStringLiteral("Two"), {}, StepLook::Todo, true}});
        QCOMPARE(rail.findChildren<QAbstractButton *>().first(), item);
        QCOMPARE(rail.count(), 2);
    }

    void theWatchdogTellsWorkFromWaiting()
    {
        support::EventLoopWatchdog dog;
        dog.start();
        QTest::qWait(30);
        QThread::msleep(80); // deaf, but idle
        dog.stop();
        QVERIFY(dog.longestGap() >= std::chrono::milliseconds{75});
        QVERIFY(dog.longestWork() < std::chrono::milliseconds{50});
    }

    void nothingOnTheSheetIsUnnamedAndPicturesAreTaken()
    {
        support::inBothThemes([](const QString &theme) {
            const std::unique_ptr<QWidget> sheet(gallery());
            sheet->show();
            QCOMPARE(support::unnamedControls(*sheet).join(u','), QString());
            support::takePicture(*sheet, QStringLiteral("basics-%1").arg(theme));
        });
    }
};

QTEST_MAIN(TestBasics)
#include "tst_basics.moc"
