// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/form_parts.h"
#include "onboarding/step_page.h"
#include "presenters/key_page_presenter.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace waybill::ui {

class CheckList;
class ChoiceCard;
class FileField;
class KeyCard;
class KeyExportCard;
class RotationCard;
class PlainLabel;
class SectionCard;

class KeyPage final : public StepPage
{
    Q_OBJECT
public:
    explicit KeyPage(QWidget *parent = nullptr);
    void render(const KeyPagePresenter::State &state);
    /// What stands in the password fields now; they are emptied.
    KeyPagePresenter::Secrets takeSecrets();
    RotationCard &rotation() { return *m_rotation; }
    KeyExportCard &keyExport() { return *m_export; }

Q_SIGNALS:
    void modeChosen(waybill::ui::KeyPagePresenter::Mode mode);
    void kindChosen(waybill::keys::KeyKind kind);
    void placeChosen(waybill::ui::KeyPagePresenter::Place place);
    void pathEdited(const QString &path);
    void importPathEdited(const QString &path);
    void importKeyChosen(const QString &kid);
    void retryKeychain();
    void makeAnother(bool another);
    void rotate(bool exposed);
    void saveJwksTo(const QString &path);

private:
    SectionCard *makeSourceCard();
    SectionCard *makePlaceCard();
    void makeKinds(SectionCard &card);
    void makeImport(SectionCard &card);
    void makeFile(SectionCard &card);
    void showPurpose(KeyPagePresenter::Purpose purpose);

    KeyCard *m_key = nullptr;
    RotationCard *m_rotation = nullptr;
    KeyExportCard *m_export = nullptr;
    PlainLabel *m_purpose = nullptr;
    QPushButton *m_keep = nullptr;
    SectionCard *m_source = nullptr;
    SectionCard *m_place = nullptr;
    QRadioButton *m_generate = nullptr;
    QRadioButton *m_import = nullptr;
    QWidget *m_kinds = nullptr;
    QRadioButton *m_rsa4096 = nullptr;
    QRadioButton *m_rsa3072 = nullptr;
    QRadioButton *m_p384 = nullptr;
    PlainLabel *m_kindNote = nullptr;
    QWidget *m_importForm = nullptr;
    FileField *m_importPath = nullptr;
    QWidget *m_importKeyForm = nullptr;
    QComboBox *m_importKey = nullptr;
    QStringList m_shownKeys;
    QLineEdit *m_importPassphrase = nullptr;
    ChoiceCard *m_keychain = nullptr;
    CheckList *m_keychainState = nullptr;
    QPushButton *m_retry = nullptr;
    ChoiceCard *m_file = nullptr;
    QWidget *m_fileForm = nullptr;
    FileField *m_path = nullptr;
    PassphrasePair m_passphrases;
};

} // namespace waybill::ui
