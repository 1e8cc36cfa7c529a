// SPDX-License-Identifier: Apache-2.0
#include "flows/plan.h"
#include "practices/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;

namespace {

const QString kOld = QStringLiteral("2026-06-24T03:14:07.123456789Z");
const QString kNew = QStringLiteral("2026-07-01T00:00:00+05:30");

practices::Profile completeProfile()
{
    practices::Profile profile;
    profile.id = QStringLiteral("p1");
    profile.name = QStringLiteral("Elm Street");
    profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir.example/r4/FFBJCD"));
    profile.tokenUrl = QUrl(QStringLiteral("https://oauth.example/token"));
    profile.clientId = QStringLiteral("client");
    profile.group.value = QStringLiteral("g1");
    profile.types = {QStringLiteral("Patient"), QStringLiteral("Condition"), QStringLiteral("Observation")};
    return profile;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typesWithOneWatermarkAreOneJob()
    {
        const auto jobs = planJobs({QStringLiteral("Patient"), QStringLiteral("Condition")}, {},
            {{QStringLiteral("Patient"), kOld}, {QStringLiteral("Condition"), kOld}});
        QCOMPARE(jobs, (QList<PlannedJob>{{{QStringLiteral("Patient"), QStringLiteral("Condition")}, kOld}}));
    }

    void aTypeThatJoinsLaterGetsItsOwnBaselineFirst() // BD-181
    {
        const auto jobs = planJobs({QStringLiteral("Patient"), QStringLiteral("Observation")}, {},
            {{QStringLiteral("Patient"), kOld}});
        QCOMPARE(jobs.size(), 2);
        QCOMPARE(jobs[0], (PlannedJob{{QStringLiteral("Observation")}, {}}));
        QCOMPARE(jobs[1], (PlannedJob{{QStringLiteral("Patient")}, kOld}));
    }

    void differentWatermarksAreDifferentJobsAndTheTextIsKept() // BD-033
    {
        const auto jobs = planJobs({QStringLiteral("Patient"), QStringLiteral("Condition")}, {},
            {{QStringLiteral("Patient"), kNew}, {QStringLiteral("Condition"), kOld}});
        QCOMPARE(jobs.size(), 2);
        QCOMPARE(jobs[0].since, kOld);
        QCOMPARE(jobs[1].since, kNew);
    }

    void aBaselineAsksForEverythingInOneJob()
    {
        const auto jobs = planJobs({QStringLiteral("Patient"), QStringLiteral("Condition")},
            {SinceChoice::Kind::Baseline, {}}, {{QStringLiteral("Patient"), kOld}});
        QCOMPARE(jobs.size(), 1);
        QVERIFY(jobs[0].since.isEmpty());
    }

    void anExportWithoutTypesIsOneJob()
    {
        QCOMPARE(planJobs({}, {}, {{QString(), kOld}}), (QList<PlannedJob>{{{}, kOld}}));
    }

    void theStoreSaysWhereEachTypeStands()
    {
        QTemporaryDir dir;
        const auto store = practices::Store::open(dir.path());
        QVERIFY(store.has_value());
        const auto profile = completeProfile();
        const auto key = practices::watermarkKey(profile);
        QVERIFY((*store)->moveWatermark(
            key, {QStringLiteral("Patient"), kOld, {}, {}}, QStringLiteral("me"), QStringLiteral("test")));
        const auto plan = planExport(**store, profile, {}, dir.filePath(QStringLiteral("out")));
        QVERIFY(plan.has_value());
        QCOMPARE(plan->jobs.size(), 2);
        QCOMPARE(plan->jobs[1].since, kOld);
        QCOMPARE(plan->startNew, false);
    }

    void anIncompleteProfileIsRefusedByName_data()
    {
        QTest::addColumn<int>("missing");
        for (int i = 0; i < 4; ++i)
            QTest::addRow("%d", i) << i;
    }
    void anIncompleteProfileIsRefusedByName()
    {
        QFETCH(int, missing);
        QTemporaryDir dir;
        const auto store = practices::Store::open(dir.path());
        auto profile = completeProfile();
        if (missing == 0)
            profile.fhirBaseUrl.clear();
        else if (missing == 1)
            profile.tokenUrl.clear();
        else if (missing == 2)
            profile.clientId.clear();
        else
            profile.group.value.clear();
        const auto plan = planExport(**store, profile, {}, dir.path());
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().code, ErrorCode::InvalidInput);
        QCOMPARE(plan.error().where, profile.name);
    }

    void anInstantWithoutAZoneIsRefused() // BD-032
    {
        QTemporaryDir dir;
        const auto store = practices::Store::open(dir.path());
        const SinceChoice choice{SinceChoice::Kind::Instant, QStringLiteral("2026-06-24T03:14:07")};
        QVERIFY(!planExport(**store, completeProfile(), choice, dir.path()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
