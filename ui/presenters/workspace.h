// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/onboard_practice.h"
#include "assistant/sandbox_launcher.h"
#include "base/secret_bytes.h"
#include "flows/running_exports.h"
#include "presenters/overview_state.h"

#include <map>

namespace waybill::ui {

/// What one window works on: the practices, which one is chosen, its assistant, all running exports, the
/// built-in sandbox. The panels look at it; nothing here knows a widget.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        practices::Store &store;
        const Clock &clock;
        http::Transport &transport;
        vault::KeychainStore &keychain;
        QString home; ///< absolute
        QString sandboxProgram;
        QStringList sandboxArguments = {};
        std::shared_ptr<http::PeerCertificates> certificates = {}; ///< that `transport` writes to
    };

    explicit Workspace(const Deps &deps, QObject *parent = nullptr);
    ~Workspace() override;

    /// Takes up what was left: the sandbox when one of the practices is it, then the unfinished exports.
    void begin();

    const QList<practices::Profile> &practices() const { return m_profiles; } ///< not archived, by name
    QList<PracticeRow> rows() const;
    const practices::Profile *current() const; ///< null: none is chosen, or a new one without a name
    QString currentId() const { return m_current; }
    void choose(const QString &id); ///< unknown: none
    void chooseByName(const QString &name); ///< its name, code or id; nothing happens when there is none

    /// A new practice with an assistant of its own; chosen at once. `builtIn`: the sandbox's practice.
    void addPractice(bool builtIn);
    bool isAdding() const { return m_new != nullptr && m_current.isEmpty(); }
    void archive(const QString &id); ///< off the list; nothing is deleted
    void unarchive(const QString &id); ///< back on the list, as it was, and chosen
    QList<PracticeRow> archivedRows() const;
    /// The assistant of what is chosen; null when nothing is.
    assistant::OnboardPractice *assistant();

    flows::RunningExports &exports() { return m_exports; }
    assistant::SandboxLauncher &sandbox() { return m_sandbox; }
    practices::Store &store() { return m_deps.store; }
    vault::KeychainStore &keychain() { return m_deps.keychain; }
    const Clock &clock() const { return m_deps.clock; }
    const QString &home() const { return m_deps.home; }

    QString nameOf(const QString &profileId) const;
    bool keyIsInFile(const QString &profileId) const; ///< then a passphrase unlocks it

    OverviewState overview() const;
    /// Of the chosen practice: what runs or ran in this window.
    std::optional<flows::ExportProgress> progress() const;
    QList<practices::RunRecord> runs() const;
    QList<practices::Watermark> watermarks() const;
    /// The newest run of the chosen practice that ended, when none runs or ran in this window.
    std::optional<flows::ExportProgress> lastRun() const;
    QList<practices::AuditEntry> audit() const; ///< newest first
    /// Writes watermark and audit together; `value` empty = back to the baseline (BD-182).
    Result<> moveWatermarks(const QStringList &types, const QString &value, const QString &why);

Q_SIGNALS:
    void practicesChanged(); ///< list, names or states
    void chosen(); ///< another practice, or none
    void progressChanged(const waybill::flows::ExportProgress &progress);
    void runsChanged(); ///< of the chosen practice: history and watermarks
    void assistantClosing(waybill::assistant::OnboardPractice *practice); ///< its views must go now
    void problem(const waybill::Error &error); ///< of nobody in particular: shown by the window

private:
    const practices::Profile *find(const QString &id) const;
    void reload();
    void watch(assistant::OnboardPractice &practice);
    void adopt(); ///< the new practice has a name now
    std::unique_ptr<assistant::OnboardPractice> makeAssistant(const practices::Profile &profile);

    Deps m_deps;
    std::shared_ptr<http::ProxyPasswords> m_proxyPasswords;
    flows::RunningExports m_exports;
    assistant::SandboxLauncher m_sandbox;
    QList<practices::Profile> m_profiles;
    QList<practices::Profile> m_archived;
    QString m_current;
    std::unique_ptr<assistant::OnboardPractice> m_new;
    std::map<QString, std::unique_ptr<assistant::OnboardPractice>> m_assistants; ///< by profile id
    bool m_resumeWhenReady = false;
};

} // namespace waybill::ui
