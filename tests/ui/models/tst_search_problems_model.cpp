// SPDX-License-Identifier: Apache-2.0
#include "models/search_problems_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;

class TestSearchProblemsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void problemsComeBeforeNotesWithLineAndByte()
    {
        SearchProblemsModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        ndjson::CheckSummary summary;
        summary.notes = {{{0}, {0}, ndjson::ProblemKind::NoId, true, QStringLiteral("no id")}};
        summary.problems = {{{41}, {1234}, ndjson::ProblemKind::NotJson, false, QStringLiteral("not JSON")}};
        model.setSummary(summary);
        QCOMPARE(model.rowCount(), 2);
        const auto cell = [&model](
                              int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(0, SearchProblemsModel::Line), QStringLiteral("42")); // 1-based, as the gutter
        QVERIFY(cell(0, SearchProblemsModel::Byte).contains(QStringLiteral("234")));
        QCOMPARE(cell(0, SearchProblemsModel::What), QStringLiteral("not JSON"));
        QCOMPARE(cell(1, SearchProblemsModel::What), QStringLiteral("Note: no id"));
        QCOMPARE(model.at(1).line, LineNumber{0});
        for (int column = 0; column < SearchProblemsModel::ColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void theSameSummaryResetsNothing()
    {
        SearchProblemsModel model;
        int resets = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&resets] { ++resets; });
        ndjson::CheckSummary summary;
        summary.problems = {{{0}, {0}, ndjson::ProblemKind::NotJson, false, QStringLiteral("x")}};
        model.setSummary(summary);
        summary.lines = 17; // the check went on and found nothing new
        model.setSummary(summary);
        QCOMPARE(resets, 1);
    }
};

QTEST_GUILESS_MAIN(TestSearchProblemsModel)
#include "tst_search_problems_model.moc"
