// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The program as people start it.
namespace {

struct Answer {
    int exitCode = -1;
    QString out;
    QString err;
};

QProcessEnvironment withoutDisplay()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    return environment;
}

Answer run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(withoutDisplay());
    process.start(QStringLiteral(WAYBILL_BIN_DIR "/waybill"), arguments);
    process.waitForFinished(20'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestWaybillProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionAndHelpNeedNoDisplay()
    {
        const Answer version = run({QStringLiteral("--version")});
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.out.trimmed(), QStringLiteral("waybill " WAYBILL_VERSION));
        const Answer help = run({QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        for (const auto *option : {"--home", "--open", "--practice", "--tour"})
            QVERIFY2(help.out.contains(QLatin1String(option)), option);
    }

    void anUnknownArgumentIsRefused()
    {
        const Answer answer = run({QStringLiteral("--hme"), QStringLiteral("/x")});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.err.contains(QStringLiteral("hme")));
        QVERIFY(answer.out.isEmpty());
    }

    void theHomeFolderIsMadeForItsOwnerOnly()
    {
        const QTemporaryDir outer;
        const QString home = outer.filePath(QStringLiteral("deep/home"));
        auto environment = withoutDisplay();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("WAYBILL_HOME"), home);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(WAYBILL_BIN_DIR "/waybill"), {});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(home + QStringLiteral("/state/waybill.sqlite")), 20'000);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(home).permissions() & others, QFile::Permissions());
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
    }
};

QTEST_GUILESS_MAIN(TestWaybillProgram)
#include "tst_waybill_program.moc"
