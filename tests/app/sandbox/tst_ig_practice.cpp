// SPDX-License-Identifier: Apache-2.0
// The practice that follows the Bulk Data IG 2.0 and 3.0.
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace waybill::test;

namespace {

QJsonObject parameters(const QList<QJsonObject> &list)
{
    QJsonArray array;
    for (const QJsonObject &parameter : list)
        array.append(parameter);
    return {
        {QStringLiteral("resourceType"), QStringLiteral("Parameters")}, {QStringLiteral("parameter"), array}};
}

QJsonObject parameter(const char *name, const char *type, const QJsonValue &value)
{
    return {{QStringLiteral("name"), QLatin1String(name)}, {QLatin1String(type), value}};
}

QSet<QString> typesOf(const QJsonObject &manifest)
{
    QSet<QString> types;
    for (const QJsonValue &entry : manifest.value(QLatin1String("output")).toArray())
        types.insert(entry[QLatin1String("type")].toString());
    return types;
}

} // namespace

class TestIgPractice : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("60"),
        QStringLiteral("--activity"), QStringLiteral("0")}};
    SigningKey m_key{SigningKey::Type::Rsa};
    std::unique_ptr<PracticeClient> m_app;

    HttpAnswer post(const QString &path, const QJsonObject &body) const
    {
        HttpHeaders headers = m_app->authorization();
        headers += HttpHeaders{{"Content-Type", "application/fhir+json"}, {"Prefer", "respond-async"},
            {"Accept", "application/fhir+json"}};
        return request("POST", m_app->base() + path, headers, QJsonDocument(body).toJson());
    }
    HttpAnswer answerOf(const HttpAnswer &kickOff) const
    {
        return m_app->finish(QString::fromLatin1(kickOff.headers.value("content-location")));
    }
    QJsonObject exported(const QString &pathAndQuery) const
    {
        return answerOf(m_app->kickOff(pathAndQuery)).json();
    }
    QList<QJsonObject> resources(const QJsonObject &manifest, const char *section = "output") const
    {
        QList<QJsonObject> all;
        for (const QJsonValue &entry : manifest.value(QLatin1String(section)).toArray()) {
            const HttpAnswer file = m_app->download(manifest, entry.toObject());
            const QList<QJsonObject> lines = ndjson(file.body);
            if (file.status != 200 || lines.size() != entry[QLatin1String("count")].toInt(-1))
                return {};
            all += lines;
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        const QString id = m_sandbox.registerClient(
            QStringLiteral("app"), {QStringLiteral("OAKHILL")}, m_key.jwkSet(QStringLiteral("k1")));
        m_app = std::make_unique<PracticeClient>(m_sandbox.generic().fhirBaseUrl.toString(), id, m_key);
        QCOMPARE(m_app->signIn(QStringLiteral("system/*.rs")).status, 200);
    }

    void itSaysWhatItCanDo() // SB-004
    {
        const QJsonObject smart =
            m_app->get(m_app->base() + QStringLiteral("/.well-known/smart-configuration")).json();
        QCOMPARE(smart.value(QLatin1String("token_endpoint_auth_signing_alg_values_supported")).toArray(),
            QJsonArray({QStringLiteral("RS384"), QStringLiteral("ES384")}));
        const QJsonObject metadata = m_app->get(m_app->base() + QStringLiteral("/metadata")).json();
        QVERIFY(QJsonDocument(metadata).toJson().contains("group-export"));
        QVERIFY(QJsonDocument(metadata).toJson().contains("patient-export"));
    }

    void groupsAreReadAndSearched()
    {
        const QJsonObject group = m_app->get(m_app->base() + QStringLiteral("/Group/well-child")).json();
        QCOMPARE(group.value(QLatin1String("name")).toString(), QStringLiteral("Well-child visits"));
        QVERIFY(!group.value(QLatin1String("member")).toArray().isEmpty());
        QCOMPARE(m_app->get(m_app->base() + QStringLiteral("/Group/none")).status, 404);
        const QJsonObject found =
            m_app->get(m_app->base() + QStringLiteral("/Group?name=well&_summary=true")).json();
        QCOMPARE(found.value(QLatin1String("total")).toInt(), 1);
        QVERIFY(!found.value(QLatin1String("entry"))[0][QLatin1String("resource")].toObject().contains(
            QLatin1String("member")));
        int pages = 0;
        QString next = m_app->base() + QStringLiteral("/Group?_count=1");
        QSet<QString> ids;
        while (!next.isEmpty() && pages < 20) {
            const QJsonObject bundle = m_app->get(next).json();
            ids.insert(bundle.value(QLatin1String("entry"))[0][QLatin1String("resource")][QLatin1String("id")]
                           .toString());
            const QJsonArray links = bundle.value(QLatin1String("link")).toArray();
            next = links.last()[QLatin1String("relation")].toString() == QLatin1String("next")
                ? links.last()[QLatin1String("url")].toString()
                : QString();
            ++pages;
        }
        QCOMPARE(pages, 4);
        QCOMPARE(ids.size(), 4);
    }

    void threeLevelsAndTwoMethods()
    {
        const QJsonObject group = exported(QStringLiteral("/Group/well-child/$export?_type=Patient"));
        const qsizetype children = resources(group).size();
        QVERIFY(children > 0 && children <= 60);
        QCOMPARE(resources(exported(QStringLiteral("/Patient/$export?_type=Patient"))).size(), 60);
        QCOMPARE(resources(exported(QStringLiteral("/$export?_type=Patient"))).size(), 60);
        const QJsonObject posted =
            answerOf(post(QStringLiteral("/Group/well-child/$export"),
                         parameters({parameter("_type", "valueString", QStringLiteral("Patient"))})))
                .json();
        QCOMPARE(resources(posted).size(), children);
        QCOMPARE(m_app->kickOff(QStringLiteral("/Group/nobody/$export")).status, 404);
    }

    void outputComesInBlocksByPatient() // BD-044, BD-172
    {
        const QJsonObject manifest =
            exported(QStringLiteral("/Patient/$export?organizeOutputBy=Patient&_type=Observation,Patient"));
        QCOMPARE(manifest.value(QLatin1String("outputOrganizedBy")).toString(), QStringLiteral("Patient"));
        const QJsonArray files = manifest.value(QLatin1String("output")).toArray();
        QVERIFY(files.size() > 1); // or no block is cut
        QSet<QString> patients;
        qsizetype resources = 0;
        qsizetype cutBlocks = 0;
        QString header; // of the block that is being read
        for (qsizetype i = 0; i < files.size(); ++i) {
            const QJsonObject entry = files.at(i).toObject();
            QVERIFY(!entry.contains(QLatin1String("type")));
            const QList<QJsonObject> lines = ndjson(m_app->download(manifest, entry).body);
            qsizetype headers = 0;
            for (const QJsonObject &line : lines) {
                const QString type = line.value(QLatin1String("resourceType")).toString();
                if (type == QLatin1String("Parameters")) {
                    const QString last = header;
                    header = line[QLatin1String("parameter")][0][QLatin1String("valueReference")]
                                 [QLatin1String("reference")]
                                     .toString();
                    cutBlocks += header == last ? 1 : 0;
                    ++headers;
                } else if (type == QLatin1String("Patient")) {
                    const QString own =
                        QStringLiteral("Patient/") + line.value(QLatin1String("id")).toString();
                    QCOMPARE(own, header);
                    patients.insert(own);
                } else {
                    QCOMPARE(line[QLatin1String("subject")][QLatin1String("reference")].toString(), header);
                }
            }
            QCOMPARE(lines.size() - headers, entry.value(QLatin1String("count")).toInt());
            resources += lines.size() - headers;
            const bool continues = entry.contains(QLatin1String("continuesInFile"));
            QVERIFY(!continues || i + 1 < files.size());
        }
        QCOMPARE(patients.size(), 60);
        QVERIFY(cutBlocks > 0);
        const QJsonObject byType = exported(QStringLiteral("/Patient/$export?_type=Observation,Patient"));
        QCOMPARE(resources, this->resources(byType).size());
        QCOMPARE(m_app->kickOff(QStringLiteral("/Patient/$export?organizeOutputBy=Encounter")).status, 400);
    }

    void typesAreACommaListOrRepeated()
    {
        const QSet<QString> both{QStringLiteral("Patient"), QStringLiteral("Condition")};
        QCOMPARE(typesOf(exported(QStringLiteral("/Patient/$export?_type=Patient,Condition"))), both);
        QCOMPARE(typesOf(exported(QStringLiteral("/Patient/$export?_type=Patient&_type=Condition"))), both);
        const QJsonObject body = parameters({parameter("_type", "valueString", QStringLiteral("Patient")),
            parameter("_type", "valueString", QStringLiteral("Condition"))});
        QCOMPARE(typesOf(answerOf(post(QStringLiteral("/Patient/$export"), body)).json()), both);
        QCOMPARE(typesOf(exported(QStringLiteral("/Patient/$export?_type=CarePlan"))), QSet<QString>());
        QCOMPARE(typesOf(exported(QStringLiteral("/Group/all/$export?_type=Group"))),
            QSet<QString>{QStringLiteral("Group")});
    }

    void sinceGivesWhatChangedAfterIt() // B3 _since
    {
        const QJsonObject all = exported(QStringLiteral("/Patient/$export?_type=Observation,Patient"));
        const QString since = QStringLiteral("2023-06-01T00:00:00.000Z");
        const QJsonObject later =
            exported(QStringLiteral("/Patient/$export?_type=Observation,Patient&_since=") + since);
        const QJsonObject earlier =
            exported(QStringLiteral("/Patient/$export?_type=Observation,Patient&_until=") + since);
        const QList<QJsonObject> news = resources(later);
        const QList<QJsonObject> old = resources(earlier);
        QVERIFY(!news.isEmpty());
        QVERIFY(!old.isEmpty());
        QCOMPARE(news.size() + old.size(), resources(all).size());
        const auto updated = [](const QJsonObject &resource) {
            return resource.value(QLatin1String("meta"))[QLatin1String("lastUpdated")].toString();
        };
        for (const QJsonObject &resource : news)
            QVERIFY(updated(resource) > since);
        for (const QJsonObject &resource : old)
            QVERIFY(updated(resource) <= since);
        const QString watermark = all.value(QLatin1String("transactionTime")).toString();
        const QJsonObject nothing =
            exported(QStringLiteral("/Patient/$export?_type=Observation&_since=") + watermark);
        QCOMPARE(nothing.value(QLatin1String("output")).toArray(), QJsonArray());
    }

    void deletionsAreReportedWithSince() // BD-200, BD-201
    {
        SandboxProcess many({QStringLiteral("--patients"), QStringLiteral("300")});
        QVERIFY(!exported(QStringLiteral("/Patient/$export?_type=Patient"))
                     .value(QLatin1String("deleted"))
                     .isUndefined());
        const QString id = many.registerClient(
            QStringLiteral("app"), {QStringLiteral("OAKHILL")}, m_key.jwkSet(QStringLiteral("k1")));
        PracticeClient app(many.generic().fhirBaseUrl.toString(), id, m_key);
        (void)app.signIn(QStringLiteral("system/*.rs"));
        const auto run = [&app](const QString &query) {
            const HttpAnswer accepted =
                app.kickOff(QStringLiteral("/Patient/$export?_type=Condition") + query);
            return app.finish(QString::fromLatin1(accepted.headers.value("content-location"))).json();
        };
        const QJsonObject baseline = run({});
        QCOMPARE(baseline.value(QLatin1String("deleted")), QJsonValue(QJsonArray()));
        QSet<QString> present;
        for (const QJsonObject &condition :
            ndjson(app.download(baseline, baseline.value(QLatin1String("output"))[0].toObject()).body))
            present.insert(QStringLiteral("Condition/") + condition.value(QLatin1String("id")).toString());
        const QJsonObject delta = run(QStringLiteral("&_since=2019-01-01T00:00:00Z"));
        const QJsonObject entry = delta.value(QLatin1String("deleted"))[0].toObject();
        QCOMPARE(entry.value(QLatin1String("type")).toString(), QStringLiteral("Bundle"));
        const QList<QJsonObject> bundles = ndjson(app.download(delta, entry).body);
        QCOMPARE(bundles.size(), entry.value(QLatin1String("count")).toInt());
        QVERIFY(bundles.size() > 3);
        for (const QJsonObject &bundle : bundles) {
            QCOMPARE(bundle.value(QLatin1String("type")).toString(), QStringLiteral("transaction"));
            const QJsonValue asked = bundle.value(QLatin1String("entry"))[0][QLatin1String("request")];
            QCOMPARE(asked[QLatin1String("method")].toString(), QStringLiteral("DELETE"));
            QVERIFY(!present.contains(asked[QLatin1String("url")].toString()));
        }
    }

    void thePatientParameterNarrows() // BD-038
    {
        const QList<QJsonObject> all = resources(exported(QStringLiteral("/Patient/$export?_type=Patient")));
        const QString one = QStringLiteral("Patient/") + all.at(7).value(QLatin1String("id")).toString();
        const auto reference = [](const QString &target) {
            return parameter("patient", "valueReference", QJsonObject{{QStringLiteral("reference"), target}});
        };
        const QJsonObject wanted = parameters(
            {reference(one), parameter("_type", "valueString", QStringLiteral("Patient,Encounter"))});
        const QList<QJsonObject> found =
            resources(answerOf(post(QStringLiteral("/Patient/$export"), wanted)).json());
        QVERIFY(found.size() > 1);
        QCOMPARE(found.first(), all.at(7));
        QCOMPARE(post(QStringLiteral("/$export"), wanted).status, 400);
        QCOMPARE(post(QStringLiteral("/Patient/$export"),
                     parameters({reference(QStringLiteral("Patient/nobody"))}))
                     .status,
            400);
        QCOMPARE(m_app->kickOff(QStringLiteral("/Patient/$export?patient=") + one).status, 400);
    }

    void badKickOffsAreExplained() // BD-014, BD-046
    {
        const HttpAnswer elements = m_app->kickOff(QStringLiteral("/Patient/$export?_elements=id"));
        QCOMPARE(elements.status, 400);
        QVERIFY(elements.issueText().contains(QLatin1String("_elements")));
        const HttpAnswer lenient = m_app->get(m_app->base() + QStringLiteral("/Patient/$export?_elements=id"),
            {{"Prefer", "respond-async, handling=lenient"}});
        QCOMPARE(lenient.status, 202);
        QCOMPARE(m_app->kickOff(QStringLiteral("/Patient/$export?_since=2024-06-01")).status, 400);
        QCOMPARE(m_app->kickOff(QStringLiteral("/Patient/$export?_outputFormat=text/csv")).status, 400);
        QCOMPARE(post(QStringLiteral("/Patient/$export"), {}).status, 400);
        const HttpAnswer plus =
            m_app->kickOff(QStringLiteral("/Patient/$export?_since=2024-06-01T00:00:00+05:00"));
        QCOMPARE(plus.status, 400); // BD-031: a bare + is a space
    }

    void partialManifestsAreLinked() // BD-113
    {
        const HttpAnswer first =
            answerOf(m_app->kickOff(QStringLiteral("/Patient/$export?allowPartialManifests=true")));
        QJsonObject page = first.json();
        QSet<QString> types = typesOf(page);
        int pages = 1;
        while (page.contains(QLatin1String("link")) && pages < 20) {
            QCOMPARE(page.value(QLatin1String("link"))[0][QLatin1String("relation")].toString(),
                QStringLiteral("next"));
            const QJsonObject next =
                m_app->get(page.value(QLatin1String("link"))[0][QLatin1String("url")].toString()).json();
            QCOMPARE(
                next.value(QLatin1String("transactionTime")), page.value(QLatin1String("transactionTime")));
            types += typesOf(next);
            page = next;
            ++pages;
        }
        QCOMPARE(pages, 3);
        QCOMPARE(types.size(), 11);
        QVERIFY(!exported(QStringLiteral("/Patient/$export")).contains(QLatin1String("link")));
    }

    void retryAfterIsADateAndProgressIsShown() // BD-063
    {
        SandboxProcess slow({QStringLiteral("--prepare"), QStringLiteral("2"), QStringLiteral("--patients"),
            QStringLiteral("5")});
        const QString id = slow.registerClient(
            QStringLiteral("app"), {QStringLiteral("OAKHILL")}, m_key.jwkSet(QStringLiteral("k1")));
        PracticeClient app(slow.generic().fhirBaseUrl.toString(), id, m_key);
        (void)app.signIn(QStringLiteral("system/*.read"));
        const QString statusUrl =
            QString::fromLatin1(app.kickOff(QStringLiteral("/Patient/$export?allowPartialManifests=true"))
                                    .headers.value("content-location"));
        const HttpAnswer running = app.get(statusUrl);
        QCOMPARE(running.status, 202);
        QVERIFY(running.headers.value("x-progress").startsWith("in-progress ("));
        const QDateTime due =
            QLocale::c().toDateTime(QString::fromLatin1(running.headers.value("retry-after")),
                QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        QVERIFY(due.isValid());
        QTest::qSleep(1100);
        const HttpAnswer half = app.get(statusUrl);
        if (half.status == 202) // BD-115: files that are ready, unless this machine slept too long
            QVERIFY(!half.json().value(QLatin1String("output")).toArray().isEmpty());
        QCOMPARE(app.finish(statusUrl).status, 200);
        QVERIFY(slow.requestLog().value(QLatin1String("earlyPolls"))[QLatin1String("OAKHILL")].toInt() > 0);
    }

    void linksAreElsewhereAndWantNoToken() // BD-131, F-077
    {
        const HttpAnswer done = answerOf(m_app->kickOff(QStringLiteral("/Patient/$export?_type=Patient")));
        QVERIFY(!done.headers.value("expires").isEmpty());
        const QJsonObject manifest = done.json();
        QCOMPARE(manifest.value(QLatin1String("requiresAccessToken")), QJsonValue(false));
        const QString url = manifest.value(QLatin1String("output"))[0][QLatin1String("url")].toString();
        QVERIFY(QUrl(url).port() != QUrl(m_app->base()).port());
        QVERIFY(url.contains(QLatin1String("&sig=")));
        QCOMPARE(request("GET", url).status, 200);
        const HttpAnswer both = request("GET", url, m_app->authorization());
        QCOMPARE(both.status, 400);
        QVERIFY(both.body.contains("Only one auth mechanism allowed"));
        QString forged = url;
        forged.chop(1);
        forged += url.endsWith(QLatin1Char('0')) ? QLatin1Char('1') : QLatin1Char('0');
        QCOMPARE(request("GET", forged).status, 403);
        QString other = url;
        other.replace(QLatin1String("Patient-1"), QLatin1String("Patient-2"));
        QCOMPARE(request("GET", other).status, 403);
    }

    void notesOfSeverityInformationAreNoErrors() // F-057
    {
        const QJsonObject manifest = exported(QStringLiteral("/Patient/$export?_type=Patient"));
        const QList<QJsonObject> outcomes = resources(manifest, "error");
        QCOMPARE(outcomes.size(), 1);
        QCOMPARE(outcomes.first().value(QLatin1String("issue"))[0][QLatin1String("severity")].toString(),
            QStringLiteral("information"));
    }

    void aCancelledJobAndItsFilesAreGone()
    {
        const HttpAnswer accepted = m_app->kickOff(QStringLiteral("/Patient/$export?_type=Patient"));
        const QString statusUrl = QString::fromLatin1(accepted.headers.value("content-location"));
        const QJsonObject manifest = m_app->finish(statusUrl).json();
        QCOMPARE(m_app->remove(statusUrl).status, 202);
        QCOMPARE(m_app->get(statusUrl).status, 404);
        const QString file = manifest.value(QLatin1String("output"))[0][QLatin1String("url")].toString();
        QCOMPARE(request("GET", file).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestIgPractice)
#include "tst_ig_practice.moc"
