// SPDX-License-Identifier: Apache-2.0
#include "onboarding/client_page.h"

#include "onboarding/check_list.h"
#include "onboarding/choice_card.h"
#include "onboarding/form_parts.h"
#include "onboarding/milestone_card.h"
#include "widgets/copy_field.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/section_card.h"
#include "widgets/wrap_layout.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {

using assistant::Registration;

ClientPage::ClientPage(QWidget *parent)
    : StepPage(tr("Client registration"),
        tr("The server must know Waybill before it gives a token: register the public key, then enter the "
           "client ID "
           "that you get."),
        parent)
{
    column()->addWidget(makeKeyCard());
    column()->addWidget(makeClientCard());
    m_milestones = new MilestoneCard(content());
    column()->addWidget(m_milestones);
}

SectionCard *ClientPage::makeKeyCard()
{
    auto *card = new SectionCard(tr("How the server learns the public key"), content());
    m_byUrl = new ChoiceCard(tr("By its &URL"),
        tr("The server reads your published jwks.json. A new key needs no new registration."), card);
    m_byUrl->setTag(tr("recommended"));
    m_pasted = new ChoiceCard(
        tr("As a &pasted key set"), tr("You copy the key set into the server's portal by hand."), card);
    card->body()->addWidget(m_byUrl);
    card->body()->addWidget(m_pasted);
    m_whatToDo = new PlainLabel({}, TextRole::Body, card);
    m_whatToDo->wrap();
    card->body()->addSpacing(space::kTight);
    card->body()->addWidget(m_whatToDo);

    m_jwks = new CopyField(tr("Public key set"), CopyField::Shape::Block, card);
    card->body()->addWidget(m_jwks);
    m_urlForm = new QWidget(card);
    auto *form = new QVBoxLayout(m_urlForm);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(space::kSmall);
    auto *row = WrapLayout::in(*form);
    auto *field = new QVBoxLayout;
    m_jwksUrl = new QLineEdit(m_urlForm);
    m_jwksUrl->setPlaceholderText(QStringLiteral("https://example.org/jwks.json"));
    row->addLayout(*field);
    addField(*field, tr("&JWKS URL"), *m_jwksUrl);
    m_check = new QPushButton(icon(Glyph::Search), tr("Chec&k it"), m_urlForm);
    m_check->setAccessibleName(tr("Check what is published at the JWKS URL"));
    row->addWidget(m_check);
    row->setAlignment(m_check, Qt::AlignBottom);
    m_hosted = new CheckList(m_urlForm);
    form->addWidget(m_hosted);
    m_watch = new QCheckBox(tr("Look again every minute until it matches"), m_urlForm);
    form->addWidget(m_watch);
    card->body()->addWidget(m_urlForm);

    onChosen(*m_byUrl, this, [this] { Q_EMIT registrationChosen(Registration::JwksUrl); });
    onChosen(*m_pasted, this, [this] { Q_EMIT registrationChosen(Registration::PastedJwks); });
    connect(m_jwksUrl, &QLineEdit::textEdited, this, &ClientPage::jwksUrlEdited);
    connect(m_check, &QPushButton::clicked, this, &ClientPage::checkHosted);
    connect(m_watch, &QCheckBox::clicked, this, &ClientPage::watchHosted);
    return card;
}

SectionCard *ClientPage::makeClientCard()
{
    auto *card = new SectionCard(tr("What the server gave you"), content());
    m_clientId = new QLineEdit(card);
    m_clientId->setPlaceholderText(tr("Client ID from the registration"));
    addField(*card->body(), tr("Client &ID"), *m_clientId);
    auto *row = WrapLayout::in(*card->body());
    m_register = new QPushButton(icon(Glyph::Flask), tr("Register with the sand&box"), card);
    row->addWidget(m_register);
    m_wait = new QPushButton(icon(Glyph::Hourglass), tr("I am &waiting for the approval"), card);
    makeQuiet(*m_wait);
    row->addWidget(m_wait);
    connect(m_clientId, &QLineEdit::textEdited, this, &ClientPage::clientIdEdited);
    connect(m_register, &QPushButton::clicked, this, &ClientPage::registerHere);
    connect(m_wait, &QPushButton::clicked, this, &ClientPage::waitForOthers);
    return card;
}

void ClientPage::render(const ClientPagePresenter::State &state)
{
    renderFrame(state.frame);
    const bool byUrl = state.registration == Registration::JwksUrl;
    setCheckedQuietly(*m_byUrl, byUrl);
    setCheckedQuietly(*m_pasted, !byUrl);
    m_pasted->setEnabled(!state.urlOnly);
    m_pasted->setDescription(state.urlOnly ? tr("eClinicalWorks takes nothing but a URL.")
                                           : tr("You copy the key set into the server's portal by hand."));
    m_whatToDo->setText(
        state.canRegisterHere ? tr(
            "This is the built-in sandbox: Waybill registers the key there by itself, the way you choose.")
                              : state.whatToDo);
    m_jwks->setValue(state.jwks);
    m_jwks->setVisible(!byUrl && !state.jwks.isEmpty());
    m_urlForm->setVisible(byUrl && (!state.canRegisterHere || !state.jwksUrl.isEmpty()));
    setTextQuietly(*m_jwksUrl, state.jwksUrl);
    m_check->setEnabled(state.canCheckHosted && state.frame.busy.isEmpty());
    m_hosted->setLines(state.hosted);
    m_hosted->setVisible(!state.hosted.isEmpty());
    m_watch->setVisible(state.canWatch);
    setCheckedQuietly(*m_watch, state.watching);
    setTextQuietly(*m_clientId, state.clientId);
    m_register->setVisible(state.canRegisterHere && !state.clientId.trimmed().isEmpty());
    m_register->setText(tr("Register again with the sand&box"));
    m_register->setEnabled(state.frame.busy.isEmpty());
    m_wait->setVisible(!state.canRegisterHere);
}

} // namespace waybill::ui
