// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace waybill::http {
class ProxyPasswords;
}

namespace waybill::vault {
class SecretStore;
}

/// The passwords of proxies between the keychain and the transports (HT-41). A practice's settings name the
/// proxy and its user; practices behind the same proxy share the password.
namespace waybill::flows {

bool wantsPassword(const QUrl &proxy); ///< it names a user

/// Fetches the password into `passwords` unless it is there. `done` comes once: at once when there is nothing
/// to fetch, else later and never after `context` is gone. Errors: as of vault::SecretStore. `keychain` may
/// be null.
void loadProxyPassword(const QUrl &proxy, vault::SecretStore *keychain,
    const std::shared_ptr<http::ProxyPasswords> &passwords, QObject *context,
    std::function<void(Result<>)> done);

/// In use from now on; `done` says whether it is in the keychain, too, and so there the next time.
void keepProxyPassword(const QUrl &proxy, SecretBytes password, vault::SecretStore &keychain,
    http::ProxyPasswords &passwords, QObject *context, std::function<void(Result<>)> done);
void forgetProxyPassword(const QUrl &proxy, vault::SecretStore &keychain, http::ProxyPasswords &passwords,
    QObject *context, std::function<void(Result<>)> done);

} // namespace waybill::flows
