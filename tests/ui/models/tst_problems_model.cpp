// SPDX-License-Identifier: Apache-2.0
#include "models/problems_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;

class TestProblemsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void problemsComeBeforeNotesWithLineAndByte()
    {
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setFound({{{41}, {1234}, ndjson::ProblemKind::NotJson, false, QStringLiteral("not JSON")}},
            {{{0}, {0}, ndjson::ProblemKind::NoId, true, QStringLiteral("no id")}});
        QCOMPARE(model.rowCount(), 2);
        const auto cell = [&model](
                              int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(0, ProblemsModel::Line), QStringLiteral("42")); // 1-based, as the gutter
        QVERIFY(cell(0, ProblemsModel::Byte).contains(QStringLiteral("234")));
        QCOMPARE(cell(0, ProblemsModel::What), QStringLiteral("not JSON"));
        QCOMPARE(cell(1, ProblemsModel::What), QStringLiteral("Note: no id"));
        QCOMPARE(model.at(1).line, LineNumber{0});
        for (int column = 0; column < ProblemsModel::ColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void theSameListsResetNothing()
    {
        ProblemsModel model;
        int resets = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&resets] { ++resets; });
        const QList<ndjson::Problem> problems{
            {{0}, {0}, ndjson::ProblemKind::NotJson, false, QStringLiteral("x")}};
        model.setFound(problems, {});
        model.setFound(problems, {}); // the check went on and found nothing new
        QCOMPARE(resets, 1);
    }
};

QTEST_GUILESS_MAIN(TestProblemsModel)
#include "tst_problems_model.moc"
