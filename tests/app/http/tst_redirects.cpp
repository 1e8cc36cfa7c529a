// SPDX-License-Identifier: Apache-2.0
#include "app/http/ask.h"
#include "http/qt_transport.h"
#include "http/redirects.h"
#include "support/loopback_server.h"

#include <QTest>

using namespace waybill;
using namespace waybill::http;
using waybill::test::LoopbackServer;

namespace {

const QString kBase = QStringLiteral("https://a.example/fhir");

Request requestTo(const QString &url, const QByteArray &method = "GET")
{
    Request request;
    request.method = method;
    request.url = QUrl(url);
    request.headers.add("Authorization", "Bearer SECRET");
    request.headers.add("Cookie", "a=b");
    request.headers.add("Accept", "application/json");
    if (method == "POST") {
        request.body = "grant";
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    }
    return request;
}

ResponseHead redirectFrom(const Request &request, int status, const QByteArray &location)
{
    ResponseHead head;
    head.status = status;
    head.url = request.url;
    if (!location.isNull())
        head.headers.add("location", location);
    return head;
}

RedirectDecision decide(
    const QByteArray &method, int status, const QByteArray &location, const RedirectPolicy &policy)
{
    RedirectTrail trail;
    const Request request = requestTo(kBase, method);
    return decideRedirect(request, redirectFrom(request, status, location), policy, trail);
}

} // namespace

/// HT-20 to HT-27, F-018, F-032, QT-01.
class TestRedirects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void only_the_true_same_origin_keeps_the_token_data();
    void only_the_true_same_origin_keeps_the_token();
    void what_must_not_be_followed_is_refused_data();
    void what_must_not_be_followed_is_refused();
    void methods_follow_the_rules_of_each_status();
    void a_token_that_left_does_not_come_back();
    void an_allowed_origin_keeps_the_token();
    void circles_and_long_chains_end();
    void other_statuses_are_answers();
    void the_wait_before_following_is_kept();
    void a_refusal_names_the_host_in_punycode_too();
    void the_second_server_never_sees_the_token();
    void a_follower_can_be_cancelled();
};

void TestRedirects::only_the_true_same_origin_keeps_the_token_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("relative path") << QByteArray("/other") << true;
    QTest::newRow("same, upper-case host") << QByteArray("https://A.Example/other") << true;
    QTest::newRow("same, default port written out") << QByteArray("https://a.example:443/other") << true;
    QTest::newRow("other port") << QByteArray("https://a.example:8443/") << false;
    QTest::newRow("sub-domain") << QByteArray("https://b.a.example/") << false;
    QTest::newRow("other host") << QByteArray("https://evil.example/") << false;
    QTest::newRow("scheme-relative to another host") << QByteArray("//evil.example/x") << false;
    QTest::newRow("same name as a prefix") << QByteArray("https://a.example.evil.example/") << false;
}

void TestRedirects::only_the_true_same_origin_keeps_the_token() // HT-21, HT-27
{
    QFETCH(QByteArray, location);
    QFETCH(bool, keeps);
    const auto decision = decide("GET", 302, location, RedirectPolicy::forFiles());
    const auto *follow = std::get_if<FollowRedirect>(&decision);
    QVERIFY(follow);
    QCOMPARE(follow->withCredentials, keeps);
    QCOMPARE(follow->request.headers.contains("Authorization"), keeps);
    QCOMPARE(follow->request.headers.contains("Cookie"), keeps);
    QCOMPARE(follow->request.headers.value("Accept"), QByteArray("application/json"));
    // What may not leave its origin is not followed at all.
    const auto strict = decide("GET", 302, location, RedirectPolicy::forFhir());
    QCOMPARE(std::holds_alternative<FollowRedirect>(strict), keeps);
}

void TestRedirects::what_must_not_be_followed_is_refused_data()
{
    QTest::addColumn<QByteArray>("location");
    for (const char *location : {"http://a.example/fhir", "http://evil.example/", "ftp://a.example/",
             "file:///etc/passwd", "data:text/plain,x", "javascript:alert(1)", "https://user:pass@a.example/",
             "", "https://", "http://127.0.0.1:8080/", "https://127.0.0.1/", "https://localhost/",
             "https://10.0.0.8/", "https://169.254.169.254/latest/meta-data/"})
        QTest::newRow(location) << QByteArray(location);
}

void TestRedirects::what_must_not_be_followed_is_refused() // HT-23, F-053
{
    QFETCH(QByteArray, location);
    const auto decision = decide("GET", 307, location, RedirectPolicy::forFiles());
    const auto *error = std::get_if<Error>(&decision);
    QVERIFY(error);
    QCOMPARE(error->httpStatus, std::optional(307));
    QVERIFY(!describe(*error).contains(QStringLiteral("SECRET")));
    QVERIFY(!describe(*error).contains(QStringLiteral("pass@")));
}

void TestRedirects::methods_follow_the_rules_of_each_status() // HT-25, HT-26
{
    const auto policy = RedirectPolicy::forFhir();
    for (const int status : {307, 308}) {
        const auto decision = decide("POST", status, "/b", policy);
        const auto *follow = std::get_if<FollowRedirect>(&decision);
        QVERIFY(follow);
        QCOMPARE(follow->request.method, QByteArray("POST"));
        QCOMPARE(follow->request.body, QByteArray("grant"));
        QVERIFY(follow->request.headers.contains("Content-Type"));
    }
    const auto seeOther = decide("POST", 303, "/b", policy);
    QCOMPARE(std::get<FollowRedirect>(seeOther).request.method, QByteArray("GET"));
    QVERIFY(std::get<FollowRedirect>(seeOther).request.body.isEmpty());
    QVERIFY(!std::get<FollowRedirect>(seeOther).request.headers.contains("Content-Type"));
    for (const int status : {301, 302})
        QVERIFY(std::holds_alternative<Error>(decide("POST", status, "/b", policy)));
    QCOMPARE(
        std::get<FollowRedirect>(decide("DELETE", 308, "/b", policy)).request.method, QByteArray("DELETE"));
    QVERIFY(std::holds_alternative<Error>(
        decide("DELETE", 308, "https://b.example/", RedirectPolicy::forFiles())));
    for (const int status : {301, 302, 303, 307, 308}) // the assertion is a credential
        QVERIFY(std::holds_alternative<Error>(decide("POST", status, "/b", RedirectPolicy::forToken())));
}

void TestRedirects::a_token_that_left_does_not_come_back() // HT-22
{
    RedirectTrail trail;
    const auto policy = RedirectPolicy::forFiles();
    const Request first = requestTo(kBase);
    const auto away = decideRedirect(first, redirectFrom(first, 302, "https://b.example/"), policy, trail);
    const Request second = std::get<FollowRedirect>(away).request;
    const auto back =
        decideRedirect(second, redirectFrom(second, 302, "https://a.example/again"), policy, trail);
    QVERIFY(!std::get<FollowRedirect>(back).withCredentials);
    QVERIFY(!std::get<FollowRedirect>(back).request.headers.contains("Authorization"));
}

void TestRedirects::an_allowed_origin_keeps_the_token() // HT-24
{
    const auto policy = RedirectPolicy::forFiles({originOf(QUrl(QStringLiteral("https://files.example")))});
    QVERIFY(std::get<FollowRedirect>(decide("GET", 302, "https://files.example/x", policy)).withCredentials);
    QVERIFY(
        !std::get<FollowRedirect>(decide("GET", 302, "https://files.example:444/x", policy)).withCredentials);
}

void TestRedirects::circles_and_long_chains_end() // HT-23
{
    RedirectTrail trail;
    const auto policy = RedirectPolicy::forFiles();
    Request request = requestTo(kBase);
    int hops = 0;
    for (;; ++hops) {
        const auto decision = decideRedirect(
            request, redirectFrom(request, 302, "/hop" + QByteArray::number(hops)), policy, trail);
        const auto *follow = std::get_if<FollowRedirect>(&decision);
        if (!follow)
            break;
        request = follow->request;
    }
    QCOMPARE(hops, 5);

    RedirectTrail circle;
    const Request start = requestTo(kBase);
    const auto decision = decideRedirect(start, redirectFrom(start, 302, "/fhir#fragment"), policy, circle);
    QVERIFY(std::holds_alternative<Error>(decision));
}

void TestRedirects::other_statuses_are_answers()
{
    for (const int status : {200, 202, 300, 304, 404, 429, 500})
        QVERIFY(
            std::holds_alternative<NotARedirect>(decide("GET", status, "/b", RedirectPolicy::forFiles())));
}

void TestRedirects::the_wait_before_following_is_kept() // HT-08
{
    RedirectTrail trail;
    const Request request = requestTo(kBase);
    ResponseHead head = redirectFrom(request, 307, "/b");
    head.headers.add("Retry-After", "7");
    const auto decision = decideRedirect(request, head, RedirectPolicy::forFhir(), trail);
    QCOMPARE(std::get<FollowRedirect>(decision).wait, std::chrono::seconds{7});
}

void TestRedirects::a_refusal_names_the_host_in_punycode_too() // HT-24
{
    const auto decision = decide("GET", 302,
        "https://b\xc3\xbc"
        "cher.de/",
        RedirectPolicy::forFhir());
    QVERIFY(std::get<Error>(decision).what.contains(QStringLiteral("xn--bcher-kva.de")));
}

void TestRedirects::the_second_server_never_sees_the_token() // HT-20, QT-01
{
    LoopbackServer first;
    LoopbackServer second;
    second.answer("/file", test::json("{}"));
    first.answer("/file", test::redirect(302, second.url(QStringLiteral("/file"))));
    first.answer("/near", test::redirect(307, first.url(QStringLiteral("/near2"))));
    first.answer("/near2", test::json("[]"));
    const auto transport = makeQtTransport();
    for (const bool following : {false, true}) {
        Request request = requestTo(first.url(QStringLiteral("/file")).toString());
        QObject context;
        std::optional<Result<Response>> got;
        const auto take = [&got](Result<Response> r) { got = std::move(r); };
        if (following)
            sendFollowing(*transport, request, RedirectPolicy::forFiles(), &context, take);
        else
            transport->send(request, &context, take);
        QTRY_VERIFY(got.has_value());
        QVERIFY(got->has_value());
        QCOMPARE((*got)->head.status, following ? 200 : 302);
    }
    QCOMPARE(second.requests().size(), 1);
    QVERIFY(!second.requests().first().has("Authorization"));
    QVERIFY(!second.requests().first().has("Cookie"));
    QCOMPARE(first.requests("/file").first().header("Authorization"), QByteArray("Bearer SECRET"));

    QObject context;
    std::optional<Result<Response>> got;
    sendFollowing(*transport, requestTo(first.url(QStringLiteral("/near")).toString()),
        RedirectPolicy::forFhir(), &context, [&got](Result<Response> r) { got = std::move(r); });
    QTRY_VERIFY(got.has_value());
    QCOMPARE((*got)->body, QByteArray("[]"));
    QCOMPARE(first.requests("/near2").first().header("Authorization"), QByteArray("Bearer SECRET"));
}

void TestRedirects::a_follower_can_be_cancelled()
{
    LoopbackServer server;
    test::Answer slow;
    slow.silent = true;
    server.answer("/slow", slow);
    const auto transport = makeQtTransport();
    QObject context;
    bool called = false;
    auto call = sendFollowing(*transport, requestTo(server.url(QStringLiteral("/slow")).toString()),
        RedirectPolicy::forFhir(), &context, [&called](const Result<Response> &) { called = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    call.cancel();
    call.cancel();
    QTest::qWait(50);
    QVERIFY(!called);
    QVERIFY(context.children().isEmpty());
}

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
