// SPDX-License-Identifier: Apache-2.0
// The server counts: at least ten polls of a killed and resumed export, none earlier than its Retry-After
// asked, one kick-off (BD-010, BD-061, BD-062, HT-01).
#include "victim.h"

#include <QTest>
#include <QThread>

using namespace waybill;
using namespace waybill::run::test;

class TestPollsCounted : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_ecw = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.ecw());
        m_generic = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.generic());
        QVERIFY(m_ecw->isReady() && m_generic->isReady());
    }

    void tenPollsNoneEarlyOneKickOff()
    {
        // At once: the seconds of eCW's Retry-After by the runner, the generic server's dates by the
        // desktop's engine. The jobs are stuck until the server has counted enough polls, however slow the
        // machine is.
        QVERIFY(m_sandbox.setFaults({QStringLiteral("job-stuck")}));
        const Victim runner(m_sandbox, *m_ecw, Engine::Runner);
        const Victim desktop(m_sandbox, *m_generic, Engine::Desktop);
        QString runnerWrong;
        QString desktopWrong;
        const std::unique_ptr<QThread> first(QThread::create([&] { runnerWrong = play(runner); }));
        const std::unique_ptr<QThread> second(QThread::create([&] { desktopWrong = play(desktop); }));
        first->start();
        second->start();
        const auto isEnough = [](const Victim &victim) { return victim.counted(kCounter) >= kPolls; };
        const bool reached =
            QTest::qWaitFor([&] { return isEnough(runner) && isEnough(desktop); }, kPatienceMs);
        QVERIFY(m_sandbox.setFaults({}));
        first->wait();
        second->wait();
        QCOMPARE(runnerWrong, QString());
        QCOMPARE(desktopWrong, QString());
        QVERIFY(reached);
    }

private:
    static QString play(const Victim &victim)
    {
        // Right after the 202 is safe on the disk, then after the second and the fifth poll.
        Victim::Life life = victim.liveUntil([&] {
            const auto runs = victim.runs();
            return !runs.isEmpty() && runs.first().phase == QLatin1String("waiting");
        });
        bool killed = life.killed;
        for (const int after : {2, 5}) {
            life = victim.liveUntil([&] { return victim.counted(kCounter) >= after; });
            killed = killed && life.killed;
        }
        if (!killed)
            return QStringLiteral("it ended before it could be killed");
        life = victim.live();
        if (life.exitCode != 0)
            return QString::fromUtf8(life.errors);
        const int kickOffs = victim.counted(QStringLiteral("kickOffsOfClient"));
        const int counted = victim.counted(kCounter);
        const int early = victim.counted(QStringLiteral("earlyPollsOfClient"));
        qInfo("%d kick-off, %d polls, %d early", kickOffs, counted, early);
        if (kickOffs != 1 || counted < kPolls || early != 0)
            return QStringLiteral("%1 kick-offs, %2 polls, %3 early").arg(kickOffs).arg(counted).arg(early);
        return {};
    }

    static constexpr int kPolls = 10;
    static constexpr int kPatienceMs = 200'000;
    static inline const QString kCounter = QStringLiteral("pollsOfClient");
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("10"),
        QStringLiteral("--retry-after"), QStringLiteral("1")}};
    std::unique_ptr<RegisteredClient> m_ecw;
    std::unique_ptr<RegisteredClient> m_generic;
};

QTEST_GUILESS_MAIN(TestPollsCounted)
#include "tst_polls_counted.moc"
