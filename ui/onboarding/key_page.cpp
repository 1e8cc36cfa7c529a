// SPDX-License-Identifier: Apache-2.0
#include "onboarding/key_page.h"

#include "onboarding/check_list.h"
#include "onboarding/choice_card.h"
#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "onboarding/key_card.h"
#include "onboarding/key_export_card.h"
#include "onboarding/rotation_card.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace waybill::ui {

using keys::KeyKind;
using Mode = KeyPagePresenter::Mode;
using Place = KeyPagePresenter::Place;

namespace {

QRadioButton *addRadio(QButtonGroup &group, QLayout &box, const QString &text, QWidget *parent)
{
    auto *button = new QRadioButton(text, parent);
    group.addButton(button);
    box.addWidget(button);
    return button;
}

/// A form that belongs to a choice above it: indented, so that it reads as its detail.
QWidget *detailForm(QVBoxLayout &column, QWidget *parent)
{
    auto *form = new QWidget(parent);
    auto *inside = new QVBoxLayout(form);
    inside->setContentsMargins(space::kXLarge + space::kTight, 0, 0, space::kTight);
    inside->setSpacing(space::kMedium);
    column.addWidget(form);
    return form;
}

QVBoxLayout &insideOf(QWidget &form)
{
    return *static_cast<QVBoxLayout *>(form.layout());
}

} // namespace

KeyPage::KeyPage(QWidget *parent)
    : StepPage(tr("Key pair"),
        tr("Waybill signs in with a key pair instead of a password. The server gets the public half; the "
           "private "
           "half stays with you."),
        parent)
{
    m_key = new KeyCard(content());
    column()->addWidget(m_key);
    connect(m_key, &KeyCard::makeAnother, this, &KeyPage::makeAnother);
    connect(m_key, &KeyCard::rotate, this, &KeyPage::rotate);
    connect(m_key, &KeyCard::saveJwksTo, this, &KeyPage::saveJwksTo);
    m_rotation = new RotationCard(content());
    column()->addWidget(m_rotation);
    m_export = new KeyExportCard(content());
    column()->addWidget(m_export);
    m_source = makeSourceCard();
    m_place = makePlaceCard();
    column()->addWidget(m_source);
    column()->addWidget(m_place);
}

SectionCard *KeyPage::makeSourceCard()
{
    auto *card = new SectionCard(tr("The key"), content());
    m_keep = new QPushButton(tr("Keep the present &key"), card);
    makeQuiet(*m_keep);
    card->addToHeader(m_keep);
    connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT makeAnother(false); });
    m_purpose = addNote(*card->body());
    auto *modes = new QButtonGroup(card);
    auto *row = WrapLayout::in(*card->body());
    row->setSpacing(space::kXLarge);
    m_generate = addRadio(*modes, *row, tr("Make a &new one"), card);
    m_import = addRadio(*modes, *row, tr("Use one that e&xists"), card);
    onChosen(*m_generate, this, [this] { Q_EMIT modeChosen(Mode::Generate); });
    onChosen(*m_import, this, [this] { Q_EMIT modeChosen(Mode::Import); });
    makeKinds(*card);
    makeImport(*card);
    return card;
}

void KeyPage::makeKinds(SectionCard &card)
{
    m_kinds = detailForm(*card.body(), &card);
    QVBoxLayout &inside = insideOf(*m_kinds);
    inside.setSpacing(space::kSmall);
    auto *group = new QButtonGroup(m_kinds);
    m_rsa4096 = addRadio(*group, inside, tr("RS384, RSA &4096 bit (recommended)"), m_kinds);
    m_rsa3072 = addRadio(*group, inside, tr("RS384, RSA &3072 bit"), m_kinds);
    m_p384 = addRadio(*group, inside, tr("ES384, elliptic curve &P-384"), m_kinds);
    m_kindNote = addNote(inside);
    const auto choose = [this](QRadioButton *button, KeyKind kind) {
        onChosen(*button, this, [this, kind] { Q_EMIT kindChosen(kind); });
    };
    choose(m_rsa4096, KeyKind::Rsa4096);
    choose(m_rsa3072, KeyKind::Rsa3072);
    choose(m_p384, KeyKind::EcP384);
}

void KeyPage::makeImport(SectionCard &card)
{
    m_importForm = detailForm(*card.body(), &card);
    QVBoxLayout &inside = insideOf(*m_importForm);
    m_importPath = new FileField(FileField::Kind::Open, tr("Private key file"), m_importForm);
    m_importPath->setFilter(tr("Keys (*.pem *.key *.json *.jwk);;All files (*)"));
    addField(inside, tr("Private key &file (PEM or JWK)"), *m_importPath);
    m_importKeyForm = new QWidget(m_importForm);
    auto *choice = new QVBoxLayout(m_importKeyForm);
    choice->setContentsMargins(0, 0, 0, 0);
    m_importKey = new QComboBox(m_importKeyForm);
    addField(*choice, tr("W&hich of its keys"), *m_importKey);
    inside.addWidget(m_importKeyForm);
    connect(m_importKey, &QComboBox::textActivated, this, &KeyPage::importKeyChosen);
    m_importPassphrase = passwordField(m_importForm);
    addField(inside, tr("Its passphrase, if it has &one"), *m_importPassphrase);
    connect(m_importPath, &FileField::pathEdited, this, &KeyPage::importPathEdited);
}

SectionCard *KeyPage::makePlaceCard()
{
    auto *card = new SectionCard(tr("Where to keep the private half"), content());
    m_keychain = new ChoiceCard(
        tr("S&ystem keychain"), tr("Guarded by your login. Waybill writes the key and reads it back."), card);
    m_keychain->setTag(tr("recommended"));
    card->body()->addWidget(m_keychain);
    auto *state = detailForm(*card->body(), card);
    auto *line = WrapLayout::in(insideOf(*state));
    m_keychainState = new CheckList(state);
    line->addWidget(m_keychainState);
    m_retry = new QPushButton(icon(Glyph::Refresh), tr("&Try again"), state);
    m_retry->setAccessibleName(tr("Look for the keychain again"));
    line->addWidget(m_retry);
    line->setAlignment(m_retry, Qt::AlignTop);
    m_file = new ChoiceCard(tr("En&crypted file"),
        tr("A PKCS#8 file with a passphrase that you keep. Needed on computers without a keychain."), card);
    card->body()->addWidget(m_file);
    makeFile(*card);
    onChosen(*m_keychain, this, [this] { Q_EMIT placeChosen(Place::Keychain); });
    onChosen(*m_file, this, [this] { Q_EMIT placeChosen(Place::File); });
    connect(m_retry, &QPushButton::clicked, this, &KeyPage::retryKeychain);
    return card;
}

void KeyPage::makeFile(SectionCard &card)
{
    m_fileForm = detailForm(*card.body(), &card);
    QVBoxLayout &inside = insideOf(*m_fileForm);
    m_path = new FileField(FileField::Kind::Save, tr("Key file"), m_fileForm);
    addField(inside, tr("Key file to &write"), *m_path);
    auto *pair = WrapLayout::in(inside);
    m_passphrases = addPassphrases(*pair, tr("Pa&ssphrase"), tr("Passphrase a&gain"));
    connect(m_path, &FileField::pathEdited, this, &KeyPage::pathEdited);
}

KeyPagePresenter::Secrets KeyPage::takeSecrets()
{
    const auto [first, again] = m_passphrases;
    KeyPagePresenter::Secrets secrets{first->text(), again->text(), m_importPassphrase->text()};
    for (QLineEdit *field : {first, again, m_importPassphrase})
        field->clear();
    return secrets;
}

void KeyPage::showPurpose(KeyPagePresenter::Purpose purpose)
{
    using Purpose = KeyPagePresenter::Purpose;
    m_source->setTitle(purpose == Purpose::Key ? tr("The key") : tr("The successor of the key"));
    QString text;
    if (purpose == Purpose::Rotation) {
        text = tr("The present key goes on signing until a token was granted to its successor.");
    } else if (purpose == Purpose::Replacement) {
        text =
            tr("The exposed key leaves the published set at once. Until the successor is published, exports "
               "fail: that is meant.");
    }
    setNote(*m_purpose, text);
    m_purpose->setTone(purpose == Purpose::Replacement ? Tone::Warning : Tone::Neutral);
}

void KeyPage::render(const KeyPagePresenter::State &state)
{
    renderFrame(state.frame);
    const bool rest = state.frame.busy.isEmpty();
    m_key->setVisible(state.key && !state.making);
    if (state.key)
        m_key->render(*state.key, state.savedJwks, state.canRotate);
    m_keep->setVisible(state.key.has_value());
    showPurpose(state.purpose);
    m_export->setEnabled(!state.making);
    m_source->setVisible(state.making && !state.homeless);
    m_place->setVisible(state.making);
    m_source->setEnabled(rest);
    m_place->setEnabled(rest);
    setCheckedQuietly(*m_generate, state.mode == Mode::Generate);
    setCheckedQuietly(*m_import, state.mode == Mode::Import);
    m_kinds->setVisible(state.mode == Mode::Generate);
    m_importForm->setVisible(state.mode == Mode::Import);
    setCheckedQuietly(*m_rsa4096, state.kind == KeyKind::Rsa4096);
    setCheckedQuietly(*m_rsa3072, state.kind == KeyKind::Rsa3072);
    setCheckedQuietly(*m_p384, state.kind == KeyKind::EcP384);
    setNote(*m_kindNote, state.kindNote);
    m_kindNote->setTone(state.kind == KeyKind::EcP384 ? Tone::Warning : Tone::Neutral);
    setCheckedQuietly(*m_keychain, state.place == Place::Keychain);
    setCheckedQuietly(*m_file, state.place == Place::File);
    m_keychainState->setLines({state.keychain});
    m_retry->setVisible(state.canRetryKeychain);
    m_fileForm->setVisible(state.place == Place::File);
    m_path->setPath(state.path);
    m_importPath->setPath(state.importPath);
    m_importKeyForm->setVisible(!state.importKeys.isEmpty());
    if (m_shownKeys != state.importKeys) {
        m_shownKeys = state.importKeys;
        m_importKey->clear();
        m_importKey->addItems(m_shownKeys);
    }
    m_importKey->setCurrentText(state.importKey);
}

} // namespace waybill::ui
