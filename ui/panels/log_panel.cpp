// SPDX-License-Identifier: Apache-2.0
#include "panels/log_panel.h"

#include "models/log_model.h"
#include "widgets/icons.h"
#include "widgets/search_field.h"
#include "widgets/tone_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kTimeWidth = 160;
constexpr int kPracticeWidth = 180;
constexpr int kEventWidth = 180;

} // namespace

LogPanel::LogPanel(LogModel &model, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("log"));
    m_filtered.setSourceModel(&model);
    m_filtered.setFilterKeyColumn(-1);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    auto *head = new QHBoxLayout;
    m_filter = makeSearchField(tr("Filter the log"), tr("Filter by practice, event or words…"), this);
    m_filter->setObjectName(QStringLiteral("logFilter"));
    connect(m_filter, &QLineEdit::textChanged, &m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    head->addWidget(m_filter, 1);
    m_open = new QPushButton(icon(Glyph::Eye), tr("&Open the log file in the viewer"), this);
    m_open->setObjectName(QStringLiteral("openLog"));
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_path); });
    head->addWidget(m_open);
    column->addLayout(head);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("logTable"));
    m_table->setAccessibleName(tr("Log"));
    m_table->setModel(&m_filtered);
    m_table->setItemDelegate(new ToneDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // not measured one by one
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(LogModel::Time, kTimeWidth);
    m_table->setColumnWidth(LogModel::Practice, kPracticeWidth);
    m_table->setColumnWidth(LogModel::Event, kEventWidth);
    column->addWidget(m_table, 1);
    auto *copy = new QAction(tr("Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &LogPanel::copyChosen);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&m_filtered, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        // Follows the end only while the end is looked at.
        const QScrollBar *bar = m_table->verticalScrollBar();
        m_table->setProperty("waybillFollow", bar->value() == bar->maximum());
    });
    connect(&m_filtered, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_table->property("waybillFollow").toBool())
            m_table->scrollToBottom();
    });
    setFile({});
}

void LogPanel::setFile(const QString &path)
{
    m_path = path;
    m_open->setEnabled(!path.isEmpty());
}

void LogPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void LogPanel::copyChosen() const
{
    QStringList lines;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < LogModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace waybill::ui
