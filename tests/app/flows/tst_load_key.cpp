// SPDX-License-Identifier: Apache-2.0
#include "flows/load_key.h"
#include "vault/key_file.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace waybill;
using namespace waybill::flows;
using Kind = practices::KeyReference::Kind;

class TestLoadKey : public QObject
{
    Q_OBJECT

    std::optional<keys::KeyPair> m_key;
    QTemporaryDir m_dir;

    Result<keys::KeyPair> load(const KeySource &source)
    {
        std::optional<Result<keys::KeyPair>> answer;
        loadKey(source, nullptr, this, [&answer](const Result<keys::KeyPair> &key) { answer = key; });
        if (answer)
            return failure(ErrorCode::Internal, QStringLiteral("called back from inside"));
        [&answer] { QTRY_VERIFY(answer.has_value()); }();
        return answer ? *answer : failure(ErrorCode::Internal, QStringLiteral("no answer"));
    }

    QString write(const QString &name, const SecretBytes &bytes)
    {
        const QString path = m_dir.filePath(name);
        [&] { QVERIFY(vault::writeKeyFile(path, bytes)); }();
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto key = keys::generate(keys::KeyKind::EcP384);
        QVERIFY(key.has_value());
        m_key = *key;
        write(QStringLiteral("clear.pem"), m_key->clearPkcs8());
        const auto encrypted = m_key->encryptedPkcs8(SecretBytes("correct horse"));
        QVERIFY(encrypted.has_value());
        write(QStringLiteral("key.pem"), *encrypted);
    }

    void cleanup()
    {
        qunsetenv("WAYBILL_KEY_PASSPHRASE");
        qunsetenv("CREDENTIALS_DIRECTORY");
        qunsetenv("TEST_PRIVATE_KEY");
    }

    void aFileNameIsRelativeToItsWaybill()
    {
        const auto key = load({{Kind::File, QStringLiteral("clear.pem")}, m_dir.path(), {}, nullptr});
        QVERIFY2(key.has_value(), key ? "" : qPrintable(describe(key.error())));
        QCOMPARE(key->thumbprint(), m_key->thumbprint());
    }

    void anEncryptedFileOpensWithWhatThePersonSaid()
    {
        const SecretBytes passphrase("correct horse");
        QVERIFY(load({{Kind::File, QStringLiteral("key.pem")}, m_dir.path(), {}, &passphrase}).has_value());
    }

    void aServiceFindsThePassphraseInItsEnvironment()
    {
        qputenv("WAYBILL_KEY_PASSPHRASE", "correct horse");
        QVERIFY(load({{Kind::File, QStringLiteral("key.pem")}, m_dir.path(), {}, nullptr}).has_value());
    }

    void aServiceFindsThePassphraseBesideItsCredential()
    {
        QTemporaryDir credentials;
        qputenv("CREDENTIALS_DIRECTORY", credentials.path().toLocal8Bit());
        QVERIFY(vault::writeKeyFile(credentials.filePath(QStringLiteral("waybill-key")),
            *m_key->encryptedPkcs8(SecretBytes("from a file"))));
        QVERIFY(vault::writeKeyFile(
            credentials.filePath(QStringLiteral("waybill-key.passphrase")), SecretBytes("from a file\n")));
        QVERIFY(load({{Kind::Credential, QStringLiteral("waybill-key")}, {}, {}, nullptr}).has_value());
    }

    void aLockedKeyWithoutAPassphraseAsksForIt()
    {
        const auto key = load({{Kind::File, QStringLiteral("key.pem")}, m_dir.path(), {}, nullptr});
        QVERIFY(!key.has_value());
        QCOMPARE(key.error().code, ErrorCode::KeychainLocked);
        QVERIFY(describe(key.error()).contains(QStringLiteral("WAYBILL_KEY_PASSPHRASE")));
    }

    void aWrongPassphraseIsNamed() // SB-028
    {
        const SecretBytes passphrase("battery staple");
        const auto key = load({{Kind::File, QStringLiteral("key.pem")}, m_dir.path(), {}, &passphrase});
        QVERIFY(!key.has_value());
        QCOMPARE(key.error().code, ErrorCode::InvalidInput);
    }

    void anotherKeyIsRefused()
    {
        const auto key = load({{Kind::File, QStringLiteral("clear.pem")}, m_dir.path(),
            QStringLiteral("not-this-one"), nullptr});
        QVERIFY(!key.has_value());
        QCOMPARE(key.error().code, ErrorCode::InvalidInput);
    }

    void aKeyInTheEnvironmentIsRead()
    {
        const SecretBytes pem = m_key->clearPkcs8();
        qputenv("TEST_PRIVATE_KEY", pem.view().toByteArray());
        QVERIFY(load({{Kind::EnvironmentVariable, QStringLiteral("TEST_PRIVATE_KEY")}, {}, {}, nullptr})
                    .has_value());
    }

    void whatIsNotThereIsSaid_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addRow("no place named") << int(Kind::None) << QString();
        QTest::addRow("no such variable")
            << int(Kind::EnvironmentVariable) << QStringLiteral("NOT_SET_AT_ALL");
        QTest::addRow("no credential") << int(Kind::Credential) << QStringLiteral("waybill-key");
        QTest::addRow("credential that climbs")
            << int(Kind::Credential) << QStringLiteral("../../etc/shadow");
        QTest::addRow("no such file") << int(Kind::File) << QStringLiteral("missing.pem");
        QTest::addRow("no keychain here") << int(Kind::Keychain) << QStringLiteral("item");
    }
    void whatIsNotThereIsSaid() // F-042
    {
        QFETCH(int, kind);
        QFETCH(QString, value);
        const auto key = load({{static_cast<Kind>(kind), value}, m_dir.path(), {}, nullptr});
        QVERIFY(!key.has_value());
        QVERIFY(!key.error().what.isEmpty());
        QVERIFY(!advice(key.error()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLoadKey)
#include "tst_load_key.moc"
