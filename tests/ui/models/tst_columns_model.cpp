// SPDX-License-Identifier: Apache-2.0
#include "models/columns_model.h"
#include "ndjson/file_session.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;

class TestColumnsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rows_areShownSortedAndHidden()
    {
        constexpr int kPatience = 30'000; // ms: a busy machine is no failure
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.ndjson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 500; ++i)
            file.write("{\"id\":\"p" + QByteArray::number(i) + "\",\"v\":" + QByteArray::number((i * 7) % 500)
                + "}\n");
        file.close();
        const auto session = ndjson::FileSession::open(file.fileName());
        QVERIFY(session && (*session)->index([] {}, {}));
        const auto columns = ndjson::ColumnSet::parse(QStringLiteral("id, v"));
        QVERIFY(columns);

        ColumnsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto cell = [&model](
                              int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(model.rowCount(), 0);
        model.setTable({(*session)->reader(), nullptr, 500}, *columns, false);
        QCOMPARE(model.rowCount(), 500);
        QCOMPARE(cell(3, 1), QStringLiteral("p3"));
        model.sort(2, Qt::AscendingOrder);
        QVERIFY(model.isSorting());
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), kPatience);
        QCOMPARE(cell(0, 2), QStringLiteral("0"));
        QCOMPARE(cell(499, 2), QStringLiteral("499"));
        QCOMPARE(model.lineOf(1).value, 143); // 143 * 7 = 1001
        model.sort(1, Qt::DescendingOrder);
        model.setTable({(*session)->reader(), nullptr, 10}, *columns, true); // while it sorts
        QCOMPARE(model.rowCount(), 10);
        QVERIFY(!cell(3, 1).contains(QStringLiteral("p3")));
        QVERIFY(cell(3, 0).contains(QStringLiteral("4"))); // the line's number says nothing
        QTest::qWait(50); // the stopped sort brings nothing
        QCOMPARE(model.lineOf(3).value, 3);
    }
};

QTEST_GUILESS_MAIN(TestColumnsModel)
#include "tst_columns_model.moc"
