// SPDX-License-Identifier: Apache-2.0
#include "assistant/sandbox_launcher.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using assistant::SandboxLauncher;
using assistant::SandboxOffer;

namespace {

constexpr int kStartMs = 20'000;

QString program()
{
    return QStringLiteral(WAYBILL_BIN_DIR "/waybill-sandbox");
}

bool answers(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForConnected(2000);
}

} // namespace

class TestSandboxLauncher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRealSandboxAnnouncesItsPracticesAndGoesWithUs()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // "destroyed while still running"
        const QTemporaryDir home;
        SandboxOffer offer;
        {
            SandboxLauncher launcher(program(), home.filePath(QStringLiteral("sandbox.json")),
                {QStringLiteral("--patients"), QStringLiteral("5")});
            QSignalSpy ready(&launcher, &SandboxLauncher::ready);
            launcher.start();
            launcher.start(); // a second wish changes nothing
            QVERIFY(ready.wait(kStartMs));
            QCOMPARE(ready.count(), 1);
            offer = launcher.offer();
            QVERIFY(offer.isRunning());
            QVERIFY(offer.practices.size() >= 2);
            QVERIFY(!offer.practices.first().fhirBaseUrl.isEmpty());
            QVERIFY(answers(offer.portal));
            QSignalSpy gone(&launcher, &SandboxLauncher::gone);
            launcher.stop();
            QVERIFY(gone.wait(kStartMs));
            QVERIFY(!launcher.isThere());
        }
        QVERIFY(!answers(offer.portal));
    }

    void itComesBackAtTheSameAddressSoThatExportsGoOn()
    {
        const QTemporaryDir home;
        const QString state = home.filePath(QStringLiteral("sandbox.json"));
        QUrl first;
        for (int round = 0; round < 2; ++round) {
            SandboxLauncher launcher(program(), state, {QStringLiteral("--patients"), QStringLiteral("5")});
            QSignalSpy ready(&launcher, &SandboxLauncher::ready);
            launcher.start();
            QVERIFY(ready.wait(kStartMs));
            if (round == 0)
                first = launcher.offer().practices.first().fhirBaseUrl;
            else
                QCOMPARE(launcher.offer().practices.first().fhirBaseUrl, first);
        }
    }

    void aMissingProgramIsSaidOnceWithWhatToDo()
    {
        const QTemporaryDir home;
        SandboxLauncher launcher(
            home.filePath(QStringLiteral("nowhere")), home.filePath(QStringLiteral("s.json")));
        QSignalSpy failed(&launcher, &SandboxLauncher::failed);
        launcher.start();
        QTRY_COMPARE(failed.count(), 1);
        const auto error = failed.first().first().value<Error>();
        QVERIFY(!error.next.isEmpty());
        QVERIFY(!launcher.isStarting());
    }

    void anEndByItselfIsSaidWithItsWords()
    {
        const QTemporaryDir home;
        SandboxLauncher launcher(program(), home.filePath(QStringLiteral("s.json")),
            {QStringLiteral("--fault"), QStringLiteral("no-such-fault")});
        QSignalSpy failed(&launcher, &SandboxLauncher::failed);
        launcher.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kStartMs);
        QVERIFY(failed.first().first().value<Error>().serverText.contains(QStringLiteral("no-such-fault")));
    }
};

QTEST_GUILESS_MAIN(TestSandboxLauncher)
#include "tst_sandbox_launcher.moc"
