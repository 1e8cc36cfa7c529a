// SPDX-License-Identifier: Apache-2.0
#include "app/vault/keychain_fixture.h"

using namespace waybill;
using namespace waybill::test;
using vault::KeychainStore;

/// No keyring, in three ways; which one is in WAYBILL_TEST_KEYRING. Each has its own words.
class TestKeychainUnavailable : public QObject
{
    Q_OBJECT
    KeychainStore m_store{kService};
    QString m_words;

    void check(const Error &error) const
    {
        QVERIFY2(error.code == ErrorCode::KeychainUnavailable, qPrintable(describe(error)));
        QVERIFY2(error.what.contains(m_words), qPrintable(describe(error)));
        QVERIFY2(error.next.contains(QLatin1String("encrypted file")), qPrintable(error.next));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QHash<QString, QString> words{
            {QStringLiteral("no-collection"), QStringLiteral("no default keyring")},
            {QStringLiteral("no-service"), QStringLiteral("No keyring service")},
            {QStringLiteral("no-bus"), QStringLiteral("no D-Bus session")}};
        m_words = words.value(qEnvironmentVariable("WAYBILL_TEST_KEYRING"));
        QVERIFY2(!m_words.isEmpty(), "to be run by support/private_session.sh");
    }

    void readingSaysSo()
    {
        const auto answer = read(m_store, QStringLiteral("key"));
        QVERIFY(!answer);
        check(answer.error());
    }

    void writingSaysSo()
    {
        const auto answer = write(m_store, QStringLiteral("key"), "x");
        QVERIFY(!answer);
        check(answer.error());
    }

    void theProbeSaysSo()
    {
        const auto answer = probe(m_store);
        QVERIFY(!answer);
        check(answer.error());
    }
};

QTEST_GUILESS_MAIN(TestKeychainUnavailable)
#include "tst_keychain_unavailable.moc"
