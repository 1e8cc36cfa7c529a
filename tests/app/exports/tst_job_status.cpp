// SPDX-License-Identifier: Apache-2.0
#include "exports/job_status.h"

#include <QTest>

using namespace waybill;
using namespace waybill::exports;

class TestJobStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNumberIsReadOnlyWhereThereIsOne_data() // BD-064, BD-065
    {
        QTest::addColumn<QByteArray>("progress");
        QTest::addColumn<int>("percent");
        QTest::newRow("eCW") << QByteArray("6% Completed") << 6;
        QTest::newRow("in brackets") << QByteArray("in-progress (47%)") << 47;
        QTest::newRow("quoted") << QByteArray("\"50% complete\"") << 50;
        QTest::newRow("bare") << QByteArray("47") << 47;
        QTest::newRow("zero") << QByteArray("0%") << 0;
        QTest::newRow("hundred") << QByteArray("100%") << 100;
        QTest::newRow("decimals") << QByteArray("99.7 %") << 99;
        QTest::newRow("too much") << QByteArray("130%") << -1;
        QTest::newRow("negative") << QByteArray("-5%") << -1;
        QTest::newRow("a word") << QByteArray("Running") << -1;
        QTest::newRow("a count") << QByteArray("47 of 90 resources") << -1;
        QTest::newRow("nothing") << QByteArray() << -1;
        QTest::newRow("ten kilobytes") << QByteArray(10000, '5') + '%' << -1;
        QTest::newRow("markup") << QByteArray("<b>12%</b>") << 12;
        QTest::newRow("control characters") << QByteArray("\x1b[31m") << -1;
        QTest::newRow("four digits") << QByteArray("2026%") << -1;
    }
    void aNumberIsReadOnlyWhereThereIsOne()
    {
        QFETCH(QByteArray, progress);
        QFETCH(int, percent);
        QCOMPARE(percentIn(progress).value_or(-1), percent);
    }

    void theExportStatusHeaderNeedsAnAgreement_data() // BD-069, BD-070
    {
        QTest::addColumn<int>("http");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("agreed");
        QTest::addColumn<int>("code");
        QTest::newRow("running") << 200 << QByteArray("202") << true << 202;
        QTest::newRow("with words") << 200 << QByteArray("202 Accepted") << true << 202;
        QTest::newRow("failed") << 200 << QByteArray("500 Internal Server Error") << true << 500;
        QTest::newRow("done") << 200 << QByteArray("200") << true << 200;
        QTest::newRow("the request itself failed") << 503 << QByteArray("202") << true << 503;
        QTest::newRow("not agreed") << 200 << QByteArray("202") << false << 200;
        QTest::newRow("absent") << 200 << QByteArray() << true << 200;
        QTest::newRow("nonsense") << 200 << QByteArray("soon") << true << 200;
    }
    void theExportStatusHeaderNeedsAnAgreement()
    {
        QFETCH(int, http);
        QFETCH(QByteArray, field);
        QFETCH(bool, agreed);
        QFETCH(int, code);
        http::ResponseHead head;
        head.status = http;
        if (!field.isEmpty())
            head.headers.add("x-export-status", field);
        QCOMPARE(jobStatus(head, agreed).code, code);
    }
};

QTEST_GUILESS_MAIN(TestJobStatus)
#include "tst_job_status.moc"
