// SPDX-License-Identifier: Apache-2.0
#include "exports/manifest.h"
#include "machine_fixture.h"

#include <QJsonDocument>

using namespace waybill;
using namespace waybill::exports;
using namespace waybill::exports::test;
using practices::Outcome;

namespace {

const Error kProblem{ErrorCode::Throttled, QStringLiteral("what é"), QStringLiteral("where"),
    QStringLiteral("next"), 429, std::chrono::seconds{7}, QStringLiteral("server <b>")};

State full(const Phase &phase)
{
    State state;
    state.phase = phase;
    Job &job = state.job;
    job.statusUrl = QUrl::fromEncoded("https://h.example/$export-poll-location?job_id=1&sig=a%2Bb%2F%3D");
    job.kickOffAt = kNow;
    job.acceptedAt = kNow + std::chrono::milliseconds{1};
    job.separateStatus = true;
    job.cancelWanted = true;
    job.serverText = QStringLiteral("6% Completed");
    job.percent = 6;
    job.manifestExpiresAt = kNow;
    job.serverTime = kNow;
    job.pageProblem = QStringLiteral("p");
    job.polls = 5'000'000'000;
    job.unpaced = 1;
    job.failures = 2;
    job.failingSince = kNow;
    job.unreadable = 3;
    job.rounds = 1;
    job.linksRefreshed = true;
    return state;
}

} // namespace

class TestExportState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPhaseIsReadBackAsItWasWritten_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < phases().size(); ++i)
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(i).arg(phaseName(phases().at(i))))) << i;
    }
    void everyPhaseIsReadBackAsItWasWritten()
    {
        QFETCH(int, index);
        const State state = full(phases().at(index));
        const QByteArray bytes = QJsonDocument(toJson(state)).toJson();
        const auto read = stateFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY(read);
        QCOMPARE(*read, state);
        QCOMPARE(read->job.statusUrl.toEncoded(), state.job.statusUrl.toEncoded()); // byte for byte
    }

    void linksOfTheManifestAreNotStored() // design 3.3: signed links are kept nowhere but in manifest*.json
    {
        State state = full(FetchingManifestPage{2});
        state.job.nextPage = QUrl(QStringLiteral("https://h.example/page2?sig=SECRET"));
        state.job.seenPages = {state.job.nextPage};
        state.job.manifest = std::make_shared<const Manifest>();
        QVERIFY(!QJsonDocument(toJson(state)).toJson().contains("SECRET"));
    }

    void whatCannotBeReadIsAnErrorAndNotAnEmptyState()
    {
        QJsonObject newer = toJson(full(Polling{}));
        newer.insert(QStringLiteral("version"), 2);
        QVERIFY(!stateFromJson(newer));
        QJsonObject unknown = toJson(full(Polling{}));
        unknown.insert(
            QStringLiteral("phase"), QJsonObject{{QStringLiteral("name"), QStringLiteral("dreaming")}});
        QVERIFY(!stateFromJson(unknown));
        QVERIFY(!stateFromJson({}));
    }

private:
    static QList<Phase> phases()
    {
        const Wait wait{kNow, kNow + std::chrono::seconds{120}, QStringLiteral("because"), true};
        return {ReadyToKickOff{}, ReadyToKickOff{wait}, KickOffSent{}, KickOffUnknown{kProblem},
            Waiting{wait, 3, {}}, Waiting{wait, 1, kProblem}, Polling{}, Polling{wait},
            FetchingManifestPage{7}, Stalled{kProblem}, Downloading{}, Downloading{true}, Committing{},
            Cancelling{}, Cancelling{true}, CancelFailed{kProblem},
            Finished{Outcome::Incomplete, kProblem, kNow, true},
            Finished{Outcome::Complete, {}, kNow, false}};
    }
};

QTEST_GUILESS_MAIN(TestExportState)
#include "tst_export_state.moc"
