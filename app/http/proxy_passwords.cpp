// SPDX-License-Identifier: Apache-2.0
#include "http/proxy_passwords.h"

namespace waybill::http {

void ProxyPasswords::remember(const QUrl &proxy, const SecretBytes &password)
{
    const std::scoped_lock lock(m_mutex);
    m_passwords[proxy.toString()] = password.clone();
}

void ProxyPasswords::forget(const QUrl &proxy)
{
    const std::scoped_lock lock(m_mutex);
    m_passwords.erase(proxy.toString());
}

bool ProxyPasswords::knows(const QUrl &proxy) const
{
    const std::scoped_lock lock(m_mutex);
    return m_passwords.contains(proxy.toString());
}

SecretBytes ProxyPasswords::of(const QUrl &proxy) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_passwords.find(proxy.toString());
    return found == m_passwords.end() ? SecretBytes() : found->second.clone();
}

} // namespace waybill::http
