// SPDX-License-Identifier: Apache-2.0
#include "app/vault/keychain_fixture.h"

#include <QElapsedTimer>

using namespace waybill;
using namespace waybill::test;
using vault::KeychainStore;

/// With QT_NO_GLIB=1 no job of QtKeychain ever ends: our own patience must.
class TestKeychainSilent : public QObject
{
    Q_OBJECT
    // Static, so that jobs that never end are not counted as leaks of a test.
    static KeychainStore &store()
    {
        static KeychainStore impatient(kService, std::chrono::milliseconds{300});
        return impatient;
    }

private Q_SLOTS:
    void patienceEnds()
    {
        QElapsedTimer clock;
        clock.start();
        const auto answer = read(store(), QStringLiteral("key"));
        COMPARE_ERROR(answer, ErrorCode::KeychainLocked);
        QVERIFY(answer.error().what.contains(QLatin1String("has not answered")));
        // The patience is a coarse timer: Qt may fire it 5 % early.
        QVERIFY(clock.elapsed() >= 280);
        COMPARE_ERROR(write(store(), QStringLiteral("key"), "x"), ErrorCode::KeychainLocked);
        COMPARE_ERROR(remove(store(), QStringLiteral("key")), ErrorCode::KeychainLocked);
        COMPARE_ERROR(probe(store()), ErrorCode::KeychainLocked);
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // before the event loop is made
    QCoreApplication application(argc, argv);
    TestKeychainSilent test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychain_silent.moc"
