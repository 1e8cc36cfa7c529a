// SPDX-License-Identifier: Apache-2.0
// SIGKILL before any call that leaves a trace on the disk or the network, over whole exports of the runner
// and of the desktop's engine (BD-010, BD-016, BD-143, BD-182, F-110). WAYBILL_KILL_ROUNDS sets the number of
// exports, WAYBILL_KILL_SEED the points.
#include "victim.h"

#include <QMutex>
#include <QTest>
#include <QThread>

#include <random>

using namespace waybill;
using namespace waybill::run::test;

namespace {

constexpr int kDefaultRounds = 12;
constexpr int kAtOnce = 4;

int number(const char *variable, int otherwise)
{
    const int given = qEnvironmentVariableIntValue(variable);
    return given > 0 ? given : otherwise;
}

struct Tally {
    int kills = 0;
    int unknown = 0; ///< killed while the kick-off was out: only then a person may ask for another one
    int afterTheEnd = 0;
    QMap<QString, int> phases; ///< what the store said after the kill
    QStringList problems;
};

QString phaseOf(const Victim &victim)
{
    const auto runs = victim.runs();
    return runs.isEmpty() ? QStringLiteral("nothing planned") : runs.first().phase;
}

} // namespace

class TestExportKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_client = std::make_unique<RegisteredClient>(m_sandbox, m_sandbox.generic());
        QVERIFY(m_client->isReady());
        const QTemporaryDir folder;
        const Victim whole(m_sandbox, *m_client, Engine::Runner);
        const Victim::Life life = whole.live(0, folder.filePath(QStringLiteral("count")));
        QVERIFY2(life.exitCode == 0, life.errors.constData());
        m_calls = readBytes(folder.filePath(QStringLiteral("count"))).trimmed().toInt();
        QVERIFY2(m_calls > 100, qPrintable(QString::number(m_calls)));
        m_reference = whole.files();
        QVERIFY(m_reference.size() > 2);
        QCOMPARE(whole.wrongAtTheEnd(m_reference), QString());
    }

    void killedAnywhereTheSameJobIsFinished()
    {
        m_rounds = number("WAYBILL_KILL_ROUNDS", kDefaultRounds);
        m_seed = number("WAYBILL_KILL_SEED", 1);
        atOnce([this](int round) { play(round); });
        for (auto phase = m_tally.phases.cbegin(); phase != m_tally.phases.cend(); ++phase)
            qInfo("killed in \"%s\": %d", qPrintable(phase.key()), phase.value());
        qInfo("%d exports, %d kills at %d points, %d with the kick-off out, %d after the end", m_rounds,
            m_tally.kills, m_calls, m_tally.unknown, m_tally.afterTheEnd);
        QVERIFY2(m_tally.problems.isEmpty(), qPrintable(m_tally.problems.join(QLatin1Char('\n'))));
        QVERIFY(m_tally.kills >= m_rounds * 3 / 4);
    }

    void aFailedSyncIsNeverTakenForWritten() // F-104: whatever could not be made durable is done again
    {
        m_tally = {};
        m_rounds = 8;
        atOnce([this](int round) {
            const Victim victim(m_sandbox, *m_client, round % 2 == 0 ? Engine::Runner : Engine::Desktop);
            victim.liveWithFailingSync(3 + 5 * round);
            if (const QString wrong = victim.wrongOnDisk(m_reference); !wrong.isEmpty())
                return problem(round, wrong);
            finish(round, victim, isClosed(victim));
        });
        QVERIFY2(m_tally.problems.isEmpty(), qPrintable(m_tally.problems.join(QLatin1Char('\n'))));
    }

    void aKilledCancellationIsRepeatedUntilItIsConfirmed() // BD-093, F-110: DELETE is out
    {
        SandboxProcess slow({QStringLiteral("--patients"), QStringLiteral("5"), QStringLiteral("--prepare"),
            QStringLiteral("600"), QStringLiteral("--retry-after"), QStringLiteral("600")});
        QVERIFY2(slow.isListening(), qPrintable(slow.problem()));
        const RegisteredClient client(slow, slow.generic());
        m_tally = {};
        m_rounds = 6;
        atOnce([&](int round) {
            const Victim victim(slow, client, Engine::Runner);
            if (victim.live(0, {}, {QStringLiteral("--max-wait"), QStringLiteral("1m")}).exitCode != 75)
                return problem(round, QStringLiteral("the job did not start"));
            const Victim::Life killed = victim.cancel(5 + 8 * round);
            const Victim::Life again = victim.cancel();
            if (again.exitCode != 0)
                return problem(round, QString::fromUtf8(again.errors));
            const auto runs = victim.runs();
            const bool isCancelled = runs.size() == 1 && runs.first().closed
                && runs.first().outcome == practices::Outcome::Cancelled;
            if (!isCancelled || victim.counted(QStringLiteral("kickOffsOfClient")) != 1)
                problem(round, QStringLiteral("it is not cancelled"));
            const QMutexLocker lock(&m_mutex);
            m_tally.kills += killed.killed ? 1 : 0;
        });
        QVERIFY2(m_tally.problems.isEmpty(), qPrintable(m_tally.problems.join(QLatin1Char('\n'))));
        QVERIFY(m_tally.kills >= 3);
        QVERIFY(slow.requests(QStringLiteral("DELETE"), {}) >= m_rounds);
    }

private:
    void problem(int round, const QString &what)
    {
        const QMutexLocker lock(&m_mutex);
        m_tally.problems.append(QStringLiteral("round %1: %2").arg(round).arg(what));
    }

    /// All rounds, a few at a time: most of their time is waiting for the server.
    void atOnce(const std::function<void(int)> &body)
    {
        std::atomic<int> next{0};
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < kAtOnce; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int round = next++; round < m_rounds; round = next++)
                    body(round);
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            thread->wait();
    }

    /// One export, killed one to three times: first at a point of its own stratum, then anywhere.
    void play(int round)
    {
        std::mt19937 dice(static_cast<unsigned>(m_seed * 100'003 + round));
        const Victim victim(m_sandbox, *m_client, round % 2 == 0 ? Engine::Runner : Engine::Desktop);
        const int deaths = 1 + round % 3;
        std::uniform_int_distribution<int> within(1, std::max(1, m_calls / m_rounds));
        int killAt = m_calls * round / m_rounds + within(dice);
        bool closed = false;
        for (int death = 0; death < deaths && !closed; ++death) {
            const Victim::Life life = victim.live(killAt);
            const QString phase = phaseOf(victim);
            {
                const QMutexLocker lock(&m_mutex);
                m_tally.kills += life.killed ? 1 : 0;
                m_tally.phases[phase] += life.killed ? 1 : 0;
            }
            if (const QString wrong = victim.wrongOnDisk(m_reference); !wrong.isEmpty())
                return problem(round, QStringLiteral("killed at %1 in %2: %3").arg(killAt).arg(phase, wrong));
            closed = isClosed(victim);
            if (!life.killed)
                break;
            killAt = std::uniform_int_distribution<int>(1, m_calls)(dice);
        }
        if (closed) {
            const QMutexLocker lock(&m_mutex);
            ++m_tally.afterTheEnd;
        }
        finish(round, victim, closed);
    }

    static bool isClosed(const Victim &victim)
    {
        const auto runs = victim.runs();
        return !runs.isEmpty() && runs.first().closed;
    }

    void finish(int round, const Victim &victim, bool closed)
    {
        int allowed = 1;
        if (!closed) {
            Victim::Life life = victim.live();
            if (life.exitCode == 75 && phaseOf(victim) == QLatin1String("kick-off-unknown")) {
                if (victim.live().exitCode != 75 || victim.counted(QStringLiteral("kickOffsOfClient")) > 1)
                    return problem(round, QStringLiteral("a second kick-off went out by itself"));
                allowed = 1 + victim.counted(QStringLiteral("kickOffsOfClient"));
                life = victim.insist();
                const QMutexLocker lock(&m_mutex);
                ++m_tally.unknown;
            }
            if (life.exitCode != 0)
                return problem(
                    round, QStringLiteral("exit %1: ").arg(life.exitCode) + QString::fromUtf8(life.errors));
        }
        const int kickOffs = victim.counted(QStringLiteral("kickOffsOfClient"));
        if (kickOffs != allowed)
            problem(round, QStringLiteral("%1 kick-offs instead of %2").arg(kickOffs).arg(allowed));
        if (victim.counted(QStringLiteral("earlyPollsOfClient")) > 0)
            problem(round, QStringLiteral("a poll came earlier than the server asked"));
        if (const QString wrong = victim.wrongAtTheEnd(m_reference); !wrong.isEmpty())
            problem(round, wrong);
    }

    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("60"), QStringLiteral("--prepare"),
        QStringLiteral("1.5"), QStringLiteral("--retry-after"), QStringLiteral("1"),
        QStringLiteral("--activity"), QStringLiteral("0"), QStringLiteral("--file-speed"),
        QStringLiteral("256")}};
    std::unique_ptr<RegisteredClient> m_client;
    QMap<QString, QByteArray> m_reference;
    int m_calls = 0;
    int m_rounds = 0;
    int m_seed = 1;
    QMutex m_mutex;
    Tally m_tally;
};

QTEST_GUILESS_MAIN(TestExportKills)
#include "tst_export_kills.moc"
