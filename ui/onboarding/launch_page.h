// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/step_page.h"
#include "presenters/launch_page_presenter.h"

class QLineEdit;
class QRadioButton;

namespace waybill::ui {

class InlineMessage;
class PlainLabel;
class RequestOptions;
class RequestPreview;
class SectionCard;
class TypePicker;
class UnlockPanel;

class LaunchPage final : public StepPage
{
    Q_OBJECT
public:
    explicit LaunchPage(QWidget *parent = nullptr);
    RequestOptions &options() const { return *m_options; }
    void render(const LaunchPagePresenter::State &state);

Q_SIGNALS:
    void typeToggled(const QString &type, bool chosen);
    void usualWanted();
    void allWanted();
    void noneWanted();
    void sinceChosen(waybill::flows::LaunchPlan::Since since);
    void newPatientsChosen();
    void customSinceEdited(const QString &instant);
    void confirmationEdited(const QString &practiceName);
    void unlockRequested(const QString &passphrase);

private:
    SectionCard *makeSinceCard();
    SectionCard *makeConfirmCard();

    UnlockPanel *m_unlock = nullptr;
    TypePicker *m_types = nullptr;
    SectionCard *m_since = nullptr;
    QRadioButton *m_watermark = nullptr;
    QRadioButton *m_full = nullptr;
    QRadioButton *m_custom = nullptr;
    QRadioButton *m_newPatients = nullptr;
    QLineEdit *m_instant = nullptr;
    PlainLabel *m_instantProblem = nullptr;
    PlainLabel *m_sinceNote = nullptr;
    RequestOptions *m_options = nullptr;
    RequestPreview *m_preview = nullptr;
    SectionCard *m_confirmCard = nullptr;
    InlineMessage *m_production = nullptr;
    PlainLabel *m_confirmLabel = nullptr;
    QLineEdit *m_confirm = nullptr;
};

} // namespace waybill::ui
