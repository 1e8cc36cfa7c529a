// SPDX-License-Identifier: Apache-2.0
#include "keys/key_generator.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace waybill;
using namespace waybill::keys;

class TestKeyGenerator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEventLoopGoesOnMeanwhile()
    {
        QObject context;
        KeyGenerator generator;
        std::optional<Result<KeyPair>> made;
        QThread *thread = nullptr;
        generator.start(KeyKind::Rsa4096, &context, [&](Result<KeyPair> key) {
            made = std::move(key);
            thread = QThread::currentThread();
        });
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &context, [&ticks] { ++ticks; });
        timer.start(5);
        QVERIFY(!made.has_value()); // never from inside start()
        QTRY_VERIFY_WITH_TIMEOUT(made.has_value(), 30'000);
        QVERIFY(made->has_value());
        QCOMPARE((*made)->bits(), 4096);
        QCOMPARE(thread, QThread::currentThread());
        QVERIFY(ticks > 0);
    }

    void cancellingStopsSoonAndSaysNothing()
    {
        QObject context;
        KeyGenerator generator;
        bool called = false;
        generator.start(KeyKind::Rsa4096, &context, [&called](const Result<KeyPair> &) { called = true; });
        QElapsedTimer timer;
        timer.start();
        generator.cancel();
        QVERIFY2(timer.elapsed() < 500, "the worker did not look at its stop token");
        QTest::qWait(20);
        QVERIFY(!called);
    }

    void aSecondStartReplacesTheFirst()
    {
        QObject context;
        KeyGenerator generator;
        QList<KeyKind> made;
        const auto note = [&made](const Result<KeyPair> &key) {
            QVERIFY(key.has_value());
            made.append(key->kind());
        };
        generator.start(KeyKind::Rsa4096, &context, note);
        generator.start(KeyKind::EcP384, &context, note);
        QTRY_COMPARE(made, QList<KeyKind>{KeyKind::EcP384});
    }

    void aStopBeforehandIsCancelled()
    {
        std::stop_source source;
        source.request_stop();
        const auto key = generate(KeyKind::Rsa3072, source.get_token());
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestKeyGenerator)
#include "tst_key_generator.moc"
