// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_source.h"
#include "support/widget_checks.h"
#include "widgets/line_runs.h"
#include "widgets/line_scroll.h"
#include "widgets/line_view.h"
#include "widgets/line_wrap.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace waybill;
using namespace waybill::ui;
using ndjson::Clip;
using ndjson::LineText;

namespace {

/// Any number of lines that exist nowhere. Line 7 of the short ones is long.
class VirtualLines final : public ndjson::LineSource
{
public:
    explicit VirtualLines(std::int64_t count)
        : m_count(count)
    {
    }
    std::int64_t lineCount() const override { return m_count; }
    QList<LineText> lines(LineNumber first, int count, Clip clip) const override
    {
        ++m_reads;
        QList<LineText> found;
        for (std::int64_t line = first.value; line < std::min(m_count, first.value + count); ++line) {
            QByteArray text =
                "{\"resourceType\":\"Patient\",\"id\":\"" + QByteArray::number(qint64{line}) + "\"}";
            if (line == 7)
                text = "{\"data\":\"" + QByteArray(200'000, 'x') + "needle\"}";
            found.append({{line}, {line * 100}, text.size(), std::min<std::int64_t>(clip.begin, text.size()),
                text.mid(clip.begin, clip.length), true, true});
        }
        return found;
    }
    void grow(std::int64_t count) { m_count = count; }
    int reads() const { return m_reads; }

private:
    std::int64_t m_count;
    mutable int m_reads = 0;
};

struct Shown {
    std::shared_ptr<VirtualLines> source;
    LineView view;
    explicit Shown(std::int64_t count)
        : source(std::make_shared<VirtualLines>(count))
    {
        view.resize(700, 500);
        view.setSource(source);
        view.show();
        view.activateWindow();
        view.setFocus();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("no active window");
    }
    std::int64_t firstShown() const { return view.visibleLines().first().number.value; }
    std::int64_t lastShown() const { return view.visibleLines().last().number.value; }
};

QString spoken(LineView &view)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&view);
    return face->textInterface()->text(0, face->textInterface()->characterCount());
}

} // namespace

class TestLineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scroll_isExactWithinInt();
    void scroll_reachesEveryEndBeyondInt();
    void scroll_movesByPixels();
    void runs_colourJson();
    void runs_guessFromTheMiddle();
    void runs_areSplitAtHits();
    void characters_areNotCut();
    void threeBillionLines_canBeReadToTheLast();
    void keys_moveTheCurrentLine();
    void wheel_scrollsByPixels();
    void scrollBar_dragsThroughEverything();
    void mouse_selectsLines();
    void copy_withAndWithoutNumbers();
    void copy_ofTooMuch_isRefused();
    void match_farInALongLine_isScrolledIntoView();
    void growingSource_keepsThePlace();
    void screenReader_getsTheVisibleLines();
    void painting_isQuickAndClipped();
    void emptySource_isHarmless();
    void wrap_showsLongLinesOverRows();
    void wrap_reachesTheLastRow();
    void wrap_keepsCharactersWhole();
    void filteredLines_keepTheirNumbers();
    void strip_tellsWhereThingsLie();
    void mark_isAskedForByKey();
};

namespace {

/// Every tenth line of a file.
class TenthLines final : public ndjson::LineSource
{
public:
    std::int64_t lineCount() const override { return 100; }
    QList<LineText> lines(LineNumber first, int count, Clip clip) const override
    {
        QList<LineText> found = VirtualLines(lineCount()).lines(first, count, clip);
        for (LineText &line : found)
            line.number.value *= 10;
        return found;
    }
    LineNumber numberOf(std::int64_t row) const override { return {row * 10}; }
    std::int64_t rowOf(LineNumber number) const override { return (number.value + 9) / 10; }
};

} // namespace

void TestLineView::scroll_isExactWithinInt()
{
    const LineScroll scroll(1000, 20, 199); // nine full rows
    QCOMPARE(scroll.fullRows(), 9);
    QCOMPARE(scroll.lastTop(), 991);
    QCOMPARE(scroll.barMaximum(), 991);
    for (int top = 0; top <= 991; ++top)
        QCOMPARE(scroll.fromBar(scroll.toBar(top)), top);
    QCOMPARE(scroll.revealing({500, 5}, 500), (ScrollPosition{500, 0}));
    QCOMPARE(scroll.revealing({500, 0}, 509), (ScrollPosition{501, 0}));
    QCOMPARE(scroll.revealing({500, 0}, 508), (ScrollPosition{500, 0}));
    QCOMPARE(scroll.clamped({5000, 3}), (ScrollPosition{991, 0}));
    QCOMPARE(LineScroll(3, 20, 199).lastTop(), 0);
    QCOMPARE(LineScroll(0, 20, 0).barMaximum(), 0);
}

void TestLineView::scroll_reachesEveryEndBeyondInt()
{
    const LineScroll scroll(3'000'000'000'000, 20, 200);
    QCOMPARE(scroll.barMaximum(), std::numeric_limits<int>::max());
    QCOMPARE(scroll.fromBar(0), 0);
    QCOMPARE(scroll.fromBar(scroll.barMaximum()), scroll.lastTop());
    QCOMPARE(scroll.toBar(scroll.lastTop()), scroll.barMaximum());
    std::int64_t before = -1;
    for (int value = 0; value < scroll.barMaximum() - 100'000'000; value += 100'000'000) {
        QVERIFY(scroll.fromBar(value) > before);
        before = scroll.fromBar(value);
    }
}

void TestLineView::scroll_movesByPixels()
{
    const LineScroll scroll(100, 20, 200);
    QCOMPARE(scroll.moved({10, 0}, 5), (ScrollPosition{10, 5}));
    QCOMPARE(scroll.moved({10, 5}, -6), (ScrollPosition{9, 19}));
    QCOMPARE(scroll.moved({10, 5}, 55), (ScrollPosition{13, 0}));
    QCOMPARE(scroll.moved({1, 5}, -1000), (ScrollPosition{0, 0}));
    QCOMPARE(scroll.moved({89, 5}, 1000), (ScrollPosition{90, 0}));
}

void TestLineView::runs_colourJson()
{
    const QByteArray text = R"({"a":"b","n":-1.50,"t":true,"o":[null]} x)";
    QStringList told;
    qsizetype end = 0;
    for (const LineRun &run : runsOf(text, true)) {
        QCOMPARE(run.begin, end); // no gaps
        end += run.length;
        const char *kinds[] = {"mark", "key", "text", "number", "word", "odd"};
        told.append(QLatin1String(kinds[static_cast<int>(run.kind)]) + QLatin1Char(' ')
            + QString::fromUtf8(text.mid(run.begin, run.length)));
    }
    QCOMPARE(end, text.size());
    QCOMPARE(told.join(QLatin1Char('|')),
        QStringLiteral(
            "mark {|key \"a\"|mark :|text \"b\"|mark ,|key \"n\"|mark :|number -1.50|mark ,|key \"t\"|"
            "mark :|word true|mark ,|key \"o\"|mark :[|word null|mark ]} |odd x"));
}

void TestLineView::runs_guessFromTheMiddle()
{
    QCOMPARE(runsOf("inside\",\"k\":1", false).front(), (LineRun{RunKind::Text, false, 0, 7}));
    QCOMPARE(runsOf("AAAAAA", false).front().kind, RunKind::Text);
    QCOMPARE(runsOf("12,\"k\":1", false).front(), (LineRun{RunKind::Number, false, 0, 2}));
    QVERIFY(runsOf("", false).empty());
    QRandomGenerator random(3);
    for (int round = 0; round < 5000; ++round) { // whatever comes: all bytes, no gap, no end
        QByteArray text;
        for (int i = random.bounded(60); i > 0; --i)
            text.append("{}[]:,\"\\ae1-. \xC3\xA9t\0"[random.bounded(18)]);
        qsizetype end = 0;
        for (const LineRun &run : runsOf(text, random.bounded(2) == 0, {{3, 4}, {20, 2}})) {
            QCOMPARE(run.begin, end);
            QVERIFY(run.length > 0);
            end += run.length;
        }
        QCOMPARE(end, text.size());
    }
}

void TestLineView::runs_areSplitAtHits()
{
    const auto runs = runsOf("\"abcdef\"", true, {{2, 2}, {6, 2}});
    QCOMPARE(runs.size(), 4U);
    QCOMPARE(runs[1], (LineRun{RunKind::Text, true, 2, 2}));
    QCOMPARE(runs[3], (LineRun{RunKind::Text, true, 6, 2}));
}

void TestLineView::characters_areNotCut()
{
    const QByteArray text = "a\xE2\x82\xAC\xF0\x9F\x98\x80z";
    for (qsizetype begin = 0; begin <= text.size(); ++begin) {
        for (qsizetype end = begin; end <= text.size(); ++end) {
            const QByteArrayView whole = wholeCharacters(
                QByteArrayView(text).sliced(begin, end - begin), begin > 0, end < text.size());
            QVERIFY(!QString::fromUtf8(whole).contains(QChar::ReplacementCharacter));
        }
    }
}

void TestLineView::threeBillionLines_canBeReadToTheLast()
{
    Shown shown(3'000'000'000);
    QCOMPARE(shown.view.currentLine().value, 0);
    shown.view.goTo({2'999'999'989});
    QCOMPARE(shown.view.currentLine().shown(), 2'999'999'990);
    QVERIFY(shown.firstShown() < 2'999'999'989 && shown.lastShown() >= 2'999'999'989);
    QTest::keyClick(&shown.view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.view.currentLine().shown(), 3'000'000'000);
    QCOMPARE(shown.lastShown(), 2'999'999'999);
    QCOMPARE(shown.view.verticalScrollBar()->value(), shown.view.verticalScrollBar()->maximum());
    QTest::keyClick(&shown.view, Qt::Key_Up); // single lines although the bar is scaled
    QCOMPARE(shown.view.currentLine().shown(), 2'999'999'999);
    QVERIFY(!shown.view.rectOf({2'999'999'998}).isEmpty());
}

void TestLineView::keys_moveTheCurrentLine()
{
    Shown shown(1000);
    QSignalSpy current(&shown.view, &LineView::currentLineChanged);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QCOMPARE(shown.view.currentLine().value, 1);
    QCOMPARE(current.size(), 1);
    QTest::keyClick(&shown.view, Qt::Key_PageDown);
    const std::int64_t page = shown.view.currentLine().value - 1;
    QVERIFY(page > 10);
    QTest::keyClick(&shown.view, Qt::Key_PageUp);
    QCOMPARE(shown.view.currentLine().value, 1);
    QTest::keyClick(&shown.view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(shown.view.currentLine().value, 0);
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QCOMPARE(shown.view.currentLine().value, 0);
    QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown.view.selection(), (std::pair<LineNumber, LineNumber>{{0}, {1}}));
    for (int i = 0; i < 100; ++i) {
        QTest::keyClick(&shown.view, Qt::Key_Down);
        const QRect row = shown.view.rectOf(shown.view.currentLine());
        QVERIFY(row.top() >= 0 && row.bottom() <= shown.view.viewport()->height());
    }
    QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ControlModifier); // scrolls, the line stays
    QCOMPARE(shown.view.currentLine().value, 101);
}

void TestLineView::wheel_scrollsByPixels()
{
    Shown shown(1000);
    const auto wheel = [&shown](QPoint pixels, QPoint angle) {
        QWheelEvent event({100, 100}, shown.view.mapToGlobal(QPointF(100, 100)), pixels, angle, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(shown.view.viewport(), &event);
    };
    wheel({0, -7}, {0, -14});
    QCOMPARE(shown.view.rectOf({0}).top(), -7);
    wheel({0, 7}, {0, 14});
    wheel({}, {0, -120}); // one notch: three lines, at once or gliding
    QTRY_COMPARE(shown.firstShown(), 3);
    QTRY_COMPARE(shown.view.rectOf({3}).top(), 0);
}

void TestLineView::scrollBar_dragsThroughEverything()
{
    Shown shown(3'000'000'000);
    QScrollBar *bar = shown.view.verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    QVERIFY(std::abs(shown.firstShown() - 1'500'000'000) < 100);
    bar->setValue(bar->maximum());
    QCOMPARE(shown.lastShown(), 2'999'999'999);
    bar->setValue(0);
    QCOMPARE(shown.firstShown(), 0);
}

void TestLineView::mouse_selectsLines()
{
    Shown shown(1000);
    const auto at = [&shown](int line) { return shown.view.rectOf({line}).center(); };
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, at(5));
    QCOMPARE(shown.view.currentLine().value, 5);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, at(9));
    QCOMPARE(shown.view.selection(), (std::pair<LineNumber, LineNumber>{{5}, {9}}));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, at(2));
    QCOMPARE(shown.view.selection(), (std::pair<LineNumber, LineNumber>{{2}, {2}}));
}

void TestLineView::copy_withAndWithoutNumbers()
{
    Shown shown(1000);
    shown.view.goTo({3});
    QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        QStringLiteral(
            "{\"resourceType\":\"Patient\",\"id\":\"3\"}\n{\"resourceType\":\"Patient\",\"id\":\"4\"}\n"));
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("4\t{")));
}

void TestLineView::copy_ofTooMuch_isRefused()
{
    Shown shown(10'000'000);
    QApplication::clipboard()->setText(QStringLiteral("before"));
    QSignalSpy refused(&shown.view, &LineView::copyRefused);
    QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
}

void TestLineView::match_farInALongLine_isScrolledIntoView()
{
    Shown shown(1000);
    const int most = shown.view.horizontalScrollBar()->maximum();
    QVERIFY(most > 1000 && most < 5000); // cut at 4 KB, although the line has 200 KB
    shown.view.goTo({7}, 200'009, 6);
    const int left = shown.view.horizontalScrollBar()->value();
    QVERIFY(left > 199'000 && left < 200'009);
    bool seen = false;
    for (const LineText &line : shown.view.visibleLines())
        seen = seen || line.bytes.contains("needle");
    QVERIFY(seen);
    shown.view.grab();
}

void TestLineView::growingSource_keepsThePlace()
{
    Shown shown(0);
    QCOMPARE(shown.view.currentLine().value, -1);
    shown.source->grow(100);
    shown.view.linesGrew();
    QCOMPARE(shown.view.currentLine().value, 0);
    shown.view.goTo({50});
    const std::int64_t first = shown.firstShown();
    shown.source->grow(1'000'000);
    shown.view.linesGrew();
    QCOMPARE(shown.firstShown(), first);
    QCOMPARE(shown.view.currentLine().value, 50);
    QVERIFY(shown.view.verticalScrollBar()->maximum() > 900'000);
}

void TestLineView::screenReader_getsTheVisibleLines()
{
    Shown shown(3'000'000'000);
    shown.view.goTo({2'999'999'989});
    QVERIFY(spoken(shown.view).contains(QStringLiteral("2999999990: {\"resourceType\":\"Patient\"")));
    QVERIFY(spoken(shown.view).size() < 10'000); // never the file
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&shown.view);
    QCOMPARE(face->role(), QAccessible::EditableText);
    QVERIFY(face->state().readOnly && face->state().multiLine);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Lines"));
    QVERIFY(face->text(QAccessible::Value).startsWith(QStringLiteral("2999999990:")));
    int start = 0;
    int end = 0;
    const QString line = face->textInterface()->textAtOffset(
        face->textInterface()->cursorPosition(), QAccessible::LineBoundary, &start, &end);
    QVERIFY(line.startsWith(QStringLiteral("2999999990:")));
    const QRect place = face->textInterface()->characterRect(start);
    QCOMPARE(face->textInterface()->offsetAtPoint(place.center()), start);
    face->textInterface()->setCursorPosition(0);
    QCOMPARE(shown.view.currentLine(), shown.view.visibleLines().first().number);
}

void TestLineView::painting_isQuickAndClipped()
{
    Shown shown(1000);
    shown.view.resize(1600, 960);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        shown.view.goTo({i * 37 % 990});
        shown.view.grab();
    }
    // 16 ms is the goal on a quiet machine in a release build; this catches only painting of whole lines.
    QVERIFY2(timer.elapsed() < 20 * 200, qPrintable(QString::number(timer.elapsed())));
    for (const LineText &line : shown.view.visibleLines())
        QVERIFY(line.bytes.size() <= 4096);
}

void TestLineView::emptySource_isHarmless()
{
    Shown shown(0);
    for (const int key :
        {Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_End, Qt::Key_Home, Qt::Key_Right}) {
        QTest::keyClick(&shown.view, static_cast<Qt::Key>(key));
        QTest::keyClick(&shown.view, static_cast<Qt::Key>(key), Qt::ControlModifier);
    }
    QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, {50, 50});
    shown.view.goTo({5});
    shown.view.grab();
    QCOMPARE(spoken(shown.view), QString());
    shown.view.setSource(nullptr);
    shown.view.grab();
}

void TestLineView::wrap_showsLongLinesOverRows()
{
    Shown shown(1000);
    const int single = shown.view.rectOf({3}).height();
    shown.view.setWrap(true);
    QVERIFY(shown.view.wraps());
    QCOMPARE(shown.view.rectOf({3}).height(), single);
    const QRect wide = shown.view.rectOf({7}); // 200 KB: as much as is shown at all, and the badge
    QVERIFY(wide.height() > 20 * single);
    QCOMPARE(wide.height() % single, 0);
    QVERIFY(!shown.view.horizontalScrollBar()->isVisible());
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, wide.topLeft() + QPoint(200, 5 * single));
    QCOMPARE(shown.view.currentLine().value, 7);
    shown.view.goTo({8});
    QVERIFY(shown.view.viewport()->rect().contains(shown.view.rectOf({8})));
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QCOMPARE(shown.view.currentLine().value, 7);
    QVERIFY(shown.view.rectOf({7}).top() >= 0); // its begin, as it is higher than the view
    shown.view.setWrap(false);
    QCOMPARE(shown.view.rectOf({7}).height(), single);
}

void TestLineView::wrap_reachesTheLastRow()
{
    Shown shown(3'000'000'000);
    shown.view.setWrap(true);
    QTest::keyClick(&shown.view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.view.currentLine().value, 2'999'999'999);
    QVERIFY(shown.view.viewport()->rect().contains(shown.view.rectOf({2'999'999'999})));
    QTest::keyClick(&shown.view, Qt::Key_Home, Qt::ControlModifier);
    for (int page = 0; page < 40; ++page)
        QTest::keyClick(&shown.view, Qt::Key_PageDown);
    QVERIFY(shown.view.currentLine().value > 100); // past the long line, which is higher than a page
    for (int page = 0; page < 80; ++page)
        QTest::keyClick(&shown.view, Qt::Key_PageUp);
    QCOMPARE(shown.view.currentLine().value, 0);
    shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum());
    QCOMPARE(shown.view.visibleLines().last().number.value, 2'999'999'999);
}

void TestLineView::wrap_keepsCharactersWhole()
{
    const QFontMetricsF metrics(textFont(TextRole::Mono, qApp->font()));
    const double width = metrics.horizontalAdvance(QLatin1Char('0'));
    QCOMPARE(rowBegins("abcdef", 3, width, metrics), (std::vector<qsizetype>{0, 3}));
    QCOMPARE(rowBegins("", 3, width, metrics), (std::vector<qsizetype>{0}));
    QCOMPARE(rowBegins("abc", 3, width, metrics), (std::vector<qsizetype>{0}));
    const QByteArray umlauts = QByteArray("\xC3\xA4").repeated(7);
    for (const qsizetype begin : rowBegins(umlauts, 3, width, metrics))
        QCOMPARE(begin % 2, 0);
    const QByteArray broken("\x80\x80\xFFx\xE2\x82", 6);
    QVERIFY(rowBegins(broken, 1, width, metrics).size() >= 2);
}

void TestLineView::filteredLines_keepTheirNumbers()
{
    Shown shown(5);
    shown.view.setSource(std::make_shared<TenthLines>());
    QCOMPARE(shown.view.lineCount(), 100);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QCOMPARE(shown.view.currentLine().value, 10);
    shown.view.goTo({500});
    QCOMPARE(shown.view.currentLine().value, 500);
    QVERIFY(shown.view.viewport()->rect().contains(shown.view.rectOf({500})));
    shown.view.goTo({501}); // not among them: the next one
    QCOMPARE(shown.view.currentLine().value, 510);
    QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown.view.selection(), std::pair(LineNumber{510}, LineNumber{520}));
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("511\t{")));
    QVERIFY(spoken(shown.view).contains(QLatin1String("511: ")));
}

void TestLineView::strip_tellsWhereThingsLie()
{
    Shown shown(1000);
    auto *strip = shown.view.findChild<OverviewStrip *>();
    QVERIFY(strip->isVisible());
    QVERIFY(strip->x() >= shown.view.viewport()->geometry().right());
    const QImage empty = strip->grab().toImage();
    LineOverview overview;
    overview.problems.add({500});
    overview.marks.insert(900);
    shown.view.setOverview(overview);
    QVERIFY(strip->grab().toImage() != empty);
    QVERIFY(shown.view.overviewWords().contains(QLatin1String("problems")));
    QVERIFY(shown.view.overviewWords().contains(QLatin1String("1 mark")));
    // A click near a tick goes to its line, elsewhere to the place.
    QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(5, strip->height() / 2 + 3));
    QCOMPARE(shown.view.currentLine().value, 500);
    QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(5, strip->height() * 9 / 10));
    QCOMPARE(shown.view.currentLine().value, 900);
    QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(5, strip->height() / 4));
    QVERIFY(qAbs(shown.view.currentLine().value - 250) < 5);
}

void TestLineView::mark_isAskedForByKey()
{
    Shown shown(1000);
    QSignalSpy marks(&shown.view, &LineView::markRequested);
    QTest::keyClick(&shown.view, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(marks.size(), 1);
    QTest::mouseDClick(
        shown.view.viewport(), Qt::LeftButton, {}, shown.view.rectOf({4}).topLeft() + QPoint(30, 5));
    QCOMPARE(marks.size(), 2);
    QCOMPARE(shown.view.currentLine().value, 4);
}

QTEST_MAIN(TestLineView)
#include "tst_line_view.moc"
