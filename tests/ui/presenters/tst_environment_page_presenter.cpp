// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "presenters/environment_page_presenter.h"

#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using practices::Environment;
using practices::Step;
using P = EnvironmentPagePresenter;

class TestEnvironmentPagePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheBuiltInPracticePrefilled()
    {
        test::Onboarding o;
        P presenter(o.practice());
        QCOMPARE(presenter.state().choice, P::Choice::BuiltIn);
        QVERIFY(!presenter.state().name.isEmpty());
        QVERIFY(presenter.state().frame.primaryEnabled);
        QVERIFY(!presenter.state().settled);
    }

    void theProposedNameGoesWithItsChoiceAndATypedOneStays()
    {
        test::Onboarding o;
        P presenter(o.practice());
        presenter.choose(P::Choice::Production);
        QVERIFY(presenter.state().name.isEmpty());
        QVERIFY(!presenter.state().frame.primaryEnabled);
        QVERIFY(!presenter.state().frame.hint.isEmpty());
        presenter.setName(QStringLiteral("Elm Street"));
        presenter.choose(P::Choice::Sandbox);
        QCOMPARE(presenter.state().name, QStringLiteral("Elm Street"));
    }

    void acceptingSavesAndGoesOn()
    {
        test::Onboarding o;
        P presenter(o.practice());
        QSignalSpy next(&presenter, &PagePresenter::continueRequested);
        presenter.choose(P::Choice::Production);
        presenter.setName(QStringLiteral("  Elm   Street "));
        presenter.primary();
        QCOMPARE(next.size(), 1);
        QCOMPARE(o.profile().environment, Environment::Production);
        QCOMPARE(o.profile().name, QStringLiteral("Elm Street"));
        QVERIFY(presenter.state().settled);
        QVERIFY(!presenter.state().canDuplicate); // there is nothing but a name yet
        QVERIFY(*o.store().profile(o.profile().id));
    }

    void theEnvironmentCannotBeChangedLater() // EC-008
    {
        test::Onboarding o;
        P presenter(o.practice());
        presenter.primary();
        presenter.choose(P::Choice::Production);
        QSignalSpy next(&presenter, &PagePresenter::continueRequested);
        presenter.setName(QStringLiteral("Elm Street"));
        presenter.primary();
        QCOMPARE(next.size(), 0);
        QVERIFY(presenter.state().frame.notice);
        QCOMPARE(o.profile().environment, Environment::Sandbox);
    }

    void theSandboxIsAskedForOnlyWhenItIsWanted()
    {
        test::Onboarding o;
        QSignalSpy wanted(&o.practice(), &assistant::OnboardPractice::sandboxWanted);
        P presenter(o.practice());
        presenter.choose(P::Choice::Sandbox);
        presenter.setName(QStringLiteral("Vendor sandbox"));
        presenter.primary();
        QCOMPARE(wanted.size(), 0);
        presenter.choose(P::Choice::BuiltIn);
        presenter.primary();
        QCOMPARE(wanted.size(), 1);
    }

    void theOtherEnvironmentStartsWithoutKeyClientAndGroup() // EC-008, SB-034
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.adoptKey());
        o.practice().draft().change([](practices::Profile &profile) {
            profile.clientId = QStringLiteral("client-1");
            profile.fhirBaseUrl = QUrl(QStringLiteral("https://staging-fhir.ecwcloud.com/fhir/r4/FFBJCD"));
            profile.group.value = QStringLiteral("g-1");
            profile.types = QStringList{QStringLiteral("Patient")};
        });
        P presenter(o.practice());
        QVERIFY(presenter.state().canDuplicate);
        QSignalSpy changed(&o.practice().draft(), &assistant::OnboardingDraft::changed);
        presenter.duplicate(true);
        QCOMPARE(changed.size(), 1); // the list of practices looks again
        QCOMPARE(presenter.state().frame.notice->kind, Notice::Kind::Ok);
        presenter.duplicate(false);
        presenter.duplicate(false);
        QMap<QString, practices::Profile> all;
        const auto kept = o.store().profiles();
        QVERIFY(kept);
        for (const practices::Profile &profile : *kept)
            all.insert(profile.name, profile);
        QCOMPARE(all.size(), 4);
        const auto twin = all.value(QStringLiteral("Elm Street (production)"));
        QCOMPARE(twin.environment, Environment::Production);
        QCOMPARE(twin.types, QStringList{QStringLiteral("Patient")});
        QVERIFY(twin.clientId.isEmpty() && twin.keyThumbprint.isEmpty() && twin.fhirBaseUrl.isEmpty());
        QVERIFY(twin.group.value.isEmpty());
        QCOMPARE(twin.steps.size(), 1);
        const auto copy = all.value(QStringLiteral("Elm Street (copy)"));
        QCOMPARE(copy.clientId, QStringLiteral("client-1"));
        QVERIFY(copy.group.value.isEmpty());
        QVERIFY(copy.id != o.profile().id);
        QVERIFY(all.contains(QStringLiteral("Elm Street (copy) 2")));
        QCOMPARE(o.profile().group.value, QStringLiteral("g-1")); // this one stays as it is
    }

    void aNewNameLosesNothing()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        o.practice().draft().complete(practices::Step::Connection, QStringLiteral("token"));
        const practices::Profile before = o.profile();
        QVERIFY(o.practice().environment().accept(
            {practices::Environment::Sandbox, true, QStringLiteral("Elm & Oak Street")}));
        practices::Profile after = o.profile();
        QCOMPARE(after.name, QStringLiteral("Elm & Oak Street"));
        QCOMPARE(after.steps.value(practices::Step::Connection).state, practices::StepState::Ok);
        after.name = before.name;
        after.practiceName = before.practiceName;
        after.steps[practices::Step::Environment] = before.steps[practices::Step::Environment];
        QCOMPARE(after, before);
    }

    void aPracticeTakenUpAgainShowsWhatWasChosen()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment(Environment::Production, false));
        o.reopen();
        P presenter(o.practice());
        QCOMPARE(presenter.state().choice, P::Choice::Production);
        QCOMPARE(presenter.state().name, QStringLiteral("Elm Street"));
        QVERIFY(presenter.state().settled);
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentPagePresenter)
#include "tst_environment_page_presenter.moc"
