// SPDX-License-Identifier: Apache-2.0
// A job's life, its request, and the groups it is about, without a server.
#include "sandbox/export_jobs.h"
#include "sandbox/groups.h"
#include "sandbox/kickoff_parameters.h"
#include "sandbox/state_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill::sandbox;
using namespace std::chrono_literals;

namespace {

const Moment kStart = *parseInstant("2026-06-24T03:14:07.000Z");

ExportJob job(const std::string &id)
{
    ExportRequest request;
    request.cohort = Cohort::Diabetes;
    request.kinds = {Kind::Patient, Kind::Observation};
    request.since = kStart - 24h;
    request.patients = std::set<std::int64_t>{3, 5};
    request.partialManifests = true;
    request.url = "http://127.0.0.1/x";
    ExportJob made;
    made.id = id;
    made.practice = "FFBJCD";
    made.clientId = "me";
    made.group = "group";
    made.startedAt = kStart;
    made.readyAt = kStart + 4s;
    made.request = std::make_shared<const ExportRequest>(std::move(request));
    return made;
}

httplib::Request post(const QByteArray &body)
{
    httplib::Request request;
    request.method = "POST";
    request.body = body.toStdString();
    return request;
}

} // namespace

class TestExportJobs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timeAloneMakesItReady()
    {
        ExportJobs jobs;
        jobs.start(job("1"));
        QCOMPARE(jobs.find("1", kStart)->percent, 0);
        QCOMPARE(jobs.find("1", kStart + 1s)->percent, 25);
        QCOMPARE(jobs.find("1", kStart + 3999ms)->percent, 99);
        QVERIFY(!jobs.find("1", kStart + 3999ms)->ready);
        QVERIFY(jobs.find("1", kStart + 4s)->ready);
        QCOMPARE(jobs.find("1", kStart - 1h)->percent, 0); // a clock that was set back
    }

    void itBlocksItsGroupWhileItRuns()
    {
        ExportJobs jobs;
        jobs.start(job("1"));
        QVERIFY(jobs.isRunning("FFBJCD", "group", kStart + 1s));
        QVERIFY(!jobs.isRunning("FFBJCD", "another", kStart + 1s));
        QVERIFY(!jobs.isRunning("OAKHILL", "group", kStart + 1s));
        QVERIFY(!jobs.isRunning("FFBJCD", "group", kStart + 4s));
        QVERIFY(jobs.remove("1"));
        QVERIFY(!jobs.isRunning("FFBJCD", "group", kStart + 1s));
        QVERIFY(!jobs.remove("1"));
    }

    void itIsItsClientsAlone()
    {
        ExportJobs jobs;
        jobs.start(job("1"));
        QVERIFY(jobs.find("1", "me", kStart).has_value());
        QVERIFY(!jobs.find("1", "you", kStart).has_value());
        QVERIFY(!jobs.find("2", "me", kStart).has_value());
    }

    void earlyPollsAreNoticed() // BD-062
    {
        ExportJobs jobs;
        jobs.start(job("1"));
        QVERIFY(!jobs.noteNextPoll("1", kStart, kStart + 2s));
        QVERIFY(jobs.noteNextPoll("1", kStart + 1s, kStart + 3s));
        QVERIFY(!jobs.noteNextPoll("1", kStart + 3s, kStart + 5s));
        QVERIFY(!jobs.noteNextPoll("unknown", kStart, kStart));
    }

    void everythingSurvivesSavingAndLoading()
    {
        ExportJobs first;
        QJsonArray saved;
        first.onChange([&saved](const QJsonArray &rows) { saved = rows; });
        first.start(job("1"));
        first.start(job("2"));
        ExportJobs second;
        second.load(QJsonDocument::fromJson(QJsonDocument(saved).toJson()).array());
        QCOMPARE(second.save(), first.save());
        const auto found = second.find("2", "me", kStart + 4s);
        QVERIFY(found && found->ready);
        const ExportRequest &request = *found->job->request;
        QCOMPARE(request.cohort, Cohort::Diabetes);
        QCOMPARE(request.kinds, (std::vector<Kind>{Kind::Patient, Kind::Observation}));
        QVERIFY(request.since == kStart - 24h);
        QVERIFY(!request.until);
        QCOMPARE(*request.patients, (std::set<std::int64_t>{3, 5}));
        QVERIFY(request.partialManifests);
        QCOMPARE(request.url, std::string("http://127.0.0.1/x"));
    }

    void theStateFileIsWholeOrAbsent() // F-105
    {
        const QTemporaryDir directory;
        const QString name = directory.filePath(QStringLiteral("state.json"));
        {
            StateFile state(name);
            state.set("a", 1);
            state.set("b", QJsonArray{2});
        }
        QCOMPARE(StateFile(name).value("a"), QJsonValue(1));
        QCOMPARE(StateFile(name).value("b"), QJsonValue(QJsonArray{2}));
        QVERIFY(StateFile(name).value("c").isUndefined());
        QFile(name).resize(5);
        QVERIFY(StateFile(name).value("a").isUndefined());
        StateFile none{QString()};
        none.set("a", 1); // goes nowhere
        QCOMPARE(none.value("a"), QJsonValue(1));
    }

    void parametersComeFromTheQuery()
    {
        httplib::Request request;
        request.method = "GET";
        request.params = {
            {"_type", "Patient,Condition"}, {"_type", "Procedure"}, {"_since", "x"}, {"odd", "1"}};
        const auto read = KickOffParameters::read(request);
        QVERIFY(read.has_value());
        QCOMPARE(read->list("_type"), (std::vector<std::string>{"Patient", "Condition", "Procedure"}));
        QCOMPARE(read->one("_since"), std::string("x"));
        QCOMPARE(read->one("_until"), std::string());
        QVERIFY(read->has("odd"));
        QCOMPARE(read->unknown({"_type", "_since"}), std::string("odd"));
    }

    void parametersComeFromTheBody() // BD-018
    {
        const auto read = KickOffParameters::read(post(R"({"resourceType":"Parameters","parameter":[
            {"name":"_since","valueInstant":"2026-06-24T03:14:07Z"},
            {"name":"_type","valueString":"Patient"},{"name":"_type","valueString":"Condition"},
            {"name":"allowPartialManifests","valueBoolean":true},
            {"name":"patient","valueReference":{"reference":"Patient/1"}}]})"));
        QVERIFY(read.has_value());
        QCOMPARE(read->list("_type"), (std::vector<std::string>{"Patient", "Condition"}));
        QCOMPARE(read->one("allowPartialManifests"), std::string("true"));
        QCOMPARE(read->one("patient"), std::string("Patient/1"));
    }

    void bodiesThatAreNoParametersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("_type=Patient");
        QTest::newRow("another resource") << QByteArray(R"({"resourceType":"Patient"})");
        QTest::newRow("no value") << QByteArray(
            R"({"resourceType":"Parameters","parameter":[{"name":"_type"}]})");
        QTest::newRow("no name") << QByteArray(
            R"({"resourceType":"Parameters","parameter":[{"valueString":"x"}]})");
    }
    void bodiesThatAreNoParametersAreRefused()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!KickOffParameters::read(post(body)).has_value());
    }

    void groupsKeepTheirIdsAndCountTheirMembers()
    {
        const auto world = std::make_shared<const World>(World{1, 200, std::chrono::seconds{0}, "Elm", 22});
        GroupRow everyone{"Everyone", Cohort::Everyone};
        GroupRow children{"Children", Cohort::Children};
        children.listsMembers = true;
        const Groups groups(world, {everyone, children});
        const Groups again(world, {everyone, children});
        const GroupRow &first = groups.rows()[0];
        QCOMPARE(first.id, again.rows()[0].id);
        QVERIFY(first.id != first.identifier); // EC-006
        QVERIFY(first.id != groups.rows()[1].id);
        QCOMPARE(groups.byIdentifier(first.identifier), &first);
        QCOMPARE(groups.byIdentifier(first.id), nullptr);
        QCOMPARE(groups.byId(first.id), &first);
        QCOMPARE(groups.resource(first).value(QLatin1String("quantity")).toInt(), 200);
        const QJsonObject young = groups.resource(groups.rows()[1]);
        QCOMPARE(young.value(QLatin1String("quantity")).toInt(), countMembers(*world, Cohort::Children));
        QCOMPARE(young.value(QLatin1String("member")).toArray().size(), 25);
    }
};

QTEST_GUILESS_MAIN(TestExportJobs)
#include "tst_export_jobs.moc"
