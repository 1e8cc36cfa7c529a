// SPDX-License-Identifier: Apache-2.0
#include "panels/history_panel.h"

#include "models/formatting.h"
#include "panels/confirm.h"
#include "panels/move_watermark_dialog.h"
#include "widgets/empty_state.h"
#include "widgets/plain_label.h"
#include "widgets/tone_delegate.h"
#include "widgets/watermark_chain.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr int kColumnAtMost = 320; ///< a list of types may be long; the tool tip has all of it

void fitColumns(QTableView &table)
{
    table.resizeColumnsToContents();
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.setColumnWidth(column, std::min(table.columnWidth(column), kColumnAtMost));
}

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("history"));
    m_stack->addWidget(new EmptyState(Glyph::Flag, tr("No export yet"),
        tr("After the first export this page shows up to when each resource type is complete, and every "
           "run."),
        this));
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kLarge);
    column->addWidget(makeMarks(), 1);
    m_tabs = new QTabWidget(page);
    m_tabs->setObjectName(QStringLiteral("historyTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Exports or moves of the watermarks"));
    m_tabs->addTab(makeRuns(), tr("Exports"));
    m_tabs->addTab(makeMoves(), tr("Who moved the watermarks"));
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(page);
    enableButtons();
}

QTableView *HistoryPanel::makeTable(QAbstractItemModel &model, const QString &objectName, const QString &name)
{
    auto *table = new QTableView(this);
    table->setObjectName(objectName);
    table->setAccessibleName(name);
    table->setModel(&model);
    table->setItemDelegate(new ToneDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    connect(
        table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::enableButtons);
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryPanel::enableButtons);
    return table;
}

QWidget *HistoryPanel::makeMarks()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Watermarks"), TextRole::Heading, part), 1);
    m_move = new QPushButton(tr("&Move…"), part);
    m_move->setObjectName(QStringLiteral("moveWatermark"));
    connect(m_move, &QPushButton::clicked, this, [this] {
        const auto *mark = m_marks.watermark(m_marksTable->selectionModel()->selectedRows().value(0));
        const QStringList types = chosenTypes();
        askMoveWatermark(this, types, mark == nullptr ? QString() : mark->value,
            [this, types](
                const QString &value, const QString &why) { Q_EMIT moveRequested(types, value, why); });
    });
    head->addWidget(m_move);
    m_reset = new QPushButton(tr("Back to the &baseline…"), part);
    m_reset->setObjectName(QStringLiteral("resetWatermark"));
    connect(m_reset, &QPushButton::clicked, this, [this] {
        const QStringList types = chosenTypes();
        askReason(this, tr("Back to the baseline"),
            tr("The next export fetches everything again for: %1").arg(types.join(QStringLiteral(", "))),
            tr("Forget the watermark"),
            [this, types](const QString &why) { Q_EMIT moveRequested(types, {}, why); });
    });
    head->addWidget(m_reset);
    column->addLayout(head);
    m_noMarks =
        new PlainLabel(tr("No watermark yet: the next export fetches everything."), TextRole::Body, part);
    m_noMarks->setMuted(true);
    column->addWidget(m_noMarks);
    m_baseline = new PlainLabel({}, TextRole::Body, part);
    m_baseline->setObjectName(QStringLiteral("baselineReminder"));
    m_baseline->setTone(Tone::Warning);
    m_baseline->wrap();
    m_baseline->hide();
    column->addWidget(m_baseline);
    m_marksTable = makeTable(m_marks, QStringLiteral("watermarksTable"), tr("Watermarks by resource type"));
    column->addWidget(m_marksTable, 1);
    return part;
}

QWidget *HistoryPanel::makeRuns()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, space::kMedium, 0, 0);
    auto *head = new QHBoxLayout;
    m_chain = new WatermarkChain(part);
    m_chain->setObjectName(QStringLiteral("watermarkChain"));
    head->addWidget(m_chain, 1);
    m_open = new QPushButton(icon(Glyph::Eye), tr("&Open in the viewer"), part);
    m_open->setObjectName(QStringLiteral("openHistoricRun"));
    connect(m_open, &QPushButton::clicked, this, &HistoryPanel::openRun);
    head->addWidget(m_open, 0, Qt::AlignTop);
    column->addLayout(head);
    m_runsTable =
        makeTable(m_runs, QStringLiteral("runsTable"), tr("Exports of this practice, newest first"));
    m_runsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_runsTable, &QTableView::activated, this, &HistoryPanel::openRun);
    column->addWidget(m_runsTable, 1);
    return part;
}

QWidget *HistoryPanel::makeMoves()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, space::kMedium, 0, 0);
    auto *head = new QHBoxLayout;
    auto *hint = new PlainLabel(
        tr("Every move is kept here, and so is its undoing. Only the newest move of a type can be undone."),
        TextRole::Small, part);
    hint->setMuted(true);
    hint->wrap();
    head->addWidget(hint, 1);
    m_undo = new QPushButton(tr("&Undo this move…"), part);
    m_undo->setObjectName(QStringLiteral("undoMove"));
    connect(m_undo, &QPushButton::clicked, this, &HistoryPanel::askUndo);
    head->addWidget(m_undo);
    column->addLayout(head);
    m_movesTable =
        makeTable(m_moves, QStringLiteral("movesTable"), tr("Moves of the watermarks, newest first"));
    m_movesTable->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_movesTable, 1);
    return part;
}

void HistoryPanel::askUndo()
{
    const WatermarkDeed *chosen = m_moves.deed(m_movesTable->currentIndex());
    if (chosen == nullptr || !chosen->isNewest)
        return;
    const QStringList types = chosen->stored;
    const QString value = chosen->first.from;
    const QString before =
        value.isEmpty() ? tr("no watermark: the next export fetches everything again") : value;
    askReason(this, tr("Undo this move"),
        tr("%1 goes back to %2.", "resource types, instant")
            .arg(chosen->types.join(QStringLiteral(", ")), before),
        tr("Undo the move"),
        [this, types, value](const QString &why) { Q_EMIT moveRequested(types, value, why); });
}

void HistoryPanel::setAudit(const QList<practices::AuditEntry> &audit)
{
    const bool sizing = m_moves.rowCount() == 0;
    m_moves.setAudit(audit);
    if (sizing)
        fitColumns(*m_movesTable);
    enableButtons();
}

void HistoryPanel::setBaselineReminder(const QString &text)
{
    m_baseline->setText(text);
    m_baseline->setVisible(!text.isEmpty());
}

void HistoryPanel::setHistory(
    const QList<practices::Watermark> &marks, const QList<practices::RunRecord> &runs, Instant now)
{
    const bool sizing = m_marks.rowCount() == 0 && m_runs.rowCount() == 0;
    m_marks.setWatermarks(marks, now);
    m_runs.setRuns(runs);
    m_stack->setCurrentIndex(marks.isEmpty() && runs.isEmpty() ? 0 : 1);
    m_noMarks->setVisible(marks.isEmpty());
    m_marksTable->setVisible(!marks.isEmpty());
    renderChain(runs);
    if (sizing) { // once: later the widths belong to the person
        fitColumns(*m_marksTable);
        fitColumns(*m_runsTable);
    }
    enableButtons();
}

void HistoryPanel::renderChain(const QList<practices::RunRecord> &runs)
{
    QList<WatermarkChain::Link> links;
    QStringList words;
    for (const practices::RunRecord &run : runs) {
        if (!run.startedAt)
            continue;
        WatermarkChain::Link link;
        link.label = dateTimeText(*run.startedAt);
        link.tone = toneOf(run);
        link.baseline = run.request.value(QLatin1String("since")).toString().isEmpty();
        link.moved = run.outcome == practices::Outcome::Complete;
        link.tip = tr("%1: %2").arg(link.label, run.reason.isEmpty() ? runStateWord(run) : run.reason);
        links.prepend(link);
        words.prepend(tr("%1: %2").arg(link.label, runStateWord(run)));
    }
    m_chain->setLinks(links, words.join(QStringLiteral("; ")));
    m_chain->setVisible(!links.isEmpty());
}

QStringList HistoryPanel::chosenTypes() const
{
    QStringList types;
    const auto rows = m_marksTable->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const auto *mark = m_marks.watermark(row))
            types.append(mark->type);
    }
    return types;
}

void HistoryPanel::enableButtons()
{
    if (m_undo == nullptr)
        return; // still being made
    const bool types = m_marksTable->selectionModel()->hasSelection();
    m_move->setEnabled(types);
    m_reset->setEnabled(types);
    const auto *run = m_runs.run(m_runsTable->currentIndex());
    m_open->setEnabled(run != nullptr && !run->directory.isEmpty());
    const WatermarkDeed *chosen = m_moves.deed(m_movesTable->currentIndex());
    m_undo->setEnabled(chosen != nullptr && chosen->isNewest && chosen->first.from != chosen->first.to);
}

void HistoryPanel::openRun()
{
    const auto *run = m_runs.run(m_runsTable->currentIndex());
    if (run != nullptr && !run->directory.isEmpty())
        Q_EMIT openRunRequested(run->directory);
}

} // namespace waybill::ui
