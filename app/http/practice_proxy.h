// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/origin.h"
#include "http/proxy_passwords.h"

#include <QNetworkProxyFactory>

#include <memory>

namespace waybill::http {

/// The way a person named for a practice, see checkedProxy(); loopback stays direct, so that the built-in
/// sandbox works. Each request takes the password that is known by then.
class PracticeProxy final : public QNetworkProxyFactory
{
public:
    /// `passwords` may be null: then the proxy gets to know nobody.
    PracticeProxy(QUrl url, std::shared_ptr<const ProxyPasswords> passwords)
        : m_url(std::move(url))
        , m_passwords(std::move(passwords))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {isLoopback(query.url()) ? QNetworkProxy(QNetworkProxy::NoProxy) : proxy()};
    }

private:
    QNetworkProxy proxy() const
    {
        QNetworkProxy proxy(typeOf(m_url.scheme()), m_url.host(), static_cast<quint16>(m_url.port(0)));
        if (m_passwords && !m_url.userName().isEmpty()) {
            proxy.setUser(m_url.userName(QUrl::FullyDecoded));
            proxy.setPassword(QString::fromUtf8(m_passwords->of(m_url).view()));
        }
        return proxy;
    }
    static QNetworkProxy::ProxyType typeOf(const QString &scheme)
    {
        if (scheme == QLatin1String("direct"))
            return QNetworkProxy::NoProxy;
        return scheme == QLatin1String("socks5") ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    }

    QUrl m_url;
    std::shared_ptr<const ProxyPasswords> m_passwords;
};

} // namespace waybill::http
