// SPDX-License-Identifier: Apache-2.0
#include "flows/proxy_sign_in.h"

#include "http/proxy_passwords.h"
#include "vault/secret_store.h"

namespace waybill::flows {
namespace {

QString secretName(const QUrl &proxy)
{
    return QStringLiteral("proxy/") + proxy.toString();
}

} // namespace

bool wantsPassword(const QUrl &proxy)
{
    return !proxy.userName().isEmpty();
}

void loadProxyPassword(const QUrl &proxy, vault::SecretStore *keychain,
    const std::shared_ptr<http::ProxyPasswords> &passwords, QObject *context,
    std::function<void(Result<>)> done)
{
    if (!passwords || keychain == nullptr || !wantsPassword(proxy) || passwords->knows(proxy)) {
        done({});
        return;
    }
    keychain->read(secretName(proxy), context,
        [proxy, passwords, done = std::move(done)](const Result<SecretBytes> &password) {
            if (password && !passwords->knows(proxy)) // what was typed meanwhile is newer
                passwords->remember(proxy, *password);
            done(password ? Result<>() : failure(password.error()));
        });
}

void keepProxyPassword(const QUrl &proxy, SecretBytes password, vault::SecretStore &keychain,
    http::ProxyPasswords &passwords, QObject *context, std::function<void(Result<>)> done)
{
    passwords.remember(proxy, password);
    keychain.write(secretName(proxy), std::move(password), context, std::move(done));
}

void forgetProxyPassword(const QUrl &proxy, vault::SecretStore &keychain, http::ProxyPasswords &passwords,
    QObject *context, std::function<void(Result<>)> done)
{
    passwords.forget(proxy);
    keychain.remove(secretName(proxy), context, std::move(done));
}

} // namespace waybill::flows
