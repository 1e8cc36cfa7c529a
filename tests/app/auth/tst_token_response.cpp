// SPDX-License-Identifier: Apache-2.0
#include "app/auth/auth_fixture.h"
#include "support/quoted.h"

#include <QTest>

using namespace waybill;
using namespace waybill::auth;
using namespace waybill::test;

namespace {

http::Response answer(int status, const QByteArray &body, const QList<http::Header> &headers = {})
{
    http::Response response;
    response.head.status = status;
    response.head.url = settings().tokenUrl;
    response.head.receivedAt = kNoon;
    for (const http::Header &header : headers)
        response.head.headers.add(header.name, header.value);
    response.body = body;
    return response;
}

Result<AccessToken> read(int status, const QByteArray &body, const QList<http::Header> &headers = {})
{
    return readTokenResponse(answer(status, body, headers), settings(), kNoon);
}

} // namespace

class TestTokenResponse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodAnswerIsAToken() // SB-054
    {
        const auto token = read(200,
            quoted("{'access_token':'abc.DEF-1','token_type':'bearer','expires_in':300,"
                   "'scope':'system/Patient.read  system/Group.read','refresh_token':'never'}"));
        QVERIFY(token.has_value());
        QCOMPARE(token->authorization(), QByteArray("Bearer abc.DEF-1"));
        QCOMPARE(token->obtainedAt, kNoon);
        QCOMPARE(token->expiresAt, kNoon + std::chrono::minutes{5});
        QVERIFY(token->lifetimeStated);
        QCOMPARE(token->granted,
            QStringList({QStringLiteral("system/Patient.read"), QStringLiteral("system/Group.read")}));
    }

    void theLifetimeIsReadLeniently_data() // SB-054, SB-055
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("stated");
        QTest::newRow("number") << QByteArray(",'expires_in':240") << qint64{240} << true;
        QTest::newRow("text") << QByteArray(",'expires_in':'300'") << qint64{300} << true;
        QTest::newRow("fraction") << QByteArray(",'expires_in':299.9") << qint64{299} << true;
        QTest::newRow("an hour") << QByteArray(",'expires_in':3600") << qint64{3600} << true;
        QTest::newRow("1e9") << QByteArray(",'expires_in':1e9") << qint64{1'000'000'000} << true;
        QTest::newRow("beyond all clocks")
            << QByteArray(",'expires_in':1e300") << qint64{1'000'000'000} << true;
        QTest::newRow("missing") << QByteArray() << qint64{300} << false;
        QTest::newRow("zero") << QByteArray(",'expires_in':0") << qint64{300} << false;
        QTest::newRow("negative") << QByteArray(",'expires_in':-1") << qint64{300} << false;
        QTest::newRow("words") << QByteArray(",'expires_in':'soon'") << qint64{300} << false;
        QTest::newRow("null") << QByteArray(",'expires_in':null") << qint64{300} << false;
    }

    void theLifetimeIsReadLeniently()
    {
        QFETCH(QByteArray, member);
        QFETCH(qint64, seconds);
        QFETCH(bool, stated);
        const auto token = read(200, quoted("{'access_token':'x','token_type':'Bearer'" + member + "}"));
        QVERIFY(token.has_value());
        QCOMPARE(token->expiresAt - token->obtainedAt, std::chrono::milliseconds{seconds * 1000});
        QCOMPARE(token->lifetimeStated, stated);
    }

    void aMissingScopeMeansAllOfIt() // RFC 6749 5.1
    {
        const auto token = read(200, quoted("{'access_token':'x','expires_in':300}"));
        QVERIFY(token.has_value());
        QCOMPARE(token->granted, settings().scopes);
    }

    void whatIsNoTokenIsNamed_data() // SB-054, SB-064
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("shown");
        const auto none = QStringLiteral("holds no access token");
        QTest::newRow("html") << QByteArray("<html>Sign in</html>") << QStringLiteral("not JSON")
                              << QStringLiteral("Sign in");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("not JSON") << QString();
        QTest::newRow("a list") << QByteArray("[1]") << QStringLiteral("not JSON") << QStringLiteral("[1]");
        QTest::newRow("no token") << quoted("{'expires_in':300}") << none << QStringLiteral("300");
        QTest::newRow("a number") << quoted("{'access_token':5}") << none << QString();
        QTest::newRow("a line break") << quoted("{'access_token':'a\\r\\nHost: b'}") << none << QString();
        QTest::newRow("a blank") << quoted("{'access_token':'a b'}") << none << QString();
        QTest::newRow("not ASCII") << quoted("{'access_token':'\\u00fc'}") << none << QString();
        QTest::newRow("another type") << quoted("{'access_token':'SECRETTOKEN','token_type':'DPoP'}")
                                      << QStringLiteral("DPoP") << QStringLiteral("[redacted]");
    }

    void whatIsNoTokenIsNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        QFETCH(QString, shown);
        const auto token = read(200, body);
        QVERIFY(!token);
        QCOMPARE(token.error().code, ErrorCode::ProtocolMismatch);
        QVERIFY2(token.error().what.contains(said), qPrintable(token.error().what));
        QVERIFY2(token.error().serverText.contains(shown), qPrintable(token.error().serverText));
        QVERIFY(!token.error().serverText.contains(QLatin1String("SECRETTOKEN")));
        QCOMPARE(token.error().where, QStringLiteral("auth.example/oauth2/token"));
    }

    void shownTextIsBoundedAndRedacted() // SB-064
    {
        const auto token = read(200,
            "<p>" + QByteArray(400, '!') + "eyJhbGciOiJSUzM4NCJ9.eyJpc3MiOiJ4In0.abcdefghijklmnop</p>"
                + QByteArray(9000, '?'));
        QVERIFY(!token);
        const QString text = token.error().serverText;
        QVERIFY(text.size() <= 502);
        QVERIFY(text.contains(QLatin1String("[redacted]")));
        QVERIFY(!text.contains(QLatin1String("eyJ")));
    }

    void refusalsAreTold_data() // SB-062
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](int status, const char *error, ErrorCode code) {
            QTest::addRow("%d %s", status, error) << status << QString::fromLatin1(error) << code;
        };
        row(400, "invalid_request", ErrorCode::Unauthorized);
        row(401, "invalid_client", ErrorCode::Unauthorized);
        row(400, "invalid_client", ErrorCode::Unauthorized);
        row(400, "invalid_grant", ErrorCode::Unauthorized);
        row(400, "unauthorized_client", ErrorCode::Unauthorized);
        row(400, "unsupported_grant_type", ErrorCode::Unauthorized);
        row(400, "invalid_scope", ErrorCode::Unauthorized);
        row(403, "access_denied", ErrorCode::Unauthorized);
        row(500, "access_denied", ErrorCode::ServerFailure); // eCW: any other fault
        row(200, "invalid_client", ErrorCode::Unauthorized);
        row(503, "temporarily_unavailable", ErrorCode::Throttled);
    }

    void refusalsAreTold()
    {
        QFETCH(int, status);
        QFETCH(QString, error);
        QFETCH(ErrorCode, code);
        const auto token = read(status,
            quoted("{'error':'" + error.toUtf8()
                + "','error_description':'Unknown <b>kid</b>\\nhere','error_uri':'https://e.example/x'}"));
        QVERIFY(!token);
        QCOMPARE(token.error().code, code);
        QVERIFY(token.error().what.contains(error));
        QCOMPARE(token.error().httpStatus, std::optional(status));
        const auto refusal = refusalOf(token.error());
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->error, error);
        QCOMPARE(refusal->description, QStringLiteral("Unknown <b>kid</b> here")); // plain text
        QCOMPARE(refusal->uri, QStringLiteral("https://e.example/x"));
        QVERIFY(error == QLatin1String("temporarily_unavailable") || !likelyCauses(token.error()).isEmpty());
    }

    void otherStatusesAreTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("404") << 404 << ErrorCode::NotFound;
        QTest::newRow("405") << 405 << ErrorCode::ProtocolMismatch;
        QTest::newRow("401 without a body") << 401 << ErrorCode::Unauthorized;
        QTest::newRow("429") << 429 << ErrorCode::Throttled;
        QTest::newRow("503") << 503 << ErrorCode::Throttled;
        QTest::newRow("502") << 502 << ErrorCode::ServerFailure;
    }

    void otherStatusesAreTold()
    {
        QFETCH(int, status);
        QFETCH(ErrorCode, code);
        const auto token = read(status, "<html>gateway</html>", {{"Retry-After", "17"}});
        QVERIFY(!token);
        QCOMPARE(token.error().code, code);
        QVERIFY(token.error().what.contains(QString::number(status)));
        QCOMPARE(token.error().retryAfter, std::optional(std::chrono::seconds{17}));
    }

    void aRedirectIsNeverFollowed_data() // HT-25, HT-26
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    void aRedirectIsNeverFollowed()
    {
        QFETCH(int, status);
        const auto token = read(status, {}, {{"Location", "https://login.example/t?state=SECRET"}});
        QVERIFY(!token);
        QCOMPARE(token.error().code, ErrorCode::ProtocolMismatch);
        QVERIFY(token.error().what.contains(QStringLiteral("https://login.example/t?…")));
        QVERIFY(!describe(token.error()).contains(QLatin1String("SECRET")));
    }

    void aWrongClockIsTheFirstAdvice_data() // SB-045
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("advice");
        QTest::newRow("behind") << QByteArray("Mon, 23 Nov 2026 12:10:00 GMT")
                                << QStringLiteral("10 min behind");
        QTest::newRow("ahead") << QByteArray("Mon, 23 Nov 2026 11:30:00 GMT")
                               << QStringLiteral("30 min ahead");
        QTest::newRow("good") << QByteArray("Mon, 23 Nov 2026 12:00:30 GMT") << QString();
    }

    void aWrongClockIsTheFirstAdvice()
    {
        QFETCH(QByteArray, date);
        QFETCH(QString, advice);
        const auto token = read(401, quoted("{'error':'invalid_client'}"), {{"Date", date}});
        QVERIFY(!token);
        QCOMPARE(token.error().next.isEmpty(), advice.isEmpty());
        QVERIFY2(token.error().next.contains(advice), qPrintable(token.error().next));
    }

    void aShiftThatNoLongerFitsIsTheFirstAdvice() // SB-045, F-041: the clock was mended during the run
    {
        ClientSettings client = settings();
        client.clockOffset = std::chrono::minutes{10};
        const QByteArray refusal = quoted("{'error':'invalid_client'}");
        const QList<http::Header> right{{"Date", "Mon, 23 Nov 2026 12:00:00 GMT"}};
        const auto token = readTokenResponse(answer(401, refusal, right), client, kNoon);
        QVERIFY2(
            token.error().next.contains(QLatin1String("shifted by 600 s")), qPrintable(token.error().next));
        const QList<http::Header> ahead{{"Date", "Mon, 23 Nov 2026 12:10:00 GMT"}};
        QVERIFY(readTokenResponse(answer(401, refusal, ahead), client, kNoon).error().next.isEmpty());
    }

    void noErrorShowsAToken()
    {
        const auto token = read(400,
            quoted("{'error':'invalid_client','error_description':'bad "
                   "eyJhbGciOiJSUzM4NCJ9eyJhbGciOiJSUzM4NCJ9abcdefg'}"));
        QVERIFY(!token);
        QVERIFY(!token.error().serverText.contains(QLatin1String("eyJ")));
    }
};

QTEST_GUILESS_MAIN(TestTokenResponse)
#include "tst_token_response.moc"
