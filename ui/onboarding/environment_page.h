// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/step_page.h"
#include "presenters/environment_page_presenter.h"

class QLineEdit;
class QPushButton;

namespace waybill::ui {

class ChoiceCard;
class SectionCard;

class EnvironmentPage final : public StepPage
{
    Q_OBJECT
public:
    explicit EnvironmentPage(QWidget *parent = nullptr);
    void render(const EnvironmentPagePresenter::State &state);

Q_SIGNALS:
    void choiceMade(waybill::ui::EnvironmentPagePresenter::Choice choice);
    void nameEdited(const QString &name);
    void duplicateWanted(bool otherEnvironment);

private:
    ChoiceCard *addChoice(
        EnvironmentPagePresenter::Choice choice, const QString &title, const QString &description);

    ChoiceCard *m_builtIn = nullptr;
    ChoiceCard *m_sandbox = nullptr;
    ChoiceCard *m_production = nullptr;
    QLineEdit *m_name = nullptr;
    SectionCard *m_more = nullptr;
    QPushButton *m_other = nullptr;
};

} // namespace waybill::ui
