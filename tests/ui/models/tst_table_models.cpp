// SPDX-License-Identifier: Apache-2.0
#include "models/log_model.h"
#include "models/practices_model.h"
#include "models/runs_model.h"
#include "models/watermarks_model.h"

#include <QAbstractItemModelTester>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using practices::Outcome;

namespace {

constexpr Instant kNow{std::chrono::milliseconds{1'782'270'847'000}}; // 2026-06-24T03:14:07Z
constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

practices::RunRecord run(const char *id, std::optional<Outcome> outcome, bool closed)
{
    practices::RunRecord record;
    record.id = QLatin1String(id);
    record.startedAt = kNow - std::chrono::hours{2};
    record.finishedAt = kNow - std::chrono::minutes{100};
    record.outcome = outcome;
    record.closed = closed;
    return record;
}

QString shown(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestTableModels : public QObject
{
    Q_OBJECT private Q_SLOTS : void runsSayHowTheyEnded_data()
    {
        QTest::addColumn<practices::RunRecord>("record");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("tone");
        const auto row = [](const char *name, std::optional<Outcome> outcome, bool closed, const char *word,
                             Tone tone) {
            QTest::newRow(name) << run("r", outcome, closed) << QString::fromLatin1(word)
                                << static_cast<int>(tone);
        };
        row("going on", {}, false, "going on", Tone::Accent);
        row("one more try", Outcome::Incomplete, false, "incomplete, one more try", Tone::Accent);
        row("complete", Outcome::Complete, true, "complete", Tone::Ok);
        row("errors", Outcome::CompleteWithErrors, true, "complete, with errors", Tone::Warning);
        row("failed", Outcome::Failed, true, "failed", Tone::Failure);
        row("unauthorised", Outcome::Unauthorized, true, "not authorised", Tone::Failure);
        row("cancelled", Outcome::Cancelled, true, "cancelled", Tone::Neutral);
        row("gone", Outcome::Gone, true, "gone from the server", Tone::Failure);
    }

    void runsSayHowTheyEnded()
    {
        QFETCH(practices::RunRecord, record);
        QFETCH(QString, word);
        QFETCH(int, tone);
        RunsModel model;
        const QAbstractItemModelTester tester(&model, kFatal);
        model.setRuns({record});
        QCOMPARE(shown(model, 0, RunsModel::State), word);
        QCOMPARE(model.index(0, RunsModel::State).data(ToneRole).toInt(), tone);
        QCOMPARE(shown(model, 0, RunsModel::Duration), QStringLiteral("20 min"));
        QCOMPARE(shown(model, 0, RunsModel::Kind), QStringLiteral("everything"));
    }

    void theSameRunsDoNotResetTheTable()
    {
        RunsModel model;
        model.setRuns({run("a", Outcome::Complete, true)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setRuns({run("a", Outcome::Complete, true)});
        QCOMPARE(resets.count(), 0);
        model.setRuns({run("b", {}, false), run("a", Outcome::Complete, true)});
        QCOMPARE(resets.count(), 1);
        QVERIFY(model.run(model.index(7, 0)) == nullptr);
    }

    void aWatermarkIsShownAsTheServerWroteIt() // BD-033
    {
        WatermarksModel model;
        const QAbstractItemModelTester tester(&model, kFatal);
        const QString odd = QStringLiteral("2026-06-23T03:14:07.0000000+00:00");
        model.setWatermarks({{QStringLiteral("Patient"), odd, QStringLiteral("run-1"), kNow},
                                {{}, QStringLiteral("2026-06-24T03:13:07Z"), {}, kNow}},
            kNow);
        QCOMPARE(shown(model, 0, WatermarksModel::Value), odd);
        QCOMPARE(shown(model, 0, WatermarksModel::Age), QStringLiteral("1 d 0 h"));
        QCOMPARE(shown(model, 0, WatermarksModel::MovedBy), QStringLiteral("run-1"));
        QCOMPARE(shown(model, 1, WatermarksModel::Type), QStringLiteral("(all types)"));
        QCOMPARE(shown(model, 1, WatermarksModel::MovedBy), QStringLiteral("a person or a waybill"));
    }

    void practicesKeepTheirPlaceWhenTheirStateChanges()
    {
        PracticesModel model;
        const QAbstractItemModelTester tester(&model, kFatal);
        PracticeRow elm{QStringLiteral("1"), QStringLiteral("Elm"), practices::Environment::Production,
            Tone::Ok, QStringLiteral("ready")};
        PracticeRow oak{QStringLiteral("2"), QStringLiteral("Oak"), practices::Environment::Sandbox,
            Tone::Neutral, QStringLiteral("3 of 8 steps")};
        model.setRows({elm, oak});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        oak.word = QStringLiteral("4 of 8 steps");
        model.setRows({elm, oak});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.indexOf(QStringLiteral("2")).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Oak, SANDBOX, 4 of 8 steps"));
        QCOMPARE(
            model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Elm, PRODUCTION, ready"));
    }

    void aLogLineIsReadIntoWords() // BD-224
    {
        const QJsonObject line{{QStringLiteral("exportId"), QStringLiteral("e")},
            {QStringLiteral("timestamp"), QStringLiteral("2026-06-24T03:14:07.250Z")},
            {QStringLiteral("eventId"), QStringLiteral("status_progress")},
            {QStringLiteral("eventDetail"),
                QJsonObject{{QStringLiteral("xProgress"), QStringLiteral("in-progress (47%)")},
                    {QStringLiteral("retryAfter"), 120}}}};
        const LogEntry entry = logEntry(line, QStringLiteral("Elm"));
        QCOMPARE(entry.event, QStringLiteral("status_progress"));
        QCOMPARE(entry.at, kNow + std::chrono::milliseconds{250});
        QCOMPARE(entry.text, QStringLiteral("retryAfter: 120 · xProgress: in-progress (47%)"));
        QCOMPARE(logEntry({{QStringLiteral("eventId"), QStringLiteral("download_error")}}, {}).tone,
            Tone::Failure);
    }

    void theLogIsBounded()
    {
        LogModel model;
        const QAbstractItemModelTester tester(&model, kFatal);
        QList<LogEntry> many(LogModel::kLimit - 1);
        model.append(many);
        LogEntry last;
        last.text = QStringLiteral("last");
        model.append({last, last, last});
        QCOMPARE(model.rowCount(), LogModel::kLimit);
        QCOMPARE(shown(model, model.rowCount() - 1, LogModel::Text), QStringLiteral("last"));
        model.append(QList<LogEntry>(2 * LogModel::kLimit));
        QCOMPARE(model.rowCount(), LogModel::kLimit);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTableModels)
#include "tst_table_models.moc"
