// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/columns_model.h"
#include "presenters/viewer_presenter.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace waybill::ui {

class PlainLabel;

/// Chosen paths of the lines that are shown as a table: sort, copy, save as CSV.
class ViewerColumns : public QWidget
{
    Q_OBJECT
public:
    /// The presenter must live longer.
    explicit ViewerColumns(ViewerPresenter &presenter, QWidget *parent = nullptr);

    void refresh(); ///< the lines, the filter or the file are other ones
    void copySelection();

Q_SIGNALS:
    void lineChosen(waybill::LineNumber line);
    void saved(std::int64_t rows, const QString &fileName);
    void saveFailed(const waybill::Error &problem);

private:
    void buildTop();
    void buildTable();
    void chooseWhereToSave();
    void save(const QString &path);
    void renderNote();
    void enableButtons();
    QString proposal() const;

    ViewerPresenter &m_presenter;
    ColumnsModel m_model;
    QLineEdit *m_paths = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    PlainLabel *m_note = nullptr;
    QTableView *m_table = nullptr;
    bool m_saving = false;
    bool m_typed = false; ///< the paths are a person's, not the proposal for the type
    Worker m_worker; ///< last: joins first
};

} // namespace waybill::ui
