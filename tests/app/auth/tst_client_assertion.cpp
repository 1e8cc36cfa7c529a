// SPDX-License-Identifier: Apache-2.0
#include "app/auth/auth_fixture.h"
#include "support/openssl_cli.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::auth;
using namespace waybill::test;

Q_DECLARE_METATYPE(waybill::keys::KeyKind)

class TestClientAssertion : public QObject
{
    Q_OBJECT
    const keys::KeyPair m_rsa = newKey(keys::KeyKind::Rsa3072);

    static QString assertion(const ClientSettings &client, const keys::KeyPair &key, Instant now = kNoon)
    {
        return QString::fromLatin1(clientAssertion(client, key, now).value_or(""));
    }

private Q_SLOTS:
    void theHeaderIsExact() // SB-040
    {
        const auto key = newKey();
        ClientSettings client = settings();
        const QByteArray header =
            keys::fromBase64Url(assertion(client, key).section(QLatin1Char('.'), 0, 0).toLatin1())
                .value_or("");
        QCOMPARE(header, "{\"alg\":\"ES384\",\"kid\":\"" + key.thumbprint() + "\",\"typ\":\"JWT\"}");
        client.keyId = QStringLiteral("my-key");
        QCOMPARE(decodedPart(assertion(client, key), 0).value(QStringLiteral("kid")).toString(),
            QStringLiteral("my-key"));
        QCOMPARE(decodedPart(assertion(client, m_rsa), 0).value(QStringLiteral("alg")).toString(),
            QStringLiteral("RS384"));
    }

    void theClaimsAreExact() // SB-041, SB-042
    {
        const QJsonObject claims = decodedPart(assertion(settings(), newKey()), 1);
        QCOMPARE(claims.keys(),
            QStringList({QStringLiteral("aud"), QStringLiteral("exp"), QStringLiteral("iat"),
                QStringLiteral("iss"), QStringLiteral("jti"), QStringLiteral("sub")}));
        QCOMPARE(claims.value(QStringLiteral("iss")).toString(), QStringLiteral("client-1"));
        QCOMPARE(claims.value(QStringLiteral("sub")).toString(), QStringLiteral("client-1"));
        QCOMPARE(claims.value(QStringLiteral("aud")).toString(),
            QStringLiteral("https://auth.example/oauth2/token"));
        QCOMPARE(claims.value(QStringLiteral("iat")).toInteger(), 1'795'435'200);
        QCOMPARE(claims.value(QStringLiteral("exp")).toInteger(), 1'795'435'200 + 240);
    }

    void timesAreWholeSeconds() // SB-041
    {
        const QByteArray claims =
            keys::fromBase64Url(assertion(settings(), newKey(), kNoon + std::chrono::milliseconds{999})
                                    .section(QLatin1Char('.'), 1, 1)
                                    .toLatin1())
                .value_or("");
        QVERIFY(claims.contains("\"iat\":1795435200,"));
        QVERIFY(claims.contains("\"exp\":1795435440,"));
    }

    void theLifetimeStaysInBounds_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("got");
        QTest::newRow("default") << 240 << 240;
        QTest::newRow("too long") << 3600 << 300;
        QTest::newRow("too short") << 5 << 60;
    }

    void theLifetimeStaysInBounds() // SB-041
    {
        QFETCH(int, asked);
        QFETCH(int, got);
        ClientSettings client = settings();
        client.assertionLifetime = std::chrono::seconds{asked};
        const QJsonObject claims = decodedPart(assertion(client, newKey()), 1);
        QCOMPARE(
            claims.value(QStringLiteral("exp")).toInteger() - claims.value(QStringLiteral("iat")).toInteger(),
            got);
    }

    void anAllowedClockOffsetShiftsBothTimes() // SB-045
    {
        ClientSettings client = settings();
        client.clockOffset = std::chrono::minutes{-7};
        const QJsonObject claims = decodedPart(assertion(client, newKey()), 1);
        QCOMPARE(claims.value(QStringLiteral("iat")).toInteger(), 1'795'435'200 - 420);
        QCOMPARE(claims.value(QStringLiteral("exp")).toInteger(), 1'795'435'200 - 420 + 240);
    }

    void everyAssertionHasItsOwnId() // SB-043
    {
        const auto key = newKey();
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i) {
            const QString jti =
                decodedPart(assertion(settings(), key), 1).value(QStringLiteral("jti")).toString();
            QVERIFY(keys::fromBase64Url(jti.toLatin1()).value_or("").size() >= 16); // 128 bits
            seen.insert(jti);
        }
        QCOMPARE(seen.size(), 200);
    }

    void theAudienceIsTheUrlAsPosted_data() // SB-041
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("port") << QStringLiteral("https://auth.example:8443/token");
        QTest::newRow("written default port") << QStringLiteral("https://auth.example:443/token");
        QTest::newRow("encoded path") << QStringLiteral("https://auth.example/a%20b/t%2Fken/");
        QTest::newRow("query") << QStringLiteral("https://auth.example/token?tenant=a%26b");
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080/token");
    }

    void theAudienceIsTheUrlAsPosted()
    {
        QFETCH(QString, url);
        const ClientSettings client = settings(QUrl(url));
        const auto request = tokenRequest(client, newKey(), kNoon);
        QVERIFY(request.has_value());
        QCOMPARE(QString::fromLatin1(request->url.toEncoded()), url);
        const QString jwt = field(request->body, QStringLiteral("client_assertion"));
        QCOMPARE(decodedPart(jwt, 1).value(QStringLiteral("aud")).toString(), url);
    }

    void theRequestIsByteRight() // SB-050
    {
        ClientSettings client = settings();
        client.scopes = {
            QStringLiteral("system/*.r"), QStringLiteral("system/Condition.rs?category=http://x|y+z")};
        const auto request = tokenRequest(client, newKey(), kNoon);
        QVERIFY(request.has_value());
        QCOMPARE(request->method, QByteArray("POST"));
        QVERIFY(request->url.query().isEmpty());
        QCOMPARE(request->headers.all(),
            (QList<http::Header>{
                {"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}}));
        QVERIFY(!request->mayBeRepeated);
        const qsizetype start = request->body.indexOf("&client_assertion=");
        QCOMPARE(request->body.first(start),
            QByteArray(
                "grant_type=client_credentials"
                "&scope=system%2F%2A.r%20system%2FCondition.rs%3Fcategory%3Dhttp%3A%2F%2Fx%7Cy%2Bz"
                "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"));
        static const QRegularExpression rest(
            QStringLiteral("^&client_assertion=[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"));
        QVERIFY(rest.match(QString::fromLatin1(request->body.sliced(start))).hasMatch());
    }

    void whatCannotWorkIsRefused_data()
    {
        QTest::addColumn<ClientSettings>("client");
        ClientSettings client = settings();
        client.clientId.clear();
        QTest::newRow("no client id") << client;
        QTest::newRow("plain http") << settings(QUrl(QStringLiteral("http://auth.example/token")));
        QTest::newRow("no URL") << settings(QUrl());
        client = settings();
        client.scopes = {QStringLiteral("system/Patient.sr")}; // SB-051
        QTest::newRow("letters out of order") << client;
        client.scopes.clear();
        QTest::newRow("no scope") << client;
    }

    void whatCannotWorkIsRefused()
    {
        QFETCH(ClientSettings, client);
        const auto request = tokenRequest(client, newKey(), kNoon);
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::InvalidInput);
        QVERIFY(!request.error().what.isEmpty() && !request.error().next.isEmpty());
    }

    void aJoseLibraryAcceptsTheAssertion_data()
    {
        QTest::addColumn<keys::KeyKind>("kind");
        QTest::addColumn<QByteArray>("algorithm");
        QTest::newRow("RS384") << keys::KeyKind::Rsa3072 << QByteArray("RS384");
        QTest::newRow("ES384") << keys::KeyKind::EcP384 << QByteArray("ES384");
    }
    void aJoseLibraryAcceptsTheAssertion() // SB-020, SB-044: Debian's python3-jwcrypto
    {
        QFETCH(keys::KeyKind, kind);
        QFETCH(QByteArray, algorithm);
        const keys::KeyPair key = kind == keys::KeyKind::Rsa3072 ? m_rsa : newKey(kind);
        const QByteArray jwt = assertion(settings(), key).toLatin1();
        const QByteArray set = keys::jwkSet({key.publicJwk()}).simplified();
        const auto judged = [&](const QByteArray &token) {
            QProcess python;
            python.start(QStringLiteral("/usr/bin/python3"),
                {QStringLiteral(WAYBILL_SOURCE_DIR "/tests/app/auth/jose_verify.py"),
                    QString::fromLatin1(algorithm)});
            python.write(set + '\n' + token + '\n');
            python.closeWriteChannel();
            return python.waitForFinished(30'000) ? python.readAllStandardOutput().trimmed() : QByteArray();
        };
        const QByteArray verdict = judged(jwt);
        if (verdict == "no library") {
            qInfo("python3-jwcrypto is not installed");
            return;
        }
        QCOMPARE(verdict, QByteArray("good client-1"));
        QByteArray other = jwt;
        const auto claims = other.indexOf('.') + 1;
        other[claims + 8] = other.at(claims + 8) == 'A' ? 'B' : 'A';
        QCOMPARE(judged(other), QByteArray("bad"));
    }

    void anIndependentProgramAcceptsTheSignature() // SB-020
    {
        const QString jwt = assertion(settings(), m_rsa);
        const QTemporaryDir dir;
        const auto put = [&dir](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(put(QStringLiteral("pub.pem"), m_rsa.publicPem()));
        QVERIFY(put(QStringLiteral("sig"),
            QByteArray::fromBase64(
                jwt.section(QLatin1Char('.'), 2).toLatin1(), QByteArray::Base64UrlEncoding)));
        const QStringList arguments{QStringLiteral("dgst"), QStringLiteral("-sha384"),
            QStringLiteral("-verify"), dir.filePath(QStringLiteral("pub.pem")), QStringLiteral("-signature"),
            dir.filePath(QStringLiteral("sig"))};
        QCOMPARE(openssl(arguments, jwt.section(QLatin1Char('.'), 0, 1).toLatin1()).trimmed(),
            QByteArray("Verified OK"));
        QVERIFY(openssl(arguments, "other").isNull());
    }

    void anIndependentProgramAcceptsTheCurvesSignature() // SB-020, SB-044: r||s, as DER for openssl
    {
        const auto key = newKey();
        const QString jwt = assertion(settings(), key);
        const QByteArray raw = QByteArray::fromBase64(
            jwt.section(QLatin1Char('.'), 2).toLatin1(), QByteArray::Base64UrlEncoding);
        QCOMPARE(raw.size(), 96);
        const auto integer = [](QByteArray bytes) {
            while (bytes.size() > 1 && bytes.at(0) == 0 && static_cast<uchar>(bytes.at(1)) < 0x80)
                bytes.remove(0, 1);
            if (static_cast<uchar>(bytes.at(0)) >= 0x80)
                bytes.prepend('\0');
            return QByteArray("\x02") + static_cast<char>(bytes.size()) + bytes;
        };
        const QByteArray both = integer(raw.first(48)) + integer(raw.last(48));
        const QTemporaryDir dir;
        const auto put = [&dir](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(put(QStringLiteral("pub.pem"), key.publicPem()));
        QVERIFY(put(QStringLiteral("sig"), QByteArray("\x30") + static_cast<char>(both.size()) + both));
        const QStringList arguments{QStringLiteral("dgst"), QStringLiteral("-sha384"),
            QStringLiteral("-verify"), dir.filePath(QStringLiteral("pub.pem")), QStringLiteral("-signature"),
            dir.filePath(QStringLiteral("sig"))};
        QCOMPARE(openssl(arguments, jwt.section(QLatin1Char('.'), 0, 1).toLatin1()).trimmed(),
            QByteArray("Verified OK"));
    }
};

QTEST_GUILESS_MAIN(TestClientAssertion)
#include "tst_client_assertion.moc"
