// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include "panels/all_keys_dialog.h"
#include "panels/archive_dialog.h"
#include "panels/confirm.h"
#include "panels/practices_panel.h"
#include "panels/viewer_panel.h"
#include "presenters/monitor_state.h"
#include "presenters/workspace.h"
#include "shell/environment_band.h"
#include "shell/help_dialogs.h"
#include "shell/practice_pages.h"
#include "shell/status_labels.h"
#include "shell/window_settings.h"
#include "widgets/empty_state.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr QSize kMinimum{1024, 700}; // ux.md, rules for all windows
constexpr int kListWidth = 260;
constexpr int kPagesWidth = 980;
constexpr int kPagesAtLeast = 720;

} // namespace

MainWindow::MainWindow(Workspace &workspace, WindowSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kMinimum);
    setWindowIcon(QIcon(QStringLiteral(":/waybill/icons/waybill-app.svg")));
    placeParts();
    makeMenus();
    new StatusLabels(m_workspace, *statusBar());
    connect(&m_workspace, &Workspace::chosen, this, &MainWindow::onChosen);
    connect(&m_workspace, &Workspace::practicesChanged, this, &MainWindow::onPracticesChanged);
    m_settings.restore(*this, *m_splitter);
    onPracticesChanged();
    onChosen();
}

MainWindow::~MainWindow() = default;

void MainWindow::placeParts()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_band = new EnvironmentBand(centre);
    column->addWidget(m_band);
    m_splitter = new QSplitter(Qt::Horizontal, centre);
    m_splitter->setChildrenCollapsible(false);
    column->addWidget(m_splitter, 1);
    m_practices = new PracticesPanel(m_splitter);
    m_splitter->addWidget(m_practices);
    m_stack = new QStackedWidget(m_splitter);
    m_stack->setMinimumWidth(kPagesAtLeast); // else a wide page would push the list of practices together
    m_pages = new PracticePages(m_workspace, m_stack);
    m_stack->addWidget(makeEmptyPage());
    m_stack->addWidget(m_pages);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kListWidth, kPagesWidth});
    setCentralWidget(centre);
    connect(m_practices, &PracticesPanel::practiceChosen, &m_workspace, &Workspace::choose);
    connect(m_practices, &PracticesPanel::addRequested, this, [this] { m_workspace.addPractice(false); });
}

QWidget *MainWindow::makeEmptyPage()
{
    auto *empty = new EmptyState(Glyph::Waybill, tr("Bring a practice into bulk export"),
        tr("Waybill makes the keys, finds the server, tests the connection, exports a Group, checks every "
           "file and "
           "writes the waybill that runs it every night. Try it all with the practice that comes with it: "
           "its "
           "patients are made up."),
        m_stack);
    empty->setObjectName(QStringLiteral("emptyPage"));
    QPushButton *sandbox = empty->addButton(tr("&Try the built-in sandbox"), Glyph::Flask);
    sandbox->setObjectName(QStringLiteral("trySandbox"));
    connect(sandbox, &QPushButton::clicked, this, &MainWindow::trySandbox);
    QPushButton *add = empty->addButton(tr("Add your &first practice"), Glyph::Add);
    add->setObjectName(QStringLiteral("addFirstPractice"));
    connect(add, &QPushButton::clicked, this, [this] { m_workspace.addPractice(false); });
    return empty;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makePracticeMenu();
    makeGoMenu();
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(tr("&Open NDJSON files…"), QKeySequence::Open, this, [this] {
        m_stack->setCurrentWidget(m_pages);
        m_pages->go(PracticePages::Viewer);
        m_pages->viewer().chooseFilesToOpen();
    });
    menu->addAction(tr("Open a &run folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this, [this] {
        m_stack->setCurrentWidget(m_pages);
        m_pages->go(PracticePages::Viewer);
        m_pages->viewer().chooseFolderToOpen();
    });
    menu->addAction(tr("Show the &folder of Waybill"), this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_workspace.home())); });
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &MainWindow::close);
}

void MainWindow::makePracticeMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Practice"));
    menu->addAction(
        tr("&Add a practice"), QKeySequence::New, this, [this] { m_workspace.addPractice(false); });
    menu->addAction(tr("Try the built-in &sandbox"), this, &MainWindow::trySandbox);
    menu->addAction(tr("&Find a practice"), QKeySequence(Qt::CTRL | Qt::Key_K), this,
        [this] { m_practices->focusFilter(); });
    menu->addSeparator();
    menu->addAction(tr("Start an &export…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, [this] {
        if (m_workspace.current() != nullptr)
            m_pages->goToStep(practices::Step::Launch);
    });
    menu->addSeparator();
    m_archive = menu->addAction(tr("&Take off the list…"), this, &MainWindow::archiveCurrent);
    menu->addAction(tr("Practices &off the list…"), this, [this] { showArchive(this, m_workspace); });
    menu->addSeparator();
    menu->addAction(tr("All &keys…"), this, [this] { showAllKeys(this, m_workspace); });
}

void MainWindow::makeGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    for (int page = 0; page < PracticePages::PageCount; ++page) {
        QAction *action = menu->addAction(m_pages->tabText(page),
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)), this, [this, page] {
                if (m_pages->isTabVisible(page))
                    m_pages->go(static_cast<PracticePages::Page>(page));
            });
        action->setIcon(m_pages->tabIcon(page));
    }
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    QMenu *themes = menu->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(themes);
    const QList<std::pair<ThemeChoice, QString>> choices = {{ThemeChoice::System, tr("As the &system")},
        {ThemeChoice::Light, tr("&Light")}, {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto &[theme, name] : choices) {
        QAction *action =
            themes->addAction(name, this, [this, chosen = theme] { m_settings.setTheme(chosen); });
        action->setCheckable(true);
        action->setChecked(theme == m_settings.theme());
        group->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(
        tr("L&arger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus), this, [this] { m_settings.stepText(1); });
    menu->addAction(tr("S&maller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus), this,
        [this] { m_settings.stepText(-1); });
    menu->addAction(tr("&Normal text"), QKeySequence(Qt::CTRL | Qt::Key_0), this,
        [this] { m_settings.setTextPercent(100); });
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&Keyboard shortcuts"), QKeySequence::HelpContents, this,
        [this] { showShortcuts(this, *menuBar()); });
    menu->addAction(tr("&About Waybill"), this, [this] { showAbout(this, m_workspace.home()); });
}

void MainWindow::openFiles(const QStringList &paths)
{
    m_stack->setCurrentWidget(m_pages);
    m_pages->openFiles(paths);
}

void MainWindow::onChosen()
{
    const practices::Profile *profile = m_workspace.current();
    m_practices->setCurrent(m_workspace.currentId());
    m_archive->setEnabled(profile != nullptr);
    if (profile != nullptr || m_workspace.isAdding())
        m_stack->setCurrentWidget(m_pages);
    else if (m_pages->currentIndex() != PracticePages::Viewer)
        m_stack->setCurrentIndex(0);
    onPracticesChanged();
}

void MainWindow::onPracticesChanged()
{
    m_practices->setRows(m_workspace.rows());
    m_practices->setVisible(!m_workspace.practices().isEmpty() || m_workspace.isAdding());
    const practices::Profile *profile = m_workspace.current();
    if (profile == nullptr) {
        m_band->clear();
        setWindowTitle(tr("Waybill"));
        return;
    }
    m_archive->setEnabled(true);
    m_practices->setCurrent(profile->id);
    m_band->show(profile->environment, profile->name);
    setWindowTitle(
        tr("%1 – %2 – Waybill").arg(profile->name, environmentWord(profile->environment))); // F-135
}

void MainWindow::trySandbox()
{
    m_workspace.addPractice(true);
    m_pages->goToStep(practices::Step::Environment); // its name is a proposal
}

void MainWindow::archiveCurrent()
{
    const practices::Profile *profile = m_workspace.current();
    if (profile == nullptr)
        return;
    confirm(this, tr("Take %1 off the list?").arg(profile->name),
        tr("Its keys, exports and watermarks stay where they are. A job that runs goes on at the server."),
        tr("Take it off"), [this, id = profile->id] { m_workspace.archive(id); });
}

void MainWindow::quitNow()
{
    m_quitting = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_quitting || m_workspace.exports().active().isEmpty()) {
        m_settings.save(*this, *m_splitter);
        event->accept();
        return;
    }
    event->ignore();
    askQuit();
}

void MainWindow::askQuit()
{
    QStringList jobs;
    const auto active = m_workspace.exports().active();
    for (const flows::ExportProgress &progress : active)
        jobs.append(tr("%1 – Group %2: %3", "practice, group, what becomes of its job")
                        .arg(progress.practiceName, progress.groupId, whatGoesOn(progress)));
    confirm(this, tr("Close Waybill while exports are running?"),
        tr("Nothing is cancelled, and nothing is lost:\n\n%1")
            .arg(jobs.join(QStringLiteral("\n\n"))), // BD-095
        tr("Close Waybill"), [this] { quitNow(); });
}

} // namespace waybill::ui
