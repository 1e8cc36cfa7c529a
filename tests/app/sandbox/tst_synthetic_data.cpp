// SPDX-License-Identifier: Apache-2.0
// The synthetic patients: the same seed, the same people; counts that are right; references that resolve.
#include "sandbox/file_producer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace waybill::sandbox;

namespace {

const Moment kNow = *parseInstant("2026-06-24T03:14:07.000Z");

std::shared_ptr<const World> world(std::int64_t patients, std::uint64_t seed = 1, int activity = 0)
{
    return std::make_shared<const World>(
        World{seed, patients, std::chrono::seconds{activity}, "Elm Street Family Practice", 22});
}

std::shared_ptr<const ExportRequest> everything(Cohort cohort = Cohort::Everyone)
{
    ExportRequest request;
    request.cohort = cohort;
    for (int i = 0; i < kKinds - 1; ++i)
        request.kinds.push_back(static_cast<Kind>(i));
    return std::make_shared<const ExportRequest>(std::move(request));
}

QByteArray bytesOf(const std::shared_ptr<const World> &world,
    const std::shared_ptr<const ExportRequest> &request, const PlannedFile &file, Moment at = kNow)
{
    FileProducer producer({world, request, at, file, {}, false});
    QByteArray all;
    for (;;) {
        const std::string &piece = producer.next();
        if (piece.empty())
            return all;
        all += QByteArray::fromStdString(piece);
    }
}

QMap<QByteArray, QByteArray> exported(const std::shared_ptr<const World> &world,
    const std::shared_ptr<const ExportRequest> &request, Moment at = kNow)
{
    QMap<QByteArray, QByteArray> files;
    for (const PlannedFile &file : planExport(*world, *request, at))
        files.insert(QByteArray::fromStdString(file.name), bytesOf(world, request, file, at));
    return files;
}

QList<QJsonObject> parsed(const QByteArray &ndjson)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : ndjson.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

void collectReferences(const QJsonValue &value, QSet<QString> &references)
{
    for (const QJsonValue &item : value.toArray())
        collectReferences(item, references);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == QLatin1String("reference"))
            references.insert(it.value().toString());
        collectReferences(it.value(), references);
    }
}

} // namespace

class TestSyntheticData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameSeedGivesTheSameBytes()
    {
        QCOMPARE(exported(world(25), everything()), exported(world(25), everything()));
        QVERIFY(exported(world(25, 2), everything()) != exported(world(25, 1), everything()));
    }

    void morePatientsDoNotChangeTheFirstOnes()
    {
        const QByteArray few = exported(world(5), everything()).value("Patient-1.ndjson");
        QVERIFY(exported(world(50), everything()).value("Patient-1.ndjson").startsWith(few));
    }

    void everyLineIsOneResourceOfItsTypeAndIdsAreUnique()
    {
        const auto files = exported(world(90), everything());
        QCOMPARE(files.size(), 11);
        QSet<QString> ids;
        for (auto it = files.begin(); it != files.end(); ++it) {
            const QString type = QString::fromLatin1(it.key().split('-').first());
            for (const QJsonObject &resource : parsed(it.value())) {
                QCOMPARE(resource.value(QLatin1String("resourceType")).toString(), type);
                const QString id = type + QLatin1Char('/') + resource.value(QLatin1String("id")).toString();
                static const QRegularExpression kId(QStringLiteral("^[A-Za-z0-9\\-.]{1,64}$"));
                QVERIFY(kId.match(id.section(QLatin1Char('/'), 1)).hasMatch());
                QVERIFY2(!ids.contains(id), qPrintable(id));
                ids.insert(id);
            }
            QVERIFY(it.value().endsWith('\n'));
        }
    }

    void everyReferenceResolvesInsideTheExport()
    {
        QSet<QString> ids;
        QSet<QString> references;
        for (const QByteArray &file : exported(world(90), everything())) {
            for (const QJsonObject &resource : parsed(file)) {
                ids.insert(resource.value(QLatin1String("resourceType")).toString() + QLatin1Char('/')
                    + resource.value(QLatin1String("id")).toString());
                collectReferences(resource, references);
            }
        }
        QVERIFY(references.size() > 500);
        QCOMPARE(references - ids, QSet<QString>());
    }

    void aGroupsExportIsClosedToo()
    {
        QSet<QString> patients;
        QSet<QString> subjects;
        const auto files = exported(world(400), everything(Cohort::Diabetes));
        for (const QJsonObject &patient : parsed(files.value("Patient-1.ndjson")))
            patients.insert(QStringLiteral("Patient/") + patient.value(QLatin1String("id")).toString());
        for (const QJsonObject &observation : parsed(files.value("Observation-1.ndjson")))
            subjects.insert(
                observation.value(QLatin1String("subject"))[QLatin1String("reference")].toString());
        QVERIFY(!patients.isEmpty());
        QCOMPARE(patients.size(), countMembers(*world(400), Cohort::Diabetes));
        QVERIFY(patients.contains(subjects));
    }

    void plannedCountsAreExact_data()
    {
        QTest::addColumn<QString>("since");
        QTest::addColumn<int>("activity");
        QTest::newRow("baseline") << QString() << 0;
        QTest::newRow("baseline of a busy practice") << QString() << 600;
        QTest::newRow("since last summer") << QStringLiteral("2024-07-01T00:00:00Z") << 0;
        QTest::newRow("since an hour ago, busy") << QStringLiteral("2026-06-24T02:14:07Z") << 3600;
        QTest::newRow("since now") << QStringLiteral("2026-06-24T03:14:07Z") << 3600;
    }
    void plannedCountsAreExact() // BD-107
    {
        QFETCH(QString, since);
        QFETCH(int, activity);
        const auto people = world(150, 7, activity);
        ExportRequest request = *everything();
        if (!since.isEmpty())
            request.since = parseInstant(since.toStdString());
        request.reportsDeletions = true;
        const auto shared = std::make_shared<const ExportRequest>(std::move(request));
        for (const PlannedFile &file : planExport(*people, *shared, kNow)) {
            const QByteArray bytes = bytesOf(people, shared, file);
            QCOMPARE(bytes.count('\n'), file.lines);
            QCOMPARE(measure({people, shared, kNow, file, {}, false}), bytes.size());
        }
    }

    void aBusyPracticeChangesALittleWithTime()
    {
        const auto people = world(2000, 3, 3600);
        ExportRequest request = *everything();
        request.kinds = {Kind::Observation};
        request.since = kNow - std::chrono::minutes{10};
        std::int64_t changed = 0;
        for (const PlannedFile &file : planExport(*people, request, kNow))
            changed += file.lines;
        QVERIFY2(changed > 5 && changed < 3000, qPrintable(QString::number(changed)));
    }

    void nothingIsFromTheFuture()
    {
        const std::int64_t cutOff = (kAsOfDay + 30) * 86'400'000;
        for (std::int64_t patient = 0; patient < 500; ++patient) {
            const auto people = world(500);
            const Chart chart(*people, patient, kNow);
            for (int kind = 0; kind < kClinicalKinds; ++kind) {
                for (int i = 0; i < chart.count(static_cast<Kind>(kind)); ++i) {
                    const auto updated =
                        chart.lastUpdated(static_cast<Kind>(kind), i).time_since_epoch().count();
                    QVERIFY(updated < cutOff);
                    QVERIFY(updated > (chart.birthDay() - 1) * 86'400'000);
                }
            }
        }
    }

    void manyLinesAreSplitIntoFiles()
    {
        const auto people = world(12'000);
        ExportRequest request;
        request.kinds = {Kind::Observation};
        const auto files = planExport(*people, request, kNow);
        QVERIFY(files.size() >= 2);
        std::int64_t next = 0;
        for (const PlannedFile &file : files) {
            QVERIFY(file.lines <= kLinesPerFile);
            QVERIFY(file.first >= next);
            next = file.last;
        }
        QCOMPARE(files[1].name, std::string("Observation-2.ndjson"));
    }

    void theTextIsHardOnClients()
    {
        ExportRequest request;
        request.kinds = {Kind::Patient, Kind::Observation};
        const auto files = exported(world(300), std::make_shared<const ExportRequest>(request));
        const QByteArray &patients = files.value("Patient-1.ndjson");
        for (const char *const name : {"Casta\xc3\xb1"
                                       "er",
                 "Zo\xc3\xab", "Nguy\xe1\xbb\x85n", "\xc5\x81ukasz", "\xe6\x9d\x8e",
                 "\xd9\x85\xd8\xb1\xd9\x8a\xd9\x85"})
            QVERIFY2(patients.contains(name), name);
        static const QRegularExpression kTrailingZero(QStringLiteral("\"value\":\\d+\\.\\d*0[,}]"));
        QVERIFY(
            kTrailingZero.match(QString::fromUtf8(files.value("Observation-1.ndjson"))).hasMatch()); // F-096
        QVERIFY(QString::fromUtf8(patients).toUtf8() == patients);
    }

    void linesHaveRealisticSizes()
    {
        const auto files = exported(world(160), everything());
        const auto mean = [&files](const char *name) {
            const QByteArray bytes = files.value(name);
            return bytes.size() / bytes.count('\n');
        };
        QVERIFY(mean("Patient-1.ndjson") > 2000 && mean("Patient-1.ndjson") < 3500);
        QVERIFY(mean("Observation-1.ndjson") > 800 && mean("Observation-1.ndjson") < 1500);
    }

    void bodiesAreOfOnePiece()
    {
        // Height of a grown person never changes; weight and height fit together.
        const auto files = exported(world(60), everything());
        QMap<QString, QSet<double>> heights;
        for (const QJsonObject &observation : parsed(files.value("Observation-1.ndjson"))) {
            if (observation.value(QLatin1String("code"))[QLatin1String("coding")][0][QLatin1String("code")]
                    .toString()
                == QLatin1String("8302-2"))
                heights[observation.value(QLatin1String("subject"))[QLatin1String("reference")].toString()]
                    .insert(
                        observation.value(QLatin1String("valueQuantity"))[QLatin1String("value")].toDouble());
        }
        QVERIFY(heights.size() > 10);
        for (const QSet<double> &values : heights) {
            QCOMPARE(values.size(), 1);
            QVERIFY(*values.begin() > 50 && *values.begin() < 200);
        }
    }

    void gzipIsRepeatable()
    {
        const auto people = world(50);
        const auto request = everything();
        const PlannedFile file = planExport(*people, *request, kNow).front();
        const FileRecipe recipe{people, request, kNow, file, {}, true};
        QCOMPARE(measure(recipe), measure(recipe));
        QVERIFY(measure(recipe) * 3 < measure({people, request, kNow, file, {}, false}));
    }
};

QTEST_GUILESS_MAIN(TestSyntheticData)
#include "tst_synthetic_data.moc"
