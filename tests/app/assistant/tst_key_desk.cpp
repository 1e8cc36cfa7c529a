// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "assistant/key_files.h"
#include "support/event_loop_watchdog.h"

#include <QJsonDocument>

using namespace waybill;
using namespace waybill::assistant;
using practices::KeyReference;
using practices::Step;
using practices::StepState;
using Work = KeyDeskState::Work;
using Keychain = KeyDeskState::Keychain;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestOnboardingKeyDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewKeyIsKeptEncryptedReadBackAndNamedInTheProfile() // SB-025, SB-027
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        const KeyDeskState state = o.practice().key().state();
        QVERIFY(state.key);
        QCOMPARE(state.key->algorithm, QStringLiteral("ES384"));
        QCOMPARE(
            o.profile().key, (KeyReference{KeyReference::Kind::File, o.inHome(QStringLiteral("key.pem"))}));
        QCOMPARE(o.profile().keyThumbprint, state.key->thumbprint);
        QCOMPARE(o.profile().keyId, state.key->thumbprint);
        QVERIFY(contentOf(o.inHome(QStringLiteral("key.pem")))
                    .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        QVERIFY(o.practice().keyHolder().pair());
        QCOMPARE(o.store().keys()->size(), 1);
    }

    void whatIsShownAndWrittenOfAKeyIsPublic() // SB-026
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        const KeyDeskState state = o.practice().key().state();
        QVERIFY(keys::checkPublicOnly(state.jwks));
        QVERIFY(state.publicPem.startsWith("-----BEGIN PUBLIC KEY-----"));
        const QString path = o.inHome(QStringLiteral("jwks.json"));
        o.practice().key().saveJwks(path);
        QCOMPARE(o.practice().key().state().savedJwks, path);
        QCOMPARE(contentOf(path), state.jwks);
        o.practice().key().saveJwks(QStringLiteral("/nowhere/jwks.json"));
        QVERIFY(o.practice().key().state().problem);
    }

    void aJwksWithAPrivateMemberIsNeverWritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("jwks.json"));
        QVERIFY(!writeJwks(path, R"({"keys":[{"kty":"EC","crv":"P-384","x":"a","y":"b","d":"secret"}]})"));
        QVERIFY(!QFile::exists(path));
    }

    void anUnusablePlaceIsNamedBeforeAnythingIsMade_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("passphrase");
        QTest::newRow("no path") << QString() << test::kPassphrase;
        QTest::newRow("relative path") << QStringLiteral("key.pem") << test::kPassphrase;
        QTest::newRow("short passphrase") << QStringLiteral("%1/key.pem") << QStringLiteral("short");
        QTest::newRow("existing file") << QStringLiteral("%1/there.pem") << test::kPassphrase;
    }

    void anUnusablePlaceIsNamedBeforeAnythingIsMade()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, passphrase);
        test::Onboarding o;
        QFile there(o.inHome(QStringLiteral("there.pem")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        KeyPlace place{false, path.contains(QLatin1Char('%')) ? path.arg(o.home()) : path,
            SecretBytes(passphrase.toUtf8())};
        o.practice().key().generate(keys::KeyKind::EcP384, std::move(place));
        QCOMPARE(o.practice().key().state().work, Work::Idle);
        QVERIFY(o.practice().key().state().problem);
        QCOMPARE(o.practice().key().state().problem->code, ErrorCode::InvalidInput);
        QVERIFY(!o.practice().key().state().key);
    }

    void aKeyThatCannotBeKeptWaitsForAnotherPlace()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        o.practice().key().generate(keys::KeyKind::EcP384,
            {false, QStringLiteral("/proc/waybill/key.pem"), test::Onboarding::passphrase()});
        QVERIFY(o.waitFor([&] { return o.practice().key().state().work == Work::Idle; }));
        QVERIFY(o.practice().key().state().problem);
        const auto homeless = o.practice().key().state().homeless;
        QVERIFY(homeless);
        QCOMPARE(o.record(Step::Key).state, StepState::Todo);
        o.practice().key().keepElsewhere(o.filePlace());
        QVERIFY(o.waitFor([&] { return o.practice().key().state().work == Work::Idle; }));
        QCOMPARE(o.profile().keyThumbprint, homeless->thumbprint);
        QVERIFY(!o.practice().key().state().homeless);
    }

    void withoutASecretServiceTheKeychainSaysSo()
    {
        if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
            return; // this machine has a session of its own; vault's tests cover it
        test::Onboarding o;
        o.practice().key().probeKeychain();
        QCOMPARE(o.practice().key().state().keychain, Keychain::Probing);
        QVERIFY(o.waitFor([&] { return o.practice().key().state().keychain != Keychain::Probing; }));
        QCOMPARE(o.practice().key().state().keychain, Keychain::Unavailable);
        QVERIFY(o.practice().key().state().keychainProblem);
    }

    void aPracticeTakenUpAgainShowsItsPublicKeyAndAsksForThePassphrase()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        const QByteArray jwks = o.practice().key().state().jwks;
        const QString createdAt = o.practice().key().state().key->createdAt;
        o.reopen();
        QCOMPARE(o.practice().key().state().jwks, jwks);
        QCOMPARE(o.practice().key().state().key->createdAt, createdAt);
        QCOMPARE(o.practice().key().state().key->bits, 384);
        KeyHolder &holder = o.practice().keyHolder();
        QVERIFY(holder.needsPassphrase());
        std::optional<Result<keys::KeyPair>> got;
        holder.withKey(this, [&got](const Result<keys::KeyPair> &pair) { got = pair; });
        QVERIFY(o.waitFor([&] { return got.has_value(); }));
        QCOMPARE(got->error().code, ErrorCode::SecretMissing);
        holder.unlock(SecretBytes("wrong passphrase"));
        QVERIFY(o.waitFor([&] { return !holder.isUnlocking(); }));
        QVERIFY(holder.problem() && !holder.pair());
        holder.unlock(test::Onboarding::passphrase());
        QVERIFY(o.waitFor([&] { return !holder.isUnlocking(); }));
        QVERIFY(holder.pair());
        QCOMPARE(QString::fromLatin1(holder.pair()->thumbprint()), o.profile().keyThumbprint);
    }

    void anotherKeyInThePlaceOfOursIsRefused() // gui-testing 2: never take "not ours" for ours
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        o.reopen();
        QFile::remove(o.inHome(QStringLiteral("key.pem")));
        const auto other = keys::generate(keys::KeyKind::EcP384);
        QVERIFY(keepKeyPair(*other, o.inHome(QStringLiteral("key.pem")), test::Onboarding::passphrase()));
        o.practice().keyHolder().unlock(test::Onboarding::passphrase());
        QVERIFY(o.waitFor([&] { return !o.practice().keyHolder().isUnlocking(); }));
        QVERIFY(!o.practice().keyHolder().pair());
        QCOMPARE(o.practice().keyHolder().problem()->code, ErrorCode::SecretMissing);
    }

    void oneKeyNeverServesSandboxAndProduction() // SB-034
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        const QString kept = o.inHome(QStringLiteral("key.pem"));
        OnboardingDraft production(o.store(), o.practice().clock(), {});
        production.change([](practices::Profile &p) { p.environment = practices::Environment::Production; });
        vault::KeychainStore keychain;
        KeyHolder holder(production, keychain);
        KeyDesk desk(production, keychain, holder, o.inHome(QStringLiteral("keys")));
        desk.importFile(kept, test::Onboarding::passphrase(), o.filePlace(QStringLiteral("again.pem")));
        QVERIFY(o.waitFor([&] { return desk.state().work == Work::Idle; }));
        QVERIFY(desk.state().problem);
        QVERIFY(!desk.state().key);
        QVERIFY(!QFile::exists(o.inHome(QStringLiteral("again.pem"))));
    }

    void aStoppedGenerationLeavesNothingBehind()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        o.practice().key().generate(keys::KeyKind::Rsa4096, o.filePlace());
        o.practice().key().cancel();
        QCOMPARE(o.practice().key().state().work, Work::Idle);
        QTest::qWait(100);
        QVERIFY(!o.practice().key().state().key && !o.practice().key().state().homeless);
        QVERIFY(!QFile::exists(o.inHome(QStringLiteral("key.pem"))));
    }

    void makingALargeKeyNeverStallsTheWindow()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        support::EventLoopWatchdog watchdog;
        watchdog.start();
        QVERIFY(o.makeKey(keys::KeyKind::Rsa3072));
        watchdog.stop();
        QVERIFY2(watchdog.longestWork() < support::EventLoopWatchdog::kLimit,
            qPrintable(QString::number(watchdog.longestWork().count())));
        QCOMPARE(o.practice().key().state().key->bits, 3072);
    }
};

QTEST_GUILESS_MAIN(TestOnboardingKeyDesk)
#include "tst_key_desk.moc"
