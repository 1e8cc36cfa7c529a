// SPDX-License-Identifier: Apache-2.0
#include "onboarding/hand_over_page.h"

#include "onboarding/check_list.h"
#include "onboarding/choice_card.h"
#include "onboarding/fact_list.h"
#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "widgets/copy_field.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/section_card.h"
#include "widgets/wrap_layout.h"

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace waybill::ui {

using assistant::RunnerKey;
using handoff::WatermarkOwner;

namespace {

constexpr int kPreviewLines = 14;

} // namespace

HandOverPage::HandOverPage(QWidget *parent)
    : StepPage(tr("Review and hand over"),
        tr("The waybill is a folder that the unattended runner executes on a server. There is no secret in "
           "it."),
        parent)
{
    m_result = makeResult();
    column()->addWidget(m_result);
    column()->addWidget(makeChecks());
    column()->addWidget(makeKeyCard());
    column()->addWidget(makeRunCard());
    column()->addWidget(makePreview());
}

SectionCard *HandOverPage::makeResult()
{
    auto *card = new SectionCard(tr("The waybill"), content());
    m_resultFacts = new FactList(card);
    card->body()->addWidget(m_resultFacts);
    auto *words =
        new PlainLabel(tr("Checksum over SHA256SUMS, to compare on the server"), TextRole::Body, card);
    words->setMuted(true);
    card->body()->addWidget(words);
    m_sha = new CopyField(tr("Checksum of the waybill"), CopyField::Shape::Line, card);
    card->body()->addWidget(m_sha);
    m_resultWarnings = addNote(*card->body());
    m_resultWarnings->setTone(Tone::Warning);
    auto *row = WrapLayout::in(*card->body());
    auto *open = new QPushButton(icon(Glyph::Folder), tr("&Open the folder"), card);
    auto *again = new QPushButton(tr("Write it &again…"), card);
    makeQuiet(*again);
    row->addWidget(open);
    row->addWidget(again);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openFolder(m_folder); });
    connect(again, &QPushButton::clicked, this, &HandOverPage::writeAgain);
    return card;
}

SectionCard *HandOverPage::makeChecks()
{
    auto *card = new SectionCard(tr("What has been proven"), content());
    m_checks = new CheckList(card);
    card->body()->addWidget(m_checks);
    m_notValidated = addNote(*card->body());
    m_notValidated->setTone(Tone::Warning);
    return card;
}

SectionCard *HandOverPage::makeKeyCard()
{
    auto *card = new SectionCard(tr("Where the server finds the private key"), content());
    m_credential = new ChoiceCard(tr("S&ystemd credential"),
        tr("Ops load the key as the credential “waybill-key”. No key is in the bundle."), card);
    m_credential->setTag(tr("recommended for servers"));
    m_file = new ChoiceCard(tr("&Encrypted file in the bundle"),
        tr("A copy of the key lies beside the waybill as key.pem, encrypted. Give its passphrase to ops on "
           "another "
           "way."),
        card);
    m_keychain = new ChoiceCard(tr("This computer's &keychain"),
        tr("For trying the waybill under your own account on this computer."), card);
    for (ChoiceCard *choice : {m_credential, m_file, m_keychain})
        card->body()->addWidget(choice);
    m_passphraseForm = new QWidget(card);
    auto *pair = new WrapLayout(m_passphraseForm);
    pair->setContentsMargins(0, space::kTight, 0, 0);
    m_passphrases = addPassphrases(*pair, tr("&Passphrase for the copy"), tr("Passphrase a&gain"));
    card->body()->addWidget(m_passphraseForm);
    onChosen(*m_credential, this, [this] { Q_EMIT runnerKeyChosen(RunnerKey::SystemdCredential); });
    onChosen(*m_file, this, [this] { Q_EMIT runnerKeyChosen(RunnerKey::EncryptedFile); });
    onChosen(*m_keychain, this, [this] { Q_EMIT runnerKeyChosen(RunnerKey::Keychain); });
    return card;
}

SectionCard *HandOverPage::makeRunCard()
{
    auto *card = new SectionCard(tr("Running it"), content());
    m_calendar = new QLineEdit(card);
    m_calendar->setPlaceholderText(QStringLiteral("02:30 America/New_York"));
    addField(*card->body(), tr("&When, each day (empty: ops decide)"), *m_calendar);
    card->body()->addWidget(new PlainLabel(tr("Who moves the watermark from now on"), TextRole::Body, card));
    m_ops = new QRadioButton(tr("The &runner on the server"), card);
    m_desktop = new QRadioButton(tr("This &desktop, for the time being"), card);
    card->body()->addWidget(m_ops);
    card->body()->addWidget(m_desktop);
    m_parent = new FileField(FileField::Kind::Folder, tr("Folder for the waybill"), card);
    addField(*card->body(), tr("Write it &into"), *m_parent);
    m_name = addNote(*card->body());
    connect(m_calendar, &QLineEdit::textEdited, this, &HandOverPage::calendarEdited);
    onChosen(*m_ops, this, [this] { Q_EMIT ownerChosen(WatermarkOwner::Ops); });
    onChosen(*m_desktop, this, [this] { Q_EMIT ownerChosen(WatermarkOwner::Desktop); });
    connect(m_parent, &FileField::pathEdited, this, [this] { Q_EMIT parentEdited(m_parent->path()); });
    return card;
}

SectionCard *HandOverPage::makePreview()
{
    auto *card = new SectionCard(QStringLiteral("waybill.json"), content());
    card->setSubtitle(tr("As it will be written"));
    m_preview = new QPlainTextEdit(card);
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setAccessibleName(tr("Preview of waybill.json"));
    keepTextRole(*m_preview, TextRole::Mono);
    m_preview->setFixedHeight(m_preview->fontMetrics().lineSpacing() * kPreviewLines + space::kLarge);
    card->body()->addWidget(m_preview);
    return card;
}

std::pair<QString, QString> HandOverPage::takePassphrases()
{
    const auto [first, again] = m_passphrases;
    std::pair<QString, QString> taken{first->text(), again->text()};
    first->clear();
    again->clear();
    return taken;
}

void HandOverPage::render(const HandOverPagePresenter::State &state)
{
    renderFrame(state.frame);
    m_result->setVisible(state.written.has_value());
    if (state.written) {
        m_folder = state.written->folder;
        m_resultFacts->setFacts({{tr("Folder"), QDir::toNativeSeparators(state.written->folder)},
            {tr("Files"), state.written->files}});
        m_sha->setValue(state.written->sha256);
        setNote(*m_resultWarnings, state.written->warnings);
    }
    m_checks->setLines(state.checks);
    setNote(*m_notValidated,
        state.notValidated.isEmpty()
            ? QString()
            : tr("The waybill will be marked NOT VALIDATED:\n%1").arg(state.notValidated));
    setCheckedQuietly(*m_credential, state.runnerKey == RunnerKey::SystemdCredential);
    setCheckedQuietly(*m_file, state.runnerKey == RunnerKey::EncryptedFile);
    setCheckedQuietly(*m_keychain, state.runnerKey == RunnerKey::Keychain);
    m_keychain->setVisible(state.keychainPossible);
    m_passphraseForm->setVisible(state.needsPassphrase);
    setCheckedQuietly(*m_ops, state.owner == WatermarkOwner::Ops);
    setCheckedQuietly(*m_desktop, state.owner == WatermarkOwner::Desktop);
    setTextQuietly(*m_calendar, state.calendar);
    m_parent->setPath(state.parent);
    setNote(*m_name, tr("Folder name: %1").arg(state.bundleName));
    if (m_preview->toPlainText() != state.preview)
        m_preview->setPlainText(state.preview);
}

} // namespace waybill::ui
