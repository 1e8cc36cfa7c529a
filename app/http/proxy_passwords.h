// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"

#include <QString>
#include <QUrl>

#include <map>
#include <mutex>

namespace waybill::http {

/// The passwords of proxies that name a user, see checkedProxy(). In memory only; one for all transports of
/// the program, in all threads. Thread-safe.
class ProxyPasswords
{
public:
    void remember(const QUrl &proxy, const SecretBytes &password);
    void forget(const QUrl &proxy);
    bool knows(const QUrl &proxy) const;
    SecretBytes of(const QUrl &proxy) const; ///< empty: not known

private:
    mutable std::mutex m_mutex;
    std::map<QString, SecretBytes> m_passwords; ///< by the proxy's whole address with its user
};

} // namespace waybill::http
