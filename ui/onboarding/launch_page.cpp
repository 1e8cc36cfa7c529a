// SPDX-License-Identifier: Apache-2.0
#include "onboarding/launch_page.h"

#include "onboarding/form_parts.h"
#include "onboarding/request_options.h"
#include "onboarding/request_preview.h"
#include "onboarding/type_picker.h"
#include "onboarding/unlock_panel.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace waybill::ui {

using Since = flows::LaunchPlan::Since;

LaunchPage::LaunchPage(QWidget *parent)
    : StepPage(tr("Types and launch"),
        tr("Choose what to export and look at the exact request. It goes out only when you launch it."),
        parent)
{
    m_unlock = new UnlockPanel(content());
    column()->addWidget(m_unlock);
    connect(m_unlock, &UnlockPanel::unlockRequested, this, &LaunchPage::unlockRequested);
    m_types = new TypePicker(content());
    column()->addWidget(m_types);
    connect(m_types, &TypePicker::typeToggled, this, &LaunchPage::typeToggled);
    connect(m_types, &TypePicker::usualWanted, this, &LaunchPage::usualWanted);
    connect(m_types, &TypePicker::allWanted, this, &LaunchPage::allWanted);
    connect(m_types, &TypePicker::noneWanted, this, &LaunchPage::noneWanted);
    m_since = makeSinceCard();
    column()->addWidget(m_since);
    m_options = new RequestOptions(content());
    column()->addWidget(m_options);
    m_preview = new RequestPreview(content());
    column()->addWidget(m_preview);
    m_confirmCard = makeConfirmCard();
    column()->addWidget(m_confirmCard);
}

SectionCard *LaunchPage::makeSinceCard()
{
    auto *card = new SectionCard(tr("Starting point"), content());
    m_watermark = new QRadioButton(tr("Go on from the &watermark"), card);
    m_full = new QRadioButton(tr("&Everything, from the beginning"), card);
    m_custom = new QRadioButton(tr("From an &instant of your own"), card);
    m_newPatients = new QRadioButton(card);
    for (QRadioButton *button : {m_watermark, m_full, m_newPatients, m_custom})
        card->body()->addWidget(button);
    m_instant = new QLineEdit(card);
    m_instant->setPlaceholderText(QStringLiteral("2026-06-24T03:14:07Z"));
    m_instant->setAccessibleName(tr("Instant to start from"));
    card->body()->addWidget(m_instant);
    m_instantProblem = addNote(*card->body(), m_instant);
    m_instantProblem->setTone(Tone::Failure);
    m_sinceNote = addNote(*card->body());
    onChosen(*m_watermark, this, [this] { Q_EMIT sinceChosen(Since::Watermark); });
    onChosen(*m_full, this, [this] { Q_EMIT sinceChosen(Since::Full); });
    onChosen(*m_newPatients, this, [this] { Q_EMIT newPatientsChosen(); });
    onChosen(*m_custom, this, [this] {
        Q_EMIT sinceChosen(Since::Custom);
        m_instant->setFocus(Qt::OtherFocusReason);
    });
    connect(m_instant, &QLineEdit::textEdited, this, &LaunchPage::customSinceEdited);
    return card;
}

SectionCard *LaunchPage::makeConfirmCard()
{
    auto *card = new SectionCard(tr("Confirm"), content());
    m_production = new InlineMessage(card);
    card->body()->addWidget(m_production);
    m_confirm = new QLineEdit(card);
    m_confirmLabel = addField(*card->body(), {}, *m_confirm);
    connect(m_confirm, &QLineEdit::textEdited, this, &LaunchPage::confirmationEdited);
    return card;
}

void LaunchPage::render(const LaunchPagePresenter::State &state)
{
    renderFrame(state.frame);
    m_unlock->setWanted(state.needsPassphrase);
    m_types->render(state.types, state.chosen);
    m_types->setVisible(!state.types.isEmpty());
    m_since->setVisible(!state.types.isEmpty());
    m_preview->setVisible(!state.types.isEmpty());
    m_options->setVisible(!state.types.isEmpty());
    m_options->render(state.options);
    const bool isCustom = !state.onlyNewPatients && state.since == Since::Custom;
    m_newPatients->setVisible(!state.newPatients.isEmpty());
    m_newPatients->setText(state.newPatients);
    setCheckedQuietly(*m_newPatients, state.onlyNewPatients);
    setCheckedQuietly(*m_watermark, !state.onlyNewPatients && state.since == Since::Watermark);
    setCheckedQuietly(*m_full, !state.onlyNewPatients && state.since == Since::Full);
    setCheckedQuietly(*m_custom, isCustom);
    m_instant->setVisible(isCustom);
    setTextQuietly(*m_instant, state.customSince);
    setNote(*m_instantProblem, isCustom && !state.customSince.isEmpty() ? state.sinceProblem : QString(),
        m_instant);
    setNote(*m_sinceNote, state.sinceNote);
    m_preview->render(state.jobs, state.cautions);
    m_confirmCard->setVisible(state.production && !state.types.isEmpty());
    if (state.production) {
        m_production->showMessage(
            state.confirmed ? Tone::Ok : Tone::Production, tr("PRODUCTION: real patients"), state.target);
        const QString ask = tr("Type the name of the practice, “%1”").arg(state.practiceName);
        m_confirmLabel->setText(ask);
        m_confirm->setAccessibleName(ask);
        if (!state.confirmed && m_confirm->text().simplified() == state.practiceName.simplified())
            m_confirm->clear(); // what it confirmed has changed
    }
}

} // namespace waybill::ui
