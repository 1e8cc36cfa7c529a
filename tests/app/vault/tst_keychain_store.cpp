// SPDX-License-Identifier: Apache-2.0
#include "app/vault/keychain_fixture.h"
#include "keys/key_pair.h"

#include <QThread>

using namespace waybill;
using namespace waybill::test;
using vault::KeychainStore;

/// An open keyring.
class TestKeychainStore : public QObject
{
    Q_OBJECT
    KeychainStore m_store{kService};

    static QByteArray everything()
    {
        return run(QStringLiteral("secret-tool"),
            {QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("server"), kService});
    }

private Q_SLOTS:
    void theProbeLeavesNothingBehind()
    {
        const auto answer = probe(m_store);
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(describe(answer.error())));
        QVERIFY(everything().isEmpty());
    }

    void a4096BitKeyGoesAndComesBack() // SB-027
    {
        const auto key = keys::generate(keys::KeyKind::Rsa4096);
        QVERIFY(key.has_value());
        const SecretBytes pem = key->clearPkcs8();
        QVERIFY(write(m_store, QStringLiteral("key/practice 1"), pem.view()).has_value());
        const auto back = read(m_store, QStringLiteral("key/practice 1"));
        QVERIFY(back.has_value());
        QVERIFY(*back == pem);
        QCOMPARE(keys::importPrivateKey(back->view(), {})->thumbprint(), key->thumbprint());
    }

    void othersOfTheSessionCanLookItUp() // it is in the keyring, not in a file of ours
    {
        QVERIFY(write(m_store, QStringLiteral("plain"), "a line of text").has_value());
        QCOMPARE(run(QStringLiteral("secret-tool"),
                     {QStringLiteral("lookup"), QStringLiteral("user"), QStringLiteral("plain"),
                         QStringLiteral("server"), kService}),
            QByteArray("YSBsaW5lIG9mIHRleHQ=")); // QtKeychain keeps binary data as base64
    }

    void binaryBytesAreKept()
    {
        QByteArray all(70'000, '\0');
        for (qsizetype i = 0; i < all.size(); ++i)
            all[i] = static_cast<char>(i * 7);
        QVERIFY(write(m_store, QStringLiteral("binary"), all).has_value());
        QCOMPARE(read(m_store, QStringLiteral("binary"))->view(), QByteArrayView(all));
        QVERIFY(write(m_store, QStringLiteral("binary"), "other").has_value()); // replaced, not doubled
        QCOMPARE(read(m_store, QStringLiteral("binary"))->view(), QByteArrayView("other"));
    }

    void anAbsentKeyIsMissingAndNothingElse()
    {
        const auto answer = read(m_store, QStringLiteral("never written"));
        COMPARE_ERROR(answer, ErrorCode::SecretMissing);
        QVERIFY(answer.error().what.contains(QLatin1String("not in it")));
        QVERIFY(answer.error().next.contains(QLatin1String("Do not make a new key")));
        QCOMPARE(answer.error().where, QStringLiteral("never written"));
    }

    void aRemovedKeyIsGone()
    {
        QVERIFY(write(m_store, QStringLiteral("brief"), "x").has_value());
        QVERIFY(remove(m_store, QStringLiteral("brief")).has_value());
        COMPARE_ERROR(read(m_store, QStringLiteral("brief")), ErrorCode::SecretMissing);
        QVERIFY(remove(m_store, QStringLiteral("brief")).has_value()); // twice does no harm
    }

    void servicesAreKeptApart()
    {
        KeychainStore other(QStringLiteral("io.waybill.other"));
        QVERIFY(write(m_store, QStringLiteral("same"), "one").has_value());
        COMPARE_ERROR(read(other, QStringLiteral("same")), ErrorCode::SecretMissing);
    }

    void nobodyIsCalledAfterItsEnd()
    {
        bool called = false;
        auto context = std::make_unique<QObject>();
        m_store.read(
            QStringLiteral("same"), context.get(), [&called](const Result<SecretBytes> &) { called = true; });
        context.reset();
        QTest::qWait(200);
        QVERIFY(!called);
        auto store = std::make_unique<KeychainStore>(kService); // the store may go, the answer still comes
        QObject alive;
        std::optional<Result<>> answer;
        store->write(QStringLiteral("late"), SecretBytes(QByteArrayView("x")), &alive,
            [&answer](Result<> result) { answer = std::move(result); });
        store.reset();
        QVERIFY(waitFor(answer).has_value());
    }

    void otherThreadsAreRefused()
    {
        ErrorCode code = ErrorCode::Cancelled;
        std::unique_ptr<QThread> thread(QThread::create([this, &code] {
            const auto answer = read(m_store, QStringLiteral("same"));
            code = answer ? ErrorCode::Cancelled : answer.error().code;
        }));
        thread->start();
        QVERIFY(thread->wait(20'000));
        QCOMPARE(code, ErrorCode::Internal);
    }

    void noErrorShowsTheSecret()
    {
        QVERIFY(write(m_store, QStringLiteral("hidden"), "MARKER").has_value());
        const auto answer = read(m_store, QStringLiteral("hidden too"));
        QVERIFY(!answer);
        QVERIFY(!describe(answer.error()).contains(QLatin1String("MARKER")));
    }
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychain_store.moc"
