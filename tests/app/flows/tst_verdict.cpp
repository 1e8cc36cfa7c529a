// SPDX-License-Identifier: Apache-2.0
#include "flows/report.h"
#include "flows/verdict.h"

#include <QJsonArray>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;
using practices::FileRecord;

namespace {

FileRecord file(FileKind kind, int number, FileState state, std::int64_t lines = 10)
{
    FileRecord record;
    record.kind = kind;
    record.number = number;
    record.type = kind == FileKind::Output ? QStringLiteral("Patient") : QStringLiteral("OperationOutcome");
    record.name = QStringLiteral("%1.ndjson").arg(number);
    record.state = state;
    record.lines = lines;
    record.bytes = lines * 100;
    record.sha256 = state == FileState::Verified ? QStringLiteral("abc") : QString();
    return record;
}

FileRecord errors(const QJsonObject &severities)
{
    FileRecord record = file(FileKind::Error, 1, FileState::Verified);
    record.details = {{QStringLiteral("severities"), severities}};
    return record;
}

VerdictCase given(const QList<FileRecord> &files)
{
    VerdictCase all;
    all.files = files;
    all.watermarks.types = {QStringLiteral("Patient")};
    all.watermarks.transactionTime = QStringLiteral("2026-06-24T03:14:07Z");
    all.watermarks.now = Instant{std::chrono::milliseconds{1'782'270'900'000}};
    return all;
}

const FileRecord kGood = file(FileKind::Output, 1, FileState::Verified);

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anExportTheTokenDoesNotCoverIsNotCelebrated()
    {
        VerdictCase partly = given({kGood});
        partly.watermarks.types.append(QStringLiteral("Condition"));
        partly.watermarks.unreadable = {QStringLiteral("Condition")};
        const Verdict verdict = judge(partly);
        QCOMPARE(verdict.outcome, Outcome::CompleteWithErrors);
        QVERIFY(verdict.sentence.contains(QStringLiteral("Condition")));
        QVERIFY(!verdict.watermark.moves);
    }

    void allVerifiedIsComplete()
    {
        const Verdict verdict = judge(given({kGood}));
        QCOMPARE(verdict.outcome, Outcome::Complete);
        QVERIFY(verdict.watermark.moves);
        QVERIFY(!verdict.problem);
        QCOMPARE(verdict.sentence, QStringLiteral("Complete: 1 file with 10 resources, all verified."));
    }

    void anEmptyExportIsCompleteAndExplained() // BD-109
    {
        const Verdict baseline = judge(given({}));
        QCOMPARE(baseline.outcome, Outcome::Complete);
        QVERIFY(baseline.watermark.moves);
        QVERIFY(baseline.sentence.contains(QStringLiteral("scopes")));
        VerdictCase delta = given({});
        delta.watermarks.since = QStringLiteral("2026-06-01T00:00:00Z");
        QVERIFY(judge(delta).sentence.contains(QStringLiteral("nothing has changed")));
    }

    void aMissingFileMakesItIncompleteAndOpenOnce_data() // F-079, design 3.3
    {
        QTest::addColumn<int>("state");
        QTest::newRow("missing") << static_cast<int>(FileState::Missing);
        QTest::newRow("failed") << static_cast<int>(FileState::Failed);
        QTest::newRow("paused") << static_cast<int>(FileState::Paused);
    }
    void aMissingFileMakesItIncompleteAndOpenOnce()
    {
        QFETCH(int, state);
        VerdictCase all = given({kGood, file(FileKind::Output, 2, static_cast<FileState>(state))});
        QCOMPARE(judge(all).outcome, Outcome::Incomplete);
        QVERIFY(judge(all).open);
        QVERIFY(!judge(all).watermark.moves);
        all.rounds = 1;
        QVERIFY(!judge(all).open);
    }

    void missingPagesMakeItIncomplete() // BD-116
    {
        VerdictCase all = given({kGood});
        all.pageProblem = QStringLiteral("Page 2 is gone.");
        QCOMPARE(judge(all).outcome, Outcome::Incomplete);
        QVERIFY(!judge(all).watermark.moves);
    }

    void onlySeriousIssuesAreErrors_data() // BD-110, F-057, F-058
    {
        QTest::addColumn<QString>("severity");
        QTest::addColumn<bool>("serious");
        QTest::newRow("fatal") << "fatal" << true;
        QTest::newRow("error") << "error" << true;
        QTest::newRow("not an outcome") << "unknown" << true;
        QTest::newRow("warning") << "warning" << false;
        QTest::newRow("information") << "information" << false;
        QTest::newRow("success") << "success" << false;
    }
    void onlySeriousIssuesAreErrors()
    {
        QFETCH(QString, severity);
        QFETCH(bool, serious);
        const Verdict verdict = judge(given({kGood, errors({{severity, 2}})}));
        QCOMPARE(verdict.outcome, serious ? Outcome::CompleteWithErrors : Outcome::Complete);
        QCOMPARE(verdict.watermark.moves, !serious);
        QCOMPARE(verdict.watermark.acceptable, serious);
    }

    void anUnreadableErrorFileIsAnErrorItself() // F-058
    {
        const Verdict verdict = judge(given({kGood, file(FileKind::Error, 1, FileState::Failed)}));
        QCOMPARE(verdict.outcome, Outcome::CompleteWithErrors);
        QVERIFY(!verdict.watermark.moves);
    }

    void aBadTransactionTimeIsNotGood() // BD-101, design 3.3 exit 4
    {
        VerdictCase all = given({kGood});
        all.watermarks.transactionTime.clear();
        QCOMPARE(judge(all).outcome, Outcome::CompleteWithErrors);
        QVERIFY(judge(all).problem);
    }

    void noOutputListIsNotGood() // BD-101
    {
        VerdictCase all = given({errors({{QStringLiteral("warning"), 1}})});
        all.hasOutput = false;
        QCOMPARE(judge(all).outcome, Outcome::CompleteWithErrors);
        QVERIFY(!judge(all).watermark.moves);
    }

    void noListOfFilesMovesTheWatermarkWithoutAllOfThemVerified() // property over all combinations
    {
        const QList<FileState> states{FileState::Waiting, FileState::Downloading, FileState::Retrying,
            FileState::Paused, FileState::Verifying, FileState::Verified, FileState::Failed,
            FileState::Missing};
        for (const FileKind kind : {FileKind::Output, FileKind::Error, FileKind::Deleted}) {
            for (const FileState first : states) {
                for (const FileState second : states) {
                    const Verdict verdict =
                        judge(given({file(FileKind::Output, 1, first), file(kind, 2, second)}));
                    const bool all = first == FileState::Verified && second == FileState::Verified;
                    QCOMPARE(verdict.watermark.moves, all);
                    QCOMPARE(verdict.outcome == Outcome::Complete, all);
                }
            }
        }
    }

    void theReportSaysItAll() // design 3.5
    {
        FileRecord counted = kGood;
        counted.expectedCount = 10;
        counted.details = {{QStringLiteral("resources"), QJsonObject{{QStringLiteral("Patient"), 10}}}};
        FileRecord deleted = file(FileKind::Deleted, 1, FileState::Verified);
        deleted.details = {{QStringLiteral("deletions"), 3}};
        ReportInput input;
        input.run.id = QStringLiteral("r1");
        input.files = {counted, deleted, errors({{QStringLiteral("warning"), 2}})};
        input.verdict = judge(given(input.files));
        input.transactionTime = QStringLiteral("2026-06-24T03:14:07Z");
        input.notes = {QStringLiteral("a note")};
        const QJsonObject object = report(input);
        QCOMPARE(object.value(QStringLiteral("waybillReport")).toInt(), 1);
        QCOMPARE(object.value(QStringLiteral("runId")).toString(), QStringLiteral("r1"));
        QCOMPARE(object.value(QStringLiteral("outcome")).toString(), QStringLiteral("complete"));
        const QJsonObject first = object.value(QStringLiteral("files")).toArray().first().toObject();
        for (const char *field :
            {"name", "type", "bytes", "lines", "expectedCount", "sha256", "problemCount", "problems"})
            QVERIFY2(first.contains(QLatin1String(field)), field);
        const QJsonObject totals = object.value(QStringLiteral("totals")).toObject();
        QCOMPARE(totals.value(QStringLiteral("files")).toInt(), 3);
        QCOMPARE(totals.value(QStringLiteral("deletions")).toInt(), 3);
        QCOMPARE(
            totals.value(QStringLiteral("resources")).toObject().value(QStringLiteral("Patient")).toInt(),
            10);
        QCOMPARE(
            totals.value(QStringLiteral("issues")).toObject().value(QStringLiteral("warning")).toInt(), 2);
        const QJsonObject mark = object.value(QStringLiteral("watermark")).toObject();
        QVERIFY(mark.value(QStringLiteral("advanced")).toBool());
        QVERIFY(mark.value(QStringLiteral("from")).toObject().value(QStringLiteral("Patient")).isNull());
        QCOMPARE(mark.value(QStringLiteral("to")).toObject().value(QStringLiteral("Patient")).toString(),
            QStringLiteral("2026-06-24T03:14:07Z"));
        QVERIFY(!mark.value(QStringLiteral("reason")).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
