// SPDX-License-Identifier: Apache-2.0
// The sandbox's small parts, without a server.
#include "sandbox/answers.h"
#include "sandbox/client_registry.h"
#include "sandbox/faults.h"
#include "sandbox/jwks_fetcher.h"
#include "sandbox/moment.h"
#include "sandbox/rate_limiter.h"
#include "sandbox/scope_rules.h"
#include "sandbox/secrets.h"
#include "sandbox/synthetic/json_line.h"
#include "sandbox/synthetic/kinds.h"

#include <QJsonDocument>
#include <QTest>

#include <set>

using namespace waybill::sandbox;
using namespace std::chrono_literals;

class TestSmallParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void instantsAreReadStrictly_data() // BD-032
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("instant");
        QTest::addColumn<bool>("orDate");
        const auto row = [](const char *text, bool instant, bool orDate) {
            QTest::newRow(text) << QString::fromLatin1(text) << instant << orDate;
        };
        row("2026-06-24T03:14:07Z", true, true);
        row("2026-06-24T03:14:07.123456789Z", true, true);
        row("2026-06-24T03:14:07+05:30", true, true);
        row("2026-06-24", false, true);
        row("2026-06-24T03:14", false, false);
        row("2026-06-24T03:14:07", false, false);
        row("2026-06-24T03:14:07 05:00", false, false);
        row("2026-13-24T03:14:07Z", false, false);
        row("2026-02-30", false, false);
        row("", false, false);
    }
    void instantsAreReadStrictly()
    {
        QFETCH(QString, text);
        QFETCH(bool, instant);
        QFETCH(bool, orDate);
        QCOMPARE(parseInstant(text.toStdString()).has_value(), instant);
        QCOMPARE(parseInstantOrDate(text.toStdString()).has_value(), orDate);
    }

    void momentsAreWrittenAsTheRulesSay()
    {
        const Moment moment = *parseInstant("1994-11-06T08:49:37.250Z");
        QCOMPARE(instantText(moment), std::string("1994-11-06T08:49:37.250Z"));
        QCOMPARE(httpDate(moment), std::string("Sun, 06 Nov 1994 08:49:37 GMT")); // RFC 9110 5.6.7
        QCOMPARE(*parseInstant("1994-11-06T13:49:37.250+05:00"), moment);
        std::string leap;
        appendDate(leap, 11016);
        QCOMPARE(leap, std::string("2000-02-29"));
    }

    void jsonIsWrittenExactly()
    {
        std::string out;
        JsonLine line(out);
        line.object()
            .field("a", "x\"\\\n\x01ñ")
            .key("b")
            .decimal(540, 2)
            .key("c")
            .decimal(-5, 1)
            .key("d")
            .array();
        line.number(-7).decimal(12, 0).endArray().flag("e", false).endObject();
        line.endLine();
        QCOMPARE(out,
            std::string(
                "{\"a\":\"x\\\"\\\\\\u000a\\u0001ñ\",\"b\":5.40,\"c\":-0.5,\"d\":[-7,12],\"e\":false}\n"));
    }

    void faultsHaveUniqueNamesAndAreSpentPerKey()
    {
        std::set<std::string_view> names;
        std::set<Fault> faults;
        for (const FaultRow &row : allFaults()) {
            names.insert(row.name);
            faults.insert(row.fault);
            QVERIFY(!row.meaning.empty());
            QCOMPARE(faultFromName(row.name), std::optional(row.fault));
        }
        QCOMPARE(names.size(), allFaults().size());
        QCOMPARE(faults.size(), allFaults().size());
        Faults on;
        QCOMPARE(on.set({"server-hiccup", "nonsense"}), std::optional<std::string>("nonsense"));
        QVERIFY(on.names().empty());
        QVERIFY(!on.set({"server-hiccup"}));
        QVERIFY(on.spend(Fault::ServerHiccup, "job 1", 2));
        QVERIFY(on.spend(Fault::ServerHiccup, "job 1", 2));
        QVERIFY(!on.spend(Fault::ServerHiccup, "job 1", 2));
        QVERIFY(on.spend(Fault::ServerHiccup, "job 2", 2));
        QVERIFY(!on.spend(Fault::ThrottleOnce, "job 1", 1));
    }

    void theLimitIsPerClockMinute() // EC-004
    {
        RateLimiter limiter(3);
        const Moment minute = *parseInstant("2026-06-24T03:14:58Z");
        for (int i = 0; i < 3; ++i)
            QVERIFY(limiter.allow(minute));
        QVERIFY(!limiter.allow(minute + 1s));
        QVERIFY(limiter.allow(minute + 2s)); // 03:15:00
        RateLimiter none(0);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(none.allow(minute));
    }

    void keySetsAreKeptAsLongAsTheHeaderSays_data() // SB-030, SM: no longer than Cache-Control
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("seconds");
        QTest::newRow("max-age") << QStringLiteral("public, max-age=60") << 60;
        QTest::newRow("at most five minutes") << QStringLiteral("max-age=86400") << 300;
        QTest::newRow("no-store wins") << QStringLiteral("max-age=60, no-store") << 0;
        QTest::newRow("no-cache wins") << QStringLiteral("No-Cache, max-age=60") << 0;
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("nonsense") << QStringLiteral("max-age=soon") << 0;
        QTest::newRow("negative") << QStringLiteral("max-age=-5") << 0;
    }
    void keySetsAreKeptAsLongAsTheHeaderSays()
    {
        QFETCH(QString, header);
        QFETCH(int, seconds);
        QCOMPARE(keepingTime(header.toStdString()).count(), seconds);
    }

    void onlyLoopbackUrlsAreFetched_data()
    {
        QTest::addColumn<bool>("loopback");
        const auto row = [](const char *url, bool loopback) { QTest::newRow(url) << loopback; };
        row("http://127.0.0.1:8080/jwks.json", true);
        row("https://localhost/jwks.json", true);
        row("http://[::1]:9/j", true);
        row("http://127.8.9.1/j", true);
        row("https://example.org/jwks.json", false);
        row("http://127.0.0.1.example.org/j", false);
        row("http://localhost.example.org/j", false);
        row("file:///etc/passwd", false);
        row("http://10.0.0.1/j", false);
        row("http://127.0.0.com/j", false);
        row("//127.0.0.1/j", false);
        row("", false);
    }
    void onlyLoopbackUrlsAreFetched()
    {
        QFETCH(bool, loopback);
        QCOMPARE(isLoopbackUrl(QString::fromLatin1(QTest::currentDataTag())), loopback);
    }

    void scopesAllowWhatTheySay()
    {
        QVERIFY(allowsReading({"system/*.r"}, "Patient"));
        QVERIFY(allowsReading({"system/Patient.rs"}, "Patient"));
        QVERIFY(allowsReading({"system/Patient.cruds"}, "Patient"));
        QVERIFY(allowsReading({"system/Observation.rs?category=x.y|z"}, "Observation"));
        QVERIFY(!allowsReading({"system/Patient.cud"}, "Patient"));
        QVERIFY(!allowsReading({"system/Patient.read"}, "Observation"));
        QVERIFY(!allowsReading({"patient/Patient.read", "openid"}, "Patient"));
        QVERIFY(!allowsReading({}, "Patient"));
    }

    void linksAreSignedPerProcess()
    {
        const LinkSigner signer;
        const LinkSigner other;
        const std::string signature = signer.sign("a");
        QCOMPARE(signature.size(), std::size_t{64});
        QVERIFY(signer.verify("a", signature));
        QVERIFY(!signer.verify("b", signature));
        QVERIFY(!other.verify("a", signature));
        QVERIFY(!signer.verify("a", ""));
        QVERIFY(randomToken() != randomToken());
    }

    void textIsSplitWithoutEmptyParts()
    {
        QCOMPARE(split("a b  c ", ' '), (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(split("", ','), std::vector<std::string>());
        QCOMPARE(percentEncoded("a b/ñ"), std::string("a%20b%2F%C3%B1"));
        QVERIFY(startsWithIgnoringCase("BeArer x", "bearer "));
        QVERIFY(!startsWithIgnoringCase("Bea", "bearer "));
    }

    void kindsAndNamesAreOneToOne()
    {
        for (int i = 0; i < kKinds; ++i)
            QCOMPARE(kindFromName(nameOf(static_cast<Kind>(i))), std::optional(static_cast<Kind>(i)));
        QVERIFY(!kindFromName("Unicorn"));
    }

    void registrationsSurviveSavingAndLoading()
    {
        ClientRegistry first;
        const QJsonObject application{{QStringLiteral("name"), QStringLiteral("Zoë's app")},
            {QStringLiteral("practiceCodes"), QJsonArray{QStringLiteral("A"), QStringLiteral("B")}},
            {QStringLiteral("jwksUrl"), QStringLiteral("http://localhost:1/j")}};
        const auto client = first.add(application, {"A", "B", "C"});
        QVERIFY(client.has_value());
        ClientRegistry second;
        second.load(QJsonDocument::fromJson(QJsonDocument(first.save()).toJson()).object());
        const auto found = second.find(client->id);
        QVERIFY(found.has_value());
        QCOMPARE(found->name, client->name);
        QCOMPARE(found->practiceCodes, client->practiceCodes);
        QCOMPARE(found->jwksUrl, client->jwksUrl);
        QVERIFY(!second.find("nobody").has_value());
    }
};

QTEST_GUILESS_MAIN(TestSmallParts)
#include "tst_small_parts.moc"
