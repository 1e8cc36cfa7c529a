// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/draft.h"
#include "assistant/sandbox.h"
#include "discovery/finding.h"
#include "http/transport.h"

class QTimer;

namespace waybill::assistant {

/// How the server learns our public key. A URL is strongly preferred; eCW takes nothing else (SB-029).
enum class Registration { JwksUrl, PastedJwks };

struct ClientChoice {
    Registration registration = Registration::JwksUrl;
    QString clientId;
    QString jwksUrl; ///< as typed; empty with PastedJwks
    bool otherEnvironmentConfirmed = false; ///< the person insists although it serves the other one (EC-008)
    friend bool operator==(const ClientChoice &, const ClientChoice &) = default;
};

struct ClientDeskState {
    enum class Work { Idle, Registering, Checking };
    Work work = Work::Idle;
    QList<discovery::Finding> hosted; ///< of the last look at the JWKS URL (SB-030, SB-031)
    QString hostedUrl; ///< that was looked at
    bool watching = false; ///< it is looked at again by itself, until nothing is wrong with it (SB-031)
    std::optional<Error> problem;
    bool servesOtherEnvironment = false; ///< the client id is known from the other environment
    friend bool operator==(const ClientDeskState &, const ClientDeskState &) = default;
};

/// The registration of our client at the practice's server. People do that in a portal; only the built-in
/// sandbox lets us do it ourselves.
class ClientDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        http::Transport &transport;
        std::function<QByteArray()> publicJwks; ///< of the key in the profile
        std::function<SandboxOffer()> sandbox;
    };
    explicit ClientDesk(Deps deps, QObject *parent = nullptr);
    ~ClientDesk() override;

    const ClientDeskState &state() const { return m_state; }
    /// The endpoint is one of the running built-in sandbox.
    bool canRegisterHere() const;

    Result<> accept(const ClientChoice &choice);
    /// Somebody else has to act: the vendor's review, an allow list. Kept with its date.
    void keepTyped(const ClientChoice &choice); ///< unchecked: the assistant is left before the step is done
    void waitForOthers(const ClientChoice &choice, const QString &whom);
    void registerWithSandbox(Registration registration);
    void checkHosted(const QString &jwksUrl);
    void watchHosted(const QString &jwksUrl, bool on);
    void cancel();

Q_SIGNALS:
    void changed();

private:
    void hostThenRegister();
    void postClient(const QJsonObject &key, const QUrl &jwksUrl);
    void registered(const Result<http::Response> &answer, const QUrl &jwksUrl);
    void looked(const Result<http::Response> &answer);
    void failed(const Error &error);
    void update(const std::function<void(ClientDeskState &)> &edit);
    bool knownFromOtherEnvironment(const QString &clientId) const;

    Deps m_deps;
    ClientDeskState m_state;
    http::Call m_call;
    std::unique_ptr<QTimer> m_again;
};

} // namespace waybill::assistant
