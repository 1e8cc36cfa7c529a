// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/origin.h"

#include <QNetworkProxyFactory>

namespace waybill::http {

/// The one proxy a person named for a practice; loopback stays direct, so that the built-in sandbox works.
class PracticeProxy final : public QNetworkProxyFactory
{
public:
    explicit PracticeProxy(const QUrl &url)
        : m_proxy(
            url.scheme() == QLatin1String("socks5") ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
            url.host(), static_cast<quint16>(url.port()))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {isLoopback(query.url()) ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy};
    }

private:
    QNetworkProxy m_proxy;
};

} // namespace waybill::http
