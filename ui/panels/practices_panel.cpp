// SPDX-License-Identifier: Apache-2.0
#include "panels/practices_panel.h"

#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/practice_delegate.h"
#include "widgets/search_field.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace waybill::ui {

PracticesPanel::PracticesPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("practicesPanel"));
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    column->setSpacing(space::kSmall);
    column->addWidget(new PlainLabel(tr("Practices"), TextRole::Heading, this));
    m_filter = makeSearchField(tr("Filter the practices"), tr("Filter…"), this);
    m_filter->setObjectName(QStringLiteral("practiceFilter"));
    connect(m_filter, &QLineEdit::textChanged, &m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    column->addWidget(m_filter);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("practiceList"));
    m_list->setAccessibleName(tr("Practices"));
    m_list->setModel(&m_filtered);
    m_list->setItemDelegate(new PracticeDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTabKeyNavigation(false);
    m_list->viewport()->setAutoFillBackground(false);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &PracticesPanel::onCurrentChanged);
    column->addWidget(m_list, 1);
    auto *add = new QPushButton(icon(Glyph::Add), tr("&Add a practice"), this);
    add->setObjectName(QStringLiteral("addPractice"));
    connect(add, &QPushButton::clicked, this, &PracticesPanel::addRequested);
    column->addWidget(add);
}

void PracticesPanel::setRows(const QList<PracticeRow> &rows)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    m_model.setRows(rows);
    setCurrent(m_current);
}

void PracticesPanel::setCurrent(const QString &id)
{
    m_current = id;
    const QModelIndex index = m_filtered.mapFromSource(m_model.indexOf(id));
    if (index == m_list->currentIndex() && index.isValid())
        return;
    const QSignalBlocker quiet(m_list->selectionModel());
    m_list->setCurrentIndex(index);
    if (!index.isValid())
        m_list->clearSelection();
    m_list->viewport()->update();
}

void PracticesPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void PracticesPanel::onCurrentChanged(const QModelIndex &index)
{
    const QString id = index.data(IdRole).toString();
    if (id.isEmpty() || id == m_current)
        return;
    m_current = id;
    Q_EMIT practiceChosen(id);
}

} // namespace waybill::ui
