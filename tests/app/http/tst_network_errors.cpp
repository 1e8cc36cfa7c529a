// SPDX-License-Identifier: Apache-2.0
#include "app/http/ask.h"
#include "http/proxy_choice.h"
#include "http/qt_transport.h"
#include "support/loopback_server.h"

#include <QTemporaryFile>
#include <QTest>

using namespace waybill;
using namespace waybill::http;
using test::Answer;
using test::ask;
using test::LoopbackServer;
using test::Tls;

namespace {

Error errorOf(Transport &transport, const QUrl &url, bool *arrived = nullptr)
{
    Request request = test::get(url);
    request.mayBeRepeated = false;
    request.mayHaveArrived = std::make_shared<bool>(false);
    const auto got = ask(transport, request, 15000);
    if (arrived != nullptr)
        *arrived = *request.mayHaveArrived;
    return got ? Error{ErrorCode::Internal, QStringLiteral("it worked"), {}, {}} : got.error();
}

} // namespace

/// Every cause has its own sentence with the host and what to do: F-001 to F-004, HT-40, HT-41.
class TestNetworkErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_good_certificate_of_an_added_authority_is_fine();
    void bad_certificates_are_named_data();
    void bad_certificates_are_named();
    void a_server_that_speaks_no_TLS_is_named();
    void a_host_without_a_name_is_named();
    void a_refused_connection_is_named();
    void a_CA_file_without_a_certificate_is_named();
    void a_proxy_that_wants_a_password_is_named();
    void the_system_may_name_user_and_password_of_its_proxy();
    void a_connection_through_a_proxy_is_a_tunnel();
    void a_practice_without_a_proxy_asks_directly();
};

void TestNetworkErrors::a_good_certificate_of_an_added_authority_is_fine()
{
    LoopbackServer server(Tls::Good);
    server.answer("/", test::json("{}"));
    const auto transport = makeQtTransport({{}, server.caFile()});
    const auto got = ask(*transport, test::get(server.url(QStringLiteral("/"), QStringLiteral("localhost"))));
    QVERIFY2(got, got ? "" : qPrintable(got.error().what));
    QCOMPARE(got->body, QByteArray("{}"));
    QVERIFY(ask(*transport, test::get(server.url(QStringLiteral("/")))));
}

void TestNetworkErrors::bad_certificates_are_named_data()
{
    QTest::addColumn<Tls>("tls");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<QString>("words");
    QTest::newRow("self-signed") << Tls::SelfSigned << false << QStringLiteral("signed by itself");
    QTest::newRow("expired") << Tls::Expired << true << QStringLiteral("has expired");
    QTest::newRow("wrong host") << Tls::WrongHost << true << QStringLiteral("another host name");
    QTest::newRow("unknown authority") << Tls::Good << false << QStringLiteral("authority this computer");
    QTest::newRow("TLS 1.1") << Tls::OldProtocol << true << QStringLiteral("TLS 1.1");
}

void TestNetworkErrors::bad_certificates_are_named() // F-003, HT-40
{
    QFETCH(Tls, tls);
    QFETCH(bool, knowsAuthority);
    QFETCH(QString, words);
    LoopbackServer server(tls);
    server.answer("/", test::json("{}"));
    const auto transport = makeQtTransport({{}, knowsAuthority ? server.caFile() : QString()});
    bool arrived = true;
    const Error error =
        errorOf(*transport, server.url(QStringLiteral("/"), QStringLiteral("localhost")), &arrived);
    QCOMPARE(error.code, ErrorCode::Network);
    QVERIFY2(error.what.contains(words), qPrintable(error.what));
    QVERIFY2(error.what.contains(QStringLiteral("localhost")), qPrintable(error.what));
    QVERIFY(!error.next.isEmpty());
    QVERIFY(!arrived);
    QVERIFY(server.requests().isEmpty());
}

void TestNetworkErrors::a_server_that_speaks_no_TLS_is_named()
{
    LoopbackServer server;
    QUrl url = server.url(QStringLiteral("/"));
    url.setScheme(QStringLiteral("https"));
    const Error error = errorOf(*makeQtTransport(), url);
    QVERIFY2(error.what.contains(QStringLiteral("no TLS at all")), qPrintable(error.what));
}

void TestNetworkErrors::a_host_without_a_name_is_named() // F-001
{
    bool arrived = true;
    const Error error =
        errorOf(*makeQtTransport(), QUrl(QStringLiteral("https://no-such-host.invalid/fhir")), &arrived);
    QCOMPARE(error.code, ErrorCode::Network);
    QVERIFY2(
        error.what.contains(QStringLiteral("no-such-host.invalid was not found")), qPrintable(error.what));
    QVERIFY(!arrived);
}

void TestNetworkErrors::a_refused_connection_is_named() // F-002
{
    LoopbackServer server;
    const QUrl url = server.url(QStringLiteral("/fhir"));
    server.stop();
    bool arrived = true;
    const Error error = errorOf(*makeQtTransport(), url, &arrived);
    QCOMPARE(error.code, ErrorCode::Network);
    QVERIFY2(error.what.contains(QStringLiteral("refused the connection")), qPrintable(error.what));
    QVERIFY(!arrived);
}

void TestNetworkErrors::a_CA_file_without_a_certificate_is_named()
{
    LoopbackServer server(Tls::Good);
    QTemporaryFile empty;
    QVERIFY(empty.open());
    for (const QString &file : {QStringLiteral("/no/such/file.pem"), empty.fileName()}) {
        const Error error = errorOf(*makeQtTransport({{}, file}), server.url(QStringLiteral("/")));
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QCOMPARE(error.where, file);
    }
}

void TestNetworkErrors::a_proxy_that_wants_a_password_is_named() // F-004, HT-41
{
    LoopbackServer proxy;
    proxy.answerAnything([](const test::SeenRequest &) {
        Answer answer;
        answer.status = 407;
        answer.headers = {{"Proxy-Authenticate", "Basic realm=\"corp\""}};
        answer.body = "<html>sign in</html>";
        return answer;
    });
    qputenv("https_proxy", QByteArray("http://127.0.0.1:") + QByteArray::number(proxy.port()));
    const Error error = errorOf(*makeQtTransport(), QUrl(QStringLiteral("https://fhir.example.org/r4")));
    qunsetenv("https_proxy");
    QVERIFY2(error.what.contains(QStringLiteral("proxy")), qPrintable(error.what));
    QVERIFY2(error.what.contains(QStringLiteral("password")), qPrintable(error.what));
    QVERIFY(!proxy.requests().isEmpty());
    QCOMPARE(proxy.requests().first().method, QByteArray("CONNECT"));
}

void TestNetworkErrors::the_system_may_name_user_and_password_of_its_proxy() // HT-41: as waybill-run needs it
{
    LoopbackServer proxy;
    proxy.answerAnything([](const test::SeenRequest &) {
        Answer answer = test::json("sign in", 407);
        answer.headers = {{"Proxy-Authenticate", "Basic realm=\"corp\""}};
        return answer;
    });
    qputenv("https_proxy", QByteArray("http://ann:s3cret@127.0.0.1:") + QByteArray::number(proxy.port()));
    const Error error = errorOf(*makeQtTransport(), QUrl(QStringLiteral("https://fhir.example.org/r4")));
    qunsetenv("https_proxy");
    QCOMPARE(proxy.requests().last().header("Proxy-Authorization"),
        "Basic " + QByteArray("ann:s3cret").toBase64());
    QVERIFY2(!describe(error).contains(QStringLiteral("s3cret")), qPrintable(describe(error)));
}

void TestNetworkErrors::a_connection_through_a_proxy_is_a_tunnel() // HT-41: CONNECT only
{
    LoopbackServer proxy;
    proxy.answerAnything([](const test::SeenRequest &) {
        Answer answer = test::json("blocked", 403);
        answer.closeAfter = true;
        return answer;
    });
    qputenv("https_proxy", QByteArray("http://127.0.0.1:") + QByteArray::number(proxy.port()));
    const Error error =
        errorOf(*makeQtTransport(), QUrl(QStringLiteral("https://fhir.example.org/r4?token=SECRET")));
    // Loopback is never asked for through a proxy.
    LoopbackServer direct;
    direct.answer("/", test::json("{}"));
    QVERIFY(ask(*makeQtTransport(), test::get(direct.url(QStringLiteral("/")))));
    qunsetenv("https_proxy");
    QCOMPARE(error.code, ErrorCode::Network);
    for (const auto &seen : proxy.requests()) {
        QCOMPARE(seen.target, QByteArray("fhir.example.org:443"));
        QVERIFY(!seen.has("Authorization"));
    }
}

void TestNetworkErrors::a_practice_without_a_proxy_asks_directly() // HT-41: none, whatever the system says
{
    LoopbackServer proxy;
    qputenv("https_proxy", QByteArray("http://127.0.0.1:") + QByteArray::number(proxy.port()));
    TransportOptions options;
    options.proxy = *checkedProxy(QStringLiteral("direct"));
    errorOf(*makeQtTransport(options), QUrl(QStringLiteral("https://fhir.invalid/r4")));
    qunsetenv("https_proxy");
    QVERIFY(proxy.requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestNetworkErrors)
#include "tst_network_errors.moc"
