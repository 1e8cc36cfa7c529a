// SPDX-License-Identifier: Apache-2.0
#include "presenters/workspace.h"

#include "assistant/draft.h"
#include "assistant/environment_desk.h"
#include "flows/watermark_history.h"
#include "http/origin.h"
#include "practices/store.h"
#include "presenters/past_run.h"
#include "vault/secret_store.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

/// The practice of the sandbox that comes with Waybill: nobody else answers on this machine's own address.
bool isBuiltIn(const practices::Profile &profile)
{
    return profile.environment == practices::Environment::Sandbox && http::isLoopback(profile.fhirBaseUrl);
}

} // namespace

Workspace::Workspace(const Deps &deps, QObject *parent)
    : QObject(parent)
    , m_deps(deps)
    , m_proxyPasswords(std::make_shared<http::ProxyPasswords>())
    , m_exports({deps.store, deps.clock, deps.keychain, deps.home, m_proxyPasswords})
    , m_sandbox(deps.sandboxProgram, QDir(deps.home).filePath(QStringLiteral("sandbox.json")),
          deps.sandboxArguments)
{
    connect(&m_exports, &flows::RunningExports::changed, this, [this](const flows::ExportProgress &progress) {
        Q_EMIT progressChanged(progress);
        if (progress.phase == flows::Phase::Finished)
            Q_EMIT runsChanged();
        Q_EMIT practicesChanged();
    });
    connect(&m_exports, &flows::RunningExports::finished, this, [this](const QString &profileId) {
        const auto found = m_assistants.find(profileId);
        const flows::RunExport *run = m_exports.of(profileId);
        if (found != m_assistants.end() && run != nullptr)
            found->second->exportEnded(run->progress());
        Q_EMIT runsChanged();
    });
    connect(
        &m_sandbox, &assistant::SandboxLauncher::ready, this, [this](const assistant::SandboxOffer &offer) {
            for (const auto &assistant : m_assistants)
                assistant.second->setSandbox(offer);
            if (m_new != nullptr)
                m_new->setSandbox(offer);
            if (std::exchange(m_resumeWhenReady, false))
                m_exports.resumeUnfinished();
        });
    connect(&m_sandbox, &assistant::SandboxLauncher::failed, this, [this](const Error &error) {
        if (std::exchange(m_resumeWhenReady, false))
            m_exports.resumeUnfinished(); // the others shall not wait for it
        Q_EMIT problem(error);
    });
    reload();
}

Workspace::~Workspace()
{
    for (const auto &assistant : m_assistants)
        Q_EMIT assistantClosing(assistant.second.get());
    if (m_new != nullptr)
        Q_EMIT assistantClosing(m_new.get());
}

void Workspace::begin()
{
    if (m_current.isEmpty() && !m_profiles.isEmpty())
        choose(m_profiles.constFirst().id);
    if (std::any_of(m_profiles.begin(), m_profiles.end(), isBuiltIn)) {
        m_resumeWhenReady = true; // its exports need it first
        m_sandbox.start();
    } else {
        m_exports.resumeUnfinished();
    }
}

void Workspace::reload()
{
    auto profiles = m_deps.store.profiles();
    if (!profiles) {
        Q_EMIT problem(profiles.error());
        return;
    }
    m_profiles.clear();
    m_archived.clear();
    for (const practices::Profile &profile : std::as_const(*profiles))
        (profile.archived ? m_archived : m_profiles).append(profile);
    Q_EMIT practicesChanged();
}

QList<PracticeRow> Workspace::rows() const
{
    QList<PracticeRow> rows;
    for (const practices::Profile &profile : m_profiles) {
        const flows::RunExport *run = m_exports.of(profile.id);
        const auto progress = run != nullptr ? run->progress() : flows::ExportProgress();
        rows.append(practiceRow(profile, &progress));
    }
    return rows;
}

const practices::Profile *Workspace::find(const QString &id) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
        [&id](const practices::Profile &profile) { return profile.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

const practices::Profile *Workspace::current() const
{
    return find(m_current);
}

QString Workspace::nameOf(const QString &profileId) const
{
    const practices::Profile *profile = find(profileId);
    return profile == nullptr ? QString() : profile->name;
}

bool Workspace::keyIsInFile(const QString &profileId) const
{
    const practices::Profile *profile = find(profileId);
    return profile != nullptr && profile->key.kind == practices::KeyReference::Kind::File;
}

void Workspace::choose(const QString &id)
{
    if (id == m_current && !isAdding())
        return;
    m_current = id;
    Q_EMIT chosen();
}

void Workspace::chooseByName(const QString &name)
{
    if (name.isEmpty())
        return;
    for (const practices::Profile &profile : std::as_const(m_profiles)) {
        if (profile.id == name || profile.practiceCode.compare(name, Qt::CaseInsensitive) == 0
            || profile.name.compare(name, Qt::CaseInsensitive) == 0) {
            choose(profile.id);
            return;
        }
    }
}

void Workspace::addPractice(bool builtIn)
{
    if (m_new != nullptr && builtIn) {
        Q_EMIT assistantClosing(m_new.get());
        m_new.reset();
    }
    if (m_new == nullptr)
        m_new = makeAssistant({});
    m_current.clear();
    Q_EMIT chosen();
    if (!builtIn)
        return;
    const auto accepted = m_new->environment().accept(
        {practices::Environment::Sandbox, true, Text::tr("Practice in the sandbox")});
    if (!accepted)
        Q_EMIT problem(accepted.error());
}

void Workspace::archive(const QString &id)
{
    auto profile = m_deps.store.profile(id);
    if (!profile || !*profile)
        return;
    (*profile)->archived = true;
    if (const auto saved = m_deps.store.saveProfile(**profile); !saved)
        Q_EMIT problem(saved.error());
    reload();
    if (m_current == id)
        choose(m_profiles.isEmpty() ? QString() : m_profiles.constFirst().id);
    if (const auto found = m_assistants.find(id); found != m_assistants.end()) {
        Q_EMIT assistantClosing(found->second.get());
        m_assistants.erase(found);
    }
}

void Workspace::unarchive(const QString &id)
{
    auto profile = m_deps.store.profile(id);
    if (!profile || !*profile)
        return;
    (*profile)->archived = false;
    if (const auto saved = m_deps.store.saveProfile(**profile); !saved) {
        Q_EMIT problem(saved.error());
        return;
    }
    reload();
    choose(id);
}

QList<PracticeRow> Workspace::archivedRows() const
{
    QList<PracticeRow> rows;
    for (const practices::Profile &profile : m_archived)
        rows.append(practiceRow(profile, nullptr));
    return rows;
}

std::unique_ptr<assistant::OnboardPractice> Workspace::makeAssistant(const practices::Profile &profile)
{
    auto assistant = std::make_unique<assistant::OnboardPractice>(
        assistant::OnboardPractice::Deps{m_deps.transport, m_deps.clock, m_deps.store, m_deps.keychain,
            m_deps.home, m_deps.certificates, m_proxyPasswords},
        profile);
    if (m_sandbox.offer().isRunning())
        assistant->setSandbox(m_sandbox.offer());
    watch(*assistant);
    return assistant;
}

void Workspace::watch(assistant::OnboardPractice &practice)
{
    connect(&practice, &assistant::OnboardPractice::sandboxWanted, &m_sandbox,
        &assistant::SandboxLauncher::start);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, [this, &practice] {
        if (!practice.draft().isStored())
            return;
        reload();
        if (&practice == m_new.get())
            adopt();
    });
}

void Workspace::adopt()
{
    const QString id = m_new->draft().profile().id;
    m_assistants[id] = std::move(m_new);
    // The view of the assistant stays: it is the same practice, which has a name now.
    if (m_current.isEmpty())
        m_current = id;
    Q_EMIT practicesChanged();
}

assistant::OnboardPractice *Workspace::assistant()
{
    if (m_current.isEmpty())
        return m_new.get();
    const auto found = m_assistants.find(m_current);
    if (found != m_assistants.end())
        return found->second.get();
    const practices::Profile *profile = current();
    if (profile == nullptr)
        return nullptr;
    return m_assistants.emplace(m_current, makeAssistant(*profile)).first->second.get();
}

OverviewState Workspace::overview() const
{
    const practices::Profile *profile = current();
    if (profile == nullptr)
        return {};
    const auto baseline = flows::baselineAge(m_deps.store, m_deps.clock, *profile);
    OverviewInput input{*profile, progress(), {}, watermarks(), baseline.value_or(flows::BaselineAge())};
    const auto history = runs();
    if (!history.isEmpty())
        input.last = history.constFirst();
    return overviewState(input, m_deps.clock.now());
}

std::optional<flows::ExportProgress> Workspace::progress() const
{
    const flows::RunExport *run = m_exports.of(m_current);
    return run == nullptr ? std::nullopt : std::optional(run->progress());
}

QList<practices::RunRecord> Workspace::runs() const
{
    const practices::Profile *profile = current();
    if (profile == nullptr || profile->fhirBaseUrl.isEmpty())
        return {};
    auto runs = m_deps.store.runs(practices::watermarkKey(*profile));
    return runs ? *runs : QList<practices::RunRecord>();
}

QList<practices::Watermark> Workspace::watermarks() const
{
    const practices::Profile *profile = current();
    if (profile == nullptr || profile->fhirBaseUrl.isEmpty())
        return {};
    auto marks = m_deps.store.watermarks(practices::watermarkKey(*profile));
    return marks ? *marks : QList<practices::Watermark>();
}

std::optional<flows::ExportProgress> Workspace::lastRun() const
{
    const auto all = runs();
    const auto last = std::find_if(all.begin(), all.end(),
        [](const practices::RunRecord &run) { return run.closed && run.outcome && run.startedAt; });
    if (last == all.end())
        return {};
    const auto files = m_deps.store.files(last->id);
    const auto polls = m_deps.store.polls(last->id);
    return pastRun(*last, files.value_or(QList<practices::FileRecord>()),
        polls.value_or(QList<practices::PollTick>()), nameOf(m_current));
}

QList<practices::AuditEntry> Workspace::audit() const
{
    const practices::Profile *profile = current();
    if (profile == nullptr || profile->fhirBaseUrl.isEmpty())
        return {};
    auto entries = m_deps.store.audit(practices::watermarkKey(*profile));
    return entries ? *entries : QList<practices::AuditEntry>();
}

Result<> Workspace::moveWatermarks(const QStringList &types, const QString &value, const QString &why)
{
    const practices::Profile *profile = current();
    if (profile == nullptr)
        return {};
    const auto key = practices::watermarkKey(*profile);
    const QString who = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    // Takes the lock of the Group: nobody's export, here or in another process, may own it meanwhile.
    const auto moved = flows::changeWatermarks(m_deps.store, m_deps.clock, {key, types, value, who, why});
    Q_EMIT runsChanged();
    return moved;
}

} // namespace waybill::ui
