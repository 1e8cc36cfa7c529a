// SPDX-License-Identifier: Apache-2.0
#include "auth/token_source.h"

#include "auth/token_machine.h"
#include "base/overloaded.h"
#include "http/retry_after.h"

#include <QPointer>
#include <QTimer>

#include <deque>

namespace waybill::auth {

class TokenSource::Private
{
public:
    Private(TokenSource *source, Deps deps, ClientSettings settings, keys::KeyPair key)
        : m_source(source)
        , m_deps(std::move(deps))
        , m_settings(std::move(settings))
        , m_key(std::move(key))
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, m_source, [this] { feed(TimerFired{m_timerSerial}); });
    }

    /// Events that come up while one is worked on wait for their turn.
    void feed(TokenEvent event)
    {
        m_events.push_back(std::move(event));
        if (m_events.size() > 1)
            return;
        while (!m_events.empty()) {
            TokenStep step = advance(m_state, m_events.front(), m_deps.policy, m_deps.clock.now());
            m_state = std::move(step.state);
            for (const TokenCommand &command : step.commands)
                perform(command);
            m_events.pop_front();
        }
    }

    void wait(QObject *context, Done done) { m_waiting.push_back({context, std::move(done)}); }

    std::optional<AccessToken> current() const
    {
        const auto *holding = std::get_if<TokenState::Holding>(&m_state.phase);
        if (!holding || m_deps.clock.now() >= holding->token.expiresAt)
            return std::nullopt;
        return holding->token;
    }

    std::optional<std::chrono::milliseconds> skew() const { return m_skew; }

private:
    struct Waiting {
        QPointer<QObject> context;
        Done done;
    };

    void perform(const TokenCommand &command)
    {
        std::visit(Overloaded{[this](const AskServer &ask) { send(ask.serial); },
                       [this](const StartTimer &start) {
                           m_timerSerial = start.serial;
                           m_timer.start(start.duration);
                       },
                       [this](const AnswerAll &answer) { answerAll(answer.result); },
                       // Later: a slot may well destroy this object.
                       [this](const TellChanged &) {
                           QMetaObject::invokeMethod(
                               m_source, &TokenSource::tokenChanged, Qt::QueuedConnection);
                       }},
            command);
    }

    void send(quint64 serial)
    {
        m_timer.stop();
        const auto request = tokenRequest(m_settings, m_key, m_deps.clock.now());
        if (!request) {
            feed(TokenAnswered{serial, failure(request.error())});
            return;
        }
        m_deps.transport.send(*request, m_source,
            [this, serial](Result<http::Response> response) { received(serial, std::move(response)); });
    }

    void received(quint64 serial, Result<http::Response> response)
    {
        TokenAnswered event{serial, Result<AccessToken>(AccessToken{}), http::randomChance()};
        if (response) {
            event.result = readTokenResponse(*response, m_settings, m_deps.clock.now());
            m_skew = http::clockSkew(response->head);
            if (response->head.status == 429)
                event.throttledFor = http::untilNextMinute(response->head, event.chance);
            wipe(response->body);
        } else {
            event.result = failure(response.error());
        }
        feed(std::move(event));
    }

    void answerAll(const Result<AccessToken> &result)
    {
        for (Waiting &waiting : std::exchange(m_waiting, {})) {
            if (waiting.context)
                QMetaObject::invokeMethod(
                    waiting.context.data(),
                    [alive = QPointer<TokenSource>(m_source), done = std::move(waiting.done), result] {
                        if (alive)
                            done(result);
                    },
                    Qt::QueuedConnection);
        }
    }

    TokenSource *m_source;
    Deps m_deps;
    ClientSettings m_settings;
    keys::KeyPair m_key;
    TokenState m_state;
    std::deque<TokenEvent> m_events;
    std::vector<Waiting> m_waiting;
    QTimer m_timer;
    quint64 m_timerSerial = 0;
    std::optional<std::chrono::milliseconds> m_skew;
};

TokenSource::TokenSource(Deps deps, ClientSettings settings, keys::KeyPair key, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(this, std::move(deps), std::move(settings), std::move(key)))
{
}

TokenSource::~TokenSource() = default;

void TokenSource::withToken(QObject *context, Done done)
{
    m_d->wait(context, std::move(done));
    m_d->feed(TokenWanted{});
}

void TokenSource::forget(const AccessToken &refused)
{
    m_d->feed(TokenRefused{refused.value});
}

std::optional<AccessToken> TokenSource::current() const
{
    return m_d->current();
}

std::optional<std::chrono::milliseconds> TokenSource::clockSkew() const
{
    return m_d->skew();
}

} // namespace waybill::auth
