// SPDX-License-Identifier: Apache-2.0
#include "http/media_type.h"
#include "http/origin.h"

#include <QTest>

using namespace waybill::http;

/// Who may see a token, and which addresses are spoken to at all (HT-21, BD-001).
class TestOrigin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void origins_are_compared_by_scheme_host_and_port_data();
    void origins_are_compared_by_scheme_host_and_port();
    void origins_are_written_without_the_default_port();
    void plain_http_is_for_loopback_only_data();
    void plain_http_is_for_loopback_only();
    void private_networks_are_known();
    void content_types_are_taken_apart();
    void another_charset_is_an_error();
};

void TestOrigin::origins_are_compared_by_scheme_host_and_port_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *url, bool same) {
        QTest::newRow(name) << QString::fromLatin1(url) << same;
    };
    row("same", "https://fhir.example.org/other?x=1", true);
    row("upper-case host", "https://FHIR.Example.ORG/", true);
    row("default port written out", "https://fhir.example.org:443/", true);
    row("upper-case scheme", "HTTPS://fhir.example.org/", true);
    row("other port", "https://fhir.example.org:8443/", false);
    row("sub-domain", "https://a.fhir.example.org/", false);
    row("parent domain", "https://example.org/", false);
    row("http", "http://fhir.example.org/", false);
    row("http on the https port", "http://fhir.example.org:443/", false);
    row("host with a dot at the end", "https://fhir.example.org./", false);
    row("no host", "https:///x", false);
}

void TestOrigin::origins_are_compared_by_scheme_host_and_port()
{
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(sameOrigin(QUrl(QStringLiteral("https://fhir.example.org/fhir/r4")), QUrl(other)), same);
}

void TestOrigin::origins_are_written_without_the_default_port()
{
    QCOMPARE(originOf(QUrl(QStringLiteral("https://Fhir4.example.com:443/a"))).toString(),
        QStringLiteral("https://fhir4.example.com"));
    QCOMPARE(originOf(QUrl(QStringLiteral("http://127.0.0.1:8080/a"))).toString(),
        QStringLiteral("http://127.0.0.1:8080"));
    QCOMPARE(originOf(QUrl(QStringLiteral("http://[::1]:8080/a"))).toString(),
        QStringLiteral("http://[::1]:8080"));
    QCOMPARE(originOf(QUrl(QStringLiteral("https://bücher.example/"))).host,
        QStringLiteral("xn--bcher-kva.example"));
}

void TestOrigin::plain_http_is_for_loopback_only_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *url, bool allowed) {
        QTest::newRow(url) << QString::fromLatin1(url) << allowed;
    };
    row("https://fhir.example.org/", true);
    row("http://127.0.0.1:80/", true);
    row("http://127.9.9.9/", true);
    row("http://localhost:8080/", true);
    row("http://LOCALHOST/", true);
    row("http://[::1]/", true);
    row("http://fhir.example.org/", false);
    row("http://localhost.example.org/", false);
    row("http://127.0.0.1.example.org/", false);
    row("http://10.0.0.1/", false);
    row("ftp://127.0.0.1/", false);
    row("file:///etc/passwd", false);
    row("javascript:alert(1)", false);
    row("https:///nohost", false);
    row("", false);
}

void TestOrigin::plain_http_is_for_loopback_only() // BD-001, F-053
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    QCOMPARE(isAllowedScheme(QUrl(url)), allowed);
}

void TestOrigin::private_networks_are_known()
{
    for (const char *inside :
        {"https://10.1.2.3/", "https://192.168.0.1/", "https://172.31.0.1/", "https://169.254.169.254/",
            "https://[fe80::1]/", "https://[fd00::1]/", "https://127.0.0.1/", "https://0.0.0.0/"})
        QVERIFY2(isInsideNetwork(QUrl(QString::fromLatin1(inside))), inside);
    for (const char *outside : {"https://172.32.0.1/", "https://8.8.8.8/", "https://example.org/"})
        QVERIFY2(!isInsideNetwork(QUrl(QString::fromLatin1(outside))), outside);
}

void TestOrigin::content_types_are_taken_apart() // BD-140, BD-141
{
    const auto typeOf = [](const QByteArray &value) {
        Headers headers;
        headers.add("CONTENT-TYPE", value);
        return mediaType(headers);
    };
    QCOMPARE(
        typeOf("Application/FHIR+ndjson; charset=\"UTF-8\"").type, QByteArray("application/fhir+ndjson"));
    QCOMPARE(typeOf("Application/FHIR+ndjson; charset=\"UTF-8\"").charset, QByteArray("utf-8"));
    QVERIFY(typeOf("text/html; charset=utf-8").isHtml());
    QVERIFY(typeOf("application/fhir+json").isJson());
    for (const char *name : {"application/fhir+ndjson", "application/ndjson", "application/x-ndjson",
             "application/octet-stream", "text/plain"})
        QVERIFY2(typeOf(name).isNdjson(), name);
    QVERIFY(!typeOf("application/json").isNdjson());
    QVERIFY(mediaType({}).type.isEmpty());
}

void TestOrigin::another_charset_is_an_error() // HT-45
{
    const auto check = [](const QByteArray &value) {
        Headers headers;
        headers.add("Content-Type", value);
        return checkCharset(headers).has_value();
    };
    QVERIFY(check("application/json"));
    QVERIFY(check("application/json; charset=UTF-8"));
    QVERIFY(check("application/json;charset=us-ascii"));
    QVERIFY(!check("application/json; charset=iso-8859-1"));
    QVERIFY(!check("application/json; charset=utf-16"));
    QVERIFY(checkCharset({}));
}

QTEST_APPLESS_MAIN(TestOrigin)
#include "tst_origin.moc"
