// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_problems.h"

#include "models/formatting.h"
#include "widgets/row_table.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

namespace waybill::ui {

ViewerProblems::ViewerProblems(ViewerPresenter &presenter, QWidget *parent)
    : FoldingPane(tr("Show or hide the list of problems"), parent)
    , m_presenter(presenter)
{
    m_compare = new QPushButton(tr("Compare references"), this);
    m_compare->setAutoDefault(false);
    m_compare->setToolTip(tr("Look for references to resources that are in none of the files of the run"));
    makeQuiet(*m_compare);
    connect(m_compare, &QPushButton::clicked, this, [this] { m_presenter.overview().start(); });
    addToHeader(m_compare);
    buildTable();
    setBody(m_table);
    setFolded(true);
}

void ViewerProblems::buildTable()
{
    m_table = makeRowTable(m_model, tr("Problems and notes"), font(), this);
    constexpr int kNumberWidth = 120;
    for (const int column : {ProblemsModel::Line, ProblemsModel::Byte})
        m_table->setColumnWidth(column,
            std::max(kNumberWidth, m_table->horizontalHeader()->sectionSizeHint(column) + space::kMedium));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                m_presenter.goToLine(m_model.at(current.row()).line.shown());
        });
    connect(m_table, &QTableView::activated, this, &ViewerProblems::chosen);
}

void ViewerProblems::render(const ViewerState &state)
{
    const RunOverviewState &run = m_presenter.overview().state();
    const std::int64_t found = state.problemCount + state.noteCount;
    setVisible(found > 0 || run.available);
    const QList<ndjson::Problem> notes = m_presenter.notes();
    const QList<ndjson::Problem> &problems = m_presenter.checked().problems;
    QString title =
        tr("Problems: %1, notes: %2").arg(countText(state.problemCount), countText(state.noteCount));
    if (problems.size() + notes.size() < found)
        title = tr("%1; the first %2 are listed").arg(title, countText(problems.size() + notes.size()));
    setTitle(title);
    m_model.setFound(problems, notes);
    m_compare->setVisible(run.available && !m_presenter.overview().overview());
    m_compare->setEnabled(!run.running);
    m_compare->setText(run.running
            ? tr("Comparing references, %1 %").arg(static_cast<int>(run.progress * 100))
            : tr("Compare references"));
}

} // namespace waybill::ui
