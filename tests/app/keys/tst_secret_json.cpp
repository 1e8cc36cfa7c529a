// SPDX-License-Identifier: Apache-2.0
#include "keys/secret_json.h"
#include "support/quoted.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace waybill;
using namespace waybill::keys;
using waybill::test::quoted;

class TestSecretJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void privateValuesStayOutOfTheDocument()
    {
        const auto json =
            SecretJson::parse(quoted("{'keys':[{'kty':'EC','d' : 'SECRET1','x':'PUBLIC'},"
                                     "            {'p':'SECRET2','kid':'d','alg':'d'}], 'k':'SECRET3'}"));
        QVERIFY(json.has_value());
        const QByteArray text = json->document().toJson();
        QVERIFY2(!text.contains("SECRET"), text.constData());
        QVERIFY(text.contains("PUBLIC"));
        const QJsonArray keys = json->document().object().value(QStringLiteral("keys")).toArray();
        QCOMPARE(json->secret(keys[0][QStringLiteral("d")])->view(), QByteArrayView("SECRET1"));
        QCOMPARE(json->secret(keys[1][QStringLiteral("p")])->view(), QByteArrayView("SECRET2"));
        QCOMPARE(keys[1][QStringLiteral("kid")].toString(), QStringLiteral("d"));
        QCOMPARE(json->secret(json->document()[QStringLiteral("k")])->view(), QByteArrayView("SECRET3"));
        QVERIFY(!json->secret(keys[0][QStringLiteral("x")]));
        QVERIFY(!json->secret(QJsonValue()));
    }

    void oddTextsDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("name at the end") << QByteArray("{\"d\"") << false;
        QTest::newRow("colon at the end") << QByteArray("{\"d\":") << false;
        QTest::newRow("open value") << QByteArray("{\"d\":\"AAA") << false;
        QTest::newRow("open name") << QByteArray("{\"d") << false;
        QTest::newRow("backslash at the end") << QByteArray("{\"d\":\"A\\") << false;
        QTest::newRow("a number") << QByteArray("{\"d\":5}") << true;
        QTest::newRow("an empty value") << QByteArray("{\"d\":\"\"}") << true;
        QTest::newRow("a quote inside") << (quoted("{'d':'A\\'B','x':'C'}")) << true;
        QTest::newRow("an array") << QByteArray("[\"d\",\"e\"]") << true;
    }

    void oddTextsDoNoHarm()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QCOMPARE(SecretJson::parse(text).has_value(), good);
    }

    void everyPrefixOfAKeyIsSurvived()
    {
        const QByteArray whole(quoted("{'keys':[{'kty':'RSA','n':'AQ','d':'AB\\\\','p':'\\u0041','q':''}]}"));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!SecretJson::parse(whole.first(size)));
        QVERIFY(SecretJson::parse(whole).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSecretJson)
#include "tst_secret_json.moc"
