// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/connection_page_presenter.h"
#include "widgets/section_card.h"

class QCheckBox;

namespace waybill::ui {

class PlainLabel;

/// Whose time the token requests carry. Shown only where the clocks differ too much, or where a person chose
/// the server's (SB-045).
class ClockCard final : public SectionCard
{
    Q_OBJECT
public:
    explicit ClockCard(QWidget *parent = nullptr);
    void render(const ConnectionPagePresenter::State &state);

Q_SIGNALS:
    void serversClockWanted(bool wanted);

private:
    QCheckBox *m_servers = nullptr;
    PlainLabel *m_note = nullptr;
};

} // namespace waybill::ui
