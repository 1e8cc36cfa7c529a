// SPDX-License-Identifier: Apache-2.0
#include "keys/jwk.h"
#include "keys/key_pair.h"
#include "support/openssl_cli.h"

#include <QJsonArray>
#include <QTest>

using namespace waybill;
using namespace waybill::keys;
using waybill::test::openssl;

namespace {

/// SEC1 of the P-384 key whose secret number is `number` (RFC 5915); OpenSSL computes the point.
QByteArray smallKey(int number)
{
    QByteArray octets(48, '\0');
    octets[46] = static_cast<char>(number >> 8);
    octets[47] = static_cast<char>(number & 0xff);
    const QByteArray der =
        QByteArray::fromHex("303e0201010430") + octets + QByteArray::fromHex("a00706052b81040022");
    return "-----BEGIN EC PRIVATE KEY-----\n" + der.toBase64() + "\n-----END EC PRIVATE KEY-----\n";
}

} // namespace

class TestKeyPair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void algorithmsHaveTheirJoseNames() // SB-020
    {
        QCOMPARE(algorithmName(Algorithm::Rs384), QStringLiteral("RS384"));
        QCOMPARE(algorithmFromName(QStringLiteral("ES384")).value_or(Algorithm::Rs384), Algorithm::Es384);
        for (const auto &name : {QStringLiteral("RS256"), QStringLiteral("rs384"), QStringLiteral("none")})
            QVERIFY(!algorithmFromName(name));
    }

    void aNewKeyIsWhatWasAskedFor_data()
    {
        QTest::addColumn<KeyKind>("kind");
        QTest::addColumn<int>("bits");
        QTest::addColumn<Algorithm>("algorithm");
        QTest::newRow("RSA 3072") << KeyKind::Rsa3072 << 3072 << Algorithm::Rs384;
        QTest::newRow("RSA 4096") << KeyKind::Rsa4096 << 4096 << Algorithm::Rs384;
        QTest::newRow("P-384") << KeyKind::EcP384 << 384 << Algorithm::Es384;
    }

    void aNewKeyIsWhatWasAskedFor() // SB-021
    {
        QFETCH(KeyKind, kind);
        QFETCH(int, bits);
        QFETCH(Algorithm, algorithm);
        const auto key = generate(kind);
        QVERIFY(key.has_value());
        QCOMPARE(key->kind(), kind);
        QCOMPARE(key->bits(), bits);
        QCOMPARE(key->algorithm(), algorithm);
        const QByteArray text = openssl({QStringLiteral("pkey"), QStringLiteral("-pubin"),
                                            QStringLiteral("-text"), QStringLiteral("-noout")},
            key->publicPem());
        QVERIFY2(text.contains("(" + QByteArray::number(bits) + " bit)"), text.constData());
        QVERIFY(algorithm == Algorithm::Es384 || text.contains("65537 (0x10001)"));
    }

    void otherSizesAreNotMade()
    {
        const auto key = generate(KeyKind::RsaOther);
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::InvalidInput);
    }

    void theJwkHasThePublicMembersOnly() // SB-022, SB-023, SB-024
    {
        const auto key = generate(KeyKind::Rsa3072);
        QVERIFY(key.has_value());
        const QJsonObject jwk = key->publicJwk();
        QCOMPARE(jwk.keys(),
            QStringList({QStringLiteral("alg"), QStringLiteral("e"), QStringLiteral("kid"),
                QStringLiteral("kty"), QStringLiteral("n"), QStringLiteral("use")}));
        QCOMPARE(jwk.value(QStringLiteral("alg")).toString(), QStringLiteral("RS384"));
        QCOMPARE(jwk.value(QStringLiteral("e")).toString(), QStringLiteral("AQAB"));
        QCOMPARE(jwk.value(QStringLiteral("use")).toString(), QStringLiteral("sig"));
        QCOMPARE(jwk.value(QStringLiteral("kid")).toString().toLatin1(), key->thumbprint());
        QCOMPARE(key->thumbprint().size(), 43);
        const auto n = fromBase64Url(jwk.value(QStringLiteral("n")).toString().toLatin1());
        QCOMPARE(n.value_or("").size(), 3072 / 8); // the highest bit is set, so no leading zero
        QVERIFY(n->front() != '\0');
    }

    void theJwkMaySayKeyOpsInstead() // SB-023
    {
        const auto key = generate(KeyKind::EcP384);
        QVERIFY(key.has_value());
        const QJsonObject jwk = key->publicJwk(QStringLiteral("mine"), PublicUse::KeyOps);
        QVERIFY(!jwk.contains(QStringLiteral("use")));
        QCOMPARE(jwk.value(QStringLiteral("key_ops")).toArray(), QJsonArray({QStringLiteral("verify")}));
        QCOMPARE(jwk.value(QStringLiteral("kid")).toString(), QStringLiteral("mine"));
        QCOMPARE(jwkThumbprint(jwk).value_or(""), key->thumbprint()); // a chosen kid changes nothing else
    }

    void aThousandCurvePointsAreFullLength() // SB-024
    {
        for (int i = 0; i < 1000; ++i) {
            const auto key = generate(KeyKind::EcP384);
            QVERIFY(key.has_value());
            const QJsonObject jwk = key->publicJwk();
            for (const auto &name : {QStringLiteral("x"), QStringLiteral("y")}) {
                QCOMPARE(jwk.value(name).toString().size(), 64);
            }
        }
    }

    void leadingZerosAreKept_data()
    {
        QTest::addColumn<int>("multiple");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("x") << 197 << QStringLiteral("x") << QByteArray("004d");
        QTest::newRow("y") << 176 << QStringLiteral("y") << QByteArray("000a");
    }

    void leadingZerosAreKept() // SB-024: small multiples of the generator are known points
    {
        QFETCH(int, multiple);
        QFETCH(QString, member);
        QFETCH(QByteArray, start);
        const auto key = importPrivateKey(smallKey(multiple), {});
        QVERIFY(key.has_value());
        const auto octets = fromBase64Url(key->publicJwk().value(member).toString().toLatin1());
        QCOMPARE(octets.value_or("").size(), 48);
        QCOMPARE(octets->first(2).toHex(), start);
    }

    void copiesAreTheSameKey()
    {
        const auto key = generate(KeyKind::EcP384);
        QVERIFY(key.has_value());
        const KeyPair copy = *key;
        QCOMPARE(copy.thumbprint(), key->thumbprint());
        QCOMPARE(copy.thumbprint().size(), 43);
        QVERIFY(copy.thumbprint() != generate(KeyKind::EcP384)->thumbprint());
    }
};

QTEST_GUILESS_MAIN(TestKeyPair)
#include "tst_key_pair.moc"
