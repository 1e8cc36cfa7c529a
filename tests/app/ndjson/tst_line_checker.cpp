// SPDX-License-Identifier: Apache-2.0
#include "ndjson/id_set.h"
#include "ndjson/line_checker.h"
#include "support/shared_sample.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <sys/resource.h>

using namespace waybill;
using namespace waybill::ndjson;

namespace {

CheckSummary check(const QByteArray &bytes, Expectation expectation = {})
{
    LineChecker checker(std::move(expectation));
    checker.add(bytes);
    return checker.finish();
}

/// "0@3 not-json, 2@40 no-id": physical line and file offset of everything reported.
QString told(const CheckSummary &summary)
{
    QList<Problem> all = summary.problems + summary.notes;
    std::stable_sort(
        all.begin(), all.end(), [](const Problem &a, const Problem &b) { return a.line < b.line; });
    QStringList words;
    for (const Problem &problem : all)
        words.append(QStringLiteral("%1@%2 %3")
                         .arg(problem.line.value)
                         .arg(problem.offset.value)
                         .arg(codeName(problem.kind)));
    return words.join(QStringLiteral(", "));
}

QByteArray patient(int id)
{
    return "{\"resourceType\":\"Patient\",\"id\":\"p" + QByteArray::number(id) + "\"}\n";
}

QByteArray nested(int depth)
{
    return "{\"resourceType\":\"X\",\"id\":\"1\",\"v\":" + QByteArray(depth - 1, '[')
        + QByteArray(depth - 1, ']') + "}\n";
}

const QByteArray kStart = "{\"resourceType\":\"Patient\",\"id\":\"1\",\"v\":";

} // namespace

class TestLineChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badLines_areJudgedOneByOne_data();
    void badLines_areJudgedOneByOne();
    void everyBadLine_isCountedAndTheNextGoesOn();
    void chunks_neverChangeTheVerdict();
    void characters_splitAtEveryOffset_survive();
    void typeOfFile_isCompared();
    void headers_countOnlyWhereTheyAreAllowed();
    void blankLines_areProblemsWhenAskedFor();
    void ids_areComparedAcrossFilesThatShareASet();
    void ids_areReportedInTheOrderOfTheLines();
    void ids_beyondTheMemory_areSaid();
    void types_arePerNameAndBounded();
    void giantLine_isSkippedInBoundedMemory();
    void lineOfManyMegabytes_belowTheLimit_isJudged();
    void problems_areKeptUpToAThousandAndCountedBeyond();
    void messages_neverHoldContent();
    void realSample_countsAsWc();
};

// Reliability plan row 16, F-090 to F-097, BD-160 to BD-169.
void TestLineChecker::badLines_areJudgedOneByOne_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, int lines, const char *expected) {
        QTest::newRow(name) << bytes << lines << QString::fromLatin1(expected);
    };
    row("nothing", "", 0, "");
    row("one good line", patient(1), 1, "");
    row("two good lines", patient(1) + patient(2), 2, "");
    row("CRLF", "{\"resourceType\":\"A\",\"id\":\"1\"}\r\n{\"resourceType\":\"A\",\"id\":\"2\"}\r\n", 2, "");
    row("lone CR is white space, not an end", "{\"resourceType\":\"A\",\r\"id\":\"1\"}\n", 1, "");
    row("lone CR between documents", "{\"resourceType\":\"A\"}\r{\"resourceType\":\"A\"}\n", 1,
        "0@21 several-documents");
    row("no final newline", "{\"resourceType\":\"A\",\"id\":\"1\"}", 1, "0@0 no-final-newline");
    row("empty line", patient(1) + "\n" + patient(2), 2, "1@37 blank-line");
    row("blank line of white space", " \t \r\n" + patient(2), 1, "0@0 blank-line");
    row("only newlines", "\n\n", 0, "0@0 blank-line, 1@1 blank-line");
    row("BOM at the start", "\xEF\xBB\xBF" + patient(1), 1, "0@0 byte-order-mark");
    row("BOM later", patient(1) + "\xEF\xBB\xBF" + patient(2), 2, "1@37 byte-order-mark");
    row("BOM before a bad line", "\xEF\xBB\xBF{x}\n", 1, "0@4 not-json, 0@0 byte-order-mark");
    row("invalid UTF-8 byte", kStart + "\"a\xFF\"}\n", 1, "0@41 not-utf8");
    row("Latin-1 umlaut", kStart + "\"M\xFCller\"}\n", 1, "0@41 not-utf8");
    row("overlong slash", kStart + "\"\xC0\xAF\"}\n", 1, "0@40 not-utf8");
    row("surrogate in UTF-8", kStart + "\"\xED\xA0\x80\"}\n", 1, "0@40 not-utf8");
    row("beyond U+10FFFF", kStart + "\"\xF4\x90\x80\x80\"}\n", 1, "0@40 not-utf8");
    row("cut character", kStart + "\"\xE2\x82\"}\n", 1, "0@40 not-utf8");
    row("UTF-16", QByteArray("\xFF\xFE{\0}\0\n\0", 8), 2, "0@0 not-utf8, 1@7 not-json, 1@7 no-final-newline");
    row("NUL byte in a string", kStart + QByteArray("\"a\0b\"}\n", 7), 1, "0@41 not-json");
    row("NUL bytes", QByteArray("\0\0\0\n", 4), 1, "0@0 not-json");
    row("NUL escape", kStart + "\"a\\u0000b\"}\n", 1, "0@0 nul-escape");
    row("escaped backslash before u0000", kStart + "\"\\\\u0000\"}\n", 1, "");
    row("raw tab in a string", kStart + "\"a\tb\"}\n", 1, "0@41 not-json");
    row("lone high surrogate", kStart + "\"\\ud800\"}\n", 1, "0@0 lone-surrogate");
    row("lone low surrogate", kStart + "\"\\udc00x\"}\n", 1, "0@0 lone-surrogate");
    row("surrogate pair", kStart + "\"\\ud83d\\ude00\"}\n", 1, "");
    row("bad escape", kStart + "\"\\x\"}\n", 1, "0@41 not-json");
    row("short unicode escape", kStart + "\"\\u12\"}\n", 1, "0@42 not-json");
    row("array", "[{\"resourceType\":\"A\"}]\n", 1, "0@0 not-an-object");
    row("empty array", "[]\n", 1, "0@0 not-an-object");
    row("number", "17\n", 1, "0@0 not-an-object");
    row("string", "\"x\"\n", 1, "0@0 not-an-object");
    row("null", "null\n", 1, "0@0 not-an-object");
    row("huge number alone", "123456789012345678901234567890\n", 1, "0@0 not-an-object, 0@0 huge-number");
    row("two documents", "{\"resourceType\":\"A\"}{\"resourceType\":\"B\"}\n", 1, "0@20 several-documents");
    row("two documents with a blank", "{\"resourceType\":\"A\"} {\"a\":1}\n", 1, "0@21 several-documents");
    row("one document over two lines", "{\"resourceType\":\"A\",\n\"id\":\"1\"}\n", 2,
        "0@20 not-json, 1@25 not-json");
    row("trailing comma in an object", "{\"resourceType\":\"A\",}\n", 1, "0@20 not-json");
    row("trailing comma behind", "{\"resourceType\":\"A\",\"id\":\"1\"},\n", 1, "0@29 not-json");
    row("trailing comma in an array", kStart + "[1,]}\n", 1, "0@42 not-json");
    row("cut short", "{\"resourceType\":\"A\"\n", 1, "0@19 not-json");
    row("cut in a string", "{\"resourceType\":\"A\n", 1, "0@18 not-json");
    row("single quotes", "{'resourceType':'A'}\n", 1, "0@1 not-json");
    row("comment", kStart + "1/*x*/}\n", 1, "0@40 not-json");
    row("NaN", kStart + "NaN}\n", 1, "0@39 not-json");
    row("True", kStart + "True}\n", 1, "0@39 not-json");
    row("leading zero", kStart + "01}\n", 1, "0@40 not-json");
    row("leading plus", kStart + "+1}\n", 1, "0@39 not-json");
    row("bare dot", kStart + ".5}\n", 1, "0@39 not-json");
    row("dot without digits", kStart + "1.}\n", 1, "0@41 not-json");
    row("exponent without digits", kStart + "1e}\n", 1, "0@41 not-json");
    row("hex", kStart + "0x1}\n", 1, "0@40 not-json");
    row("40-digit integer is legal", kStart + "1234567890123456789012345678901234567890}\n", 1,
        "0@0 huge-number");
    row("40-digit decimal is legal", kStart + "1.234567890123456789012345678901234567890}\n", 1, "");
    row("1e400 is legal", kStart + "1e400}\n", 1, "0@0 huge-number");
    row("largest unsigned", kStart + "18446744073709551615}\n", 1, "");
    row("beyond unsigned", kStart + "18446744073709551616}\n", 1, "0@0 huge-number");
    row("beyond signed", kStart + "-9223372036854775809}\n", 1, "0@0 huge-number");
    row("trailing zeros", kStart + "1.10}\n", 1, "");
    row("duplicate key", kStart + "{\"a\":1,\"b\":2,\"a\":3}}\n", 1, "0@0 duplicate-key");
    row("duplicate key outside", kStart + "1,\"v\":2}\n", 1, "0@0 duplicate-key");
    row("same key in two objects", kStart + "[{\"a\":1},{\"a\":2}],\"a\":{\"v\":3}}\n", 1, "");
    row("depth 1024", nested(1024), 1, "0@0 empty-value");
    row("depth 1025", nested(1025), 1, "0@1056 too-deep");
    row("depth 100 000", nested(100'000), 1, "0@1056 too-deep");
    row("depth 100 000 never closed", QByteArray(100'000, '[') + "\n", 1, "0@1024 too-deep");
    row("no resourceType", "{\"id\":\"1\"}\n", 1, "0@0 no-resource-type");
    row("resourceType is a number", "{\"resourceType\":1}\n", 1, "0@0 no-resource-type");
    row("resourceType is empty", "{\"resourceType\":\"\"}\n", 1, "0@0 no-resource-type, 0@0 empty-value");
    row("empty object", "{}\n", 1, "0@0 no-resource-type");
    row("no id", "{\"resourceType\":\"A\"}\n", 1, "0@0 no-id");
    row("id is a number", "{\"resourceType\":\"A\",\"id\":1}\n", 1, "0@0 no-id");
    row("OperationOutcome needs no id", "{\"resourceType\":\"OperationOutcome\"}\n", 1, "");
    row("duplicate id", patient(1) + patient(2) + patient(1), 3, "2@74 duplicate-id");
    row("same id, other type", patient(1) + "{\"resourceType\":\"Group\",\"id\":\"p1\"}\n", 2, "");
    row("empty string", kStart + "\"\"}\n", 1, "0@0 empty-value");
    row("empty object inside", kStart + "{ }}\n", 1, "0@0 empty-value");
    row("empty array", kStart + "[{\"a\":[]}]}\n", 1, "0@0 empty-value");
    row("null beside a key", kStart + "null}\n", 1, "0@0 empty-value");
    row("null in an array has its place", kStart + "[null,\"a\"]}\n", 1, "");
    row("empty value and a huge number", kStart + "[\"\",1e400]}\n", 1, "0@0 huge-number, 0@0 empty-value");
    row("date as FHIR writes it", kStart + "1,\"birthDate\":\"1974-12-25\"}\n", 1, "");
    row("year alone", kStart + "1,\"onsetDateTime\":\"1974\"}\n", 1, "");
    row("instant", kStart + "{\"lastUpdated\":\"2026-06-24T03:14:07.123+02:00\"}}\n", 1, "");
    row("day that is none", kStart + "1,\"birthDate\":\"2026-02-30\"}\n", 1, "0@0 bad-date");
    row("American date", kStart + "1,\"birthDate\":\"12/25/1974\"}\n", 1, "0@0 bad-date");
    row("time without a zone", kStart + "{\"start\":\"2026-06-24T03:14:07\"}}\n", 1, "0@0 bad-date");
    row("word for a date", kStart + "{\"end\":\"unknown\"}}\n", 1, "0@0 bad-date");
    row("bad date beside a huge number", kStart + "{\"end\":\"today\",\"v\":1e400}}\n", 1,
        "0@0 huge-number, 0@0 bad-date");
    row("a list of dates", kStart + "{\"date\":[\"2026-06\",\"June\"]}}\n", 1, "0@0 bad-date");
    row("no name of a date", kStart + "{\"trend\":\"up\",\"consent\":\"x\",\"mealTime\":\"x\"}}\n", 1, "");
    row("escaped key of a date", kStart + "{\"birth\\u0044ate\":\"x\"}}\n", 1, "0@0 bad-date");
    row("escaped key of the type", "{\"resource\\u0054ype\":\"A\",\"id\":\"1\"}\n", 1, "");
}

void TestLineChecker::badLines_areJudgedOneByOne()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, lines);
    QFETCH(QString, expected);
    const CheckSummary summary = check(bytes);
    QCOMPARE(told(summary), expected);
    QCOMPARE(summary.lines, lines);
    QCOMPARE(summary.bytes, bytes.size());
    QCOMPARE(summary.problemCount, summary.problems.size());
    QCOMPARE(summary.noteCount, summary.notes.size());
    // The first file of many must be judged as the hundredth: buffers are reused.
    LineChecker checker;
    checker.add(patient(99) + bytes);
    QCOMPARE(checker.finish().lines, lines + 1);
}

// BD-165
void TestLineChecker::everyBadLine_isCountedAndTheNextGoesOn()
{
    const CheckSummary summary =
        check("[1]\n" + patient(1) + "null\n{\"a\":1}{\"b\":2}\n{\"a\":1,}\n\"x\"\n" + patient(2));
    QCOMPARE(summary.problemCount, 5);
    QCOMPARE(summary.lines, 7);
    QCOMPARE(summary.resources.value(QStringLiteral("Patient")), 2);
    QCOMPARE(summary.byKind.value(ProblemKind::NotAnObject), 3);
    QCOMPARE(summary.problems.at(4).line.shown(), 6);
}

void TestLineChecker::chunks_neverChangeTheVerdict()
{
    const QByteArrayList palette{patient(1), patient(2), "\n", "\r\n", "[]\n", "{\"a\":1,}\n",
        "\xEF\xBB\xBF{}\n", kStart + "\"J\xC3\xBCrgen \xE2\x82\xAC\"}\n", "\xFF\n", kStart + "1e400}\r\n",
        nested(30), "x\n", kStart + "\"" + QByteArray(5000, 'y') + "\"}\n"};
    QRandomGenerator random(20240611); // fixed: a failure can be repeated
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes;
        std::int64_t physical = 0;
        for (int i = 0; i < 40; ++i, ++physical)
            bytes += palette.at(random.bounded(static_cast<int>(palette.size())));
        if (random.bounded(3) == 0)
            bytes.chop(1 + random.bounded(3));
        const CheckSummary whole = check(bytes);
        LineChecker checker;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype length =
                std::min<qsizetype>(bytes.size() - at, random.bounded(1, 1 << random.bounded(1, 14)));
            const QByteArray chunk = bytes.mid(at, length); // a copy: sanitizers see reads beyond it
            checker.add(chunk);
            at += length;
        }
        const CheckSummary chunked = checker.finish();
        QCOMPARE(told(chunked), told(whole));
        QCOMPARE(chunked, whole);
        // Against a naive splitter.
        QList<QByteArray> naive = bytes.split('\n');
        naive.removeIf([](QByteArray line) { return line.replace("\xEF\xBB\xBF", "").trimmed().isEmpty(); });
        QCOMPARE(whole.lines, naive.size());
    }
}

// BD-160
void TestLineChecker::characters_splitAtEveryOffset_survive()
{
    const QByteArray bytes =
        "{\"resourceType\":\"Patient\",\"id\":\"1\",\"t\":\"\xE2\x82\xAC\xF0\x9F\x98\x80\"}\n";
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        LineChecker checker;
        checker.add(bytes.first(cut));
        checker.add(bytes.sliced(cut));
        const CheckSummary summary = checker.finish();
        QCOMPARE(summary.lines, 1);
        QCOMPARE(summary.problemCount + summary.noteCount, 0);
    }
}

// BD-166, F-095
void TestLineChecker::typeOfFile_isCompared()
{
    Expectation expectation;
    expectation.resourceType = QStringLiteral("Patient");
    const CheckSummary summary = check(patient(1) + "{\"resourceType\":\"OperationOutcome\",\"id\":\"x\"}\n"
            + "{\"resourceType\":\"Parameters\",\"id\":\"y\"}\n" + patient(2),
        expectation);
    QCOMPARE(told(summary), QStringLiteral("1@37 wrong-resource-type, 2@82 unexpected-header"));
    QCOMPARE(summary.resources.value(QStringLiteral("OperationOutcome")), 1);
    QVERIFY(summary.problems.first().message.contains(QStringLiteral("Patient")));
}

// BD-172
void TestLineChecker::headers_countOnlyWhereTheyAreAllowed()
{
    Expectation expectation;
    expectation.resourceType = QStringLiteral("Patient");
    expectation.headersAllowed = true;
    const CheckSummary summary = check(
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"x\"}]}\n" + patient(1) + patient(2),
        expectation);
    QCOMPARE(told(summary), QString());
    QCOMPARE(summary.lines, 2);
    QCOMPARE(summary.headerLines, 1);
}

// BD-163
void TestLineChecker::blankLines_areProblemsWhenAskedFor()
{
    Expectation expectation;
    expectation.blankLinesAreProblems = true;
    const CheckSummary summary = check(patient(1) + "\n" + patient(2), expectation);
    QCOMPARE(summary.problemCount, 1);
    QCOMPARE(summary.blankLines, 1);
    QVERIFY(!summary.problems.first().isNote);
}

// BD-171, F-097
void TestLineChecker::ids_areComparedAcrossFilesThatShareASet()
{
    Expectation expectation;
    expectation.ids = std::make_shared<IdSet>();
    QCOMPARE(check(patient(1), expectation).noteCount, 0);
    QCOMPARE(told(check(patient(2) + patient(1), expectation)), QStringLiteral("1@37 duplicate-id"));
    QCOMPARE(check(patient(1)).noteCount, 0);
}

/// The id of a line is compared while the next one is read; nobody may notice.
void TestLineChecker::ids_areReportedInTheOrderOfTheLines()
{
    LineChecker checker;
    checker.add(patient(1) + patient(1) + "{\"resourceType\":\"Patient\",\"id\":\"\",\"id\":\"p1\"}\n");
    const QString all =
        QStringLiteral("1@37 duplicate-id, 2@74 duplicate-key, 2@74 empty-value, 2@74 duplicate-id");
    QCOMPARE(told(checker.soFar()), all);
    QCOMPARE(told(checker.finish()), all);
}

void TestLineChecker::ids_beyondTheMemory_areSaid()
{
    Expectation expectation;
    expectation.ids = std::make_shared<IdSet>(2);
    const CheckSummary summary =
        check(patient(1) + patient(2) + patient(3) + patient(4) + patient(1), expectation);
    QCOMPARE(told(summary), QStringLiteral("2@74 ids-not-compared, 4@148 duplicate-id"));
}

void TestLineChecker::types_arePerNameAndBounded()
{
    QByteArray bytes;
    for (int i = 0; i < 3000; ++i)
        bytes += "{\"resourceType\":\"T" + QByteArray::number(i) + "\",\"id\":\"1\"}\n";
    const CheckSummary summary = check(bytes);
    QVERIFY(summary.resources.size() <= 1001);
    QCOMPARE(std::accumulate(summary.resources.begin(), summary.resources.end(), std::int64_t{0}), 3000);
}

// BD-167, F-094: 200 MB on one line must not be held.
void TestLineChecker::giantLine_isSkippedInBoundedMemory()
{
    const auto peakMiB = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss / 1024;
    };
    const long before = peakMiB();
    LineChecker checker;
    checker.add("{\"resourceType\":\"Binary\",\"id\":\"1\",\"data\":\"");
    const QByteArray block(1 << 20, 'A');
    for (int i = 0; i < 200; ++i)
        checker.add(block);
    checker.add("\"}\n" + patient(1));
    const CheckSummary summary = checker.finish();
    QCOMPARE(told(summary), QStringLiteral("0@0 too-long"));
    QCOMPARE(summary.lines, 2);
    QCOMPARE(summary.resources.value(QStringLiteral("Patient")), 1);
    QVERIFY2(peakMiB() - before < 150, qPrintable(QString::number(peakMiB() - before)));
}

void TestLineChecker::lineOfManyMegabytes_belowTheLimit_isJudged()
{
    const QByteArray big =
        "{\"resourceType\":\"Binary\",\"id\":\"1\",\"data\":\"" + QByteArray(9 << 20, 'A') + "\"";
    QCOMPARE(told(check(big + "}\n")), QString());
    QCOMPARE(told(check(big + ",\"data\":1}\n")), QStringLiteral("0@0 duplicate-key"));
    QCOMPARE(told(check(big + ",}\n")), QStringLiteral("0@%1 not-json").arg(big.size() + 1));
    Expectation expectation;
    expectation.maxLineBytes = 1 << 20;
    QCOMPARE(told(check(big + "}\n" + patient(1), expectation)), QStringLiteral("0@0 too-long"));
}

void TestLineChecker::problems_areKeptUpToAThousandAndCountedBeyond()
{
    const CheckSummary summary = check(QByteArray("[]\n").repeated(5000));
    QCOMPARE(summary.problems.size(), 1000);
    QCOMPARE(summary.problemCount, 5000);
}

void TestLineChecker::messages_neverHoldContent()
{
    Expectation expectation;
    expectation.resourceType = QStringLiteral("Patient");
    const QByteArray secret = "Geheimnis";
    const QByteArrayList lines{secret, "{\"resourceType\":\"" + secret + "\"}", "[\"" + secret + "\"]",
        "{\"" + secret + "\":1}", "\"" + secret + "\xFF\""};
    const CheckSummary summary = check(lines.join('\n'), expectation);
    QVERIFY(summary.problemCount >= 5);
    for (const Problem &problem : summary.problems + summary.notes) {
        QVERIFY(!problem.message.isEmpty());
        QVERIFY(!problem.message.contains(QString::fromLatin1(secret)));
    }
}

void TestLineChecker::realSample_countsAsWc()
{
    const auto folder = support::sharedSample();
    if (!folder)
        return;
    const QFileInfoList files = folder->entryInfoList({QStringLiteral("*.000.ndjson")}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        Expectation expectation;
        expectation.resourceType = info.fileName().section(QLatin1Char('.'), 0, 0);
        const CheckSummary summary = check(bytes, expectation);
        QCOMPARE(summary.lines, bytes.count('\n') + (bytes.endsWith('\n') ? 0 : 1));
        QCOMPARE(summary.problemCount, 0);
        QCOMPARE(summary.resources.value(*expectation.resourceType), summary.lines);
    }
}

QTEST_GUILESS_MAIN(TestLineChecker)
#include "tst_line_checker.moc"
