// SPDX-License-Identifier: Apache-2.0
// Every fault bites where it says, and nowhere else. Names as in --list-faults.
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QElapsedTimer>
#include <QTest>

using namespace waybill::test;

class TestFaults : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("30"),
        QStringLiteral("--rate-limit"), QStringLiteral("0")}};
    SigningKey m_key{SigningKey::Type::Rsa};
    QString m_clientId;
    std::unique_ptr<PracticeClient> m_ecw;
    std::unique_ptr<PracticeClient> m_ig;
    QString m_group;

    const QString kIgPath = QStringLiteral("/Patient/$export?_type=Patient,Condition");

    bool with(const char *fault) { return m_sandbox.setFaults({QString::fromLatin1(fault)}); }
    HttpAnswer ecwKickOff() const
    {
        return m_ecw->kickOff(
            QStringLiteral("/Group/") + m_group + QStringLiteral("/$export?_type=Patient,Condition"));
    }
    static QString statusUrl(const HttpAnswer &kickOff)
    {
        return QString::fromLatin1(kickOff.headers.value("content-location"));
    }
    QJsonObject ecwManifest() const { return m_ecw->finish(statusUrl(ecwKickOff())).json(); }
    QJsonObject igManifest() const { return m_ig->finish(statusUrl(m_ig->kickOff(kIgPath))).json(); }
    static QJsonObject firstEntry(const QJsonObject &manifest)
    {
        return manifest.value(QLatin1String("output"))[0].toObject();
    }
    static int brokenLines(const QByteArray &body)
    {
        int broken = 0;
        for (const QJsonObject &object : ndjson(body))
            broken += object.isEmpty() ? 1 : 0;
        return broken;
    }
    /// A poll of a job that has just begun.
    HttpAnswer freshPoll() const { return m_ecw->get(statusUrl(ecwKickOff())); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_clientId = m_sandbox.registerClient(QStringLiteral("app"),
            {QStringLiteral("FFBJCD"), QStringLiteral("OAKHILL")}, m_key.jwkSet(QStringLiteral("k1")));
        m_ecw = std::make_unique<PracticeClient>(m_sandbox.ecw().fhirBaseUrl.toString(), m_clientId, m_key);
        m_ig =
            std::make_unique<PracticeClient>(m_sandbox.generic().fhirBaseUrl.toString(), m_clientId, m_key);
        QCOMPARE(m_ecw->signIn(QStringLiteral("system/Group.read system/Patient.read system/Condition.read"))
                     .status,
            200);
        QCOMPARE(m_ig->signIn(QStringLiteral("system/*.rs")).status, 200);
        const QJsonObject bundle = m_ecw->get(m_ecw->base() + QStringLiteral("/Group")).json();
        m_group = bundle
                      .value(QLatin1String("entry"))[0][QLatin1String("resource")]
                                                    [QLatin1String("identifier")][0][QLatin1String("value")]
                      .toString();
    }
    void cleanup() { (void)m_sandbox.setFaults({}); }

    void aLostAnswerStillMadeAJob() // cut-kickoff: BD-016, F-017
    {
        const int before = m_sandbox.kickOffs(QStringLiteral("FFBJCD"));
        QVERIFY(with("cut-kickoff"));
        QCOMPARE(ecwKickOff().status, 0);
        QCOMPARE(m_sandbox.kickOffs(QStringLiteral("FFBJCD")), before + 1);
        QCOMPARE(ecwKickOff().status, 202); // once
    }

    void kickOffsGoWrongAsTold()
    {
        QVERIFY(with("no-content-location")); // F-005
        QCOMPARE(ecwKickOff().status, 202);
        QVERIFY(!m_ig->kickOff(kIgPath).headers.contains("content-location"));
        QVERIFY(with("relative-content-location")); // F-006
        QVERIFY(statusUrl(m_ig->kickOff(kIgPath)).startsWith(QLatin1String("/oak-hill/")));
        QVERIFY(with("foreign-content-location")); // F-007
        const QString foreign = statusUrl(m_ig->kickOff(kIgPath));
        QVERIFY(QUrl(foreign).port() != QUrl(m_ig->base()).port());
        QCOMPARE(m_ig->finish(foreign).status, 200);
        QVERIFY(with("duplicate-job")); // F-012
        QCOMPARE(m_ig->kickOff(kIgPath).status, 200);
        QVERIFY(with("kickoff-fails"));
        QCOMPARE(m_ig->kickOff(kIgPath).status, 500);
        QVERIFY(with("kickoff-throttled")); // BD-015
        const HttpAnswer throttled = m_ig->kickOff(kIgPath);
        QCOMPARE(throttled.status, 429);
        QVERIFY(throttled.headers.contains("retry-after"));
        QCOMPARE(m_ig->kickOff(kIgPath).status, 202);
    }

    void retryAfterTakesAnyForm_data() // F-022
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("date") << QStringLiteral("retry-after-date") << QByteArray(" GMT");
        QTest::newRow("huge") << QStringLiteral("retry-after-huge") << QByteArray("7200");
        QTest::newRow("nonsense") << QStringLiteral("retry-after-nonsense") << QByteArray("soon");
        QTest::newRow("absent") << QStringLiteral("retry-after-absent") << QByteArray();
    }
    void retryAfterTakesAnyForm()
    {
        QFETCH(QString, fault);
        QFETCH(QByteArray, form);
        QVERIFY(m_sandbox.setFaults({fault, QStringLiteral("job-stuck")}));
        const HttpAnswer poll = freshPoll();
        QCOMPARE(poll.status, 202);
        QCOMPARE(poll.headers.contains("retry-after"), !form.isEmpty());
        QVERIFY(poll.headers.value("retry-after").endsWith(form));
    }

    void pollsGoWrongAsTold_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QList<int>>("statuses"); // of the polls, one after the other; the last one repeats
        QTest::newRow("throttle-once") << QStringLiteral("throttle-once") << QList<int>{429, 200, 200};
        QTest::newRow("server-hiccup") << QStringLiteral("server-hiccup") << QList<int>{503, 503, 200};
        QTest::newRow("poll-unauthorized-once")
            << QStringLiteral("poll-unauthorized-once") << QList<int>{401, 200, 200};
        QTest::newRow("html-200") << QStringLiteral("html-200") << QList<int>{200, 200, 200};
        QTest::newRow("job-fails") << QStringLiteral("job-fails") << QList<int>{500, 500, 500};
        QTest::newRow("job-gone") << QStringLiteral("job-gone") << QList<int>{404, 404, 404};
        QTest::newRow("job-stuck") << QStringLiteral("job-stuck") << QList<int>{202, 202, 202};
    }
    void pollsGoWrongAsTold()
    {
        QFETCH(QString, fault);
        QFETCH(QList<int>, statuses);
        QVERIFY(m_sandbox.setFaults({fault}));
        const QString url = statusUrl(ecwKickOff());
        for (const int status : statuses) {
            const HttpAnswer poll = m_ecw->get(url);
            QCOMPARE(poll.status, status);
            if (fault == QLatin1String("throttle-once") && status == 429)
                QVERIFY(!poll.headers.contains("retry-after"));
            if (fault == QLatin1String("html-200"))
                QVERIFY(poll.headers.value("content-type").startsWith("text/html"));
            if (fault == QLatin1String("job-fails"))
                QCOMPARE(poll.issueCode(), QStringLiteral("processing"));
        }
    }

    void progressCanBeOdd() // F-023
    {
        QVERIFY(m_sandbox.setFaults({QStringLiteral("odd-progress"), QStringLiteral("job-stuck")}));
        const QByteArray progress = freshPoll().headers.value("x-progress");
        QVERIFY(progress == "130% Completed" || progress == "<b>40%</b> done" || progress == "12% Completed");
    }

    void manifestsLieAsTold()
    {
        QVERIFY(with("no-transaction-time")); // F-050
        QVERIFY(!ecwManifest().contains(QLatin1String("transactionTime")));
        QVERIFY(with("empty-export"));
        QCOMPARE(ecwManifest().value(QLatin1String("output")), QJsonValue(QJsonArray()));
        QVERIFY(with("wrong-count")); // F-056
        QCOMPARE(firstEntry(ecwManifest()).value(QLatin1String("count")).toInt(), 31);
        QCOMPARE(firstEntry(igManifest()).value(QLatin1String("count")).toInt(), 31);
        QVERIFY(with("foreign-tenant")); // BD-122
        QVERIFY(igManifest().value(QLatin1String("request")).toString().contains(QLatin1String("OTHERS")));
    }

    void errorsAreOfSeverityError() // F-058
    {
        QVERIFY(with("errors-in-manifest"));
        for (const PracticeClient *const app : {m_ecw.get(), m_ig.get()}) {
            const QJsonObject manifest = app == m_ecw.get() ? ecwManifest() : igManifest();
            const HttpAnswer file =
                app->download(manifest, manifest.value(QLatin1String("error"))[0].toObject());
            const QList<QJsonObject> outcomes = ndjson(file.body);
            QCOMPARE(outcomes.size(), 2);
            QCOMPARE(outcomes.first().value(QLatin1String("issue"))[0][QLatin1String("severity")].toString(),
                QStringLiteral("error"));
        }
    }

    void filesOnAnotherOriginWantTheToken() // F-054
    {
        QVERIFY(with("foreign-origin-with-token"));
        for (const PracticeClient *const app : {m_ecw.get(), m_ig.get()}) {
            const QJsonObject manifest = app == m_ecw.get() ? ecwManifest() : igManifest();
            QCOMPARE(manifest.value(QLatin1String("requiresAccessToken")), QJsonValue(true));
            const QString url = firstEntry(manifest).value(QLatin1String("url")).toString();
            QVERIFY(QUrl(url).port() != QUrl(app->base()).port());
            QCOMPARE(request("GET", url).status, 401);
            QCOMPARE(request("GET", url, app->authorization()).status, 200);
        }
    }

    void filesAreCutAndGoOnByRange() // F-070
    {
        QVERIFY(with("short-file"));
        const QJsonObject manifest = igManifest();
        QCOMPARE(m_ig->download(manifest, firstEntry(manifest)).status, 0); // fewer bytes than Content-Length
        const HttpAnswer again = m_ig->download(manifest, firstEntry(manifest));
        QCOMPARE(again.status, 200);
        QCOMPARE(ndjson(again.body).size(), 30);
        QVERIFY(with("short-file-always"));
        QCOMPARE(m_ig->download(manifest, firstEntry(manifest)).status, 0);
        QCOMPARE(m_ig->download(manifest, firstEntry(manifest)).status, 0);
        const HttpAnswer rest = m_ig->download(manifest, firstEntry(manifest), {{"Range", "bytes=60000-"}});
        QCOMPARE(rest.status, 0); // a range is cut as well
    }

    void contentIsSpoiltAsTold()
    {
        QVERIFY(with("gzip-truncated")); // BD-137
        const HttpHeaders gzip{{"Accept-Encoding", "gzip"}};
        for (const PracticeClient *const app : {m_ecw.get(), m_ig.get()}) {
            const QJsonObject manifest = app == m_ecw.get() ? ecwManifest() : igManifest();
            const HttpAnswer file = app->download(manifest, firstEntry(manifest), gzip);
            QCOMPARE(file.status, 200);
            QCOMPARE(file.headers.value("content-encoding"), QByteArray("gzip"));
            QVERIFY(inflated(file.body).isEmpty());
        }
        const QJsonObject manifest = igManifest();
        QVERIFY(with("bad-line")); // BD-165
        QCOMPARE(brokenLines(m_ig->download(manifest, firstEntry(manifest)).body), 1);
        QVERIFY(with("not-utf8")); // F-090
        QVERIFY(m_ig->download(manifest, firstEntry(manifest))
                    .body.contains("Casta\xF1"
                                   "er"));
        QVERIFY(with("wrong-type")); // BD-166
        const QList<QJsonObject> lines = ndjson(m_ig->download(manifest, firstEntry(manifest)).body);
        QCOMPARE(lines.size(), 30);
        QCOMPARE(lines.at(1).value(QLatin1String("resourceType")).toString(), QStringLiteral("Basic"));
        QVERIFY(with("html-file")); // F-076
        QVERIFY(m_ig->download(manifest, firstEntry(manifest)).body.startsWith("<!doctype"));
        const QJsonObject second = manifest.value(QLatin1String("output"))[1].toObject();
        QCOMPARE(brokenLines(m_ig->download(manifest, second).body), 0); // only the first file
    }

    void expiredLinksComeBackFresh() // BD-118
    {
        QVERIFY(with("expired-link"));
        for (const PracticeClient *const app : {m_ecw.get(), m_ig.get()}) {
            const QString url = statusUrl(app == m_ecw.get() ? ecwKickOff() : m_ig->kickOff(kIgPath));
            const QJsonObject first = app->finish(url).json();
            QCOMPARE(app->download(first, firstEntry(first)).status, 403);
            QCOMPARE(app->download(first, first.value(QLatin1String("output"))[1].toObject()).status, 200);
            const QJsonObject second = app->finish(url).json();
            QVERIFY(firstEntry(second) != firstEntry(first));
            QCOMPARE(app->download(second, firstEntry(second)).status, 200);
        }
    }

    void aMissingFileStaysMissing() // F-079
    {
        QVERIFY(with("missing-file"));
        const QJsonObject manifest = ecwManifest();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_ecw->download(manifest, firstEntry(manifest)).status, 404);
        QCOMPARE(
            m_ecw->download(manifest, manifest.value(QLatin1String("output"))[1].toObject()).status, 200);
    }

    void slowFilesAreSlow() // F-080
    {
        QVERIFY(with("slow-file"));
        const QJsonObject manifest = igManifest();
        QElapsedTimer timer;
        timer.start();
        const HttpAnswer file =
            m_ig->download(manifest, manifest.value(QLatin1String("output"))[1].toObject());
        QCOMPARE(file.status, 200);
        QVERIFY(timer.elapsed() > file.body.size() * 1000 / 65'536 / 2);
    }

    void filesCanComeWithoutALength()
    {
        const QJsonObject manifest = igManifest();
        const QByteArray whole = m_ig->download(manifest, firstEntry(manifest)).body;
        QVERIFY(with("no-length"));
        const HttpAnswer file = m_ig->download(manifest, firstEntry(manifest));
        QVERIFY(!file.headers.contains("content-length"));
        QCOMPARE(file.body, whole);
    }

    void theAffinityCookieMayBeNeeded() // F-081, BD-148
    {
        QVERIFY(with("affinity-required"));
        const HttpAnswer accepted = ecwKickOff();
        const QByteArray cookie = accepted.headers.value("set-cookie").split(';').first();
        QVERIFY(cookie.contains("Affinity"));
        QCOMPARE(m_ecw->get(statusUrl(accepted)).status, 404);
        const int polled = m_ecw->get(statusUrl(accepted), {{"Cookie", cookie}}).status;
        QVERIFY(polled == 200 || polled == 202);
    }

    void signInFailsAsTold() // F-036 to F-040
    {
        PracticeClient app(m_ecw->base(), m_clientId, m_key);
        const QString scope = QStringLiteral("system/Group.read system/Patient.read");
        QVERIFY(with("invalid-client"));
        QCOMPARE(app.signIn(scope).status, 401);
        QVERIFY(with("access-denied"));
        const HttpAnswer denied = app.signIn(scope);
        QCOMPARE(denied.status, 500);
        QCOMPARE(denied.json().value(QLatin1String("error")).toString(), QStringLiteral("access_denied"));
        QVERIFY(with("not-activated"));
        QVERIFY(app.signIn(scope).body.contains("FHIR app authentication is not enabled"));
        QVERIFY(with("fewer-scopes")); // SB-056
        QCOMPARE(app.signIn(scope).json().value(QLatin1String("scope")).toString(),
            QStringLiteral("system/Group.read"));
        QVERIFY(with("token-expires-fast"));
        QCOMPARE(app.signIn(scope).json().value(QLatin1String("expires_in")).toInt(), 5);
        QCOMPARE(app.get(app.base() + QStringLiteral("/Group")).status, 200);
        QVERIFY(with("token-used-up"));
        QCOMPARE(app.get(app.base() + QStringLiteral("/Group")).status, 200);
        QCOMPARE(app.get(app.base() + QStringLiteral("/Group")).status, 401);
        QCOMPARE(app.signIn(scope).status, 200);
        QCOMPARE(app.get(app.base() + QStringLiteral("/Group")).status, 200);
    }

    void discoveryFailsAsTold()
    {
        const QString groups = QStringLiteral("/Group");
        QVERIFY(with("no-next-link")); // GD-005
        const QJsonObject bundle = m_ecw->get(m_ecw->base() + groups).json();
        QCOMPARE(bundle.value(QLatin1String("link")).toArray().size(), 1);
        QVERIFY(bundle.value(QLatin1String("total")).toInt()
            > bundle.value(QLatin1String("entry")).toArray().size());
        QVERIFY(with("no-groups")); // GD-013
        for (const PracticeClient *const app : {m_ecw.get(), m_ig.get()})
            QCOMPARE(app->get(app->base() + groups).json().value(QLatin1String("entry")),
                QJsonValue(QJsonArray()));
        QVERIFY(with("groups-forbidden")); // GD-012
        for (const PracticeClient *const app : {m_ecw.get(), m_ig.get()})
            QCOMPARE(app->get(app->base() + groups).status, 403);
    }

    void tokensAreRefusedAsTold_data() // requirements 2.5
    {
        QTest::addColumn<bool>("ecw");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](bool ecw, const char *fault, int status, const char *error) {
            QTest::addRow("%s, %s", fault, ecw ? "eCW" : "IG")
                << ecw << QString::fromLatin1(fault) << status << QString::fromLatin1(error);
        };
        row(true, "client-unknown", 401, "invalid_client");
        row(true, "no-backend-apps", 400, "unsupported_grant_type");
        row(true, "clock-ahead", 400, "invalid_grant");
        row(false, "clock-ahead", 401, "invalid_client");
        row(true, "assertion-reused", 400, "invalid_grant");
        row(true, "scope-refused", 400, "invalid_grant");
        row(false, "scope-refused", 400, "invalid_scope");
        row(false, "scope-form", 400, "invalid_scope");
    }
    void tokensAreRefusedAsTold()
    {
        QFETCH(bool, ecw);
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QString, error);
        PracticeClient client(ecw ? m_ecw->base() : m_ig->base(), m_clientId, m_key);
        const QString scope = QStringLiteral("system/Patient.read system/Immunization.read");
        QCOMPARE(client.signIn(scope).status, 200);
        QVERIFY(m_sandbox.setFaults({fault}));
        const HttpAnswer refused = client.signIn(scope);
        QCOMPARE(refused.status, status);
        QCOMPARE(refused.json().value(QLatin1String("error")).toString(), error);
    }

    void hostedKeySetsGoWrongAsTold() // jwks-unreachable, jwks-malformed, jwks-other-kid
    {
        const QUrl url = m_sandbox.hostJwks(QStringLiteral("faulty"), m_key.jwkSet(QStringLiteral("k1")));
        QVERIFY(!url.isEmpty());
        QVERIFY(m_sandbox.ask("GET", url.path()).body.contains("\"k1\""));
        QVERIFY(with("jwks-unreachable"));
        QCOMPARE(m_sandbox.ask("GET", url.path()).status, 503);
        QVERIFY(with("jwks-malformed"));
        QVERIFY(m_sandbox.ask("GET", url.path()).body.startsWith("<!doctype"));
        QVERIFY(with("jwks-other-kid"));
        const QByteArray other = m_sandbox.ask("GET", url.path()).body;
        QVERIFY(other.contains("other-1") && !other.contains("\"k1\""));
    }

    void kickOffsAreRefusedAsTold() // group-not-enabled, kickoff-at-once
    {
        QVERIFY(with("group-not-enabled"));
        QCOMPARE(ecwKickOff().status, 401);
        QVERIFY(with("kickoff-at-once"));
        QCOMPARE(ecwKickOff().status, 200);
        QVERIFY(ecwKickOff().body.startsWith("<!doctype"));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
