// SPDX-License-Identifier: Apache-2.0
#include "ndjson/file_session.h"
#include "ndjson/json_text.h"
#include "ndjson/line_columns.h"
#include "ndjson/value_mask.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::ndjson;

/// What may be seen while values are hidden, and what a spreadsheet gets.
class TestValueMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_areHidden_data();
    void values_areHidden();
    void pieces_neverShowMoreThanTheLine();
    void secrets_areNowhereWhateverTheCut();
    void lines_keepTheirLengths();
    void csvFields_runNoFormula_data();
    void csvFields_runNoFormula();
    void columns_areReadAndSorted();
    void namesThatReadLikeNumbers_areSortedAsText();
    void badColumns_areSaid();
};

void TestValueMask::values_areHidden_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *line, const char *shown) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(shown);
    };
    row(R"({"resourceType":"Patient","id":"77"})", R"({"resourceType":"Patient","id":"**"})");
    row(R"({"name":[{"family":"Chalmers","given":["Peter","J."]}]})",
        R"({"name":[{"family":"********","given":["*****","**"]}]})");
    row(R"({"birthDate" : "1974-12-25"})", R"({"birthDate" : "**********"})");
    row(R"({"valueQuantity":{"value":60.5,"unit":"/min"}})",
        R"({"valueQuantity":{"value":****,"unit":"/min"}})");
    row(R"({"code":{"coding":[{"system":"http://loinc.org","code":"8867-4","display":"Heart"}],"text":"Heart"}})",
        R"({"code":{"coding":[{"system":"http://loinc.org","code":"8867-4","display":"*****"}],"text":"*****"}})");
    row(R"({"subject":{"reference":"Patient/77","display":"Ann"}})",
        R"({"subject":{"reference":"Patient/**","display":"***"}})");
    row(R"({"reference":"urn:uuid:12"})", R"({"reference":"***********"})");
    row(R"({"text":"say \"code\":\"x\" twice"})", R"({"text":"************************"})");
    row(R"({"deceasedBoolean":true,"x":null})", R"({"deceasedBoolean":true,"x":null})");
    row(R"({"code":[{"a":"b"},"secret"]})", R"({"code":[{"a":"*"},"******"]})");
    row("{\"a\":\"M\xC3\xBCller", "{\"a\":\"*******");
    row("not json at all", "*** **** ** ***");
    row("", "");
}

void TestValueMask::values_areHidden()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, shown);
    QCOMPARE(maskedValues(line, true), shown);
}

// A piece from the middle of a line shows nothing that the whole line would hide.
void TestValueMask::pieces_neverShowMoreThanTheLine()
{
    const QByteArray line =
        R"({"resourceType":"Patient","id":"Zz9","name":[{"use":"official","family":"Qqqq, \"Jr\"","given":["Www"]}],)"
        R"("birthDate":"1974-12-25","code":"kkk","multipleBirthInteger":7,"address":[{"line":["9: Vvv"]}]})";
    const QByteArray whole = maskedValues(line, true);
    for (qsizetype from = 1; from < line.size(); ++from) {
        const QByteArray piece = maskedValues(QByteArrayView(line).sliced(from), false);
        QCOMPARE(piece.size(), line.size() - from);
        for (const char *secret : {"Zz9", "Qqqq", "Www", "1974", "Vvv"})
            QVERIFY2(!piece.contains(secret), piece.constData());
    }
    QVERIFY(whole.contains("official") && whole.contains("kkk"));
}

void TestValueMask::secrets_areNowhereWhateverTheCut()
{
    QRandomGenerator random(7);
    const QByteArray signs = "{}[]:,\"\\ \ta1SECRET";
    for (int run = 0; run < 20'000; ++run) {
        QByteArray text;
        for (int i = 0; i < 40; ++i)
            text += signs.at(random.bounded(static_cast<int>(signs.size())));
        for (const bool fromStart : {true, false})
            QCOMPARE(maskedValues(text, fromStart).size(), text.size()); // and no crash
    }
}

void TestValueMask::lines_keepTheirLengths()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.ndjson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray one =
        "{\"id\":\"secret\",\"status\":\"final\",\"data\":\"" + QByteArray(200'000, 'S') + "\"}";
    file.write(one + "\n{\"id\":\"other\"}\n");
    file.close();
    const auto session = FileSession::open(file.fileName());
    QVERIFY(session && (*session)->index([] {}, {}));
    const MaskedLines lines((*session)->reader());
    QCOMPARE(lines.lineCount(), 2);
    for (const std::int64_t begin : {0, 5, 1000, 70'000, 150'000}) {
        const LineText line = lines.lines({0}, 1, {begin, 100}).first();
        QCOMPARE(line.clipBegin, begin);
        QCOMPARE(line.bytes.size(), 100);
        QCOMPARE(line.length, one.size());
        QVERIFY(line.masked);
        QVERIFY(!line.bytes.contains("secret") && !line.bytes.contains("SSS"));
    }
    QVERIFY(lines.lines({0}, 1, {0, 60}).first().bytes.contains("final"));
}

void TestValueMask::csvFields_runNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *text, const char *field) {
        QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(field);
    };
    row("plain", "plain");
    row("=1+1", "'=1+1");
    row("=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"");
    row("+49 30 1234", "'+49 30 1234");
    row("@SUM(A1)", "'@SUM(A1)");
    row("-cmd", "'-cmd");
    row("-5.20", "-5.20");
    row("+5", "+5");
    row("-inf", "'-inf");
    row("\xEF\xBC\x9D"
        "1",
        "'\xEF\xBC\x9D"
        "1"); // full-width
    row("  =1", "'  =1");
    row("\t=1", "\"'\t=1\"");
    row("a,b", "\"a,b\"");
    row("say \"x\"", "\"say \"\"x\"\"\"");
    row("two\nlines", "\"two\nlines\"");
    row("1.10", "1.10");
    row("", "");
}

void TestValueMask::csvFields_runNoFormula()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, field);
    QCOMPARE(csvField(text), field);
}

void TestValueMask::columns_areReadAndSorted()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.ndjson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"id\":\"a\",\"v\":10,\"name\":[{\"given\":[\"X\",\"Y\"]}]}\n{\"id\":\"=b\",\"v\":9.50}"
               "\nbroken\n{\"id\":\"c\",\"v\":\"text\"}\n");
    file.close();
    const auto session = FileSession::open(file.fileName());
    QVERIFY(session && (*session)->index([] {}, {}));
    const auto columns = ColumnSet::parse(QStringLiteral(" id, v ,name.given,"));
    QVERIFY(columns);
    QCOMPARE(columns->titles,
        (QStringList{QStringLiteral("id"), QStringLiteral("v"), QStringLiteral("name.given")}));
    ColumnRows rows{(*session)->reader(), nullptr, 4};
    QCOMPARE(columns->cellsOf(rows.textOf(0)),
        (QStringList{QStringLiteral("a"), QStringLiteral("10"), QStringLiteral("X; Y")}));
    QCOMPARE(columns->cellsOf(rows.textOf(1)).at(1), QStringLiteral("9.50")); // as sent (BD-168)
    QCOMPARE(sortedBy(rows, *columns, 1, false), (std::vector<std::int64_t>{1, 0, 3, 2}));
    QCOMPARE(sortedBy(rows, *columns, 1, true), (std::vector<std::int64_t>{3, 0, 1, 2}));
    const QString path = folder.filePath(QStringLiteral("t.csv"));
    const auto saved = saveCsv(rows, *columns, {3, 1, 0, 2}, path);
    QVERIFY(saved && *saved == 4);
    QFile csv(path);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll(),
        QByteArray(
            "\xEF\xBB\xBFline,id,v,name.given\r\n4,c,text,\r\n2,'=b,9.50,\r\n1,a,10,\"X; Y\"\r\n3,,,\r\n"));
    QCOMPARE(csv.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), 0);
    QCOMPARE(*saveCsv(rows, *columns, {}, path), 4); // in the order of the file
    const qint64 before = QFileInfo(file).size();
    const auto refused = saveCsv(rows, *columns, {}, file.fileName());
    QVERIFY(!refused);
    QCOMPARE(QFileInfo(file).size(), before);
    rows.hits = std::make_shared<std::vector<Hit>>(std::vector<Hit>{{{1}, {45}, 0, 0}});
    rows.count = 1;
    QCOMPARE(rows.numberOf(0).value, 1);
    QVERIFY(!saveCsv(rows, *columns, {}, folder.filePath(QStringLiteral("none/t.csv"))));
}

void TestValueMask::namesThatReadLikeNumbers_areSortedAsText()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.ndjson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const char *name : {"Nan", "Zoe", "Inf", "Anna", "infinity", "7", "nan"})
        file.write("{\"id\":\"" + QByteArray(name) + "\"}\n");
    file.close();
    const auto session = FileSession::open(file.fileName());
    QVERIFY(session && (*session)->index([] {}, {}));
    const ColumnRows rows{(*session)->reader(), nullptr, 7};
    const auto columns = ColumnSet::parse(QStringLiteral("id"));
    QCOMPARE(sortedBy(rows, *columns, 0, false), (std::vector<std::int64_t>{5, 3, 2, 0, 1, 4, 6}));
    QVERIFY(!numberIn("nan") && !numberIn("-inf") && !numberIn("") && !numberIn("-") && !numberIn("1x"));
    QCOMPARE(*numberIn("-1.5e2"), -150.0);
}

void TestValueMask::badColumns_areSaid()
{
    for (const char *text : {"", " , ", "a..b", "a b", "a[", "a = 1"}) {
        const auto columns = ColumnSet::parse(QLatin1String(text));
        QVERIFY2(!columns, text);
        QVERIFY(!columns.error().what.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestValueMask)
#include "tst_value_mask.moc"
