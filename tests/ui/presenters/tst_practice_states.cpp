// SPDX-License-Identifier: Apache-2.0
#include "assistant/steps.h"
#include "presenters/downloads_state.h"
#include "presenters/overview_state.h"
#include "presenters/run_log.h"
#include "support/progress_samples.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using namespace waybill::support;
using practices::Profile;
using practices::Step;
using practices::StepState;

namespace {

Profile practice(int stepsDone)
{
    Profile profile;
    profile.id = QStringLiteral("p1");
    profile.name = QStringLiteral("Elm Street");
    profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir.example/r4/ABC"));
    for (const Step step : assistant::railOrder().mid(0, stepsDone))
        profile.steps.insert(
            step, {StepState::Ok, QStringLiteral("2026-06-23T03:14:07Z"), QStringLiteral("seen"), {}});
    return profile;
}

practices::Watermark mark(const char *type, const char *value)
{
    return {QLatin1String(type), QLatin1String(value), {}, {}};
}

} // namespace

class TestPracticeStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNextStepIsNamed()
    {
        const OverviewState fresh = overviewState({practice(0), {}, {}, {}}, kSampleNow);
        QCOMPARE(fresh.nextStep, Step::Environment);
        QCOMPARE(fresh.nextButton, QStringLiteral("Begin"));
        const OverviewState half = overviewState({practice(3), {}, {}, {}}, kSampleNow);
        QCOMPARE(half.nextStep, assistant::railOrder().at(3));
        QVERIFY(half.nextText.contains(QStringLiteral("3 of 8 steps")));
        QCOMPARE(half.steps.at(2).look, StepLook::Ok);
        QVERIFY(half.steps.at(2).detail.startsWith(QStringLiteral("seen")));
    }

    void afterThirtyDaysAFullExportIsAskedForAgain() // BD-188
    {
        const QList<practices::Watermark> marks{mark("Patient", "2026-06-23T02:30:11.000Z")};
        const auto saying = [&](const flows::BaselineAge &age, const QList<practices::Watermark> &have) {
            return overviewState({practice(8), {}, {}, have, age}, kSampleNow).baseline;
        };
        const auto days = [](int count) { return kSampleNow - std::chrono::days{count}; };
        QCOMPARE(saying({days(12), false}, marks), QString());
        QVERIFY(saying({days(34), true}, marks).contains(QStringLiteral("34 days old")));
        QVERIFY(saying({std::nullopt, true}, marks).contains(QStringLiteral("never had one")));
        QCOMPARE(saying({std::nullopt, true}, {}), QString()); // the first export is a baseline anyway
    }

    void whenEverythingIsDoneTheNextThingIsAnExport()
    {
        const OverviewState done = overviewState({practice(8), {}, {}, {}}, kSampleNow);
        QVERIFY(done.allDone);
        QCOMPARE(done.nextStep, Step::Launch);
        QCOMPARE(practiceRow(practice(8), nullptr).word, QStringLiteral("ready"));
    }

    void aFailedStepSaysWhy()
    {
        Profile profile = practice(4);
        profile.steps.insert(Step::Connection,
            {StepState::Failed, QStringLiteral("2026-06-23T03:14:07Z"), {},
                QStringLiteral("invalid_client")});
        QCOMPARE(overviewState({profile, {}, {}, {}}, kSampleNow).nextText, QStringLiteral("invalid_client"));
        QCOMPARE(practiceRow(profile, nullptr).tone, Tone::Failure);
    }

    void aRunningExportSpeaksForThePractice()
    {
        const auto run = preparingRun();
        QCOMPARE(practiceRow(practice(8), &run).word, QStringLiteral("preparing"));
        const OverviewState state = overviewState({practice(8), run, {}, {}}, kSampleNow);
        QCOMPARE(state.runWord, QStringLiteral("Preparing on the server"));
        const auto finished = completeRun();
        QCOMPARE(practiceRow(practice(8), &finished).word, QStringLiteral("ready"));
    }

    void theTypeThatIsFurthestBehindSpeaksForAll() // BD-033: shown as sent, compared as a moment
    {
        const OverviewState state = overviewState(
            {practice(8), {}, {},
                {mark("Patient", "2026-06-24T04:00:00+02:00"), mark("Condition", "2026-06-24T03:00:00Z")}},
            kSampleNow);
        QVERIFY(state.watermark.contains(QStringLiteral("2026-06-24T04:00:00+02:00")));
        QVERIFY(state.watermark.contains(QStringLiteral("1 h 14 min ago")));
        QVERIFY(overviewState({practice(8), {}, {}, {}}, kSampleNow)
                    .watermark.contains(QStringLiteral("everything")));
    }

    void theSummaryCountsAndEstimates()
    {
        FilesModel model;
        auto run = downloadingRun();
        model.setFiles(run.runId, run.files, kSampleNow);
        const DownloadsState state = downloadsState(run, model.total(), kSampleNow);
        QVERIFY(state.summary.startsWith(QStringLiteral("4 of 9 files verified")));
        QCOMPARE(state.tone, Tone::Failure);
        run.manifestExpiresAt = kSampleNow + std::chrono::minutes{50};
        QVERIFY(downloadsState(run, model.total(), kSampleNow).expiry.contains(QStringLiteral("50 min")));
        QVERIFY(
            downloadsState(preparingRun(), {}, kSampleNow).emptyHint.contains(QStringLiteral("preparing")));
        QVERIFY(!downloadsState({}, {}, kSampleNow).hasFiles);
    }

    void aFileTellsWhatWasAnnouncedAndWhatCame() // BD-107
    {
        const auto run = downloadingRun();
        const FileDetail good = fileDetail(run.files.at(0), kSampleNow);
        QCOMPARE(good.lines.at(1).value, QStringLiteral("1,142, as announced"));
        QCOMPARE(good.sha256.size(), 64);
        QVERIFY(good.canOpen);
        const FileDetail bad = fileDetail(run.files.at(7), kSampleNow);
        QVERIFY(!bad.canOpen);
        QCOMPARE(bad.tone, Tone::Failure);
        QVERIFY(
            fileDetail(run.files.at(6), kSampleNow).lines.at(1).value.contains(QStringLiteral("no number")));
    }

    void theLogOfARunIsFollowedWhileItGrows()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("log.ndjson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray line =
            R"({"timestamp":"2026-06-24T03:14:07Z","eventId":"kickoff","eventDetail":{}})";
        file.write(line + '\n' + line.left(20));
        file.flush();
        RunLog log;
        log.follow(folder.path(), QStringLiteral("Elm"));
        QTRY_COMPARE(log.model().rowCount(), 1);
        file.write(line.mid(20) + '\n');
        file.flush();
        log.follow(folder.path(), QStringLiteral("Elm"));
        QTRY_COMPARE(log.model().rowCount(), 2);
        QCOMPARE(log.model().entry(1).event, QStringLiteral("kickoff"));
        log.notice({});
        QCOMPARE(log.model().rowCount(), 3);
    }
};

QTEST_GUILESS_MAIN(TestPracticeStates)
#include "tst_practice_states.moc"
