// SPDX-License-Identifier: Apache-2.0
#include "keys/key_pair.h"
#include "support/openssl_cli.h"

#include <QTest>

using namespace waybill;
using namespace waybill::keys;
using waybill::test::openssl;

namespace {
const SecretBytes &passphrase()
{
    static const SecretBytes secret(QByteArrayView("correct hörse battery"));
    return secret;
}
} // namespace

class TestPkcs8 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEncryptedFormIsStrong() // SB-027
    {
        const auto key = generate(KeyKind::EcP384);
        QVERIFY(key.has_value());
        const auto pem = key->encryptedPkcs8(passphrase());
        QVERIFY(pem.has_value());
        QVERIFY(pem->view().startsWith(QByteArrayView("-----BEGIN ENCRYPTED PRIVATE KEY-----")));
        QVERIFY(isEncrypted(pem->view()));
        const QByteArray structure =
            openssl({QStringLiteral("asn1parse"), QStringLiteral("-i")}, pem->view().toByteArray());
        QVERIFY(structure.contains(":PBES2"));
        QVERIFY(structure.contains(":PBKDF2"));
        QVERIFY(structure.contains(":0927C0")); // 600 000 rounds
        QVERIFY(structure.contains(":hmacWithSHA256"));
        QVERIFY(structure.contains(":aes-256-cbc"));
    }

    void anIndependentProgramReadsIt_data()
    {
        QTest::addColumn<KeyKind>("kind");
        QTest::newRow("RSA") << KeyKind::Rsa3072;
        QTest::newRow("EC") << KeyKind::EcP384;
    }

    void anIndependentProgramReadsIt()
    {
        QFETCH(KeyKind, kind);
        const auto key = generate(kind);
        QVERIFY(key.has_value());
        const auto pem = key->encryptedPkcs8(passphrase());
        QVERIFY(pem.has_value());
        const QByteArray published =
            openssl({QStringLiteral("pkey"), QStringLiteral("-pubout"), QStringLiteral("-passin"),
                        QStringLiteral("pass:correct hörse battery")},
                pem->view().toByteArray());
        QCOMPARE(published, key->publicPem());
        QCOMPARE(openssl({QStringLiteral("pkey"), QStringLiteral("-pubout")},
                     key->clearPkcs8().view().toByteArray()),
            key->publicPem());
    }

    void bothFormsComeBack()
    {
        const auto key = generate(KeyKind::Rsa3072);
        QVERIFY(key.has_value());
        const auto encrypted = key->encryptedPkcs8(passphrase());
        QVERIFY(encrypted.has_value());
        const auto again = importPrivateKey(encrypted->view(), passphrase());
        QVERIFY(again.has_value());
        QCOMPARE(again->thumbprint(), key->thumbprint());
        const SecretBytes clear = key->clearPkcs8();
        QVERIFY(!isEncrypted(clear.view()));
        QCOMPARE(importPrivateKey(clear.view(), {})->thumbprint(), key->thumbprint());
    }

    void noPassphraseNoFile()
    {
        const auto key = generate(KeyKind::EcP384);
        QVERIFY(key.has_value());
        const auto pem = key->encryptedPkcs8({});
        QVERIFY(!pem);
        QCOMPARE(pem.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestPkcs8)
#include "tst_pkcs8.moc"
