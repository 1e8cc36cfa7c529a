// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/problems_model.h"
#include "presenters/viewer_presenter.h"
#include "widgets/folding_pane.h"

class QTableView;
class QPushButton;

namespace waybill::ui {

/// Below the lines: what the check of the file found, with line and byte; choosing one leads to its line. Our
/// own check, not the server's verdict. Folded until somebody wants it.
class ViewerProblems : public FoldingPane
{
    Q_OBJECT
public:
    explicit ViewerProblems(ViewerPresenter &presenter, QWidget *parent = nullptr);

    void render(const ViewerState &state);

Q_SIGNALS:
    void chosen(); ///< one was activated: the lines take the focus

private:
    void buildTable();

    ViewerPresenter &m_presenter;
    ProblemsModel m_model;
    QPushButton *m_compare = nullptr; ///< references with what is in the files of the run
    QTableView *m_table = nullptr;
};

} // namespace waybill::ui
