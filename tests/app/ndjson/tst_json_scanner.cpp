// SPDX-License-Identifier: Apache-2.0
#include "ndjson/json_scanner.h"
#include "ndjson/json_text.h"
#include "ndjson/line_judge.h"

#include <QJsonDocument>
#include <QJsonParseError>
#include <QRandomGenerator>
#include <QTest>

using namespace waybill::ndjson;

namespace {

QByteArrayList texts(const QByteArray &json)
{
    JsonScanner scanner(json);
    QByteArrayList found;
    while (const auto token = scanner.next())
        found.append(json.mid(token->begin, token->length));
    return found;
}

JsonScanner::Stop stopOf(const QByteArray &json)
{
    JsonScanner scanner(json);
    while (scanner.next()) { }
    return scanner.stop();
}

QByteArray randomJson(QRandomGenerator &random, int depth)
{
    static const QByteArrayList scalars{"1", "-0.50", "1e5", "true", "false", "null", "\"\"", "\"a\\nb\"",
        "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"x\xC3\xA9\"", "12345678901234567890"};
    const int what = depth > 4 ? 0 : random.bounded(4);
    if (what < 2)
        return scalars.at(random.bounded(static_cast<int>(scalars.size())));
    QByteArrayList items;
    for (int i = random.bounded(4); i > 0; --i) {
        const QByteArray value = randomJson(random, depth + 1);
        items.append(what == 2 ? value : "\"k" + QByteArray::number(i) + "\" : " + value);
    }
    return what == 2 ? "[" + items.join(" ,") + "]" : "{" + items.join(",\t") + "}";
}

} // namespace

class TestJsonScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_keepTextAndOrder();
    void depth_isThatOfTheContainer();
    void cutTexts_handOutTheOpenToken();
    void stops_sayWhy_data();
    void stops_sayWhy();
    void randomDocuments_areJudgedAsQtDoes();
    void judge_agreesWithTheScanner();
    void strings_areDecoded_data();
    void strings_areDecoded();
    void shownText_hidesNothing();
};

// BD-168
void TestJsonScanner::tokens_keepTextAndOrder()
{
    QCOMPARE(texts(R"({"b":1.10,"a":12345678901234567890123,"a":[true,null]})"),
        (QByteArrayList{"{", "\"b\"", ":", "1.10", ",", "\"a\"", ":", "12345678901234567890123", ",", "\"a\"",
            ":", "[", "true", ",", "null", "]", "}"}));
}

void TestJsonScanner::depth_isThatOfTheContainer()
{
    JsonScanner scanner(QByteArrayView(R"({"a":[{}]})"));
    QList<int> depths;
    while (const auto token = scanner.next())
        depths.append(token->depth);
    QCOMPARE(depths, (QList<int>{0, 1, 1, 1, 2, 2, 1, 0}));
}

void TestJsonScanner::cutTexts_handOutTheOpenToken()
{
    const QByteArray whole = R"({"name":"Ann","n":-12.5e3,"t":true})";
    for (qsizetype cut = 1; cut < whole.size(); ++cut) {
        const QByteArray text = whole.left(cut);
        JsonScanner scanner(text);
        qsizetype end = 0;
        while (const auto token = scanner.next()) {
            QVERIFY(token->begin + token->length <= cut);
            end = token->begin + token->length;
        }
        QCOMPARE(scanner.stop(), JsonScanner::Stop::Truncated);
        QCOMPARE(end, cut); // every byte belongs to a token: the view can colour it
    }
}

void TestJsonScanner::stops_sayWhy_data()
{
    using Stop = JsonScanner::Stop;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("stop");
    const auto row = [](const char *json, Stop stop) {
        QTest::newRow(json) << QByteArray(json) << int(stop);
    };
    row("", Stop::Empty);
    row(" \t", Stop::Empty);
    row("{}", Stop::End);
    row("1", Stop::End);
    row("[1,2] ", Stop::End);
    row("{} {}", Stop::Several);
    row("1 2", Stop::Several);
    row("{", Stop::Truncated);
    row("[1,", Stop::Truncated);
    row("{\"a\"", Stop::Truncated);
    row("tru", Stop::Truncated);
    row("-", Stop::Truncated);
    row("\"\\u12", Stop::Truncated);
    row("[1,]", Stop::Unexpected);
    row("{,}", Stop::Unexpected);
    row("{\"a\":1,}", Stop::Unexpected);
    row("{1:2}", Stop::Unexpected);
    row("[1 2]", Stop::Unexpected);
    row("[1}", Stop::Unexpected);
    row("trux", Stop::Unexpected);
    row("-x", Stop::Unexpected);
    row("\"\x01\"", Stop::Unexpected);
}

void TestJsonScanner::stops_sayWhy()
{
    QFETCH(QByteArray, json);
    QFETCH(int, stop);
    QCOMPARE(int(stopOf(json)), stop);
}

void TestJsonScanner::randomDocuments_areJudgedAsQtDoes()
{
    QRandomGenerator random(5);
    int good = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray json = "[" + randomJson(random, 0) + "]"; // Qt wants a container outside
        for (int damage = random.bounded(3); damage > 0; --damage) {
            const int at = random.bounded(static_cast<int>(json.size()));
            json[at] = "{}[]\",:0-e.\\ tn"[random.bounded(15)];
        }
        QJsonParseError error;
        QJsonDocument::fromJson(json, &error);
        const bool legal = stopOf(json) == JsonScanner::Stop::End;
        const bool container = json.trimmed().startsWith('[') || json.trimmed().startsWith('{');
        if (container && error.error != QJsonParseError::NoError && legal) {
            // Qt reads 1e999 and half surrogates more narrowly than the standard.
            QVERIFY2(error.error == QJsonParseError::IllegalNumber
                    || error.error == QJsonParseError::IllegalUTF8String,
                json.constData());
        } else if (container && !json.contains('\\') && !json.contains('.')) { // Qt lets `\x` and `1.` pass
            QVERIFY2(legal == (error.error == QJsonParseError::NoError), json.constData());
        }
        good += legal ? 1 : 0;
    }
    QVERIFY(good > 5000 && good < 19'000);
}

void TestJsonScanner::judge_agreesWithTheScanner()
{
    QRandomGenerator random(6);
    LineJudge judge;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray json = "{\"v\":" + randomJson(random, 0) + "}";
        if (random.bounded(2) == 0)
            json[random.bounded(static_cast<int>(json.size()))] = "{}[]\",:0-e.\\ tn"[random.bounded(15)];
        if (firstInvalidUtf8(json) < 0) {
            const bool legal = stopOf(json) == JsonScanner::Stop::End;
            const auto problem = judge.judge(json).problem;
            QVERIFY2(legal == (!problem || problem == ProblemKind::NotAnObject), json.constData());
        }
    }
}

void TestJsonScanner::strings_areDecoded_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("\"abc\"") << QStringLiteral("abc");
    QTest::newRow("escapes") << QByteArray(R"("a\"\\\/\n\t")") << QStringLiteral("a\"\\/\n\t");
    QTest::newRow("unicode") << QByteArray(R"("\u00e9\u20AC")") << QStringLiteral("é€");
    QTest::newRow("pair") << QByteArray(R"("\ud83d\ude00")") << QStringLiteral("😀");
    QTest::newRow("half pair") << QByteArray(R"("\ud83dx")") << QStringLiteral("\uFFFDx");
    QTest::newRow("utf8") << QByteArray("\"M\xC3\xBC\"") << QStringLiteral("Mü");
    QTest::newRow("bad utf8") << QByteArray("\"M\xFC\"") << QStringLiteral("M\uFFFD");
    QTest::newRow("open") << QByteArray("\"ab\\u12") << QStringLiteral("ab\uFFFD");
}

void TestJsonScanner::strings_areDecoded()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, expected);
    QCOMPARE(decodeString(raw), expected);
    QCOMPARE(decodeString(raw, 1),
        expected.left(1).contains(QChar(0xD83D)) ? QStringLiteral("\uFFFD") : expected.left(1));
}

// F-094
void TestJsonScanner::shownText_hidesNothing()
{
    QString text = QStringLiteral("a");
    text += QChar(0);
    text += QChar(0x1B);
    text += QChar(0x202E);
    text += QStringLiteral("b\n");
    QCOMPARE(visibleText(text), QStringLiteral("a\u2400\u241B\uFFFDb\u240A"));
}

QTEST_GUILESS_MAIN(TestJsonScanner)
#include "tst_json_scanner.moc"
