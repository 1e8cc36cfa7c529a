// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/practices_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QListView;

namespace waybill::ui {

/// The practices at the left: filter, list, "Add a practice".
class PracticesPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit PracticesPanel(QWidget *parent = nullptr);

    void setRows(const QList<PracticeRow> &rows);
    void setCurrent(const QString &id); ///< without a signal; empty = none
    void focusFilter();

Q_SIGNALS:
    void practiceChosen(const QString &id);
    void addRequested();

private:
    void onCurrentChanged(const QModelIndex &index);

    PracticesModel m_model;
    QSortFilterProxyModel m_filtered;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    QString m_current;
};

} // namespace waybill::ui
