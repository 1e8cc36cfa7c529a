// SPDX-License-Identifier: Apache-2.0
#include "onboarding/milestone_card.h"

#include "onboarding/milestone_row.h"

#include <QVBoxLayout>

#include <utility>

namespace waybill::ui {

MilestoneCard::MilestoneCard(QWidget *parent)
    : SectionCard(tr("Check list of all parties"), parent)
{
    body()->setSpacing(space::kTight);
}

void MilestoneCard::addRow()
{
    auto *row = new MilestoneRow(this);
    body()->addWidget(row);
    m_rows.append(row);
    connect(row, &MilestoneRow::recordEdited, this, &MilestoneCard::recordEdited);
    connect(row, &MilestoneRow::messageTaken, this, &MilestoneCard::messageTaken);
    connect(row, &MilestoneRow::opened, this, [this, row] { // one at a time: the page stays short
        for (MilestoneRow *other : std::as_const(m_rows)) {
            if (other != row)
                other->fold();
        }
    });
}

void MilestoneCard::render(const MilestonesPresenter::State &state)
{
    setSubtitle(state.summary);
    while (m_rows.size() > state.rows.size())
        delete m_rows.takeLast();
    while (m_rows.size() < state.rows.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->render(state.rows.at(i));
}

} // namespace waybill::ui
