// SPDX-License-Identifier: Apache-2.0
#include "models/json_tree_model.h"
#include "ndjson/json_tree.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace waybill::ui;
using waybill::ndjson::JsonScanner;
using waybill::ndjson::JsonTree;

namespace {

std::shared_ptr<const JsonTree> tree(const QByteArray &json)
{
    return std::make_shared<const JsonTree>(JsonTree::parse(json));
}

/// "name=value" of every row, indented.
QString dump(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, JsonTreeModel::Name, parent);
        const QModelIndex value = model.index(row, JsonTreeModel::Value, parent);
        text += QString(depth, QLatin1Char(' ')) + name.data().toString() + QLatin1Char('=')
            + value.data().toString() + QLatin1Char('\n') + dump(model, name, depth + 1);
    }
    return text;
}

} // namespace

class TestJsonTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_areShownAsSent();
    void paths_areAsPeopleWriteThem();
    void copies_areWhole();
    void longValues_areCutForShowing();
    void badJson_showsWhatCouldBeRead_data();
    void badJson_showsWhatCouldBeRead();
    void hostileText_isMadeVisible();
    void deepTree_isReachable();
    void changes_keepTheModelSound();
};

// BD-168, F-096: no 1.10 -> 1.1, no 12345678901234567890 -> …567000, no sorted keys, no lost duplicates.
void TestJsonTreeModel::values_areShownAsSent()
{
    JsonTreeModel model;
    model.setTree(
        tree(R"({"z":1.10,"a":12345678901234567890,"a":[true,null,"x"],"o":{"k":-0.0,"l":1e400}})"));
    QCOMPARE(dump(model),
        QStringLiteral("z=1.10\na=12345678901234567890\na=3 items\n [0]=true\n [1]=null\n [2]=\"x\"\n"
                       "o={ k, l }\n k=-0.0\n l=1e400\n"));
}

void TestJsonTreeModel::paths_areAsPeopleWriteThem()
{
    JsonTreeModel model;
    model.setTree(tree(R"({"resourceType":"Patient","name":[{"given":["A","B"]}]})"));
    const QModelIndex name = model.index(1, 0);
    const QModelIndex given = model.index(0, 0, model.index(0, 0, name));
    const QModelIndex second = model.index(1, JsonTreeModel::Value, given);
    QCOMPARE(second.data(JsonTreeModel::PathRole).toString(), QStringLiteral("Patient.name[0].given[1]"));
    QCOMPARE(model.parent(model.parent(model.parent(second))), name);
    model.setTree(tree(R"([{"a":1}])"));
    QCOMPARE(model.index(0, 0, model.index(0, 0)).data(JsonTreeModel::PathRole).toString(),
        QStringLiteral("[0].a"));
}

void TestJsonTreeModel::copies_areWhole()
{
    JsonTreeModel model;
    const QByteArray text = QByteArray(5000, 'x');
    model.setTree(tree("{\"o\":{\"b\":1.0, \"a\":[ 2 ]},\"t\":\"" + text + "\\n\"}"));
    QCOMPARE(model.index(0, 1).data(JsonTreeModel::RawRole).toString(),
        QStringLiteral("{\"b\":1.0, \"a\":[ 2 ]}"));
    QCOMPARE(model.index(1, 1).data(JsonTreeModel::RawRole).toString().size(), 5001);
}

void TestJsonTreeModel::longValues_areCutForShowing()
{
    JsonTreeModel model;
    model.setTree(tree("{\"t\":\"" + QByteArray(1 << 20, 'x') + "\"}"));
    QVERIFY(model.index(0, 1).data().toString().size() <= JsonTreeModel::kShownCharacters + 3);
}

void TestJsonTreeModel::badJson_showsWhatCouldBeRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("stop");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *json, JsonScanner::Stop stop, const char *expected) {
        QTest::newRow(json) << QByteArray(json) << int(stop) << QString::fromLatin1(expected);
    };
    row("", JsonScanner::Stop::Empty, "");
    row("17", JsonScanner::Stop::End, "");
    row("{\"a\":1,}", JsonScanner::Stop::Unexpected, "a=1\n");
    row("{\"a\":{\"b\":[1,", JsonScanner::Stop::Truncated, "a={ b }\n b=1 item\n  [0]=1\n");
    row("{\"a\":1}{\"b\":2}", JsonScanner::Stop::Several, "a=1\n");
    row("nonsense", JsonScanner::Stop::Unexpected, "");
}

void TestJsonTreeModel::badJson_showsWhatCouldBeRead()
{
    QFETCH(QByteArray, json);
    QFETCH(int, stop);
    QFETCH(QString, expected);
    const auto parsed = tree(json);
    QCOMPARE(int(parsed->stop()), stop);
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTree(parsed);
    QCOMPARE(dump(model), expected);
}

// F-094: bidi controls, NUL, ESC must not act.
void TestJsonTreeModel::hostileText_isMadeVisible()
{
    JsonTreeModel model;
    model.setTree(tree(R"({"k\u202e":"<b>\u0000\u001b[31m\u202Ex"})"));
    QCOMPARE(dump(model), QStringLiteral("k\uFFFD=\"<b>\u2400\u241B[31m\uFFFDx\"\n"));
}

void TestJsonTreeModel::deepTree_isReachable()
{
    JsonTreeModel model;
    model.setTree(tree(QByteArray(1000, '[') + "7" + QByteArray(1000, ']')));
    QModelIndex at;
    for (int depth = 0; depth < 999; ++depth)
        at = model.index(0, 0, at);
    QCOMPARE(model.index(0, JsonTreeModel::Value, at).data().toString(), QStringLiteral("7"));
    const auto tooDeep = tree(QByteArray(3000, '['));
    QCOMPARE(tooDeep->stop(), JsonScanner::Stop::TooDeep);
}

void TestJsonTreeModel::changes_keepTheModelSound()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const char *json : {R"({"a":[1,{"b":2}],"c":"d"})", "[]", R"({"x":{}})", "null"})
        model.setTree(tree(json));
    model.setTree(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_json_tree_model.moc"
