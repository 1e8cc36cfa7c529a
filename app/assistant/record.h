// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "practices/profile.h"

namespace waybill::assistant {

/// The last token a client was granted: what tells a wrong client from a server that forgot one.
struct TokenProof {
    QString clientId;
    QString keyThumbprint;
    QString at; ///< ISO 8601, UTC; empty = never
    friend bool operator==(const TokenProof &, const TokenProof &) = default;
};

/// A practice while it is set up: its profile, and what only the onboarding needs. The latter lies in a small
/// file in the practice's folder; an export never reads it.
struct OnboardingRecord : practices::Profile {
    TokenProof lastToken;
    QJsonObject milestones; ///< the parties' check list; see onboarding_milestones.h
    QJsonObject rotation; ///< of the key, while it lasts; see key_rotation.h
    QJsonObject retiredKeys; ///< thumbprint -> {at, exposed}
    QStringList extraScopes; ///< asked for although the server does not publish them (SB-005)
    friend bool operator==(const OnboardingRecord &, const OnboardingRecord &) = default;
};

/// `folder`: the practice's. What is missing or unreadable is empty: the steps are in the store.
OnboardingRecord withNotes(practices::Profile profile, const QString &folder);
Result<> saveNotes(const OnboardingRecord &record, const QString &folder);

} // namespace waybill::assistant
