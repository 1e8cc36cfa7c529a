// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/token_source.h"

#include <variant>
#include <vector>

/// When to ask for a token, and when to stop asking (SB-054, SB-058, SB-063). Pure: TokenSource performs the
/// commands. `serial` numbers requests and timers, so that a late answer or an old timer changes nothing.
namespace waybill::auth {

struct TokenState {
    struct Idle {
    };
    struct Asking {
        int attempt = 1;
    };
    struct Pausing { ///< between two attempts
        int attempt = 1; ///< the one that failed
    };
    struct Holding {
        AccessToken token;
    };
    std::variant<Idle, Asking, Pausing, Holding> phase;
    quint64 serial = 0;
    bool workedBefore = false; ///< in this run
    bool refusalRepeated = false; ///< the one repeat of SB-063 is used up
};

struct TokenWanted {
};
struct TokenAnswered {
    quint64 serial = 0;
    Result<AccessToken> result;
    double chance = 0.5; ///< for the jitter, 0 to below 1
    /// Throttled without Retry-After: until when the server's limit lasts (EC-005).
    std::optional<std::chrono::milliseconds> throttledFor = {};
};
struct TimerFired {
    quint64 serial = 0;
};
struct TokenRefused {
    std::shared_ptr<const SecretBytes> value;
};
using TokenEvent = std::variant<TokenWanted, TokenAnswered, TimerFired, TokenRefused>;

struct AskServer { ///< with a fresh assertion
    quint64 serial = 0;
};
struct StartTimer {
    quint64 serial = 0;
    std::chrono::milliseconds duration{};
};
struct AnswerAll {
    Result<AccessToken> result;
};
struct TellChanged {
};
using TokenCommand = std::variant<AskServer, StartTimer, AnswerAll, TellChanged>;

struct TokenStep {
    TokenState state;
    std::vector<TokenCommand> commands;
};

TokenStep advance(TokenState state, const TokenEvent &event, const TokenPolicy &policy, Instant now);

} // namespace waybill::auth
