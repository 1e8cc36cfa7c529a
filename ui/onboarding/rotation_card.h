// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/rotation_presenter.h"
#include "widgets/section_card.h"

class QLayout;
class QCheckBox;
class QPushButton;

namespace waybill::ui {

class CheckList;
class CopyField;
class InlineMessage;
class PlainLabel;
class UnlockPanel;

/// A running rotation on the key page: the way, what to do now, and the few buttons that fit to it.
class RotationCard final : public SectionCard
{
    Q_OBJECT
public:
    explicit RotationCard(QWidget *parent = nullptr);
    void render(const RotationPresenter::State &state);

Q_SIGNALS:
    void lookWanted();
    void watchToggled(bool on);
    void pasted();
    void testWanted();
    void unlockRequested(const QString &passphrase);
    void oldWanted();
    void retireWanted();
    void exposed();
    void givenUp();
    void saveSetTo(const QString &path);

private:
    void makeInside();
    void makeSet();
    void makeButtons();
    QPushButton *addButton(QLayout &row, const QString &text, void (RotationCard::*signal)());

    InlineMessage *m_message = nullptr; ///< made when a rotation begins, like all in it
    CheckList *m_steps = nullptr;
    PlainLabel *m_whatToDo = nullptr;
    QWidget *m_setArea = nullptr;
    CopyField *m_set = nullptr;
    PlainLabel *m_note = nullptr;
    UnlockPanel *m_unlock = nullptr;
    QCheckBox *m_watch = nullptr;
    QPushButton *m_look = nullptr;
    QPushButton *m_pasted = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_useOld = nullptr;
    QPushButton *m_retire = nullptr;
    QPushButton *m_giveUp = nullptr;
    QPushButton *m_expose = nullptr;
};

} // namespace waybill::ui
