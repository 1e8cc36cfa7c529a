// SPDX-License-Identifier: Apache-2.0
#include "assistant/steps.h"

#include <QTest>

using namespace waybill;
using namespace waybill::assistant;
using practices::Profile;
using practices::Step;
using practices::StepState;

namespace {

const QString kNow = QStringLiteral("2026-11-23T10:00:00.000Z");

Profile finished()
{
    Profile profile;
    profile.id = QStringLiteral("p1");
    profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD"));
    profile.tokenUrl = QUrl(QStringLiteral("https://oauthserver.eclinicalworks.com/oauth/oauth2/token"));
    profile.clientId = QStringLiteral("client-1");
    profile.keyThumbprint = QStringLiteral("abc");
    profile.group.value = QStringLiteral("g1");
    profile.types = QStringList{QStringLiteral("Patient")};
    for (const Step step : railOrder())
        profile.steps.insert(step, {StepState::Ok, kNow, QStringLiteral("seen"), {}});
    return profile;
}

QList<Step> sorted(QList<Step> steps)
{
    std::sort(steps.begin(), steps.end());
    return steps;
}

using Change = std::function<void(Profile &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class TestOnboardingSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepStandsInTheRailOnce()
    {
        QCOMPARE(railOrder().size(), 8);
        for (const Step step : railOrder()) {
            QCOMPARE(railOrder().count(step), 1);
            for (const Step foundation : foundationsOf(step))
                QVERIFY(railOrder().indexOf(foundation) < railOrder().indexOf(step));
        }
    }

    void aNewPracticeStartsAtTheEnvironment()
    {
        QCOMPARE(whereToGoOn(Profile()), Step::Environment);
        QVERIFY(!firstMissing(Profile(), Step::Environment));
        QCOMPARE(firstMissing(Profile(), Step::HandOver), std::optional(Step::Environment));
    }

    void goesOnWithTheFirstStepThatIsNotDone()
    {
        Profile profile = finished();
        QCOMPARE(whereToGoOn(profile), Step::HandOver);
        profile.steps[Step::Client].state = StepState::Waiting;
        QCOMPARE(whereToGoOn(profile), Step::Client);
        QCOMPARE(firstMissing(profile, Step::Group), std::optional(Step::Client));
        QVERIFY(!firstMissing(profile, Step::Endpoint));
    }

    void aChangeMakesStaleWhatRestsOnIt_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QList<Step>>("stale");
        QTest::newRow("another key") << Change([](Profile &p) { p.keyThumbprint = QStringLiteral("def"); })
                                     << QList<Step>{Step::Client, Step::Connection, Step::HandOver};
        QTest::newRow("another practice on the same server")
            << Change([](Profile &p) { p.fhirBaseUrl.setPath(QStringLiteral("/fhir/r4/OTHER")); })
            << QList<Step>{Step::Connection, Step::Group, Step::Launch, Step::HandOver};
        QTest::newRow("another server")
            << Change([](Profile &p) { p.fhirBaseUrl.setHost(QStringLiteral("fhir.example")); })
            << QList<Step>{Step::Client, Step::Connection, Step::Group, Step::Launch, Step::HandOver};
        QTest::newRow("another client id")
            << Change([](Profile &p) { p.clientId = QStringLiteral("client-2"); })
            << QList<Step>{Step::Connection, Step::HandOver};
        QTest::newRow("another Group") << Change([](Profile &p) { p.group.value = QStringLiteral("g2"); })
                                       << QList<Step>{Step::Launch, Step::HandOver};
        QTest::newRow("another token endpoint")
            << Change([](Profile &p) { p.tokenUrl.setHost(QStringLiteral("token.example")); })
            << QList<Step>{Step::HandOver};
        QTest::newRow("another clock") // SB-045
            << Change([](Profile &p) { p.clockOffset = std::chrono::minutes{10}; })
            << QList<Step>{Step::Connection, Step::HandOver};
        QTest::newRow("other types") << Change([](Profile &p) {
            p.types.append(QStringLiteral("Condition"));
        }) << QList<Step>{Step::HandOver};
        QTest::newRow("another name")
            << Change([](Profile &p) { p.name = QStringLiteral("Elm"); }) << QList<Step>{};
    }

    void aChangeMakesStaleWhatRestsOnIt()
    {
        QFETCH(const Change, change);
        QFETCH(const QList<Step>, stale);
        const Profile before = finished();
        Profile after = before;
        change(after);
        after = settled(before, after, kNow);
        QList<Step> found;
        for (const Step step : railOrder()) {
            const practices::StepRecord record = recordOf(after, step);
            if (record.state != StepState::Stale)
                continue;
            found.append(step);
            QVERIFY2(record.reason.endsWith(QLatin1Char('.')), qPrintable(record.reason));
            QCOMPARE(record.evidence, QStringLiteral("seen")); // what was proven stays readable
        }
        QCOMPARE(sorted(found), sorted(stale));
    }

    void whatWasNeverDoneDoesNotBecomeStale()
    {
        Profile before = finished();
        before.steps.remove(Step::Group);
        Profile after = before;
        after.fhirBaseUrl.setHost(QStringLiteral("fhir.example"));
        after = settled(before, after, kNow);
        QCOMPARE(recordOf(after, Step::Group).state, StepState::Todo);
    }

    void theStepThatMadeTheChangeKeepsItsVerdict()
    {
        const Profile before = finished();
        Profile after = before;
        after.clientId = QStringLiteral("client-2");
        after.steps.insert(
            Step::Connection, {StepState::Ok, QStringLiteral("later"), QStringLiteral("new"), {}});
        after = settled(before, after, kNow);
        QCOMPARE(recordOf(after, Step::Connection).state, StepState::Ok);
        QCOMPARE(recordOf(after, Step::HandOver).state, StepState::Stale);
    }
};

QTEST_GUILESS_MAIN(TestOnboardingSteps)
#include "tst_steps.moc"
