// SPDX-License-Identifier: Apache-2.0
#include "onboarding/key_export_card.h"

#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "onboarding/unlock_panel.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QButtonGroup>
#include <QDir>
#include <QHBoxLayout>
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
    m_toggle = new QToolButton(this);
    m_toggle->setText(tr("Give a copy"));
    m_toggle->setAccessibleName(tr("Give a copy of the private key to operations"));
    m_toggle->setIcon(icon(Glyph::ChevronRight));
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    addToHeader(m_toggle);
    makeInside();
    connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
        m_inside->setVisible(open);
        m_toggle->setIcon(icon(open ? Glyph::ChevronDown : Glyph::ChevronRight));
        for (QLineEdit *field : {m_consent, m_passphrase, m_repeated})
            field->clear();
    });
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
    makePassphrases(m_inside);
    column->addWidget(m_passphrases);
    m_consent = new QLineEdit(m_inside);
    m_consentLabel = addField(*column, tr("Type the name of the practice"), *m_consent);
    auto *row = new QHBoxLayout;
    m_write = new QPushButton(icon(Glyph::Key), tr("Write the copy…"), m_inside);
    row->addWidget(m_write);
    row->addStretch(1);
    column->addLayout(row);
    m_note = addNote(*column, m_write);
    m_unlock = new UnlockPanel(m_inside);
    column->addWidget(m_unlock);
    body()->addWidget(m_inside);
    m_inside->hide();
    onChosen(*m_encrypted, this, [this] { Q_EMIT encryptedChosen(true); });
    onChosen(*m_jwk, this, [this] { Q_EMIT encryptedChosen(false); });
    connect(m_consent, &QLineEdit::textChanged, this, [this] { render(m_state); });
    connect(m_write, &QPushButton::clicked, this, &KeyExportCard::askWhere);
    connect(m_unlock, &UnlockPanel::unlockRequested, this, &KeyExportCard::unlockRequested);
}

void KeyExportCard::makePassphrases(QWidget *parent)
{
    m_passphrases = new QWidget(parent);
    auto *pair = new QHBoxLayout(m_passphrases);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(space::kMedium);
    for (QLineEdit **field : {&m_passphrase, &m_repeated}) {
        auto *half = new QVBoxLayout;
        *field = passwordField(m_passphrases);
        pair->addLayout(half, 1);
        addField(
            *half, field == &m_passphrase ? tr("Passphrase of the copy") : tr("The same again"), **field);
    }
}

void KeyExportCard::askWhere()
{
    const QString proposed = QDir::home().filePath(
        m_state.encrypted ? QStringLiteral("key.pem") : QStringLiteral("private-key.jwk"));
    askForFile(this, FileField::Kind::Save, tr("Write the private key"), proposed,
        m_state.encrypted ? tr("PEM (*.pem)") : tr("JWK (*.jwk *.json)"), [this](const QString &path) {
            Q_EMIT writeWanted(path, m_consent->text(), m_passphrase->text(), m_repeated->text());
            for (QLineEdit *field : {m_passphrase, m_repeated})
                field->clear();
        });
}

void KeyExportCard::render(const KeyExportPresenter::State &state)
{
    m_state = state;
    setVisible(state.available);
    setCheckedQuietly(*m_encrypted, state.encrypted);
    setCheckedQuietly(*m_jwk, !state.encrypted);
    setNote(*m_about,
        state.encrypted ? QString()
                        : tr("Whoever reads this file can ask for tokens as this practice's client."),
        m_jwk);
    m_passphrases->setVisible(state.encrypted);
    m_consent->setPlaceholderText(state.toType);
    m_write->setEnabled(
        !state.busy && !state.toType.isEmpty() && m_consent->text().trimmed() == state.toType);
    setNote(*m_note, state.problem.isEmpty() ? state.done : state.problem, m_write);
    m_note->setTone(state.problem.isEmpty() ? Tone::Ok : Tone::Failure);
    m_unlock->setWanted(state.needsPassphrase);
}

} // namespace waybill::ui
