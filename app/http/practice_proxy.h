// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/origin.h"

#include <QNetworkProxyFactory>

namespace waybill::http {

/// The way a person named for a practice, see checkedProxy(); loopback stays direct, so that the built-in
/// sandbox works.
class PracticeProxy final : public QNetworkProxyFactory
{
public:
    explicit PracticeProxy(const QUrl &url)
        : m_proxy(typeOf(url.scheme()), url.host(), static_cast<quint16>(url.port(0)))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {isLoopback(query.url()) ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy};
    }

private:
    static QNetworkProxy::ProxyType typeOf(const QString &scheme)
    {
        if (scheme == QLatin1String("direct"))
            return QNetworkProxy::NoProxy;
        return scheme == QLatin1String("socks5") ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    }

    QNetworkProxy m_proxy;
};

} // namespace waybill::http
