// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_panel.h"
#include "support/widget_checks.h"
#include "widgets/inline_message.h"
#include "widgets/line_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTreeView>

#include <algorithm>

using namespace waybill;
using namespace waybill::ui;
using Phase = ndjson::OpenedState::Phase;

namespace {

constexpr int kPatience = 30'000; ///< ms: a busy machine is no failure

QByteArray observation(int i)
{
    return "{\"resourceType\":\"Observation\",\"id\":\"o" + QByteArray::number(i)
        + "\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://"
          "loinc.org\",\"code\":\"8867-4\","
          "\"display\":\"Heart rate\"}],\"text\":\"Heart rate\"},\"subject\":{\"reference\":\"Patient/"
        + QByteArray::number(i % 77)
        + "\"},\"effectiveDateTime\":\"2026-05-12T08:30:00.000-05:00\",\"valueQuantity\":{\"value\":"
        + QByteArray::number(60 + i % 40)
        + ".50,\"unit\":\"/min\"},\"final\":true,\"note\":[{\"text\":\"M\xC3\xBCller"
        + (i % 5 == 0 ? " \xE9\x9B\xA8\xE6\xA1\x90" : "") + "\"}]}\n";
}

void put(const QString &path, const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    if (!file.open(mode) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test file");
}

QByteArray observations(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += observation(i);
    return bytes;
}

struct Shown {
    ViewerPresenter presenter;
    ViewerPanel panel{presenter};
    LineView *lines = panel.findChild<LineView *>();
    explicit Shown(QSize size = {1280, 800})
    {
        panel.resize(size);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("no active window");
    }
    QLineEdit *field(const char *name) const
    {
        for (auto *edit : panel.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        }
        return nullptr;
    }
    QAbstractButton *button(const char *name) const
    {
        for (auto *button : panel.findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == QLatin1String(name))
                return button;
        }
        return nullptr;
    }
    QTableView *table(const char *name) const
    {
        for (auto *table : panel.findChildren<QTableView *>()) {
            if (table->accessibleName() == QLatin1String(name))
                return table;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    bool ready() const
    {
        return presenter.state().opened.phase == Phase::Ready && !presenter.state().checking;
    }
    bool found(std::int64_t count) const
    {
        return !presenter.state().find.running && presenter.state().find.hitCount == count;
    }
    void open(const QString &path)
    {
        presenter.openFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(ready(), kPatience);
        lines->setFocus();
    }
};

} // namespace

class TestViewerPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void picture_ofEachState();
    void emptyViewer_offersToOpen();
    void keys_findAndGoToALine();
    void expression_thatIsBad_isSaidBesideTheField();
    void hit_inTheList_showsItsLine();
    void tree_followsTheLineAndCopies();
    void problems_areReachedFromTheStatusLine();
    void file_thatIsNoNdjson_isSaid();
    void missingFile_isSaidAndTheRestStaysUsable();
    void folder_offersItsFiles();
    void growingFile_movesNothing();
    void controls_haveNamesAndPlainTextAndNoTabTrap();
    void content_isInNoTitle();
    void query_isOfferedAndSearchedByPath();
    void onlyHits_areShownWhenAsked();
    void searchTabs_bringTheirExpressionBack();
    void wrapAndMarks_workByKey();
    void production_hidesValuesUntilRevealed();
    void overview_countsTheRunAndLeadsToLines();
    void problems_tellOfReferencesOnceCompared();
    void attachment_hasAButton();
    void columns_showPathsOfTheFilteredLines();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestViewerPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("Observation.ndjson"));
}

void TestViewerPanel::picture_ofEachState()
{
    QByteArray bytes;
    for (int i = 0; i < 2'000; ++i) {
        bytes += observation(i);
        if (i == 6)
            bytes += "{\"resourceType\":\"Observation\",\"id\":\"x\",}\n";
        if (i == 9)
            bytes += "\n{\"resourceType\":\"Patient\",\"id\":\"7\"}\n{\"resourceType\":\"Observation\"}\n";
        if (i == 12)
            bytes += "{\"resourceType\":\"Observation\",\"id\":\"big\",\"data\":\"" + QByteArray(220'000, 'Q')
                + "\"}\n";
    }
    const QString path = m_folder->filePath(QStringLiteral("001.Observation.ndjson"));
    put(path, bytes + "{\"resourceType\":\"Observation\",\"id\":");
    support::inBothThemes([&](const QString &theme) {
        Shown shown;
        support::takePicture(shown.panel, QStringLiteral("viewer-empty-") + theme);
        shown.presenter.openFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.presenter.state().checking, kPatience);
        shown.lines->setFocus();
        QTest::keyClick(shown.lines, Qt::Key_Down);
        support::takePicture(shown.panel, QStringLiteral("viewer-open-") + theme);
        shown.field("Find in lines")->setText(QStringLiteral("value\":9[0-9]"));
        shown.button("Regular expression")->click();
        QTRY_VERIFY_WITH_TIMEOUT(shown.presenter.state().find.hitCount > 0, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.presenter.state().find.running, kPatience);
        QTest::keyClick(&shown.panel, Qt::Key_F3);
        QTest::keyClick(&shown.panel, Qt::Key_F3);
        support::takePicture(shown.panel, QStringLiteral("viewer-find-") + theme);
        QTest::keyClick(shown.lines, Qt::Key_End, Qt::ControlModifier);
        support::takePicture(shown.panel, QStringLiteral("viewer-end-") + theme);
    });
}

void TestViewerPanel::emptyViewer_offersToOpen()
{
    Shown shown;
    QCOMPARE(support::unnamedControls(shown.panel), QStringList());
    int offers = 0;
    for (const auto *button : shown.panel.findChildren<QAbstractButton *>())
        offers += button->isVisible() ? 1 : 0;
    QCOMPARE(offers, 2); // files, folder
}

void TestViewerPanel::keys_findAndGoToALine()
{
    put(m_path, observations(500));
    Shown shown;
    shown.open(m_path);
    QTest::keyClick(shown.lines, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(shown.field("Go to line")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("123"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(shown.lines->currentLine().shown(), 123);
    shown.field("Go to line")->setText(QStringLiteral("4,00"));
    QTest::keyClick(shown.field("Go to line"), Qt::Key_Return);
    QCOMPARE(shown.lines->currentLine().shown(), 400);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(shown.lines->hasFocus());

    QTest::keyClick(shown.lines, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(shown.lines, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.field("Find in lines")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("patient/76"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // searches at once
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(6), kPatience);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // then goes on
    QCOMPARE(shown.lines->currentLine().value, 76);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
    QCOMPARE(shown.lines->currentLine().value, 76 + 77);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(shown.lines->currentLine().value, 76 + 5 * 77); // round the beginning
}

void TestViewerPanel::expression_thatIsBad_isSaidBesideTheField()
{
    put(m_path, observations(20));
    Shown shown;
    shown.open(m_path);
    shown.field("Find in lines")->setText(QStringLiteral("(a"));
    shown.button("Regular expression")->click();
    QVERIFY(shown.says(QStringLiteral("not valid")));
    shown.field("Find in lines")->setText(QStringLiteral("(a)"));
    QTest::keyClick(shown.field("Find in lines"), Qt::Key_Return);
    QVERIFY(!shown.says(QStringLiteral("not valid")));
}

void TestViewerPanel::hit_inTheList_showsItsLine()
{
    put(m_path, observations(300));
    Shown shown;
    shown.open(m_path);
    QTableView *hits = shown.table("Hits");
    QVERIFY(!hits->isVisible());
    shown.presenter.find({QStringLiteral("Patient/70\""), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(3), kPatience);
    QVERIFY(hits->isVisible());
    QTest::mouseClick(
        hits->viewport(), Qt::LeftButton, {}, hits->visualRect(hits->model()->index(1, 1)).center());
    QCOMPARE(shown.lines->currentLine().value, 147);
    QVERIFY(shown.lines->horizontalScrollBar()->value() > 0); // the match is in view
    shown.button("Show or hide the list of hits")->click();
    QVERIFY(!hits->isVisible());
    shown.presenter.find({});
    QVERIFY(!hits->isVisibleTo(&shown.panel));
}

void TestViewerPanel::tree_followsTheLineAndCopies()
{
    put(m_path, observations(20));
    Shown shown;
    shown.open(m_path);
    auto *tree = shown.panel.findChild<QTreeView *>();
    QTest::keyClick(shown.lines, Qt::Key_Down);
    QVERIFY(shown.says(QStringLiteral("Line 2")));
    QModelIndex quantity;
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        if (tree->model()->index(row, 0).data().toString() == QLatin1String("valueQuantity"))
            quantity = tree->model()->index(row, 0);
    }
    tree->setCurrentIndex(tree->model()->index(0, 0, quantity));
    shown.button("Copy value")->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("61.50"));
    shown.button("Copy path")->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Observation.valueQuantity.value"));
    QVERIFY(shown.says(QStringLiteral("Observation.valueQuantity.value")));
}

void TestViewerPanel::problems_areReachedFromTheStatusLine()
{
    put(m_path, observations(50) + "bad\n" + observations(5) + "[]\n");
    Shown shown;
    shown.open(m_path);
    QAbstractButton *problems = shown.button("2 problems, go to the next one");
    QVERIFY(problems->isVisible());
    problems->click();
    QCOMPARE(shown.lines->currentLine().value, 50);
    QVERIFY(shown.says(QStringLiteral("Not valid JSON from byte 1")));
    QTest::keyClick(shown.lines, Qt::Key_F8);
    QCOMPARE(shown.lines->currentLine().value, 56);
}

// F-093
void TestViewerPanel::file_thatIsNoNdjson_isSaid()
{
    put(m_path, "{\n  \"resourceType\": \"Bundle\"\n}\n");
    Shown shown;
    shown.open(m_path);
    QVERIFY(shown.panel.findChild<InlineMessage *>()->isVisible());
    QVERIFY(shown.says(QStringLiteral("one JSON document over many lines")));
    QCOMPARE(shown.lines->lineCount(), 3);
    put(m_path, observations(3));
    shown.open(m_path);
    QVERIFY(!shown.panel.findChild<InlineMessage *>()->isVisible());
}

void TestViewerPanel::missingFile_isSaidAndTheRestStaysUsable()
{
    Shown shown;
    shown.presenter.openFiles({m_path});
    QTRY_COMPARE_WITH_TIMEOUT(shown.presenter.state().opened.phase, Phase::Failed, kPatience);
    QVERIFY(shown.says(QStringLiteral("The file is not there")));
    put(m_path, observations(3));
    shown.open(m_path);
    QCOMPARE(shown.lines->lineCount(), 3);
}

void TestViewerPanel::folder_offersItsFiles()
{
    put(m_folder->filePath(QStringLiteral("001.Condition.ndjson")),
        "{\"resourceType\":\"Condition\",\"id\":\"1\"}\n");
    put(m_folder->filePath(QStringLiteral("002.Observation.ndjson.part")), observations(7));
    Shown shown;
    shown.presenter.openRunFolder(m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), kPatience);
    auto *files = shown.panel.findChild<QComboBox *>();
    QCOMPARE(files->count(), 2);
    QCOMPARE(files->itemText(1), QStringLiteral("002.Observation.ndjson.part (unfinished)"));
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(shown.lines->lineCount(), 7, kPatience);
}

void TestViewerPanel::growingFile_movesNothing()
{
    put(m_path, observations(100));
    Shown shown;
    shown.open(m_path);
    shown.lines->goTo({50});
    const LineNumber first = shown.lines->visibleLines().first().number;
    put(m_path, observations(100), QIODevice::Append);
    QTRY_COMPARE_WITH_TIMEOUT(shown.lines->lineCount(), 200, kPatience);
    QCOMPARE(shown.lines->visibleLines().first().number, first);
    QCOMPARE(shown.lines->currentLine().value, 50);
}

void TestViewerPanel::controls_haveNamesAndPlainTextAndNoTabTrap()
{
    put(m_path, observations(100) + "bad\n");
    Shown shown;
    shown.open(m_path);
    shown.presenter.find({QStringLiteral("final"), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(100), kPatience);
    QCOMPARE(support::unnamedControls(shown.panel), QStringList());
    QCOMPARE(support::richTextLabels(shown.panel), QStringList());
    shown.lines->setFocus();
    QVERIFY(support::tabGoesRound(shown.panel));
}

// Privacy: beyond the file's name nothing of a file leaves the view by itself.
void TestViewerPanel::content_isInNoTitle()
{
    put(m_path, observations(3));
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    Shown shown;
    shown.open(m_path);
    QVERIFY(shown.panel.windowTitle().isEmpty());
    QTest::keyClick(shown.lines, Qt::Key_Down);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
}

void TestViewerPanel::query_isOfferedAndSearchedByPath()
{
    put(m_path, observations(300));
    Shown shown;
    shown.open(m_path);
    shown.field("Find in lines")->setText(QStringLiteral("subject.reference ends /70"));
    QTest::keyClick(shown.field("Find in lines"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(0), kPatience);
    QVERIFY(shown.says(QStringLiteral("question about a value")));
    auto *offer = shown.panel.findChild<QPushButton *>(QStringLiteral("asPath"));
    QVERIFY(offer->isVisible());
    offer->click();
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(3), kPatience);
    QVERIFY(!offer->isVisible());
    QVERIFY(!shown.button("Regular expression")->isEnabled());
    QTest::keyClick(shown.lines, Qt::Key_F3);
    QCOMPARE(shown.lines->currentLine().value, 70);
    support::takePicture(shown.panel, QStringLiteral("viewer-path"));
    shown.field("Find in lines")->setText(QStringLiteral("subject.reference ends"));
    QTest::keyClick(shown.field("Find in lines"), Qt::Key_Return);
    QVERIFY(shown.says(QStringLiteral("A value is missing")));
}

void TestViewerPanel::onlyHits_areShownWhenAsked()
{
    put(m_path, observations(300));
    Shown shown;
    shown.open(m_path);
    QVERIFY(!shown.button("Show only the lines with hits")->isEnabled());
    shown.presenter.find({QStringLiteral("Patient/70\""), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(3), kPatience);
    shown.lines->goTo({147});
    shown.button("Show only the lines with hits")->click();
    QCOMPARE(shown.lines->lineCount(), 3);
    QCOMPARE(shown.lines->currentLine().value, 147);
    support::takePicture(shown.panel, QStringLiteral("viewer-filter"));
    QTest::keyClick(shown.lines, Qt::Key_F3);
    QCOMPARE(shown.lines->currentLine().value, 224);
    shown.button("Show only the lines with hits")->click();
    QCOMPARE(shown.lines->lineCount(), 300);
    QCOMPARE(shown.lines->currentLine().value, 224);
}

void TestViewerPanel::searchTabs_bringTheirExpressionBack()
{
    put(m_path, observations(100));
    Shown shown;
    shown.open(m_path);
    shown.presenter.find({QStringLiteral("o7"), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(11), kPatience);
    QTest::keyClick(shown.lines, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(shown.field("Find in lines")->hasFocus());
    QCOMPARE(shown.field("Find in lines")->text(), QString());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("status = final"));
    shown.button("Search by path")->click();
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(100), kPatience);
    auto *tabs = shown.panel.findChild<QTabBar *>();
    QVERIFY(tabs->isVisible());
    QCOMPARE(tabs->tabText(0), QStringLiteral("o7"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("status = final"));
    support::takePicture(shown.panel, QStringLiteral("viewer-tabs"));
    tabs->setCurrentIndex(0);
    QCOMPARE(shown.field("Find in lines")->text(), QStringLiteral("o7"));
    QVERIFY(!shown.button("Search by path")->isChecked());
    QVERIFY(shown.button("Match case")->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(11), kPatience);
    QCOMPARE(support::unnamedControls(shown.panel), QStringList());
}

void TestViewerPanel::wrapAndMarks_workByKey()
{
    put(m_path, observations(100));
    Shown shown;
    shown.open(m_path);
    const int height = shown.lines->rectOf({0}).height();
    shown.button("Wrap long lines")->click();
    QVERIFY(shown.lines->rectOf({0}).height() > 2 * height);
    shown.lines->goTo({3});
    QTest::keyClick(shown.lines, Qt::Key_B, Qt::ControlModifier);
    shown.lines->goTo({50});
    QTest::keyClick(shown.lines, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(shown.lines->overviewWords().contains(QLatin1String("2 mark")));
    QTest::keyClick(shown.lines, Qt::Key_F2);
    QCOMPARE(shown.lines->currentLine().value, 3);
    support::takePicture(shown.panel, QStringLiteral("viewer-wrap"));
    QTest::keyClick(shown.lines, Qt::Key_F2, Qt::ShiftModifier);
    QCOMPARE(shown.lines->currentLine().value, 50);
}

// Issue 5, privacy: nothing of a person is on screen, spoken or copied before somebody asks for it.
void TestViewerPanel::production_hidesValuesUntilRevealed()
{
    put(m_folder->filePath(QStringLiteral("run.json")), "{\"practice\":{\"environment\":\"production\"}}");
    put(m_path, observations(100));
    Shown shown;
    shown.presenter.openRunFolder(m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), kPatience);
    shown.lines->setFocus();
    QVERIFY(shown.presenter.state().hidden);
    QVERIFY(shown.says(QStringLiteral("come from production")));
    const auto visible = [&shown] { return shown.lines->visibleLines().first().bytes; };
    QVERIFY(visible().contains("8867-4"));
    QVERIFY(!visible().contains("M\xC3\xBCller") && !visible().contains("2026-05-12"));
    QVERIFY(!shown.says(QStringLiteral("Patient/0")));
    QTest::keyClick(shown.lines, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("2026-05-12")));
    auto *tree = shown.panel.findChild<QTreeView *>();
    QCOMPARE(tree->model()->index(1, 1).data().toString(), QStringLiteral("•••••")); // the id
    QCOMPARE(tree->model()->index(0, 1).data().toString(), QStringLiteral("\"Observation\""));
    shown.presenter.find({QStringLiteral("M\u00FCller"), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(100), kPatience);
    auto *hits = shown.table("Hits");
    QVERIFY(!hits->model()->index(0, 1).data().toString().contains(QStringLiteral("ller")));
    QSignalSpy refused(&shown.presenter, &ViewerPresenter::saveFailed);
    shown.presenter.saveLines({0}, {1}, m_folder->filePath(QStringLiteral("x.ndjson")));
    QCOMPARE(refused.size(), 1);
    support::takePicture(shown.panel, QStringLiteral("viewer-hidden"));
    QCOMPARE(support::unnamedControls(shown.panel), QStringList());

    QAbstractButton *reveal = nullptr;
    for (auto *button : shown.panel.findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("Reveal values"))
            reveal = button;
    }
    QVERIFY(reveal && reveal->isVisible());
    reveal->click();
    QVERIFY(!shown.presenter.state().hidden);
    QVERIFY(visible().contains("2026-05-12"));
    QVERIFY(shown.says(QStringLiteral("Patient/0")));
    QVERIFY(hits->model()->index(0, 1).data().toString().contains(QStringLiteral("ller")));
    shown.presenter.openFiles({m_path}); // the file alone: its folder tells
    QVERIFY(shown.presenter.state().hidden);
}

void TestViewerPanel::overview_countsTheRunAndLeadsToLines()
{
    put(m_folder->filePath(QStringLiteral("001.Observation.ndjson")), observations(200));
    put(m_folder->filePath(QStringLiteral("002.Observation.ndjson")), observations(3));
    QByteArray patients;
    for (int i = 0; i < 80; ++i)
        if (i != 40)
            patients += "{\"resourceType\":\"Patient\",\"id\":\"" + QByteArray::number(i)
                + "\",\"meta\":{\"lastUpdated\":\"2026-06-" + QByteArray::number(10 + i % 19)
                + "T00:00:00Z\"}}\n";
    put(m_folder->filePath(QStringLiteral("003.Patient.ndjson")), patients);
    put(m_folder->filePath(QStringLiteral("manifest.json")),
        R"({"output":[{"type":"Patient","count":79},{"type":"Observation","count":210}]})");
    support::inBothThemes([&](const QString &theme) {
        Shown shown({1280, 1000});
        shown.presenter.openRunFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), kPatience);
        auto *files = shown.panel.findChild<QComboBox *>();
        QCOMPARE(files->count(), 4); // a line between the two types, which cannot be chosen
        QVERIFY(!(files->model()->index(2, 0).flags() & Qt::ItemIsEnabled));
        QCOMPARE(files->itemText(3), QStringLiteral("003.Patient.ndjson"));
        shown.button("Overview of the run")->click();
        QTRY_VERIFY_WITH_TIMEOUT(shown.presenter.overview().overview() != nullptr, kPatience);
        QVERIFY(shown.says(QStringLiteral(
            "282 resources of 2 types. Not as the manifest says: Observation 203 instead of 210.")));
        QVERIFY(shown.says(QStringLiteral("1 resource is referred to but is in none of the files.")));
        QVERIFY(shown.says(QStringLiteral("3 of 79 patients have no other resource in this run.")));
        support::takePicture(shown.panel, QStringLiteral("viewer-overview-") + theme);
        QCOMPARE(support::unnamedControls(shown.panel), QStringList());
        QCOMPARE(support::richTextLabels(shown.panel), QStringList());
        auto *table = qobject_cast<QTableWidget *>(shown.table("Resources by type"));
        QVERIFY(!table->isVisible());
        shown.button("Resources by type as a table")->click();
        QVERIFY(table->isVisible());
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("210"));
        auto *lines = qobject_cast<QTableWidget *>(shown.table("Lines with such references"));
        QCOMPARE(lines->item(0, 0)->text(), QStringLiteral("Patient/40"));
        Q_EMIT lines->itemActivated(lines->item(0, 2));
        QTRY_VERIFY_WITH_TIMEOUT(shown.presenter.state().currentLine == 40, kPatience);
        QVERIFY(shown.lines->isVisible());
    });
}

void TestViewerPanel::problems_tellOfReferencesOnceCompared()
{
    put(m_folder->filePath(QStringLiteral("001.Observation.ndjson")), observations(60));
    put(m_folder->filePath(QStringLiteral("002.Patient.ndjson")),
        "{\"resourceType\":\"Patient\",\"id\":\"0\"}\n{\"resourceType\":\"Patient\",\"id\":\"1\"}\n");
    support::inBothThemes([&](const QString &theme) {
        Shown shown;
        shown.presenter.openRunFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(shown.ready(), kPatience);
        QPushButton *compare = nullptr;
        for (auto *button : shown.panel.findChildren<QPushButton *>())
            compare = button->text() == QLatin1String("Compare references") ? button : compare;
        QVERIFY(compare != nullptr && compare->isVisible());
        compare->click();
        QTRY_VERIFY_WITH_TIMEOUT(shown.presenter.state().noteCount > 0, kPatience);
        QVERIFY(!compare->isVisible());
        shown.button("Show or hide the list of problems")->click();
        auto *list = shown.table("Problems and notes");
        QCOMPARE(list->model()->rowCount(), 58); // patients 2 to 59
        list->selectRow(4);
        QCOMPARE(shown.lines->currentLine().value, 6);
        support::takePicture(shown.panel, QStringLiteral("viewer-references-") + theme);
    });
}

void TestViewerPanel::attachment_hasAButton()
{
    put(m_path,
        "{\"resourceType\":\"DocumentReference\",\"id\":\"1\",\"status\":\"current\",\"subject\":{"
        "\"reference\":\"Patient/"
        "7\"},\"content\":[{\"attachment\":{\"contentType\":\"application/pdf\",\"data\":\"QUJD\"}}]}\n"
            + observations(3));
    Shown shown;
    shown.open(m_path);
    const QAbstractButton *save = nullptr;
    for (const auto *button : shown.panel.findChildren<QAbstractButton *>())
        save = button->accessibleName().startsWith(QLatin1String("Save the attachment (application/pdf, "))
            ? button
            : save;
    QVERIFY(save != nullptr && save->isVisible());
    support::takePicture(shown.panel, QStringLiteral("viewer-attachment"));
    shown.presenter.setHidden(true);
    QVERIFY(!save->isEnabled());
    shown.presenter.setHidden(false);
    QTest::keyClick(shown.lines, Qt::Key_Down);
    QVERIFY(!save->isVisible());
}

void TestViewerPanel::columns_showPathsOfTheFilteredLines()
{
    put(m_path, observations(300));
    Shown shown;
    shown.open(m_path);
    shown.button("Lines as a table")->click();
    QTableView *table = shown.table("Table of the lines");
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 300);
    QLineEdit *paths = shown.field("Paths of the columns");
    QVERIFY(paths->text().contains(QLatin1String("valueQuantity.value"))); // proposed for the type
    paths->setText({});
    QTest::keyClicks(paths, QStringLiteral("id, valueQuantity.value"));
    QTest::keyClick(paths, Qt::Key_Return);
    QCOMPARE(table->model()->columnCount(), 3);
    QCOMPARE(table->model()->index(5, 2).data().toString(), QStringLiteral("65.50")); // as sent (BD-168)
    table->sortByColumn(2, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(
        table->model()->index(0, 2).data().toString(), QStringLiteral("99.50"), kPatience);
    support::takePicture(shown.panel, QStringLiteral("viewer-columns"));
    shown.presenter.find({QStringLiteral("Patient/70\""), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(shown.found(3), kPatience);
    shown.button("Show only the lines with hits")->click();
    QCOMPARE(table->model()->rowCount(), 3);
    table->setFocus();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        QStringLiteral("71\to70\t90.50\n148\to147\t87.50\n225\to224\t84.50"));
    QTest::keyClicks(paths, QStringLiteral("..x"));
    QTest::keyClick(paths, Qt::Key_Return);
    QVERIFY(shown.says(QStringLiteral("A name is missing in the path.")));
    Q_EMIT table->activated(table->model()->index(1, 0));
    QCOMPARE(shown.lines->currentLine().value, 147);
    QVERIFY(shown.lines->isVisible());
}

QTEST_MAIN(TestViewerPanel)
#include "tst_viewer_panel.moc"
