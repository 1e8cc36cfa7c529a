// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_finder.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

#include <thread>

using namespace waybill;
using namespace waybill::ndjson;

namespace {

struct Found {
    QList<qint64> lines;
    std::vector<Hit> hits;
    QList<qint64> tooCostly;
    qint64 counted = 0;
};

Found find(const QByteArray &bytes, const FindOptions &options, const std::stop_token &stop = {})
{
    QTemporaryFile disk;
    if (!disk.open() || disk.write(bytes) != bytes.size() || !disk.flush())
        qFatal("no temporary file");
    const auto file = SourceFile::open(disk.fileName());
    const auto pattern = SearchPattern::compile(options);
    if (!pattern)
        qFatal("%s", qPrintable(pattern.error().what));
    Found found;
    const bool complete = findInFile(
        **file, bytes.size(), *pattern,
        [&found](const FindBatch &batch) {
            for (const Hit &hit : batch.hits) {
                found.hits.push_back(hit);
                found.lines.append(hit.line.value);
            }
            for (const LineNumber line : batch.tooCostly)
                found.tooCostly.append(line.value);
            found.counted = batch.next.line.value;
        },
        stop);
    if (!complete)
        qFatal("the disk failed");
    return found;
}

FindOptions regex(const char *text)
{
    return {QString::fromUtf8(text), true, true, false};
}

} // namespace

class TestLineFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expressions_matchWithinALine_data();
    void expressions_matchWithinALine();
    void hits_equalALineByLineSearch();
    void hits_knowTheirPlace();
    void windows_cutNoLine();
    void linesLongerThanMemory_areSearchedInPieces();
    void hostileExpression_isBoundedAndSaid();
    void hostileExpression_isCancelledAtOnce();
    void badExpressions_sayWhere();
    void matchesIn_findsAllForHighlighting();
};

void TestLineFinder::expressions_matchWithinALine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FindOptions>("options");
    QTest::addColumn<QList<qint64>>("lines");
    const auto row = [](const char *name, const QByteArray &bytes, const FindOptions &options,
                         const QList<qint64> &lines) { QTest::newRow(name) << bytes << options << lines; };
    const auto text = [](const char *words, bool sensitive = true, bool whole = false) {
        return FindOptions{QString::fromUtf8(words), false, sensitive, whole};
    };
    row("literal", "ab\ncab\nx\n", text("ab"), {0, 1});
    row("once a line", "abab\nab\n", text("ab"), {0, 1});
    row("open end", "x\nab", text("ab"), {1});
    row("literal is not an expression", "a.b\naxb\n", text("a.b"), {0});
    row("any case", "AB\nab\nAb\n", text("aB", false), {0, 1, 2});
    row("exact case", "AB\nab\n", text("AB"), {0});
    row("any case, not ASCII", "M\xC3\x9CLLER\nm\xC3\xBCller\n", text("M\xC3\xBCller", false), {0, 1});
    row("whole word", "cat\ncatalog\nthe cat.\n", text("cat", true, true), {0, 2});
    row("whole word, any case", "Cat\nCATS\n", text("cat", false, true), {0});
    row("whole word, not ASCII",
        "\xC3\x9C"
        "ber\n\xC3\x9C"
        "berall\nx \xC3\x9C"
        "ber\\E\n",
        text("\xC3\x9C"
             "ber",
            true, true),
        {0, 2});
    row("literal over lines", "a\nb\n", text("a\nb"), {});
    row("expression", "a1\nb2\na3\n", regex("a[0-9]"), {0, 2});
    row("caret", "ab\nba\n", regex("^a"), {0});
    row("dollar", "ab\nba\n", regex("a$"), {1});
    row("dollar before CRLF", "ba\r\nab\r\n", regex("a$"), {0});
    row("dot is a character", "M\xC3\xBCx\n", regex("M.x"), {0});
    row("negated class stays in its line", "ab\ncd\nab}\n", regex("a[^}]*\\}"), {2});
    row("white space stays in its line", "a\nb\na b\n", regex("a\\s+b"), {2});
    row("match over lines hides no later one", "a\nab\n", regex("a[^x]*b"), {1});
    row("look-ahead sees one line", "a\nb\nab\n", regex("a(?!\\n*b)"), {0});
    row("look-behind sees one line", "a\nb\n", regex("(?<!a\\n)b"), {1});
    row("start of subject is each line", "ab\nab\n", regex("\\Aa"), {0, 1});
    row("end of subject is each line", "ab\nab\n", regex("b\\z"), {0, 1});
    row("empty match", "a\n\nb\n", regex("x*"), {0, 1, 2});
    row("empty line", "a\n\nb\n", regex("^$"), {1});
    row("or", "a\nb\nc\n", regex("a|c"), {0, 2});
    row("invalid UTF-8 around",
        "\xFF\xFE"
        "ab\n\xE2\x82\nab\xC3\n",
        regex("ab"), {0, 2});
    row("class of letters", "\xC3\xA9\n1\n", regex("\\p{L}"), {0});
    row("nothing", "", text("a"), {});
    row("nul byte", QByteArray("a\0b\n", 4), regex("a\\x00b"), {0});
}

void TestLineFinder::expressions_matchWithinALine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(FindOptions, options);
    QFETCH(QList<qint64>, lines);
    const Found found = find(bytes, options);
    QCOMPARE(found.lines, lines);
    QCOMPARE(found.counted, bytes.count('\n'));
}

void TestLineFinder::hits_equalALineByLineSearch()
{
    QRandomGenerator random(9);
    const QList<const char *> expressions{
        "ab+c", "^a.*c$", "[^a]b", "\\bab\\b", "a\\s*b", "(a|b){3}", "c?a", "(?=ab)a", "x|^$", "\xC3\xA9+"};
    for (int round = 0; round < 50; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(300); i > 0; --i)
            bytes.append(QByteArrayList{"a", "b", "c", " ", "\n", "\xC3\xA9", "x"}.at(random.bounded(7)));
        bytes.append('\n');
        for (const char *expression : expressions) {
            const QRegularExpression naive(QString::fromUtf8(expression));
            QList<qint64> expected;
            const QList<QByteArray> lines = bytes.split('\n');
            for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
                if (naive.match(QString::fromUtf8(lines.at(i))).hasMatch())
                    expected.append(i);
            }
            QVERIFY2(find(bytes, regex(expression)).lines == expected, expression);
        }
    }
}

void TestLineFinder::hits_knowTheirPlace()
{
    const Found found = find("zero\nxx needle\n", {QStringLiteral("needle"), false, true, false});
    QCOMPARE(found.hits.size(), 1U);
    QCOMPARE(found.hits.front(), (Hit{{1}, {5}, 3, 6}));
}

void TestLineFinder::windows_cutNoLine()
{
    QByteArray bytes;
    QList<qint64> expected;
    for (int i = 0; i < 12'000; ++i) { // 12 MB: several windows
        if (i % 500 == 0)
            expected.append(i);
        bytes.append(QByteArray(1000 + i % 7, 'x') + (i % 500 == 0 ? "needle" : "") + "\n");
    }
    QCOMPARE(find(bytes, {QStringLiteral("needle"), false, true, false}).lines, expected);
    QCOMPARE(find(bytes, regex("(?:needle)$")).lines, expected);
}

void TestLineFinder::linesLongerThanMemory_areSearchedInPieces()
{
    QByteArray bytes("first needle\n");
    bytes.append(QByteArray((64 << 20) - 3, 'x') + "needle" + QByteArray(40 << 20, 'y') + "needle\n");
    bytes.append("x\nneedle\n");
    const Found found = find(bytes, {QStringLiteral("needle"), false, true, false});
    QCOMPARE(found.lines, (QList<qint64>{0, 1, 3}));
    QCOMPARE(found.hits.at(1).column, (64 << 20) - 3);
}

// Reliability plan row 25
void TestLineFinder::hostileExpression_isBoundedAndSaid()
{
    const QByteArray bytes = "aab\n" + QByteArray(60, 'a') + "!\nab\n" + QByteArray(20'000, 'a') + "!\naaa\n";
    QElapsedTimer timer;
    timer.start();
    const Found found = find(bytes, regex("^(a+)+$"));
    QCOMPARE(found.tooCostly, (QList<qint64>{1, 3}));
    QCOMPARE(found.lines, (QList<qint64>{4}));
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestLineFinder::hostileExpression_isCancelledAtOnce()
{
    QByteArray bytes;
    for (int i = 0; i < 2000; ++i)
        bytes.append(QByteArray(3000, 'a') + "!\n");
    std::stop_source stop;
    QElapsedTimer sinceStop;
    std::jthread stopper([&stop, &sinceStop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        sinceStop.start();
        stop.request_stop();
    });
    const Found found = find(bytes, regex("(a+)+[bc]"), stop.get_token());
    stopper.join();
    QVERIFY2(sinceStop.elapsed() < 500, qPrintable(QString::number(sinceStop.elapsed()))); // 100 ms and slack
    QVERIFY(found.tooCostly.size() < 2000);
}

void TestLineFinder::badExpressions_sayWhere()
{
    const auto bad = SearchPattern::compile(regex("ab(c"));
    QCOMPARE(bad.error().code, ErrorCode::InvalidInput);
    QVERIFY2(bad.error().what.contains(QStringLiteral("character 5")), qPrintable(bad.error().what));
    QVERIFY(!SearchPattern::compile({}).has_value());
}

void TestLineFinder::matchesIn_findsAllForHighlighting()
{
    const auto pattern = SearchPattern::compile(regex("a+|\xC3\xA9"));
    using Ranges = std::vector<std::pair<qsizetype, qsizetype>>;
    QVERIFY(matchesIn("aab a \xC3\xA9", *pattern, 10) == (Ranges{{0, 2}, {4, 1}, {6, 2}}));
    QVERIFY(matchesIn("aab a", *pattern, 1) == (Ranges{{0, 2}}));
    const auto empty = SearchPattern::compile(regex("x*"));
    QVERIFY(matchesIn("\xC3\xA9\xC3\xA9", *empty, 10).empty());
}

QTEST_GUILESS_MAIN(TestLineFinder)
#include "tst_line_finder.moc"
