// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace waybill::ui {

class EnvironmentBand;
class PracticePages;
class PracticesPanel;
class WindowSettings;
class Workspace;

/// Places the panels and offers the commands; knows nothing of what they do.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Workspace &workspace, WindowSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    PracticePages &pages() { return *m_pages; }
    PracticesPanel &practices() { return *m_practices; }
    void openFiles(const QStringList &paths);
    /// Closes without a question: the jobs go on at their servers.
    void quitNow();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeEmptyPage();
    void placeParts();
    void makeMenus();
    void makeFileMenu();
    void makePracticeMenu();
    void makeViewMenu();
    void makeGoMenu();
    void makeHelpMenu();
    void onChosen();
    void onPracticesChanged();
    void trySandbox();
    void archiveCurrent();
    void askQuit();

    Workspace &m_workspace;
    WindowSettings &m_settings;
    EnvironmentBand *m_band = nullptr;
    QSplitter *m_splitter = nullptr;
    PracticesPanel *m_practices = nullptr;
    QStackedWidget *m_stack = nullptr; ///< the empty page, or the pages of a practice
    PracticePages *m_pages = nullptr;
    QAction *m_archive = nullptr;
    bool m_quitting = false;
};

} // namespace waybill::ui
