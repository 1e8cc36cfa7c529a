// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/step_page.h"
#include "presenters/client_page_presenter.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace waybill::ui {

class CheckList;
class MilestoneCard;
class ChoiceCard;
class CopyField;
class PlainLabel;
class SectionCard;

class ClientPage final : public StepPage
{
    Q_OBJECT
public:
    explicit ClientPage(QWidget *parent = nullptr);
    void render(const ClientPagePresenter::State &state);
    MilestoneCard &milestones() const { return *m_milestones; }

Q_SIGNALS:
    void registrationChosen(waybill::assistant::Registration registration);
    void clientIdEdited(const QString &id);
    void jwksUrlEdited(const QString &url);
    void registerHere();
    void checkHosted();
    void watchHosted(bool on);
    void waitForOthers();

private:
    SectionCard *makeKeyCard();
    SectionCard *makeClientCard();

    ChoiceCard *m_byUrl = nullptr;
    ChoiceCard *m_pasted = nullptr;
    PlainLabel *m_whatToDo = nullptr;
    QWidget *m_urlForm = nullptr;
    QLineEdit *m_jwksUrl = nullptr;
    MilestoneCard *m_milestones = nullptr;
    QPushButton *m_check = nullptr;
    CheckList *m_hosted = nullptr;
    QCheckBox *m_watch = nullptr;
    CopyField *m_jwks = nullptr;
    QPushButton *m_register = nullptr;
    QLineEdit *m_clientId = nullptr;
    QPushButton *m_wait = nullptr;
};

} // namespace waybill::ui
