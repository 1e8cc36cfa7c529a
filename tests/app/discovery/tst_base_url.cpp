// SPDX-License-Identifier: Apache-2.0
#include "discovery/base_url.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;

class TestBaseUrl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatPeoplePasteBecomesABase_data() // EC-003, F-121
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &typed, const char *base, const char *code) {
            QTest::newRow(name) << typed << QString::fromLatin1(base) << QString::fromLatin1(code);
        };
        const char *const ecw = "https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD";
        row("as it should be", QString::fromLatin1(ecw), ecw, "FFBJCD");
        row("trailing slash", QString::fromLatin1(ecw) + u'/', ecw, "FFBJCD");
        row("several slashes", QString::fromLatin1(ecw) + QStringLiteral("///"), ecw, "FFBJCD");
        row("metadata", QString::fromLatin1(ecw) + QStringLiteral("/metadata"), ecw, "FFBJCD");
        row("metadata with a query", QString::fromLatin1(ecw) + QStringLiteral("/metadata?_format=json"), ecw,
            "FFBJCD");
        row("well-known", QString::fromLatin1(ecw) + QStringLiteral("/.well-known/smart-configuration"), ecw,
            "FFBJCD");
        row("export address", QString::fromLatin1(ecw) + QStringLiteral("/Group/abc/$export?_type=Patient"),
            ecw, "FFBJCD");
        row("an endpoint's fullUrl", QString::fromLatin1(ecw) + QStringLiteral("/Endpoint/FFBJCD"), ecw,
            "FFBJCD");
        row("spaces around", QStringLiteral("  \t") + QString::fromLatin1(ecw) + QStringLiteral(" \r\n"), ecw,
            "FFBJCD");
        row("quotes", u'"' + QString::fromLatin1(ecw) + u'"', ecw, "FFBJCD");
        row("curly quotes", u'\u201C' + QString::fromLatin1(ecw) + u'\u201D', ecw, "FFBJCD");
        row("angle brackets", u'<' + QString::fromLatin1(ecw) + u'>', ecw, "FFBJCD");
        row("zero-width space inside",
            QStringLiteral("https://fhir4.eclinicalworks.com/fhir\u200B/r4/FFBJCD"), ecw, "FFBJCD");
        row("broken over two lines", QStringLiteral("https://fhir4.eclinicalworks.com/\nfhir/r4/FFBJCD"), ecw,
            "FFBJCD");
        row("no scheme", QStringLiteral("fhir4.eclinicalworks.com/fhir/r4/FFBJCD"), ecw, "FFBJCD");
        row("upper-case host and scheme", QStringLiteral("HTTPS://FHIR4.eClinicalWorks.com/fhir/r4/FFBJCD"),
            ecw, "FFBJCD");
        row("default port", QStringLiteral("https://fhir4.eclinicalworks.com:443/fhir/r4/FFBJCD"), ecw,
            "FFBJCD");
        row("fragment", QString::fromLatin1(ecw) + QStringLiteral("#top"), ecw, "FFBJCD");
        row("seven letters", QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/WELLMED"), // EC-012
            "https://fhir4.eclinicalworks.com/fhir/r4/WELLMED", "WELLMED");
        row("letters and digits", QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/MIDOC1"),
            "https://fhir4.eclinicalworks.com/fhir/r4/MIDOC1", "MIDOC1");
        row("the case of a code is kept", QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/hfd1ad"),
            "https://fhir4.eclinicalworks.com/fhir/r4/hfd1ad", "hfd1ad");
        row("staging", QStringLiteral("https://staging-fhir.ecwcloud.com/fhir/r4/FFBJCD"),
            "https://staging-fhir.ecwcloud.com/fhir/r4/FFBJCD", "FFBJCD");
        row("no code in the path", QStringLiteral("https://fhir.example.org/api/FHIR/R4"),
            "https://fhir.example.org/api/FHIR/R4", "");
        row("a bare host", QStringLiteral("https://fhir.example.org/"), "https://fhir.example.org", "");
        row("other port", QStringLiteral("https://fhir.example.org:8443/r4/A1"),
            "https://fhir.example.org:8443/r4/A1", "A1");
        row("loopback http", QStringLiteral("http://127.0.0.1:8080/fhir/r4/SBXECW"),
            "http://127.0.0.1:8080/fhir/r4/SBXECW", "SBXECW");
        row("localhost http", QStringLiteral("http://localhost:8080/fhir"), "http://localhost:8080/fhir", "");
        row("percent escapes stay", QStringLiteral("https://fhir.example.org/a%20b/r4/C"),
            "https://fhir.example.org/a%20b/r4/C", "C");
        row("IDN", QStringLiteral("https://fhir.b\u00FCcher.example/r4/X"),
            "https://fhir.xn--bcher-kva.example/r4/X", "X");
    }
    void whatPeoplePasteBecomesABase()
    {
        QFETCH(QString, typed);
        QFETCH(QString, base);
        QFETCH(QString, code);
        const auto result = normaliseBaseUrl(typed);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().what));
        QCOMPARE(result->base.toString(QUrl::FullyEncoded), base);
        QCOMPARE(result->practiceCode, code);
        QCOMPARE(normaliseBaseUrl(base)->base, result->base); // stable
    }

    void changesWorthKnowingAreSaid()
    {
        const auto notes = [](const QString &typed) { return normaliseBaseUrl(typed)->notes.join(u' '); };
        QCOMPARE(notes(QStringLiteral("https://a.example/r4/X/")), QString());
        QVERIFY(notes(QStringLiteral("a.example/r4/X")).contains(QLatin1String("https://")));
        QVERIFY(
            notes(QStringLiteral("https://a.example/r4/X/metadata")).contains(QLatin1String("/metadata")));
        QVERIFY(notes(QStringLiteral("https://a.example/r4/X?a=b")).contains(QLatin1Char('?')));
        QVERIFY(notes(QStringLiteral(" https://a.example/r4/X")).contains(QLatin1String("spaces")));
        QVERIFY(notes(QStringLiteral("https://A.example/r4/X")).contains(QLatin1String("lower case")));
        QVERIFY(notes(QStringLiteral("https://b\u00FCcher.example/X"))
                    .contains(QLatin1String("xn--bcher-kva.example")));
    }

    void whatIsNotABaseIsRefusedInWords_data() // BD-001, F-121
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *typed, const char *says) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromLatin1(says);
        };
        row("nothing", "", "no address yet");
        row("spaces", "  \n ", "no address yet");
        row("http", "http://fhir4.eclinicalworks.com/fhir/r4/FFBJCD", "not encrypted");
        row("http to a name that begins like loopback", "http://127.0.0.1.example.org/r4/A", "not encrypted");
        row("user and password", "https://me:hunter2@fhir.example.org/r4/A", "user name or password");
        row("ftp", "ftp://fhir.example.org/r4/A", "must begin with https");
        row("file", "file:///etc/passwd", "must begin with https|not a web address");
        row("mail", "mailto:a@b.example", "not a web address");
        row("javascript", "javascript:alert(1)", "not a web address");
        row("eCW host root", "https://fhir4.eclinicalworks.com/fhir/r4/", "practice code is missing");
        row("healow without code", "https://fhir4.healow.com", "practice code is missing");
        row("no host", "https:///fhir/r4/A", "not a web address");
    }
    void whatIsNotABaseIsRefusedInWords()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const auto result = normaliseBaseUrl(typed);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        const QStringList words = says.split(QLatin1Char('|'));
        QVERIFY2(std::any_of(words.begin(), words.end(),
                     [&](const QString &w) { return result.error().what.contains(w); }),
            qPrintable(result.error().what));
        QVERIFY(!result.error().next.isEmpty());
        QVERIFY(!describe(result.error()).contains(QLatin1String("hunter2")));
    }

    void aPatientHostOffersItsProviderTwin() // EC-002: offered, never rewritten silently
    {
        const auto result = normaliseBaseUrl(QStringLiteral("https://fhir4.healow.com/fhir/r4/AACJCD"));
        QCOMPARE(result->base, QUrl(QStringLiteral("https://fhir4.healow.com/fhir/r4/AACJCD")));
        QCOMPARE(
            *result->providerTwin, QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/AACJCD")));
        QVERIFY(!normaliseBaseUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/AACJCD"))
                     ->providerTwin);
    }

    void hostsAreToldApart()
    {
        const auto hostOf = [](const char *url) { return ecwHostOf(QUrl(QString::fromLatin1(url))); };
        QCOMPARE(hostOf("https://fhir4.eclinicalworks.com/x"), EcwHost::Provider);
        QCOMPARE(hostOf("https://fhir4.healow.com/x"), EcwHost::Patient);
        QCOMPARE(hostOf("https://staging-fhir.ecwcloud.com/x"), EcwHost::Staging);
        QCOMPARE(hostOf("https://eclinicalworks.com.evil.example/x"), EcwHost::None);
        QCOMPARE(hostOf("https://noteclinicalworks.com/x"), EcwHost::None);
    }

    void anEndlessTextIsNotAnAddress()
    {
        QVERIFY(!normaliseBaseUrl(QStringLiteral("https://a.example/") + QString(5000, u'x')));
    }
};

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "tst_base_url.moc"
