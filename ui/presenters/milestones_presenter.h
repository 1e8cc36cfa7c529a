// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/milestones.h"
#include "models/tone.h"

#include <QList>
#include <QObject>

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

/// The check list of the three parties in words (EC-007): who has to do what, since when we wait, and the
/// message that asks them.
class MilestonesPresenter final : public QObject
{
    Q_OBJECT
public:
    struct Row {
        assistant::Milestone milestone = assistant::Milestone::AppPublished;
        QString title;
        Tone tone = Tone::Neutral;
        QString word; ///< "to do", "waiting", …
        QString party; ///< who acts
        QString detail; ///< age, evidence or reason; one line
        QString help;
        bool editable = false; ///< false: it follows from a step
        practices::StepState state = practices::StepState::Todo;
        QString who;
        QString note;
        bool overdue = false; ///< time to ask again
        std::optional<assistant::PartyMessage> message;
        friend bool operator==(const Row &, const Row &) = default;
    };
    struct State {
        QString summary;
        QList<Row> rows;
        friend bool operator==(const State &, const State &) = default;
    };

    explicit MilestonesPresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }

    void setRecord(
        assistant::Milestone milestone, practices::StepState state, const QString &who, const QString &note);
    /// The message was copied or opened in a mail program: from now on we wait.
    void messageTaken(assistant::Milestone milestone);
    void refresh(); ///< also when time has passed

Q_SIGNALS:
    void stateChanged(const waybill::ui::MilestonesPresenter::State &state);

private:
    void change(
        assistant::Milestone milestone, const std::function<void(assistant::MilestoneRecord &)> &edit);
    void sayWaiting();
    Row rowOf(assistant::Milestone milestone) const;

    assistant::OnboardPractice &m_practice;
    State m_state;
};

QString stepStateWord(
    practices::StepState state); ///< "to do", "under way", "waiting", "done", "failed", "out of date"

} // namespace waybill::ui
