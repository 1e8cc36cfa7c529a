// SPDX-License-Identifier: Apache-2.0
// The private key for operations: by typed consent only, and never over another file (SB-023, SB-027).
#include "app/assistant/assistant_fixture.h"
#include "assistant/key_export.h"

#include <QJsonDocument>

using namespace waybill;
using namespace waybill::assistant;
using waybill::test::Onboarding;

class TestOnboardingKeyExport : public QObject
{
    Q_OBJECT

    static KeyExportDesk &desk(Onboarding &o) { return o.practice().keyExport(); }
    static KeyExportDesk::Wish wish(Onboarding &o, KeyFormat format, const QString &consent)
    {
        return {format, o.inHome(QStringLiteral("for-ops.key")), consent,
            SecretBytes(QByteArray("another good passphrase"))};
    }
    static bool ends(Onboarding &o)
    {
        return Onboarding::waitFor([&o] { return !desk(o).state().busy; });
    }
    static QByteArray written(Onboarding &o)
    {
        QFile file(o.inHome(QStringLiteral("for-ops.key")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void anEncryptedCopyHasAPassphraseOfItsOwn() // SB-027
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment() && o.makeKey());
        desk(o).write(wish(o, KeyFormat::EncryptedPem, QStringLiteral("Elm Street")));
        QVERIFY(ends(o));
        QVERIFY(!desk(o).state().problem);
        QVERIFY(written(o).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        const auto pair = readKeyPair(
            o.inHome(QStringLiteral("for-ops.key")), SecretBytes(QByteArray("another good passphrase")));
        QCOMPARE(QString::fromLatin1(pair->thumbprint()), o.profile().keyThumbprint);
        QVERIFY(!readKeyPair(o.inHome(QStringLiteral("for-ops.key")), Onboarding::passphrase()));
        QCOMPARE(
            QFile::permissions(desk(o).state().written) & QFile::Permissions(0x077), QFile::Permissions());
    }

    void aPrivateJwkIsWhatCommandLineClientsWant() // SB-023
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment() && o.makeKey());
        desk(o).write(wish(o, KeyFormat::PrivateJwk, QStringLiteral("Elm Street")));
        QVERIFY(ends(o));
        const QJsonObject jwk = QJsonDocument::fromJson(written(o)).object();
        QCOMPARE(jwk.value(QLatin1String("kid")).toString(), o.profile().keyId);
        QCOMPARE(jwk.value(QLatin1String("key_ops")).toArray(), QJsonArray{QStringLiteral("sign")});
        QVERIFY(!jwk.value(QLatin1String("alg")).toString().isEmpty());
        QCOMPARE(
            QFile::permissions(desk(o).state().written) & QFile::Permissions(0x077), QFile::Permissions());
    }

    void withoutTheTypedNameNothingIsWritten_data()
    {
        QTest::addColumn<QString>("consent");
        QTest::newRow("nothing") << QString();
        QTest::newRow("yes") << QStringLiteral("yes");
        QTest::newRow("other case") << QStringLiteral("elm street");
    }
    void withoutTheTypedNameNothingIsWritten()
    {
        QFETCH(const QString, consent);
        Onboarding o;
        QVERIFY(o.chooseEnvironment() && o.makeKey());
        desk(o).write(wish(o, KeyFormat::PrivateJwk, consent));
        QVERIFY(ends(o) && desk(o).state().problem);
        QVERIFY(written(o).isEmpty());
    }

    void anotherFileIsNeverOverwritten()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment() && o.makeKey());
        QFile file(o.inHome(QStringLiteral("for-ops.key")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        for (const KeyFormat format : {KeyFormat::EncryptedPem, KeyFormat::PrivateJwk}) {
            desk(o).write(wish(o, format, QStringLiteral("Elm Street")));
            QVERIFY(ends(o) && desk(o).state().problem);
        }
        QCOMPARE(written(o), QByteArray("mine"));
    }

    void aLockedKeyIsUnlockedFirst()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment() && o.makeKey());
        o.reopen();
        desk(o).write(wish(o, KeyFormat::PrivateJwk, QStringLiteral("Elm Street")));
        QVERIFY(desk(o).state().needsPassphrase);
        QVERIFY(written(o).isEmpty());
        desk(o).unlock(Onboarding::passphrase());
        QVERIFY(Onboarding::waitFor([&] { return !desk(o).state().needsPassphrase; }));
        desk(o).write(wish(o, KeyFormat::PrivateJwk, QStringLiteral("Elm Street")));
        QVERIFY(ends(o));
        QVERIFY(!written(o).isEmpty());
    }

    void aShortPassphraseIsRefused()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment() && o.makeKey());
        KeyExportDesk::Wish weak = wish(o, KeyFormat::EncryptedPem, QStringLiteral("Elm Street"));
        weak.passphrase = SecretBytes(QByteArray("short"));
        desk(o).write(std::move(weak));
        QVERIFY(desk(o).state().problem);
        QVERIFY(written(o).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOnboardingKeyExport)
#include "tst_key_export.moc"
