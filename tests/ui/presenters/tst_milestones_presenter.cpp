// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "presenters/milestones_presenter.h"

using namespace waybill;
using namespace waybill::ui;
using assistant::Milestone;
using practices::Step;
using practices::StepState;
using test::Onboarding;

class TestMilestonesPresenter : public QObject
{
    Q_OBJECT

    static MilestonesPresenter::Row row(const MilestonesPresenter &list, Milestone milestone)
    {
        for (const auto &candidate : list.state().rows) {
            if (candidate.milestone == milestone)
                return candidate;
        }
        return {};
    }

private Q_SLOTS:
    void theListIsAsItWasAfterARestart() // EC-007: state kept, with dates and who
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment(practices::Environment::Production, false));
        o.practice().draft().change(
            [](practices::Profile &profile) { profile.vendor = QStringLiteral("eclinicalworks"); });
        {
            MilestonesPresenter list(o.practice());
            list.setRecord(Milestone::AppPublished, StepState::Ok, QStringLiteral("me"), {});
            list.messageTaken(Milestone::CodeEntered);
            list.setRecord(Milestone::CodeEntered, StepState::Waiting, QStringLiteral("Dr. Jones"),
                QStringLiteral("on leave until Monday"));
        }
        o.reopen();
        MilestonesPresenter list(o.practice());
        QCOMPARE(row(list, Milestone::AppPublished).state, StepState::Ok);
        const auto entered = row(list, Milestone::CodeEntered);
        QCOMPARE(entered.state, StepState::Waiting);
        QCOMPARE(entered.who, QStringLiteral("Dr. Jones"));
        QCOMPARE(entered.note, QStringLiteral("on leave until Monday"));
        QVERIFY(entered.detail.contains(QLatin1String("asked")));
        QVERIFY(entered.message->subject.startsWith(QLatin1String("Reminder")));
        QVERIFY(!entered.overdue);
        QVERIFY2(list.state().summary.startsWith(QLatin1String("1 of ")), qPrintable(list.state().summary));
    }

    void theConnectionSaysWhomItWaitsFor()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment());
        MilestonesPresenter list(o.practice());
        list.messageTaken(Milestone::Activated);
        QCOMPARE(o.record(Step::Connection).state, StepState::Waiting);
        QVERIFY(o.record(Step::Connection).reason.contains(assistant::milestoneTitle(Milestone::Activated)));
        list.setRecord(Milestone::Activated, StepState::Ok, {}, {});
        QCOMPARE(o.record(Step::Connection).state, StepState::Todo);
    }

    void whatFollowsFromAStepCannotBeSet()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment());
        MilestonesPresenter list(o.practice());
        QVERIFY(!row(list, Milestone::Token).editable);
        list.setRecord(Milestone::Token, StepState::Ok, {}, {});
        QCOMPARE(row(list, Milestone::Token).state, StepState::Todo);
        o.practice().draft().complete(Step::Connection, QStringLiteral("token for 300 s"));
        QCOMPARE(row(list, Milestone::Token).state, StepState::Ok);
        QVERIFY(row(list, Milestone::Token).detail.contains(QLatin1String("token for 300 s")));
    }
};

QTEST_GUILESS_MAIN(TestMilestonesPresenter)
#include "tst_milestones_presenter.moc"
