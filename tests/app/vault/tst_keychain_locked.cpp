// SPDX-License-Identifier: Apache-2.0
#include "app/vault/keychain_fixture.h"
#include "vault/keyring_state.h"

using namespace waybill;
using namespace waybill::test;
using vault::KeychainStore;

/// A locked keyring on a machine without a display: a server, or a session over ssh.
class TestKeychainLocked : public QObject
{
    Q_OBJECT
    KeychainStore m_store{kService};

private Q_SLOTS:
    void theServiceSaysSo()
    {
        QObject context;
        std::optional<vault::KeyringState> state;
        vault::askKeyringState(&context, [&state](vault::KeyringState answer) { state = answer; });
        QTRY_VERIFY(state.has_value());
        QVERIFY(*state == vault::KeyringState::Locked);
    }

    void readingSaysLocked() // QtKeychain alone would say "entry not found"
    {
        const auto answer = read(m_store, QStringLiteral("key"));
        COMPARE_ERROR(answer, ErrorCode::KeychainLocked);
        QVERIFY(answer.error().what.contains(QLatin1String("is locked")));
    }

    void writingSaysLocked()
    {
        COMPARE_ERROR(write(m_store, QStringLiteral("key"), "x"), ErrorCode::KeychainLocked);
    }

    void removingDoesNotPretend()
    {
        COMPARE_ERROR(remove(m_store, QStringLiteral("key")), ErrorCode::KeychainLocked);
    }

    void theProbeSaysLocked()
    {
        const auto answer = probe(m_store);
        COMPARE_ERROR(answer, ErrorCode::KeychainLocked);
        QVERIFY(answer.error().where.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "tst_keychain_locked.moc"
