// SPDX-License-Identifier: Apache-2.0
// Whole exports whose files hold the blocks of patients, not the resources of one type (BD-044, BD-172).
#include "sandbox_practice.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace waybill;
using namespace waybill::flows;
using namespace waybill::flows::test;

namespace {

QJsonObject reportOf(const RunResult &run)
{
    QFile file(run.runDirectory + QStringLiteral("/report.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

std::int64_t linesOf(const QJsonObject &report)
{
    std::int64_t lines = 0;
    for (const QJsonValue &file : report.value(QStringLiteral("files")).toArray()) {
        if (file[QLatin1String("kind")].toString() == QLatin1String("output"))
            lines += file[QLatin1String("lines")].toInteger();
    }
    return lines;
}

QByteArrayList known(SandboxPractice &practice)
{
    const QDir rosters(practice.store().folder() + QStringLiteral("/patients"));
    QFile roster(rosters.filePath(rosters.entryList(QDir::Files).value(0)));
    QByteArrayList ids;
    if (roster.open(QIODevice::ReadOnly))
        ids = roster.readAll().split('\n');
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

class TestOrganizedExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_client = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.generic());
        QVERIFY(m_client->isReady());
        m_client->profile.bulkDataVersion = QStringLiteral("3.0.0");
    }

    void itIsCompleteAndItsHeadersAreNoResources()
    {
        SandboxPractice practice(*m_client);
        const QJsonObject byType = reportOf(practice.run({SinceChoice::Kind::Baseline, {}}).value(0));
        QVERIFY(linesOf(byType) > 20);
        const RunResult organized = run(practice, {SinceChoice::Kind::Baseline, {}});
        QVERIFY2(organized.outcome == Outcome::Complete, qPrintable(organized.verdict));
        const QJsonObject report = reportOf(organized);
        QCOMPARE(linesOf(report), linesOf(byType));
        const QJsonArray files = report.value(QStringLiteral("files")).toArray();
        QVERIFY(files.first()[QLatin1String("name")].toString().contains(QStringLiteral(".unknown.ndjson")));
        for (const QJsonValue &file : files)
            QCOMPARE(file[QLatin1String("problems")].toInt(), 0);
    }

    void theWatermarkMovesForEveryTypeThatWasAskedFor()
    {
        SandboxPractice practice(*m_client);
        const RunResult organized = run(practice, {SinceChoice::Kind::Baseline, {}});
        QCOMPARE(organized.outcome, Outcome::Complete);
        const auto marks = practice.watermarks();
        QCOMPARE(marks.keys(), (QStringList{QStringLiteral("Condition"), QStringLiteral("Patient")}));
        QCOMPARE(marks.value(QStringLiteral("Patient")), marks.value(QStringLiteral("Condition")));
    }

    void nothingVanishesAndNobodyIsNewBecauseTheFilesAreOthers() // BD-185, BD-202
    {
        SandboxPractice practice(*m_client);
        practice.run({SinceChoice::Kind::Baseline, {}});
        const QByteArrayList patients = known(practice);
        QVERIFY(patients.size() > 10);
        const RunResult organized = run(practice, {SinceChoice::Kind::Baseline, {}});
        QCOMPARE(reportOf(organized)[QLatin1String("changes")].toObject(), QJsonObject());
        QCOMPARE(known(practice), patients);
        const RunResult byType = practice.run({SinceChoice::Kind::Baseline, {}}).value(0);
        QCOMPARE(reportOf(byType)[QLatin1String("changes")].toObject(), QJsonObject());
        const SinceChoice all{SinceChoice::Kind::Instant, QStringLiteral("1990-01-01T00:00:00Z")};
        const QJsonObject delta = reportOf(run(practice, all)).value(QStringLiteral("changes")).toObject();
        QCOMPARE(delta.value(QStringLiteral("newPatients")).toInt(-1), 0);
    }

private:
    static RunResult run(SandboxPractice &practice, const SinceChoice &since)
    {
        ExportPlan plan = practice.plan(since);
        plan.refinements.organizeOutputBy = QStringLiteral("Patient");
        const auto exporter = practice.exporter();
        QSignalSpy finished(exporter.get(), &RunExport::finished);
        if (!exporter->start(plan) || (finished.isEmpty() && !finished.wait(60000)))
            return {};
        return exporter->results().value(0);
    }

    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("20"), QStringLiteral("--prepare"),
        QStringLiteral("0.2"), QStringLiteral("--activity"), QStringLiteral("0"),
        QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    std::unique_ptr<RegisteredClient> m_client;
};

QTEST_GUILESS_MAIN(TestOrganizedExport)
#include "tst_organized_export.moc"
