// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_columns.h"

#include "models/formatting.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/row_table.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace waybill::ui {
namespace {

struct Proposal {
    const char *type;
    const char *paths;
};
/// What somebody wants to see first of the types that are most of an export.
constexpr std::array kProposals{Proposal{"Patient", "id, name.family, name.given, gender, birthDate"},
    Proposal{"Observation",
        "subject.reference, code.coding.code, code.text, effectiveDateTime, valueQuantity.value, "
        "valueQuantity.unit"},
    Proposal{"Condition",
        "subject.reference, code.coding.code, code.text, onsetDateTime, clinicalStatus.coding.code"},
    Proposal{"Encounter", "id, subject.reference, class.code, period.start, period.end, status"},
    Proposal{"MedicationRequest",
        "subject.reference, medicationCodeableConcept.text, medicationCodeableConcept.coding.code, "
        "authoredOn, status"},
    Proposal{"Immunization",
        "patient.reference, vaccineCode.coding.code, vaccineCode.text, occurrenceDateTime, status"},
    Proposal{"Procedure", "subject.reference, code.coding.code, code.text, performed[x].start, status"}};

} // namespace

ViewerColumns::ViewerColumns(ViewerPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    buildTop();
    m_note = new PlainLabel({}, TextRole::Small, this);
    m_note->wrap();
    column->addWidget(m_note);
    buildTable();
    column->addWidget(m_table, 1);
    connect(&m_model, &ColumnsModel::sortingChanged, this, &ViewerColumns::renderNote);
}

void ViewerColumns::buildTop()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    auto *label = new PlainLabel(tr("Columns"), TextRole::Strong, this);
    m_paths = new QLineEdit(this);
    m_paths->setAccessibleName(tr("Paths of the columns"));
    m_paths->setPlaceholderText(tr("id, code.coding.code, valueQuantity.value"));
    m_paths->setToolTip(tr("Paths with commas between them; Return shows them"));
    label->setBuddy(m_paths);
    m_copy = new QPushButton(icon(Glyph::Copy), tr("Copy"), this);
    m_copy->setToolTip(tr("Copy the selected rows for a spreadsheet (Ctrl+C)"));
    m_save = new QPushButton(icon(Glyph::Save), tr("Save as CSV…"), this);
    for (QPushButton *button : {m_copy, m_save})
        button->setAutoDefault(false);
    row->addWidget(label);
    row->addWidget(m_paths, 1);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_paths, &QLineEdit::textEdited, this, [this] { m_typed = true; });
    connect(m_paths, &QLineEdit::returnPressed, this, &ViewerColumns::refresh);
    connect(m_copy, &QPushButton::clicked, this, &ViewerColumns::copySelection);
    connect(m_save, &QPushButton::clicked, this, &ViewerColumns::chooseWhereToSave);
}

void ViewerColumns::buildTable()
{
    m_table = makeRowTable(m_model, tr("Table of the lines"), font(), this);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT lineChosen(m_model.lineOf(index.row())); });
    auto *copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &ViewerColumns::copySelection);
}

QString ViewerColumns::proposal() const
{
    const ViewerState &state = m_presenter.state();
    const QString type = state.chosen >= 0 ? state.files.at(state.chosen).type : QString();
    const auto found = std::find_if(kProposals.begin(), kProposals.end(),
        [&type](const Proposal &one) { return type == QLatin1String(one.type); });
    return found == kProposals.end()
        ? QStringLiteral("resourceType, id, meta.lastUpdated, code.coding.code, status")
        : QString::fromLatin1(found->paths);
}

void ViewerColumns::refresh()
{
    if (!m_typed)
        m_paths->setText(proposal());
    const auto columns = ndjson::ColumnSet::parse(m_paths->text());
    if (!columns) {
        m_note->setTone(Tone::Failure);
        m_note->setText(describe(columns.error()));
        return;
    }
    const ViewerState &state = m_presenter.state();
    ndjson::ColumnRows rows;
    rows.reader = m_presenter.lines();
    if (state.filtered)
        rows.hits = std::make_shared<std::vector<ndjson::Hit>>(m_presenter.hits().hits());
    rows.count = !rows.reader ? 0
        : rows.hits           ? static_cast<std::int64_t>(rows.hits->size())
                              : rows.reader->lineCount();
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_model.setTable(rows, *columns, state.hidden);
    constexpr int kWidth = 180;
    for (int column = 1; column < m_model.columnCount(); ++column)
        m_table->setColumnWidth(column, kWidth);
    enableButtons();
    renderNote();
}

void ViewerColumns::enableButtons()
{
    const bool open = !m_presenter.state().hidden && m_model.rowCount() > 0;
    m_save->setEnabled(open && !m_saving);
    m_copy->setEnabled(open);
}

void ViewerColumns::renderNote()
{
    const ViewerState &state = m_presenter.state();
    QString note = m_model.rowCount() == 1 ? tr("1 row") : tr("%1 rows").arg(countText(m_model.rowCount()));
    if (state.filtered)
        note += QStringLiteral(" · ") + tr("only lines with hits");
    if (!state.filtered && m_presenter.lines() && m_presenter.lines()->lineCount() > ColumnsModel::kMostRows)
        note += QStringLiteral(" · ") + tr("the first ones; search and show only the hits for others");
    if (m_model.isSorting())
        note += QStringLiteral(" · ") + tr("sorting…");
    if (state.hidden)
        note += QStringLiteral(" · ") + tr("values are hidden: reveal them to copy or save");
    m_note->setTone(Tone::Neutral);
    m_note->setText(note);
}

void ViewerColumns::copySelection()
{
    if (m_presenter.state().hidden)
        return;
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    constexpr qsizetype kMost =
        10'000; // the clipboard is no place for a file, and each row is read from the disk
    if (rows.size() > kMost) {
        m_note->setTone(Tone::Warning);
        m_note->setText(tr("The clipboard takes at most %1 rows; save them as CSV.").arg(countText(kMost)));
        return;
    }
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < m_model.columnCount(); ++column)
            cells.append(QString::fromUtf8(ndjson::csvField(m_model.index(row, column).data().toString())));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ViewerColumns::chooseWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the table as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("CSV files (*.csv)"), tr("All files (*)")});
    dialog->selectFile(tr("table.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ViewerColumns::save);
    dialog->open();
}

void ViewerColumns::save(const QString &path)
{
    if (m_presenter.state().hidden) // since the dialog was opened
        return;
    m_saving = true;
    enableButtons();
    using Saved = Result<std::int64_t>;
    m_worker = Worker::start<Saved>(
        this,
        [rows = m_model.rows(), columns = m_model.columns(), order = m_model.order(), path](
            const std::stop_token &stop) { return ndjson::saveCsv(rows, columns, order, path, stop); },
        [this, path](const Saved &done) {
            m_saving = false;
            enableButtons();
            if (done)
                Q_EMIT saved(*done, QFileInfo(path).fileName());
            else
                Q_EMIT saveFailed(done.error());
        });
}

} // namespace waybill::ui
