// SPDX-License-Identifier: Apache-2.0
#include "keys/key_pair.h"
#include "support/openssl_cli.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::keys;
using waybill::test::openssl;

namespace {

constexpr QByteArrayView kInput("eyJhbGciOiJSUzM4NCJ9.eyJzdWIiOiJ4In0");

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// DER of an ECDSA signature from r||s, by hand: the test must not use the code it tests.
QByteArray der(const QByteArray &jose)
{
    const auto integer = [](QByteArray number) {
        while (number.size() > 1 && number[0] == '\0')
            number.remove(0, 1);
        if (static_cast<unsigned char>(number[0]) >= 0x80)
            number.prepend('\0');
        return QByteArray(1, '\x02') + static_cast<char>(number.size()) + number;
    };
    const QByteArray both = integer(jose.first(48)) + integer(jose.last(48));
    return QByteArray(1, '\x30') + static_cast<char>(both.size()) + both;
}

} // namespace

class TestSignature : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anIndependentProgramAcceptsIt_data()
    {
        QTest::addColumn<KeyKind>("kind");
        QTest::newRow("RS384") << KeyKind::Rsa3072;
        QTest::newRow("ES384") << KeyKind::EcP384;
    }

    void anIndependentProgramAcceptsIt() // SB-020
    {
        QFETCH(KeyKind, kind);
        const auto key = generate(kind);
        QVERIFY(key.has_value());
        const QByteArray signature = key->sign(kInput).value_or("");
        const QTemporaryDir dir;
        put(dir.filePath(QStringLiteral("pub.pem")), key->publicPem());
        put(dir.filePath(QStringLiteral("sig")), kind == KeyKind::EcP384 ? der(signature) : signature);
        const QByteArray answer =
            openssl({QStringLiteral("dgst"), QStringLiteral("-sha384"), QStringLiteral("-verify"),
                        dir.filePath(QStringLiteral("pub.pem")), QStringLiteral("-signature"),
                        dir.filePath(QStringLiteral("sig"))},
                kInput.toByteArray());
        QCOMPARE(answer.trimmed(), QByteArray("Verified OK"));
    }

    void anEcSignatureIsAlwaysNinetySixOctets() // SB-044
    {
        const auto key = generate(KeyKind::EcP384);
        QVERIFY(key.has_value());
        // One in 128 has a number with a leading zero; go on until the padding was really needed.
        bool padded = false;
        for (int i = 0; i < 5000 && !padded; ++i) {
            const QByteArray signature = key->sign(kInput).value_or("");
            QCOMPARE(signature.size(), 96);
            padded = signature[0] == '\0' || signature[48] == '\0';
            if (padded)
                QVERIFY(verify(*key, kInput, signature));
        }
        QVERIFY(padded);
    }

    void anRsaSignatureHasTheLengthOfTheKey()
    {
        const auto key = generate(KeyKind::Rsa3072);
        QVERIFY(key.has_value());
        const QByteArray signature = key->sign(kInput).value_or("");
        QCOMPARE(signature.size(), 384);
        QCOMPARE(key->sign(kInput).value_or(""), signature); // PKCS#1 v1.5 has no random part
    }

    void anythingElseIsRefused()
    {
        const auto key = generate(KeyKind::EcP384);
        const auto other = generate(KeyKind::EcP384);
        QVERIFY(key && other);
        QByteArray signature = key->sign(kInput).value_or("");
        QVERIFY(verify(*key, kInput, signature));
        QVERIFY(!verify(*other, kInput, signature));
        QVERIFY(!verify(*key, "other input", signature));
        QVERIFY(!verify(*key, kInput, {}));
        QVERIFY(!verify(*key, kInput, QByteArray(96, '\0')));
        QVERIFY(!verify(*key, kInput, der(signature)));
        signature[7] = static_cast<char>(signature[7] ^ 1);
        QVERIFY(!verify(*key, kInput, signature));
    }
};

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
