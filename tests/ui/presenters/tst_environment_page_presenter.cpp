// SPDX-License-Identifier: Apache-2.0
#include "app/flows/onboarding_fixture.h"
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
        QSignalSpy wanted(&o.practice(), &flows::OnboardPractice::sandboxWanted);
        P presenter(o.practice());
        presenter.choose(P::Choice::Sandbox);
        presenter.setName(QStringLiteral("Vendor sandbox"));
        presenter.primary();
        QCOMPARE(wanted.size(), 0);
        presenter.choose(P::Choice::BuiltIn);
        presenter.primary();
        QCOMPARE(wanted.size(), 1);
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
