// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/search_problems_model.h"
#include "presenters/viewer_presenter.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace waybill::ui {

class PlainLabel;

/// Below the lines: what the check of the file found, with line and byte; choosing one leads to its line. Our
/// own check, not the server's verdict. Folded until somebody wants it.
class ViewerProblems : public QWidget
{
    Q_OBJECT
public:
    explicit ViewerProblems(ViewerPresenter &presenter, QWidget *parent = nullptr);

    void render(const ViewerState &state);
    bool isFolded() const { return m_folded; }

Q_SIGNALS:
    void chosen(); ///< one was activated: the lines take the focus
    void foldedChanged(bool folded);

private:
    void buildTable();
    void setFolded(bool folded);

    ViewerPresenter &m_presenter;
    SearchProblemsModel m_model;
    bool m_folded = true;
    QToolButton *m_fold = nullptr;
    PlainLabel *m_title = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace waybill::ui
