// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/milestones_presenter.h"
#include "widgets/section_card.h"

namespace waybill::ui {

class MilestoneRow;
class PlainLabel;

/// Who has to do what before an export runs. A line each; one opens to its state, names, note and the message
/// that asks the other side.
class MilestoneCard final : public SectionCard
{
    Q_OBJECT
public:
    explicit MilestoneCard(QWidget *parent = nullptr);
    void render(const MilestonesPresenter::State &state);

Q_SIGNALS:
    void recordEdited(waybill::assistant::Milestone milestone, waybill::practices::StepState state,
        const QString &who, const QString &note);
    void messageTaken(waybill::assistant::Milestone milestone);

private:
    void addRow();

    QList<MilestoneRow *> m_rows;
};

} // namespace waybill::ui
