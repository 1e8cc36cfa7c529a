// SPDX-License-Identifier: Apache-2.0
#include "shell/practice_pages.h"

#include "onboarding/onboarding_view.h"
#include "panels/downloads_panel.h"
#include "panels/duplicate_dialog.h"
#include "panels/export_monitor_panel.h"
#include "panels/history_panel.h"
#include "panels/log_panel.h"
#include "panels/overview_panel.h"
#include "panels/viewer_panel.h"
#include "presenters/workspace.h"
#include "shell/passphrase_dialog.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace waybill::ui {

PracticePages::PracticePages(Workspace &workspace, QWidget *parent)
    : QTabWidget(parent)
    , m_workspace(workspace)
    , m_monitor(workspace.clock())
{
    setObjectName(QStringLiteral("practicePages"));
    setDocumentMode(true);
    tabBar()->setExpanding(false);
    tabBar()->setAccessibleName(tr("Pages of the practice"));
    addPages();
    connectPanels();
    connectExports();
    connect(&m_workspace, &Workspace::chosen, this, &PracticePages::onChosen);
    connect(&m_workspace, &Workspace::assistantClosing, this, &PracticePages::closeAssistant);
    connect(&m_workspace, &Workspace::practicesChanged, this, &PracticePages::refreshOverview);
    connect(&m_workspace, &Workspace::runsChanged, this, &PracticePages::refreshHistory);
    connect(&m_workspace, &Workspace::problem, this,
        [this](const Error &error) { notice(Tone::Failure, describe(error)); });
    connect(this, &QTabWidget::currentChanged, this, [this](int page) {
        if (page == Overview)
            refreshOverview();
        else if (page == Watermarks)
            refreshHistory();
    });
    onChosen();
}

PracticePages::~PracticePages() = default;

void PracticePages::addPages()
{
    m_overview = new OverviewPanel(this);
    m_assistants = new QStackedWidget(this);
    m_assistants->setObjectName(QStringLiteral("assistants"));
    m_assistants->addWidget(new QWidget(m_assistants));
    m_downloads = new DownloadsPanel(this);
    m_viewer = new ViewerPanel(m_viewerPresenter, this);
    m_history = new HistoryPanel(this);
    m_logPanel = new LogPanel(m_log.model(), this);
    addTab(m_overview, icon(Glyph::Overview), tr("Overview"));
    addTab(m_assistants, icon(Glyph::List), tr("Set-up"));
    addTab(makeExportsPage(), icon(Glyph::Hourglass), tr("Export"));
    addTab(m_downloads, icon(Glyph::Download), tr("Files"));
    addTab(m_viewer, icon(Glyph::Eye), tr("Viewer"));
    addTab(m_history, icon(Glyph::Flag), tr("Watermarks"));
    addTab(m_logPanel, icon(Glyph::Log), tr("Log"));
}

QWidget *PracticePages::makeExportsPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *frame = new QWidget(page);
    frame->hide();
    auto *margin = new QVBoxLayout(frame);
    margin->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, 0);
    m_exportMessage = new InlineMessage(frame);
    m_exportMessage->setObjectName(QStringLiteral("exportMessage"));
    connect(m_exportMessage, &InlineMessage::visibleChanged, frame, &QWidget::setVisible);
    margin->addWidget(m_exportMessage);
    column->addWidget(frame);
    m_exports = new ExportMonitorPanel(page);
    column->addWidget(m_exports, 1);
    return page;
}

void PracticePages::connectPanels()
{
    connect(m_overview, &OverviewPanel::stepRequested, this, &PracticePages::goToStep);
    connect(m_overview, &OverviewPanel::exportsRequested, this, [this] { go(Exports); });
    connect(m_downloads, &DownloadsPanel::openFileRequested, this,
        [this](const QString &path) { openFiles({path}); });
    connect(m_downloads, &DownloadsPanel::openRunRequested, this, &PracticePages::openRunFolder);
    connect(m_history, &HistoryPanel::openRunRequested, this, &PracticePages::openRunFolder);
    connect(m_history, &HistoryPanel::moveRequested, this,
        [this](const QStringList &types, const QString &value, const QString &why) {
            if (const auto moved = m_workspace.moveWatermarks(types, value, why); !moved)
                notice(Tone::Failure, describe(moved.error()));
        });
    connect(m_logPanel, &LogPanel::openRequested, this, [this](const QString &path) { openFiles({path}); });
}

void PracticePages::connectExports()
{
    const auto run = [this] { return m_workspace.exports().of(m_workspace.currentId()); };
    connect(&m_monitor, &ExportMonitorPresenter::stateChanged, m_exports, &ExportMonitorPanel::render);
    connect(
        m_exports, &ExportMonitorPanel::launchRequested, this, [this] { goToStep(practices::Step::Launch); });
    connect(m_exports, &ExportMonitorPanel::openFilesRequested, this,
        [this] { openRunFolder(m_monitor.progress().runDirectory); });
    connect(m_exports, &ExportMonitorPanel::pollNowRequested, this, [run] {
        if (flows::RunExport *of = run())
            of->pollNow();
    });
    connect(m_exports, &ExportMonitorPanel::cancelRequested, this, [run] {
        if (flows::RunExport *of = run())
            of->cancel();
    });
    connect(m_exports, &ExportMonitorPanel::goOnRequested, this, [run] {
        if (flows::RunExport *of = run())
            of->goOn();
    });
    connect(m_exports, &ExportMonitorPanel::settleDuplicateRequested, this, &PracticePages::settleDuplicate);
    connect(m_exports, &ExportMonitorPanel::releaseRequested, this, [run] {
        if (flows::RunExport *of = run())
            of->releaseFiles();
    });
    connect(m_exports, &ExportMonitorPanel::pauseRequested, this, [this, run](bool pause) {
        flows::RunExport *of = run();
        if (of == nullptr)
            return;
        pause ? of->pauseDownloads() : of->resumeDownloads();
        m_monitor.setPaused(pause);
    });
    connect(m_exports, &ExportMonitorPanel::acceptErrorsRequested, this, [this, run](const QString &why) {
        flows::RunExport *of = run();
        const QString who = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
        const auto accepted = of == nullptr ? Result<>() : of->acceptErrors(who, why);
        if (!accepted)
            showProblem(m_workspace.currentId(), accepted.error(), {});
    });
    connect(m_exportMessage, &InlineMessage::actionTriggered, this, [this] {
        const QString profileId = m_messageProfile;
        const auto unlock = [this, profileId](const SecretBytes &passphrase) {
            m_exportMessage->clear();
            m_workspace.exports().unlock(profileId, passphrase);
        };
        if (m_needsPassphrase)
            askPassphrase(this, m_workspace.nameOf(profileId), unlock);
        else
            unlock({});
    });
    connect(&m_workspace, &Workspace::progressChanged, this, &PracticePages::onProgress);
    connect(&m_workspace.exports(), &flows::RunningExports::keyNeeded, this, &PracticePages::onKeyNeeded);
    connect(&m_workspace.exports(), &flows::RunningExports::failed, this,
        [this](const QString &profileId, const Error &why) { showProblem(profileId, why, {}); });
}

void PracticePages::go(Page page)
{
    setCurrentIndex(page);
    widget(page)->setFocus(Qt::OtherFocusReason);
}

void PracticePages::goToStep(practices::Step step)
{
    showAssistant();
    if (OnboardingView *view = assistantView())
        view->goTo(step);
    go(Assistant);
}

void PracticePages::openFiles(const QStringList &paths)
{
    m_viewerPresenter.openFiles(paths);
    go(Viewer);
}

void PracticePages::openRunFolder(const QString &directory)
{
    m_viewerPresenter.openRunFolder(directory);
    go(Viewer);
}

OnboardingView *PracticePages::assistantView() const
{
    return qobject_cast<OnboardingView *>(m_assistants->currentWidget());
}

void PracticePages::onChosen()
{
    const bool known = m_workspace.current() != nullptr;
    const bool adding = m_workspace.isAdding();
    for (const Page page : {Overview, Exports, Files, Watermarks})
        setTabVisible(page, known);
    setTabVisible(Assistant, known || adding);
    showAssistant();
    m_exportMessage->clear();
    showRunOfChosen();
    m_exports->setEmptyHint(
        tr("The launch step of the set-up starts one. It goes on at the server, even when "
           "this window is closed."),
        known);
    refreshOverview();
    refreshHistory();
    if (adding)
        go(Assistant);
}

void PracticePages::showAssistant()
{
    assistant::OnboardPractice *practice = m_workspace.assistant();
    if (practice == nullptr) {
        m_assistants->setCurrentIndex(0);
        return;
    }
    OnboardingView *&view = m_views[practice];
    if (view == nullptr) {
        view = new OnboardingView(*practice, m_assistants);
        connect(view, &OnboardingView::launchRequested, this, &PracticePages::launch);
        connect(view, &OnboardingView::closed, this, [this] { go(Overview); });
        connect(view, &OnboardingView::handedOver, this, [this](const QString &directory) {
            notice(Tone::Ok, tr("The waybill was written to %1.").arg(directory));
            Q_EMIT handedOver(directory);
        });
        m_assistants->addWidget(view);
    }
    m_assistants->setCurrentWidget(view);
}

void PracticePages::closeAssistant(assistant::OnboardPractice *practice)
{
    delete m_views.take(practice);
}

void PracticePages::onProgress(const flows::ExportProgress &progress)
{
    if (progress.profileId != m_workspace.currentId())
        return;
    showRun(progress);
    m_downloads->setProgress(progress, m_workspace.clock().now());
    m_log.follow(progress.runDirectory, progress.practiceName);
    m_logPanel->setFile(m_log.path());
}

void PracticePages::showRunOfChosen()
{
    const auto progress = m_workspace.progress();
    const auto past = progress ? std::nullopt : m_workspace.lastRun();
    if (progress) {
        showRun(*progress);
    } else if (past) {
        showRun(*past);
        m_monitor.setPast(*past);
    } else {
        m_monitor.clear();
    }
    m_downloads->setProgress(
        progress ? *progress : past.value_or(flows::ExportProgress()), m_workspace.clock().now());
}

void PracticePages::showRun(const flows::ExportProgress &progress)
{
    const practices::Profile *profile = m_workspace.current();
    const bool isItsGroup = profile != nullptr && profile->group.value == progress.groupId;
    m_monitor.setGroupName(isItsGroup ? profile->group.name : QString());
    m_monitor.setProgress(progress);
}

void PracticePages::refreshOverview()
{
    if (currentIndex() == Overview && m_workspace.current() != nullptr)
        m_overview->render(m_workspace.overview());
    // A new practice has got its name: its other pages make sense now.
    const bool known = m_workspace.current() != nullptr;
    for (const Page page : {Overview, Exports, Files, Watermarks})
        setTabVisible(page, known);
}

void PracticePages::refreshHistory()
{
    const auto runs = m_workspace.runs();
    m_history->setHistory(m_workspace.watermarks(), runs, m_workspace.clock().now());
    m_history->setBaselineReminder(m_workspace.overview().baseline);
    m_history->setAudit(m_workspace.audit());
    if (!runs.isEmpty()) {
        m_log.follow(runs.constFirst().directory, m_workspace.nameOf(m_workspace.currentId()));
        m_logPanel->setFile(m_log.path());
    }
}

void PracticePages::launch(const flows::LaunchPlan &plan)
{
    m_exportMessage->clear();
    const auto started = m_workspace.exports().start(plan);
    if (!started)
        showProblem(plan.profile.id, started.error(), {});
    go(Exports);
}

void PracticePages::settleDuplicate()
{
    const QString profileId = m_workspace.currentId();
    flows::RunningExports &exports = m_workspace.exports();
    const auto advice = exports.duplicateOf(profileId);
    if (!advice)
        return;
    const auto tell = [this, profileId](const Result<> &done) {
        if (!done)
            showProblem(profileId, done.error(), {});
    };
    askAboutDuplicate(this, duplicateState(*advice, m_workspace.clock().now()),
        {[=, &exports](const QString &runId) { tell(exports.attach(profileId, runId)); },
            [=, &exports](Instant at) { tell(exports.tryAgainAt(profileId, at)); }});
}

void PracticePages::onKeyNeeded(const QString &profileId, const Error &why)
{
    m_needsPassphrase = m_workspace.keyIsInFile(profileId);
    showProblem(profileId, why, m_needsPassphrase ? tr("Enter the passphrase…") : tr("Try again"));
}

void PracticePages::showProblem(const QString &profileId, const Error &error, const QString &action)
{
    m_messageProfile = profileId;
    m_exportMessage->setAction(action);
    m_exportMessage->showError(error);
    notice(Tone::Failure, tr("%1: %2").arg(m_workspace.nameOf(profileId), describe(error)));
}

void PracticePages::notice(Tone tone, const QString &text)
{
    LogEntry entry;
    entry.at = m_workspace.clock().now();
    entry.tone = tone;
    entry.practice = m_workspace.nameOf(m_workspace.currentId());
    entry.text = text;
    m_log.notice(entry);
}

} // namespace waybill::ui
