// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/draft.h"
#include "base/secret_bytes.h"
#include "http/peer_certificate.h"

namespace waybill::http {
class ProxyPasswords;
}
namespace waybill::vault {
class KeychainStore;
}

namespace waybill::assistant {

struct NetworkDeskState {
    QList<http::PeerCertificate> authorities; ///< of the practice's CA file
    QString caFile; ///< our copy of it; empty = the system's authorities only
    QString proxy; ///< empty = the system's
    /// Of the proxy's password, where it names a user.
    enum class Password { NotWanted, Missing, InUse, Kept };
    Password password =
        Password::NotWanted; ///< InUse: until the program ends, for the keychain did not take it
    std::optional<Error> problem;
    friend bool operator==(const NetworkDeskState &, const NetworkDeskState &) = default;
};

/// The practice's own authorities and proxy. A CA file is copied into the practice's folder, so that an
/// export does not fail when somebody tidies up; nothing here makes a wrong certificate pass.
class NetworkDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        vault::KeychainStore &keychain;
        std::shared_ptr<http::ProxyPasswords> passwords;
        QString folder; ///< the practice's
    };
    explicit NetworkDesk(Deps deps, QObject *parent = nullptr);

    const NetworkDeskState &state() const { return m_state; }
    Result<> trust(const QString &path); ///< takes the certificates of a PEM file
    void trustSystemOnly();
    Result<> useProxy(const QString &typed); ///< empty = the system's
    void signIn(SecretBytes password); ///< at the proxy; kept in the keychain
    void forgetPassword();

Q_SIGNALS:
    void changed();

private:
    void load();
    Result<> refused(const Error &error);
    void settle(const std::function<void(practices::NetworkSettings &)> &edit);

    void fetchPassword();
    void passwordSettled(const QUrl &proxy, const Result<> &kept);

    Deps m_deps;
    NetworkDeskState m_state;
};

} // namespace waybill::assistant
