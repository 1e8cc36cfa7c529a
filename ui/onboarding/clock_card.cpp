// SPDX-License-Identifier: Apache-2.0
#include "onboarding/clock_card.h"

#include "onboarding/form_parts.h"
#include "widgets/plain_label.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace waybill::ui {

ClockCard::ClockCard(QWidget *parent)
    : SectionCard(tr("Clock"), parent)
{
    m_servers = new QCheckBox(tr("Sign with the ser&ver's clock"), this);
    body()->addWidget(m_servers);
    m_note = addNote(*body(), m_servers);
    connect(m_servers, &QCheckBox::toggled, this, &ClockCard::serversClockWanted);
}

void ClockCard::render(const ConnectionPagePresenter::State &state)
{
    setVisible(state.clockOffered);
    setCheckedQuietly(*m_servers, state.clockShifted);
    m_servers->setEnabled(state.frame.busy.isEmpty());
    setNote(*m_note, state.clockNote, m_servers);
    m_note->setTone(state.clockRefused ? Tone::Failure : Tone::Warning);
}

} // namespace waybill::ui
