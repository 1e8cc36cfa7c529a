// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "presenters/connection_page_presenter.h"
#include "presenters/group_page_presenter.h"
#include "presenters/hand_over_page_presenter.h"
#include "presenters/launch_page_presenter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using practices::Step;
using practices::StepState;
using test::Onboarding;

namespace {

template <typename Presenter>
bool rests(const Presenter &presenter)
{
    return Onboarding::waitFor([&presenter] { return presenter.state().frame.busy.isEmpty(); });
}

} // namespace

/// The pages that need a server that knows us: connection, Group, launch, hand-over, at one sandbox.
class TestConnectionPagePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::SandboxProcess>(
            QStringList{QStringLiteral("--patients"), QStringLiteral("10")});
        QVERIFY(m_sandbox->isListening());
        Onboarding &o = m_practice;
        o.offer(*m_sandbox);
        QVERIFY(o.chooseEnvironment() && o.adoptKey());
        o.practice().endpoint().type(m_sandbox->ecw().fhirBaseUrl.toString());
        QVERIFY(o.practice().endpoint().accept());
        o.practice().client().registerWithSandbox(assistant::Registration::PastedJwks);
        QVERIFY(Onboarding::waitFor([&] { return o.record(Step::Client).state == StepState::Ok; }));
    }

    void theConnectionIsCheckedLineByLine() // SB-004, SB-056
    {
        ConnectionPagePresenter presenter(m_practice.practice());
        QCOMPARE(presenter.state().frame.primary, QStringLiteral("&Check the connection"));
        qsizetype most = 0;
        bool grew = false;
        connect(&presenter, &ConnectionPagePresenter::stateChanged, this, [&](const auto &state) {
            grew = grew || (state.checks.size() > 0 && !state.frame.busy.isEmpty());
            most = std::max(most, state.checks.size());
        });
        presenter.primary();
        QVERIFY(presenter.state().frame.canStop);
        QVERIFY(rests(presenter));
        QVERIFY2(m_practice.record(Step::Connection).state == StepState::Ok,
            qPrintable(m_practice.record(Step::Connection).reason));
        QVERIFY(grew);
        QVERIFY(most >= 5);
        QCOMPARE(presenter.state().token.size(), 2);
        QCOMPARE(presenter.state().token.at(1).look, CheckLine::Look::Ok);
        QVERIFY(presenter.state().grantedScopes.contains(QStringLiteral("system/Group.read")));
        QVERIFY(presenter.state().missingScopes.isEmpty());
        QVERIFY(presenter.state().canCheckAgain);
        QSignalSpy next(&presenter, &PagePresenter::continueRequested);
        presenter.primary();
        QCOMPARE(next.size(), 1);
    }

    void aRefusalComesWithItsCauses() // requirements 2.5
    {
        const QString right = m_practice.profile().clientId;
        QVERIFY(m_practice.practice().client().accept(
            {assistant::Registration::PastedJwks, QStringLiteral("nobody"), {}, false}));
        ConnectionPagePresenter presenter(m_practice.practice());
        QCOMPARE(presenter.state().frame.notice->kind, Notice::Kind::Warning); // out of date
        presenter.checkAgain();
        QVERIFY(rests(presenter));
        QVERIFY(presenter.state().causes.size() >= 3);
        QCOMPARE(presenter.state().frame.notice->kind, Notice::Kind::Failure);
        QCOMPARE(presenter.state().frame.primary, QStringLiteral("&Check again"));
        QVERIFY(
            m_practice.practice().client().accept({assistant::Registration::PastedJwks, right, {}, false}));
        presenter.checkAgain();
        QVERIFY(rests(presenter));
        QVERIFY(presenter.state().causes.isEmpty());
        QVERIFY(!presenter.state().frame.notice);
    }

    void aClockThatIsRefusedIsShiftedByHand() // SB-045, F-041
    {
        ConnectionPagePresenter presenter(m_practice.practice());
        QVERIFY(!presenter.state().clockOffered);
        QVERIFY(m_sandbox->setFaults({QStringLiteral("clock-ahead")}));
        presenter.checkAgain();
        QVERIFY(rests(presenter));
        QCOMPARE(m_practice.record(Step::Connection).state, StepState::Failed);
        QVERIFY(presenter.state().clockOffered && !presenter.state().clockShifted);
        QVERIFY2(presenter.state().clockNote.contains(QLatin1String(" s behind"))
                && presenter.state().clockNote.contains(QLatin1String("NTP")),
            qPrintable(presenter.state().clockNote));
        presenter.signWithServersClock(true);
        QVERIFY(presenter.state().clockShifted);
        presenter.checkAgain();
        QVERIFY(rests(presenter));
        QVERIFY2(m_practice.record(Step::Connection).state == StepState::Ok,
            qPrintable(m_practice.record(Step::Connection).reason));
        QVERIFY(presenter.state().token.first().detail.contains(QLatin1String("shifted by")));
        presenter.doctor().runOrStop(); // it signs with the same clock
        QVERIFY(Onboarding::waitFor([&] { return !presenter.doctor().state().running; }));
        QVERIFY2(presenter.doctor().state().healthy, qPrintable(presenter.doctor().state().verdict));
        QVERIFY(m_sandbox->setFaults({}));
        presenter.checkAgain(); // their clock was mended: the shift is what is refused, and still shown
        QVERIFY(rests(presenter));
        QCOMPARE(m_practice.record(Step::Connection).state, StepState::Failed);
        QVERIFY(presenter.state().clockOffered && presenter.state().clockShifted);
        presenter.signWithServersClock(false);
        QVERIFY(!presenter.state().clockOffered);
        presenter.checkAgain();
        QVERIFY(rests(presenter));
        QCOMPARE(m_practice.record(Step::Connection).state, StepState::Ok);
    }

    void groupsAreListedAndTheUsedValueIsMarked() // EC-006, EC-011, GD-008, GD-015
    {
        GroupPagePresenter presenter(m_practice.practice());
        QAbstractItemModelTester tester(
            presenter.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        presenter.primary();
        QVERIFY(rests(presenter));
        QVERIFY(presenter.model()->rowCount() >= 1);
        QVERIFY(!presenter.state().membership.isEmpty());
        int full = -1;
        for (int row = 0; row < presenter.model()->rowCount(); ++row) {
            presenter.chooseRow(row);
            QVERIFY(!presenter.state().value.isEmpty());
            const auto used = presenter.model()->index(row, int(GroupModel::Column::Identifier));
            if (used.data(GroupModel::UsedRole).toBool())
                QVERIFY(used.data(Qt::DisplayRole).toString().contains(presenter.state().value));
            if (presenter.state().doubt.isEmpty() && full < 0)
                full = row;
            else if (!presenter.state().doubt.isEmpty())
                QVERIFY(!presenter.state().frame.primaryEnabled);
        }
        QVERIFY(full >= 0);
        presenter.chooseRow(full);
        QVERIFY(presenter.state().frame.primaryEnabled);
        presenter.primary();
        QCOMPARE(m_practice.record(Step::Group).state, StepState::Ok);
        QCOMPARE(m_practice.profile().group.value, presenter.state().value);
    }

    void anIdByHandIsCleanedAndConfirmedInWords() // GD-012, F-123
    {
        GroupPagePresenter presenter(m_practice.practice());
        const QString before = m_practice.profile().group.value;
        presenter.type(QStringLiteral(" Group/abc-123 "));
        QCOMPARE(presenter.state().value, QStringLiteral("abc-123"));
        QVERIFY(!presenter.state().typedNotes.isEmpty());
        QVERIFY(!presenter.state().doubt.isEmpty());
        presenter.confirm(presenter.state().words);
        QVERIFY(presenter.state().confirmed);
        QVERIFY(presenter.state().frame.primaryEnabled);
        presenter.type(QStringLiteral("a b/c"));
        QVERIFY(!presenter.state().typedProblem.isEmpty());
        QVERIFY(!presenter.state().frame.primaryEnabled);
        QCOMPARE(m_practice.profile().group.value, before);
    }

    void typesAreChosenAndTheRequestIsShownToTheByte() // EC-010
    {
        LaunchPagePresenter presenter(m_practice.practice());
        QVERIFY(presenter.state().chosen > 3);
        QCOMPARE(presenter.state().jobs.size(), 1);
        presenter.chooseNone();
        QCOMPARE(presenter.state().chosen, 0);
        QVERIFY(!presenter.state().frame.primaryEnabled);
        presenter.setChosen(QStringLiteral("Patient"), true);
        QVERIFY(presenter.state().jobs.first().request.contains(QStringLiteral("_type=Patient")));
        QVERIFY(!presenter.state().jobs.first().curl.contains(QStringLiteral("Bearer ey")));
        presenter.setSince(LaunchPagePresenter::Since::Custom);
        QVERIFY(presenter.state().sinceNote.contains(QStringLiteral("_typeFilter"))); // BD-043
        QVERIFY(!presenter.state().sinceProblem.isEmpty());
        QVERIFY(!presenter.state().frame.primaryEnabled);
        presenter.setCustomSince(QStringLiteral("2026-06-24T03:14:07Z"));
        QVERIFY(presenter.state().sinceProblem.isEmpty());
        presenter.setSince(LaunchPagePresenter::Since::Watermark);
        presenter.chooseUsual();
        QSignalSpy launched(&m_practice.practice().launch(), &assistant::LaunchDesk::launchRequested);
        presenter.primary();
        QVERIFY(Onboarding::waitFor([&] { return launched.size() == 1; }));
        QVERIFY(presenter.state().running);
    }

    void aTypeTheServerDoesNotListIsSentAfterACaution() // BD-035
    {
        LaunchPagePresenter presenter(m_practice.practice());
        presenter.addType(QStringLiteral(" ServiceRequestX "));
        QCOMPARE(presenter.state().types.last().note, QStringLiteral("not in the server's list"));
        QVERIFY(presenter.state().cautions.contains(QLatin1String("does not list ServiceRequestX")));
        QVERIFY(presenter.state().jobs.last().request.contains(QLatin1String("ServiceRequestX")));
        const qsizetype count = presenter.state().types.size();
        presenter.addType(QStringLiteral("patient")); // known in another spelling
        QCOMPARE(presenter.state().types.size(), count);
        presenter.setChosen(QStringLiteral("ServiceRequestX"), false);
        QVERIFY(!presenter.state().jobs.first().request.contains(QLatin1String("ServiceRequestX")));
    }

    void filtersAreSentAndWhatTheyMayNotHoldIsRefused() // BD-040, BD-041, BD-044, BD-163
    {
        LaunchPagePresenter presenter(m_practice.practice());
        presenter.setTypeFilters(QStringLiteral("Patient?gender=female\n\n"));
        QVERIFY(presenter.state().jobs.first().request.contains(QLatin1String("_typeFilter=")));
        QVERIFY(presenter.state().cautions.contains(QLatin1String("may ignore _typeFilter")));
        presenter.setTypeFilters(QStringLiteral("Patient?_sort=name"));
        QVERIFY(presenter.state().jobs.isEmpty());
        QVERIFY(presenter.state().frame.notice->title.contains(QLatin1String("_sort")));
        presenter.setTypeFilters({});
        QCOMPARE(presenter.state().jobs.size(), 1);
        QVERIFY2(!presenter.state().options.canOrganize, "eCW speaks version 1");
        presenter.setBlankLinesAreProblems(true);
        QVERIFY(m_practice.practice().launch().state().refinements.blankLinesAreProblems);
        presenter.setBlankLinesAreProblems(false);
    }

    void afterTheFirstExportAnotherOneCanBeLaunched()
    {
        LaunchPagePresenter presenter(m_practice.practice());
        m_practice.practice().draft().complete(Step::Launch, QStringLiteral("verified"));
        QCOMPARE(presenter.state().frame.secondary, QStringLiteral("&Launch another export"));
        QSignalSpy launched(&m_practice.practice().launch(), &assistant::LaunchDesk::launchRequested);
        presenter.secondary();
        const auto &desk = m_practice.practice().launch().state();
        QVERIFY2(Onboarding::waitFor([&] { return launched.size() == 1; }),
            desk.problem ? qPrintable(desk.problem->what) : "no problem told");
        QVERIFY(presenter.state().frame.secondary.isEmpty());
    }

    void theWaybillIsWrittenFromWhatWasProven() // OP-001, OP-002
    {
        HandOverPagePresenter presenter(m_practice.practice());
        QVERIFY2(!presenter.state().frame.primaryEnabled, "no export came back yet");
        m_practice.practice().draft().complete(Step::Launch, QStringLiteral("verified"));
        presenter.entered();
        QCOMPARE(presenter.state().checks.size(), 4);
        QVERIFY(presenter.state().notValidated.isEmpty());
        QVERIFY(presenter.state().preview.contains(m_practice.profile().group.value));
        presenter.setCalendar(QStringLiteral("02:30 America/New_York"));
        QVERIFY(presenter.state().preview.contains(QStringLiteral("02:30 America/New_York")));
        presenter.submit({}, {});
        QVERIFY(rests(presenter));
        QVERIFY2(presenter.state().written,
            presenter.state().frame.notice ? qPrintable(presenter.state().frame.notice->title) : "");
        QVERIFY(presenter.state().written->validated);
        QCOMPARE(presenter.state().frame.primary, QStringLiteral("&Finish"));
        presenter.writeAgain();
        QCOMPARE(presenter.state().frame.primary, QStringLiteral("&Replace the waybill"));
        presenter.submit({}, {});
        QVERIFY(rests(presenter));
        QSignalSpy close(&presenter, &HandOverPagePresenter::closeRequested);
        presenter.submit({}, {});
        QCOMPARE(close.size(), 1);
    }

    void moreScopesAreAskedForAfterAWarning() // SB-005, SB-053
    {
        ConnectionPagePresenter presenter(m_practice.practice());
        QVERIFY(presenter.state().canAskForMore);
        QVERIFY2(presenter.state().extraNote.contains(QLatin1String("refuses the whole request")),
            qPrintable(presenter.state().extraNote)); // eCW
        presenter.askAlsoFor(QStringLiteral("system/Provenance.sr"));
        QVERIFY(presenter.state().extraRefused);
        QCOMPARE(presenter.state().extraScopes, QStringLiteral("system/Provenance.sr")); // to be mended
        presenter.askAlsoFor(QStringLiteral("system/*.read"));
        QVERIFY(presenter.state().extraRefused); // eCW: never a wildcard
        presenter.askAlsoFor(QStringLiteral("system/Provenance.read"));
        QVERIFY(!presenter.state().extraRefused);
        QCOMPARE(m_practice.practice().draft().record().extraScopes,
            QStringList{QStringLiteral("system/Provenance.read")});
        presenter.askAlsoFor({});
        QVERIFY(m_practice.practice().draft().record().extraScopes.isEmpty());
    }

    void whatWasHandedOverInvitesToNothingElse()
    {
        m_practice.reopen();
        QString folder;
        {
            HandOverPagePresenter later(m_practice.practice());
            QCOMPARE(later.state().frame.primary, QStringLiteral("&Finish"));
            QVERIFY(later.state().written && later.state().written->validated);
            QCOMPARE(later.state().written->sha256.size(), 64);
            folder = later.state().written->folder;
        }
        QVERIFY(QDir(folder).removeRecursively()); // it went to operations
        m_practice.reopen();
        HandOverPagePresenter gone(m_practice.practice());
        QCOMPARE(gone.state().frame.primary, QStringLiteral("&Finish"));
        QVERIFY(!gone.state().written);
        gone.noticeAction();
        QCOMPARE(gone.state().frame.primary, QStringLiteral("&Write the waybill"));
    }

private:
    std::unique_ptr<test::SandboxProcess> m_sandbox;
    Onboarding m_practice;
};

QTEST_GUILESS_MAIN(TestConnectionPagePresenter)
#include "tst_connection_page_presenter.moc"
