// SPDX-License-Identifier: Apache-2.0
#include "widgets/row_table.h"

#include "widgets/theme.h"

#include <QHeaderView>

namespace waybill::ui {

QTableView *makeRowTable(QAbstractItemModel &model, const QString &name, const QFont &font, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(&model);
    table->setAccessibleName(name);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false); // Tab leaves the table
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setWordWrap(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const int height = QFontMetrics(font).height() + space::kTight;
    table->verticalHeader()->setMinimumSectionSize(height);
    table->verticalHeader()->setDefaultSectionSize(height);
    return table;
}

} // namespace waybill::ui
