// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/key_holder.h"
#include "auth/authorized_transport.h"
#include "auth/token_source.h"

namespace waybill::assistant {

/// The assistant's own way to the practice: its token and a transport that carries it. Made anew whenever
/// the settings it was made for have changed, so that a token never outlives what it was asked with (SB-059).
class OnboardingSession final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        KeyHolder &holder;
        http::Transport &transport;
        const Clock &clock;
    };
    using Ready = std::function<void(Result<http::Transport *>)>;
    using GotToken = std::function<void(Result<auth::AccessToken>)>;

    explicit OnboardingSession(Deps deps, QObject *parent = nullptr);
    ~OnboardingSession() override;

    /// The transport that adds the token. Valid until the next call of anything here.
    void open(const QStringList &scopes, QObject *context, Ready done);
    /// A token that was just asked for, never one from before: for the test.
    void freshToken(const QStringList &scopes, QObject *context, GotToken done);
    /// As the token endpoint's last answer showed it; nullopt = nothing was asked, or it had no date
    /// (SB-045).
    std::optional<std::chrono::milliseconds> clockSkew() const;
    void close(); ///< forgets token and transport; nothing is called back any more

Q_SIGNALS:
    void aboutToClose(); ///< let go of the transport now

private:
    Result<> prepare(const QStringList &scopes, const keys::KeyPair &pair);

    Deps m_deps;
    std::unique_ptr<auth::TokenSource> m_tokens;
    std::unique_ptr<auth::AuthorizedTransport> m_transport;
    auth::ClientSettings m_settings;
    QUrl m_base;
    std::unique_ptr<QObject> m_turn; ///< context of what is under way
};

} // namespace waybill::assistant
