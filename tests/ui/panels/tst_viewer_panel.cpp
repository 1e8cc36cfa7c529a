// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_panel.h"
#include "support/widget_checks.h"
#include "widgets/inline_message.h"
#include "widgets/line_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
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

QTEST_MAIN(TestViewerPanel)
#include "tst_viewer_panel.moc"
