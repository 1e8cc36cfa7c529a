// SPDX-License-Identifier: Apache-2.0
#include "vault/keychain_problem.h"

#include <QTest>
#include <qt6keychain/keychain.h>

using namespace waybill;
using namespace waybill::vault;
using namespace std::chrono_literals;

/// The rows of QtKeychain 0.13.2 over libsecret, as measured on Debian 12.
class TestKeychainProblem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFailureHasItsWords_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, QKeychain::Error error, const QString &text, ErrorCode code,
                             const char *words) {
            QTest::newRow(name) << int{error} << text << code << QString::fromLatin1(words);
        };
        row("no bus", QKeychain::OtherError, QStringLiteral("Cannot autolaunch D-Bus without X11 $DISPLAY"),
            ErrorCode::KeychainUnavailable, "no D-Bus session");
        row("no service", QKeychain::OtherError,
            QStringLiteral("The name org.freedesktop.secrets was not provided by any .service files"),
            ErrorCode::KeychainUnavailable, "No keyring service");
        row("no keyring", QKeychain::OtherError,
            QStringLiteral("Object does not exist at path “/org/freedesktop/secrets/collection/login”"),
            ErrorCode::KeychainUnavailable, "no default keyring");
        row("locked", QKeychain::AccessDenied, QStringLiteral("Cannot create an item in a locked collection"),
            ErrorCode::KeychainLocked, "is locked");
        row("denied", QKeychain::AccessDeniedByUser, {}, ErrorCode::KeychainLocked, "prompt was closed");
        row("no libsecret", QKeychain::NoBackendAvailable, {}, ErrorCode::KeychainUnavailable, "libsecret");
        row("not implemented", QKeychain::NotImplemented, {}, ErrorCode::KeychainUnavailable, "no keychain");
        row("not removed", QKeychain::CouldNotDeleteEntry, {}, ErrorCode::Storage, "remove");
        row("not found", QKeychain::EntryNotFound, {}, ErrorCode::SecretMissing,
            "locked, or the key was removed");
        row("anything else", QKeychain::OtherError, QStringLiteral("Timeout was reached"),
            ErrorCode::KeychainUnavailable, "failed");
    }

    void everyFailureHasItsWords()
    {
        QFETCH(int, error);
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        const Error problem = keychainProblem(error, text, QStringLiteral("key"));
        QCOMPARE(problem.code, code);
        QVERIFY2(problem.what.contains(words), qPrintable(problem.what));
        QCOMPARE(problem.where, QStringLiteral("key"));
        QVERIFY(!problem.next.isEmpty());
    }

    void nothingFoundIsToldApart_data()
    {
        QTest::addColumn<KeyringState>("state");
        QTest::addColumn<int>("waited");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("open") << KeyringState::Unlocked << 12 << ErrorCode::SecretMissing
                              << QStringLiteral("not in it");
        QTest::newRow("open after a prompt")
            << KeyringState::Unlocked << 9000 << ErrorCode::SecretMissing << QStringLiteral("not in it");
        QTest::newRow("locked") << KeyringState::Locked << 12 << ErrorCode::KeychainLocked
                                << QStringLiteral("is locked");
        QTest::newRow("prompt closed") << KeyringState::Locked << 4000 << ErrorCode::KeychainLocked
                                       << QStringLiteral("prompt was closed");
        QTest::newRow("no keyring") << KeyringState::NoDefault << 12 << ErrorCode::KeychainUnavailable
                                    << QStringLiteral("no default keyring");
        QTest::newRow("another keychain") << KeyringState::NoService << 12 << ErrorCode::SecretMissing
                                          << QStringLiteral("locked, or the key was removed");
        QTest::newRow("unknown") << KeyringState::Unknown << 12 << ErrorCode::SecretMissing
                                 << QStringLiteral("locked, or the key was removed");
    }

    void nothingFoundIsToldApart()
    {
        QFETCH(KeyringState, state);
        QFETCH(int, waited);
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        const Error problem = nothingFound(state, std::chrono::milliseconds{waited}, QStringLiteral("key"));
        QCOMPARE(problem.code, code);
        QVERIFY2(problem.what.contains(words), qPrintable(problem.what));
    }

    void silenceIsMeasuredInSeconds()
    {
        const Error problem = noAnswer(90'500ms, QStringLiteral("key"));
        QCOMPARE(problem.code, ErrorCode::KeychainLocked);
        QVERIFY(problem.what.contains(QLatin1String("91 s")));
    }
};

QTEST_GUILESS_MAIN(TestKeychainProblem)
#include "tst_keychain_problem.moc"
