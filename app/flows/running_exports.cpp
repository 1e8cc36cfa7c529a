// SPDX-License-Identifier: Apache-2.0
#include "flows/running_exports.h"

#include "flows/export_connection.h"
#include "flows/load_key.h"
#include "flows/proxy_sign_in.h"
#include "practices/store.h"

#include <QCoreApplication>
#include <QDir>

namespace waybill::flows {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("RunningExports", source);
}

QString outputDirectory(const practices::Profile &profile, const QString &home)
{
    return profile.outputDirectory.isEmpty() ? home + QStringLiteral("/exports") : profile.outputDirectory;
}

} // namespace

/// Destroyed in reverse: the export goes before what it talks through.
struct RunningExports::Entry {
    ExportConnection connection;
    RunExport run;

    Entry(const Deps &deps, const practices::Profile &profile, const keys::KeyPair &key)
        : connection(profile, key, deps.clock, deps.store.folder(), deps.proxyPasswords)
        , run({connection.transport(), connection.tokens(), connection.budget(), deps.store, deps.clock,
                  connection.cookies(), {}, deps.proxyPasswords},
              profile)
    {
    }
};

RunningExports::RunningExports(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
{
}

RunningExports::~RunningExports() = default;

RunExport &RunningExports::open(const practices::Profile &profile, const keys::KeyPair &key)
{
    auto &entry = m_entries[profile.id];
    entry = std::make_unique<Entry>(m_deps, profile, key);
    RunExport &run = entry->run;
    connect(&run, &RunExport::changed, this, &RunningExports::changed);
    connect(&run, &RunExport::finished, this,
        [this, id = profile.id](const QList<RunResult> &results) { Q_EMIT finished(id, results); });
    return run;
}

Result<> RunningExports::start(const LaunchPlan &plan)
{
    if (const RunExport *running = of(plan.profile.id); running != nullptr && running->isActive()) {
        return failure(ErrorCode::Busy,
            text(QT_TRANSLATE_NOOP("RunningExports", "An export of this practice is running already.")),
            plan.profile.name);
    }
    if (!plan.key) {
        return failure(ErrorCode::SecretMissing,
            text(QT_TRANSLATE_NOOP("RunningExports", "The private key of this practice is not unlocked.")),
            plan.profile.name);
    }
    auto jobs =
        planExport(m_deps.store, plan.profile, sinceChoice(plan), outputDirectory(plan.profile, m_deps.home));
    if (!jobs)
        return failure(jobs.error());
    jobs->refinements = plan.refinements;
    return open(plan.profile, *plan.key).start(*jobs);
}

void RunningExports::resumeUnfinished()
{
    const auto runs = RunExport::unfinished(m_deps.store);
    if (!runs) {
        Q_EMIT failed({}, runs.error());
        return;
    }
    for (const practices::RunRecord &run : *runs) {
        const auto profile = m_deps.store.profile(run.profileId);
        const bool known = profile.has_value() && profile->has_value();
        if (!known || m_waiting.contains(run.profileId) || of(run.profileId) != nullptr)
            continue; // a runner's own, or a later job of the same practice: RunExport takes it up in its
                      // turn
        resumeProfile(**profile, run.id, nullptr);
    }
}

void RunningExports::resumeProfile(
    const practices::Profile &profile, const QString &runId, const SecretBytes *passphrase)
{
    m_waiting[profile.id] = runId;
    const auto resume = [this, profile, runId](const Result<keys::KeyPair> &key) {
        if (!key) {
            Q_EMIT keyNeeded(profile.id, key.error());
            return;
        }
        m_waiting.erase(profile.id);
        if (const auto resumed = open(profile, *key).resume(runId); !resumed)
            Q_EMIT failed(profile.id, resumed.error());
    };
    const auto kept = passphrase == nullptr ? nullptr : std::make_shared<SecretBytes>(passphrase->clone());
    const auto goOn = [this, profile, kept, resume](const Result<> &) { // a proxy says itself what it misses
        loadKey(
            {profile.key, m_deps.home, profile.keyThumbprint, kept.get()}, &m_deps.keychain, this, resume);
    };
    loadProxyPassword(profile.network.proxy, &m_deps.keychain, m_deps.proxyPasswords, this, goOn);
}

void RunningExports::unlock(const QString &profileId, const SecretBytes &passphrase)
{
    const auto waiting = m_waiting.find(profileId);
    const auto profile = m_deps.store.profile(profileId);
    if (waiting == m_waiting.end() || !profile || !*profile)
        return;
    resumeProfile(**profile, waiting->second, passphrase.isEmpty() ? nullptr : &passphrase);
}

std::optional<DuplicateAdvice> RunningExports::duplicateOf(const QString &profileId) const
{
    const RunExport *refused = of(profileId);
    if (refused == nullptr || refused->isActive() || refused->progress().outcome != Outcome::Duplicate)
        return std::nullopt;
    const auto profile = m_deps.store.profile(profileId);
    const auto run = m_deps.store.run(refused->progress().runId);
    if (!profile || !*profile || !run || !*run)
        return std::nullopt;
    const auto others = m_deps.store.runs({(*run)->baseUrl, (*run)->group});
    return duplicateAdvice({**profile, **run, others.value_or(QList<practices::RunRecord>()),
        refused->progress().problem.value_or(Error()), m_deps.clock.now()});
}

Result<> RunningExports::attach(const QString &profileId, const QString &runId)
{
    RunExport *refused = of(profileId);
    if (refused == nullptr || refused->isActive()) {
        return failure(ErrorCode::Busy,
            text(QT_TRANSLATE_NOOP("RunningExports", "An export of this practice is running already.")));
    }
    if (const Result<> open = openAgain(m_deps.store, runId); !open)
        return open;
    return refused->resume(runId);
}

Result<> RunningExports::tryAgainAt(const QString &profileId, Instant at)
{
    RunExport *refused = of(profileId);
    if (refused == nullptr) {
        return failure(ErrorCode::NotFound,
            text(QT_TRANSLATE_NOOP("RunningExports", "No export of this practice was refused.")));
    }
    return refused->tryAgainAt(at);
}

RunExport *RunningExports::of(const QString &profileId) const
{
    const auto found = m_entries.find(profileId);
    return found == m_entries.end() ? nullptr : &found->second->run;
}

QList<ExportProgress> RunningExports::progress() const
{
    QList<ExportProgress> all;
    for (const auto &[id, entry] : m_entries)
        all << entry->run.progress();
    return all;
}

QList<ExportProgress> RunningExports::active() const
{
    QList<ExportProgress> all;
    for (const auto &[id, entry] : m_entries) {
        if (entry->run.isActive())
            all << entry->run.progress();
    }
    return all;
}

int RunningExports::requestsThisMinute(const QString &profileId) const
{
    const auto found = m_entries.find(profileId);
    return found == m_entries.end() ? 0 : found->second->connection.budget().usedThisMinute();
}

} // namespace waybill::flows
