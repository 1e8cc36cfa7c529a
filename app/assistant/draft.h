// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/record.h"
#include "base/clock.h"
#include "base/result.h"

#include <QObject>

#include <functional>
#include <optional>

namespace waybill::practices {
class Store;
}

namespace waybill::assistant {

/// The practice as far as it is described. Every change goes into the store at once, so that the assistant
/// can be left at any time; what a change makes out of date is marked so in the same step.
class OnboardingDraft final : public QObject
{
    Q_OBJECT
public:
    OnboardingDraft(
        practices::Store &store, const Clock &clock, practices::Profile profile, QObject *parent = nullptr);

    const practices::Profile &profile() const { return m_record; }
    const OnboardingRecord &record() const { return m_record; } ///< with what only the onboarding knows
    /// False until the first step is done: an untouched assistant leaves nothing behind.
    bool isStored() const { return m_stored; }
    /// Why the last save failed; the change is kept in memory and the next one tries again.
    const std::optional<Error> &problem() const { return m_problem; }

    void change(const std::function<void(practices::Profile &)> &edit);
    void changeRecord(const std::function<void(OnboardingRecord &)> &edit);
    /// A change and the verdict on the step that made it, saved together.
    void complete(practices::Step step, const QString &evidence,
        const std::function<void(practices::Profile &)> &edit = {});
    void mark(practices::Step step, practices::StepState state, const QString &reason = {});

    QString now() const; ///< ISO 8601, UTC
    practices::Store &store() { return m_store; }

Q_SIGNALS:
    void changed();

private:
    void settle(OnboardingRecord after);
    QString folder() const;

    practices::Store &m_store;
    const Clock &m_clock;
    OnboardingRecord m_record;
    bool m_stored = false;
    std::optional<Error> m_problem;
};

} // namespace waybill::assistant
