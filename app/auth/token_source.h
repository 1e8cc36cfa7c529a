// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/token_refusal.h"
#include "base/clock.h"
#include "http/backoff.h"
#include "http/transport.h"
#include "keys/key_pair.h"

#include <QStringList>
#include <QUrl>

/// SMART Backend Services (SMART App Launch 2.2.0, "Backend Services"; SB-040 to SB-064).
namespace waybill::auth {

struct ClientSettings {
    QUrl tokenUrl;
    QString clientId;
    QString keyId; ///< `kid`; empty = the key's thumbprint
    QStringList scopes;
    std::chrono::seconds assertionLifetime{240}; ///< SB-042
    std::chrono::seconds clockOffset{0}; ///< added to iat/exp only when the person allowed it (SB-045)
};

/// The signed client assertion, ready for the body. A new random jti each call (SB-043).
Result<QByteArray> clientAssertion(const ClientSettings &settings, const keys::KeyPair &key, Instant now);

/// The whole token request: POST, form-encoded body, no credentials elsewhere (SB-050).
Result<http::Request> tokenRequest(const ClientSettings &settings, const keys::KeyPair &key, Instant now);

/// In memory only. Copies share the secret, which is wiped with the last one.
struct AccessToken {
    std::shared_ptr<const SecretBytes> value;
    Instant obtainedAt{};
    Instant expiresAt{};
    QStringList granted; ///< as the server said; = requested when it said nothing
    bool lifetimeStated = true; ///< false: `expires_in` was missing, 300 s assumed (SB-054)
    QByteArray authorization() const; ///< "Bearer …" for the Authorization header
};

/// Reads the token endpoint's answer. Errors name RFC 6749's code and the likely causes in order
/// (requirements 2.5).
Result<AccessToken> readTokenResponse(
    const http::Response &response, const ClientSettings &settings, Instant now);

/// How patiently a token is asked for.
struct TokenPolicy {
    int attempts = 4; ///< on 5xx, 429 and when no answer came
    http::Backoff backoff = {};
    std::chrono::milliseconds longestPause = std::chrono::seconds{90}; ///< a longer one is left to the caller
    std::chrono::seconds renewBefore{60}; ///< SB-058
};

/// Hands out one token for one practice, client and scope set; gets a new one when less than 60 s remain.
/// One request in flight however many ask (SB-058). Backs off on 5xx, 429 and time-outs with fresh
/// assertions, never retries 400/401 but once after an earlier success (SB-063). Lives in one thread;
/// `withToken` answers once, later, never after `context` or this object is gone.
class TokenSource : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        http::Transport &transport;
        const Clock &clock;
        TokenPolicy policy = {};
    };
    using Done = std::function<void(Result<AccessToken>)>;

    TokenSource(Deps deps, ClientSettings settings, keys::KeyPair key, QObject *parent = nullptr);
    ~TokenSource() override;

    void withToken(QObject *context, Done done);
    /// A server refused the token: forget it. `refused` keeps a newer one that came in the meantime.
    void forget(const AccessToken &refused);
    std::optional<AccessToken> current() const; ///< none while one is asked for, or after it expired
    /// How far this computer's clock is behind the token server's, by its last answer (SB-045).
    std::optional<std::chrono::milliseconds> clockSkew() const;

Q_SIGNALS:
    void tokenChanged(); ///< a new one, or none any more

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace waybill::auth
