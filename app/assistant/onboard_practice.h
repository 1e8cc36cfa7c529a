// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/sandbox.h"
#include "flows/launch_plan.h"
#include "http/proxy_passwords.h"

#include <QObject>

#include <memory>

namespace waybill {
class Clock;
namespace flows {
struct ExportProgress;
}
namespace http {
class PeerCertificates;
class Transport;
} // namespace http
namespace practices {
class Store;
}
namespace vault {
class KeychainStore;
}
} // namespace waybill

/// The use case "bring one practice into export": holds the draft, keeps it in the store after every step,
/// and gives each step to a desk that does its work. Main thread only; no widgets.
namespace waybill::assistant {

class OnboardingDraft;
class EnvironmentDesk;
class KeyDesk;
class KeyHolder;
class EndpointDesk;
class ClientDesk;
class ConnectionDesk;
class GroupDesk;
class LaunchDesk;
class HandOverDesk;
class DoctorDesk;
class KeyExportDesk;
class NetworkDesk;
class RotationDesk;

class OnboardPractice : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        http::Transport &transport;
        const Clock &clock;
        practices::Store &store;
        vault::KeychainStore &keychain;
        QString
            home; ///< absolute; key files, exports and bundles go below it unless the person says otherwise
        std::shared_ptr<http::PeerCertificates> certificates =
            {}; ///< that `transport` writes to; may be null
        std::shared_ptr<http::ProxyPasswords> proxyPasswords = std::make_shared<http::ProxyPasswords>();
    };

    /// A new practice when `profile.id` is empty, otherwise goes on where it was left.
    OnboardPractice(const Deps &deps, practices::Profile profile, QObject *parent = nullptr);
    ~OnboardPractice() override;

    /// The built-in sandbox, once it runs; asked for with sandboxWanted().
    void setSandbox(const SandboxOffer &offer);
    const SandboxOffer &sandbox() const;

    QString home() const;
    const Clock &clock() const;
    OnboardingDraft &draft();
    EnvironmentDesk &environment();
    NetworkDesk &network();
    KeyHolder &keyHolder();
    KeyDesk &key();
    EndpointDesk &endpoint();
    ClientDesk &client();
    ConnectionDesk &connection();
    GroupDesk &group();
    LaunchDesk &launch();
    HandOverDesk &handOver();
    DoctorDesk &doctor();
    RotationDesk &rotation();
    KeyExportDesk &keyExport();

    /// How the export ended that launchRequested() asked for.
    void exportEnded(const flows::ExportProgress &progress);
    /// Stops whatever is under way; nothing is lost.
    void stop();

Q_SIGNALS:
    void sandboxWanted(); ///< start the built-in sandbox and answer with setSandbox()

private:
    struct Desks;
    std::unique_ptr<Desks> d;
};

} // namespace waybill::assistant
