// SPDX-License-Identifier: Apache-2.0
#include "keys/jwk.h"
#include "keys/private_jwk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::keys;

class TestPrivateJwk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsWhatToolsOfOpsWant_data()
    {
        QTest::addColumn<KeyKind>("kind");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("RSA")
            << KeyKind::Rsa3072
            << QStringLiteral("alg,d,dp,dq,e,key_ops,kid,kty,n,p,q,qi").split(QLatin1Char(','));
        QTest::newRow("EC") << KeyKind::EcP384
                            << QStringLiteral("alg,crv,d,key_ops,kid,kty,x,y").split(QLatin1Char(','));
    }

    void itIsWhatToolsOfOpsWant() // SB-023: smart-fetch takes the key whose key_ops holds "sign"
    {
        QFETCH(KeyKind, kind);
        QFETCH(QStringList, names);
        const auto key = generate(kind);
        QVERIFY(key.has_value());
        const auto text = privateJwk(*key, QStringLiteral("ops \"1\""));
        QVERIFY(text.has_value());
        const QJsonObject jwk = QJsonDocument::fromJson(text->view().toByteArray()).object();
        QCOMPARE(jwk.keys(), names);
        QCOMPARE(jwk.value(QStringLiteral("key_ops")).toArray(), QJsonArray({QStringLiteral("sign")}));
        QCOMPARE(jwk.value(QStringLiteral("alg")).toString(), algorithmName(key->algorithm()));
        QCOMPARE(jwk.value(QStringLiteral("kid")).toString(), QStringLiteral("ops \"1\""));
        QVERIFY(!text->view().contains('='));
        QVERIFY(!checkPublicOnly("{\"keys\":[" + text->view().toByteArray() + "]}"));
    }

    void itComesBackAsTheSameKey()
    {
        for (const KeyKind kind : {KeyKind::Rsa3072, KeyKind::EcP384}) {
            const auto key = generate(kind);
            QVERIFY(key.has_value());
            const auto text = privateJwk(*key);
            QVERIFY(text.has_value());
            const auto again = importPrivateKey(text->view(), {});
            QVERIFY(again.has_value());
            QCOMPARE(again->thumbprint(), key->thumbprint());
            QCOMPARE(importPrivateKey(again->clearPkcs8().view(), {})->thumbprint(), key->thumbprint());
        }
    }

    void theEcNumberIsFullLength() // RFC 7518 6.2.2.1
    {
        for (int i = 0; i < 600; ++i) {
            const auto key = generate(KeyKind::EcP384);
            QVERIFY(key.has_value());
            const auto text = privateJwk(*key);
            QVERIFY(text.has_value());
            const QJsonObject jwk = QJsonDocument::fromJson(text->view().toByteArray()).object();
            QCOMPARE(jwk.value(QStringLiteral("d")).toString().size(), 64);
        }
    }
};

QTEST_GUILESS_MAIN(TestPrivateJwk)
#include "tst_private_jwk.moc"
