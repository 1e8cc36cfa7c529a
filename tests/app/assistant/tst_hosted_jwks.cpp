// SPDX-License-Identifier: Apache-2.0
#include "assistant/hosted_jwks.h"
#include "keys/key_pair.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::assistant;
using discovery::FindingState;

namespace {

http::Response answer(const QByteArray &body, int status = 200, const QByteArray &type = "application/json")
{
    http::Response response;
    response.head.status = status;
    response.head.url = QUrl(QStringLiteral("https://example.org/jwks.json?token=secret"));
    response.head.headers.add("Content-Type", type);
    response.head.headers.add("Cache-Control", "max-age=300");
    response.body = body;
    return response;
}

FindingState stateOf(const QList<discovery::Finding> &findings, const QString &id)
{
    for (const discovery::Finding &finding : findings) {
        if (finding.id == id)
            return finding.state;
    }
    return FindingState::Unknown;
}

} // namespace

class TestOnboardingHostedJwks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto pair = keys::generate(keys::KeyKind::EcP384);
        const auto other = keys::generate(keys::KeyKind::EcP384);
        QVERIFY(pair && other);
        m_kid = QString::fromLatin1(pair->thumbprint());
        m_ours = pair->publicJwk();
        m_others = other->publicJwk();
        m_local = keys::jwkSet({m_ours});
    }

    void aGoodCopyIsGreen() // SB-030
    {
        const auto findings = checkHostedJwks(answer(keys::jwkSet({m_others, m_ours})), m_local, m_kid);
        QCOMPARE(discovery::worstOf(findings), FindingState::Ok);
        for (const discovery::Finding &finding : findings)
            QVERIFY2(!finding.place.contains(QLatin1String("secret")), "a query is never shown");
    }

    void whatIsWrongIsNamed_data() // SB-030, SB-031, F-043
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("finding");
        QJsonObject imposter = m_others;
        imposter.insert(QStringLiteral("kid"), m_kid);
        QTest::newRow("another key only") << keys::jwkSet({m_others}) << 200 << QStringLiteral("jwks.key");
        QTest::newRow("our kid twice") << keys::jwkSet({m_ours, m_ours}) << 200 << QStringLiteral("jwks.key");
        QTest::newRow("our kid, another key")
            << keys::jwkSet({imposter}) << 200 << QStringLiteral("jwks.key");
        QTest::newRow("html") << QByteArray("<html>sign in</html>") << 200 << QStringLiteral("jwks.json");
        QTest::newRow("one key, no set")
            << QJsonDocument(m_ours).toJson() << 200 << QStringLiteral("jwks.json");
        QTest::newRow("not there") << QByteArray() << 404 << QStringLiteral("jwks.reached");
        QTest::newRow("sign-in needed") << QByteArray() << 401 << QStringLiteral("jwks.reached");
        QJsonObject leaked = m_ours;
        leaked.insert(QStringLiteral("d"), QStringLiteral("AAAA"));
        const QByteArray set =
            QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{leaked}}}).toJson();
        QTest::newRow("private key published") << set << 200 << QStringLiteral("jwks.private");
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QString, finding);
        const auto findings = checkHostedJwks(answer(body, status), m_local, m_kid);
        QCOMPARE(stateOf(findings, finding), FindingState::Bad);
    }

    void aRedirectAndAStrangeTypeAskForASecondLook()
    {
        const auto moved = checkHostedJwks(answer({}, 302), m_local, m_kid);
        QCOMPARE(discovery::worstOf(moved), FindingState::Attention);
        const auto text = checkHostedJwks(answer(m_local, 200, "text/plain"), m_local, m_kid);
        QCOMPARE(stateOf(text, QStringLiteral("jwks.type")), FindingState::Attention);
    }

private:
    QString m_kid;
    QJsonObject m_ours;
    QJsonObject m_others;
    QByteArray m_local;
};

QTEST_GUILESS_MAIN(TestOnboardingHostedJwks)
#include "tst_hosted_jwks.moc"
