// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/overview_state.h"

#include <QWidget>

class QFormLayout;
class QPushButton;

namespace waybill::ui {

class PlainLabel;
class SectionCard;
class StateBadge;
class StepRail;

/// One practice at a glance (ux.md, main window): the next step, the timeline, the last export, the facts.
class OverviewPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewPanel(QWidget *parent = nullptr);

    void render(const OverviewState &state);

Q_SIGNALS:
    void stepRequested(waybill::practices::Step step);
    void exportsRequested();

private:
    QWidget *makeNextCard();
    QWidget *makeRunCard();
    QWidget *makeTimelineCard();
    QWidget *makeFactsCard();
    void renderFacts(const QList<OverviewFact> &facts);

    OverviewState m_state;
    PlainLabel *m_nextTitle = nullptr;
    PlainLabel *m_nextText = nullptr;
    QPushButton *m_nextButton = nullptr;
    StepRail *m_rail = nullptr;
    SectionCard *m_runCard = nullptr;
    StateBadge *m_runBadge = nullptr;
    PlainLabel *m_runText = nullptr;
    PlainLabel *m_baseline = nullptr;
    PlainLabel *m_watermark = nullptr;
    QPushButton *m_toExports = nullptr;
    SectionCard *m_factsCard = nullptr;
    QFormLayout *m_facts = nullptr;
};

} // namespace waybill::ui
