// SPDX-License-Identifier: Apache-2.0
#include "panels/overview_panel.h"

#include "widgets/plain_label.h"
#include "widgets/section_card.h"
#include "widgets/state_badge.h"
#include "widgets/step_rail.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace waybill::ui {

OverviewPanel::OverviewPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("overview"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto *page = new QWidget(scroll);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    row->setSpacing(space::kLarge);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::kLarge);
    left->addWidget(makeNextCard());
    left->addWidget(makeRunCard());
    left->addWidget(makeFactsCard());
    left->addStretch(1);
    row->addLayout(left, 3);
    auto *right = new QVBoxLayout;
    right->addWidget(makeTimelineCard());
    right->addStretch(1);
    row->addLayout(right, 2);
    scroll->setWidget(page);
}

QWidget *OverviewPanel::makeNextCard()
{
    auto *card = new SectionCard({}, this);
    m_nextTitle = new PlainLabel({}, TextRole::Title, card);
    m_nextTitle->setObjectName(QStringLiteral("nextStepTitle"));
    m_nextTitle->wrap();
    card->body()->addWidget(m_nextTitle);
    m_nextText = new PlainLabel({}, TextRole::Body, card);
    m_nextText->wrap();
    card->body()->addWidget(m_nextText);
    m_nextButton = new QPushButton(icon(Glyph::ArrowRight), {}, card);
    m_nextButton->setObjectName(QStringLiteral("nextStepButton"));
    makePrimary(*m_nextButton);
    connect(m_nextButton, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(m_state.nextStep); });
    card->body()->addSpacing(space::kTight);
    card->body()->addWidget(m_nextButton, 0, Qt::AlignLeft);
    return card;
}

QWidget *OverviewPanel::makeRunCard()
{
    m_runCard = new SectionCard(tr("Last export"), this);
    m_runBadge = new StateBadge(m_runCard);
    m_runCard->addToHeader(m_runBadge);
    m_runText = new PlainLabel({}, TextRole::Body, m_runCard);
    m_runText->wrap();
    m_runCard->body()->addWidget(m_runText);
    m_watermark = new PlainLabel({}, TextRole::Body, m_runCard);
    m_watermark->setObjectName(QStringLiteral("overviewWatermark"));
    m_watermark->setMuted(true);
    m_watermark->wrap();
    m_watermark->setCopyable(true);
    m_runCard->body()->addWidget(m_watermark);
    m_baseline = new PlainLabel({}, TextRole::Body, m_runCard);
    m_baseline->setObjectName(QStringLiteral("overviewBaseline"));
    m_baseline->setTone(Tone::Warning);
    m_baseline->wrap();
    m_runCard->body()->addWidget(m_baseline);
    m_toExports = new QPushButton(tr("Show the export"), m_runCard);
    connect(m_toExports, &QPushButton::clicked, this, &OverviewPanel::exportsRequested);
    m_runCard->body()->addWidget(m_toExports, 0, Qt::AlignLeft);
    return m_runCard;
}

QWidget *OverviewPanel::makeTimelineCard()
{
    auto *card = new SectionCard(tr("How far it is"), this);
    m_rail = new StepRail(card);
    m_rail->setObjectName(QStringLiteral("overviewSteps"));
    connect(m_rail, &StepRail::stepChosen, this, [this](int index) {
        if (index >= 0 && index < m_state.steps.size())
            Q_EMIT stepRequested(m_state.steps.at(index).step);
    });
    card->body()->addWidget(m_rail);
    return card;
}

QWidget *OverviewPanel::makeFactsCard()
{
    m_factsCard = new SectionCard(tr("What is known"), this);
    m_facts = new QFormLayout;
    m_facts->setHorizontalSpacing(space::kLarge);
    m_facts->setVerticalSpacing(space::kTight);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow); // else a wrapped text is cut
    m_factsCard->body()->addLayout(m_facts);
    return m_factsCard;
}

void OverviewPanel::render(const OverviewState &state)
{
    if (state == m_state)
        return;
    const bool newFacts = state.facts != m_state.facts;
    m_state = state;
    m_nextTitle->setText(state.nextTitle);
    m_nextText->setText(state.nextText);
    m_nextButton->setText(state.nextButton);
    QList<StepItem> items;
    for (const OverviewStep &step : state.steps)
        items.append({step.title, step.detail, step.look, true});
    m_rail->setSteps(items);
    m_runBadge->setVisible(!state.runWord.isEmpty());
    if (!state.runWord.isEmpty())
        m_runBadge->setState(state.runTone, state.runWord);
    m_runText->setText(state.runWord.isEmpty() ? tr("There was no export yet.") : state.runText);
    m_runText->setVisible(!m_runText->text().isEmpty());
    m_toExports->setVisible(!state.runWord.isEmpty());
    m_watermark->setText(state.watermark);
    m_baseline->setText(state.baseline);
    m_baseline->setVisible(!state.baseline.isEmpty());
    if (newFacts)
        renderFacts(state.facts);
}

void OverviewPanel::renderFacts(const QList<OverviewFact> &facts)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    for (const OverviewFact &fact : facts) {
        auto *name = new PlainLabel(fact.name, TextRole::Body, m_factsCard);
        name->setMuted(true);
        auto *value = new PlainLabel(fact.value, TextRole::Body, m_factsCard);
        value->wrap();
        value->setCopyable(true);
        value->setAccessibleName(tr("%1: %2").arg(fact.name, fact.value));
        m_facts->addRow(name, value);
    }
    m_factsCard->setVisible(!facts.isEmpty());
}

} // namespace waybill::ui
