// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/own_brand.h"
#include "assistant/session.h"
#include "discovery/discover.h"
#include "http/peer_certificate.h"

namespace waybill::assistant {

/// What came of asking for a token with everything an export may need (SB-056).
struct TokenTest {
    QStringList requested;
    QStringList granted;
    QStringList missing;
    QStringList unreadableTypes;
    std::chrono::seconds lifetime{};
    bool lifetimeStated = true;
    std::chrono::seconds clockOffset{}; ///< that it was asked for with (SB-045)
    std::chrono::milliseconds took{};
    friend bool operator==(const TokenTest &, const TokenTest &) = default;
};

struct ConnectionDeskState {
    enum class Work { Idle, Discovering, Testing };

    Work work = Work::Idle;
    QList<discovery::Finding> findings; ///< as they come in
    QString snapshot; ///< of the server's documents: "date, SHA-256 …"; empty = not kept
    QString comparedTo; ///< ISO 8601, UTC: the snapshot before; empty = this is the first
    QStringList changes; ///< what the server says differently since then
    std::shared_ptr<const discovery::DiscoveryResult> server; ///< null = nothing known yet
    /// The token endpoint lies on another host than the FHIR base, or moved since it was accepted: nothing is
    /// sent there before a person said yes (SB-008, F-044).
    QUrl tokenUrlToConfirm;
    std::optional<TokenTest> token;
    std::optional<Error> problem;
    QStringList causes; ///< of `problem`, most likely first (requirements 2.5)
    bool needsPassphrase = false; ///< the key file must be unlocked before the token test
    /// How far this computer is behind, as measured last: at the token endpoint, else at the FHIR server.
    std::optional<std::chrono::milliseconds> clockSkew;
    friend bool operator==(const ConnectionDeskState &, const ConnectionDeskState &) = default;
};

/// The types of a server that can be exported and asked for, and every scope an export of them may need.
QStringList exportableTypes(const discovery::DiscoveryResult &server);
QStringList scopesFor(const discovery::DiscoveryResult &server, const QStringList &types);
QStringList wholeScopes(const discovery::DiscoveryResult &server); ///< of all types, and to list Groups

/// … and those that a person added by hand (SB-005).
QStringList withExtraScopes(QStringList scopes, const OnboardingRecord &record);

/// Discovery, then a real token: proves that address, client, key and clock fit together.
class ConnectionDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        KeyHolder &holder;
        OnboardingSession &session;
        http::Transport &transport;
        const Clock &clock;
        QString folder; ///< keeps the server's documents
        std::function<std::optional<http::PeerCertificate>(const QString &host)> certificateOf = {};
    };
    explicit ConnectionDesk(Deps deps, QObject *parent = nullptr);
    ~ConnectionDesk() override;

    const ConnectionDeskState &state() const { return m_state; }
    /// What the server said, also from the last time; null = run() first.
    std::shared_ptr<const discovery::DiscoveryResult> server() const { return m_state.server; }
    /// What an export may ask for here: the server's types with a published scope.
    QStringList exportableTypes() const;
    QStringList scopesFor(const QStringList &types) const;

    void run();
    void confirmTokenUrl();
    void unlockAndTest(SecretBytes passphrase);
    void cancel();
    /// Scopes that the server does not publish, by blanks or commas; refused when no server could grant them
    /// (SB-051). The next test asks for them.
    Result<> askAlsoFor(const QString &typed);
    /// Assertions get the server's time, as measured, from the next request on; false = this computer's
    /// (SB-045). Refused where the clocks agree well enough, or differ by more than a day.
    Result<> signWithServersClock(bool wanted);
    /// The difference is large enough to shift (SB-045).
    bool maySignWithServersClock() const;
    /// … by somebody else who asked the same servers.
    void clockMeasured(std::chrono::milliseconds skew);
    /// Back to nothing known: the address changed.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void discovered(const discovery::DiscoveryResult &result);
    void showCertificates(const discovery::DiscoveryResult &result);
    void lookAtBrand(const discovery::DiscoveryResult &result);
    void keepEvidence(const discovery::DiscoveryResult &result);
    void testToken();
    void tested(const Result<auth::AccessToken> &token, const QStringList &requested, Instant since);
    void failed(const Error &error);
    void update(const std::function<void(ConnectionDeskState &)> &edit);

    Deps m_deps;
    ConnectionDeskState m_state;
    discovery::Discovery m_discovery;
    QUrl m_base; ///< what the state speaks of
    OwnBrand m_brand;
};

} // namespace waybill::assistant
