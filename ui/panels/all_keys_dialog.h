// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/all_keys_presenter.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTableView;

namespace waybill::ui {

class CopyField;
class PlainLabel;
class Workspace;

/// All keys of this home in a table, and below it what can be done with the chosen one.
class AllKeysDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AllKeysDialog(AllKeysPresenter &presenter, QWidget *parent = nullptr);
    void render(const AllKeysPresenter::State &state);

private:
    void makeTable();
    void makeDetails();

    AllKeysPresenter &m_presenter;
    KeysModel m_model;
    QTableView *m_table = nullptr;
    PlainLabel *m_empty = nullptr;
    QWidget *m_details = nullptr;
    CopyField *m_id = nullptr;
    PlainLabel *m_why = nullptr;
    QWidget *m_deleteForm = nullptr;
    QLineEdit *m_consent = nullptr;
    QPushButton *m_delete = nullptr;
    PlainLabel *m_note = nullptr;
    QString m_toType;
    QString m_shown; ///< whose consent is being typed
};

void showAllKeys(QWidget *parent, Workspace &workspace);

} // namespace waybill::ui
