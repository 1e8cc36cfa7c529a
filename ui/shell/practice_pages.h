// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/launch_plan.h"
#include "presenters/export_monitor_presenter.h"
#include "presenters/run_log.h"
#include "presenters/viewer_presenter.h"

#include <QHash>
#include <QTabWidget>

class QStackedWidget;

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

class DownloadsPanel;
class ExportMonitorPanel;
class HistoryPanel;
class InlineMessage;
class LogPanel;
class OnboardingView;
class OverviewPanel;
class ViewerPanel;
class Workspace;

/// The tabs of the main window: gives each panel what the workspace knows of the chosen practice, and takes
/// the panels' wishes back.
class PracticePages final : public QTabWidget
{
    Q_OBJECT
public:
    enum Page { Overview, Assistant, Exports, Files, Viewer, Watermarks, Log, PageCount };

    explicit PracticePages(Workspace &workspace, QWidget *parent = nullptr);
    ~PracticePages() override;

    void go(Page page); ///< with the focus on it
    void goToStep(practices::Step step);
    void openFiles(const QStringList &paths);
    void openRunFolder(const QString &directory);
    ViewerPanel &viewer() { return *m_viewer; }
    OnboardingView *assistantView() const; ///< of the chosen practice; may be null
    ExportMonitorPresenter &monitor() { return m_monitor; }

Q_SIGNALS:
    void handedOver(const QString &bundleDirectory);

private:
    QWidget *makeExportsPage();
    void addPages();
    void connectExports();
    void connectPanels();
    void onChosen();
    void showAssistant();
    void closeAssistant(assistant::OnboardPractice *practice);
    void onProgress(const flows::ExportProgress &progress);
    void showRunOfChosen(); ///< what runs, else what ended last
    void showRun(const flows::ExportProgress &progress);
    void refreshOverview();
    void refreshHistory();
    void launch(const flows::LaunchPlan &plan);
    void settleDuplicate(); ///< EC-009
    void onKeyNeeded(const QString &profileId, const Error &why);
    void showProblem(const QString &profileId, const Error &error, const QString &action);
    void notice(Tone tone, const QString &text);

    Workspace &m_workspace;
    ExportMonitorPresenter m_monitor;
    ViewerPresenter m_viewerPresenter;
    RunLog m_log;
    OverviewPanel *m_overview = nullptr;
    QStackedWidget *m_assistants = nullptr;
    QHash<assistant::OnboardPractice *, OnboardingView *> m_views;
    InlineMessage *m_exportMessage = nullptr;
    QString m_messageProfile; ///< whom the message is about
    bool m_needsPassphrase = false;
    ExportMonitorPanel *m_exports = nullptr;
    DownloadsPanel *m_downloads = nullptr;
    ViewerPanel *m_viewer = nullptr;
    HistoryPanel *m_history = nullptr;
    LogPanel *m_logPanel = nullptr;
};

} // namespace waybill::ui
