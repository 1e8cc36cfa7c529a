// SPDX-License-Identifier: Apache-2.0
// The cards that stand on a page beside its own content: the connection doctor and the parties' check list.
#include "onboarding/client_page.h"
#include "onboarding/connection_page.h"
#include "onboarding/doctor_card.h"
#include "onboarding/milestone_card.h"
#include "support/widget_checks.h"
#include "ui/onboarding/page_states.h"
#include "widgets/copy_field.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace waybill;
using namespace waybill::ui;
using assistant::Milestone;
using practices::StepState;
using support::named;
using Look = CheckLine::Look;

namespace {

constexpr QSize kArea{740, 1150};

DoctorPresenter::State ready()
{
    DoctorPresenter::State state;
    state.available = true;
    return state;
}

DoctorPresenter::State walking()
{
    DoctorPresenter::State state = ready();
    state.running = true;
    state.chain = {
        {Look::Ok, QStringLiteral("Name, way and encryption"),
            QStringLiteral("fhir4.eclinicalworks.com was found, and its certificate is good for it."), {}},
        {Look::Ok, QStringLiteral("Clock"), QStringLiteral("This computer and the server agree."), {}},
        {Look::Ok, QStringLiteral("Key"),
            QStringLiteral("RS384, ID NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs."), {}}};
    return state;
}

DoctorPresenter::State refused()
{
    DoctorPresenter::State state = walking();
    state.running = false;
    state.chain.append({Look::Bad, QStringLiteral("Access token"),
        QStringLiteral("The server refused: invalid_client (HTTP 401)."), {}});
    state.verdict = QStringLiteral(
        "Most likely: The key ID (kid) is not in the JWK Set that the server sees, or names another key.");
    state.serverWords = QStringLiteral("invalid_client: <b>Client</b> authentication failed.");
    state.causes = {
        {Look::Bad, QStringLiteral("seen"),
            QStringLiteral(
                "The key ID (kid) is not in the JWK Set that the server sees, or names another key."),
            QStringLiteral("The hosted set has no key with our ID."),
            QStringLiteral("Publish the jwks.json that Waybill saves on the page “Key pair”.")},
        {Look::Attention, QStringLiteral("likely"),
            QStringLiteral("The host of the JWKS URL is not on the server's allow list."), {},
            QStringLiteral("Ask fhirfighters@eclinicalworks.com to add the host.")},
        {Look::Ok, QStringLiteral("not this"), QStringLiteral("This computer's clock is wrong."),
            QStringLiteral("Both clocks agree within two minutes."), QStringLiteral("Set it.")}};
    state.trace = QStringLiteral("### 1  2026-11-23T10:00:00.000Z\nGET "
                                 "https://fhir4.eclinicalworks.com/metadata\n---\nHTTP 200 (812 ms)\n");
    return state;
}

MilestonesPresenter::Row row(Milestone milestone, StepState state, Tone tone, const QString &detail)
{
    MilestonesPresenter::Row line;
    line.milestone = milestone;
    line.title = assistant::milestoneTitle(milestone);
    line.tone = tone;
    line.word = stepStateWord(state);
    line.state = state;
    line.party = QStringLiteral("Elm Street Family Practice");
    line.detail = detail;
    line.help = QStringLiteral("An administrator of the practice activates the app.");
    line.editable = !assistant::followsFromSteps(milestone);
    return line;
}

MilestonesPresenter::State list()
{
    MilestonesPresenter::State state;
    state.summary =
        QStringLiteral("2 of 6 done. Next: Practice activated the app (Elm Street Family Practice).");
    state.rows = {row(Milestone::AppPublished, StepState::Ok, Tone::Ok, QStringLiteral("4 days ago")),
        row(Milestone::CodeEntered, StepState::Stale, Tone::Warning,
            QStringLiteral("The client ID changed: it is another app for them.")),
        row(Milestone::Activated, StepState::Waiting, Tone::Waiting,
            QStringLiteral(
                "since 3 days ago (2026-11-20 09:00) · asked 1 time, last 3 days ago · time to ask again")),
        row(Milestone::JwksAllowed, StepState::Failed, Tone::Failure,
            QStringLiteral("They want another address.")),
        row(Milestone::GroupsEnabled, StepState::Todo, Tone::Neutral, {}),
        row(Milestone::Token, StepState::Ok, Tone::Ok, QStringLiteral("token for 300 s"))};
    state.rows[2].message =
        assistant::PartyMessage{QStringLiteral("admin@elm.example"), QStringLiteral("Please press Activate"),
            QStringLiteral("Hello,\n\none step is left.\n\nPractice: Elm Street Family Practice")};
    return state;
}

void look(QWidget &page, const QString &name)
{
    const QStringList faults = support::faultsOf(page, name);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QStringLiteral(", "))));
    for (const QScrollArea *area : page.findChildren<QScrollArea *>())
        QVERIFY(area->widget() == nullptr || area->widget()->minimumSizeHint().width() <= page.width());
}

} // namespace

class TestOnboardingCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, readSystemLook()); }

    void theDoctorIsReadableInEachOfItsStates()
    {
        ConnectionPage page;
        page.resize(kArea);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.render(test::connectionStates().first().second);
        page.doctor().render(ready());
        look(page, QStringLiteral("5-doctor-ready"));
        page.doctor().render(walking());
        look(page, QStringLiteral("5-doctor-walking"));
        page.doctor().render(refused());
        look(page, QStringLiteral("5-doctor-refused"));
        auto *trace = named<QToolButton>(page, QStringLiteral("Trace of requests"));
        QVERIFY(trace);
        trace->click();
        look(page, QStringLiteral("5-doctor-trace"));
        DoctorPresenter::State healthy = walking();
        healthy.running = false;
        healthy.healthy = true;
        healthy.verdict = QStringLiteral("Everything from the name to the Group is in order.");
        page.doctor().render(healthy);
        look(page, QStringLiteral("5-doctor-healthy"));
    }

    void theTraceIsCopiedAsItIsShown()
    {
        ConnectionPage page;
        page.render(test::connectionStates().first().second);
        page.show();
        page.doctor().render(refused());
        QSignalSpy run(&page.doctor(), &DoctorCard::runClicked);
        named<QPushButton>(page, QStringLiteral("Run the doctor"))->click();
        QCOMPARE(run.size(), 1);
        named<QToolButton>(page, QStringLiteral("Trace of requests"))->click();
        named<QPushButton>(page, QStringLiteral("Copy the trace"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), refused().trace);
    }

    void theCheckListIsReadableAndOpensOneStationAtATime() // EC-007
    {
        ClientPage page;
        page.resize(kArea);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.render(test::clientStates().first().second);
        page.milestones().render(list());
        look(page, QStringLiteral("4-check-list"));
        auto *activated = named<QToolButton>(page, QStringLiteral("Practice activated"));
        QVERIFY(activated);
        activated->click();
        look(page, QStringLiteral("4-check-list-open"));
        QVERIFY(named<QPushButton>(page, QStringLiteral("Copy the message")));
        auto *groups = named<QToolButton>(page, QStringLiteral("Groups enabled"));
        groups->click();
        QVERIFY(!activated->isChecked());
        QVERIFY(!named<QPushButton>(page, QStringLiteral("Copy the message")));
    }

    void aStateANameAndANoteAreSaidOnce()
    {
        ClientPage page;
        page.resize(kArea);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.render(test::clientStates().first().second);
        page.milestones().render(list());
        QTRY_VERIFY(named<QToolButton>(page, QStringLiteral("Practice activated"))
            != nullptr); // rows are shown later
        QSignalSpy edited(&page.milestones(), &MilestoneCard::recordEdited);
        QSignalSpy taken(&page.milestones(), &MilestoneCard::messageTaken);
        named<QToolButton>(page, QStringLiteral("Practice activated"))->click();
        named<QPushButton>(page, QStringLiteral("Copy the message"))->click();
        QCOMPARE(taken.size(), 1);
        QVERIFY(
            QGuiApplication::clipboard()->text().contains(QLatin1String("Subject: Please press Activate")));
        auto *note = named<QLineEdit>(page, QStringLiteral("Note on"));
        QVERIFY(note);
        QTest::keyClicks(note, QStringLiteral("back on Monday"));
        QTest::keyClick(note, Qt::Key_Return);
        QVERIFY(!edited.isEmpty());
        QCOMPARE(edited.first().at(0).value<Milestone>(), Milestone::Activated);
        QCOMPARE(edited.first().at(1).value<StepState>(), StepState::Waiting); // as it was
        QCOMPARE(edited.first().at(3).toString(), QStringLiteral("back on Monday"));
    }
};

QTEST_MAIN(TestOnboardingCards)
#include "tst_onboarding_cards.moc"
