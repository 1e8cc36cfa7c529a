// SPDX-License-Identifier: Apache-2.0
#include "keys/key_pair.h"
#include "keys/private_jwk.h"
#include "support/openssl_cli.h"
#include "support/quoted.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::keys;
using waybill::test::openssl;
using waybill::test::quoted;

namespace {

/// `openssl` with its arguments in one string.
QByteArray run(const char *arguments, const QByteArray &input = {})
{
    QString fault;
    const QByteArray output = openssl(QString::fromUtf8(arguments).split(QLatin1Char(' ')), input, &fault);
    if (output.isNull())
        qWarning("openssl %s: %s", arguments, qPrintable(fault));
    return output;
}

QByteArray jwk(const KeyPair &key, const QString &kid = {})
{
    const auto text = privateJwk(key, kid);
    return text ? text->view().toByteArray() : QByteArray();
}

/// The JWK with some members changed (an undefined value takes one away).
QByteArray changed(const QByteArray &text, const QJsonObject &changes, const QStringList &without = {})
{
    QJsonObject object = QJsonDocument::fromJson(text).object();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value());
    for (const QString &name : without)
        object.remove(name);
    return QJsonDocument(object).toJson();
}

} // namespace

/// SB-028: every form of a private key, and a name for everything we do not take.
class TestKeyImport : public QObject
{
    Q_OBJECT
    QByteArray m_rsa; // PKCS#8
    QByteArray m_ec;
    QByteArray m_rsaJwk;
    QByteArray m_ecJwk;

private Q_SLOTS:
    void initTestCase()
    {
        m_rsa = run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
        m_ec = run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384");
        const auto rsa = importPrivateKey(m_rsa, {});
        const auto ec = importPrivateKey(m_ec, {});
        QVERIFY(rsa && ec);
        m_rsaJwk = jwk(*rsa, QStringLiteral("rsa-1"));
        m_ecJwk = jwk(*ec, QStringLiteral("ec-1"));
    }

    void everyFormIsRead()
    {
        const SecretBytes none;
        const SecretBytes secret(QByteArrayView("pässword"));
        const QByteArray rsaPublic = run("pkey -pubout", m_rsa);
        const QByteArray ecPublic = run("pkey -pubout", m_ec);
        struct Row {
            const char *name;
            QByteArray bytes;
            const SecretBytes &passphrase;
            QByteArray published;
        };
        const QByteArray pkcs1 = run("rsa -traditional", m_rsa);
        QVERIFY(pkcs1.contains("BEGIN RSA PRIVATE KEY"));
        const QByteArray sec1 = run("ec", m_ec);
        QVERIFY(sec1.contains("BEGIN EC PRIVATE KEY"));
        const Row rows[] = {
            {"PKCS#8, RSA", m_rsa, none, rsaPublic},
            {"PKCS#8, EC", m_ec, none, ecPublic},
            {"a clear key with a passphrase given", m_ec, secret, ecPublic},
            {"PKCS#1", pkcs1, none, rsaPublic},
            {"SEC1", sec1, none, ecPublic},
            {"SEC1 after its parameters", run("ecparam -name secp384r1") + sec1, none, ecPublic},
            {"PBES2", run("pkcs8 -topk8 -v2 aes-256-cbc -passout pass:pässword", m_rsa), secret, rsaPublic},
            {"scrypt", run("pkcs8 -topk8 -scrypt -passout pass:pässword", m_ec), secret, ecPublic},
            {"encrypted PKCS#1", run("rsa -traditional -aes256 -passout pass:pässword", m_rsa), secret,
                rsaPublic},
            {"encrypted SEC1", run("ec -aes256 -passout pass:pässword", m_ec), secret, ecPublic},
            {"text before it", "Bag Attributes\n  friendlyName: x\n" + m_ec, none, ecPublic},
            {"Windows line ends", QByteArray(m_ec).replace("\n", "\r\n"), none, ecPublic},
            {"byte order mark", "\xef\xbb\xbf" + m_ec, none, ecPublic},
            {"JWK, RSA", m_rsaJwk, none, rsaPublic},
            {"JWK, EC", m_ecJwk, none, ecPublic},
            {"JWK Set with one private key", "{\"keys\":[" + m_ecJwk + "]}", none, ecPublic},
        };
        for (const Row &row : rows) {
            const auto key = importPrivateKey(row.bytes, row.passphrase);
            QVERIFY2(key, qPrintable(QLatin1String(row.name) + (key ? QString() : describe(key.error()))));
            QVERIFY2(key->publicPem() == row.published, row.name);
        }
    }

    void whatWeDoNotTakeHasAName() // SB-021, SB-028, F: reliability row 20
    {
        const SecretBytes none;
        const SecretBytes wrong(QByteArrayView("wrong"));
        const QByteArray encrypted = run("pkcs8 -topk8 -passout pass:right", m_ec);
        const QByteArray p256 = run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
        const QByteArray ed25519 = run("genpkey -algorithm ED25519");
        struct Row {
            QByteArray bytes;
            const SecretBytes &passphrase;
            QString said;
        };
        const Row rows[] = {
            {encrypted, wrong, QStringLiteral("passphrase is wrong")},
            {encrypted, none, QStringLiteral("is encrypted")},
            {run("rsa -traditional -aes256 -passout pass:right", m_rsa), wrong,
                QStringLiteral("passphrase is wrong")},
            {run("pkey -pubout", m_rsa), none, QStringLiteral("public key")},
            {run("rsa -RSAPublicKey_out", m_rsa), none, QStringLiteral("public key")},
            {"-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n", none,
                QStringLiteral("certificate")},
            {run("genrsa 1024"), none, QStringLiteral("1024 bits")},
            {run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:3"), none,
                QStringLiteral("exponent")},
            {run("genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048"), none,
                QStringLiteral("RSA-PSS")},
            {p256, none, QStringLiteral("prime256v1")},
            {run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521"), none,
                QStringLiteral("secp521r1")},
            {ed25519, none, QStringLiteral("ED25519")},
            {run("genpkey -algorithm X25519"), none, QStringLiteral("X25519")},
            {"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", none,
                QStringLiteral("OpenSSH")},
            {"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", none,
                QStringLiteral("damaged")},
            {m_rsa.first(m_rsa.size() / 2), none, QStringLiteral("damaged")},
            {"-----BEGIN SOMETHING-----\n", none, QStringLiteral("no private key")},
            {"", none, QStringLiteral("neither PEM nor a JSON Web Key")},
            {QByteArray(2 << 20, 'x'), none, QStringLiteral("too large")},
            {changed(m_rsaJwk, {}, {QStringLiteral("p")}), none, QStringLiteral("lacks")},
            {changed(m_rsaJwk, {{QStringLiteral("d"), QStringLiteral("!!")}}), none, QStringLiteral("lacks")},
            {changed(m_rsaJwk, {}, {QStringLiteral("d")}), none, QStringLiteral("public key")},
            {changed(m_ecJwk, {{QStringLiteral("crv"), QStringLiteral("P-256")}}), none,
                QStringLiteral("P-256")},
            {changed(m_ecJwk, {}, {QStringLiteral("x")}), none, QStringLiteral("lacks")},
            {quoted("{'kty':'OKP','crv':'Ed25519','x':'AA','d':'AA'}"), none, QStringLiteral("Ed25519")},
            {quoted("{'kty':'oct','k':'AAAA'}"), none, QStringLiteral("shared secret")},
            {"{}", none, QStringLiteral("kty")},
            {quoted("{'keys':[]}"), none, QStringLiteral("public keys only")},
        };
        for (const Row &row : rows) {
            const auto key = importPrivateKey(row.bytes, row.passphrase);
            QVERIFY2(!key, qPrintable(row.said));
            QCOMPARE(key.error().code, ErrorCode::InvalidInput);
            QVERIFY2(key.error().what.contains(row.said), qPrintable(row.said + describe(key.error())));
            QVERIFY2(!advice(key.error()).isEmpty(), qPrintable(row.said));
        }
    }

    void halvesThatDoNotBelongTogetherAreRefused()
    {
        const auto other =
            importPrivateKey(run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384"), {});
        QVERIFY(other.has_value());
        const QJsonObject half = other->publicJwk();
        const auto key = importPrivateKey(changed(m_ecJwk,
                                              {{QStringLiteral("x"), half.value(QStringLiteral("x"))},
                                                  {QStringLiteral("y"), half.value(QStringLiteral("y"))}}),
            {});
        QVERIFY(!key);
        QVERIFY2(key.error().what.contains(QLatin1String("together")), qPrintable(key.error().what));
    }

    void oneOfSeveralKeysIsChosen()
    {
        const auto publicOnly = importPrivateKey(m_ec, {})->publicJwk(QStringLiteral("public"));
        const QByteArray set = "{\"keys\":[" + QJsonDocument(publicOnly).toJson() + "," + m_rsaJwk + ","
            + m_ecJwk + "," + changed(m_ecJwk, {}, {QStringLiteral("kid")}) + "]}";
        QCOMPARE(privateKeysIn(set),
            QStringList({QStringLiteral("rsa-1"), QStringLiteral("ec-1"), QStringLiteral("#3")}));
        const auto undecided = importPrivateKey(set, {});
        QVERIFY(!undecided);
        QVERIFY(advice(undecided.error()).contains(QLatin1String("Choose one")));
        QCOMPARE(importPrivateKey(set, {}, QStringLiteral("ec-1"))->algorithm(), Algorithm::Es384);
        QCOMPARE(importPrivateKey(set, {}, QStringLiteral("rsa-1"))->algorithm(), Algorithm::Rs384);
        QVERIFY(importPrivateKey(set, {}, QStringLiteral("#3")).has_value());
        QVERIFY(!importPrivateKey(set, {}, QStringLiteral("public")));
        QVERIFY(privateKeysIn(m_ec).isEmpty());
        QVERIFY(privateKeysIn(m_ecJwk).isEmpty());
    }

    void noErrorShowsTheKey()
    {
        const QByteArray broken = changed(m_ecJwk, {{QStringLiteral("kty"), QStringLiteral("ec")}});
        const auto key = importPrivateKey(broken, {});
        QVERIFY(!key);
        const QString secret =
            QJsonDocument::fromJson(m_ecJwk).object().value(QStringLiteral("d")).toString();
        QVERIFY(!describe(key.error()).contains(secret));
    }
};

QTEST_GUILESS_MAIN(TestKeyImport)
#include "tst_key_import.moc"
