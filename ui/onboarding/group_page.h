// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/step_page.h"
#include "presenters/group_page_presenter.h"

class QLineEdit;
class QPushButton;
class QTableView;

namespace waybill::ui {

class CopyField;
class InlineMessage;
class PlainLabel;
class SectionCard;
class UnlockPanel;

class GroupPage final : public StepPage
{
    Q_OBJECT
public:
    explicit GroupPage(GroupModel *model, QWidget *parent = nullptr);
    void render(const GroupPagePresenter::State &state);

Q_SIGNALS:
    void searchWanted();
    void moreWanted();
    void rowChosen(int row);
    void idEdited(const QString &id);
    void confirmationEdited(const QString &words);
    void unlockRequested(const QString &passphrase);

private:
    SectionCard *makeListCard(GroupModel *model);
    SectionCard *makeChoiceCard();
    void fitColumns();
    void selectRow(int row);

    UnlockPanel *m_unlock = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_search = nullptr;
    QPushButton *m_more = nullptr;
    PlainLabel *m_summary = nullptr;
    InlineMessage *m_empty = nullptr;
    PlainLabel *m_notes = nullptr;
    QLineEdit *m_typed = nullptr;
    PlainLabel *m_typedNote = nullptr;
    SectionCard *m_choice = nullptr;
    CopyField *m_value = nullptr;
    PlainLabel *m_valueNote = nullptr;
    PlainLabel *m_warnings = nullptr;
    PlainLabel *m_membership = nullptr;
    InlineMessage *m_doubt = nullptr;
    QWidget *m_confirmForm = nullptr;
    PlainLabel *m_confirmLabel = nullptr;
    QLineEdit *m_confirm = nullptr;
    QString m_confirmedValue; ///< the field is emptied when another Group is chosen
};

} // namespace waybill::ui
