// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/form_parts.h"
#include "onboarding/step_page.h"
#include "presenters/hand_over_page_presenter.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace waybill::ui {

class CheckList;
class ChoiceCard;
class CopyField;
class FactList;
class FileField;
class PlainLabel;
class SectionCard;

class HandOverPage final : public StepPage
{
    Q_OBJECT
public:
    explicit HandOverPage(QWidget *parent = nullptr);
    void render(const HandOverPagePresenter::State &state);
    /// Passphrase and its repetition; the fields are emptied.
    std::pair<QString, QString> takePassphrases();

Q_SIGNALS:
    void runnerKeyChosen(waybill::assistant::RunnerKey key);
    void ownerChosen(waybill::handoff::WatermarkOwner owner);
    void calendarEdited(const QString &calendar);
    void parentEdited(const QString &folder);
    void openFolder(const QString &folder);
    void writeAgain();

private:
    SectionCard *makeChecks();
    SectionCard *makeKeyCard();
    SectionCard *makeRunCard();
    SectionCard *makePreview();
    SectionCard *makeResult();

    SectionCard *m_result = nullptr;
    FactList *m_resultFacts = nullptr;
    CopyField *m_sha = nullptr;
    PlainLabel *m_resultWarnings = nullptr;
    QString m_folder;
    CheckList *m_checks = nullptr;
    PlainLabel *m_notValidated = nullptr;
    ChoiceCard *m_credential = nullptr;
    ChoiceCard *m_file = nullptr;
    ChoiceCard *m_keychain = nullptr;
    QWidget *m_passphraseForm = nullptr;
    PassphrasePair m_passphrases;
    QRadioButton *m_ops = nullptr;
    QRadioButton *m_desktop = nullptr;
    QLineEdit *m_calendar = nullptr;
    FileField *m_parent = nullptr;
    PlainLabel *m_name = nullptr;
    QPlainTextEdit *m_preview = nullptr;
};

} // namespace waybill::ui
