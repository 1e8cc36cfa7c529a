// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/viewer_find_bar.h"
#include "presenters/viewer_presenter.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace waybill::ui {

class InlineMessage;
class LineView;
class PlainLabel;
class ViewerColumns;
class ViewerHits;
class ViewerOverview;
class ViewerProblems;
class ViewerStart;
class ViewerStatus;
class ViewerTree;

/// The NDJSON viewer (ux.md c7): find bar on top, lines at the left, the tree of the current line at the
/// right, hits below, status at the bottom. Keys: Ctrl+F find, Ctrl+T one more search, F3 and Shift+F3 hits,
/// Ctrl+L go to a line or id, Ctrl+B mark, F2 and Shift+F2 marks, Alt+Z wrap, F8 the next problem,
/// Ctrl+Return the resource the line refers to, Alt+Left back.
class ViewerPanel : public QWidget
{
    Q_OBJECT
public:
    /// The presenter must live longer.
    explicit ViewerPanel(ViewerPresenter &presenter, QWidget *parent = nullptr);

    void focusFind();
    void focusGoToLine();
    void chooseFilesToOpen(); ///< opens the file dialog
    void chooseFolderToOpen();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void addKeys();
    void render(const ViewerState &state);
    void renderMessage(const ViewerState &state);
    void chooseWhereToSave();
    void chooseWhereToSaveAttachment(qsizetype index);
    void shareHeight();
    void showView(ViewerFindBar::View view);
    QWidget *buildHiddenRow();
    void connectViews();

    /// What the message line says now.
    struct Said {
        std::optional<Error> error;
        QString notNdjson;
        bool vanished = false;
        friend bool operator==(const Said &, const Said &) = default;
    };

    ViewerPresenter &m_presenter;
    Said m_said;
    QStackedWidget *m_pages = nullptr;
    ViewerStart *m_start = nullptr;
    ViewerFindBar *m_bar = nullptr;
    InlineMessage *m_message = nullptr;
    LineView *m_lines = nullptr;
    ViewerTree *m_tree = nullptr;
    ViewerHits *m_hits = nullptr;
    ViewerProblems *m_problems = nullptr;
    ViewerStatus *m_status = nullptr;
    QStackedWidget *m_views = nullptr;
    ViewerColumns *m_table = nullptr;
    ViewerOverview *m_overview = nullptr;
    PlainLabel *m_hiddenWords = nullptr;
    QWidget *m_hiddenRow = nullptr; ///< says that values are hidden
    ViewerFindBar::View m_view = ViewerFindBar::View::Lines;
    QSplitter *m_columns = nullptr;
    QSplitter *m_rows = nullptr;
    int m_panes = -1; ///< which of the panes below the lines were open when the height was shared out
};

} // namespace waybill::ui
