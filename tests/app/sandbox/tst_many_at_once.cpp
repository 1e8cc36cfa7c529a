// SPDX-License-Identifier: Apache-2.0
// Several clients at the same time, over TLS: registrations, key sets fetched by URL, tokens, jobs, files.
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace waybill::test;

class TestManyAtOnce : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sixClientsExportSideBySide()
    {
        SandboxProcess sandbox({QStringLiteral("--patients"), QStringLiteral("20"),
            QStringLiteral("--rate-limit"), QStringLiteral("0")});
        QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
        const SigningKey key(SigningKey::Type::Rsa);
        const QUrl jwks = sandbox.hostJwks(QStringLiteral("shared"), key.jwkSet(QStringLiteral("k1")));
        const QString base = sandbox.generic().fhirBaseUrl.toString();
        std::vector<QString> ids;
        for (int i = 0; i < 6; ++i)
            ids.push_back(
                sandbox.registerClient(QStringLiteral("app %1").arg(i), {QStringLiteral("OAKHILL")}, jwks));
        std::atomic<int> lines = 0;
        std::vector<std::thread> threads;
        for (const QString &id : ids) {
            threads.emplace_back([&, id] {
                PracticeClient app(base, id, key);
                if (app.signIn(QStringLiteral("system/*.rs")).status != 200)
                    return;
                const HttpAnswer accepted =
                    app.kickOff(QStringLiteral("/Patient/$export?_type=Patient,Condition"));
                const QJsonObject manifest =
                    app.finish(QString::fromLatin1(accepted.headers.value("content-location"))).json();
                const HttpAnswer file =
                    app.download(manifest, manifest.value(QLatin1String("output"))[0].toObject());
                lines += static_cast<int>(ndjson(file.body).size());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(lines.load(), 6 * 20);
        QCOMPARE(sandbox.kickOffs(QStringLiteral("OAKHILL")), 6);
        QCOMPARE(sandbox.stop(), 0);
    }

    void overTlsKeySetsAreFetchedToo()
    {
        SandboxProcess sandbox({QStringLiteral("--patients"), QStringLiteral("2"), QStringLiteral("--tls")});
        const SigningKey key(SigningKey::Type::Rsa);
        const QUrl jwks = sandbox.hostJwks(QStringLiteral("mine"), key.jwkSet(QStringLiteral("k1")));
        QCOMPARE(jwks.scheme(), QStringLiteral("https"));
        const QString id = sandbox.registerClient(QStringLiteral("app"), {QStringLiteral("FFBJCD")}, jwks);
        PracticeClient app(sandbox.ecw().fhirBaseUrl.toString(), id, key, sandbox.caFile());
        QCOMPARE(app.signIn(QStringLiteral("system/Group.read")).status, 200);
        QCOMPARE(app.get(app.base() + QStringLiteral("/Group")).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestManyAtOnce)
#include "tst_many_at_once.moc"
