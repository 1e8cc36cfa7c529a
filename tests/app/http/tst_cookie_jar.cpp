// SPDX-License-Identifier: Apache-2.0
#include "app/http/ask.h"
#include "http/cookie_jar.h"
#include "http/qt_transport.h"
#include "support/loopback_server.h"

#include <QTest>
#include <QThread>

using namespace waybill;
using namespace waybill::http;
using test::ask;
using test::LoopbackServer;

namespace {

const Instant kNow = toInstant(QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC));
const QUrl kHost(QStringLiteral("https://fhir.example.org/fhir/r4/AAA/$export"));

QByteArray back(const CookieJar &jar, const char *url, Instant now = kNow)
{
    return jar.header(QUrl(QString::fromLatin1(url)), now);
}

} // namespace

/// BD-148, F-081: eCW's gateway wants its affinity cookie back; nobody else may see it.
class TestCookieJar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_cookie_goes_back_to_its_own_origin_only();
    void path_secure_and_age_are_obeyed();
    void a_cookie_is_replaced_and_deleted();
    void nonsense_and_floods_do_no_harm();
    void transports_in_two_threads_share_one_jar();
};

void TestCookieJar::a_cookie_goes_back_to_its_own_origin_only()
{
    CookieJar jar;
    jar.take(kHost, {"ApplicationGatewayAffinity=abc123; Path=/; Domain=example.org; HttpOnly"}, kNow);
    QCOMPARE(back(jar, "https://fhir.example.org/fhir/r4/status?x=1"),
        QByteArray("ApplicationGatewayAffinity=abc123"));
    QCOMPARE(back(jar, "https://FHIR.example.org:443/"), QByteArray("ApplicationGatewayAffinity=abc123"));
    QCOMPARE(back(jar, "https://other.example.org/"), QByteArray());
    QCOMPARE(back(jar, "https://fhir.example.org:8443/"), QByteArray());
    QCOMPARE(back(jar, "http://fhir.example.org/"), QByteArray());
}

void TestCookieJar::path_secure_and_age_are_obeyed()
{
    CookieJar jar;
    jar.take(kHost,
        {"a=1; Path=/fhir", "b=2", "c=3; Path=/; Max-Age=60",
            "d=4; Path=/; Expires=Wed, 09 Jun 2021 10:18:14 GMT"},
        toInstant(QDateTime::currentDateTimeUtc()));
    const Instant soon = toInstant(QDateTime::currentDateTimeUtc());
    QCOMPARE(back(jar, "https://fhir.example.org/fhir/r4/AAA/x", soon), QByteArray("a=1; b=2; c=3"));
    QCOMPARE(back(jar, "https://fhir.example.org/fhir", soon), QByteArray("a=1; c=3"));
    QCOMPARE(back(jar, "https://fhir.example.org/fhirless", soon), QByteArray("c=3"));
    QCOMPARE(back(jar, "https://fhir.example.org", soon + std::chrono::hours{1}), QByteArray());
    CookieJar loopback;
    loopback.take(QUrl(QStringLiteral("http://127.0.0.1:8080/")), {"s=1; Secure", "t=2"}, kNow);
    QCOMPARE(back(loopback, "http://127.0.0.1:8080/"), QByteArray("t=2"));
}

void TestCookieJar::a_cookie_is_replaced_and_deleted()
{
    CookieJar jar;
    jar.take(kHost, {"a=1; Path=/"}, kNow);
    jar.take(kHost, {"a=2; Path=/"}, kNow);
    QCOMPARE(back(jar, "https://fhir.example.org/"), QByteArray("a=2"));
    jar.take(kHost, {"a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"}, kNow);
    QCOMPARE(back(jar, "https://fhir.example.org/"), QByteArray());
}

void TestCookieJar::nonsense_and_floods_do_no_harm()
{
    CookieJar jar;
    jar.take(kHost, {"", ";;;", "=", "novalue", QByteArray(5000, '\xff')}, kNow);
    for (int i = 0; i < 500; ++i)
        jar.take(kHost, {"c" + QByteArray::number(i) + "=x; Path=/"}, kNow);
    QCOMPARE(back(jar, "https://fhir.example.org/").count('='), 50);
}

void TestCookieJar::transports_in_two_threads_share_one_jar()
{
    LoopbackServer server;
    test::Answer sets = test::json("{}");
    sets.headers.append(test::Field{"Set-Cookie", "affinity=node7; Path=/"});
    server.answer("/kickoff", sets);
    server.answer("/poll", test::json("{}"));
    server.answer("/file", test::json("{}"));
    const TransportOptions options{makeCookieJar(), {}};
    const auto transport = makeQtTransport(options);
    QVERIFY(ask(*transport, test::get(server.url(QStringLiteral("/kickoff")))));
    QVERIFY(ask(*transport, test::get(server.url(QStringLiteral("/poll")))));
    QCOMPARE(server.requests("/poll").first().header("Cookie"), QByteArray("affinity=node7"));

    const QUrl file = server.url(QStringLiteral("/file"));
    const std::unique_ptr<QThread> worker(QThread::create([&options, &file] {
        const auto own = makeQtTransport(options);
        (void)ask(*own, test::get(file));
    }));
    worker->start();
    QVERIFY(worker->wait(10000));
    QCOMPARE(server.requests("/file").first().header("Cookie"), QByteArray("affinity=node7"));

    // Another run has a jar of its own, and without one nothing is kept.
    QVERIFY(ask(*makeQtTransport({makeCookieJar(), {}}), test::get(server.url(QStringLiteral("/poll")))));
    QVERIFY(!server.requests("/poll").last().has("Cookie"));
    const auto without = makeQtTransport();
    QVERIFY(ask(*without, test::get(server.url(QStringLiteral("/kickoff")))));
    QVERIFY(ask(*without, test::get(server.url(QStringLiteral("/poll")))));
    QVERIFY(!server.requests("/poll").last().has("Cookie"));
}

QTEST_GUILESS_MAIN(TestCookieJar)
#include "tst_cookie_jar.moc"
