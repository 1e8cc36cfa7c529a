// SPDX-License-Identifier: Apache-2.0
#include "app/vault/keychain_fixture.h"

using namespace waybill;
using namespace waybill::test;
using vault::KeychainStore;

/// A locked keyring with a display: gnome-keyring's own prompt, answered with the keyboard.
class TestKeychainPrompt : public QObject
{
    Q_OBJECT
    KeychainStore m_store{kService};
    const QString m_name = QStringLiteral("key");

    static bool promptIsThere()
    {
        return !run(QStringLiteral("xdotool"),
            {QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"),
                QStringLiteral("gcr-prompter")})
                    .isNull();
    }

    static void press(const QStringList &keys)
    {
        QVERIFY(QTest::qWaitFor(promptIsThere, 20'000));
        QTest::qWait(300); // the prompt takes the keyboard a moment after it is shown
        QVERIFY(!run(QStringLiteral("xdotool"), QStringList{QStringLiteral("key")} + keys).isNull());
    }

    static void typePassword() { press(QStringLiteral("w a y b i l l Return").split(QLatin1Char(' '))); }

    static void lock()
    {
        QVERIFY(!run(QStringLiteral("dbus-send"),
            {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")})
                     .isNull());
    }

    std::optional<Result<SecretBytes>> m_answer;
    int m_calls = 0;

    void startReading(KeychainStore &store)
    {
        m_answer.reset();
        m_calls = 0;
        store.read(m_name, this, [this](Result<SecretBytes> result) {
            ++m_calls;
            m_answer = std::move(result);
        });
    }

private Q_SLOTS:
    void cleanup() { lock(); }

    void theRightPasswordLetsItBeWritten()
    {
        std::optional<Result<>> answer;
        m_store.write(m_name, SecretBytes(QByteArrayView("secret")), this,
            [&answer](Result<> result) { answer = std::move(result); });
        typePassword();
        const auto written = waitFor(answer);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(describe(written.error())));
    }

    void theProbeDoesNotPrompt()
    {
        COMPARE_ERROR(probe(m_store), ErrorCode::KeychainLocked);
        QVERIFY(!promptIsThere());
    }

    void aClosedPromptHasItsOwnWords()
    {
        startReading(m_store);
        QVERIFY(QTest::qWaitFor(promptIsThere, 20'000));
        QTest::qWait(800); // as a person would: faster is taken for a prompt that could not be shown
        press({QStringLiteral("Escape")});
        const auto answer = waitFor(m_answer);
        COMPARE_ERROR(answer, ErrorCode::KeychainLocked);
        QVERIFY2(answer.error().what.contains(QLatin1String("prompt was closed")),
            qPrintable(answer.error().what));
    }

    void theRightPasswordLetsItBeRead()
    {
        startReading(m_store);
        typePassword();
        const auto answer = waitFor(m_answer);
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(describe(answer.error())));
        QCOMPARE(answer->view(), QByteArrayView("secret"));
    }

    void aLateAnswerIsIgnored()
    {
        KeychainStore impatient(kService, std::chrono::milliseconds{400});
        startReading(impatient);
        QTRY_VERIFY(m_answer.has_value());
        COMPARE_ERROR(*m_answer, ErrorCode::KeychainLocked);
        QVERIFY(m_answer->error().what.contains(QLatin1String("has not answered")));
        typePassword();
        QTRY_VERIFY(!promptIsThere());
        QTest::qWait(300);
        QCOMPARE(m_calls, 1);
    }
};

QTEST_GUILESS_MAIN(TestKeychainPrompt)
#include "tst_keychain_prompt.moc"
