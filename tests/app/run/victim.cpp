// SPDX-License-Identifier: Apache-2.0
#include "victim.h"

#include <QDir>
#include <QDirIterator>
#include <QThread>

#include <signal.h>

namespace waybill::run::test {
namespace {

constexpr int kPatienceMs = 240'000;

QMap<QString, QByteArray> finalFiles(const QString &directory)
{
    QMap<QString, QByteArray> all;
    QDirIterator files(directory, {QStringLiteral("*.ndjson")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileName() != QLatin1String("log.ndjson"))
            all.insert(QDir(directory).relativeFilePath(path), readBytes(path));
    }
    return all;
}

Victim::Life wait(QProcess &process)
{
    Victim::Life life;
    if (!process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished();
        life.errors = "it did not end: " + process.readAllStandardError();
        return life;
    }
    life.killed = process.exitStatus() == QProcess::CrashExit;
    life.exitCode = life.killed ? -1 : process.exitCode();
    life.errors = process.readAllStandardError();
    return life;
}

} // namespace

Victim::Victim(SandboxProcess &sandbox, const RegisteredClient &client, Engine engine)
    : m_sandbox(sandbox)
    , m_client(client.another(sandbox))
    , m_engine(engine)
    , m_bundle(m_client)
{
    if (engine == Engine::Runner)
        return;
    practices::Profile profile = m_client.profile;
    profile.key = {practices::KeyReference::Kind::File, QStringLiteral("key.pem")};
    profile.keyThumbprint = QString::fromLatin1(m_client.key.thumbprint());
    const auto store = practices::Store::open(state());
    if (!store || !(*store)->saveProfile(profile))
        qFatal("cannot write the store");
}

QString Victim::state() const
{
    return m_bundle.state();
}

QString Victim::program() const
{
    return m_engine == Engine::Runner ? QStringLiteral(WAYBILL_BIN_DIR "/waybill-run")
                                      : QStringLiteral(WAYBILL_DESKTOP_ENGINE);
}

QStringList Victim::arguments() const
{
    return m_engine == Engine::Runner ? QStringList{QStringLiteral("export"), m_bundle.path()}
                                      : QStringList{m_bundle.path()};
}

std::unique_ptr<QProcess> Victim::begin(
    int killAt, const QString &countIn, const QStringList &arguments, int failSync) const
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    if (killAt > 0 || failSync > 0 || !countIn.isEmpty()) {
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(WAYBILL_KILL_AT_LIBRARY));
        environment.insert(QStringLiteral("WAYBILL_KILL_AT"), QString::number(killAt));
        environment.insert(QStringLiteral("WAYBILL_FAIL_SYNC"), QString::number(failSync));
        environment.insert(QStringLiteral("WAYBILL_KILL_COUNT"), countIn);
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
    }
    process->setProcessEnvironment(environment);
    process->start(program(), arguments);
    process->waitForStarted();
    return process;
}

Victim::Life Victim::live(int killAt, const QString &countIn, const QStringList &more) const
{
    const auto process = begin(killAt, countIn, arguments() + more);
    return wait(*process);
}

Victim::Life Victim::liveWithFailingSync(int which) const
{
    const auto process = begin(0, {}, arguments(), which);
    return wait(*process);
}

Victim::Life Victim::liveUntil(const std::function<bool()> &reached) const
{
    const auto process = begin(0, {}, arguments());
    while (!reached() && process->state() != QProcess::NotRunning)
        process->waitForFinished(5);
    if (process->state() != QProcess::NotRunning)
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
    return wait(*process);
}

Victim::Life Victim::insist() const
{
    return live(0, {}, {m_engine == Engine::Runner ? QStringLiteral("--new") : QStringLiteral("--go-on")});
}

Victim::Life Victim::cancel(int killAt) const
{
    const auto process = begin(killAt, {}, {QStringLiteral("cancel"), m_bundle.path()});
    return wait(*process);
}

QList<practices::RunRecord> Victim::runs() const
{
    const auto store = practices::Store::open(state());
    return store ? (*store)->allRuns().value_or(QList<practices::RunRecord>())
                 : QList<practices::RunRecord>();
}

QMap<QString, QByteArray> Victim::files() const
{
    const auto all = runs();
    return all.isEmpty() ? QMap<QString, QByteArray>() : finalFiles(all.first().directory);
}

QString Victim::wrongOnDisk(const QMap<QString, QByteArray> &reference) const
{
    const auto store = practices::Store::open(state());
    if (!store)
        return describe(store.error());
    if ((*store)->notice())
        return QStringLiteral("the store was damaged");
    const auto all = (*store)->allRuns();
    for (const practices::RunRecord &run : *all) {
        const auto files = finalFiles(run.directory);
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            if (reference.value(file.key()) != file.value())
                return QStringLiteral("wrong bytes under the final name %1").arg(file.key());
        }
    }
    const auto marks = (*store)->watermarks(practices::watermarkKey(m_client.profile));
    for (const practices::Watermark &mark : *marks) {
        const auto run = *(*store)->run(mark.runId);
        if (!run || run->outcome != practices::Outcome::Complete || !run->closed)
            return QStringLiteral("a watermark moved without a complete run");
        const QString time = readJson(run->directory + QStringLiteral("/manifest.json"))
                                 .value(QStringLiteral("transactionTime"))
                                 .toString();
        if (mark.value != time)
            return QStringLiteral("the watermark is not the server's text");
        if (finalFiles(run->directory) != reference)
            return QStringLiteral("a watermark moved although files are missing");
    }
    return {};
}

QString Victim::wrongAtTheEnd(const QMap<QString, QByteArray> &reference) const
{
    if (const QString wrong = wrongOnDisk(reference); !wrong.isEmpty())
        return wrong;
    const auto store = practices::Store::open(state());
    if (!(*store)->openRuns()->isEmpty())
        return QStringLiteral("a run is still open");
    const auto marks = *(*store)->watermarks(practices::watermarkKey(m_client.profile));
    if (marks.size() != m_client.profile.types.size())
        return QStringLiteral("watermarks are missing");
    const auto run = *(*store)->run(marks.first().runId);
    QDirIterator rest(run->directory,
        {QStringLiteral("*.part"), QStringLiteral("*.new*"), QStringLiteral("*.bad")}, QDir::Files,
        QDirIterator::Subdirectories);
    if (rest.hasNext())
        return QStringLiteral("left over: ") + rest.next();
    const QJsonObject report = readJson(run->directory + QStringLiteral("/report.json"));
    if (report.value(QStringLiteral("outcome")).toString() != QLatin1String("complete"))
        return QStringLiteral("the report does not say complete");
    return {};
}

} // namespace waybill::run::test
