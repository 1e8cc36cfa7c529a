// SPDX-License-Identifier: Apache-2.0
// Who joined the Group after the watermark is fetched with a request of their own (BD-185).
#include "exports/export_request.h"
#include "flows/new_patients.h"
#include "flows/run_facts.h"
#include "sandbox_practice.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace waybill;
using namespace waybill::flows;
using namespace waybill::flows::test;

namespace {

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
}

} // namespace

class TestNewPatients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_sandbox.isListening());
        m_client = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.generic());
        QVERIFY(m_client->isReady());
    }

    void theyAreFetchedAloneWithTheirWholeHistory() // BD-017, BD-185
    {
        SandboxPractice practice(*m_client);
        const QString list = exportWithOneNewPatient(practice);
        const QByteArray id = bytes(list).split('"').value(7);
        QVERIFY(id.size() > 8);
        const auto found = newPatientsToFetch(practice.store(), practice.profile);
        QVERIFY(found);
        QCOMPARE(found->list, list);
        QCOMPARE(found->count, 1);
        const auto before = practice.watermarks();

        const RunResult history = runWithList(practice, list);
        QCOMPARE(history.outcome, Outcome::Complete);
        QVERIFY(m_sandbox.requests(QStringLiteral("POST"), QStringLiteral("export")) >= 1);
        QByteArray patients;
        const QDir folder(history.runDirectory);
        for (const QString &name : folder.entryList({QStringLiteral("*.Patient.ndjson")}, QDir::Files))
            patients += bytes(folder.filePath(name));
        QCOMPARE(patients.count('\n'), 1);
        QVERIFY(patients.contains(id));
        QCOMPARE(practice.watermarks(), before); // a part is not the Group
        QVERIFY(!newPatientsToFetch(practice.store(), practice.profile)); // fetched
        const auto record = practice.store().run(history.runId);
        QVERIFY(record && *record);
        QVERIFY2(!QJsonDocument((*record)->request).toJson().contains(id), "no patient in the store");
        QVERIFY2(!bytes(folder.filePath(QStringLiteral("run.json"))).contains(id), "none in run.json");
    }

    void aLaterBaselineMakesTheListNeedless() // BD-185
    {
        SandboxPractice practice(*m_client);
        exportWithOneNewPatient(practice);
        QVERIFY(newPatientsToFetch(practice.store(), practice.profile));
        QCOMPARE(practice.run({SinceChoice::Kind::Baseline, {}}).value(0).outcome, Outcome::Complete);
        QVERIFY(!newPatientsToFetch(practice.store(), practice.profile));
    }

    void aListThatIsNoneIsRefusedBeforeAnythingIsSent() // BD-185
    {
        SandboxPractice practice(*m_client);
        const QString list = practice.path(QStringLiteral("list.ndjson"));
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"resourceType\":\"Patient\",\"id\":\"../../metadata\"}\n");
        file.close();
        ExportPlan plan = practice.plan({SinceChoice::Kind::Baseline, {}});
        plan.refinements.patientList = list;
        const auto exporter = practice.exporter();
        const Result<> refused = exporter->start(plan);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(practice.store().openRuns()->isEmpty());
        plan.refinements.patientList = practice.path(QStringLiteral("nowhere.ndjson"));
        QVERIFY(!practice.exporter()->start(plan));
        QVERIFY(practice.store().openRuns()->isEmpty());
    }

    void whatShapesARequestSurvivesARestart() // BD-041, BD-044, BD-046
    {
        SandboxPractice practice(*m_client);
        ExportPlan plan = practice.plan();
        plan.profile.bulkDataVersion = QStringLiteral("3.0.0");
        plan.refinements.typeFilters = {QStringLiteral("Condition?clinical-status=active")};
        plan.refinements.organizeOutputBy = QStringLiteral("Patient");
        plan.refinements.patientList = QStringLiteral("/lists/new-patients.ndjson");
        plan.refinements.leftOut = QStringList{QStringLiteral("_since")};
        const practices::RunRecord record = recordsFor(plan, {}).value(0);
        const exports::ExportRequest again = requestOf(plan.profile, record);
        QCOMPARE(again, requestOf(plan, plan.jobs.value(0)));
        QVERIFY(exports::isNarrowed(again)); // the watermark stays (BD-037)
    }

private:
    /// A baseline, then a delta that meets a patient the roster does not know; hands out its list.
    static QString exportWithOneNewPatient(SandboxPractice &practice)
    {
        practice.run();
        const QDir rosters(practice.store().folder() + QStringLiteral("/patients"));
        QFile roster(rosters.filePath(rosters.entryList(QDir::Files).value(0)));
        if (roster.open(QIODevice::ReadWrite))
            roster.resize(roster.readAll().lastIndexOf('\n', -2) + 1); // as if the last one joined later
        roster.close();
        const QString first = QStringLiteral("1990-01-01T00:00:00Z");
        const RunResult delta = practice.run({SinceChoice::Kind::Instant, first}).value(0);
        return delta.runDirectory + QStringLiteral("/changes/new-patients.ndjson");
    }

    static RunResult runWithList(SandboxPractice &practice, const QString &list)
    {
        ExportPlan plan = practice.plan({SinceChoice::Kind::Baseline, {}});
        plan.refinements.patientList = list;
        const auto exporter = practice.exporter();
        QSignalSpy finished(exporter.get(), &RunExport::finished);
        if (!exporter->start(plan) || (finished.isEmpty() && !finished.wait(60000)))
            return {};
        return exporter->results().value(0);
    }

    SandboxProcess m_sandbox{
        {QStringLiteral("--patients"), QStringLiteral("20"), QStringLiteral("--retry-after"),
            QStringLiteral("1"), QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    std::unique_ptr<RegisteredClient> m_client;
};

QTEST_GUILESS_MAIN(TestNewPatients)
#include "tst_new_patients.moc"
