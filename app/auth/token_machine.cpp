// SPDX-License-Identifier: Apache-2.0
#include "auth/token_machine.h"

#include <algorithm>

namespace waybill::auth {
namespace {

using namespace std::chrono_literals;

/// Longer timers are started again, so that a lifetime of years fits into QTimer.
constexpr auto kLongestTimer = std::chrono::milliseconds{1h};

/// SB-058. A clock that was set back behind the token's birth tells nothing: ask.
bool isFresh(const AccessToken &token, const TokenPolicy &policy, Instant now)
{
    return now >= token.obtainedAt && token.expiresAt - now >= policy.renewBefore;
}

bool isTransient(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::ServerFailure
        || error.code == ErrorCode::Throttled;
}

class Advance
{
public:
    Advance(TokenState state, const TokenPolicy &policy, Instant now)
        : m_step{std::move(state), {}}
        , m_policy(policy)
        , m_now(now)
    {
    }

    TokenStep take() { return std::move(m_step); }

    void operator()(const TokenWanted & /*event*/)
    {
        const auto *holding = std::get_if<TokenState::Holding>(&m_step.state.phase);
        if (holding && isFresh(holding->token, m_policy, m_now))
            command(AnswerAll{holding->token});
        else if (holding || std::holds_alternative<TokenState::Idle>(m_step.state.phase))
            ask(1);
        // Asking or Pausing: the one request under way answers this one, too.
    }

    void operator()(const TokenAnswered &event)
    {
        const auto *asking = std::get_if<TokenState::Asking>(&m_step.state.phase);
        if (!asking || event.serial != m_step.state.serial)
            return;
        if (event.result)
            hold(*event.result);
        else
            failed(event, asking->attempt);
    }

    void operator()(const TimerFired &event)
    {
        if (event.serial != m_step.state.serial)
            return;
        if (const auto *pausing = std::get_if<TokenState::Pausing>(&m_step.state.phase))
            ask(pausing->attempt + 1);
        else if (const auto *holding = std::get_if<TokenState::Holding>(&m_step.state.phase))
            watchExpiry(holding->token.expiresAt);
    }

    void operator()(const TokenRefused &event)
    {
        const auto *holding = std::get_if<TokenState::Holding>(&m_step.state.phase);
        if (holding && holding->token.value == event.value)
            drop();
    }

private:
    void command(TokenCommand one) { m_step.commands.push_back(std::move(one)); }

    void ask(int attempt)
    {
        m_step.state.phase = TokenState::Asking{attempt};
        command(AskServer{++m_step.state.serial});
    }

    void drop()
    {
        m_step.state.phase = TokenState::Idle{};
        command(TellChanged{});
    }

    void hold(const AccessToken &token)
    {
        m_step.state.phase = TokenState::Holding{token};
        m_step.state.workedBefore = true;
        m_step.state.refusalRepeated = false;
        command(TellChanged{});
        command(AnswerAll{token});
        watchExpiry(token.expiresAt);
    }

    void watchExpiry(Instant expiresAt)
    {
        if (m_now >= expiresAt) {
            drop();
            return;
        }
        command(StartTimer{++m_step.state.serial, std::min(kLongestTimer, expiresAt - m_now)});
    }

    void failed(const TokenAnswered &event, int attempt)
    {
        const Error &error = event.result.error();
        // SB-063: some servers refuse a good assertion now and then.
        const bool repeatRefusal = error.code == ErrorCode::Unauthorized && m_step.state.workedBefore
            && !m_step.state.refusalRepeated;
        if (repeatRefusal) {
            m_step.state.refusalRepeated = true;
            ask(attempt);
            return;
        }
        const auto wait = pause(event, attempt);
        if (isTransient(error) && attempt < m_policy.attempts && wait <= m_policy.longestPause) {
            m_step.state.phase = TokenState::Pausing{attempt};
            command(StartTimer{++m_step.state.serial, wait});
            return;
        }
        m_step.state.phase = TokenState::Idle{};
        command(AnswerAll{event.result});
    }

    std::chrono::milliseconds pause(const TokenAnswered &event, int attempt) const
    {
        if (const auto stated = event.result.error().retryAfter)
            return std::max(std::chrono::milliseconds{*stated}, m_policy.backoff.first);
        if (event.throttledFor)
            return *event.throttledFor;
        return m_policy.backoff.delay(attempt, event.chance);
    }

    TokenStep m_step;
    const TokenPolicy &m_policy;
    Instant m_now;
};

} // namespace

TokenStep advance(TokenState state, const TokenEvent &event, const TokenPolicy &policy, Instant now)
{
    Advance step(std::move(state), policy, now);
    std::visit(step, event);
    return step.take();
}

} // namespace waybill::auth
