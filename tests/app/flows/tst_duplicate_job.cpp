// SPDX-License-Identifier: Apache-2.0
// EC-009: what can be done when the server says that an export of the Group is running already.
#include "flows/run_facts.h"
#include "flows/running_exports.h"
#include "sandbox_practice.h"
#include "vault/secret_store.h"

using namespace waybill;
using namespace waybill::flows;
using namespace waybill::flows::test;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant kNow{std::chrono::milliseconds{1'782'270'847'000}};
const QUrl kStatus(QStringLiteral("https://h.example/status/17?secret=abc"));

practices::RunRecord runIn(const QString &id, const exports::Phase &phase, const QUrl &statusUrl = kStatus)
{
    practices::RunRecord run;
    run.id = id;
    run.startedAt = kNow - hours{2};
    exports::State state;
    state.job.statusUrl = statusUrl;
    state.job.acceptedAt = run.startedAt;
    state.phase = phase;
    run.state = exports::toJson(state);
    const auto *finished = std::get_if<exports::Finished>(&phase);
    run.closed = finished != nullptr;
    run.request = {{QStringLiteral("types"), QJsonArray{QStringLiteral("Patient")}}};
    return run;
}

DuplicateCase refusedAmong(const QList<practices::RunRecord> &runs, std::optional<Instant> askAgainAt = {})
{
    DuplicateCase refused;
    refused.profile.practiceName = QStringLiteral("Elm Street");
    refused.profile.practiceCode = QStringLiteral("FFBJCD");
    refused.profile.clientId = QStringLiteral("client-1");
    refused.profile.group.value = QStringLiteral("g-1");
    refused.profile.fhirBaseUrl = QUrl(QStringLiteral("https://h.example/fhir"));
    refused.refused =
        runIn(QStringLiteral("refused"), exports::Finished{Outcome::Duplicate, {}, kNow, false}, {});
    exports::State state = *exports::stateFromJson(refused.refused.state);
    state.job.askAgainAt = askAgainAt;
    refused.refused.state = exports::toJson(state);
    refused.refused.finishedAt = kNow;
    refused.runs = runs;
    refused.problem.httpStatus = 429;
    refused.problem.serverText = QStringLiteral("duplicate request");
    refused.now = kNow + minutes{1};
    return refused;
}

QStringList idsOf(const DuplicateAdvice &advice)
{
    QStringList ids;
    for (const KnownJob &job : advice.jobs)
        ids.append(job.runId);
    return ids;
}

} // namespace

class TestDuplicateJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_ecw = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.ecw());
        QVERIFY(m_ecw->isReady());
    }

    void onlyJobsThatMayStillRunAreOffered() // EC-009
    {
        const exports::Wait wait{kNow, kNow + minutes{2}, {}, false};
        practices::RunRecord givenUp = runIn(QStringLiteral("given up"), exports::Waiting{wait, 1, {}});
        givenUp.closed = true;
        const auto ended = [](Outcome outcome) { return exports::Finished{outcome, {}, kNow, false}; };
        const DuplicateAdvice advice = duplicateAdvice(refusedAmong({
            runIn(QStringLiteral("waiting"), exports::Waiting{wait, 1, {}}),
            runIn(QStringLiteral("never accepted"), exports::KickOffUnknown{}, {}),
            givenUp,
            runIn(QStringLiteral("token refused"), ended(Outcome::Unauthorized)),
            runIn(QStringLiteral("complete"), ended(Outcome::Complete)),
            runIn(QStringLiteral("failed there"), ended(Outcome::Failed)),
            runIn(QStringLiteral("gone"), ended(Outcome::Gone)),
        }));
        QCOMPARE(idsOf(advice),
            (QStringList{
                QStringLiteral("waiting"), QStringLiteral("given up"), QStringLiteral("token refused")}));
        QVERIFY(!advice.jobs.at(0).givenUp);
        QVERIFY(advice.jobs.at(1).givenUp);
        QCOMPARE(advice.jobs.at(0).types, QStringList{QStringLiteral("Patient")});
    }

    void theTimeIsTheServersElseAnHourAndNeverPast() // EC-009
    {
        const DuplicateAdvice guess = duplicateAdvice(refusedAmong({}));
        QVERIFY(!guess.serverNamedIt);
        QCOMPARE(guess.tryAgainAt, kNow + hours{1});
        const DuplicateAdvice named = duplicateAdvice(refusedAmong({}, kNow + minutes{5}));
        QVERIFY(named.serverNamedIt);
        QCOMPARE(named.tryAgainAt, kNow + minutes{5});
        const DuplicateAdvice past = duplicateAdvice(refusedAmong({}, kNow + seconds{5}));
        QCOMPARE(past.tryAgainAt, kNow + minutes{1}); // now
    }

    void theTextForTheSupportHasTheFactsAndNoSecret() // EC-009, BD-220
    {
        const exports::Wait wait{kNow, kNow + minutes{2}, {}, false};
        const QString text =
            duplicateAdvice(refusedAmong({runIn(QStringLiteral("waiting"), exports::Waiting{wait, 1, {}})}))
                .supportText;
        for (const char *fact : {"Elm Street", "FFBJCD", "client-1", "g-1", "https://h.example/fhir",
                 "HTTP 429", "duplicate request", "https://h.example/status/17", "2026-06-24T01:14:07Z"})
            QVERIFY2(text.contains(QLatin1String(fact)), fact);
        QVERIFY(!text.contains(QStringLiteral("abc")));
    }

    void aJobWhoseTokenWasRefusedIsAskedForAgain() // EC-009
    {
        SandboxPractice practice(*m_ecw);
        practices::RunRecord run =
            runIn(QStringLiteral("r1"), exports::Finished{Outcome::Unauthorized, {}, kNow, false});
        run.outcome = Outcome::Unauthorized;
        keepClient({QStringLiteral("thumbprint"), {}}, run.state);
        QVERIFY(practice.store().saveRun(run));
        QVERIFY(openAgain(practice.store(), run.id));
        const auto open = **practice.store().run(run.id);
        QVERIFY(!open.closed && !open.outcome);
        const auto state = exports::stateFromJson(open.state);
        QVERIFY(std::holds_alternative<exports::Stalled>(state->phase));
        QCOMPARE(state->job.statusUrl, kStatus);
        QCOMPARE(clientOf(open).key, QStringLiteral("thumbprint"));
        QVERIFY(!openAgain(practice.store(), QStringLiteral("nobody")));
    }

    void theKnownJobIsAttachedToWithoutAnotherKickOff() // EC-009, F-012: the sandbox refuses by itself
    {
        SandboxPractice practice(m_ecw->another(m_sandbox));
        const QString code = practice.profile.practiceCode;
        QVERIFY(m_sandbox.setFaults({}));
        const int before = m_sandbox.kickOffs(code);
        vault::KeychainStore keychain;
        LaunchPlan plan;
        plan.profile = practice.profile;
        plan.key = m_ecw->key;
        QVERIFY(practice.store().saveProfile(plan.profile));
        const QString id = plan.profile.id;
        const RunningExports::Deps deps{
            practice.store(), m_clock, keychain, practice.path(QStringLiteral("home"))};
        auto first = std::make_unique<RunningExports>(deps);
        QVERIFY(first->start(plan));
        QTRY_COMPARE_WITH_TIMEOUT(first->of(id)->progress().phase, Phase::Preparing, 20000);
        const QString known = first->of(id)->progress().runId;
        first.reset();
        practices::RunRecord run = **practice.store().run(known);
        run.closed = true; // as one that was given up for another
        QVERIFY(practice.store().saveRun(run));

        RunningExports exports(deps);
        QSignalSpy finished(&exports, &RunningExports::finished);
        QVERIFY(!exports.duplicateOf(id));
        QVERIFY(exports.start(plan));
        QVERIFY(finished.wait(20000));
        QCOMPARE(exports.of(id)->results().value(0).outcome, Outcome::Duplicate);
        const auto advice = exports.duplicateOf(id);
        QVERIFY(advice);
        QCOMPARE(idsOf(*advice), QStringList{known});
        QVERIFY(advice->jobs.first().givenUp);
        const int asked = kickOffsSeen();

        QVERIFY(exports.attach(id, known));
        QVERIFY(!exports.duplicateOf(id));
        QVERIFY(finished.wait(20000));
        QCOMPARE(exports.of(id)->results().value(0).outcome, Outcome::Complete);
        QCOMPARE(exports.of(id)->results().value(0).runId, known);
        QCOMPARE(m_sandbox.kickOffs(code) - before, 1);
        QCOMPARE(kickOffsSeen(), asked);
        QCOMPARE(practice.watermarks().size(), 2);
    }

    void waitingSendsNothingAndOutlivesTheProgram() // EC-009, F-012
    {
        SandboxPractice practice(m_ecw->another(m_sandbox));
        QVERIFY(m_sandbox.setFaults({QStringLiteral("duplicate-job")}));
        auto refused = practice.exporter();
        QSignalSpy finished(refused.get(), &RunExport::finished);
        QVERIFY(!refused->tryAgainAt(m_clock.now())); // there is nothing to try again
        QVERIFY(refused->start(practice.plan()));
        QVERIFY(finished.wait(20000));
        QCOMPARE(refused->results().value(0).outcome, Outcome::Duplicate);
        const int asked = kickOffsSeen();
        QVERIFY(refused->tryAgainAt(m_clock.now() + seconds{2}));
        QVERIFY(refused->isActive());
        QVERIFY(refused->waitsUntil());
        QVERIFY(refused->progress().nextPollAt);
        const QString id = refused->progress().runId;
        refused.reset(); // the program ends

        QCOMPARE(RunExport::unfinished(practice.store())->value(0).id, id);
        QVERIFY(m_sandbox.setFaults({}));
        auto again = practice.exporter();
        QSignalSpy done(again.get(), &RunExport::finished);
        QVERIFY(again->resume(id));
        QCOMPARE(kickOffsSeen(), asked);
        QVERIFY(done.wait(20000));
        QCOMPARE(again->results().value(0).outcome, Outcome::Complete);
        QCOMPARE(again->results().value(0).runId, id);
        QCOMPARE(kickOffsSeen(), asked + 1);
    }

private:
    int kickOffsSeen() ///< refused ones too
    {
        const QJsonArray rows = m_sandbox.requestLog().value(QLatin1String("requests")).toArray();
        return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const QJsonValue &row) {
            return row.toObject()
                .value(QLatin1String("path"))
                .toString()
                .section(QLatin1Char('?'), 0, 0)
                .endsWith(QLatin1String("/$export"));
        }));
    }

    SystemClock m_clock;
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("40"),
        QStringLiteral("--retry-after"), QStringLiteral("1"), QStringLiteral("--rate-limit"),
        QStringLiteral("0"), QStringLiteral("--prepare"), QStringLiteral("3")}};
    std::unique_ptr<RegisteredClient> m_ecw;
};

QTEST_GUILESS_MAIN(TestDuplicateJob)
#include "tst_duplicate_job.moc"
