// SPDX-License-Identifier: Apache-2.0
#include "assistant/milestones.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::assistant;
using Record = OnboardingRecord;
using practices::Step;
using practices::StepState;
using M = Milestone;

namespace {

const QString kFirst = QStringLiteral("2026-11-20T09:00:00.000Z");
const QString kLater = QStringLiteral("2026-11-23T10:00:00.000Z");

Record elm()
{
    Record profile;
    profile.name = QStringLiteral("Elm, nightly");
    profile.practiceName = QStringLiteral("Elm Street Family Practice");
    profile.practiceCode = QStringLiteral("FFBJCD");
    profile.vendor = QStringLiteral("eclinicalworks");
    profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD"));
    profile.clientId = QStringLiteral("client-1");
    profile.jwksUrl = QUrl(QStringLiteral("https://keys.example.org/jwks.json"));
    profile.environment = practices::Environment::Production;
    return profile;
}

void put(Record &profile, M milestone, StepState state, const QString &at = kFirst)
{
    MilestoneRecord record = milestoneOf(profile, milestone);
    record.state = state;
    record.at = at;
    setMilestone(profile, milestone, record);
}

void putAll(Record &profile)
{
    for (const M milestone : milestonesOf(profile))
        put(profile, milestone, StepState::Ok);
}

} // namespace

class TestOnboardingMilestones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListHoldsEveryStationInOrder() // EC-007
    {
        QCOMPARE(milestonesOf(elm()),
            (QList<M>{M::AppPublished, M::CodeGiven, M::CodeEntered, M::Approved, M::Activated,
                M::JwksAllowed, M::GroupsEnabled, M::Discovery, M::Token, M::GroupVisible, M::TrialVerified,
                M::HandedOver}));
        Record other = elm();
        other.vendor = QStringLiteral("generic");
        other.jwksUrl.clear();
        QVERIFY(!milestonesOf(other).contains(M::CodeEntered));
        QVERIFY(!milestonesOf(other).contains(M::JwksAllowed));
        for (const M milestone : milestonesOf(elm())) {
            QVERIFY(!milestoneTitle(milestone).isEmpty());
            QVERIFY(milestoneHelp(milestone, elm()).endsWith(QLatin1Char('.')));
            QVERIFY(!partyName(partyOf(milestone), elm()).isEmpty());
        }
    }

    void aRecordIsKeptWhole()
    {
        Record profile = elm();
        const MilestoneRecord record{StepState::Waiting, kFirst, QStringLiteral("Dr. Jones"),
            QStringLiteral("called twice"), QStringLiteral("no answer"), kLater, 2};
        setMilestone(profile, M::CodeEntered, record);
        const QTemporaryDir folder;
        QVERIFY(saveNotes(profile, folder.filePath(QStringLiteral("practices/p-1"))));
        const Record again = withNotes(profile, folder.filePath(QStringLiteral("practices/p-1")));
        QCOMPARE(again, profile);
        QCOMPARE(milestoneOf(again, M::CodeEntered), record);
        QCOMPARE(milestoneOf(again, M::Activated), MilestoneRecord{});
    }

    void theLastOnesFollowFromTheSteps()
    {
        Record profile = elm();
        profile.steps.insert(
            Step::Connection, {StepState::Ok, kFirst, QStringLiteral("token for 300 s"), {}});
        profile.steps.insert(Step::Group, {StepState::Failed, kLater, {}, QStringLiteral("403")});
        QCOMPARE(milestoneOf(profile, M::Token).state, StepState::Ok);
        QCOMPARE(milestoneOf(profile, M::Token).detail, QStringLiteral("token for 300 s"));
        QCOMPARE(milestoneOf(profile, M::Discovery).state, StepState::Ok);
        QCOMPARE(milestoneOf(profile, M::GroupVisible).state, StepState::Failed);
        QCOMPARE(milestoneOf(profile, M::GroupVisible).detail, QStringLiteral("403"));
        QCOMPARE(milestoneOf(profile, M::TrialVerified).state, StepState::Todo);
        put(profile, M::Token, StepState::Failed); // not by hand
        QCOMPARE(milestoneOf(profile, M::Token).state, StepState::Ok);
        profile.steps.insert(
            Step::Connection, {StepState::Failed, kFirst, {}, QStringLiteral("invalid_client")});
        profile.tokenUrl = QUrl(QStringLiteral("https://oauthserver.eclinicalworks.com/token"));
        QCOMPARE(milestoneOf(profile, M::Discovery).state, StepState::Ok);
        QCOMPARE(milestoneOf(profile, M::Token).state, StepState::Failed);
    }

    void whatRestsOnAStationBecomesStaleWithIt()
    {
        Record profile = elm();
        putAll(profile);
        put(profile, M::Approved, StepState::Failed, kLater);
        QCOMPARE(milestoneOf(profile, M::CodeEntered).state, StepState::Ok);
        QCOMPARE(milestoneOf(profile, M::Activated).state, StepState::Stale);
        QCOMPARE(milestoneOf(profile, M::Activated).at, kLater);
        QVERIFY(milestoneOf(profile, M::Activated).detail.contains(milestoneTitle(M::Approved)));
        QCOMPARE(milestoneOf(profile, M::GroupsEnabled).state, StepState::Stale);
        QCOMPARE(milestoneOf(profile, M::JwksAllowed).state, StepState::Ok);
    }

    void whatChangedUnderThemMakesThemStale_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<QList<M>>("stale");
        QTest::newRow("another client id")
            << 0
            << QList<M>{M::AppPublished, M::CodeGiven, M::CodeEntered, M::Approved, M::Activated,
                   M::JwksAllowed, M::GroupsEnabled};
        QTest::newRow("another practice")
            << 1 << QList<M>{M::CodeGiven, M::CodeEntered, M::Approved, M::Activated, M::GroupsEnabled};
        QTest::newRow("another JWKS host") << 2 << QList<M>{M::JwksAllowed};
        QTest::newRow("another name") << 3 << QList<M>{};
    }
    void whatChangedUnderThemMakesThemStale()
    {
        QFETCH(int, change);
        QFETCH(QList<M>, stale);
        Record before = elm();
        putAll(before);
        Record after = before;
        if (change == 0)
            after.clientId = QStringLiteral("client-2");
        else if (change == 1)
            after.fhirBaseUrl = QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/DGIACA"));
        else if (change == 2)
            after.jwksUrl = QUrl(QStringLiteral("https://elsewhere.example.org/jwks.json"));
        else
            after.name = QStringLiteral("Elm");
        settleMilestones(before, after, kLater);
        for (const M milestone : milestonesOf(before)) {
            if (followsFromSteps(milestone))
                continue;
            QCOMPARE(milestoneOf(after, milestone).state,
                stale.contains(milestone) ? StepState::Stale : StepState::Ok);
        }
    }

    void theNextOneIsTheFirstThatIsNotDone()
    {
        Record profile = elm();
        QCOMPARE(nextMilestone(profile), std::optional(M::AppPublished));
        putAll(profile);
        QCOMPARE(nextMilestone(profile), std::optional(M::Discovery));
        for (const Step step : {Step::Connection, Step::Group, Step::Launch, Step::HandOver})
            profile.steps.insert(step, {StepState::Ok, kFirst, {}, {}});
        QCOMPARE(nextMilestone(profile), std::nullopt);
    }

    void afterThreeDaysItIsTimeToAskAgain()
    {
        const Instant monday = toInstant(QDateTime::fromString(kLater, Qt::ISODate));
        MilestoneRecord record{StepState::Waiting, kFirst, {}, {}, {}, {}, 0};
        QVERIFY(isOverdue(record, monday));
        record.askedAt = kLater;
        QVERIFY(!isOverdue(record, monday));
        QVERIFY(isOverdue(record, monday + std::chrono::hours{72}));
        record.state = StepState::Ok;
        QVERIFY(!isOverdue(record, monday + std::chrono::hours{720}));
    }

    void whoeverMustActGetsAMessageThatIsReadyToSend()
    {
        Record profile = elm();
        for (const M milestone : milestonesOf(profile)) {
            const auto message = messageFor(milestone, profile);
            const bool others = partyOf(milestone) != Party::You || milestone == M::CodeGiven;
            QCOMPARE(message.has_value(), others);
            if (!message)
                continue;
            for (const char *fact : {"Elm Street Family Practice", "FFBJCD", "client-1", "production"})
                QVERIFY2(message->body.contains(QLatin1String(fact)), fact);
            QVERIFY(!message->subject.isEmpty());
        }
        QCOMPARE(messageFor(M::JwksAllowed, profile)->to, QStringLiteral("fhirfighters@eclinicalworks.com"));
        QVERIFY(messageFor(M::JwksAllowed, profile)->body.contains(QLatin1String("keys.example.org")));
        QVERIFY(messageFor(M::GroupsEnabled, profile)->body.contains(QLatin1String("Enabled Groups")));
        MilestoneRecord asked = milestoneOf(profile, M::Activated);
        asked.asked = 1;
        setMilestone(profile, M::Activated, asked);
        QVERIFY(messageFor(M::Activated, profile)->subject.startsWith(QLatin1String("Reminder")));
    }
};

QTEST_GUILESS_MAIN(TestOnboardingMilestones)
#include "tst_milestones.moc"
