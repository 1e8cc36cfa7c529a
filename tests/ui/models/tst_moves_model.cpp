// SPDX-License-Identifier: Apache-2.0
#include "models/moves_model.h"

#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using practices::AuditEntry;

namespace {

constexpr Instant kNight{std::chrono::milliseconds{1'782'270'847'000}}; // 2026-06-24T03:14:07Z
const QString kFirst = QStringLiteral("2026-06-23T02:30:11.000Z");
const QString kSecond = QStringLiteral("2026-06-24T02:30:09.000Z");

AuditEntry entry(const char *type, const QString &from, const QString &to, Instant at,
    const char *who = "run", const char *what = "watermark")
{
    return {at, QLatin1String(who), QLatin1String(what), {}, QLatin1String(type), from, to,
        who == QByteArray("run") ? QStringLiteral("run-7") : QString(), QStringLiteral("because")};
}

/// Newest first, as the store has it: a run moved two types, then a person moved one of them back.
QList<AuditEntry> audit()
{
    return {entry("Patient", kSecond, kFirst, kNight + std::chrono::hours{5}, "ana"),
        entry("", {}, {}, kNight + std::chrono::hours{4}, "ana", "trusted-origin"),
        entry("Patient", kFirst, kSecond, kNight), entry("Condition", kFirst, kSecond, kNight),
        entry("Patient", {}, kFirst, kNight - std::chrono::hours{24}),
        entry("Condition", {}, kFirst, kNight - std::chrono::hours{24})};
}

QString cell(const MovesModel &model, int row, int column)
{
    return model.data(model.index(row, column), Qt::DisplayRole).toString();
}

} // namespace

class TestMovesModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatOneRunMovedIsOneRow() // BD-182
    {
        MovesModel model;
        model.setAudit(audit());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 1, MovesModel::Types), QStringLiteral("Condition, Patient"));
        QCOMPARE(cell(model, 1, MovesModel::From), kFirst); // byte for byte as the server said it
        QCOMPARE(cell(model, 1, MovesModel::To), kSecond);
        QCOMPARE(cell(model, 1, MovesModel::Who), QStringLiteral("the export"));
        QCOMPARE(cell(model, 2, MovesModel::From), QStringLiteral("none (baseline)"));
    }

    void aPersonIsNamedWithTheReason()
    {
        MovesModel model;
        model.setAudit(audit());
        QCOMPARE(cell(model, 0, MovesModel::Who), QStringLiteral("ana"));
        QCOMPARE(cell(model, 0, MovesModel::Why), QStringLiteral("because"));
    }

    void onlyTheNewestMoveOfItsTypesCanBeUndone()
    {
        const auto deeds = watermarkDeeds(audit());
        QVERIFY(deeds.at(0).isNewest);
        QVERIFY(!deeds.at(1).isNewest); // Patient was moved since
        QVERIFY(!deeds.at(2).isNewest);
        QVERIFY(watermarkDeeds(audit().mid(2)).at(0).isNewest);
    }

    void anExportWithoutNamedTypesHasAWord()
    {
        const auto deeds = watermarkDeeds({entry("", {}, kFirst, kNight)});
        QCOMPARE(deeds.at(0).types, QStringList{QStringLiteral("(all types)")});
        QCOMPARE(deeds.at(0).stored, QStringList{QString()});
    }

    void theModelIsKeptWhenNothingChanged()
    {
        MovesModel model;
        model.setAudit(audit());
        int resets = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&resets] { ++resets; });
        model.setAudit(audit());
        QCOMPARE(resets, 0);
        model.setAudit({});
        QCOMPARE(resets, 1);
        QVERIFY(model.deed(model.index(0, 0)) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestMovesModel)
#include "tst_moves_model.moc"
