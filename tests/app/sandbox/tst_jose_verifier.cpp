// SPDX-License-Identifier: Apache-2.0
// Signatures and key sets, checked with keys and signatures made by OpenSSL in the test.
#include "app/sandbox/practice_client.h"
#include "sandbox/jose_verifier.h"

#include <QJsonDocument>
#include <QTest>

using namespace waybill::sandbox;
using waybill::test::base64Url;
using waybill::test::SigningKey;

namespace {

const QString kKid = QStringLiteral("k1");

Assertion signedBy(const SigningKey &key, const char *algorithm)
{
    const QJsonObject header{
        {QStringLiteral("alg"), QLatin1String(algorithm)}, {QStringLiteral("kid"), kKid}};
    const QJsonObject claims{{QStringLiteral("iss"), QStringLiteral("me")}};
    return *parseAssertion(waybill::test::compactJws(header, claims, key));
}

QByteArray setOf(const QList<QJsonObject> &keys)
{
    QJsonArray array;
    for (const QJsonObject &key : keys)
        array.append(key);
    return QJsonDocument(QJsonObject{{QStringLiteral("keys"), array}}).toJson();
}

QJsonObject with(QJsonObject object, const char *name, const QJsonValue &value)
{
    object.insert(QLatin1String(name), value);
    return object;
}

} // namespace

class TestJoseVerifier : public QObject
{
    Q_OBJECT
private:
    SigningKey m_rsa{SigningKey::Type::Rsa};
    SigningKey m_ec{SigningKey::Type::P384};

private Q_SLOTS:
    void goodSignaturesVerify() // SB-020
    {
        QVERIFY(verifySignature(signedBy(m_rsa, "RS384"), m_rsa.publicJwk(kKid)));
        for (int i = 0; i < 20; ++i) { // leading zeros in r or s now and then
            QCOMPARE(signedBy(m_ec, "ES384").signature.size(), 96); // SB-044
            QVERIFY(verifySignature(signedBy(m_ec, "ES384"), m_ec.publicJwk(kKid)));
        }
    }

    void anotherKeyDoesNotVerify()
    {
        QVERIFY(
            !verifySignature(signedBy(m_rsa, "RS384"), SigningKey(SigningKey::Type::Rsa).publicJwk(kKid)));
        QVERIFY(
            !verifySignature(signedBy(m_ec, "ES384"), SigningKey(SigningKey::Type::P384).publicJwk(kKid)));
    }

    void theAlgorithmMustFitTheKey()
    {
        for (const char *const algorithm : {"none", "RS256", "PS384", "HS384", "ES384", ""})
            QVERIFY2(!verifySignature(signedBy(m_rsa, algorithm), m_rsa.publicJwk(kKid)), algorithm);
        QVERIFY(!verifySignature(signedBy(m_ec, "RS384"), m_ec.publicJwk(kKid)));
        QVERIFY(!verifySignature(signedBy(m_ec, "ES384"), m_rsa.publicJwk(kKid)));
    }

    void anyChangedByteBreaksIt()
    {
        for (const SigningKey *const key : {&m_rsa, &m_ec}) {
            const Assertion good = signedBy(*key, key == &m_rsa ? "RS384" : "ES384");
            for (qsizetype i = 0; i < good.signature.size(); i += 7) {
                Assertion bad = good;
                bad.signature[i] = static_cast<char>(bad.signature[i] ^ 1);
                QVERIFY(!verifySignature(bad, key->publicJwk(kKid)));
            }
            Assertion bad = good;
            bad.signingInput[3] = static_cast<char>(bad.signingInput[3] ^ 1);
            QVERIFY(!verifySignature(bad, key->publicJwk(kKid)));
        }
    }

    void signaturesOfTheWrongFormAreRefused()
    {
        Assertion assertion = signedBy(m_ec, "ES384");
        const QByteArray good = assertion.signature;
        for (const QByteArray &bad : {QByteArray(96, '\0'), good.left(95), good + '\0',
                 QByteArray("\x30\x64", 2) + good, QByteArray()}) {
            assertion.signature = bad;
            QVERIFY(!verifySignature(assertion, m_ec.publicJwk(kKid)));
        }
    }

    void onlyThreePartsOfBase64UrlJsonAreAnAssertion_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray json = base64Url("{\"a\":1}");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("two parts") << json + '.' + json;
        QTest::newRow("four parts") << json + '.' + json + '.' + json + ".AAAA";
        QTest::newRow("padding") << QByteArray("{\"a\":12}").toBase64() + '.' + json + ".AAAA";
        QTest::newRow("plain base64") << QByteArray("e30+") + '.' + json + ".AAAA";
        QTest::newRow("an array") << base64Url("[1]") + '.' + json + ".AAAA";
        QTest::newRow("no signature") << json + '.' + json + '.';
    }
    void onlyThreePartsOfBase64UrlJsonAreAnAssertion()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseAssertion(text).has_value());
    }

    void setsThatMayBeRegistered()
    {
        QVERIFY(checkPublicJwkSet(setOf({m_rsa.publicJwk(kKid)})).has_value());
        const auto both =
            checkPublicJwkSet(setOf({m_rsa.publicJwk(kKid), m_ec.publicJwk(QStringLiteral("e"))}));
        QVERIFY(both.has_value());
        QVERIFY(keyWithId(*both, QStringLiteral("e")).has_value());
        QVERIFY(!keyWithId(*both, QStringLiteral("x")).has_value());
        QVERIFY(!keyWithId(*both, QString()).has_value());
    }

    void setsThatMayNot_data() // SB-021 to SB-026, F-043
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QString>("says");
        const QJsonObject rsa = m_rsa.publicJwk(kKid);
        const QJsonObject ec = m_ec.publicJwk(kKid);
        const auto row = [](const char *name, const QByteArray &set, const char *says) {
            QTest::newRow(name) << set << QString::fromLatin1(says);
        };
        row("not JSON", "{keys:[]}", "JSON");
        row("no keys", "{}", "keys");
        row("empty", setOf({}), "keys");
        row("a bare key", QJsonDocument(rsa).toJson(), "keys");
        row("a private key", setOf({with(rsa, "d", QStringLiteral("AQ"))}), "STOP");
        row("a secret key", setOf({with(rsa, "k", QStringLiteral("AQ"))}), "STOP");
        row("the second one is private", setOf({ec, with(rsa, "qi", QStringLiteral("AQ"))}), "STOP");
        row("no kid", setOf({with(rsa, "kid", QString())}), "kid");
        row("one kid twice", setOf({rsa, ec}), "Two keys");
        row("RSA of 1024 bits", setOf({SigningKey(SigningKey::Type::SmallRsa).publicJwk(kKid)}), "2048");
        row("P-256", setOf({SigningKey(SigningKey::Type::P256).publicJwk(kKid)}), "P-384");
        row("x too short", setOf({with(ec, "x", QStringLiteral("AAAA"))}), "P-384");
        row("not on the curve", setOf({with(ec, "x", ec.value(QLatin1String("y")))}), "P-384");
        row("Ed25519",
            setOf({with(with(ec, "kty", QStringLiteral("OKP")), "crv", QStringLiteral("Ed25519"))}), "P-384");
        row("n with padding",
            setOf({with(rsa, "n", QString(rsa.value(QLatin1String("n")).toString() + QStringLiteral("==")))}),
            "2048");
        row("e is zero", setOf({with(rsa, "e", QStringLiteral("AA"))}), "2048");
    }
    void setsThatMayNot()
    {
        QFETCH(QByteArray, set);
        QFETCH(QString, says);
        const auto checked = checkPublicJwkSet(set);
        QVERIFY(!checked.has_value());
        QVERIFY2(checked.error().contains(says), qPrintable(checked.error()));
    }
};

QTEST_GUILESS_MAIN(TestJoseVerifier)
#include "tst_jose_verifier.moc"
