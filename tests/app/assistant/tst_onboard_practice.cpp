// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "flows/export_progress.h"
#include "handoff/verify_bundle.h"

#include <QSignalSpy>

using namespace waybill;
using namespace waybill::assistant;
using practices::Step;
using practices::StepState;
using test::Onboarding;

namespace {

template <typename Desk>
bool rests(Desk &desk)
{
    return Onboarding::waitFor(
        [&desk] { return desk.state().work == std::remove_cvref_t<decltype(desk.state())>::Work::Idle; });
}

/// Everything up to a registered client at the sandbox's eCW-like practice.
bool upToClient(
    Onboarding &o, const test::SandboxProcess &sandbox, Registration registration = Registration::PastedJwks)
{
    o.offer(sandbox);
    if (!o.chooseEnvironment() || !o.adoptKey())
        return false;
    o.practice().endpoint().type(sandbox.ecw().fhirBaseUrl.toString());
    if (!o.practice().endpoint().accept())
        return false;
    o.practice().client().registerWithSandbox(registration);
    return rests(o.practice().client()) && o.record(Step::Client).state == StepState::Ok;
}

bool connectTo(Onboarding &o)
{
    o.practice().connection().run();
    return rests(o.practice().connection()) && o.record(Step::Connection).state == StepState::Ok;
}

/// The first Group with members.
bool chooseGroup(Onboarding &o)
{
    GroupDesk &desk = o.practice().group();
    desk.search();
    if (!rests(desk))
        return false;
    for (qsizetype row = 0; row < desk.state().list.groups.size(); ++row) {
        if (desk.state().list.groups.at(row).members.value_or(0) > 0) {
            desk.choose(row);
            return desk.accept().has_value();
        }
    }
    return false;
}

} // namespace

class TestOnboardPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::SandboxProcess>(
            QStringList{QStringLiteral("--patients"), QStringLiteral("20")});
        QVERIFY2(m_sandbox->isListening(), qPrintable(m_sandbox->problem()));
    }
    void init() { QVERIFY(m_sandbox->setFaults({})); }

    void fromNothingToAWaybill()
    {
        Onboarding o;
        QSignalSpy wanted(&o.practice(), &OnboardPractice::sandboxWanted);
        QVERIFY(o.chooseEnvironment());
        QCOMPARE(wanted.size(), 1);
        QVERIFY(upToClient(o, *m_sandbox));
        QVERIFY(!o.profile().clientId.isEmpty());
        QVERIFY2(connectTo(o), qPrintable(o.record(Step::Connection).reason));
        const auto token = o.practice().connection().state().token;
        QVERIFY(token);
        QVERIFY2(token->missing.isEmpty(), qPrintable(token->missing.join(QLatin1Char(' '))));
        QCOMPARE(token->lifetime, std::chrono::seconds{300});
        QVERIFY(o.profile().scopes.contains(QStringLiteral("system/Group.read")));
        QCOMPARE(o.profile().vendor, QStringLiteral("eclinicalworks"));
        QVERIFY(chooseGroup(o));
        QVERIFY2(o.profile().group.value != o.profile().group.id, "eCW exports by the identifier (EC-006)");

        LaunchDesk &launch = o.practice().launch();
        launch.chooseOnly({QStringLiteral("Patient"), QStringLiteral("Condition")});
        QCOMPARE(launch.state().jobs.size(), 1);
        const JobPreview job = launch.state().jobs.first();
        QVERIFY(job.request.startsWith(QStringLiteral("GET ") + o.profile().fhirBaseUrl.toString()
            + QStringLiteral("/Group/") + o.profile().group.value));
        QVERIFY(job.request.contains(QStringLiteral("Prefer: respond-async")));
        QVERIFY(job.curl.contains(QStringLiteral("$TOKEN")));
        QSignalSpy launched(&launch, &LaunchDesk::launchRequested);
        launch.launch();
        QVERIFY(launched.wait());
        const auto plan = launched.first().first().value<flows::LaunchPlan>();
        QVERIFY(plan.key);
        QCOMPARE(plan.profile.types, (QStringList{QStringLiteral("Condition"), QStringLiteral("Patient")}));
        QCOMPARE(o.record(Step::Launch).state, StepState::Doing);
        QCOMPARE(m_sandbox->kickOffs(m_sandbox->ecw().code), 0); // starting it is another's job (GD-016)

        flows::ExportProgress progress;
        progress.outcome = practices::Outcome::Complete;
        progress.verdict = QStringLiteral("Complete and verified.");
        o.practice().exportEnded(progress);
        QCOMPARE(o.record(Step::Launch).state, StepState::Ok);

        HandOverDesk &handOver = o.practice().handOver();
        QVERIFY2(handOver.state().notValidated.isEmpty(),
            qPrintable(handOver.state().notValidated.join(QLatin1Char(' '))));
        QCOMPARE(handOver.state().runnerKey, RunnerKey::EncryptedFile); // where the key lies already
        handOver.write(false);
        QVERIFY(rests(handOver));
        QVERIFY2(handOver.state().written,
            handOver.state().problem ? qPrintable(handOver.state().problem->what) : "");
        QCOMPARE(o.record(Step::HandOver).state, StepState::Ok);
        const auto bundle = handoff::verifyBundle(handOver.state().written->folder);
        QVERIFY(bundle);
        QVERIFY(bundle->validated);
        QCOMPARE(bundle->file.waybill.exports.groupId, o.profile().group.value);
    }

    void registersByUrlAndSeesThatTheHostedCopyIsOurs() // SB-029, SB-030
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox, Registration::JwksUrl));
        QVERIFY(!o.profile().jwksUrl.isEmpty());
        QVERIFY(connectTo(o));
        o.practice().client().checkHosted(o.profile().jwksUrl.toString());
        QVERIFY(rests(o.practice().client()));
        const auto findings = o.practice().client().state().hosted;
        QVERIFY(findings.size() >= 3);
        QVERIFY(discovery::worstOf(findings) != discovery::FindingState::Bad);
        // Another key: the hosted copy is behind until it is published again.
        QVERIFY(o.adoptKey(1));
        QCOMPARE(o.record(Step::Client).state, StepState::Stale);
        QCOMPARE(o.record(Step::Connection).state, StepState::Stale);
        o.practice().client().checkHosted(o.profile().jwksUrl.toString());
        QVERIFY(rests(o.practice().client()));
        QCOMPARE(discovery::worstOf(o.practice().client().state().hosted), discovery::FindingState::Bad);
    }

    void theHostedCopyIsLookedAtUntilItMatches() // SB-031
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox, Registration::JwksUrl));
        const QString url = o.profile().jwksUrl.toString();
        QVERIFY(o.adoptKey(1));
        ClientDesk &client = o.practice().client();
        client.watchHosted(url, true);
        QVERIFY(rests(client));
        QVERIFY(client.state().watching);
        QCOMPARE(discovery::worstOf(client.state().hosted), discovery::FindingState::Bad);
        const QString name = QUrl(url).path().section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
        QCOMPARE(
            m_sandbox->ask("PUT", QStringLiteral("/portal/jwks/") + name, o.practice().key().state().jwks)
                .status,
            201);
        client.checkHosted(url); // as the timer does
        QVERIFY(rests(client));
        QVERIFY(!client.state().watching);
        client.watchHosted(url, true);
        client.cancel();
        QVERIFY(!client.state().watching);
    }

    void leftAndTakenUpAgainNothingIsLost()
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        QVERIFY(connectTo(o));
        const practices::Profile before = o.profile();
        o.reopen();
        QCOMPARE(o.profile(), before);
        QCOMPARE(whereToGoOn(o.profile()), Step::Group);
        QVERIFY(!o.practice().connection().exportableTypes().isEmpty()); // the documents were kept (SB-009)
        // The key file must be unlocked again before anything can be asked.
        o.practice().group().search();
        QVERIFY(rests(o.practice().group()));
        QVERIFY(o.practice().group().state().needsPassphrase);
        o.practice().group().unlockAndSearch(Onboarding::passphrase());
        QVERIFY(rests(o.practice().group()));
        QVERIFY(!o.practice().group().state().needsPassphrase);
        QVERIFY(!o.practice().group().state().list.groups.isEmpty());
    }

    void anUnknownKeyIsRefusedWithItsLikelyCauses() // requirements 2.5
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        QVERIFY(o.adoptKey(1)); // registered was the first one
        QVERIFY(o.practice().client().accept({Registration::PastedJwks, o.profile().clientId, {}, false}));
        QVERIFY(!connectTo(o));
        const ConnectionDeskState state = o.practice().connection().state();
        QCOMPARE(o.record(Step::Connection).state, StepState::Failed);
        QVERIFY(state.problem);
        QCOMPARE(state.problem->code, ErrorCode::Unauthorized);
        QVERIFY(state.causes.size() >= 3);
    }

    void anEmptyGroupIsUsedOnlyAfterItWasConfirmedInWords()
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        QVERIFY(connectTo(o));
        GroupDesk &desk = o.practice().group();
        desk.type(QStringLiteral(" 5f8b7c1e-aaaa-bbbb-cccc-0123456789ab\n"));
        QCOMPARE(desk.state().value, QStringLiteral("5f8b7c1e-aaaa-bbbb-cccc-0123456789ab"));
        QCOMPARE(desk.state().doubt, GroupDeskState::Doubt::NotListed);
        QVERIFY(!desk.accept());
        desk.confirm(QStringLiteral("yes"));
        QVERIFY(!desk.accept());
        desk.confirm(QStringLiteral(" Use it  ANYWAY "));
        QVERIFY(desk.accept());
        QCOMPARE(o.profile().group.value, desk.state().value);
        desk.type(QStringLiteral("another"));
        QVERIFY2(!desk.accept(), "a confirmation is for one Group");
    }

    void anotherAddressMakesWhatRestsOnItStale()
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        QVERIFY(connectTo(o));
        QVERIFY(chooseGroup(o));
        o.practice().endpoint().type(m_sandbox->generic().fhirBaseUrl.toString());
        QVERIFY(o.practice().endpoint().accept());
        QCOMPARE(o.record(Step::Connection).state, StepState::Stale);
        QCOMPARE(o.record(Step::Group).state, StepState::Stale);
        QVERIFY(!o.practice().connection().server());
        QVERIFY(o.practice().group().state().value.isEmpty());
        QVERIFY(o.profile().tokenUrl.isEmpty());
    }

    void aServerThatIsNotThereIsSaidSo() // F-002
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        o.practice().endpoint().type(QStringLiteral("http://127.0.0.1:9/fhir/r4/NOBODY"));
        QVERIFY(o.practice().endpoint().accept());
        QVERIFY(
            o.practice().client().accept({Registration::PastedJwks, QStringLiteral("client"), {}, false}));
        QVERIFY(!connectTo(o));
        QVERIFY(o.practice().connection().state().problem);
        QVERIFY(!o.record(Step::Connection).reason.isEmpty());
    }

    void stoppingTheCheckLeavesItToDo()
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        o.practice().connection().run();
        o.practice().stop();
        QCOMPARE(o.practice().connection().state().work, ConnectionDeskState::Work::Idle);
        QTest::qWait(300);
        QCOMPARE(o.record(Step::Connection).state, StepState::Todo);
    }

    void productionIsLaunchedOnlyWithTheTypedName() // EC-008
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        QVERIFY(connectTo(o));
        QVERIFY(chooseGroup(o));
        o.practice().draft().change(
            [](practices::Profile &p) { p.environment = practices::Environment::Production; });
        LaunchDesk &launch = o.practice().launch();
        QSignalSpy launched(&launch, &LaunchDesk::launchRequested);
        launch.launch();
        QVERIFY(launch.state().problem);
        launch.confirm(QStringLiteral("elm"));
        launch.launch();
        QTest::qWait(50);
        QCOMPARE(launched.size(), 0);
        launch.confirm(QStringLiteral("Elm Street"));
        QVERIFY(launch.state().confirmed);
        launch.setChosen(QStringLiteral("Patient"), false);
        QVERIFY2(!launch.state().confirmed, "what was confirmed is not what would be sent");
        launch.confirm(QStringLiteral("Elm Street"));
        launch.launch();
        QVERIFY(launched.wait());
    }

    void anInstantOfOnesOwnIsChecked_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<bool>("good");
        QTest::newRow("UTC") << QStringLiteral("2026-06-24T03:14:07Z") << true;
        QTest::newRow("zone and fraction") << QStringLiteral("2026-06-24T03:14:07.123-05:00") << true;
        QTest::newRow("no zone") << QStringLiteral("2026-06-24T03:14:07") << false;
        QTest::newRow("a date") << QStringLiteral("2026-06-24") << false;
        QTest::newRow("words") << QStringLiteral("yesterday") << false;
        QTest::newRow("empty") << QString() << false;
    }

    void anInstantOfOnesOwnIsChecked()
    {
        QFETCH(const QString, instant);
        QFETCH(const bool, good);
        if (!m_launchable) {
            m_launchable = std::make_unique<Onboarding>();
            QVERIFY(upToClient(*m_launchable, *m_sandbox));
            QVERIFY(connectTo(*m_launchable));
            QVERIFY(chooseGroup(*m_launchable));
        }
        LaunchDesk &launch = m_launchable->practice().launch();
        launch.setSince(flows::LaunchPlan::Since::Custom);
        launch.setCustomSince(instant);
        QCOMPARE(!launch.state().sinceProblem, good);
        QCOMPARE(!launch.state().jobs.isEmpty(), good);
        if (good)
            QCOMPARE(launch.state().jobs.first().since, instant); // byte for byte (BD-033)
    }

    void twoPracticesWithOneGroupAreTold() // F-122
    {
        Onboarding o;
        QVERIFY(upToClient(o, *m_sandbox));
        QVERIFY(connectTo(o));
        QVERIFY(chooseGroup(o));
        practices::Profile twin = o.profile();
        twin.id = QStringLiteral("twin");
        twin.name = QStringLiteral("The same again");
        QVERIFY(o.store().saveProfile(twin));
        LaunchDesk &launch = o.practice().launch();
        const auto toldOf = [&launch] {
            return launch.state().cautions.filter(QStringLiteral("The same again")).size();
        };
        launch.chooseOnly({QStringLiteral("Patient")});
        QCOMPARE(toldOf(), 1);
        twin.group.value = QStringLiteral("another");
        QVERIFY(o.store().saveProfile(twin));
        launch.chooseOnly({QStringLiteral("Patient"), QStringLiteral("Condition")});
        QCOMPARE(toldOf(), 0);
    }

    void cleanupTestCase() { m_launchable.reset(); }

private:
    std::unique_ptr<test::SandboxProcess> m_sandbox;
    std::unique_ptr<Onboarding> m_launchable;
};

QTEST_GUILESS_MAIN(TestOnboardPractice)
#include "tst_onboard_practice.moc"
