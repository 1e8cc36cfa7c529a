// SPDX-License-Identifier: Apache-2.0
#include "keys/jwk.h"
#include "support/quoted.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::keys;
using waybill::test::quoted;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

// RFC 7638 3.1
const QByteArray kRfc7638 =
    quoted("{'kty':'RSA',"
           " 'n':'0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_"
           "BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_"
           "FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-"
           "bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',"
           " 'e':'AQAB','alg':'RS256','kid':'2011-04-29'}");

// SMART App Launch 2.2.0, "Client Authentication: Asymmetric", worked example.
const QByteArray kSmartKey = quoted(
    "{'kty':'RSA','alg':'RS384',"
    " 'n':'wJq2RHIA-7RT6q4go7wjcbHdW7ck7Kz22A8wf-kN7Wi5CWvhFG2_Y7nQp1lDpb2IKMQr-Q4n_"
    "vgJ6d5rWPspJpSPY7iffUK4ipQCEbzID5DJ6fQMBZOfCTXyxkuMh3jYGKEF3Ziw2oxbM1H9j-eJAPtrj5stUG6kVoXowegdox-"
    "bSjWP0iI5PnkwUNzcekLMug4M3LRluEQgGR9O_BAML6-w3igZ_rZA_gunyrLAMbfmCVaceW5ohLp679kyM7U6W2gDK_"
    "NbkDKcINUakVmPeoG5h8RzgGzvGrySR0k0VDFiZv60Ua07DqHTeDGH9e4NV07AECae-oykIj5NDCs3pw',"
    " 'e':'AQAB','key_ops':['verify'],'ext':true,'kid':'eee9f17a3b598fd86417a980b591fbe6'}");
constexpr auto kSmartToken =
    "eyJhbGciOiJSUzM4NCIsImtpZCI6ImVlZTlmMTdhM2I1OThmZDg2NDE3YTk4MGI1OTFmYmU2IiwidHlwIjoiSldUIn0."
    "eyJpc3MiOiJodHRwczovL2JpbGktbW9uaXRvci5leGFtcGxlLmNvbSIsInN1YiI6Imh0dHBzOi8vYmlsaS1tb25pdG9yLmV4YW1w"
    "bGUuY29tIiwiYXVkIjoiaHR0cHM6Ly9hdXRob3JpemUuc21hcnRoZWFsdGhpdC5vcmcvdG9rZW4iLCJleHAiOjE0MjI1Njg4NjAs"
    "Imp0aSI6InJhbmRvbS1ub24tcmV1c2FibGUtand0LWlkLTEyMyJ9."
    "D5kAqNJwaftCqsRdVVQDq6dMBxuGFOF5svQJuXbcYp-oEyg5qOwK9ZE5cGLTHxqwfpUPNzRKgVdIGuhawAA-8g0s1nKQae8CuKs3"
    "3hhKh4J34xSEwW3MYs1gwI4GHTtR_g3kYSX6QCi14Ed3GIAvYFgqRqt-gD7sewMUXL4SB8I8cXcDbCqVizm7uPVhjw6QaeKZygJJ_"
    "AVLhM4Xs9LTy4HAhdCHpN0FrNmCerUIYJvHDpcod7A0jDmxdoeW1KIBYlhdhQNwjtsTvT1ce4qacN_3KIv_fIzCKLIgDv9eWxkjAt"
    "xOmIm8aW5gX9xX7X0nbd0QglIyiic_bZVNNEh0kg";

const QStringList &privateNames()
{
    static const QStringList names{QStringLiteral("d"), QStringLiteral("p"), QStringLiteral("q"),
        QStringLiteral("dp"), QStringLiteral("dq"), QStringLiteral("qi"), QStringLiteral("oth"),
        QStringLiteral("k")};
    return names;
}

} // namespace

class TestJwk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thumbprintIsThatOfRfc7638() // SB-025
    {
        QCOMPARE(jwkThumbprint(object(kRfc7638)).value_or("?"),
            QByteArray("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
    }

    void thumbprintNeedsTheRequiredMembers()
    {
        QVERIFY(!jwkThumbprint({}));
        QVERIFY(!jwkThumbprint(object(quoted("{'kty':'oct','k':'AAAA'}"))));
        QVERIFY(!jwkThumbprint(object(quoted("{'kty':'RSA','n':'AQAB'}"))));
        QVERIFY(!jwkThumbprint(object(quoted("{'kty':'RSA','n':'A\\'QAB','e':'AQAB'}"))));
        QVERIFY(!jwkThumbprint(object(quoted("{'kty':'EC','crv':'P-384','x':'AQ==','y':'AQ'}"))));
    }

    void theSampleTokenOfSmartVerifies() // requirements 8
    {
        const QByteArrayView token(kSmartToken);
        const qsizetype dot = token.lastIndexOf('.');
        const auto signature = fromBase64Url(token.sliced(dot + 1));
        QVERIFY(signature.has_value());
        const auto verdict = verifyWithJwk(object(kSmartKey), Algorithm::Rs384, token.first(dot), *signature);
        QVERIFY(verdict.value_or(false));
        QByteArray other = token.first(dot).toByteArray();
        other[40] = other[40] == 'x' ? 'y' : 'x';
        QCOMPARE(verifyWithJwk(object(kSmartKey), Algorithm::Rs384, other, *signature).value_or(true), false);
        QVERIFY(!verifyWithJwk(object(kSmartKey), Algorithm::Es384, token.first(dot), *signature));
    }

    void aPublishedKeyVerifiesWhatWeSign()
    {
        const auto key = generate(KeyKind::EcP384);
        QVERIFY(key.has_value());
        const QByteArray signature = key->sign("header.claims").value_or("");
        QVERIFY(
            verifyWithJwk(key->publicJwk(), Algorithm::Es384, "header.claims", signature).value_or(false));
        QJsonObject broken = key->publicJwk();
        broken.insert(QStringLiteral("x"), broken.value(QStringLiteral("y")));
        QVERIFY(!verifyWithJwk(broken, Algorithm::Es384, "header.claims", signature));
    }

    void base64UrlIsStrict_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << QByteArray("AQAB") << true;
        QTest::newRow("both special characters") << QByteArray("-_-_") << true;
        QTest::newRow("padding") << QByteArray("AQ==") << false;
        QTest::newRow("the other alphabet") << QByteArray("+/+/") << false;
        QTest::newRow("white space") << QByteArray("AQ AB") << false;
        QTest::newRow("impossible length") << QByteArray("AQABA") << false;
    }

    void base64UrlIsStrict()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto bytes = fromBase64Url(text);
        QCOMPARE(bytes.has_value(), good);
        if (good)
            QCOMPARE(toBase64Url(*bytes), text);
    }

    void noPublicExportEverHoldsAPrivateMember() // SB-026
    {
        const QStringList kids{QString(), QStringLiteral("d"), QStringLiteral("key \"d\":\"x\""),
            QStringLiteral("schlüssel-1"), QStringLiteral("\\u0064"), QString(300, QLatin1Char('q')),
            QStringLiteral("{\"k\":1}")};
        const auto rsa = generate(KeyKind::Rsa3072);
        QVERIFY(rsa.has_value());
        for (int i = 0; i < 200; ++i) {
            const auto key = i % 40 == 0 ? rsa : generate(KeyKind::EcP384);
            QVERIFY(key.has_value());
            const QString kid = kids[i % kids.size()];
            const auto use = i % 2 == 0 ? PublicUse::Use : PublicUse::KeyOps;
            const QByteArray set = jwkSet({key->publicJwk(kid, use), rsa->publicJwk(kid, use)});
            QVERIFY(checkPublicOnly(set));
            const QJsonArray keys =
                QJsonDocument::fromJson(set).object().value(QStringLiteral("keys")).toArray();
            QCOMPARE(keys.size(), 2);
            for (const QJsonValue &jwk : keys) {
                const QStringList names = jwk.toObject().keys();
                for (const QString &name : privateNames())
                    QVERIFY2(!names.contains(name), qPrintable(name));
                QCOMPARE(names.size(), jwk[QStringLiteral("kty")] == QStringLiteral("EC") ? 7 : 6);
            }
        }
    }

    void everyPrivateMemberIsFound_data() // SB-026
    {
        QTest::addColumn<QByteArray>("text");
        for (const QString &name : privateNames()) {
            const QByteArray member = "\"" + name.toUtf8() + "\":";
            QTest::newRow(qPrintable(name)) << "{\"keys\":[{\"kty\":\"RSA\"," + member + "\"AQAB\"}]}";
            QTest::newRow(qPrintable(name + QStringLiteral(" null")))
                << "{\"keys\":[{}, {" + member + "null}]}";
        }
        QTest::newRow("escaped name") << (quoted("{'keys':[{'\\u0064':'AQAB'}]}"));
        QTest::newRow("beside the keys") << (quoted("{'keys':[],'d':'AQAB'}"));
        QTest::newRow("nested") << (quoted("{'keys':[{'x-more':[{'private':{'d':'AQAB'}}]}]}"));
        QTest::newRow("not a set") << (quoted("{'kty':'RSA'}"));
        QTest::newRow("not JSON") << QByteArray("<html>");
        QTest::newRow("cut") << (quoted("{'keys':["));
    }

    void everyPrivateMemberIsFound()
    {
        QFETCH(QByteArray, text);
        const auto verdict = checkPublicOnly(text);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, ErrorCode::InvalidInput);
        QVERIFY(!describe(verdict.error()).contains(QLatin1String("AQAB")));
    }

    void aSetIsReadableText()
    {
        const auto key = generate(KeyKind::EcP384);
        QVERIFY(key.has_value());
        const QByteArray set = jwkSet({key->publicJwk(QStringLiteral("one"))});
        QVERIFY(set.startsWith("{\n"));
        QVERIFY(set.endsWith("}\n"));
        QCOMPARE(jwkSet({}).simplified(), QByteArray("{ \"keys\": [ ] }"));
    }
};

QTEST_GUILESS_MAIN(TestJwk)
#include "tst_jwk.moc"
