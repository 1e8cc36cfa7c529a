// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/milestones_presenter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace waybill::ui {

class CopyField;
class PlainLabel;
class StateBadge;

/// One station of the check list: a line with its state, and an editor that folds away.
class MilestoneRow final : public QWidget
{
    Q_OBJECT
public:
    explicit MilestoneRow(QWidget *parent = nullptr);
    void render(const MilestonesPresenter::Row &row);
    void fold();

Q_SIGNALS:
    void opened();
    void recordEdited(waybill::assistant::Milestone milestone, waybill::practices::StepState state,
        const QString &who, const QString &note);
    void messageTaken(waybill::assistant::Milestone milestone);

private:
    void makeInside();
    void renderInside();
    QWidget *makeEditor();
    QWidget *makeMessage();
    void setOpen(bool open);
    void say();
    void copy();
    void mail();

    MilestonesPresenter::Row m_row;
    QToolButton *m_title = nullptr;
    StateBadge *m_badge = nullptr;
    PlainLabel *m_detail = nullptr;
    QWidget *m_area = nullptr; ///< made when it is opened first, like all in it
    PlainLabel *m_help = nullptr;
    QWidget *m_editor = nullptr;
    QComboBox *m_state = nullptr;
    QLineEdit *m_who = nullptr;
    QLineEdit *m_note = nullptr;
    QWidget *m_messageArea = nullptr;
    CopyField *m_message = nullptr;
};

} // namespace waybill::ui
