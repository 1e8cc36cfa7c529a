// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_reader.h"

#include <QRandomGenerator>
#include <QTemporaryFile>
#include <QTest>

#include <memory>

using namespace waybill;
using namespace waybill::ndjson;

namespace {

struct Opened {
    std::unique_ptr<QTemporaryFile> disk = std::make_unique<QTemporaryFile>();
    std::shared_ptr<LineIndex> index = std::make_shared<LineIndex>();
    std::shared_ptr<LineReader> reader;

    explicit Opened(const QByteArray &bytes)
    {
        if (!disk->open())
            qFatal("no temporary file");
        write(bytes);
        auto file = SourceFile::open(disk->fileName());
        reader = std::make_shared<LineReader>(*file, index);
    }
    void write(const QByteArray &bytes) const
    {
        disk->write(bytes);
        disk->flush();
    }
};

/// What a person would do with the whole file in memory.
QList<QByteArray> naiveLines(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool ended = i + 1 < lines.size() || bytes.endsWith('\n');
        if (ended && lines.at(i).endsWith('\r'))
            lines[i].chop(1);
    }
    return lines;
}

void appendInChunks(LineIndex &index, const QByteArray &bytes, QRandomGenerator &random)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = std::min<qsizetype>(bytes.size() - at, random.bounded(1, 200'000));
        index.append(QByteArrayView(bytes).sliced(at, length));
        at += length;
    }
}

QByteArray randomFile(QRandomGenerator &random)
{
    QByteArray bytes;
    const int lines = random.bounded(1, 2000);
    for (int i = 0; i < lines; ++i) {
        int length = random.bounded(200);
        if (random.bounded(300) == 0)
            length = random.bounded(3'000'000); // longer than an index step
        bytes.append(QByteArray(length, static_cast<char>('a' + i % 26)));
        if (random.bounded(10) == 0)
            bytes.append("\r");
        bytes.append('\n');
    }
    if (random.bounded(3) == 0)
        bytes.append("open end");
    return bytes;
}

} // namespace

class TestLineReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_equalTheNaiveSplit_howeverItWasChunked();
    void smallFiles_haveTheLinesAPersonCounts_data();
    void smallFiles_haveTheLinesAPersonCounts();
    void clip_cutsEachLine();
    void giantLine_isSteppedOverWithoutReadingIt();
    void index_staysSparse();
    void file_thatGrows_keepsItsLinesAndGetsMore();
    void file_thatShrinks_givesUnreadableLinesAndNoCrash();
    void pipesAndFolders_areRefused();
};

void TestLineReader::lines_equalTheNaiveSplit_howeverItWasChunked()
{
    QRandomGenerator random(77);
    for (int round = 0; round < 25; ++round) {
        const QByteArray bytes = randomFile(random);
        const QList<QByteArray> naive = naiveLines(bytes);
        const Opened opened(bytes);
        appendInChunks(*opened.index, bytes, random);
        QCOMPARE(opened.reader->lineCount(), naive.size());
        for (int jump = 0; jump < 40; ++jump) {
            const int first = random.bounded(static_cast<int>(naive.size()));
            const int count = random.bounded(1, 80);
            const QList<LineText> lines = opened.reader->lines({first}, count, {0, 100});
            QCOMPARE(lines.size(), std::min<qsizetype>(count, naive.size() - first));
            for (const LineText &line : lines) {
                const QByteArray &expected = naive.at(line.number.value);
                QCOMPARE(line.length, expected.size());
                QCOMPARE(line.bytes, expected.left(100));
                QCOMPARE(bytes.mid(line.begin.value, line.bytes.size()), line.bytes);
            }
        }
    }
}

// BD-161, BD-162
void TestLineReader::smallFiles_haveTheLinesAPersonCounts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::addColumn<bool>("ended");
    QTest::newRow("empty") << QByteArray("") << QByteArrayList{} << true;
    QTest::newRow("one newline") << QByteArray("\n") << QByteArrayList{""} << true;
    QTest::newRow("one line") << QByteArray("a\n") << QByteArrayList{"a"} << true;
    QTest::newRow("open end") << QByteArray("a\nb") << QByteArrayList{"a", "b"} << false;
    QTest::newRow("CRLF") << QByteArray("a\r\n\r\nb\r\n") << QByteArrayList{"a", "", "b"} << true;
    QTest::newRow("lone CR") << QByteArray("a\rb\n") << QByteArrayList{"a\rb"} << true;
    QTest::newRow("open CR") << QByteArray("a\r") << QByteArrayList{"a\r"} << false;
}

void TestLineReader::smallFiles_haveTheLinesAPersonCounts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    QFETCH(bool, ended);
    const Opened opened(bytes);
    opened.index->append(bytes);
    QByteArrayList found;
    for (const LineText &line : opened.reader->lines({0}, 10, {})) {
        found.append(line.bytes);
        if (line.number.value == expected.size() - 1)
            QCOMPARE(line.ended, ended);
    }
    QCOMPARE(found, expected);
    QCOMPARE(opened.reader->lines({expected.size()}, 1, {}).size(), 0);
    QCOMPARE(opened.reader->lines({-1}, 1, {}).size(), 0);
}

void TestLineReader::clip_cutsEachLine()
{
    const Opened opened("0123456789\nab\n");
    opened.index->append("0123456789\nab\n");
    const QList<LineText> lines = opened.reader->lines({0}, 2, {3, 4});
    QCOMPARE(lines.at(0).bytes, QByteArray("3456"));
    QCOMPARE(lines.at(0).length, 10);
    QCOMPARE(lines.at(1).bytes, QByteArray());
    QCOMPARE(lines.at(1).clipBegin, 2);
}

// F-094
void TestLineReader::giantLine_isSteppedOverWithoutReadingIt()
{
    QByteArray bytes("first\n");
    bytes.append(QByteArray(50'000'000, 'x'));
    bytes.append("\nafter\n");
    const Opened opened(bytes);
    opened.index->append(bytes);
    const auto after = opened.index->offsetOf({2});
    QVERIFY(after.has_value());
    QCOMPARE(*after, bytes.size() - 6);
    const QList<LineText> lines = opened.reader->lines({0}, 3, {0, 10});
    QCOMPARE(lines.at(1).length, 50'000'000);
    QCOMPARE(lines.at(2).bytes, QByteArray("after"));
}

void TestLineReader::index_staysSparse()
{
    LineIndex index;
    const QByteArray block = (QByteArray(999, 'x') + '\n').repeated(1000);
    for (int i = 0; i < 1000; ++i)
        index.append(block); // 1 GB, a million lines
    QCOMPARE(index.extent().newlines, 1'000'000);
    QCOMPARE(index.extent().bytes, 1'000'000'000);
    QVERIFY2(index.memory() < 300'000, qPrintable(QString::number(index.memory())));
    LineIndex shortLines;
    const QByteArray objects = QByteArray("{}\n").repeated(1'000'000);
    for (int i = 0; i < 10; ++i)
        shortLines.append(objects);
    QCOMPARE(shortLines.extent().newlines, 10'000'000);
    QVERIFY2(shortLines.memory() < 20'000, qPrintable(QString::number(shortLines.memory())));
}

void TestLineReader::file_thatGrows_keepsItsLinesAndGetsMore()
{
    const Opened opened("a\nunfin");
    opened.index->append("a\nunfin");
    QCOMPARE(opened.reader->lineCount(), 2);
    QVERIFY(!opened.reader->lines({1}, 1, {}).first().ended);
    opened.write("ished\nb\n");
    QCOMPARE(opened.reader->lines({1}, 1, {}).first().bytes, QByteArray("unfin")); // not below the mark yet
    opened.index->append("ished\nb\n");
    QCOMPARE(opened.reader->lineCount(), 3);
    QCOMPARE(opened.reader->lines({1}, 1, {}).first().bytes, QByteArray("unfinished"));
    QVERIFY(opened.reader->lines({1}, 1, {}).first().ended);
}

// F-098, reliability plan row 17
void TestLineReader::file_thatShrinks_givesUnreadableLinesAndNoCrash()
{
    const QByteArray bytes = (QByteArray(99, 'x') + '\n').repeated(1000);
    const Opened opened(bytes);
    opened.index->append(bytes);
    QVERIFY(opened.disk->resize(150));
    const QList<LineText> lines = opened.reader->lines({0}, 3, {});
    QVERIFY(lines.at(0).readable);
    QVERIFY(!lines.at(2).readable);
    for (int first = 0; first < 1000; first += 111)
        QVERIFY(opened.reader->lines({first}, 50, {}).size() <= 50);
}

void TestLineReader::pipesAndFolders_areRefused()
{
    QCOMPARE(SourceFile::open(QStringLiteral("/dev/null")).error().code, ErrorCode::InvalidInput);
    QCOMPARE(SourceFile::open(QStringLiteral("/")).error().code, ErrorCode::InvalidInput);
    const auto missing = SourceFile::open(QStringLiteral("/nowhere/x.ndjson"));
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(missing.error().where, QStringLiteral("x.ndjson"));
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_line_reader.moc"
