// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/search_hits_model.h"
#include "presenters/viewer_presenter.h"
#include "widgets/folding_pane.h"

class QTabBar;
class QTableView;
class QToolButton;

namespace waybill::ui {

/// Below the lines: every matching line as it is found.
class ViewerHits : public FoldingPane
{
    Q_OBJECT
public:
    explicit ViewerHits(ViewerPresenter &presenter, QWidget *parent = nullptr);

    void render(const ViewerState &state);

Q_SIGNALS:
    void chosen(); ///< a hit was activated: the lines take the focus
    void searchAdded(); ///< an empty tab: somebody will type

private:
    void buildTabs();
    void buildTable();
    void renderTabs(const ViewerState &state);
    void onCurrentChanged(const QModelIndex &current);

    ViewerPresenter &m_presenter;
    SearchHitsModel m_model;
    QTabBar *m_tabs = nullptr;
    QToolButton *m_add = nullptr;
    QToolButton *m_stop = nullptr;
    QTableView *m_table = nullptr;
    bool m_following = false; ///< the current row or tab is set by us, not by a person
};

} // namespace waybill::ui
