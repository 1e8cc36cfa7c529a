// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_problems.h"

#include "models/formatting.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {

ViewerProblems::ViewerProblems(ViewerPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kTight, space::kTight, space::kSmall, space::kTight);
    m_fold = new QToolButton(this);
    m_fold->setAccessibleName(tr("Show or hide the list of problems"));
    m_fold->setToolTip(m_fold->accessibleName());
    makeQuiet(*m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    m_title = new PlainLabel({}, TextRole::Strong, this);
    row->addWidget(m_fold);
    row->addWidget(m_title, 1);
    column->addLayout(row);
    buildTable();
    column->addWidget(m_table, 1);
    setFolded(true);
}

void ViewerProblems::buildTable()
{
    m_table = new QTableView(this);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Problems and notes"));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const int height = fontMetrics().height() + space::kTight;
    m_table->verticalHeader()->setMinimumSectionSize(height);
    m_table->verticalHeader()->setDefaultSectionSize(height);
    constexpr int kNumberWidth = 120;
    m_table->setColumnWidth(SearchProblemsModel::Line, kNumberWidth);
    m_table->setColumnWidth(SearchProblemsModel::Byte, kNumberWidth);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                m_presenter.goToLine(m_model.at(current.row()).line.shown());
        });
    connect(m_table, &QTableView::activated, this, &ViewerProblems::chosen);
}

void ViewerProblems::setFolded(bool folded)
{
    m_table->setVisible(!folded);
    m_fold->setIcon(icon(folded ? Glyph::ChevronRight : Glyph::ChevronDown));
    m_folded = folded;
    Q_EMIT foldedChanged(folded);
}

void ViewerProblems::render(const ViewerState &state)
{
    setVisible(state.problemCount + state.noteCount > 0);
    QString title =
        tr("Problems: %1, notes: %2").arg(countText(state.problemCount), countText(state.noteCount));
    const ndjson::CheckSummary &checked = m_presenter.checked();
    const std::int64_t listed = checked.problems.size() + checked.notes.size();
    if (listed < state.problemCount + state.noteCount)
        title = tr("%1; the first %2 are listed").arg(title, countText(listed));
    m_title->setText(title);
    m_model.setSummary(checked);
}

} // namespace waybill::ui
