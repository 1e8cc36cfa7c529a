// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/form_parts.h"
#include "presenters/key_export_presenter.h"
#include "widgets/section_card.h"

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace waybill::ui {

class PlainLabel;
class UnlockPanel;

/// Gives a copy of the private key to operations, folded away: most hand over without one.
class KeyExportCard final : public SectionCard
{
    Q_OBJECT
public:
    explicit KeyExportCard(QWidget *parent = nullptr);
    void render(const KeyExportPresenter::State &state);

Q_SIGNALS:
    void encryptedChosen(bool encrypted);
    void writeWanted(
        const QString &path, const QString &consent, const QString &passphrase, const QString &repeated);
    void unlockRequested(const QString &passphrase);

private:
    void makeInside();
    void askWhere();

    KeyExportPresenter::State m_state;
    QWidget *m_inside = nullptr; ///< made when it is opened first, like all in it
    QRadioButton *m_encrypted = nullptr;
    QRadioButton *m_jwk = nullptr;
    PlainLabel *m_about = nullptr;
    QWidget *m_passphraseForm = nullptr;
    PassphrasePair m_passphrases;
    QLineEdit *m_consent = nullptr;
    QPushButton *m_write = nullptr;
    PlainLabel *m_note = nullptr;
    UnlockPanel *m_unlock = nullptr;
};

} // namespace waybill::ui
