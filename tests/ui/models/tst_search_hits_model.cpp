// SPDX-License-Identifier: Apache-2.0
#include "models/search_hits_model.h"
#include "ndjson/line_index.h"

#include <QAbstractItemModelTester>
#include <QTemporaryFile>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;

constexpr int kPatience = 30'000; ///< ms: a busy machine is no failure

class TestSearchHitsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hits_comeAsRows();
    void excerpt_isAroundTheMatch();
    void newSearch_clearsTheRows();

private:
    QTemporaryFile m_disk;
    std::shared_ptr<const ndjson::LineReader> m_reader;
    std::int64_t m_bytes = 0;
};

void TestSearchHitsModel::initTestCase()
{
    QVERIFY(m_disk.open());
    QByteArray bytes;
    for (int i = 0; i < 5000; ++i)
        bytes += "{\"id\":\"" + QByteArray::number(i) + "\"}\r\n";
    bytes += QByteArray(9999, 'x') + "\xE2\x82\xAC" + QByteArray(58, 'y') + "needle\xE2\x82\xAC after\n";
    m_disk.write(bytes);
    m_disk.flush();
    m_bytes = bytes.size();
    auto index = std::make_shared<ndjson::LineIndex>();
    index->append(bytes);
    m_reader = std::make_shared<ndjson::LineReader>(*ndjson::SourceFile::open(m_disk.fileName()), index);
}

void TestSearchHitsModel::hits_comeAsRows()
{
    ndjson::BackgroundFind find;
    SearchHitsModel model(find);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setReader(m_reader);
    find.start(m_reader, m_bytes, {QStringLiteral("7\"}"), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(!find.state().running, kPatience);
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.index(1, SearchHitsModel::Line).data().toString(), QStringLiteral("18"));
    QCOMPARE(model.index(1, SearchHitsModel::Text).data().toString(), QStringLiteral("{\"id\":\"17\"}"));
    QCOMPARE(model.index(1, SearchHitsModel::Text).data(SearchHitsModel::MatchBeginRole).toInt(), 8);
    QCOMPARE(model.index(1, SearchHitsModel::Text).data(SearchHitsModel::MatchLengthRole).toInt(), 3);
}

void TestSearchHitsModel::excerpt_isAroundTheMatch()
{
    ndjson::BackgroundFind find;
    SearchHitsModel model(find);
    model.setReader(m_reader);
    find.start(m_reader, m_bytes, {QStringLiteral("needle"), false, true, false});
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, kPatience);
    const QModelIndex hit = model.index(0, SearchHitsModel::Text);
    // The cut went through the euro sign: its rest is not shown as rubbish.
    QCOMPARE(hit.data().toString(), QStringLiteral("…%1needle€ after").arg(QString(58, QLatin1Char('y'))));
    const int begin = hit.data(SearchHitsModel::MatchBeginRole).toInt();
    QCOMPARE(hit.data().toString().mid(begin, 6), QStringLiteral("needle"));
}

void TestSearchHitsModel::newSearch_clearsTheRows()
{
    ndjson::BackgroundFind find;
    SearchHitsModel model(find);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setReader(m_reader);
    find.start(m_reader, m_bytes, {QStringLiteral("id"), false, true, false});
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 5000, kPatience);
    find.start(m_reader, m_bytes, {QStringLiteral("nothing of the kind"), false, true, false});
    QCOMPARE(model.rowCount(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!find.state().running, kPatience);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestSearchHitsModel)
#include "tst_search_hits_model.moc"
