// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/scopes.h"
#include "base/error.h"

#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

/// Why a server refused us: the likely causes in order, each with the check that settles it (requirements
/// 2.5). Rules only, without state; what was seen on the way is the evidence that moves a cause up or out.
namespace waybill::discovery {

/// What was asked for when the refusal came.
enum class Asked { Documents, Token, Groups, KickOff, Poll };

/// What our published key set looked like from here. Good: our `kid` once, the same key.
enum class JwksSeen {
    NotLooked,
    Pasted,
    Unreachable,
    Malformed,
    KeyMissing,
    KeyTwice,
    OtherKey,
    PrivateKey,
    Good
};

struct DoctorEvidence {
    bool ecw = false;
    std::optional<std::chrono::milliseconds> clockSkew; ///< how far we are behind the server
    std::chrono::seconds clockOffset{0}; ///< that the assertion is shifted by, as the person chose (SB-045)
    QString algorithm; ///< our key's
    QStringList
        algorithms; ///< that the server says it takes, else those its vendor documents; empty = unknown
    JwksSeen jwks = JwksSeen::NotLooked;
    bool otherEnvironment = false; ///< this client id or key serves a practice of the other environment
    bool tokenBefore = false; ///< this client got a token here once
    bool keyChanged = false; ///< … but with another key
    bool tokenUrlsDiffer = false; ///< smart-configuration and CapabilityStatement name different ones
    std::optional<bool> oneScopeWorks; ///< a token for one scope alone was granted
    QStringList refusedScopes; ///< found by asking for parts of the list
    auth::ScopeDialect dialect = auth::ScopeDialect::V1; ///< that was asked in
    bool otherFormStated = false; ///< the server names only the other form (permission-v1 / permission-v2)
    std::optional<bool> otherFormWorks; ///< the other form was tried
    std::optional<bool> groupScopeGranted; ///< a fresh token covers reading Groups
    std::optional<bool> freshTokenWorks; ///< the server's Group list took a fresh token
    std::optional<bool> groupListed; ///< the chosen Group is in the server's list
    bool groupIsResourceId = false; ///< eCW: Group.id is used where the identifier is wanted (EC-006)
};

/// Excluded: the chain saw that it is not this. It stays in the list, at its end: people ask for it.
enum class Weight { Seen, Likely, Possible, Excluded };

struct Cause {
    QString id; ///< stable English word, e.g. "jwks.host"
    QString what; ///< one sentence
    QString check; ///< what settles it, or mends it; one or two sentences
    Weight weight = Weight::Possible;
    QString seen; ///< what the chain saw of it; may be empty
    friend bool operator==(const Cause &, const Cause &) = default;
};

/// Most likely first. Empty when `refusal` is no refusal the rules know.
QList<Cause> diagnose(const Error &refusal, Asked asked, const DoctorEvidence &evidence);

/// A skew, less the chosen shift, beyond which assertions are refused (SB-045).
bool clockIsWrong(const DoctorEvidence &evidence);
bool assertionsFailBy(std::chrono::milliseconds skew);

} // namespace waybill::discovery
