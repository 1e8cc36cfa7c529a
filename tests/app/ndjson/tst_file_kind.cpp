// SPDX-License-Identifier: Apache-2.0
#include "ndjson/file_kind.h"
#include "ndjson/id_set.h"

#include <QTest>

using namespace waybill::ndjson;

class TestFileKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_areRecognisedByContent_data();
    void files_areRecognisedByContent();
    void notes_nameMarksAndLineEnds();
    void idSet_remembersUpToItsCapacity();
};

// F-090, F-091, F-093
void TestFileKind::files_areRecognisedByContent_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<FileKind>("kind");
    const auto row = [](const char *name, const QByteArray &head, FileKind kind) {
        QTest::newRow(name) << head << kind;
    };
    row("empty", "", FileKind::Empty);
    row("NDJSON", "{\"a\":1}\n{\"a\":2}\n", FileKind::Ndjson);
    row("one line, no end", "{\"a\":1", FileKind::Ndjson);
    row("first line bad", "{\"a\":1,}\n{\"a\":2}\n", FileKind::Ndjson);
    row("first line cut, then others", "{\"a\":\n{\"a\":2}\n{\"b\":1}\n", FileKind::PrettyJson);
    row("only blank lines", "\n\r\n", FileKind::Ndjson);
    row("blank line first", "\n{\"a\":1}\n", FileKind::Ndjson);
    row("gzip", "\x1F\x8B\x08", FileKind::Gzip);
    row("UTF-16 LE with a mark", QByteArray("\xFF\xFE{\0", 4), FileKind::Utf16);
    row("UTF-16 BE with a mark", QByteArray("\xFE\xFF\0{", 4), FileKind::Utf16);
    row("UTF-16 LE without", QByteArray("{\0\"\0a\0\"\0", 8), FileKind::Utf16);
    row("UTF-16 BE without", QByteArray("\0{\0\"\0a\0\"", 8), FileKind::Utf16);
    row("array on one line", "[{\"a\":1},{\"a\":2}]\n", FileKind::JsonArray);
    row("array over lines", "[\n  {\"a\":1},\n  {\"a\":2}\n]\n", FileKind::JsonArray);
    row("array, one resource a line", "[{\"a\":1},\n{\"a\":2}]\n", FileKind::JsonArray);
    row("bad line first", "[]\n{\"a\":1}\n", FileKind::Ndjson);
    row("pretty printed", "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}\n", FileKind::PrettyJson);
    row("pretty printed with CRLF", "{\r\n  \"a\": 1\r\n}\r\n", FileKind::PrettyJson);
    row("HTML", "<!DOCTYPE html>\n<html>", FileKind::Text);
    row("CSV", "name,url\nx,y\n", FileKind::Text);
    row("a word that begins like a literal", "nothing here\n", FileKind::Text);
    row("zip", QByteArray("PK\x03\x04\x14\0\x06\0\x08\0\0\0\x01\x02\x03", 15), FileKind::Binary);
}

void TestFileKind::files_areRecognisedByContent()
{
    QFETCH(QByteArray, head);
    QFETCH(FileKind, kind);
    QCOMPARE(recognise(head).kind, kind);
    const bool plain = kind == FileKind::Ndjson && !recognise(head).carriageReturns;
    QCOMPARE(remarkFor(recognise(head)).isEmpty(), plain);
}

void TestFileKind::notes_nameMarksAndLineEnds()
{
    const Recognised both = recognise("\xEF\xBB\xBF{\"a\":1}\r\n");
    QCOMPARE(both, (Recognised{FileKind::Ndjson, true, true}));
    QVERIFY(remarkFor(both).contains(QStringLiteral("CRLF")));
}

void TestFileKind::idSet_remembersUpToItsCapacity()
{
    IdSet ids(10'000);
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(ids.insert("Patient", QByteArray::number(i)), IdSet::Seen::First);
    for (int i = 0; i < 10'000; ++i) {
        QCOMPARE(ids.insert("Patient", QByteArray::number(i)), IdSet::Seen::Again);
        QCOMPARE(ids.insert("Group", QByteArray::number(i)), IdSet::Seen::Full);
    }
    QCOMPARE(ids.size(), 10'000);
}

QTEST_GUILESS_MAIN(TestFileKind)
#include "tst_file_kind.moc"
