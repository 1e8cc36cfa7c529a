// SPDX-License-Identifier: Apache-2.0
#include "assistant/scope_hunt.h"
#include "assistant/trace.h"

#include <QSet>
#include <QTest>

using namespace waybill;
using namespace waybill::assistant;

class TestOnboardingTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsNeverReachIt() // F-090: what is mailed to a support desk
    {
        Trace trace;
        http::Request request;
        request.method = "POST";
        request.url = QUrl(QStringLiteral("https://user:pw@auth.example.org/token?code=s3cret"));
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.headers.add("Authorization", "Bearer s3cret");
        request.headers.add("Cookie", "a=s3cret");
        const QByteArray header =
            QByteArray(R"({"alg":"RS384","kid":"k1"})")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const QByteArray claims =
            QByteArray(R"({"iss":"me","aud":"the token endpoint"})")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        request.body = "grant_type=client_credentials&scope=system%2FPatient.read+system%2FGroup.read&"
                       "client_secret=s3cret&client_assertion="
            + header + '.' + claims + ".s3cret";
        const qsizetype place = trace.add(request, Instant{std::chrono::hours{24}});
        http::Response response;
        response.head.status = 200;
        response.head.headers.add("Content-Type", "application/json");
        response.head.headers.add("Set-Cookie", "b=s3cret");
        response.body = R"({"access_token":"s3cret","refresh_token":"s3cret","expires_in":300,
            "nested":[{"client_assertion":"s3cret"}],"keys":[{"kty":"RSA","kid":"k1","d":"s3cret"}]})";
        trace.answer(place, response);
        const QString text = trace.toText();
        QVERIFY2(!text.contains(QLatin1String("s3cret")), qPrintable(text));
        QVERIFY(!text.contains(QLatin1String("pw@")));
        for (const char *kept : {"POST https://auth.example.org/token?", "\"kid\":\"k1\"", "\"iss\":\"me\"",
                 "[signature]", "system/Patient.read system/Group.read", "HTTP 200", "\"expires_in\": 300"})
            QVERIFY2(text.contains(QLatin1String(kept)), kept);
    }

    void secretsInsideSentencesNeverReachIt_data() // BD-220: a query can be a capability
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a link in an outcome")
            << QByteArray("application/fhir+json")
            << QByteArray(R"({"resourceType":"OperationOutcome","issue":[{"diagnostics":")")
                + "GET https://files.example.org/f/1?sig=s3cret&amp;x=1 was refused\"}]}";
        QTest::newRow("a path in a page")
            << QByteArray("text/html") << QByteArray("<a href=\"/f?k=s3cret\">");
        QTest::newRow("a user in a link")
            << QByteArray("text/plain") << QByteArray("see https://me:s3cret@a.example/");
        QTest::newRow("a token that is repeated")
            << QByteArray("application/json")
            << QByteArray(R"({"error_description":"Bearer s3cret.s3cret-0 is no token"})");
        QTest::newRow("an assertion that is repeated")
            << QByteArray("application/json")
            << QByteArray(R"({"error_description":"not signed: eyJhbGciOiJSUzM4NCJ9.eyJpc3MiOjF9.s3cret"})");
        QTest::newRow("another spelling")
            << QByteArray("application/json") << QByteArray(R"({"accessToken":"s3cret"})");
    }
    void secretsInsideSentencesNeverReachIt()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const QString shown = redactedBody(type, body);
        QVERIFY2(!shown.contains(QLatin1String("s3cret")), qPrintable(shown));
        Trace trace;
        http::Request request;
        request.url = QUrl(QStringLiteral("https://a.example/"));
        http::Response response;
        response.head.headers.add("Link", "<https://a.example/Group?page=s3cret>; rel=next");
        response.head.headers.add("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        trace.answer(trace.add(request, {}), response);
        QVERIFY2(!trace.toText().contains(QLatin1String("s3cret")), qPrintable(trace.toText()));
        QVERIFY(trace.toText().contains(QLatin1String("invalid_token"))); // what helps stays
    }

    void patientsNeverReachIt()
    {
        const QByteArray bundle = R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Group",
            "member":[{"entity":{"display":"Jane Doe"}}]}}]})";
        const QString shown = redactedBody("application/fhir+json", bundle);
        QVERIFY(!shown.contains(QLatin1String("Jane")));
        QVERIFY(shown.contains(QLatin1String("Bundle")));
        const QString outcome = redactedBody("application/fhir+json",
            R"({"resourceType":"OperationOutcome","issue":[{"diagnostics":"HAPI-0333"}]})");
        QVERIFY(outcome.contains(QLatin1String("HAPI-0333")));
    }

    void bodiesAreBounded()
    {
        QCOMPARE(redactedBody("text/html", {}), QString());
        QVERIFY(redactedBody("text/html", QByteArray(100'000, 'x')).size() < 600);
        QVERIFY(redactedBody("application/json", QByteArray(3'000'000, '[')).size() < 100);
        QByteArray deep("{\"a\":");
        deep = deep.repeated(500) + "1" + QByteArray("}").repeated(500);
        QVERIFY(redactedBody("application/json", deep).size() < 5000);
        QVERIFY(!redactedBody("application/x-www-form-urlencoded", "client_assertion=nonsense")
                     .contains(QLatin1String("nonsense")));
    }

    void noAnswerIsSaidToo()
    {
        Trace trace;
        http::Request request;
        request.url = QUrl(QStringLiteral("https://a.example/"));
        const qsizetype place = trace.add(request, {});
        QVERIFY(trace.toText().contains(QLatin1String("No answer yet")));
        trace.answer(place, failure(ErrorCode::Network, QStringLiteral("The certificate has expired.")));
        QVERIFY(trace.toText().contains(QLatin1String("The certificate has expired.")));
        trace.answer(7, failure(ErrorCode::Network, QStringLiteral("x"))); // a place that is not there
        trace.clear();
        QCOMPARE(trace.size(), 0);
    }

    void theScopesThatAreRefusedAreFound_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSet<int>>("bad");
        QTest::addColumn<int>("most"); // questions
        QTest::newRow("one of thirty") << 30 << QSet<int>{17} << 7;
        QTest::newRow("the first") << 30 << QSet<int>{0} << 8;
        QTest::newRow("the last") << 30 << QSet<int>{29} << 6;
        QTest::newRow("the only one") << 1 << QSet<int>{0} << 0;
        QTest::newRow("two of two") << 2 << QSet<int>{0, 1} << 2;
        QTest::newRow("two of sixteen") << 16 << QSet<int>{3, 12} << 11;
    }
    void theScopesThatAreRefusedAreFound()
    {
        QFETCH(int, count);
        QFETCH(QSet<int>, bad);
        QFETCH(int, most);
        QStringList suspects{QStringLiteral("base")};
        QSet<QString> wrong;
        for (int i = 0; i < count; ++i) {
            suspects.append(QStringLiteral("s%1").arg(i));
            if (bad.contains(i))
                wrong.insert(suspects.last());
        }
        ScopeHunt hunt(QStringLiteral("base"), suspects);
        int questions = 0;
        while (const auto next = hunt.next()) {
            QCOMPARE(next->first(), QStringLiteral("base"));
            ++questions;
            QVERIFY(questions <= 14);
            hunt.answered(std::none_of(
                next->cbegin(), next->cend(), [&](const QString &scope) { return wrong.contains(scope); }));
        }
        QCOMPARE(QSet<QString>(hunt.culprits().cbegin(), hunt.culprits().cend()), wrong);
        QVERIFY2(questions <= most, qPrintable(QString::number(questions)));
    }

    void theHuntEndsWhenEverythingIsRefused()
    {
        QStringList suspects;
        for (int i = 0; i < 100; ++i)
            suspects.append(QStringLiteral("s%1").arg(i));
        ScopeHunt hunt(QStringLiteral("base"), suspects);
        int questions = 0;
        while (hunt.next()) {
            hunt.answered(false);
            ++questions;
        }
        QCOMPARE(questions, 14);
        QVERIFY(!hunt.culprits().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOnboardingTrace)
#include "tst_trace.moc"
