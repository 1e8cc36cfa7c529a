// SPDX-License-Identifier: Apache-2.0
#include "flows/run_facts.h"
#include "flows/watermark_history.h"
#include "practices/run_lock.h"
#include "practices/store.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;
using std::chrono::hours;

namespace {

const QString kPatient = QStringLiteral("Patient");
const QString kCondition = QStringLiteral("Condition");
const QString kFirst = QStringLiteral("2026-06-01T00:00:00.123456789+05:30");
const QString kSecond = QStringLiteral("2026-06-24T03:14:07Z");
const QString kAnn = QStringLiteral("ann");
const QString kWhy = QStringLiteral("The practice restored a backup.");

class FixedClock final : public Clock
{
public:
    Instant now() const override { return Instant{std::chrono::milliseconds{1'782'270'900'000}}; }
    Steady steady() const override { return {}; }
};

} // namespace

class TestWatermarkHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(*practices::Store::open(m_folder->path()));
        m_profile.fhirBaseUrl = QUrl(QStringLiteral("https://h.example/fhir"));
        m_profile.group.value = QStringLiteral("g1");
        m_profile.types = {kPatient, kCondition};
        m_profile.baselineEveryDays = 30;
        m_client = {};
    }

    void aPersonsChangeNeedsAReasonAndIsKept() // BD-183
    {
        QVERIFY(!change(kFirst, QStringLiteral("  ")));
        QVERIFY(mark().isEmpty());
        QVERIFY(change(kFirst, kWhy));
        QCOMPARE(mark(), kFirst); // byte for byte
        const auto history = watermarkHistory(*m_store, key(), kPatient);
        QCOMPARE(history->size(), 1);
        QCOMPARE(history->first().who, kAnn);
        QCOMPARE(history->first().why, kWhy);
        QCOMPARE(history->first().to, kFirst);
    }

    void whatIsNoInstantIsRefused_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"2026-06-24", "2026-06-24T03:14", "2026-06-24T03:14:07", "yesterday"})
            QTest::newRow(value) << QString::fromLatin1(value);
    }
    void whatIsNoInstantIsRefused() // BD-032
    {
        QFETCH(QString, value);
        QCOMPARE(change(value, kWhy).error().code, ErrorCode::InvalidInput);
        QVERIFY(mark().isEmpty());
    }

    void aChangeIsUndoneAndTheHistoryKeepsBoth() // BD-182
    {
        QVERIFY(change(kFirst, kWhy));
        QVERIFY(change(kSecond, kWhy));
        QVERIFY(!undoWatermark(*m_store, m_clock, key(), kPatient, kAnn, {}));
        QVERIFY(undoWatermark(*m_store, m_clock, key(), kPatient, kAnn, QStringLiteral("A mistake.")));
        QCOMPARE(mark(), kFirst);
        QCOMPARE(watermarkHistory(*m_store, key(), kPatient)->size(), 3);
        QVERIFY(watermarkHistory(*m_store, key(), kCondition)->isEmpty());
        QCOMPARE(undoWatermark(*m_store, m_clock, key(), kCondition, kAnn, kWhy).error().code,
            ErrorCode::NotFound);
    }

    void aResetCanBeUndoneToo()
    {
        QVERIFY(change(kFirst, kWhy));
        QVERIFY(change({}, kWhy)); // the next export is a baseline
        QVERIFY(mark().isEmpty());
        QVERIFY(undoWatermark(*m_store, m_clock, key(), kPatient, kAnn, kWhy));
        QCOMPARE(mark(), kFirst);
    }

    void nobodyMovesItWhileAnExportRuns() // F-106: two owners of one watermark
    {
        const auto lock = practices::RunLock::acquire(m_folder->path(), key());
        QVERIFY(lock);
        QCOMPARE(change(kFirst, kWhy).error().code, ErrorCode::Busy);
        QVERIFY(mark().isEmpty());
    }

    void theAgeOfTheBaselineIsKnown() // BD-188
    {
        QVERIFY(age().isDue); // there is none
        QVERIFY(!age().at);
        save(QStringLiteral("1"), {kPatient, kCondition}, {}, hours{24 * 20});
        QVERIFY(!age().isDue);
        QCOMPARE(*age().at, m_clock.now() - hours{24 * 20});
        save(QStringLiteral("2"), {kPatient, kCondition}, kFirst, hours{24}); // a delta does not renew it
        QCOMPARE(*age().at, m_clock.now() - hours{24 * 20});
        save(QStringLiteral("3"), {kPatient}, {}, hours{24}); // the oldest of the types counts
        QCOMPARE(*age().at, m_clock.now() - hours{24 * 20});
        m_profile.baselineEveryDays = 7;
        QVERIFY(age().isDue);
        m_profile.types.append(QStringLiteral("Immunization")); // BD-181: joined later
        QVERIFY(age().isDue);
        QVERIFY(!age().at);
    }

    void aBaselineIsRecommendedAfterAChangeOfKeyOrScopes() // BD-189
    {
        const QString patients = QStringLiteral("system/Patient.rs");
        const QString conditions = QStringLiteral("system/Condition.rs");
        QVERIFY(advice({}).isEmpty()); // handed over with its watermarks: nothing is known of the past
        m_client = {QStringLiteral("old-key"), {patients}};
        save(QStringLiteral("1"), {kPatient, kCondition}, {}, hours{24});
        m_client = {QStringLiteral("later-key"), {patients, conditions}};
        save(
            QStringLiteral("2"), {kPatient, kCondition}, kFirst, hours{1}); // a delta changes nothing in that
        QVERIFY(advice({QStringLiteral("old-key"), {patients}}).isEmpty());
        QVERIFY(advice({QStringLiteral("old-key"), {}}).isEmpty()); // a server that does not say
        QVERIFY(advice({QStringLiteral("new-key"), {patients}}).value(0).contains(QStringLiteral("key")));
        QVERIFY(advice({QStringLiteral("old-key"), {conditions, patients}})
                    .value(0)
                    .contains(QStringLiteral("scopes")));
        QCOMPARE(advice({QStringLiteral("new-key"), {conditions}}).size(), 2);
    }

    void aBaselineThatIsTooOldIsSaidWithTheNextDelta() // BD-188
    {
        save(QStringLiteral("1"), {kPatient, kCondition}, {}, hours{24 * 45});
        QVERIFY(advice({}).value(0).contains(QStringLiteral("45 days")));
        m_profile.baselineEveryDays = 60;
        QVERIFY(advice({}).isEmpty());
    }

private:
    QStringList advice(const ClientFacts &client) const
    {
        return baselineAdvice(*m_store, m_clock, m_profile, client);
    }
    practices::WatermarkKey key() const { return practices::watermarkKey(m_profile); }
    QString mark() const
    {
        const auto marks = *m_store->watermarks(key());
        for (const practices::Watermark &mark : marks) {
            if (mark.type == kPatient)
                return mark.value;
        }
        return {};
    }
    Result<> change(const QString &value, const QString &why)
    {
        return changeWatermarks(*m_store, m_clock, {key(), {kPatient}, value, kAnn, why});
    }
    BaselineAge age() const { return *baselineAge(*m_store, m_clock, m_profile); }
    void save(const QString &id, const QStringList &types, const QString &since, hours ago)
    {
        practices::RunRecord run;
        run.id = id;
        run.baseUrl = key().baseUrl;
        run.group = key().group;
        run.batch = id;
        run.request = {
            {QStringLiteral("types"), QJsonArray::fromStringList(types)}, {QStringLiteral("since"), since}};
        run.finishedAt = m_clock.now() - ago;
        run.outcome = practices::Outcome::Complete;
        run.closed = true;
        keepClient(m_client, run.state);
        QVERIFY(m_store->saveRun(run));
    }

    FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<practices::Store> m_store;
    practices::Profile m_profile;
    ClientFacts m_client;
};

QTEST_GUILESS_MAIN(TestWatermarkHistory)
#include "tst_watermark_history.moc"
