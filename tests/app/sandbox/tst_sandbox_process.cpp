// SPDX-License-Identifier: Apache-2.0
// The executable as a process: what it prints, when it ends, what it keeps.
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace waybill::test;

namespace {

const QString kProgram = QStringLiteral(WAYBILL_BIN_DIR "/waybill-sandbox");

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

Run run(const QStringList &arguments)
{
    QProcess process;
    process.start(kProgram, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(20'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool lives(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

bool diesWithin(qint64 pid, int milliseconds)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds; QTest::qSleep(10)) {
        if (!lives(pid))
            return true;
    }
    return !lives(pid);
}

} // namespace

class TestSandboxProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itPrintsOneLineThatNamesEverything()
    {
        const SandboxProcess sandbox;
        QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
        QCOMPARE(sandbox.listening().value(QLatin1String("event")).toString(), QStringLiteral("listening"));
        QCOMPARE(sandbox.portal().host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(sandbox.practices().size(), 2);
        QCOMPARE(sandbox.ecw().code, QStringLiteral("FFBJCD"));
        QCOMPARE(sandbox.ecw().name, QStringLiteral("Elm Street Family Practice"));
        QVERIFY(sandbox.ecw().fhirBaseUrl.path().endsWith(QLatin1String("/fhir/r4/FFBJCD")));
        QCOMPARE(sandbox.generic().name, QStringLiteral("Oak Hill Pediatrics"));
        QCOMPARE(sandbox.caFile(), QString());
    }

    void versionHelpAndFaultsArePrinted()
    {
        QCOMPARE(run({QStringLiteral("--version")}).out.left(16), QByteArray("waybill-sandbox "));
        const Run help = run({QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("--exit-with-parent"));
        const Run faults = run({QStringLiteral("--list-faults")});
        QCOMPARE(faults.code, 0);
        const QList<QByteArray> lines = faults.out.trimmed().split('\n');
        QVERIFY(lines.size() >= 18);
        for (const QByteArray &line : lines)
            QVERIFY2(QRegularExpression(QStringLiteral("^[a-z0-9-]+ +\\S.*$"))
                         .match(QString::fromUtf8(line))
                         .hasMatch(),
                line.constData());
    }

    void badArgumentsAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("an unknown option") << QStringList{QStringLiteral("--colour")};
        QTest::newRow("a port that is none")
            << QStringList{QStringLiteral("--port"), QStringLiteral("70000")};
        QTest::newRow("fewer than no patients")
            << QStringList{QStringLiteral("--patients"), QStringLiteral("-1")};
        QTest::newRow("an unknown fault") << QStringList{QStringLiteral("--fault"), QStringLiteral("fire")};
        QTest::newRow("a stray word") << QStringList{QStringLiteral("quickly")};
    }
    void badArgumentsAreRefused()
    {
        QFETCH(QStringList, arguments);
        const Run refused = run(arguments);
        QCOMPARE(refused.code, 2);
        QVERIFY(!refused.error.isEmpty());
        QVERIFY(refused.out.isEmpty());
    }

    void aTakenPortIsSaid()
    {
        const SandboxProcess first;
        const Run second = run({QStringLiteral("--port"), QString::number(first.portal().port())});
        QCOMPARE(second.code, 1);
        QVERIFY(second.error.contains("Port"));
    }

    void itEndsCleanlyOnSigtermEvenWithOpenConnections()
    {
        SandboxProcess sandbox;
        QVERIFY(sandbox.isListening());
        (void)sandbox.requestLog();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(sandbox.stop(), 0);
        QVERIFY(timer.elapsed() < 4000);
    }

    void itEndsWhenItsInputCloses()
    {
        QProcess process;
        process.start(kProgram, {QStringLiteral("--exit-with-parent")});
        QVERIFY(process.waitForReadyRead(20'000));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitCode(), 0);
    }

    void itDoesNotOutliveAParentThatIsKilled()
    {
        // A shell is the parent; its stdin, which the sandbox shares, stays open: only the death signal is
        // left.
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
                QStringLiteral("exec 3<&0; ") + kProgram
                    + QStringLiteral(" --exit-with-parent <&3 & echo $!; wait")});
        QVERIFY(shell.waitForStarted(5000));
        QByteArray out;
        while (!out.contains("listening") && shell.waitForReadyRead(20'000))
            out += shell.readAllStandardOutput();
        const qint64 pid = out.split('\n').first().toLongLong();
        QVERIFY(pid > 0);
        QVERIFY(lives(pid));
        ::kill(static_cast<pid_t>(shell.processId()), SIGKILL);
        shell.waitForFinished(5000);
        QVERIFY(diesWithin(pid, 5000));
    }

    void overTlsItsCertificateIsGoodForItsOwnAuthorityOnly()
    {
        const SandboxProcess sandbox({QStringLiteral("--tls")});
        QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
        QCOMPARE(sandbox.ecw().fhirBaseUrl.scheme(), QStringLiteral("https"));
        QCOMPARE(QFile::permissions(sandbox.caFile()) & QFile::Permissions(0x077), QFile::Permissions());
        const QString url = sandbox.ecw().fhirBaseUrl.toString() + QStringLiteral("/metadata");
        QCOMPARE(request("GET", url, {}, {}, sandbox.caFile()).status, 200);
        QCOMPARE(request("GET", url).status, 0); // not known to the system
        QString byName = url;
        byName.replace(QLatin1String("127.0.0.1"), QLatin1String("localhost"));
        QCOMPARE(request("GET", byName, {}, {}, sandbox.caFile()).status, 200);
    }

    void theCaFileGoesWithTheProcess()
    {
        QString caFile;
        {
            const SandboxProcess sandbox({QStringLiteral("--tls")});
            caFile = sandbox.caFile();
            QVERIFY(QFile::exists(caFile));
        }
        QVERIFY(!QFile::exists(caFile));
    }

    void clientsJobsAndPortsSurviveAPowerCutWithAStateFile()
    {
        const QTemporaryDir directory;
        const QStringList arguments{QStringLiteral("--state"),
            directory.filePath(QStringLiteral("state.json")), QStringLiteral("--patients"),
            QStringLiteral("3")};
        const SigningKey key(SigningKey::Type::Rsa);
        QString clientId;
        QString statusUrl;
        QByteArray firstPatients;
        const QString scope = QStringLiteral("system/Group.read system/Patient.read");
        {
            SandboxProcess sandbox(arguments);
            QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
            clientId = sandbox.registerClient(
                QStringLiteral("survivor"), {sandbox.ecw().code}, key.jwkSet(QStringLiteral("k1")));
            PracticeClient client(sandbox.ecw().fhirBaseUrl.toString(), clientId, key);
            QCOMPARE(client.signIn(scope).status, 200);
            const QJsonObject groups = client.get(client.base() + QStringLiteral("/Group")).json();
            const QString group = groups
                                      .value(QLatin1String("entry"))[0][QLatin1String(
                                          "resource")][QLatin1String("identifier")][0][QLatin1String("value")]
                                      .toString();
            statusUrl = QString::fromUtf8(
                client.kickOff(QStringLiteral("/Group/") + group + QStringLiteral("/$export"))
                    .headers.value("content-location"));
            const QJsonObject manifest = client.finish(statusUrl).json();
            firstPatients =
                client.download(manifest, manifest.value(QLatin1String("output"))[0].toObject()).body;
            sandbox.kill();
        }
        const SandboxProcess again(arguments);
        QVERIFY2(again.isListening(), qPrintable(again.problem()));
        PracticeClient client(again.ecw().fhirBaseUrl.toString(), clientId, key);
        QCOMPARE(client.signIn(scope).status, 200);
        const HttpAnswer manifest = client.finish(statusUrl); // the same URL, hence the same port
        QCOMPARE(manifest.status, 200);
        const QJsonObject entry = manifest.json().value(QLatin1String("output"))[0].toObject();
        QCOMPARE(client.download(manifest.json(), entry).body, firstPatients);
        QCOMPARE(
            QFile::permissions(directory.filePath(QStringLiteral("state.json"))) & QFile::Permissions(0x077),
            QFile::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestSandboxProcess)
#include "tst_sandbox_process.moc"
