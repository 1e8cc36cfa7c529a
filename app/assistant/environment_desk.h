// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/draft.h"
#include "assistant/sandbox.h"

namespace waybill::assistant {

struct EnvironmentChoice {
    practices::Environment environment = practices::Environment::Sandbox;
    bool builtIn = false; ///< the practice that comes with Waybill; only with Sandbox
    QString name; ///< as the person calls it
    friend bool operator==(const EnvironmentChoice &, const EnvironmentChoice &) = default;
};

/// A further set-up of the same practice. In the other environment it takes along what describes the practice
/// and nothing that belongs to one environment: addresses, client, key, scopes, Group, steps (EC-008). In the
/// same one it takes all but the Group and what rests on it.
practices::Profile twinOf(
    const practices::Profile &profile, practices::Environment environment, const QString &now);

/// The first decision: whose practice this is, and whether its patients are real. The environment of a
/// profile is given once (EC-008).
class EnvironmentDesk final : public QObject
{
    Q_OBJECT
public:
    explicit EnvironmentDesk(OnboardingDraft &draft, QObject *parent = nullptr);

    /// The environment stands from the first accept() on.
    bool isSettled() const;
    bool builtIn() const { return m_builtIn; }
    const SandboxOffer &offer() const { return m_offer; }
    void setOffer(const SandboxOffer &offer);

    Result<> accept(const EnvironmentChoice &choice);
    /// Stores a twin of this practice; its name.
    Result<QString> duplicate(practices::Environment environment);

Q_SIGNALS:
    void sandboxWanted();
    void changed();

private:
    OnboardingDraft &m_draft;
    SandboxOffer m_offer;
    bool m_builtIn = false;
};

} // namespace waybill::assistant
