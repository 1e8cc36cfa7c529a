// SPDX-License-Identifier: Apache-2.0
#include "onboarding/key_export_card.h"

#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "onboarding/unlock_panel.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QButtonGroup>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {

KeyExportCard::KeyExportCard(QWidget *parent)
    : SectionCard(tr("Private key for operations"), parent)
{
    setSubtitle(tr("Only where the runner cannot get it in another way."));
    auto *toggle = makeDisclosure(tr("Give a copy"), this, [this](bool open) {
        if (m_inside == nullptr)
            makeInside();
        m_inside->setVisible(open);
        for (QLineEdit *field : {m_consent, m_passphrases.first, m_passphrases.again})
            field->clear();
        render(m_state);
    });
    toggle->setAccessibleName(tr("Give a copy of the private key to operations"));
    addToHeader(toggle);
    render({});
}

void KeyExportCard::makeInside()
{
    m_inside = new QWidget(this);
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    auto *forms = new QButtonGroup(m_inside);
    m_encrypted = new QRadioButton(tr("Encrypted PKCS#8 (PEM), with a passphrase of its own"), m_inside);
    m_jwk = new QRadioButton(tr("Private JWK, in the clear"), m_inside);
    for (QRadioButton *button : {m_encrypted, m_jwk}) {
        forms->addButton(button);
        column->addWidget(button);
    }
    m_about = addNote(*column, m_jwk);
    m_about->setTone(Tone::Warning);
    m_passphraseForm = new QWidget(m_inside);
    auto *pair = new WrapLayout(m_passphraseForm);
    m_passphrases = addPassphrases(*pair, tr("Passphrase of the copy"), tr("The same again"));
    column->addWidget(m_passphraseForm);
    m_consent = new QLineEdit(m_inside);
    addField(*column, tr("Type the name of the practice"), *m_consent);
    auto *row = WrapLayout::in(*column);
    m_write = new QPushButton(icon(Glyph::Key), tr("Write the copy…"), m_inside);
    row->addWidget(m_write);
    m_note = addNote(*column, m_write);
    m_unlock = new UnlockPanel(m_inside);
    column->addWidget(m_unlock);
    body()->addWidget(m_inside);
    onChosen(*m_encrypted, this, [this] { Q_EMIT encryptedChosen(true); });
    onChosen(*m_jwk, this, [this] { Q_EMIT encryptedChosen(false); });
    connect(m_consent, &QLineEdit::textChanged, this, [this] { render(m_state); });
    connect(m_write, &QPushButton::clicked, this, &KeyExportCard::askWhere);
    connect(m_unlock, &UnlockPanel::unlockRequested, this, &KeyExportCard::unlockRequested);
}

void KeyExportCard::askWhere()
{
    const QString proposed = QDir::home().filePath(
        m_state.encrypted ? QStringLiteral("key.pem") : QStringLiteral("private-key.jwk"));
    askForFile(this, FileField::Kind::Save, tr("Write the private key"), proposed,
        m_state.encrypted ? tr("PEM (*.pem)") : tr("JWK (*.jwk *.json)"), [this](const QString &path) {
            Q_EMIT writeWanted(
                path, m_consent->text(), m_passphrases.first->text(), m_passphrases.again->text());
            for (QLineEdit *field : {m_passphrases.first, m_passphrases.again})
                field->clear();
        });
}

void KeyExportCard::render(const KeyExportPresenter::State &state)
{
    m_state = state;
    setVisible(state.available);
    if (m_inside == nullptr)
        return;
    setCheckedQuietly(*m_encrypted, state.encrypted);
    setCheckedQuietly(*m_jwk, !state.encrypted);
    setNote(*m_about,
        state.encrypted ? QString()
                        : tr("Whoever reads this file can ask for tokens as this practice's client."),
        m_jwk);
    m_passphraseForm->setVisible(state.encrypted);
    m_consent->setPlaceholderText(state.toType);
    m_write->setEnabled(
        !state.busy && !state.toType.isEmpty() && m_consent->text().trimmed() == state.toType);
    setNote(*m_note, state.problem.isEmpty() ? state.done : state.problem, m_write);
    m_note->setTone(state.problem.isEmpty() ? Tone::Ok : Tone::Failure);
    m_unlock->setWanted(state.needsPassphrase);
}

} // namespace waybill::ui
